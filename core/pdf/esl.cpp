// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/esl.h"

#include "core/base/literals.h"
#include "core/pdf/der.h"
#include "core/pdf/digest.h"
#include "core/pdf/openssl_types.h"

#include <openssl/err.h>

namespace andu::pdf {

namespace {

constexpr QByteArrayView Sm2WithSm3 = "1.2.156.10197.1.501";
constexpr qsizetype MaxSealBytes = 8 << 20;

tl::unexpected<Error> broken(const QString &what)
{
    return fail(ErrorCode::BadInput, u"no electronic seal: "_s + what);
}

QByteArray sealInfo(const ElectronicSeal &seal)
{
    QList<QByteArray> certificates;
    for (const QByteArray &certificate : seal.certificates) {
        certificates.append(der::octets(certificate));
    }
    const QByteArray header
        = der::sequence({ der::ia5("ES"), der::integer(4), der::ia5(seal.vendor) });
    const QByteArray property = der::sequence({ der::integer(seal.type),
                                                der::utf8(seal.name),
                                                der::integer(1),
                                                der::sequenceOf(certificates),
                                                der::generalizedTime(seal.createdUtc),
                                                der::generalizedTime(seal.validFromUtc),
                                                der::generalizedTime(seal.validUntilUtc) });
    const QByteArray picture = der::sequence({ der::ia5(seal.pictureType),
                                               der::octets(seal.picture),
                                               der::integer(qRound(seal.sizeMm.width())),
                                               der::integer(qRound(seal.sizeMm.height())) });
    return der::sequence({ header, der::ia5(seal.id), property, picture });
}

bool readHeader(ElectronicSeal &seal, const der::Node &node)
{
    const auto parts = der::children(node.content);
    if (!parts || parts->size() != 3 || parts->at(0).content != QByteArrayView("ES")) {
        return false;
    }
    seal.version = der::smallNumber(parts->at(1)).value_or(0);
    seal.vendor = parts->at(2).content.toByteArray();
    return seal.version == 1 || seal.version == 4 || seal.version == 5;
}

/// Version 1 has no certListType; the list holds certificates.
bool readProperty(ElectronicSeal &seal, const der::Node &node)
{
    auto parts = der::children(node.content);
    if (!parts || parts->size() < 6) {
        return false;
    }
    seal.type = der::smallNumber(parts->at(0)).value_or(0);
    seal.name = QString::fromUtf8(parts->at(1).content);
    int listType = 1;
    qsizetype at = 2;
    if (parts->at(2).tag == der::Integer) {
        listType = der::smallNumber(parts->at(2)).value_or(0);
        ++at;
    }
    if (parts->size() < at + 4 || (listType != 1 && listType != 2)) {
        return false;
    }
    const auto list = der::children(parts->at(at).content);
    const auto created = der::timeUtc(parts->at(at + 1));
    const auto from = der::timeUtc(parts->at(at + 2));
    const auto until = der::timeUtc(parts->at(at + 3));
    if (!list || !created || !from || !until) {
        return false;
    }
    for (const der::Node &entry : *list) {
        if (listType == 1) {
            seal.certificates.append(entry.content.toByteArray());
            continue;
        }
        const auto digest = der::children(entry.content);
        if (!digest || digest->size() != 2) {
            return false;
        }
        seal.certificateDigests.append(digest->at(1).content.toByteArray());
    }
    seal.createdUtc = *created;
    seal.validFromUtc = *from;
    seal.validUntilUtc = *until;
    return true;
}

bool readPicture(ElectronicSeal &seal, const der::Node &node)
{
    const auto parts = der::children(node.content);
    if (!parts || parts->size() != 4) {
        return false;
    }
    seal.pictureType = parts->at(0).content.toByteArray();
    seal.picture = parts->at(1).content.toByteArray();
    seal.sizeMm = QSizeF(der::smallNumber(parts->at(2)).value_or(0),
                         der::smallNumber(parts->at(3)).value_or(0));
    return !seal.sizeMm.isEmpty();
}

bool readInfo(ElectronicSeal &seal, const der::Node &node)
{
    const auto parts = der::children(node.content);
    if (!parts || parts->size() < 4) {
        return false;
    }
    seal.id = parts->at(1).content.toByteArray();
    return readHeader(seal, parts->at(0)) && readProperty(seal, parts->at(2))
        && readPicture(seal, parts->at(3));
}

/// RSA and EC with the digest of the certificate's kind; SM2 with its user id.
bool isSignedBy(X509 *certificate, QByteArrayView message, QByteArrayView signature)
{
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (key == nullptr) {
        return false;
    }
    const bool isSm2 = EVP_PKEY_is_a(key, "SM2") == 1;
    const DigestContextPtr context(EVP_MD_CTX_new());
    const KeyContextPtr keyContext(EVP_PKEY_CTX_new(key, nullptr));
    if (isSm2) {
        EVP_PKEY_CTX_set1_id(keyContext.get(), Sm2Id.data(), size_t(Sm2Id.size()));
    }
    EVP_MD_CTX_set_pkey_ctx(context.get(), keyContext.get());
    const bool isGood = EVP_DigestVerifyInit(
                            context.get(), nullptr, isSm2 ? EVP_sm3() : EVP_sha256(), nullptr, key)
            == 1
        && EVP_DigestVerify(context.get(),
                            bytesOf(signature),
                            size_t(signature.size()),
                            bytesOf(message),
                            size_t(message.size()))
            == 1;
    ERR_clear_error();
    return isGood;
}

/// The id may be set only where the signature algorithm is SM2 (OpenSSL 3.0 fails otherwise).
bool isIssuedBy(X509 *certificate, X509 *issuer)
{
    if (X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(issuer)) != 0) {
        return false;
    }
    if (X509_get_signature_nid(certificate) == NID_SM2_with_SM3) {
        ASN1_OCTET_STRING *id = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(id, bytesOf(Sm2Id), int(Sm2Id.size()));
        X509_set0_distinguishing_id(certificate, id);
    }
    const bool isGood = X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return isGood;
}

bool isTrusted(const QByteArray &certificate, const QList<QByteArray> &trusted, const QDateTime &at)
{
    const X509Ptr leaf = parseCertificate(certificate);
    if (!leaf || at < timeOf(X509_get0_notBefore(leaf.get()))
        || at > timeOf(X509_get0_notAfter(leaf.get()))) {
        return false;
    }
    for (const QByteArray &root : trusted) {
        const X509Ptr issuer = parseCertificate(root);
        if (issuer && (root == certificate || isIssuedBy(leaf.get(), issuer.get()))) {
            return true;
        }
    }
    return false;
}

SealStep step(bool isPassed)
{
    return isPassed ? SealStep::Passed : SealStep::Failed;
}

} // namespace

