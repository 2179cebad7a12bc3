// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

#include <optional>

namespace andu::vault {

/// What the desktop's secret service can do now, asked over D-Bus with a time limit of two seconds
/// a question.
enum class KeychainState { NoBus, NoService, NoCollection, Locked, Ready };

[[nodiscard]] KeychainState probeKeychain();

/// Secret kept under @p entry. Absent when the (unlocked) keychain has none. Blocks; runs its own
/// thread.
[[nodiscard]] Result<std::optional<crypto::SecureBytes>> readKeychain(const QString &entry);
[[nodiscard]] Result<void> writeKeychain(const QString &entry, const crypto::SecureBytes &secret);

} // namespace andu::vault
