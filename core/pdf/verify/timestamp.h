// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/public_key.h"

namespace andu::pdf::verify {

/// TSTInfo of RFC 3161, as far as it matters.
struct TimestampInfo
{
    std::string digestOid;
    std::string imprint;
    std::int64_t timeUtc = 0;
};

[[nodiscard]] std::optional<TimestampInfo> parseTimestampInfo(const std::string &der);

/// Everything about a SignedData except what its content means.
struct CmsCheck
{
    Check result = Check::Broken;
    std::string algorithm;
    bool isWeak = false;
    std::string detail;
    Certificate signer; ///< Null when the structure does not hold it.
};

/// Checks signer, attributes and signature value.
/// @param contentDigest digest of the content by the signer's digest algorithm (contentDigestName).
/// @param extra certificates from elsewhere in the file.
[[nodiscard]] CmsCheck checkCms(const SignedData &data,
                                const std::string &contentDigest,
                                const std::vector<Certificate> &extra);

/// OpenSSL's name of the digest that must be made of the content; nullptr when unknown.
[[nodiscard]] const char *contentDigestName(const SignedData &data);

/// Certificates of the structure that can be read.
[[nodiscard]] std::vector<Certificate> certificatesOf(const SignedData &data);
[[nodiscard]] Certificate findSigner(const CmsSigner &signer, const std::vector<Certificate> &pool);

/// A timestamp token, checked except for the trust in its authority.
struct TokenCheck
{
    CmsCheck cms;
    TimestampInfo info;
    std::vector<Certificate> pool;
};

/// @return nullopt when the bytes are no token.
[[nodiscard]] std::optional<TokenCheck> checkToken(const SignedData &data,
                                                   const std::vector<Certificate> &extra);

} // namespace andu::pdf::verify
