// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace andu::pdf {

/// One row of the seal-use register (用印登记). Rows are never changed; a cancelled use gets a row
/// of its own that names the number it cancels.
struct SealUse
{
    QString number; ///< YY20260317
    QDateTime timeUtc;
    QString seal;
    QString documentTitle;
    QString documentNumber;
    QString recipient;
    int copies = 1;
    int pages = 0;
    int marks = 1; ///< Impressions on the pages.
    bool isSeam = false;
    QString applicant;
    QString approver;
    QString approval; ///< Number of the approval it rests on.
    QString approvalTitle;
    QString job; ///< The running instance the approval is, when it came as a todo.
    std::optional<int> approvedMarks; ///< Impressions the approval allows.
    QString operatorName;
    QString fileName;
    QByteArray digestBefore; ///< SM3 of the file as approved.
    QByteArray digestAfter; ///< SM3 of the sealed file.
    QString places; ///< Pages and positions, for people.
    QString remark;
    QString cancels;

    friend bool operator==(const SealUse &, const SealUse &) = default;
};

/// What an approval and the rules of the office allow.
struct SealUseRules
{
    std::optional<int> perDay; ///< Uses of this seal in one day of UTC+8.
    /// Impressions on the strength of one approval; what the approval itself allows counts too.
    std::optional<int> perApproval;
    bool needsApproval = true;
    bool needsOtherApplicant = false; ///< Operator and applicant must differ.
    QByteArray approvedDigest; ///< The file the approval names; empty: not named.
};

enum class SealUseRefusal { NoApproval, OtherFile, DailyLimit, ApprovalLimit, OwnRequest };
[[nodiscard]] QString nameOf(SealUseRefusal reason);

/// Nothing when @p use may go ahead after @p earlier.
[[nodiscard]] std::optional<SealUseRefusal>
refusalFor(const QList<SealUse> &earlier, const SealUseRules &rules, const SealUse &use);

[[nodiscard]] QJsonObject toJson(const SealUse &use);
[[nodiscard]] SealUse sealUseFrom(const QJsonObject &object);

/// The rows of a register, each with the SM3 of itself and the row before.
class SealUseChain
{
public:
    /// Takes the next row as it was kept. Damaged with the row's number when it does not follow.
    [[nodiscard]] Result<void> add(const QByteArray &row);
    /// The row to be kept for @p use; Refused with the reason's name when the rules forbid it. A
    /// use without number gets the next one of its day.
    [[nodiscard]] Result<QByteArray> next(SealUse &use, const SealUseRules &rules) const;
    [[nodiscard]] const QList<SealUse> &uses() const { return m_uses; }

private:
    QList<SealUse> m_uses;
    QByteArray m_last;
};

/// Append-only file of JSON lines.
class SealRegister
{
public:
    explicit SealRegister(QString path)
        : m_path(std::move(path))
    { }

    /// Damaged with the row's number when the chain does not hold.
    [[nodiscard]] Result<QList<SealUse>> read() const;
    /// Checks the chain and the rules, then appends; Refused with the reason's name. A row without
    /// number gets the next one of its day.
    [[nodiscard]] Result<SealUse> append(SealUse use, const SealUseRules &rules) const;

private:
    [[nodiscard]] Result<SealUseChain> readChain() const;

    QString m_path;
};

} // namespace andu::pdf
