// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/module.h"

#include <QJsonArray>

namespace andu::forms {

/// A rule that is not met.
struct Failure
{
    QString field; ///< Module id; empty for a rule of the whole form.
    QString rule; ///< Name of the operator, "number", "script", "validationFormCustom" …
    QString text; ///< The form's own words, plain text.

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// `a op b` as JavaScript compares: loosely for equal, alphabetically when both are texts.
[[nodiscard]] bool scriptLess(const QJsonValue &a, const QJsonValue &b);
[[nodiscard]] bool scriptEqual(const QJsonValue &a, const QJsonValue &b);

/// First failing entry of `validationConfig` (o2oa-forms 4.1: a rule describes the mistake) for the
/// collected value. @p route is empty in the pass before a route is chosen.
[[nodiscard]] std::optional<Failure>
firstFailure(const Module &module, const QJsonValue &value, const QString &route);

} // namespace andu::forms
