// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/seal.h"

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
    QList<SealCustody> custody; ///< Oldest first.
    QStringList certificates; ///< SHA-256 of those it may be used with, in hex; none: any.
    std::optional<QDateTime> validFromUtc;
    std::optional<QDateTime> validUntilUtc;
    std::optional<int> perDay;
    bool isFrozen = false; ///< Lost, handed in or under question: not to be used.
    QByteArray esl; ///< The electronic seal, if it is one.
};

/// Who keeps the seal now; empty when nobody is named.
[[nodiscard]] QString custodianOf(const StoredSeal &seal);
/// Ends the present custody and begins another; an empty name only ends it.
void handOver(StoredSeal &seal, const QString &custodian, const QDateTime &nowUtc);
/// Invalid, or Refused with the reason's name, when the seal may not be used at @p nowUtc with this
/// certificate (DER).
[[nodiscard]] Result<void>
checkUsable(const StoredSeal &seal, const QByteArray &certificate, const QDateTime &nowUtc);
/// The same with its picture encoded; Damaged when the picture cannot be read.
[[nodiscard]] SealRecord recordOf(const StoredSeal &seal);
[[nodiscard]] Result<StoredSeal> storedSealFrom(const SealRecord &record);

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
    /// NotFound when there is no seal of this name.
    [[nodiscard]] Result<void> replace(const StoredSeal &seal) const;
    /// Takes its file away, if there is one.
    void remove(const QString &name) const;

private:
    [[nodiscard]] Result<void> write(const StoredSeal &seal) const;

    QString m_folder;
};

/// Picture, size, name and validity out of an .esl file. BadInput when it does not hold or its
/// picture is of a kind that cannot be shown.
[[nodiscard]] Result<StoredSeal>
importEsl(const QByteArray &bytes, const QDateTime &nowUtc, const QList<QByteArray> &trusted);

} // namespace andu::pdf
