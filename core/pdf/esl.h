// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/signer.h"

#include <QDateTime>
#include <QSizeF>

namespace andu::pdf {

/// Electronic seal of GB/T 38540-2020 (version 4), GM/T 0031-2014 (1) and GM/T 0031-2025 (5).
struct ElectronicSeal
{
    int version = 4;
    QByteArray vendor;
    QByteArray id;
    int type = 1;
    QString name;
    QList<QByteArray> certificates; ///< Who may use it: DER certificates …
    QList<QByteArray> certificateDigests; ///< … or their SM3 digests (certListType 2).
    QDateTime createdUtc;
    QDateTime validFromUtc;
    QDateTime validUntilUtc;
    QByteArray pictureType; ///< "PNG", "OFD", …
    QByteArray picture;
    QSizeF sizeMm;
    QByteArray makerCertificate;

    // As received, for checking the maker's signature over the bytes themselves.
    QByteArray signedBytes;
    QByteArray signature;
};

/// Makes a version 4 seal; @p maker has an SM2 key. For tests and demonstration.
[[nodiscard]] Result<QByteArray> makeEsl(const ElectronicSeal &seal, Signer &maker);
[[nodiscard]] Result<ElectronicSeal> parseEsl(const QByteArray &bytes);

/// SES_Signature of GB/T 38540-2020, 7: the seal itself, the digest of what is protected and the
/// signer's signature over both. Refused when the seal is not usable or does not list the signer.
/// @param protectedRange says what @p dataSm3 covers.
[[nodiscard]] Result<QByteArray> signSes(Signer &signer,
                                         const QByteArray &esl,
                                         const QByteArray &dataSm3,
                                         QByteArrayView protectedRange,
                                         const QDateTime &timeUtc);

enum class SealStep { Passed, Failed, NotChecked };

/// Each step on its own, never only a tick.
struct SealCheck
{
    SealStep makerSignature = SealStep::NotChecked;
    SealStep makerCertificate = SealStep::NotChecked; ///< Leads to one of the trusted roots.
    SealStep validity = SealStep::NotChecked; ///< At the time asked.
    SealStep signerListed = SealStep::NotChecked;

    [[nodiscard]] bool isUsable() const;
};

/// @param signerCertificate empty: not checked. @param trusted roots in DER; none: not checked.
[[nodiscard]] SealCheck checkEsl(const ElectronicSeal &seal,
                                 const QDateTime &atUtc,
                                 const QByteArray &signerCertificate,
                                 const QList<QByteArray> &trusted);

} // namespace andu::pdf
