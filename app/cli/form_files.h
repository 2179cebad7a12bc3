// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/forms/form_session.h"

namespace andu::cli {

/// Files that a form is opened from; each is an answer of the server, with or without its envelope.
struct FormFiles
{
    QString form; ///< form/v2/{id}, or a decoded form.
    QString work; ///< work/v2/workorworkcompleted/{id}; may hold `control`. Empty: a blank work.
    QString control; ///< Empty: the file beside the work, else by whether there is a todo.
    QString data; ///< Business data instead of the work's own.
    QString dictionaries;
    QString org; ///< {unitList, personList, identityList, groupList, dutyList}
    QString user; ///< Name, id or distinguished name; empty: the holder of the current todo.
    QDateTime at; ///< Local time that scripts see.
};

/// ISO 8601, or with a blank between date and time.
[[nodiscard]] std::optional<QDateTime> localTime(const QString &text);

/// BadInput when a file cannot be read or is not what it should be.
[[nodiscard]] Result<forms::FormInput> readFormInput(const FormFiles &files);

/// A synced todo with its form, as it would be opened now. NotFound when it is not here. Blocks.
[[nodiscard]] Result<forms::FormInput>
storedFormInput(const session::Session &session, const QString &task, const QDateTime &now);

} // namespace andu::cli
