// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/appearance.h"

#include <QFile>

#include <png.h>

#include <span>
#include <vector>

namespace andu::pdf {

namespace {

constexpr qint64 MaxPngBytes = 64 << 20;
constexpr qint64 MaxPixels = 64 << 20;
constexpr quint32 OpaqueMask = 0xff000000U;

using Pixels = std::span<const quint32>;

void addColour(QByteArray &out, quint32 argb)
{
    out += char(argb >> 16U);
    out += char(argb >> 8U);
    out += char(argb);
}

bool isOpaque(Pixels pixels)
{
    return std::all_of(pixels.begin(), pixels.end(), [](quint32 argb) {
        return (argb & OpaqueMask) == OpaqueMask;
    });
}

/// The one colour of all visible pixels, as seals have it; nothing when there are several.
std::optional<quint32> onlyColour(Pixels pixels)
{
    std::optional<quint32> colour;
    for (const quint32 argb : pixels) {
        if ((argb & OpaqueMask) == 0) {
            continue;
        }
        if (colour && *colour != (argb | OpaqueMask)) {
            return std::nullopt;
        }
        colour = argb | OpaqueMask;
    }
    return colour;
}

QByteArray alphas(Pixels pixels)
{
    QByteArray out;
    out.reserve(qsizetype(pixels.size()));
    for (const quint32 argb : pixels) {
        out += char(argb >> 24U);
    }
    return out;
}

QByteArray colours(Pixels pixels)
{
    QByteArray out;
    out.reserve(qsizetype(pixels.size()) * 3);
    for (const quint32 argb : pixels) {
        addColour(out, argb);
    }
    return out;
}

tl::unexpected<Error> unreadable(const QString &why)
{
    return fail(ErrorCode::BadInput, u"the picture cannot be read: "_s + why);
}

} // namespace

Picture Picture::fromArgb(const quint32 *bits, QSize size)
{
    const Pixels pixels(bits, size_t(size.width()) * size_t(size.height()));
    Picture picture;
    picture.m_size = size;
    picture.m_baseSize = size;
    QByteArray base;
    if (!isOpaque(pixels)) {
        picture.m_alpha = deflated(alphas(pixels));
        if (const auto colour = onlyColour(pixels)) {
            // The mask alone carries the shape: one pixel of colour is enough and halves the size.
            addColour(base, *colour);
            picture.m_baseSize = QSize(1, 1);
        }
    }
    picture.m_base = deflated(base.isEmpty() ? colours(pixels) : base);
    return picture;
}

bool isPng(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(8) == QByteArrayView("\x89PNG\r\n\x1a\n", 8);
}

Result<Picture> readPng(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxPngBytes) {
        return unreadable(u"no file, or too large"_s);
    }
    const QByteArray bytes = file.readAll();
    png_image image = {};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, decltype(&png_image_free)> release(&image, png_image_free);
    if (png_image_begin_read_from_memory(&image, bytes.constData(), size_t(bytes.size())) == 0) {
        return unreadable(QString::fromLatin1(image.message));
    }
    const qint64 count = qint64(image.width) * image.height;
    if (count == 0 || count > MaxPixels) {
        return unreadable(u"its size is absurd"_s);
    }
    image.format
        = QSysInfo::ByteOrder == QSysInfo::LittleEndian ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;
    std::vector<quint32> pixels(static_cast<size_t>(count));
    if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0) {
        return unreadable(QString::fromLatin1(image.message));
    }
    return Picture::fromArgb(pixels.data(), QSize(int(image.width), int(image.height)));
}

} // namespace andu::pdf
