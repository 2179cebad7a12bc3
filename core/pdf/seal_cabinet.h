// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QImage>
#include <QList>
#include <QSizeF>

#include <optional>

namespace andu::pdf {

/// A seal as the cabinet keeps it.
struct StoredSeal
{
    QString name;
    QString kind; ///< "round", "oval", …, or "imported".
    QSizeF sizeMm;
    QImage picture;
    QString custodian;
    QString certificateSha256; ///< The certificate it is used with; empty: any.
    std::optional<QDateTime> validFromUtc;
    std::optional<QDateTime> validUntilUtc;
    std::optional<int> perDay;
    QByteArray esl; ///< The electronic seal, if it is one.
};

/// A folder of seals: one JSON file each, with the picture and the electronic seal inside.
class SealCabinet
{
public:
    explicit SealCabinet(QString folder)
        : m_folder(std::move(folder))
    { }

    [[nodiscard]] Result<QList<StoredSeal>> list() const;
    [[nodiscard]] Result<StoredSeal> find(const QString &name) const;
    /// Conflict when the name is taken.
    [[nodiscard]] Result<void> add(const StoredSeal &seal) const;

private:
    QString m_folder;
};

/// Picture, size, name and validity out of an .esl file. BadInput when it does not hold or its
/// picture is of a kind that cannot be shown.
[[nodiscard]] Result<StoredSeal>
importEsl(const QByteArray &bytes, const QDateTime &nowUtc, const QList<QByteArray> &trusted);

} // namespace andu::pdf
