// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/signer.h"

#include "core/base/literals.h"
#include "core/pdf/openssl_types.h"

#include <openssl/err.h>

#include <array>

namespace andu::pdf {

namespace {

constexpr int MinRsaBits = 2048;

Result<KeyKind> kindOf(EVP_PKEY *key)
{
    std::array<char, 64> group{};
    size_t size = 0;
    EVP_PKEY_get_group_name(key, group.data(), group.size(), &size);
    const QByteArrayView curve(group.data(), qsizetype(size));
    if (EVP_PKEY_is_a(key, "SM2") != 0 || curve == QByteArrayView("SM2")) {
        return KeyKind::Sm2;
    }
    if (EVP_PKEY_is_a(key, "RSA") != 0) {
        if (EVP_PKEY_get_bits(key) < MinRsaBits) {
            return fail(ErrorCode::Refused, u"weak-key: RSA keys need at least 2048 bits"_s);
        }
        return KeyKind::Rsa;
    }
    if (curve == QByteArrayView("prime256v1") || curve == QByteArrayView("P-256")) {
        return KeyKind::EcP256;
    }
    if (curve == QByteArrayView("secp384r1") || curve == QByteArrayView("P-384")) {
        return KeyKind::EcP384;
    }
    return fail(ErrorCode::BadInput, u"the kind of key is not supported for signing"_s);
}

QString commonNameOf(X509 *certificate)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0) {
        return {};
    }
    ASN1_STRING *value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    unsigned char *bytes = nullptr;
    const int size = ASN1_STRING_to_UTF8(&bytes, value);
    const QString text
        = QString::fromUtf8(reinterpret_cast<const char *>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return text;
}

/// Issuers of @p leaf among @p known, nearest first.
QList<QByteArray> chainOf(X509 *leaf, const std::vector<X509Ptr> &known)
{
    QList<QByteArray> chain;
    X509 *current = leaf;
    while (chain.size() < qsizetype(known.size())
           && X509_NAME_cmp(X509_get_issuer_name(current), X509_get_subject_name(current)) != 0) {
        const auto issuer = std::find_if(known.begin(), known.end(), [&](const X509Ptr &candidate) {
            return X509_check_issued(candidate.get(), current) == X509_V_OK;
        });
        if (issuer == known.end()) {
            break;
        }
        current = issuer->get();
        chain.append(derOf(current, i2d_X509));
    }
    return chain;
}

} // namespace

DigestKind digestFor(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Rsa:
    case KeyKind::EcP256:
        return DigestKind::Sha256;
    case KeyKind::EcP384:
        return DigestKind::Sha384;
    case KeyKind::Sm2:
        return DigestKind::Sm3;
    }
    return DigestKind::Sha256;
}

QString opensslError()
{
    QString text;
    while (const unsigned long code = ERR_get_error()) {
        std::array<char, 256> line{};
        ERR_error_string_n(code, line.data(), line.size());
        text = QString::fromLatin1(line.data());
    }
    return text;
}

X509Ptr parseCertificate(QByteArrayView der)
{
    const unsigned char *at = bytesOf(der);
    X509Ptr certificate(d2i_X509(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return certificate;
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec),
                     Qt::UTC);
}

Result<Identity> identityOf(const QByteArray &certificate, const QList<QByteArray> &others)
{
    const X509Ptr parsed = parseCertificate(certificate);
    if (!parsed) {
        return fail(ErrorCode::BadInput, u"the certificate cannot be read"_s);
    }
    std::vector<X509Ptr> known;
    for (const QByteArray &der : others) {
        if (X509Ptr other = parseCertificate(der)) {
            known.push_back(std::move(other));
        }
    }
    return identityOf(parsed.get(), known);
}

Result<Identity> identityOf(X509 *certificate, const std::vector<X509Ptr> &others)
{
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (key == nullptr) {
        return fail(ErrorCode::BadInput, u"the certificate cannot be read"_s);
    }
    return kindOf(key).map([&](KeyKind kind) {
        Identity identity;
        identity.key = kind;
        identity.certificate = derOf(certificate, i2d_X509);
        identity.issuer = derOf(X509_get_issuer_name(certificate), i2d_X509_NAME);
        identity.serial = derOf(X509_get0_serialNumber(certificate), i2d_ASN1_INTEGER);
        identity.chain = chainOf(certificate, others);
        identity.commonName = commonNameOf(certificate);
        identity.notBeforeUtc = timeOf(X509_get0_notBefore(certificate));
        identity.notAfterUtc = timeOf(X509_get0_notAfter(certificate));
        return identity;
    });
}

} // namespace andu::pdf
