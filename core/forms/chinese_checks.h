// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace andu::forms {

/// An amount in yuan as it is written on receipts: 3128.5 → 叁仟壹佰贰拾捌元伍角整. Taken as
/// decimal text so that no cent is lost; rounded to cents. Nothing for what is no amount below
/// 10^16.
[[nodiscard]] std::optional<QString> moneyInWords(const QString &amount);

/// Identity number of a citizen: GB 11643, region, birth date and check digit (ISO 7064, MOD 11-2).
/// The 15 digits of old cards are no longer valid.
[[nodiscard]] bool isCitizenId(const QString &text);
/// Birth date in a valid number.
[[nodiscard]] std::optional<QDate> birthDateIn(const QString &citizenId);

/// Unified social credit code of an organisation: GB 32100, check digit by MOD 31-3.
[[nodiscard]] bool isCreditCode(const QString &text);

/// A date that exists, in 2026-01-09, 2026/1/9, 20260109 or 2026年1月9日.
[[nodiscard]] std::optional<QDate> dateIn(const QString &text);

} // namespace andu::forms
