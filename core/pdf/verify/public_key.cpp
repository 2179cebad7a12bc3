// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/public_key.h"

#include "core/pdf/verify/crypto.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <array>

namespace andu::pdf::verify {

namespace {

using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using MdContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char *raw(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

struct OidName
{
    std::string_view oid;
    const char *name;
};

constexpr std::string_view Pss = "1.2.840.113549.1.1.10";
constexpr std::string_view Sha1 = "1.3.14.3.2.26";
constexpr std::string_view Shake256 = "2.16.840.1.101.3.4.2.12";
/// ECDSA as r and s side by side, BSI TR-03111.
constexpr std::string_view PlainEcdsa = "0.4.0.127.0.7.1.1.4.1.";

constexpr std::array Digests{
    OidName{ "1.2.840.113549.2.5", "MD5" },
    OidName{ Sha1, "SHA1" },
    OidName{ "1.3.36.3.2.1", "RIPEMD160" },
    OidName{ "2.16.840.1.101.3.4.2.4", "SHA224" },
    OidName{ "2.16.840.1.101.3.4.2.1", "SHA256" },
    OidName{ "2.16.840.1.101.3.4.2.2", "SHA384" },
    OidName{ "2.16.840.1.101.3.4.2.3", "SHA512" },
    OidName{ "2.16.840.1.101.3.4.2.6", "SHA512-256" },
    OidName{ "2.16.840.1.101.3.4.2.7", "SHA3-224" },
    OidName{ "2.16.840.1.101.3.4.2.8", "SHA3-256" },
    OidName{ "2.16.840.1.101.3.4.2.9", "SHA3-384" },
    OidName{ "2.16.840.1.101.3.4.2.10", "SHA3-512" },
    OidName{ Shake256, "SHAKE256" },
    OidName{ "2.16.840.1.101.3.4.2.18", "SHAKE256" }, // with a length, which is 512 for Ed448
    OidName{ "1.2.156.10197.1.401", "SM3" },
    OidName{ "1.2.156.10197.1.401.1", "SM3" },
    OidName{ "1.2.156.10197.1.401.2", "SM3" },
};

/// Signature algorithm → digest. The digest's own object identifier is looked up by name.
constexpr std::array SignatureDigests{
    OidName{ "1.2.840.113549.1.1.4", "MD5" },
    OidName{ "1.2.840.113549.1.1.5", "SHA1" },
    OidName{ "1.2.840.113549.1.1.14", "SHA224" },
    OidName{ "1.2.840.113549.1.1.11", "SHA256" },
    OidName{ "1.2.840.113549.1.1.12", "SHA384" },
    OidName{ "1.2.840.113549.1.1.13", "SHA512" },
    OidName{ "1.2.840.10045.4.1", "SHA1" },
    OidName{ "1.2.840.10045.4.3.1", "SHA224" },
    OidName{ "1.2.840.10045.4.3.2", "SHA256" },
    OidName{ "1.2.840.10045.4.3.3", "SHA384" },
    OidName{ "1.2.840.10045.4.3.4", "SHA512" },
    OidName{ "1.2.840.10040.4.3", "SHA1" },
    OidName{ "2.16.840.1.101.3.4.3.1", "SHA224" },
    OidName{ "2.16.840.1.101.3.4.3.2", "SHA256" },
    OidName{ "2.16.840.1.101.3.4.3.10", "SHA3-256" },
    OidName{ "2.16.840.1.101.3.4.3.11", "SHA3-384" },
    OidName{ "2.16.840.1.101.3.4.3.12", "SHA3-512" },
    OidName{ "2.16.840.1.101.3.4.3.14", "SHA3-256" },
    OidName{ "2.16.840.1.101.3.4.3.15", "SHA3-384" },
    OidName{ "2.16.840.1.101.3.4.3.16", "SHA3-512" },
    OidName{ "1.3.101.112", "SHA512" },
    OidName{ "1.3.101.113", "SHAKE256" },
    OidName{ "0.4.0.127.0.7.1.1.4.1.1", "SHA1" },
    OidName{ "0.4.0.127.0.7.1.1.4.1.2", "SHA224" },
    OidName{ "0.4.0.127.0.7.1.1.4.1.3", "SHA256" },
    OidName{ "0.4.0.127.0.7.1.1.4.1.4", "SHA384" },
    OidName{ "0.4.0.127.0.7.1.1.4.1.5", "SHA512" },
    OidName{ "1.2.156.10197.1.501", "SM3" },
    OidName{ "1.2.156.10197.501", "SM3" },
    OidName{ "1.2.156.10197.1.301.1", "SM3" },
};

template <typename Table>
const char *lookUp(const Table &table, std::string_view oid)
{
    for (const OidName &row : table) {
        if (row.oid == oid) {
            return row.name;
        }
    }
    return nullptr;
}

/// Parameters of RSASSA-PSS (RFC 4055) with their defaults.
struct PssParameters
{
    std::string digestOid{ Sha1 };
    std::string maskOid{ Sha1 };
    int saltBytes = 20;
};

PssParameters pssOf(const Algorithm &algorithm)
{
    PssParameters pss;
    const auto parameters = parseBer(algorithm.parameters);
    if (!parameters) {
        return pss;
    }
    for (const Asn1 &item : parameters->children) {
        if (item.isContext(0)) {
            pss.digestOid = item.child(0).child(0).oid();
        } else if (item.isContext(1)) {
            pss.maskOid = item.child(0).child(1).child(0).oid();
        } else if (item.isContext(2)) {
            pss.saltBytes = static_cast<int>(item.child(0).smallInteger().value_or(-9));
        }
    }
    return pss;
}

std::string keyName(EVP_PKEY *key)
{
    const std::string bits = std::to_string(EVP_PKEY_get_bits(key));
    if (EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1) {
        return "RSA-" + bits;
    }
    if (EVP_PKEY_is_a(key, "EC") == 1) {
        return "ECDSA-" + bits;
    }
    const char *type = EVP_PKEY_get0_type_name(key);
    return type == nullptr ? "unknown" : type;
}

bool isShortKey(EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    const bool isRsa = EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1
        || EVP_PKEY_is_a(key, "DSA") == 1;
    return isRsa ? bits < 2048 : bits < 224;
}

bool setPss(EVP_PKEY_CTX *context, const PssParameters &pss)
{
    const char *mask = digestName(pss.maskOid);
    return mask != nullptr && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md_name(context, mask, nullptr) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, pss.saltBytes) == 1;
}

bool verifyDigestOnly(EVP_PKEY *key,
                      const char *name,
                      const PssParameters *pss,
                      std::string_view digestBytes,
                      std::string_view signature)
{
    const PkeyContext context(EVP_PKEY_CTX_new(key, nullptr), EVP_PKEY_CTX_free);
    const EVP_MD *md = EVP_get_digestbyname(name);
    return context && md != nullptr && EVP_PKEY_verify_init(context.get()) == 1
        && EVP_PKEY_CTX_set_signature_md(context.get(), md) == 1
        && (pss == nullptr || setPss(context.get(), *pss))
        && EVP_PKEY_verify(context.get(),
                           raw(signature),
                           signature.size(),
                           raw(digestBytes),
                           digestBytes.size())
        == 1;
}

bool verifyMessage(EVP_PKEY *key,
                   const char *name,
                   const PssParameters *pss,
                   std::string_view message,
                   std::string_view signature)
{
    const MdContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    PkeyContext identity(nullptr, EVP_PKEY_CTX_free);
    const bool isSm2 = EVP_PKEY_is_a(key, "SM2") == 1;
    const bool isEdwards = EVP_PKEY_is_a(key, "ED25519") == 1 || EVP_PKEY_is_a(key, "ED448") == 1;
    if (isSm2) {
        identity.reset(EVP_PKEY_CTX_new(key, nullptr));
        if (EVP_PKEY_CTX_set1_id(identity.get(), Sm2Identity.data(), Sm2Identity.size()) != 1) {
            return false;
        }
        EVP_MD_CTX_set_pkey_ctx(context.get(), identity.get());
    }
    EVP_PKEY_CTX *inner = isSm2 ? identity.get() : nullptr;
    const char *digestUsed = isEdwards ? nullptr : name;
    if (EVP_DigestVerifyInit_ex(context.get(), &inner, digestUsed, nullptr, nullptr, key, nullptr)
        != 1) {
        return false;
    }
    if (pss != nullptr && !setPss(inner, *pss)) {
        return false;
    }
    return EVP_DigestVerify(
               context.get(), raw(signature), signature.size(), raw(message), message.size())
        == 1;
}

/// r and s side by side as the SEQUENCE that OpenSSL wants.
std::string derOfPlain(std::string_view signature)
{
    const auto integer = [](std::string_view part) {
        while (part.size() > 1 && part.front() == '\0') {
            part.remove_prefix(1);
        }
        const bool isHigh
            = !part.empty() && (static_cast<unsigned char>(part.front()) & 0x80U) != 0;
        return derWrap(2, (isHigh ? std::string(1, '\0') : std::string()) + std::string(part));
    };
    const std::size_t half = signature.size() / 2;
    return derWrap(0x30, integer(signature.substr(0, half)) + integer(signature.substr(half)));
}

/// RFC 8419 ties the digest of the content to the kind of the key.
bool isEdwardsMismatch(EVP_PKEY *key, std::string_view hash)
{
    return (EVP_PKEY_is_a(key, "ED25519") == 1 && hash != "SHA512")
        || (EVP_PKEY_is_a(key, "ED448") == 1 && hash != "SHAKE256");
}

} // namespace

Certificate parseCertificate(std::string_view der)
{
    const unsigned char *at = raw(der);
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
    ERR_clear_error();
    return certificate;
}

const char *digestName(std::string_view oid)
{
    return lookUp(Digests, oid);
}

std::string digestOidOf(const Algorithm &algorithm)
{
    if (algorithm.oid == Pss) {
        return pssOf(algorithm).digestOid;
    }
    const char *name = lookUp(SignatureDigests, algorithm.oid);
    for (const OidName &row : Digests) {
        if (name != nullptr && std::string_view(row.name) == name) {
            return std::string(row.oid);
        }
    }
    return {};
}

KeyCheck checkSignature(X509 *signer,
                        const Algorithm &algorithm,
                        const std::string &digestOid,
                        const SignedInput &input,
                        std::string_view signature)
{
    KeyCheck check;
    EVP_PKEY *key = X509_get0_pubkey(signer);
    if (key == nullptr) {
        ERR_clear_error();
        check.detail = "the certificate holds no usable key";
        return check;
    }
    const std::string own = digestOidOf(algorithm);
    const char *name = digestName(own.empty() ? digestOid : own);
    check.algorithm = keyName(key);
    if (name == nullptr) {
        check.detail = "digest algorithm is not known";
        return check;
    }
    const std::string_view hash = name;
    check.algorithm += ' ' + std::string(hash);
    check.isWeak = hash == "MD5" || hash == "SHA1" || isShortKey(key);
    const bool usesPss = algorithm.oid == Pss;
    const PssParameters pss = usesPss ? pssOf(algorithm) : PssParameters{};
    check.algorithm += usesPss ? " PSS" : "";
    const char *contentHash = digestName(digestOid);
    if (contentHash != nullptr && isEdwardsMismatch(key, contentHash)) {
        check.result = Check::Broken;
        check.detail = "the digest does not go with the key";
        return check;
    }
    const std::string value
        = algorithm.oid.starts_with(PlainEcdsa) ? derOfPlain(signature) : std::string(signature);
    const bool isRight = input.isDigest
        ? verifyDigestOnly(key, name, usesPss ? &pss : nullptr, input.bytes, value)
        : verifyMessage(key, name, usesPss ? &pss : nullptr, input.bytes, value);
    check.result = isRight ? Check::Ok : Check::Broken;
    check.detail = isRight ? "" : "the signature value does not fit the key";
    ERR_clear_error();
    return check;
}

bool isSm2Key(X509 *signer)
{
    EVP_PKEY *key = X509_get0_pubkey(signer);
    return key != nullptr && EVP_PKEY_is_a(key, "SM2") == 1;
}

std::string sm2Prefix(X509 *signer)
{
    // a, b, and the base point of sm2p256v1, GB/T 32918.5.
    constexpr std::string_view Curve
        = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC"
          "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93"
          "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
          "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0";
    std::string input("\x00\x80", 2);
    input += Sm2Identity;
    const auto nibble = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'A' + 10; };
    for (std::size_t i = 0; i + 1 < Curve.size(); i += 2) {
        input.push_back(static_cast<char>(16 * nibble(Curve[i]) + nibble(Curve[i + 1])));
    }
    unsigned char point[65] = {};
    std::size_t size = 0;
    EVP_PKEY *key = X509_get0_pubkey(signer);
    if (key == nullptr
        || EVP_PKEY_get_octet_string_param(
               key, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof(point), &size)
            != 1
        || size != sizeof(point) || point[0] != 4) {
        ERR_clear_error();
        return {};
    }
    input.append(reinterpret_cast<const char *>(point) + 1, 64);
    return digest("SM3", input);
}

std::optional<std::pair<std::string, std::string>> recoverDigestInfo(X509 *signer,
                                                                     std::string_view signature)
{
    EVP_PKEY *key = X509_get0_pubkey(signer);
    const PkeyContext context(key == nullptr ? nullptr : EVP_PKEY_CTX_new(key, nullptr),
                              EVP_PKEY_CTX_free);
    std::string out(1024, '\0');
    std::size_t size = out.size();
    const bool isRecovered = context && EVP_PKEY_is_a(key, "RSA") == 1
        && EVP_PKEY_verify_recover_init(context.get()) == 1
        && EVP_PKEY_verify_recover(context.get(),
                                   reinterpret_cast<unsigned char *>(out.data()),
                                   &size,
                                   raw(signature),
                                   signature.size())
            == 1;
    ERR_clear_error();
    if (!isRecovered) {
        return std::nullopt;
    }
    out.resize(size);
    std::size_t used = 0;
    const auto info = parseBer(out, &used);
    if (!info || used != out.size() || !info->isSequence()) {
        return std::nullopt;
    }
    return std::pair(info->child(0).child(0).oid(), info->child(1).octets());
}

} // namespace andu::pdf::verify
