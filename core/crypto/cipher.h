// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

namespace andu::crypto {

inline constexpr qsizetype GcmTagBytes = 16;
inline constexpr qsizetype GcmNonceBytes = 12;

/// Random bytes of the operating system (libsodium).
[[nodiscard]] QByteArray randomBytes(qsizetype count);
[[nodiscard]] SecureBytes randomSecret(std::size_t count);

/// AES-256-GCM (NIST SP 800-38D): ciphertext followed by the 16-byte tag.
/// @param key 32 bytes. @param nonce 12 bytes, never used twice with one key.
[[nodiscard]] Result<QByteArray> gcmEncrypt(const SecureBytes &key,
                                            QByteArrayView nonce,
                                            QByteArrayView associated,
                                            QByteArrayView plain);

/// Damaged when the tag does not match; nothing of the plaintext is given out then.
[[nodiscard]] Result<QByteArray> gcmDecrypt(const SecureBytes &key,
                                            QByteArrayView nonce,
                                            QByteArrayView associated,
                                            QByteArrayView sealed);

/// HKDF with SHA-256 (RFC 5869).
[[nodiscard]] Result<SecureBytes>
hkdfSha256(const SecureBytes &key, QByteArrayView salt, QByteArrayView info, std::size_t size);

/// Cost of Argon2id (RFC 9106).
struct Argon2Cost
{
    quint64 passes = 3;
    std::size_t memoryBytes = std::size_t{ 256 } << 20;
};

/// Argon2id of a passphrase; @p salt has 16 bytes. Takes about a second with the default cost.
[[nodiscard]] Result<SecureBytes> argon2id(const SecureBytes &passphrase,
                                           QByteArrayView salt,
                                           const Argon2Cost &cost,
                                           std::size_t size);

} // namespace andu::crypto
