// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace andu::pdf {

enum class KeyKind { Rsa, EcP256, EcP384, Sm2 };
enum class DigestKind { Sha256, Sha384, Sm3 };

/// Digest that goes with a key: SHA-256, SHA-384 for P-384, SM3 for SM2.
[[nodiscard]] DigestKind digestFor(KeyKind kind);

/// Default user id of SM2 signatures (GM/T 0009); no library implies it.
inline constexpr QByteArrayView Sm2Id = "1234567812345678";

/// Who signs: certificate and the intermediates that are known, in DER.
struct Identity
{
    KeyKind key = KeyKind::Rsa;
    QByteArray certificate;
    QByteArray issuer; ///< Name and serial number in DER, as containers refer to the certificate.
    QByteArray serial;
    QList<QByteArray> chain; ///< Issuer of the certificate first.
    QString commonName;
    QDateTime notBeforeUtc;
    QDateTime notAfterUtc;
};

/// A private key, wherever it lives: file, vault, token. Blocking; never on the GUI thread.
class Signer
{
public:
    virtual ~Signer() = default;
    Signer() = default;
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    [[nodiscard]] virtual const Identity &identity() const = 0;
    /// Signature of @p message with digestFor() the key: PKCS #1 v1.5, or DER SEQUENCE { r, s }.
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView message) = 0;
};

/// Reads what is needed of a certificate; BadInput for a key this program cannot sign with.
[[nodiscard]] Result<Identity> identityOf(const QByteArray &certificate,
                                          const QList<QByteArray> &others);

} // namespace andu::pdf
