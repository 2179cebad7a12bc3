// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace andu {

/// Who has a seal in keeping, and for which time. The last one without an end has it now.
struct SealCustody
{
    QString custodian;
    std::optional<QDateTime> fromUtc;
    std::optional<QDateTime> untilUtc;

    friend bool operator==(const SealCustody &, const SealCustody &) = default;
};

/// A seal as the store keeps it; pictures stay encoded.
struct SealRecord
{
    QString name;
    QString kind;
    double widthMm = 0;
    double heightMm = 0;
    QByteArray picture; ///< PNG.
    QByteArray esl; ///< The electronic seal, if it is one.
    QStringList certificates; ///< SHA-256 of those it may be used with, in hex; none: any.
    QList<SealCustody> custody; ///< Oldest first.
    std::optional<QDateTime> validFromUtc;
    std::optional<QDateTime> validUntilUtc;
    std::optional<int> perDay;
    bool isFrozen = false;

    friend bool operator==(const SealRecord &, const SealRecord &) = default;
};

/// A row of the seal-use register: what is searched for, and the row itself as it was chained.
struct SealUseRecord
{
    QString number;
    QDateTime timeUtc;
    QString seal;
    QString approval;
    QString job; ///< Running instance the approval is; empty when it has no todo here.
    QByteArray body; ///< JSON, with its link in the chain.

    friend bool operator==(const SealUseRecord &, const SealUseRecord &) = default;
};

} // namespace andu
