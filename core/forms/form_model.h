// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_source.h"
#include "core/forms/layout.h"

namespace andu::forms {

/// Something that could not be shown or run as the form wants it; for the information panel.
struct FormNote
{
    enum class Kind {
        UnknownModule,
        SubformMissing,
        SubformCycle,
        TooLarge,
        ScriptFailed,
        ScriptUnsupported,
        ScriptTimeout
    };

    Kind kind = Kind::UnknownModule;
    QString where; ///< Module id, or "form", with "/event" for scripts.
    QString detail; ///< English; for the fold-out.

    friend bool operator==(const FormNote &, const FormNote &) = default;
};

/// What a form is, without any work: modules, layout and scripts, with its sub-forms merged in.
struct FormModel
{
    QString name;
    QJsonObject json; ///< Top of the form: events, validations, isReadonly …
    QList<QJsonObject> subformJsons; ///< Tops of the merged sub-forms; their events run too.
    /// What each Subform module brought along, in order, with what is in it.
    QHash<QString, QStringList> subformModules;
    QHash<QString, Module> modules;
    FormLayout layout;
    QList<FormScript> scripts;
    QList<FormNote> notes;

    [[nodiscard]] const Module *find(const QString &id) const;
    /// Field with a value that stands on its own (not in a row of a grid), in building order.
    [[nodiscard]] QStringList fields() const;
};

/// Stable English name of a kind, for machine output.
[[nodiscard]] QString nameOf(FormNote::Kind kind);

/// Builds the model. Never fails: what cannot be understood becomes a note and keeps its data.
[[nodiscard]] FormModel buildModel(const FormSource &source);

/// True when a person must fill the field in whatever route is chosen.
[[nodiscard]] bool isRequired(const Module &module);

} // namespace andu::forms
