// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/appearance.h"

#include "core/base/literals.h"
#include "core/pdf/page_import.h"

#include <QFont>
#include <QImageReader>
#include <QPainter>

namespace andu::pdf {

namespace {

constexpr int MaxPictureMegabytes = 256;
constexpr double PictureShare = 0.45; ///< Of the width, when text stands beside the picture.

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

QByteArray dimensions(QSize size)
{
    return "/Width " + QByteArray::number(size.width()) + " /Height "
        + QByteArray::number(size.height());
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

void paintLines(QPainter &painter, const QStringList &lines, const QRectF &area)
{
    const double lineHeight = area.height() / double(lines.size());
    QFont font = textFont(lines.join(QString()));
    font.setPixelSize(std::max(1, int(lineHeight * 0.72)));
    const QFontMetricsF metrics(font, painter.device());
    double widest = 1;
    for (const QString &line : lines) {
        widest = std::max(widest, metrics.horizontalAdvance(line));
    }
    if (widest > area.width()) {
        font.setPixelSize(std::max(1, int(font.pixelSize() * area.width() / widest)));
    }
    painter.setFont(font);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.drawText(
            QRectF(area.left(), area.top() + double(i) * lineHeight, area.width(), lineHeight),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            lines.at(i));
    }
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

QPDFObjGen AppearanceWriter::pictureObject(const Picture &picture)
{
    if (const auto known = m_pictures.find(picture.m_key); known != m_pictures.end()) {
        return known->second;
    }
    const QByteArray type
        = "/Type /XObject /Subtype /Image /BitsPerComponent 8 /Filter /FlateDecode ";
    QByteArray mask;
    if (!picture.m_alpha.isEmpty()) {
        const QPDFObjGen alpha = m_update.addStream(
            type + "/ColorSpace /DeviceGray " + dimensions(picture.m_size), picture.m_alpha);
        mask = " /SMask " + reference(alpha);
    }
    const QPDFObjGen id = m_update.addStream(
        type + "/ColorSpace /DeviceRGB " + dimensions(picture.m_baseSize) + mask, picture.m_base);
    m_pictures[picture.m_key] = id;
    return id;
}

Result<QPDFObjGen> AppearanceWriter::textForm(const QStringList &lines, QSizeF sizeMm)
{
    const QString key = lines.join(u'\n') + u'|' + QString::number(sizeMm.width()) + u'x'
        + QString::number(sizeMm.height());
    if (const auto known = m_texts.find(key); known != m_texts.end()) {
        return known->second;
    }
    const auto id = importPainted(m_update, sizeMm, [&](QPainter &painter, const QRectF &area) {
        paintLines(painter, lines, area);
    });
    if (id) {
        m_texts[key] = *id;
    }
    return id;
}

Result<QPDFObjGen>
AppearanceWriter::form(const Look &look, const Part &part, const PageGeometry &geometry)
{
    const double scale = geometry.unitsPerMm();
    const double width = part.displayedMm.width() * scale;
    const double height = part.displayedMm.height() * scale;
    const bool hasBoth = !look.picture.isNull() && !look.lines.isEmpty();
    QByteArray resources;
    QByteArray content;
    if (!look.picture.isNull()) {
        resources += "/Im0 " + reference(pictureObject(look.picture)) + ' ';
        const double full = part.isSlice ? look.sizeMm.width() * scale
            : hasBoth                    ? width * PictureShare
                                         : width;
        content += "q " + number(full) + " 0 0 " + number(height) + ' '
            + number(-part.sliceFromMm * scale) + " 0 cm /Im0 Do Q\n";
    }
    if (!look.lines.isEmpty()) {
        const double left = hasBoth ? width * (PictureShare + 0.03) : 0;
        const QSizeF areaMm((width - left) / scale, part.displayedMm.height());
        const auto text = textForm(look.lines, areaMm);
        if (!text) {
            return text;
        }
        resources += "/Tx0 " + reference(*text) + ' ';
        // The text form is in points of its own; a user unit other than 1 scales it.
        content += "q " + number(1 / geometry.userUnit) + " 0 0 " + number(1 / geometry.userUnit)
            + ' ' + number(left) + " 0 cm /Tx0 Do Q\n";
    }
    return m_update.addStream("/Type /XObject /Subtype /Form /BBox [0 0 " + number(width) + ' '
                                  + number(height) + "] /Matrix " + geometry.uprightMatrix()
                                  + " /Resources <</XObject <<" + resources + ">>>>",
                              content);
}

} // namespace andu::pdf
