// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/seal_book.h"
#include "core/pdf/verify/report.h"
#include "core/pdf/view/render_queue.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace andu::ui {

/// Which certificates trust starts from; the system's when both are empty.
struct TrustSettings
{
    QStringList files;
    QStringList folders;
};

/// What a signature says of itself; nobody vouches for it but the signer.
struct SignatureClaims
{
    QString reason;
    QString location;
    QString contact;
    int places = 0; ///< Pages it shows on.
    QList<QByteArray> certificates; ///< Those it brings along, in DER.
};

/// The verifier's report with what the panel shows beside it.
struct DocumentCheck
{
    pdf::verify::Report report;
    QHash<QString, SignatureClaims> claims; ///< By field.
    QHash<QString, pdf::SealUse> uses; ///< By field: the row of the register that fits the file.
    qsizetype revisions = 0;
    QDateTime atUtc;
};

/// Verifies every signature; blocking, reads the whole file. @p book may be null; with one, uses of
/// seals are looked up in its register.
[[nodiscard]] Result<DocumentCheck> checkDocument(const pdf::view::Content &content,
                                                  const pdf::view::SharedSecret &password,
                                                  const TrustSettings &trust,
                                                  pdf::SealBook *book = nullptr);

/// The report as data, with the names anductl uses.
[[nodiscard]] QJsonObject toJson(const DocumentCheck &check, const QString &document);

} // namespace andu::ui
