// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

namespace andu::o2oa {

/// Encrypts a password as O2OA's sign-in wants it: RSA PKCS#1 v1.5 under a Base64
/// SubjectPublicKeyInfo, answer in Base64.
[[nodiscard]] Result<QByteArray> encryptPassword(const QString &publicKey,
                                                 const crypto::SecureBytes &password);

} // namespace andu::o2oa
