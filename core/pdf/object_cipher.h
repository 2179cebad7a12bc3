// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

#include <QByteArray>
#include <qpdf/QPDFObjGen.hh>

class QPDF;

namespace andu::pdf {

/// Encrypts strings and streams of new objects the way the file does (ISO 32000-2, 7.6): RC4,
/// AES-128 or AES-256, or nothing. The file's key comes from QPDF after the password was accepted.
class ObjectCipher
{
public:
    /// BadInput for a crypt filter this writer does not know.
    [[nodiscard]] static Result<ObjectCipher> of(QPDF &qpdf);

    ObjectCipher() = default;

    [[nodiscard]] bool isActive() const
    {
        return m_strings != Method::None || m_streams != Method::None;
    }
    [[nodiscard]] QByteArray encryptString(QPDFObjGen id, QByteArrayView plain) const;
    [[nodiscard]] QByteArray encryptStream(QPDFObjGen id, QByteArrayView plain) const;

private:
    enum class Method { None, Rc4, Aes128, Aes256 };

    [[nodiscard]] QByteArray encrypt(Method method, QPDFObjGen id, QByteArrayView plain) const;

    Method m_strings = Method::None;
    Method m_streams = Method::None;
    int m_version = 0;
    int m_revision = 0;
    crypto::SecureBytes m_key;
};

} // namespace andu::pdf
