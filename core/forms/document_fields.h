// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/module.h"

#include <QDateTime>

namespace andu::forms {

/// Members of a Documenteditor's value that can be taken from another field or a script.
[[nodiscard]] QStringList documentMembers();

/// Where a member comes from.
struct DocumentMember
{
    QString field; ///< Data key of the field it is taken from.
    QString code; ///< Script it is taken from.

    [[nodiscard]] bool isBound() const { return !field.isEmpty() || !code.isEmpty(); }
};

[[nodiscard]] DocumentMember documentMember(const Module &module, const QString &name);

/// A field's value as the document has it: names of people and units in a row, dates in Chinese
/// words, files without their endings; nothing for nothing (o2oa-forms 2.7).
[[nodiscard]] QJsonValue documentText(const QString &name, const QJsonValue &value);
/// The same for what a script returns: only people, dates and files are put into words.
[[nodiscard]] QJsonValue documentScriptText(const QString &name, const QJsonValue &value);

} // namespace andu::forms
