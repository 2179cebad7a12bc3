// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <qpdf/QPDFObjectHandle.hh>

namespace andu::pdf {

class ObjectCipher;

/// Pieces of PDF syntax (ISO 32000-2, 7.3) as the incremental writer puts them into a file.
[[nodiscard]] QByteArray number(double value);
[[nodiscard]] QByteArray reference(QPDFObjGen id);
[[nodiscard]] QByteArray hexString(QByteArrayView bytes);
/// Bytes of a text string: ASCII as it is, everything else UTF-16BE with byte order mark (7.9.2.2).
[[nodiscard]] QByteArray textBytes(const QString &text);
/// Name from its bytes, without the leading slash.
[[nodiscard]] QByteArray name(QByteArrayView bytes);
/// "D:20260916093207+08'00'" with the offset of @p time.
[[nodiscard]] QByteArray dateBytes(const QDateTime &time);
/// Text of a "text string" object as a reader shows it.
[[nodiscard]] QString decodedText(const QPDFObjectHandle &value);

/// @p value as PDF syntax; indirect parts become references, strings are encrypted for @p owner.
[[nodiscard]] QByteArray
serialise(QPDFObjectHandle value, const ObjectCipher &cipher, QPDFObjGen owner);

} // namespace andu::pdf
