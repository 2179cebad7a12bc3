// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/der.h"

#include "core/base/literals.h"

#include <algorithm>

namespace andu::pdf::der {

namespace {

QByteArray base128(quint64 value)
{
    QByteArray out(1, char(value & 0x7f));
    while ((value >>= 7) != 0) {
        out.prepend(char(0x80 | (value & 0x7f)));
    }
    return out;
}

QByteArray joined(const QList<QByteArray> &parts)
{
    QByteArray out;
    for (const QByteArray &part : parts) {
        out += part;
    }
    return out;
}

} // namespace

QByteArray tlv(quint8 tag, QByteArrayView content)
{
    QByteArray out(1, char(tag));
    qsizetype size = content.size();
    if (size < 0x80) {
        out += char(size);
    } else {
        QByteArray length;
        for (; size > 0; size >>= 8) {
            length.prepend(char(size & 0xff));
        }
        out += char(0x80 | length.size());
        out += length;
    }
    return out + content.toByteArray();
}

QByteArray sequence(std::initializer_list<QByteArray> parts)
{
    return sequenceOf(QList<QByteArray>(parts));
}

QByteArray sequenceOf(const QList<QByteArray> &parts)
{
    return tlv(Sequence, joined(parts));
}

QByteArray setOf(QList<QByteArray> parts)
{
    std::sort(parts.begin(), parts.end());
    return tlv(Set, joined(parts));
}

QByteArray oid(QByteArrayView dotted)
{
    const QList<QByteArray> arcs = dotted.toByteArray().split('.');
    QByteArray content = base128(arcs.value(0).toULongLong() * 40 + arcs.value(1).toULongLong());
    for (qsizetype i = 2; i < arcs.size(); ++i) {
        content += base128(arcs.at(i).toULongLong());
    }
    return tlv(Oid, content);
}

QByteArray integer(qint64 value)
{
    Q_ASSERT(value >= 0);
    QByteArray bytes;
    do {
        bytes.prepend(char(value & 0xff));
        value >>= 8;
    } while (value > 0);
    return unsignedInteger(bytes);
}

QByteArray unsignedInteger(QByteArrayView bytes)
{
    while (bytes.size() > 1 && bytes.front() == '\0') {
        bytes = bytes.sliced(1);
    }
    QByteArray content = bytes.toByteArray();
    if (content.isEmpty() || (quint8(content.front()) & 0x80) != 0) {
        content.prepend('\0');
    }
    return tlv(Integer, content);
}

QByteArray octets(QByteArrayView bytes)
{
    return tlv(OctetString, bytes);
}

QByteArray bits(QByteArrayView bytes)
{
    return tlv(BitString, QByteArray(1, '\0') + bytes.toByteArray());
}

QByteArray utf8(const QString &text)
{
    return tlv(Utf8String, text.toUtf8());
}

QByteArray ia5(QByteArrayView text)
{
    return tlv(0x16, text);
}

QByteArray generalizedTime(const QDateTime &timeUtc)
{
    return tlv(0x18, timeUtc.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s).toLatin1());
}

QByteArray null()
{
    return tlv(0x05, {});
}

std::optional<Node> take(QByteArrayView &in)
{
    if (in.size() < 2 || (quint8(in[0]) & 0x1f) == 0x1f) {
        return std::nullopt; // long tags do not occur in what is read here
    }
    qsizetype header = 2;
    quint64 size = quint8(in[1]);
    if (size >= 0x80) {
        const qsizetype count = qsizetype(size & 0x7f);
        if (count == 0 || count > 4 || in.size() < 2 + count) {
            return std::nullopt;
        }
        size = 0;
        for (qsizetype i = 0; i < count; ++i) {
            size = size << 8 | quint8(in[2 + i]);
        }
        header += count;
    }
    if (size > quint64(in.size() - header)) {
        return std::nullopt;
    }
    Node node;
    node.tag = quint8(in[0]);
    node.content = in.sliced(header, qsizetype(size));
    node.whole = in.first(header + qsizetype(size));
    in = in.sliced(node.whole.size());
    return node;
}

std::optional<QList<Node>> children(QByteArrayView content)
{
    QList<Node> nodes;
    while (!content.isEmpty()) {
        const auto node = take(content);
        if (!node) {
            return std::nullopt;
        }
        nodes.append(*node);
    }
    return nodes;
}

QByteArray dotted(const Node &oid)
{
    QByteArray out;
    quint64 arc = 0;
    for (const char byte : oid.content) {
        arc = arc << 7 | (quint8(byte) & 0x7f);
        if ((quint8(byte) & 0x80) != 0) {
            continue;
        }
        if (out.isEmpty()) {
            const quint64 first = std::min<quint64>(arc / 40, 2);
            out = QByteArray::number(first) + '.' + QByteArray::number(arc - first * 40);
        } else {
            out += '.' + QByteArray::number(arc);
        }
        arc = 0;
    }
    return out;
}

std::optional<int> smallNumber(const Node &integer)
{
    if (integer.tag != Integer || integer.content.isEmpty() || integer.content.size() > 4
        || (quint8(integer.content[0]) & 0x80) != 0) {
        return std::nullopt;
    }
    int value = 0;
    for (const char byte : integer.content) {
        value = value << 8 | quint8(byte);
    }
    return value;
}

std::optional<QDateTime> timeUtc(const Node &time)
{
    QString text = QString::fromLatin1(time.content);
    if (time.tag == 0x17) { // UTCTime: two-digit years, 50 is 1950
        text.prepend(text.left(2).toInt() < 50 ? u"20"_s : u"19"_s);
    }
    const qsizetype dot = text.indexOf(u'.');
    QDateTime value
        = QDateTime::fromString((dot < 0 ? text : text.left(dot)).left(14), u"yyyyMMddHHmmss"_s);
    if (!value.isValid() || !text.endsWith(u'Z')) {
        return std::nullopt;
    }
    value.setTimeSpec(Qt::UTC);
    return value;
}

std::optional<QByteArrayView> bitBytes(const Node &bitString)
{
    if (bitString.tag != BitString || bitString.content.isEmpty()
        || bitString.content.front() != '\0') {
        return std::nullopt;
    }
    return bitString.content.sliced(1);
}

} // namespace andu::pdf::der
