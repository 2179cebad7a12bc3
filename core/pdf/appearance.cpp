// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/appearance.h"

#include "core/base/literals.h"

namespace andu::pdf {

namespace {

constexpr double PictureShare = 0.45; ///< Of the width, when text stands beside the picture.

QByteArray dimensions(QSize size)
{
    return "/Width " + QByteArray::number(size.width()) + " /Height "
        + QByteArray::number(size.height());
}

} // namespace

QPDFObjGen AppearanceWriter::pictureObject(const Picture &picture)
{
    if (const auto known = m_pictures.find(picture.key()); known != m_pictures.end()) {
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
    m_pictures[picture.key()] = id;
    return id;
}

Result<QPDFObjGen> AppearanceWriter::textForm(const TextBlock &block, QSizeF sizeMm)
{
    const QString key = block.join(u'\n') + u'|' + QString::number(sizeMm.width()) + u'x'
        + QString::number(sizeMm.height());
    if (const auto known = m_texts.find(key); known != m_texts.end()) {
        return known->second;
    }
    const auto id = block.addForm(m_update, sizeMm);
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
