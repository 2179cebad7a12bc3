// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/public_key.h"

namespace andu::pdf::verify {

/// SES_Signature of GB/T 38540-2020 (version 4), GM/T 0031-2014 (1) and -2025 (5), as far as its
/// check needs.
struct SealSignature
{
    std::string signedBytes; ///< DER of TBS_Sign as received.
    std::string dataHash; ///< Of the document.
    std::optional<std::int64_t> timeUtc;
    Certificate signer;
    Algorithm algorithm;
    std::string signature;

    std::string sealBytes; ///< What the maker of the seal signed.
    Certificate maker;
    Algorithm makerAlgorithm;
    std::string makerSignature;
    std::string sealName;
    std::vector<std::string> allowedSigners; ///< DER certificates, or digests of them.
    bool allowsByDigest = false;
    std::optional<std::int64_t> validFromUtc;
    std::optional<std::int64_t> validUntilUtc;
};

/// nullopt when the bytes are no such structure.
[[nodiscard]] std::optional<SealSignature> parseSeal(std::string_view bytes);

/// All checks of the standard but digest of the document and trust.
struct SealCheck
{
    Check result = Check::Broken;
    std::string algorithm;
    bool isWeak = false;
    std::string detail;
};
[[nodiscard]] SealCheck checkSeal(const SealSignature &seal);

} // namespace andu::pdf::verify
