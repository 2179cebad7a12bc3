// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/openssl_types.h"
#include "core/pdf/signer.h"

#include <memory>

namespace andu::pdf {

/// A key in this process, from a PKCS #12 file or from the vault.
class SoftwareSigner final : public Signer
{
public:
    /// Also files with RC2 and 3DES. WrongKey when the password does not open it.
    [[nodiscard]] static Result<std::unique_ptr<SoftwareSigner>>
    fromPkcs12(QByteArrayView file, const crypto::SecureBytes &password);
    /// @param pkcs8 private key in DER as the vault keeps it, unencrypted.
    [[nodiscard]] static Result<std::unique_ptr<SoftwareSigner>>
    fromKey(const crypto::SecureBytes &pkcs8,
            const QByteArray &certificate,
            const QList<QByteArray> &others);

    [[nodiscard]] const Identity &identity() const override { return m_identity; }
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView message) override;

private:
    SoftwareSigner(Identity identity, KeyPtr key)
        : m_identity(std::move(identity))
        , m_key(std::move(key))
    { }

    Identity m_identity;
    KeyPtr m_key; ///< OpenSSL wipes it when it is released.
};

} // namespace andu::pdf
