// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/cms.h"

#include "core/base/literals.h"
#include "core/pdf/der.h"
#include "core/pdf/digest.h"
#include "core/pdf/openssl_types.h"

namespace andu::pdf {

namespace {

constexpr QByteArrayView DataOid = "1.2.840.113549.1.7.1";
constexpr QByteArrayView SignedDataOid = "1.2.840.113549.1.7.2";
constexpr QByteArrayView GmDataOid = "1.2.156.10197.6.1.4.2.1";
constexpr QByteArrayView GmSignedDataOid = "1.2.156.10197.6.1.4.2.2";
constexpr QByteArrayView ContentTypeOid = "1.2.840.113549.1.9.3";
constexpr QByteArrayView MessageDigestOid = "1.2.840.113549.1.9.4";
constexpr QByteArrayView SigningCertificateV2Oid = "1.2.840.113549.1.9.16.2.47";
constexpr QByteArrayView TimestampTokenOid = "1.2.840.113549.1.9.16.2.14";

QByteArray attribute(QByteArrayView type, const QByteArray &value)
{
    return der::sequence({ der::oid(type), der::setOf({ value }) });
}

/// SigningCertificateV2 (RFC 5035): which certificate was meant, so that it cannot be exchanged.
QByteArray signingCertificate(const QByteArray &certificate,
                              DigestKind digest,
                              const QByteArray &issuerName,
                              const QByteArray &serial)
{
    const QByteArray issuer = der::sequence(
        { der::sequence({ der::tlv(0xa4, issuerName) }), serial }); // [4] directoryName
    const QByteArray hash = der::octets(digestOf(digest, certificate));
    const bool isDefault = digest == DigestKind::Sha256; // a DEFAULT is not encoded in DER
    const QByteArray id = isDefault ? der::sequence({ hash, issuer })
                                    : der::sequence({ digestAlgorithm(digest), hash, issuer });
    return der::sequence({ der::sequence({ id }) });
}

} // namespace

QByteArray digestAlgorithm(DigestKind kind)
{
    switch (kind) {
    case DigestKind::Sha256:
        return der::sequence({ der::oid("2.16.840.1.101.3.4.2.1") });
    case DigestKind::Sha384:
        return der::sequence({ der::oid("2.16.840.1.101.3.4.2.2") });
    case DigestKind::Sm3:
        return der::sequence({ der::oid("1.2.156.10197.1.401") });
    }
    return {};
}

QByteArray signatureAlgorithm(KeyKind kind, CmsProfile profile)
{
    switch (kind) {
    case KeyKind::Rsa:
        return der::sequence({ der::oid("1.2.840.113549.1.1.1"), der::null() });
    case KeyKind::EcP256:
        return der::sequence({ der::oid("1.2.840.10045.4.3.2") });
    case KeyKind::EcP384:
        return der::sequence({ der::oid("1.2.840.10045.4.3.3") });
    case KeyKind::Sm2:
        return der::sequence({ der::oid(profile == CmsProfile::GmT0010 ? "1.2.156.10197.1.301.1"
                                                                       : "1.2.156.10197.1.501") });
    }
    return {};
}

Result<QByteArray> signCms(Signer &signer,
                           const QByteArray &documentDigest,
                           CmsProfile profile,
                           const TokenSource &token)
{
    const Identity &identity = signer.identity();
    const bool isGm = profile == CmsProfile::GmT0010;
    if (isGm && identity.key != KeyKind::Sm2) {
        return fail(ErrorCode::BadInput, u"GM/T 0010 needs an SM2 key"_s);
    }
    const DigestKind digest = digestFor(identity.key);
    const QByteArray contentType = der::oid(isGm ? GmDataOid : DataOid);
    const QByteArray attributes = der::setOf(
        { attribute(ContentTypeOid, contentType),
          attribute(MessageDigestOid, der::octets(documentDigest)),
          attribute(SigningCertificateV2Oid,
                    signingCertificate(
                        identity.certificate, digest, identity.issuer, identity.serial)) });
    const auto signature = signer.sign(attributes); // RFC 5652, 5.4: over the SET OF, not the [0]
    if (!signature) {
        return tl::unexpected<Error>(signature.error());
    }
    QByteArray implicitAttributes = attributes;
    implicitAttributes[0] = char(0xa0);
    QByteArray unsignedAttributes;
    if (token) {
        const auto stamp = token(*signature);
        if (!stamp) {
            return tl::unexpected<Error>(stamp.error());
        }
        if (!stamp->isEmpty()) {
            unsignedAttributes = der::setOf({ attribute(TimestampTokenOid, *stamp) });
            unsignedAttributes[0] = char(0xa1);
        }
    }
    const QByteArray signerInfo
        = der::sequence({ der::integer(1),
                          der::sequence({ identity.issuer, identity.serial }),
                          digestAlgorithm(digest),
                          implicitAttributes,
                          signatureAlgorithm(identity.key, profile),
                          der::octets(*signature),
                          unsignedAttributes });
    QByteArray certificates
        = der::setOf(QList<QByteArray>{ identity.certificate } + identity.chain);
    certificates[0] = char(0xa0);
    const QByteArray signedData = der::sequence({ der::integer(1),
                                                  der::setOf({ digestAlgorithm(digest) }),
                                                  der::sequence({ contentType }),
                                                  certificates,
                                                  der::setOf({ signerInfo }) });
    return der::sequence(
        { der::oid(isGm ? GmSignedDataOid : SignedDataOid), der::tlv(0xa0, signedData) });
}

} // namespace andu::pdf
