// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revocation.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

namespace andu::pdf::verify {

namespace {

using Crl = std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)>;
using Basic = std::unique_ptr<OCSP_BASICRESP, decltype(&OCSP_BASICRESP_free)>;

std::int64_t secondsOf(const ASN1_TIME *time)
{
    const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> epoch(ASN1_TIME_set(nullptr, 0),
                                                                      ASN1_TIME_free);
    int days = 0;
    int seconds = 0;
    if (time == nullptr || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1) {
        return 0; // an unreadable date counts as long ago
    }
    return std::int64_t{ days } * 86400 + seconds;
}

/// The signature of a TBS, algorithm, BIT STRING triple; works for SM2 where OpenSSL stops.
bool isSignedBy(std::string_view der, X509 *issuer)
{
    const auto element = parseBer(der);
    if (!element || element->children.size() != 3) {
        return false;
    }
    const SignedInput input{ std::string(element->child(0).whole), false };
    return checkSignature(
               issuer, parseAlgorithm(element->child(1)), {}, input, element->child(2).bits())
               .result
        == Check::Ok;
}

std::optional<std::int64_t> fromCrl(const std::string &der, X509 *certificate, X509 *issuer)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.data());
    const Crl crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())), X509_CRL_free);
    if (!crl
        || X509_NAME_cmp(X509_CRL_get_issuer(crl.get()), X509_get_issuer_name(certificate)) != 0
        || !isSignedBy(der, issuer)) {
        return std::nullopt;
    }
    X509_REVOKED *row = nullptr;
    // 2 means removeFromCRL
    if (X509_CRL_get0_by_cert(crl.get(), &row, certificate) != 1 || row == nullptr) {
        return std::nullopt;
    }
    return secondsOf(X509_REVOKED_get0_revocationDate(row));
}

Basic basicOf(const std::string &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.data());
    const std::unique_ptr<OCSP_RESPONSE, decltype(&OCSP_RESPONSE_free)> response(
        d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())), OCSP_RESPONSE_free);
    if (response) {
        return { OCSP_response_get1_basic(response.get()), OCSP_BASICRESP_free };
    }
    at = reinterpret_cast<const unsigned char *>(der.data());
    return { d2i_OCSP_BASICRESP(nullptr, &at, static_cast<long>(der.size())), OCSP_BASICRESP_free };
}

/// The response is signed by the issuer, or by a responder that the issuer appointed.
bool isAuthentic(OCSP_BASICRESP *basic, X509 *issuer, const std::vector<Certificate> &pool)
{
    STACK_OF(X509) *others = sk_X509_new_null();
    sk_X509_push(others, issuer);
    for (const Certificate &certificate : pool) {
        sk_X509_push(others, certificate.get());
    }
    const int isValid = OCSP_basic_verify(basic, others, nullptr, OCSP_NOVERIFY);
    X509 *signer = nullptr;
    const bool isFound
        = isValid == 1 && OCSP_resp_get0_signer(basic, &signer, others) == 1 && signer != nullptr;
    bool isAllowed = false;
    if (isFound) {
        const bool isAppointed = (X509_get_extension_flags(signer) & EXFLAG_XKUSAGE) != 0
            && (X509_get_extended_key_usage(signer) & XKU_OCSP_SIGN) != 0
            && X509_check_issued(issuer, signer) == X509_V_OK
            && X509_verify(signer, X509_get0_pubkey(issuer)) == 1;
        isAllowed = X509_cmp(signer, issuer) == 0 || isAppointed;
    }
    sk_X509_free(others);
    return isAllowed;
}

bool isAbout(const OCSP_CERTID *id, X509 *certificate, X509 *issuer)
{
    ASN1_OBJECT *algorithm = nullptr;
    OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID *>(id));
    const EVP_MD *md = EVP_get_digestbyobj(algorithm);
    if (md == nullptr) {
        return false;
    }
    const std::unique_ptr<OCSP_CERTID, decltype(&OCSP_CERTID_free)> own(
        OCSP_cert_to_id(md, certificate, issuer), OCSP_CERTID_free);
    return own && OCSP_id_cmp(own.get(), id) == 0;
}

std::optional<std::int64_t>
fromOcsp(const std::string &der, const RevocationData &data, X509 *certificate, X509 *issuer)
{
    const Basic basic = basicOf(der);
    if (!basic) {
        return std::nullopt;
    }
    for (int i = 0; i < OCSP_resp_count(basic.get()); ++i) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(basic.get(), i);
        ASN1_GENERALIZEDTIME *revoked = nullptr;
        const int status = OCSP_single_get0_status(single, nullptr, &revoked, nullptr, nullptr);
        if (status == V_OCSP_CERTSTATUS_REVOKED
            && isAbout(OCSP_SINGLERESP_get0_id(single), certificate, issuer)
            && isAuthentic(basic.get(), issuer, data.pool)) {
            return secondsOf(revoked);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::int64_t>
revocationTime(const RevocationData &data, X509 *certificate, X509 *issuer)
{
    std::optional<std::int64_t> first;
    const auto take = [&first](std::optional<std::int64_t> found) {
        if (found && (!first || *found < *first)) {
            first = found;
        }
    };
    for (const std::string &crl : data.crls) {
        take(fromCrl(crl, certificate, issuer));
    }
    for (const std::string &response : data.ocspResponses) {
        take(fromOcsp(response, data, certificate, issuer));
    }
    ERR_clear_error();
    return first;
}

} // namespace andu::pdf::verify
