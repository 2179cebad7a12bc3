// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/cms.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace andu::pdf::verify {

struct X509Deleter
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using Certificate = std::shared_ptr<X509>;

/// nullptr when the bytes are no certificate.
[[nodiscard]] Certificate parseCertificate(std::string_view der);

enum class Check { Ok, Broken, Unsupported };

/// Outcome of one public-key operation.
struct KeyCheck
{
    Check result = Check::Unsupported;
    std::string algorithm; ///< For people: "RSA-2048 SHA256", "SM2 SM3".
    bool isWeak = false; ///< MD5, SHA-1, or a key that is too short today.
    std::string detail;
};

/// OpenSSL's name of a digest; nullptr for an unknown object identifier.
[[nodiscard]] const char *digestName(std::string_view oid);
/// Digest that a signature algorithm prescribes; empty when it leaves that open (rsaEncryption).
[[nodiscard]] std::string digestOidOf(const Algorithm &signatureAlgorithm);

/// What a signature was made over: all bytes, or a digest of bytes that were hashed elsewhere.
struct SignedInput
{
    std::string bytes;
    bool isDigest = false; ///< For SM2 the digest must begin with Z (see sm2Prefix).
};

/// Checks @p signature with the key of @p signer.
/// @param digestOid used when the signature algorithm names no digest.
[[nodiscard]] KeyCheck checkSignature(X509 *signer,
                                      const Algorithm &algorithm,
                                      const std::string &digestOid,
                                      const SignedInput &input,
                                      std::string_view signature);

[[nodiscard]] bool isSm2Key(X509 *signer);
/// Z of GB/T 32918.2 with the usual identity 1234567812345678: hashed in front of the message.
[[nodiscard]] std::string sm2Prefix(X509 *signer);

/// What an old PKCS #1 signature says that it signed: digest oid and digest; nullopt when the key
/// does not fit.
[[nodiscard]] std::optional<std::pair<std::string, std::string>>
recoverDigestInfo(X509 *signer, std::string_view signature);

inline constexpr std::string_view Sm2Identity = "1234567812345678";

} // namespace andu::pdf::verify
