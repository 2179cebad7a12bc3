// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"
#include "core/pdf/signer.h"

#include <QList>

namespace andu::keyd {

/// A key on a device, opened and unlocked.
class Token
{
public:
    virtual ~Token() = default;
    Token() = default;
    Token(const Token &) = delete;
    Token &operator=(const Token &) = delete;

    [[nodiscard]] virtual QByteArray certificate() const = 0;
    [[nodiscard]] virtual QList<QByteArray> others() const = 0;
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView message) = 0;
};

[[nodiscard]] Result<std::unique_ptr<Token>>
openPkcs11(const QString &library, const QString &label, const crypto::SecureBytes &pin);
[[nodiscard]] Result<std::unique_ptr<Token>>
openSkf(const QString &library, const QString &label, const crypto::SecureBytes &pin);

/// DigestInfo of PKCS #1 v1.5 over SHA-256, for devices that only pad.
[[nodiscard]] QByteArray digestInfo(const QByteArray &sha256);
/// DER SEQUENCE { r, s } from both numbers side by side.
[[nodiscard]] QByteArray derSignature(QByteArrayView rs);

} // namespace andu::keyd
