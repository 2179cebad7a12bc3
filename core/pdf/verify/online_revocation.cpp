// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/online_revocation.h"

#include "core/pdf/verify/crypto.h"

#include <QStringList>

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace andu::pdf::verify {

namespace {

template <auto Release>
struct Releases
{
    template <typename T>
    void operator()(T *thing) const
    {
        Release(thing);
    }
};
using Access = std::unique_ptr<AUTHORITY_INFO_ACCESS, Releases<AUTHORITY_INFO_ACCESS_free>>;
using Points = std::unique_ptr<CRL_DIST_POINTS, Releases<CRL_DIST_POINTS_free>>;
using Request = std::unique_ptr<OCSP_REQUEST, Releases<OCSP_REQUEST_free>>;
using Crl = std::unique_ptr<X509_CRL, Releases<X509_CRL_free>>;
using Memory = std::unique_ptr<BIO, Releases<BIO_free>>;

constexpr int MaxUrls = 4;

template <typename T>
std::string derOf(const T *thing, int (*encode)(const T *, unsigned char **))
{
    unsigned char *bytes = nullptr;
    const int size = encode(thing, &bytes);
    std::string der;
    if (size > 0) {
        der.assign(reinterpret_cast<char *>(bytes), static_cast<std::size_t>(size));
    }
    OPENSSL_free(bytes);
    return der;
}

void addUrl(QStringList &urls, const GENERAL_NAME *name)
{
    if (name->type != GEN_URI || urls.size() >= MaxUrls) {
        return;
    }
    const ASN1_IA5STRING *value = name->d.uniformResourceIdentifier;
    const QString url = QString::fromLatin1(
        reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
    if (url.startsWith(QStringLiteral("http://")) || url.startsWith(QStringLiteral("https://"))) {
        urls.append(url);
    }
}

QStringList responderUrls(X509 *certificate)
{
    QStringList urls;
    const Access access(static_cast<AUTHORITY_INFO_ACCESS *>(
        X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const ACCESS_DESCRIPTION *entry = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        if (OBJ_obj2nid(entry->method) == NID_ad_OCSP) {
            addUrl(urls, entry->location);
        }
    }
    return urls;
}

QStringList listUrls(X509 *certificate)
{
    QStringList urls;
    const Points points(static_cast<CRL_DIST_POINTS *>(
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

std::string derList(const QByteArray &bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
    Crl crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(bytes.size())));
    if (!crl) {
        const Memory in(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
        crl.reset(PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr));
    }
    ERR_clear_error();
    return crl ? derOf<X509_CRL>(crl.get(), i2d_X509_CRL) : std::string();
}

} // namespace

const OnlineRevocation::Answer &OnlineRevocation::ask(X509 *certificate, X509 *issuer)
{
    const std::string key = digest("SHA256", derOf<X509>(certificate, i2d_X509));
    const auto [found, isNew] = m_known.try_emplace(key);
    if (isNew) {
        Answer &answer = found->second;
        answer.isKnown
            = askOcsp(certificate, issuer, answer) || askList(certificate, issuer, answer);
        ERR_clear_error();
    }
    return found->second;
}

bool OnlineRevocation::askOcsp(X509 *certificate, X509 *issuer, Answer &answer) const
{
    const Request request(OCSP_REQUEST_new());
    OCSP_CERTID *id = OCSP_cert_to_id(EVP_sha1(), certificate, issuer); // RFC 5019
    if (id == nullptr || OCSP_request_add0_id(request.get(), id) == nullptr) {
        OCSP_CERTID_free(id);
        return false;
    }
    const std::string body = derOf<OCSP_REQUEST>(request.get(), i2d_OCSP_REQUEST);
    for (const QString &url : responderUrls(certificate)) {
        const auto bytes = m_fetch(url,
                                   QByteArrayLiteral("application/ocsp-request"),
                                   QByteArray(body.data(), static_cast<qsizetype>(body.size())));
        if (!bytes) {
            continue;
        }
        RevocationData data{ {}, { bytes->toStdString() }, {} };
        if (isFreshlyAnswered(data, certificate, issuer, m_now)) {
            answer.data = std::move(data);
            return true;
        }
    }
    return false;
}

bool OnlineRevocation::askList(X509 *certificate, X509 *issuer, Answer &answer) const
{
    for (const QString &url : listUrls(certificate)) {
        const auto bytes = m_fetch(url, {}, {});
        if (!bytes) {
            continue;
        }
        RevocationData data{ { derList(*bytes) }, {}, {} };
        if (isFreshlyAnswered(data, certificate, issuer, m_now)) {
            answer.data = std::move(data);
            return true;
        }
    }
    return false;
}

} // namespace andu::pdf::verify
