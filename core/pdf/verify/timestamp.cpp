// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/timestamp.h"

#include "core/pdf/verify/crypto.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace andu::pdf::verify {

namespace {

std::string derOf(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    std::string der;
    if (size > 0) {
        der.assign(reinterpret_cast<char *>(bytes), static_cast<std::size_t>(size));
    }
    OPENSSL_free(bytes);
    return der;
}

bool isNamed(const CmsSigner &signer, X509 *certificate)
{
    if (!signer.keyIdentifier.empty()) {
        const ASN1_OCTET_STRING *id = X509_get0_subject_key_id(certificate);
        return id != nullptr
            && std::string_view(reinterpret_cast<const char *>(ASN1_STRING_get0_data(id)),
                                static_cast<std::size_t>(ASN1_STRING_length(id)))
            == signer.keyIdentifier;
    }
    const auto *at = reinterpret_cast<const unsigned char *>(signer.issuer.data());
    X509_NAME *issuer = d2i_X509_NAME(nullptr, &at, static_cast<long>(signer.issuer.size()));
    const bool isIssuer
        = issuer != nullptr && X509_NAME_cmp(issuer, X509_get_issuer_name(certificate)) == 0;
    X509_NAME_free(issuer);
    std::string serial = derWrap(2, signer.serial);
    const auto *number = reinterpret_cast<const unsigned char *>(serial.data());
    ASN1_INTEGER *wanted = d2i_ASN1_INTEGER(nullptr, &number, static_cast<long>(serial.size()));
    const bool isSerial
        = wanted != nullptr && ASN1_INTEGER_cmp(wanted, X509_get0_serialNumber(certificate)) == 0;
    ASN1_INTEGER_free(wanted);
    ERR_clear_error();
    return isIssuer && isSerial;
}

/// Empty when signing-certificate(-v2) names the signer or is absent. RFC 5035.
std::string essFault(const CmsSigner &signer, X509 *certificate)
{
    for (const auto name : { oid::SigningCertificateV2, oid::SigningCertificate }) {
        bool isPresent = false;
        for (const CmsAttribute &attribute : signer.attributes) {
            isPresent = isPresent || attribute.oid == name;
        }
        if (!isPresent) {
            continue;
        }
        const auto value = parseBer(signer.attribute(name));
        const Asn1 none;
        const Asn1 &id = value ? value->child(0).child(0) : none;
        const bool isV2 = name == oid::SigningCertificateV2;
        const bool namesDigest = isV2 && id.child(0).isSequence();
        const char *digestUsed = !isV2 ? "SHA1"
            : namesDigest              ? digestName(id.child(0).child(0).oid())
                                       : "SHA256";
        const std::string hash = id.child(namesDigest ? 1 : 0).octets();
        if (digestUsed == nullptr || hash.empty()
            || hash != digest(digestUsed, derOf(certificate))) {
            return "the signing certificate is not the one the signature names";
        }
    }
    return {};
}

/// Empty when contentType and messageDigest are as they must be. RFC 5652, 5.3.
std::string attributeFault(const SignedData &data, const std::string &contentDigest)
{
    const auto type = parseBer(data.signer.attribute(oid::ContentType));
    const auto hash = parseBer(data.signer.attribute(oid::MessageDigest));
    if (!type || type->oid() != data.contentType) {
        return "the content type is not signed as it is";
    }
    if (!hash || !hash->is(4)) {
        return "there is no message digest";
    }
    return hash->octets() == contentDigest ? "" : "the digest does not match the content";
}

} // namespace

std::optional<TimestampInfo> parseTimestampInfo(const std::string &der)
{
    const auto info = parseBer(der);
    if (!info || !info->isSequence() || info->child(2).children.size() != 2) {
        return std::nullopt;
    }
    const Asn1 &imprint = info->child(2);
    const auto time = timeOf(info->child(4));
    if (!time || !imprint.child(1).is(4)) {
        return std::nullopt;
    }
    return TimestampInfo{ parseAlgorithm(imprint.child(0)).oid, imprint.child(1).octets(), *time };
}

const char *contentDigestName(const SignedData &data)
{
    const CmsSigner &signer = data.signer;
    const std::string own
        = signer.hasSignedAttributes ? std::string() : digestOidOf(signer.signatureAlgorithm);
    const char *name = digestName(own.empty() ? signer.digestAlgorithm.oid : own);
    // Some writers name the signature algorithm where the digest belongs.
    return name != nullptr ? name : digestName(digestOidOf(signer.digestAlgorithm));
}

std::vector<Certificate> certificatesOf(const SignedData &data)
{
    std::vector<Certificate> pool;
    for (const std::string &der : data.certificates) {
        if (Certificate certificate = parseCertificate(der)) {
            pool.push_back(std::move(certificate));
        }
    }
    return pool;
}

Certificate findSigner(const CmsSigner &signer, const std::vector<Certificate> &pool)
{
    for (const Certificate &certificate : pool) {
        if (isNamed(signer, certificate.get())) {
            return certificate;
        }
    }
    return {};
}

CmsCheck checkCms(const SignedData &data,
                  const std::string &contentDigest,
                  const std::vector<Certificate> &extra)
{
    CmsCheck check;
    if (data.signerCount != 1) {
        check.detail = "there is not exactly one signer";
        return check;
    }
    std::vector<Certificate> pool = certificatesOf(data);
    pool.insert(pool.end(), extra.begin(), extra.end());
    const CmsSigner &signer = data.signer;
    check.signer = findSigner(signer, pool);
    if (signer.hasSignedAttributes) {
        check.detail = attributeFault(data, contentDigest);
        if (!check.detail.empty()) {
            return check;
        }
    }
    if (!check.signer) {
        check.result = Check::Unsupported;
        check.detail = "the signer's certificate is not in the file";
        return check;
    }
    SignedInput input{ signer.signedAttributes, false };
    if (!signer.hasSignedAttributes) {
        input = { contentDigest, true };
    }
    const std::string digestOid = digestName(signer.digestAlgorithm.oid) != nullptr
        ? signer.digestAlgorithm.oid
        : digestOidOf(signer.digestAlgorithm);
    KeyCheck key = checkSignature(
        check.signer.get(), signer.signatureAlgorithm, digestOid, input, signer.signature);
    if (key.result == Check::Broken && signer.sortedAttributes != signer.signedAttributes) {
        input.bytes = signer.sortedAttributes;
        key = checkSignature(
            check.signer.get(), signer.signatureAlgorithm, digestOid, input, signer.signature);
    }
    const char *contentName = contentDigestName(data);
    const std::string_view used = contentName == nullptr ? "" : contentName;
    check.isWeak = key.isWeak || used == "SHA1" || used == "MD5";
    check.result = key.result;
    check.algorithm = key.algorithm;
    check.detail = key.detail;
    const std::string fault = essFault(signer, check.signer.get());
    if (check.result == Check::Ok && !fault.empty()) {
        check.result = Check::Broken;
        check.detail = fault;
    }
    return check;
}

std::optional<TokenCheck> checkToken(const SignedData &data, const std::vector<Certificate> &extra)
{
    if (data.contentType != oid::TstInfo || !data.content) {
        return std::nullopt;
    }
    const auto info = parseTimestampInfo(*data.content);
    if (!info) {
        return std::nullopt;
    }
    TokenCheck token;
    token.info = *info;
    token.pool = certificatesOf(data);
    const char *name = contentDigestName(data);
    token.cms = checkCms(data, name == nullptr ? "" : digest(name, *data.content), extra);
    return token;
}

} // namespace andu::pdf::verify
