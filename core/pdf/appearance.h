// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/page_geometry.h"
#include "core/pdf/text_block.h"

#include <QImage>

namespace andu::pdf {

/// A picture with its streams compressed once, however often it is used. Cheap to copy.
class Picture
{
public:
    Picture() = default;
    explicit Picture(const QImage &image);
    /// @param bits 0xAARRGGBB, line after line without a gap.
    [[nodiscard]] static Picture fromArgb(const quint32 *bits, QSize size);

    [[nodiscard]] bool isNull() const { return m_size.isEmpty(); }
    [[nodiscard]] QSize size() const { return m_size; }
    /// Height for @p width that keeps the proportions.
    [[nodiscard]] double heightFor(double width) const
    {
        return width * m_size.height() / m_size.width();
    }

private:
    friend class AppearanceWriter;

    /// The same for copies, which share their bytes.
    [[nodiscard]] const char *key() const { return m_base.constData(); }

    QSize m_size;
    QSize m_baseSize; ///< 1×1 when the mask alone carries the shape.
    QByteArray m_base; ///< DeviceRGB, deflated.
    QByteArray m_alpha; ///< DeviceGray, deflated; empty for an opaque picture.
};

/// What a signature shows on paper. Millimetres are exact; the picture is never scaled to fit.
struct Look
{
    Picture picture; ///< Seal or handwriting, with alpha. May be null when there are lines.
    QSizeF sizeMm;
    TextBlock lines; ///< Text block, right of the picture or alone.

    [[nodiscard]] bool isEmpty() const { return picture.isNull() && lines.isEmpty(); }
};

/// One place of a look on one page, displayed page coordinates.
struct Part
{
    int page = 0;
    QRectF displayedMm; ///< What is visible there.
    double sliceFromMm = 0; ///< For a seam slice: where in the picture it starts.
    bool isSlice = false;
};

/// Puts looks into an update as form XObjects; one picture is stored once however often it shows.
class AppearanceWriter
{
public:
    explicit AppearanceWriter(Update &update)
        : m_update(update)
    { }

    /// Form XObject for the /AP of an annotation.
    [[nodiscard]] Result<QPDFObjGen>
    form(const Look &look, const Part &part, const PageGeometry &geometry);

private:
    [[nodiscard]] QPDFObjGen pictureObject(const Picture &picture);
    [[nodiscard]] Result<QPDFObjGen> textForm(const TextBlock &block, QSizeF sizeMm);

    Update &m_update;
    std::map<const char *, QPDFObjGen> m_pictures;
    std::map<QString, QPDFObjGen> m_texts;
};

[[nodiscard]] bool isPng(const QString &path);
/// Reads a PNG file without Qt's graphics; BadInput when it is none or absurdly large.
[[nodiscard]] Result<Picture> readPng(const QString &path);
/// Reads a picture file; BadInput when it is none or absurdly large.
[[nodiscard]] Result<QImage> readPicture(const QString &path);

} // namespace andu::pdf
