// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/zip_archive.h"

#include "core/base/literals.h"

#include <QtEndian>

#include <zlib.h>

namespace andu::ui {

namespace {

constexpr qsizetype MaxTotal = 64 * 1024 * 1024;
constexpr quint32 LocalMark = 0x04034b50;
constexpr quint32 EntryMark = 0x02014b50;
constexpr quint32 EndMark = 0x06054b50;
constexpr int LocalSize = 30;
constexpr int EntrySize = 46;
constexpr int EndSize = 22;
constexpr quint16 Deflated = 8;
constexpr quint16 Utf8Names = 0x0800;

quint16 word(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 dword(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

void put16(QByteArray &bytes, quint16 value)
{
    const quint16 little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void put32(QByteArray &bytes, quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

Result<QByteArray> inflated(const QByteArray &packed, qsizetype size)
{
    QByteArray plain(size, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return fail(ErrorCode::BadInput, u"zlib"_s);
    }
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = uInt(plain.size());
    const int state = inflate(&stream, Z_FINISH);
    const bool isWhole = state == Z_STREAM_END && stream.total_out == uLong(size);
    inflateEnd(&stream);
    return isWhole ? Result<QByteArray>(plain)
                   : Result<QByteArray>(fail(ErrorCode::BadInput, u"damaged archive member"_s));
}

Result<QByteArray> deflated(const QByteArray &plain)
{
    QByteArray packed(qsizetype(compressBound(uLong(plain.size()))), Qt::Uninitialized);
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY)
        != Z_OK) {
        return fail(ErrorCode::Storage, u"zlib"_s);
    }
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const int state = deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return state == Z_STREAM_END ? Result<QByteArray>(packed)
                                 : Result<QByteArray>(fail(ErrorCode::Storage, u"zlib"_s));
}

Result<QByteArray> memberAt(const QByteArray &bytes, qsizetype entry, qsizetype &total)
{
    const quint16 flags = word(bytes, entry + 8);
    const quint16 method = word(bytes, entry + 10);
    const qsizetype packedSize = dword(bytes, entry + 20);
    const qsizetype size = dword(bytes, entry + 24);
    const qsizetype local = dword(bytes, entry + 42);
    total += size;
    const bool isReadable = local + LocalSize <= bytes.size() && dword(bytes, local) == LocalMark
        && !(flags & 1) && total <= MaxTotal;
    if (!isReadable) {
        return fail(ErrorCode::BadInput, u"archive member cannot be read"_s);
    }
    const qsizetype start = local + LocalSize + word(bytes, local + 26) + word(bytes, local + 28);
    if (start + packedSize > bytes.size()) {
        return fail(ErrorCode::BadInput, u"archive is cut off"_s);
    }
    const QByteArray packed = bytes.mid(start, packedSize);
    if (method == Deflated) {
        return inflated(packed, size);
    }
    return method == 0 && packedSize == size
        ? Result<QByteArray>(packed)
        : Result<QByteArray>(fail(ErrorCode::BadInput, u"unknown packing"_s));
}

} // namespace

Result<QHash<QString, QByteArray>> unzip(const QByteArray &bytes)
{
    const qsizetype first = std::max<qsizetype>(0, bytes.size() - EndSize - 65535);
    qsizetype end = bytes.size() - EndSize;
    while (end >= first && dword(bytes, end) != EndMark) {
        --end;
    }
    if (end < first || bytes.size() < EndSize) {
        return fail(ErrorCode::BadInput, u"not a ZIP archive"_s);
    }
    QHash<QString, QByteArray> members;
    qsizetype entry = dword(bytes, end + 16);
    qsizetype total = 0;
    const int count = word(bytes, end + 10);
    for (int at = 0; at < count; ++at) {
        if (entry + EntrySize > bytes.size() || dword(bytes, entry) != EntryMark) {
            return fail(ErrorCode::BadInput, u"damaged directory of an archive"_s);
        }
        const int nameLength = word(bytes, entry + 28);
        if (entry + EntrySize + nameLength > bytes.size()) {
            return fail(ErrorCode::BadInput, u"archive is cut off"_s);
        }
        const QString name = QString::fromUtf8(bytes.mid(entry + EntrySize, nameLength));
        const auto member = memberAt(bytes, entry, total);
        if (!member) {
            return tl::unexpected(member.error());
        }
        members.insert(name, *member);
        entry += EntrySize + nameLength + word(bytes, entry + 30) + word(bytes, entry + 32);
    }
    return members;
}

Result<QByteArray> zip(const QList<std::pair<QString, QByteArray>> &members)
{
    QByteArray archive;
    QByteArray directory;
    for (const auto &[name, plain] : members) {
        const auto packed = deflated(plain);
        if (!packed) {
            return tl::unexpected(packed.error());
        }
        const QByteArray utf8 = name.toUtf8();
        QByteArray head; // the part that both records share
        put16(head, 20);
        put16(head, Utf8Names);
        put16(head, Deflated);
        put16(head, 0);
        put16(head, 0x21); // 1980-01-01: the same bytes for the same content
        put32(head,
              quint32(crc32(
                  0L, reinterpret_cast<const Bytef *>(plain.constData()), uInt(plain.size()))));
        put32(head, quint32(packed->size()));
        put32(head, quint32(plain.size()));
        put16(head, quint16(utf8.size()));
        put16(head, 0);
        const auto place = quint32(archive.size());
        put32(archive, LocalMark);
        archive += head + utf8 + *packed;
        put32(directory, EntryMark);
        put16(directory, 20);
        directory += head;
        put16(directory, 0);
        put16(directory, 0);
        put16(directory, 0);
        put32(directory, 0);
        put32(directory, place);
        directory += utf8;
    }
    const auto place = quint32(archive.size());
    archive += directory;
    put32(archive, EndMark);
    put16(archive, 0);
    put16(archive, 0);
    put16(archive, quint16(members.size()));
    put16(archive, quint16(members.size()));
    put32(archive, quint32(directory.size()));
    put32(archive, place);
    put16(archive, 0);
    return archive;
}

} // namespace andu::ui
