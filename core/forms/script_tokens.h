// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace andu::forms {

/// A token of a script, with the blanks and comments before it.
struct ScriptToken
{
    enum class Kind { Word, Number, Text, Pattern, Mark };

    Kind kind = Kind::Mark;
    QString before; ///< Blanks and comments.
    QString text;
    qsizetype partner = -1; ///< Index of the other bracket of a pair.

    [[nodiscard]] bool is(const char *mark) const { return text == QLatin1StringView(mark); }
};

/// Splits JavaScript into tokens; nothing when brackets or texts do not end. A template literal is
/// one token when nothing stands in its `${}` that needs a look inside (await).
[[nodiscard]] std::optional<QList<ScriptToken>> scriptTokens(const QString &code);

} // namespace andu::forms
