// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/object_text.h"

#include "core/pdf/object_cipher.h"

#include <QDateTime>
#include <QStringConverter>

namespace andu::pdf {

namespace {

// Deeper nesting of direct objects than any producer writes; QPDF's own parser stops at 500.
constexpr int MaxDepth = 400;

/// @param text as QPDF gives it, with its slash.
QByteArray nameText(const std::string &text)
{
    return name(QByteArrayView(text.data(), qsizetype(text.size())).sliced(1));
}

QByteArray
serialiseAt(QPDFObjectHandle value, const ObjectCipher &cipher, QPDFObjGen owner, int depth)
{
    if (value.isIndirect()) {
        return reference(value.getObjGen());
    }
    if (depth > MaxDepth) {
        return "null";
    }
    if (value.isString()) {
        const std::string plain = value.getStringValue();
        return hexString(
            cipher.encryptString(owner, QByteArrayView(plain.data(), qsizetype(plain.size()))));
    }
    if (value.isArray()) {
        QByteArray out = "[";
        for (int i = 0; i < value.getArrayNItems(); ++i) {
            out += (i > 0 ? " " : "")
                + serialiseAt(value.getArrayItem(i), cipher, owner, depth + 1);
        }
        return out + "]";
    }
    if (value.isDictionary()) {
        QByteArray out = "<<";
        for (const auto &[key, item] : value.getDictAsMap()) {
            out += nameText(key) + ' ' + serialiseAt(item, cipher, owner, depth + 1) + ' ';
        }
        return out + ">>";
    }
    return value.isName() ? nameText(value.getName()) : QByteArray::fromStdString(value.unparse());
}

} // namespace

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 4);
    while (text.endsWith('0')) {
        text.chop(1);
    }
    if (text.endsWith('.')) {
        text.chop(1);
    }
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray reference(QPDFObjGen id)
{
    return QByteArray::number(id.getObj()) + ' ' + QByteArray::number(id.getGen()) + " R";
}

QByteArray hexString(QByteArrayView bytes)
{
    return '<' + bytes.toByteArray().toHex() + '>';
}

QByteArray textBytes(const QString &text)
{
    bool isAscii = true;
    for (const QChar character : text) {
        isAscii = isAscii && character.unicode() >= 0x20 && character.unicode() < 0x7f;
    }
    if (isAscii) {
        return text.toLatin1();
    }
    QStringEncoder encoder(QStringConverter::Utf16BE);
    const QByteArray encoded = encoder.encode(text);
    return QByteArray("\xfe\xff", 2) + encoded;
}

QByteArray name(QByteArrayView bytes)
{
    QByteArray out = "/";
    for (const char byte : bytes) {
        const bool isRegular
            = byte > ' ' && byte < 0x7f && !QByteArrayView("()<>[]{}/%#").contains(byte);
        if (isRegular) {
            out += byte;
        } else if (byte == '\0') { // how QPDF keeps a stray # of old files
            out += '#';
        } else {
            out += '#' + QByteArray(1, byte).toHex();
        }
    }
    return out;
}

QByteArray dateBytes(const QDateTime &time)
{
    const int offset = time.offsetFromUtc() / 60;
    const QByteArray stamp = time.toString(QStringLiteral("'D:'yyyyMMddHHmmss")).toLatin1();
    if (offset == 0) {
        return stamp + 'Z';
    }
    const int minutes = std::abs(offset);
    return stamp + (offset < 0 ? '-' : '+')
        + QByteArray::number(minutes / 60).rightJustified(2, '0') + '\''
        + QByteArray::number(minutes % 60).rightJustified(2, '0') + '\'';
}

QString decodedText(const QPDFObjectHandle &value)
{
    QPDFObjectHandle handle = value;
    if (handle.isString()) {
        return QString::fromStdString(handle.getUTF8Value());
    }
    if (handle.isName()) {
        return QString::fromStdString(handle.getName()).mid(1);
    }
    return {};
}

QByteArray serialise(QPDFObjectHandle value, const ObjectCipher &cipher, QPDFObjGen owner)
{
    return serialiseAt(std::move(value), cipher, owner, 0);
}

} // namespace andu::pdf
