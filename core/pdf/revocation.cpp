// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/revocation.h"

#include "core/base/literals.h"
#include "core/pdf/openssl_types.h"

#include <QStringList>

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>

namespace andu::pdf {

namespace {

using CrlPtr = std::unique_ptr<X509_CRL, Releases<X509_CRL_free>>;
using OcspRequestPtr = std::unique_ptr<OCSP_REQUEST, Releases<OCSP_REQUEST_free>>;
using OcspResponsePtr = std::unique_ptr<OCSP_RESPONSE, Releases<OCSP_RESPONSE_free>>;
using OcspBasicPtr = std::unique_ptr<OCSP_BASICRESP, Releases<OCSP_BASICRESP_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Releases<X509_STORE_free>>;
using AccessPtr = std::unique_ptr<AUTHORITY_INFO_ACCESS, Releases<AUTHORITY_INFO_ACCESS_free>>;
using PointsPtr = std::unique_ptr<CRL_DIST_POINTS, Releases<CRL_DIST_POINTS_free>>;

void addUrl(QStringList &urls, const GENERAL_NAME *name)
{
    if (name->type != GEN_URI) {
        return;
    }
    const ASN1_IA5STRING *value = name->d.uniformResourceIdentifier;
    const QString url = QString::fromLatin1(
        reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
    if (url.startsWith(u"http://"_s) || url.startsWith(u"https://"_s)) {
        urls.append(url);
    }
}

QStringList accessUrls(X509 *certificate, int method)
{
    QStringList urls;
    const AccessPtr access(static_cast<AUTHORITY_INFO_ACCESS *>(
        X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const ACCESS_DESCRIPTION *entry = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        if (OBJ_obj2nid(entry->method) == method) {
            addUrl(urls, entry->location);
        }
    }
    return urls;
}

CrlPtr parseCrl(const QByteArray &bytes)
{
    const unsigned char *at = bytesOf(bytes);
    CrlPtr crl(d2i_X509_CRL(nullptr, &at, long(bytes.size())));
    if (!crl) {
        const BioPtr in(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
        crl.reset(PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr));
    }
    ERR_clear_error();
    return crl;
}

bool isAnswerOf(OCSP_BASICRESP *basic, X509 *issuer, OCSP_CERTID *id)
{
    const StorePtr store(X509_STORE_new());
    X509_STORE_add_cert(store.get(), issuer);
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    STACK_OF(X509) *issuers = sk_X509_new_null();
    sk_X509_push(issuers, issuer);
    int status = 0;
    const bool isSigned = OCSP_basic_verify(basic, issuers, store.get(), OCSP_TRUSTOTHER) == 1;
    sk_X509_free(issuers);
    return isSigned
        && OCSP_resp_find_status(basic, id, &status, nullptr, nullptr, nullptr, nullptr) == 1
        && status != V_OCSP_CERTSTATUS_UNKNOWN;
}

} // namespace

QStringList crlUrlsOf(X509 *certificate)
{
    QStringList urls;
    const PointsPtr points(static_cast<CRL_DIST_POINTS *>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        if (point->distpoint == nullptr || point->distpoint->type != 0) {
            continue;
        }
        const GENERAL_NAMES *names = point->distpoint->name.fullname;
        for (int j = 0; j < sk_GENERAL_NAME_num(names); ++j) {
            addUrl(urls, sk_GENERAL_NAME_value(names, j));
        }
    }
    return urls;
}

QStringList ocspUrlsOf(X509 *certificate)
{
    return accessUrls(certificate, NID_ad_OCSP);
}

QStringList issuerUrlsOf(X509 *certificate)
{
    return accessUrls(certificate, NID_ad_ca_issuers);
}

Result<QByteArray> crlFrom(const QByteArray &bytes)
{
    const CrlPtr crl = parseCrl(bytes);
    if (!crl) {
        return fail(ErrorCode::BadInput, u"no revocation list"_s);
    }
    return derOf(crl.get(), i2d_X509_CRL);
}

Result<QByteArray> fetchCrl(X509 *certificate, X509 *issuer, const Fetch &fetch)
{
    for (const QString &url : crlUrlsOf(certificate)) {
        const auto bytes = fetch(url, {}, {});
        if (!bytes) {
            continue;
        }
        const CrlPtr crl = parseCrl(*bytes);
        const bool isSigned = crl && X509_CRL_verify(crl.get(), X509_get0_pubkey(issuer)) == 1;
        ERR_clear_error();
        if (isSigned) {
            return derOf(crl.get(), i2d_X509_CRL);
        }
    }
    return fail(ErrorCode::BadReply, u"no usable revocation list"_s);
}

Result<QByteArray> fetchOcsp(X509 *certificate, X509 *issuer, const Fetch &fetch)
{
    for (const QString &url : ocspUrlsOf(certificate)) {
        const OcspRequestPtr request(OCSP_REQUEST_new());
        OCSP_CERTID *id = OCSP_cert_to_id(EVP_sha1(), certificate, issuer);
        if (OCSP_request_add0_id(request.get(), id) == nullptr) {
            OCSP_CERTID_free(id);
            continue;
        }
        const auto bytes = fetch(url,
                                 QByteArrayLiteral("application/ocsp-request"),
                                 derOf(request.get(), i2d_OCSP_REQUEST));
        if (!bytes) {
            continue;
        }
        const unsigned char *at = bytesOf(*bytes);
        const OcspResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &at, long(bytes->size())));
        const OcspBasicPtr basic(response ? OCSP_response_get1_basic(response.get()) : nullptr);
        const bool isGood = basic && isAnswerOf(basic.get(), issuer, id);
        ERR_clear_error();
        if (isGood) {
            return derOf(response.get(), i2d_OCSP_RESPONSE);
        }
    }
    return fail(ErrorCode::BadReply, u"no usable OCSP answer"_s);
}

} // namespace andu::pdf
