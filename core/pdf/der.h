// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// Distinguished encoding of ASN.1 (ITU-T X.690): enough to write CMS, RFC 3161 requests and
/// GB/T 38540 seals with any object identifiers, and to read what others sent.
namespace andu::pdf::der {

inline constexpr quint8 Integer = 0x02;
inline constexpr quint8 BitString = 0x03;
inline constexpr quint8 OctetString = 0x04;
inline constexpr quint8 Oid = 0x06;
inline constexpr quint8 Utf8String = 0x0c;
inline constexpr quint8 Sequence = 0x30;
inline constexpr quint8 Set = 0x31;

[[nodiscard]] QByteArray tlv(quint8 tag, QByteArrayView content);
[[nodiscard]] QByteArray sequence(std::initializer_list<QByteArray> parts);
[[nodiscard]] QByteArray sequenceOf(const QList<QByteArray> &parts);
/// Sorted, as DER wants a SET OF.
[[nodiscard]] QByteArray setOf(QList<QByteArray> parts);
[[nodiscard]] QByteArray oid(QByteArrayView dotted);
[[nodiscard]] QByteArray integer(qint64 value);
/// Unsigned number from its big-endian bytes.
[[nodiscard]] QByteArray unsignedInteger(QByteArrayView bytes);
[[nodiscard]] QByteArray octets(QByteArrayView bytes);
[[nodiscard]] QByteArray bits(QByteArrayView bytes);
[[nodiscard]] QByteArray utf8(const QString &text);
[[nodiscard]] QByteArray ia5(QByteArrayView text);
[[nodiscard]] QByteArray generalizedTime(const QDateTime &timeUtc);
[[nodiscard]] QByteArray null();

/// One element as received; views into the caller's bytes.
struct Node
{
    quint8 tag = 0;
    QByteArrayView content;
    QByteArrayView whole;
};

/// Takes the first element off @p in. Nothing when the bytes are no definite-length element.
[[nodiscard]] std::optional<Node> take(QByteArrayView &in);
/// Elements of a constructed one; nothing when they do not fill it exactly.
[[nodiscard]] std::optional<QList<Node>> children(QByteArrayView content);
[[nodiscard]] QByteArray dotted(const Node &oid);
/// Of a non-negative integer below 2^31.
[[nodiscard]] std::optional<int> smallNumber(const Node &integer);
/// UTCTime or GeneralizedTime.
[[nodiscard]] std::optional<QDateTime> timeUtc(const Node &time);
/// Bytes of a BIT STRING without unused bits.
[[nodiscard]] std::optional<QByteArrayView> bitBytes(const Node &bitString);

} // namespace andu::pdf::der
