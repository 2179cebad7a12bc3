// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/zip.h"

#include <zlib.h>

namespace andu::server {

namespace {

void add(QByteArray &out, quint64 value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        out += char((value >> (8 * i)) & 0xff);
    }
}

/// The members that a local header and the directory share.
QByteArray fields(const QByteArray &name, const QByteArray &content)
{
    constexpr quint64 Utf8Names = 0x0800;
    constexpr quint64 FirstDay = 0x0021; // 1980-01-01: archives of equal files are equal.
    QByteArray out;
    add(out, 20, 2); // version needed
    add(out, Utf8Names, 2);
    add(out, 0, 2); // stored
    add(out, 0, 2); // time
    add(out, FirstDay, 2);
    add(out,
        crc32(0, reinterpret_cast<const Bytef *>(content.constData()), uInt(content.size())),
        4);
    add(out, quint64(content.size()), 4);
    add(out, quint64(content.size()), 4);
    add(out, quint64(name.size()), 2);
    add(out, 0, 2); // extra
    return out;
}

} // namespace

QByteArray zipOf(const QList<QPair<QString, QByteArray>> &files)
{
    QByteArray out;
    QByteArray directory;
    for (const auto &[fileName, content] : files) {
        const QByteArray name = fileName.toUtf8();
        const QByteArray common = fields(name, content);
        const qsizetype offset = out.size();
        out += "PK\x03\x04" + common + name + content;
        directory += "PK\x01\x02";
        add(directory, 20, 2); // version made by
        directory += common;
        directory += QByteArray(10, '\0'); // comment, disk, attributes
        add(directory, quint64(offset), 4);
        directory += name;
    }
    const qsizetype start = out.size();
    out += directory + "PK\x05\x06";
    add(out, 0, 4);
    add(out, quint64(files.size()), 2);
    add(out, quint64(files.size()), 2);
    add(out, quint64(directory.size()), 4);
    add(out, quint64(start), 4);
    add(out, 0, 2);
    return out;
}

} // namespace andu::server
