// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/appearance.h"

#include <QImageReader>

namespace andu::pdf {

namespace {

constexpr int MaxPictureMegabytes = 256;

/// The one colour of all visible pixels, as seals have it; nothing when there are several.
std::optional<QRgb> onlyColour(const QImage &argb)
{
    std::optional<QRgb> colour;
    for (int y = 0; y < argb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x) {
            if (qAlpha(line[x]) == 0) {
                continue;
            }
            const QRgb opaque = line[x] | 0xff000000U;
            if (colour && *colour != opaque) {
                return std::nullopt;
            }
            colour = opaque;
        }
    }
    return colour;
}

QByteArray colours(const QImage &argb)
{
    QByteArray out;
    out.reserve(qsizetype(argb.width()) * argb.height() * 3);
    for (int y = 0; y < argb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x) {
            out += char(qRed(line[x]));
            out += char(qGreen(line[x]));
            out += char(qBlue(line[x]));
        }
    }
    return out;
}

QByteArray alphas(const QImage &argb)
{
    QByteArray out;
    out.reserve(qsizetype(argb.width()) * argb.height());
    for (int y = 0; y < argb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x) {
            out += char(qAlpha(line[x]));
        }
    }
    return out;
}

} // namespace

Result<QImage> readPicture(const QString &path)
{
    QImageReader reader(path);
    QImageReader::setAllocationLimit(MaxPictureMegabytes);
    const QImage image = reader.read();
    if (image.isNull()) {
        return fail(ErrorCode::BadInput, u"the picture cannot be read: "_s + reader.errorString());
    }
    return image.convertToFormat(QImage::Format_ARGB32);
}

Picture::Picture(const QImage &image)
    : m_size(image.size())
    , m_baseSize(image.size())
    , m_key(image.cacheKey())
{
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
    QByteArray base;
    if (image.hasAlphaChannel()) {
        m_alpha = deflated(alphas(argb));
        if (const auto colour = onlyColour(argb)) {
            // The mask alone carries the shape: one pixel of colour is enough and halves the size.
            base = QByteArray();
            base += char(qRed(*colour));
            base += char(qGreen(*colour));
            base += char(qBlue(*colour));
            m_baseSize = QSize(1, 1);
        }
    }
    m_base = deflated(base.isEmpty() ? colours(argb) : base);
}

} // namespace andu::pdf
