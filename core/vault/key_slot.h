// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/cipher.h"

#include <QJsonObject>

namespace andu::vault {

/// A slot as vault.json keeps it: the master key sealed by a key that a passphrase or the keychain
/// gives. Slots are AES-256-GCM with type and profile as associated data.
[[nodiscard]] Result<QJsonObject> sealPassphraseSlot(const QString &profile,
                                                     const crypto::SecureBytes &passphrase,
                                                     const crypto::SecureBytes &master);
/// WrongKey when the passphrase is not the one.
[[nodiscard]] Result<crypto::SecureBytes> openPassphraseSlot(const QString &profile,
                                                             const QJsonObject &slot,
                                                             const crypto::SecureBytes &passphrase);

[[nodiscard]] Result<QJsonObject>
sealKeychainSlot(const QString &profile, const QString &entry, const crypto::SecureBytes &master);
[[nodiscard]] Result<crypto::SecureBytes> openKeychainSlot(const QString &profile,
                                                           const QJsonObject &slot);

} // namespace andu::vault
