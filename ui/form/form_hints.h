// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"

namespace andu::ui {

/// Something of a form that works in the browser only, or not at all, in plain words.
struct FormHint
{
    enum class Kind {
        Module, ///< Is shown as a placeholder; its value is kept.
        Choices, ///< The option list needs the server.
        Rule, ///< A check that has to be made online.
        Script, ///< Any other script that did not run.
        Part ///< A part of the form itself is missing.
    };

    Kind kind = Kind::Script;
    QString field; ///< Module to jump to; empty when it is the form itself.
    QString text; ///< One sentence for the person.
    QString detail; ///< English, for the fold-out.

    friend bool operator==(const FormHint &, const FormHint &) = default;
};

/// What the information panel of a form lists, in the order of the form; one line for one cause.
/// @p placeholders modules without a value that are not drawn.
[[nodiscard]] QList<FormHint> formHints(const forms::FormSession &session,
                                        const QStringList &placeholders);

} // namespace andu::ui
