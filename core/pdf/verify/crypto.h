// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/types.h>

#include <string>
#include <string_view>

namespace andu::pdf::verify {

enum class Pad { No, Yes };

/// Ends a running digest; empty when that fails.
[[nodiscard]] std::string finishDigest(EVP_MD_CTX *context);
/// Digest by OpenSSL's name ("SHA256", "SM3", …); empty when it is not known.
[[nodiscard]] std::string digest(const char *name, std::string_view data);

/// AES in CBC mode; the key size chooses the cipher. Empty on failure.
[[nodiscard]] std::string
aesDecryptCbc(std::string_view key, std::string_view iv, std::string_view data, Pad pad);
/// Without padding.
[[nodiscard]] std::string
aesEncryptCbc(std::string_view key, std::string_view iv, std::string_view data);

} // namespace andu::pdf::verify
