// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revocation.h"

#include "core/pdf/verify/trust.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

#include <algorithm>

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

/// A list of the issuer of @p certificate, signed by it; null otherwise.
Crl listOf(const std::string &der, X509 *certificate, X509 *issuer)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.data());
    Crl crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())), X509_CRL_free);
    if (!crl
        || X509_NAME_cmp(X509_CRL_get_issuer(crl.get()), X509_get_issuer_name(certificate)) != 0
        || !isSignedBy(der, issuer)) {
        return { nullptr, X509_CRL_free };
    }
    return crl;
}

std::optional<std::int64_t> fromCrl(const std::string &der, X509 *certificate, X509 *issuer)
{
    const Crl crl = listOf(der, certificate, issuer);
    X509_REVOKED *row = nullptr;
    // 2 means removeFromCRL
    if (!crl || X509_CRL_get0_by_cert(crl.get(), &row, certificate) != 1 || row == nullptr) {
        return std::nullopt;
    }
    return secondsOf(X509_REVOKED_get0_revocationDate(row));
}

/// The bytes of a BasicOCSPResponse, bare or inside of an OCSPResponse.
std::string basicBytes(const std::string &der)
{
    const auto outer = parseBer(der);
    const bool isWrapped = outer && outer->child(0).is(10);
    return isWrapped ? outer->child(1).child(0).child(1).octets() : der;
}

Basic parseBasic(const std::string &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.data());
    return { d2i_OCSP_BASICRESP(nullptr, &at, static_cast<long>(der.size())), OCSP_BASICRESP_free };
}

/// Whether @p issuer appointed the responder. RFC 6960, 4.2.2.2.
bool isAppointed(X509 *responder, X509 *issuer)
{
    setSm2Identity(responder);
    return (X509_get_extension_flags(responder) & EXFLAG_XKUSAGE) != 0
        && (X509_get_extended_key_usage(responder) & XKU_OCSP_SIGN) != 0
        && X509_check_issued(issuer, responder) == X509_V_OK
        && X509_verify(responder, X509_get0_pubkey(issuer)) == 1;
}

/// The response is signed by the issuer, or by a responder that the issuer appointed. OpenSSL's
/// own check stops at SM2.
bool isAuthentic(const std::string &der, X509 *issuer, const std::vector<Certificate> &pool)
{
    const auto response = parseBer(der);
    if (!response || response->children.size() < 3) {
        return false;
    }
    const Algorithm algorithm = parseAlgorithm(response->child(1));
    const SignedInput input{ std::string(response->child(0).whole), false };
    const std::string signature = response->child(2).bits();
    const auto isSigner = [&](X509 *certificate) {
        return checkSignature(certificate, algorithm, {}, input, signature).result == Check::Ok;
    };
    std::vector<Certificate> responders = pool;
    for (const Asn1 &item : response->child(3).child(0).children) {
        if (Certificate certificate = parseCertificate(toDefinite(item))) {
            responders.push_back(std::move(certificate));
        }
    }
    return isSigner(issuer)
        || std::any_of(responders.begin(), responders.end(), [&](const Certificate &responder) {
               return isAppointed(responder.get(), issuer) && isSigner(responder.get());
           });
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

/// What an authentic response says about a certificate.
struct OcspAnswer
{
    int status = V_OCSP_CERTSTATUS_UNKNOWN;
    std::int64_t revokedUtc = 0;
    std::int64_t thisUtc = 0;
    std::optional<std::int64_t> nextUtc;
};

std::optional<OcspAnswer>
fromOcsp(const std::string &response, const RevocationData &data, X509 *certificate, X509 *issuer)
{
    const std::string der = basicBytes(response);
    const Basic basic = parseBasic(der);
    for (int i = 0; basic && i < OCSP_resp_count(basic.get()); ++i) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(basic.get(), i);
        if (!isAbout(OCSP_SINGLERESP_get0_id(single), certificate, issuer)) {
            continue;
        }
        ASN1_GENERALIZEDTIME *revoked = nullptr;
        ASN1_GENERALIZEDTIME *from = nullptr;
        ASN1_GENERALIZEDTIME *to = nullptr;
        OcspAnswer answer;
        answer.status = OCSP_single_get0_status(single, nullptr, &revoked, &from, &to);
        answer.revokedUtc = secondsOf(revoked);
        answer.thisUtc = secondsOf(from);
        answer.nextUtc = to == nullptr ? std::nullopt : std::optional(secondsOf(to));
        return isAuthentic(der, issuer, data.pool) ? std::optional(answer) : std::nullopt;
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
        const auto answer = fromOcsp(response, data, certificate, issuer);
        if (answer && answer->status == V_OCSP_CERTSTATUS_REVOKED) {
            take(answer->revokedUtc);
        }
    }
    ERR_clear_error();
    return first;
}

bool isFreshlyAnswered(const RevocationData &data,
                       X509 *certificate,
                       X509 *issuer,
                       std::int64_t nowUtc)
{
    constexpr std::int64_t Slack = 300; // clocks differ
    const bool isOcsp = std::any_of(
        data.ocspResponses.begin(), data.ocspResponses.end(), [&](const std::string &response) {
            const auto answer = fromOcsp(response, data, certificate, issuer);
            return answer && answer->status != V_OCSP_CERTSTATUS_UNKNOWN
                && answer->thisUtc <= nowUtc + Slack
                && (!answer->nextUtc || *answer->nextUtc >= nowUtc - Slack);
        });
    const bool isListed
        = std::any_of(data.crls.begin(), data.crls.end(), [&](const std::string &der) {
              const Crl crl = listOf(der, certificate, issuer);
              const ASN1_TIME *next = crl ? X509_CRL_get0_nextUpdate(crl.get()) : nullptr;
              return crl && secondsOf(X509_CRL_get0_lastUpdate(crl.get())) <= nowUtc + Slack
                  && (next == nullptr || secondsOf(next) >= nowUtc - Slack);
          });
    ERR_clear_error();
    return isOcsp || isListed;
}

} // namespace andu::pdf::verify
