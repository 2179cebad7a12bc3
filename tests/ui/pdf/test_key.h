// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace andu::test {

/// A key and certificate made by openssl in @p folder: "signer.p12" and "signer.pem".
/// @return password of the key file; empty when openssl failed.
[[nodiscard]] QString makeKey(const QString &folder, const QString &name);

} // namespace andu::test
