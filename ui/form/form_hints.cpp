// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_hints.h"

#include "core/base/literals.h"
#include "ui/form/field_editor.h"
#include "ui/form/placeholder.h"

#include <QCoreApplication>

namespace andu::ui {

using forms::FormNote;
using forms::Module;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::FormHints)
};

QString nameOf(const forms::FormSession &session, const QString &id)
{
    const Module *module = session.model().find(id);
    return (module && !module->label.isEmpty() ? module->label : id).left(80);
}

bool isScript(FormNote::Kind kind)
{
    return kind == FormNote::Kind::ScriptFailed || kind == FormNote::Kind::ScriptUnsupported
        || kind == FormNote::Kind::ScriptTimeout;
}

QString whyOf(FormNote::Kind kind)
{
    switch (kind) {
    case FormNote::Kind::ScriptTimeout:
        return Words::tr("It took too long and was stopped.");
    case FormNote::Kind::ScriptUnsupported:
        return Words::tr("It needs the server or the browser.");
    default:
        return Words::tr("It has an error.");
    }
}

/// The sentence for a script by what it is for: "id/purpose".
FormHint scriptHint(const forms::FormSession &session, const FormNote &note)
{
    const QString id = note.where.section(u'/', 0, 0);
    const QString purpose = note.where.section(u'/', 1);
    const bool isField = session.model().find(id) != nullptr;
    const QString name = nameOf(session, id);
    FormHint hint;
    hint.field = isField ? id : QString();
    hint.detail = note.where.left(120) + u": "_s + note.detail;
    QString text = isField ? Words::tr("A script of “%1” did not run.").arg(name)
                           : Words::tr("A script of the form did not run.");
    if (purpose.startsWith("validation"_L1)) {
        hint.kind = FormHint::Kind::Rule;
        text = isField ? Words::tr("A rule of “%1” can only be checked online.").arg(name)
                       : Words::tr("A rule of the form can only be checked online.");
    } else if (purpose.startsWith("default"_L1) && isField) {
        text = Words::tr("The default of “%1” could not be computed; what is stored stays.")
                   .arg(name);
    } else if (purpose == "script"_L1 && isField) {
        text = Words::tr("The text of “%1” could not be computed.").arg(name);
    } else if (purpose == "itemScript"_L1) {
        hint.kind = FormHint::Kind::Choices;
        text = Words::tr("The choices of “%1” could not be found out.").arg(name);
    } else if (purpose == "click"_L1) {
        text = Words::tr("The button “%1” did not work here.").arg(name);
    }
    hint.text = text + u' ' + whyOf(note.kind);
    return hint;
}

FormHint noteHint(const forms::FormSession &session, const FormNote &note)
{
    FormHint hint;
    hint.kind = FormHint::Kind::Part;
    hint.field = session.model().find(note.where) ? note.where : QString();
    hint.detail = note.where.left(120) + u": "_s + note.detail;
    const QString name = nameOf(session, note.where);
    switch (note.kind) {
    case FormNote::Kind::SubformMissing:
        hint.text = Words::tr("The sub-form “%1” is not here.").arg(name);
        break;
    case FormNote::Kind::SubformCycle:
        hint.text = Words::tr("The sub-form “%1” contains itself and was left out.").arg(name);
        break;
    case FormNote::Kind::TooLarge:
        hint.text = Words::tr("The form is too large; not all of it is shown.");
        break;
    default:
        hint.kind = FormHint::Kind::Module;
        hint.text
            = Words::tr("“%1” is of a kind that only the browser shows. What it holds is kept.")
                  .arg(name);
        break;
    }
    return hint;
}

FormHint moduleHint(const forms::FormSession &session, const Module &module)
{
    return { FormHint::Kind::Module,
             module.id,
             Words::tr("“%1” (%2) is shown in the browser only. What it holds is kept.")
                 .arg(nameOf(session, module.id), moduleTypeText(module)),
             module.id.left(80) + u": "_s + module.type.left(60) };
}

bool hasMissingChoices(const forms::FormSession &session, const Module &module)
{
    using forms::ModuleKind;
    const bool isChoice = module.is(ModuleKind::Select) || module.is(ModuleKind::Radio)
        || module.is(ModuleKind::Checkbox);
    return isChoice && !session.state(module.id).hasOptions && !session.state(module.id).isReadonly;
}

} // namespace

QList<FormHint> formHints(const forms::FormSession &session, const QStringList &placeholders)
{
    static constexpr qsizetype MostHints = 200;
    QList<FormHint> hints;
    QSet<QString> explained; ///< Modules whose placeholder or list has been spoken of.
    const auto add = [&hints](const FormHint &hint) {
        const bool isKnown = std::any_of(hints.begin(), hints.end(), [&](const FormHint &other) {
            return other.text == hint.text;
        });
        if (!isKnown && hints.size() < MostHints) {
            hints.append(hint);
        }
    };
    for (const QString &id : session.model().layout.order) {
        const Module *module = session.model().find(id);
        if (!module || !session.isShown(id)) {
            continue;
        }
        if (placeholders.contains(id) || (module->info.hasValue && !hasEditor(*module))) {
            explained.insert(id);
            add(moduleHint(session, *module));
        } else if (hasMissingChoices(session, *module)) {
            explained.insert(id);
            add({ FormHint::Kind::Choices,
                  id,
                  Words::tr("The choices of “%1” come from the server; the last known are shown.")
                      .arg(nameOf(session, id)),
                  id.left(80) + u": options"_s });
        }
    }
    for (const FormNote &note : session.notes()) {
        const QString purpose = note.where.section(u'/', 1);
        const bool isSaid = explained.contains(note.where.section(u'/', 0, 0))
            && (!isScript(note.kind) || purpose == "itemScript"_L1);
        if (!isSaid) {
            add(isScript(note.kind) ? scriptHint(session, note) : noteHint(session, note));
        }
    }
    return hints;
}

} // namespace andu::ui
