// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/document_check.h"
#include "ui/theme/theme.h"

namespace andu::ui {

/// How sure one may be: also the colour and the mark.
enum class Tone { Ok, Warn, Danger, Neutral };

[[nodiscard]] Token tokenOf(Tone tone);
[[nodiscard]] QString toneName(Tone tone); ///< Property of style rules.
[[nodiscard]] QString iconOf(Tone tone);

struct VerdictText
{
    Tone tone = Tone::Neutral;
    QString title;
    QString sentence;
};

/// One step of a check, in plain words.
struct CheckStep
{
    Tone tone = Tone::Neutral;
    QString title;
    QString detail;
    QString word;
};

[[nodiscard]] VerdictText verdictText(const DocumentCheck &check);
[[nodiscard]] QList<CheckStep> stepsOf(const pdf::verify::SignatureReport &signature);
/// The worst of the steps.
[[nodiscard]] Tone toneOf(const pdf::verify::SignatureReport &signature);
[[nodiscard]] QString timeText(const pdf::verify::SignatureReport &signature);
/// The whole report for people, as plain text.
[[nodiscard]] QString reportText(const DocumentCheck &check, const QString &document);

} // namespace andu::ui
