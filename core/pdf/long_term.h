// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/sign.h"
#include "core/pdf/timestamp.h"

#include <QMap>

namespace andu::pdf {

/// What somebody needs years later to judge a signature without any server, in DER.
struct ValidationMaterial
{
    QList<QByteArray> certificates;
    QList<QByteArray> crls;
    QList<QByteArray> ocsps;

    void merge(const ValidationMaterial &other);
};

/// Certificates in a signature container and in its time stamp.
[[nodiscard]] QList<QByteArray> certificatesIn(QByteArrayView container);

/// Adds issuers, revocation lists and OCSP answers that @p fetch can get for @p certificates; each
/// answer is checked against its issuer. What cannot be had is left out and named in @p missing.
[[nodiscard]] ValidationMaterial
collectMaterial(const QList<QByteArray> &certificates, const Fetch &fetch, QStringList *missing);

/// Value of /Contents of every signature, by the name of its field.
[[nodiscard]] Result<QMap<QString, QByteArray>> containersOf(Document &document);

/// The document security store (ISO 32000-2, 12.8.4.3): PAdES B-LT.
[[nodiscard]] Result<SignedUpdate> addValidationData(Document &document,
                                                     const ValidationMaterial &material);

} // namespace andu::pdf
