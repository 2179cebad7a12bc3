// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct evp_pkey_st;

namespace andu::server {

/// The key pair that clients encrypt passwords with: RSA of 1024 bits and PKCS#1 v1.5, because
/// that is what O2OA's contract says.
class PasswordKey
{
public:
    PasswordKey();

    /// Base64 of the SubjectPublicKeyInfo.
    [[nodiscard]] QString publicText() const;
    /// Nothing when the text was not encrypted for this key.
    [[nodiscard]] std::optional<QString> decrypted(const QString &base64) const;

private:
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace andu::server
