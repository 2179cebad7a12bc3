// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

/// The verifier's report with what the panel shows beside it.
struct DocumentCheck
{
    pdf::verify::Report report;
    QHash<QString, SignatureClaims> claims; ///< By field.
    qsizetype revisions = 0;
    QDateTime atUtc;
};

/// Verifies every signature; blocking, reads the whole file.
[[nodiscard]] Result<DocumentCheck> checkDocument(const pdf::view::Content &content,
                                                  const pdf::view::SharedSecret &password,
                                                  const TrustSettings &trust);

/// The report as data, with the names anductl uses.
[[nodiscard]] QJsonObject toJson(const DocumentCheck &check, const QString &document);

} // namespace andu::ui