Result<QByteArray> makeEsl(const ElectronicSeal &seal, Signer &maker)
{
    if (maker.identity().key != KeyKind::Sm2) {
        return fail(ErrorCode::BadInput, u"a seal is made with an SM2 key"_s);
    }
    const QByteArray info = sealInfo(seal);
    const auto signature = maker.sign(info); // version 4: over the seal's information alone
    if (!signature) {
        return signature;
    }
    return der::sequence({ info,
                           der::octets(maker.identity().certificate),
                           der::oid(Sm2WithSm3),
                           der::bits(*signature) });
}

Result<ElectronicSeal> parseEsl(const QByteArray &bytes)
{
    QByteArrayView rest(bytes);
    const auto outer = bytes.size() <= MaxSealBytes ? der::take(rest) : std::nullopt;
    const auto parts = outer && rest.isEmpty() ? der::children(outer->content) : std::nullopt;
    if (!parts || (parts->size() != 2 && parts->size() != 4 && parts->size() != 5)) {
        return broken(u"its outer structure is unknown"_s);
    }
    ElectronicSeal seal;
    if (!readInfo(seal, parts->at(0))) {
        return broken(u"its information cannot be read"_s);
    }
    const bool isFirst = parts->size() == 2;
    const auto sign
        = isFirst ? der::children(parts->at(1).content) : std::optional(parts->sliced(1, 3));
    if (!sign || sign->size() < 3 || isFirst != (seal.version == 1)) {
        return broken(u"version and structure contradict each other"_s);
    }
    const auto signature = der::bitBytes(sign->at(2));
    if (!signature || sign->at(0).tag != der::OctetString || sign->at(1).tag != der::Oid) {
        return broken(u"the maker's signature cannot be read"_s);
    }
    seal.makerCertificate = sign->at(0).content.toByteArray();
    seal.signature = signature->toByteArray();
    // Version 1 covers certificate and algorithm too; the bytes as received, not encoded again.
    seal.signedBytes = parts->at(0).whole.toByteArray();
    if (isFirst) {
        seal.signedBytes = der::tlv(der::Sequence,
                                    seal.signedBytes + sign->at(0).whole.toByteArray()
                                        + sign->at(1).whole.toByteArray());
    }
    return seal;
}

Result<QByteArray> signSes(Signer &signer,
                           const QByteArray &esl,
                           const QByteArray &dataSm3,
                           QByteArrayView protectedRange,
                           const QDateTime &timeUtc)
{
    const Identity &identity = signer.identity();
    const auto seal = parseEsl(esl);
    if (!seal) {
        return tl::unexpected<Error>(seal.error());
    }
    if (identity.key != KeyKind::Sm2 || seal->version != 4) {
        return fail(ErrorCode::BadInput, u"this signature needs an SM2 key and a version 4 seal"_s);
    }
    const SealCheck check = checkEsl(*seal, timeUtc, identity.certificate, {});
    if (!check.isUsable()) {
        return fail(ErrorCode::Refused,
                    u"seal-not-usable: expired, broken or not made for this certificate"_s);
    }
    const QByteArray toSign = der::sequence({ der::integer(4),
                                              esl,
                                              der::generalizedTime(timeUtc),
                                              der::bits(dataSm3),
                                              der::ia5(protectedRange) });
    const auto signature = signer.sign(toSign);
    if (!signature) {
        return signature;
    }
    return der::sequence(
        { toSign, der::octets(identity.certificate), der::oid(Sm2WithSm3), der::bits(*signature) });
}

bool SealCheck::isUsable() const
{
    return makerSignature == SealStep::Passed && makerCertificate != SealStep::Failed
        && validity == SealStep::Passed && signerListed != SealStep::Failed;
}

SealCheck checkEsl(const ElectronicSeal &seal,
                   const QDateTime &atUtc,
                   const QByteArray &signerCertificate,
                   const QList<QByteArray> &trusted)
{
    SealCheck check;
    const X509Ptr maker = parseCertificate(seal.makerCertificate);
    check.makerSignature = step(maker && isSignedBy(maker.get(), seal.signedBytes, seal.signature));
    if (!trusted.isEmpty()) {
        check.makerCertificate = step(isTrusted(seal.makerCertificate, trusted, atUtc));
    }
    check.validity = step(atUtc >= seal.validFromUtc && atUtc <= seal.validUntilUtc);
    if (!signerCertificate.isEmpty()) {
        check.signerListed = step(
            seal.certificates.contains(signerCertificate)
            || seal.certificateDigests.contains(digestOf(DigestKind::Sm3, signerCertificate)));
    }
    return check;
}

} // namespace andu::pdf
