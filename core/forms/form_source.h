// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/work.h"

#include <QHash>
#include <QJsonObject>

namespace andu::forms {

/// A form out of its wrapping: `json` with moduleList, and the layout.
struct FormBody
{
    QJsonObject json;
    QString html; ///< Empty when there is none: lay the modules out in order.
    QStringList moduleOrder; ///< Ids in the order the text has them (QJsonObject sorts).
};

/// One script of relatedScriptMap.
struct FormScript
{
    QString id;
    QString name;
    QString alias;
    QString text;
};

/// A form with what it brings along.
struct FormSource
{
    QString id;
    QString name;
    FormBody body;
    QHash<QString, FormBody> subforms; ///< By id, name and alias.
    QList<FormScript> scripts;
    /// What `subformScript` named, by Subform module (filled in by the session).
    QHash<QString, QString> chosenSubforms;
};

/// Undoes the encodings of form/v2 answers and exports (o2oa-forms 1.2): text escaped once more,
/// plain JSON text, or an object. BadInput when nothing readable is in it or it is over the limit
/// of 16 MiB.
[[nodiscard]] Result<FormBody> decodeBody(const QJsonValue &data);

/// Reads a form/v2 answer (or an older {data}). BadInput as above; a sub-form that cannot be read
/// is left out.
[[nodiscard]] Result<FormSource> decodeForm(const FormDefinition &definition);

} // namespace andu::forms
