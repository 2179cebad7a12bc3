// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/ber.h"

namespace andu::pdf::verify {

/// AlgorithmIdentifier.
struct Algorithm
{
    std::string oid;
    std::string parameters; ///< DER; empty when absent.
};

struct CmsAttribute
{
    std::string oid;
    std::vector<std::string> values; ///< Each with tag and length.
};

/// The one signer of a SignedData.
struct CmsSigner
{
    std::string issuer; ///< DER Name; empty when the signer is named by key identifier.
    std::string serial; ///< Content of the INTEGER.
    std::string keyIdentifier;
    Algorithm digestAlgorithm;
    Algorithm signatureAlgorithm;
    bool hasSignedAttributes = false;
    std::string signedAttributes; ///< As received, with the tag of a SET: what is signed.
    std::string sortedAttributes; ///< The same as DER demands it; some signers differ.
    std::vector<CmsAttribute> attributes;
    std::vector<CmsAttribute> unsignedAttributes;
    std::string signature;

    /// First value of the attribute when it occurs once with one value; empty otherwise.
    [[nodiscard]] const std::string &attribute(std::string_view oid) const;
    [[nodiscard]] const std::string &unsignedAttribute(std::string_view oid) const;
};

/// SignedData of CMS (RFC 5652), PKCS #7 or GM/T 0010.
struct SignedData
{
    bool isGm = false; ///< Names of GM/T 0010 = GB/T 35275.
    std::string contentType;
    std::optional<std::string> content; ///< Encapsulated; absent when detached.
    std::vector<std::string> certificates; ///< DER.
    std::vector<std::string> crls;
    std::size_t signerCount = 0;
    CmsSigner signer; ///< The first one.
    std::size_t sizeBytes = 0; ///< Of the whole structure in the bytes given.
};

[[nodiscard]] std::optional<SignedData> parseSignedData(std::string_view bytes);
[[nodiscard]] Algorithm parseAlgorithm(const Asn1 &element);

namespace oid {
inline constexpr std::string_view ContentType = "1.2.840.113549.1.9.3";
inline constexpr std::string_view MessageDigest = "1.2.840.113549.1.9.4";
inline constexpr std::string_view SigningTime = "1.2.840.113549.1.9.5";
inline constexpr std::string_view SigningCertificate = "1.2.840.113549.1.9.16.2.12";
inline constexpr std::string_view SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
inline constexpr std::string_view TimestampToken = "1.2.840.113549.1.9.16.2.14";
inline constexpr std::string_view TstInfo = "1.2.840.113549.1.9.16.1.4";
inline constexpr std::string_view RevocationArchive = "1.2.840.113583.1.1.8";
inline constexpr std::string_view Sm2WithSm3 = "1.2.156.10197.1.501";
} // namespace oid

} // namespace andu::pdf::verify
