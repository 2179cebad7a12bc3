// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/picture.h"

#include <QtEndian>

#include <zlib.h>

#include <array>
#include <cmath>

namespace andu::server {

namespace {

struct Canvas
{
    int width = 0;
    int height = 0;
    QByteArray pixels; ///< RGBA, row by row.

    Canvas(int w, int h)
        : width(w)
        , height(h)
        , pixels(qsizetype(w) * h * 4, '\0')
    { }

    void set(int x, int y, quint32 rgba)
    {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            qToBigEndian(rgba, pixels.data() + (qsizetype(y) * width + x) * 4);
        }
    }
};

void addChunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    std::array<char, 4> number{};
    qToBigEndian(quint32(data.size()), number.data());
    png.append(number.data(), 4);
    png += body;
    const uLong crc
        = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    qToBigEndian(quint32(crc), number.data());
    png.append(number.data(), 4);
}

/// PNG (ISO/IEC 15948) with 8 bits a channel and no filter.
QByteArray toPng(const Canvas &canvas)
{
    QByteArray header(13, '\0');
    qToBigEndian(quint32(canvas.width), header.data());
    qToBigEndian(quint32(canvas.height), header.data() + 4);
    header[8] = 8; // bits
    header[9] = 6; // RGBA
    QByteArray lines;
    for (int y = 0; y < canvas.height; ++y) {
        lines += '\0';
        lines += canvas.pixels.mid(qsizetype(y) * canvas.width * 4, qsizetype(canvas.width) * 4);
    }
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    addChunk(png, "IHDR", header);
    addChunk(png, "IDAT", qCompress(lines).mid(4)); // without Qt's length
    addChunk(png, "IEND", {});
    return png;
}

// Five columns by seven rows for each digit, a row a byte.
constexpr std::array<std::array<quint8, 7>, 10> Digits{ {
    { 0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e },
    { 0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e },
    { 0x0e, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1f },
    { 0x1f, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0e },
    { 0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02 },
    { 0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e },
    { 0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e },
    { 0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08 },
    { 0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e },
    { 0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c },
} };

} // namespace

QByteArray portrait(const QString &name)
{
    constexpr int Size = 144;
    constexpr std::array<quint32, 6> Colours{ 0x4a6fa5ff, 0x5a8f7bff, 0xa5694fff,
                                              0x7d6ba5ff, 0x9c8a3eff, 0x4f8fa0ff };
    const quint32 back = name.isEmpty() ? 0x9aa4b0ff : Colours.at(qHash(name, 7) % Colours.size());
    Canvas canvas(Size, Size);
    for (int y = 0; y < Size; ++y) {
        for (int x = 0; x < Size; ++x) {
            const bool isHead = std::hypot(x - 72, y - 54) < 26;
            const bool isBody = std::hypot(x - 72, y - 140) < 50;
            canvas.set(x, y, isHead || isBody ? 0xffffffff : back);
        }
    }
    return toPng(canvas);
}

QByteArray captchaPicture(const QString &digits, int width, int height)
{
    Canvas canvas(width, height);
    const int cell = qMax(1, qMin(width / int(digits.size() * 6 + 1), height / 9));
    for (int i = 0; i < digits.size(); ++i) {
        const auto &glyph = Digits.at(size_t(digits.at(i).digitValue()));
        for (int y = 0; y < 7 * cell; ++y) {
            for (int x = 0; x < 5 * cell; ++x) {
                if ((glyph.at(size_t(y / cell)) >> (4 - x / cell)) & 1) {
                    canvas.set((i * 6 + 1) * cell + x, cell + y, 0x000000ff);
                }
            }
        }
    }
    return toPng(canvas);
}

} // namespace andu::server
