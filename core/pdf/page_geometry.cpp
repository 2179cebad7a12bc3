// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/page_geometry.h"

#include "core/base/literals.h"
#include "core/pdf/document.h"

namespace andu::pdf {

namespace {

constexpr int MaxTreeDepth = 64;
constexpr double MaxUnits = 10'000'000; // far above 14,400: broken numbers, not big pages

QPDFObjectHandle inherited(QPDFObjectHandle page, const char *key)
{
    for (int depth = 0; depth < MaxTreeDepth && page.isDictionary(); ++depth) {
        QPDFObjectHandle value = page.getKey(key);
        if (!value.isNull()) {
            return value;
        }
        page = page.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

std::optional<QRectF> rectangle(QPDFObjectHandle value)
{
    if (!value.isRectangle()) {
        return std::nullopt;
    }
    const auto corners = value.getArrayAsRectangle();
    const QRectF rect(
        QPointF(std::min(corners.llx, corners.urx), std::min(corners.lly, corners.ury)),
        QPointF(std::max(corners.llx, corners.urx), std::max(corners.lly, corners.ury)));
    const bool isSane = rect.width() > 0 && rect.height() > 0 && std::abs(rect.left()) < MaxUnits
        && std::abs(rect.right()) < MaxUnits && std::abs(rect.top()) < MaxUnits
        && std::abs(rect.bottom()) < MaxUnits;
    return isSane ? std::optional(rect) : std::nullopt;
}

} // namespace

QSizeF PageGeometry::sizeMm() const
{
    const QSizeF size = box.size() / unitsPerMm();
    return rotation % 180 == 0 ? size : size.transposed();
}

QRectF PageGeometry::toUserSpace(const QRectF &displayedMm) const
{
    const double scale = unitsPerMm();
    const QRectF d(displayedMm.topLeft() * scale, displayedMm.size() * scale);
    switch (rotation) {
    case 90:
        return QRectF(box.left() + d.top(), box.top() + d.left(), d.height(), d.width());
    case 180:
        return QRectF(box.right() - d.right(), box.top() + d.top(), d.width(), d.height());
    case 270:
        return QRectF(box.right() - d.bottom(), box.bottom() - d.right(), d.height(), d.width());
    default:
        return QRectF(box.left() + d.left(), box.bottom() - d.bottom(), d.width(), d.height());
    }
}

QRectF PageGeometry::toDisplayedMm(const QRectF &u) const
{
    const double scale = unitsPerMm();
    QRectF d;
    switch (rotation) {
    case 90:
        d = QRectF(u.top() - box.top(), u.left() - box.left(), u.height(), u.width());
        break;
    case 180:
        d = QRectF(box.right() - u.right(), u.top() - box.top(), u.width(), u.height());
        break;
    case 270:
        d = QRectF(box.bottom() - u.bottom(), box.right() - u.right(), u.height(), u.width());
        break;
    default:
        d = QRectF(u.left() - box.left(), box.bottom() - u.bottom(), u.width(), u.height());
        break;
    }
    return QRectF(d.topLeft() / scale, d.size() / scale);
}

QByteArray PageGeometry::uprightMatrix() const
{
    switch (rotation) {
    case 90:
        return "[0 1 -1 0 0 0]";
    case 180:
        return "[-1 0 0 -1 0 0]";
    case 270:
        return "[0 -1 1 0 0 0]";
    default:
        return "[1 0 0 1 0 0]";
    }
}

Result<PageGeometry> geometryOf(QPDFObjectHandle page)
{
    return guarded([&]() -> Result<PageGeometry> {
        PageGeometry geometry;
        // Viewers fall back to US Letter when the box is missing or empty.
        const QRectF media
            = rectangle(inherited(page, "/MediaBox")).value_or(QRectF(0, 0, 612, 792));
        const QRectF crop = rectangle(inherited(page, "/CropBox")).value_or(media);
        geometry.box = crop.intersected(media);
        if (geometry.box.isEmpty()) {
            geometry.box = media;
        }
        QPDFObjectHandle rotate = inherited(page, "/Rotate");
        if (rotate.isInteger()) {
            const int turns = int(rotate.getIntValue() % 360);
            geometry.rotation = (turns + 360) % 360 / 90 * 90;
        }
        QPDFObjectHandle unit = page.getKey("/UserUnit");
        if (unit.isNumber() && unit.getNumericValue() >= 0.01 && unit.getNumericValue() <= 10'000) {
            geometry.userUnit = unit.getNumericValue();
        }
        return geometry;
    });
}

} // namespace andu::pdf
