// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_host.h"

#include "core/base/literals.h"

namespace andu::ui {

namespace {

/// One change of one field; taking it back runs the form's rules as typing does.
class EditCommand final : public QUndoCommand
{
public:
    EditCommand(FormHost &host,
                forms::FormSession &session,
                QString id,
                QJsonValue before,
                QJsonValue after)
        : m_host(host)
        , m_session(session)
        , m_id(std::move(id))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
        const forms::Module *module = session.model().find(m_id);
        setText(module && !module->label.isEmpty() ? module->label : m_id);
    }

    void undo() override { apply(m_before); }

    void redo() override
    {
        if (m_isDone) {
            apply(m_after);
        }
        m_isDone = true; // the push itself: the session has it already
    }

private:
    void apply(const QJsonValue &value)
    {
        m_session.edit(m_id, value);
        Q_EMIT m_host.focusWanted(m_id);
    }

    FormHost &m_host;
    forms::FormSession &m_session;
    QString m_id;
    QJsonValue m_before;
    QJsonValue m_after;
    bool m_isDone = false;
};

constexpr int UndoLimit = 200;

} // namespace

FormHost::FormHost(forms::FormSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_undo.setUndoLimit(UndoLimit);
    m_attachments = session.work().attachments;
}

void FormHost::setAttachments(const QList<Attachment> &attachments)
{
    m_attachments = attachments;
    Q_EMIT attachmentsChanged();
}

void FormHost::record(const QString &id, const QJsonValue &before, const QJsonValue &after)
{
    // Nothing there before is taken back by an empty value, never by leaving the key out.
    const bool wasAbsent = before.isUndefined() || before.isNull();
    const QJsonValue empty = after.isArray() ? QJsonValue(QJsonArray()) : QJsonValue(QString());
    m_undo.push(new EditCommand(*this, m_session, id, wasAbsent ? empty : before, after));
}

void FormHost::rememberPeople(const QStringList &names)
{
    static constexpr qsizetype MostRecent = 20;
    QStringList recent = names;
    for (const QString &name : std::as_const(m_recent)) {
        if (!recent.contains(name)) {
            recent.append(name);
        }
    }
    m_recent = recent.mid(0, MostRecent);
    Q_EMIT recentPeopleChanged(m_recent);
}

QJsonValue FormContext::value(const forms::Module &module) const
{
    return place ? session.cell(place->grid, place->row, module.id) : session.value(module.id);
}

QJsonValue FormContext::collected(const forms::Module &module) const
{
    if (!place) {
        return session.collected(module.id);
    }
    const forms::FieldState now = state(module);
    return forms::collectedValue(module, value(module), now.options, now.isReadonly);
}

QString FormContext::shown(const forms::Module &module) const
{
    return place ? forms::shownText(module, value(module), state(module).options)
                 : session.shown(module.id);
}

forms::FieldState FormContext::state(const forms::Module &module) const
{
    forms::FieldState now = session.state(module.id);
    if (place) {
        now.isReadonly = now.isReadonly || session.state(place->grid).isReadonly;
    }
    return now;
}

QString FormContext::runtimeId(const forms::Module &module) const
{
    if (!place) {
        return module.id;
    }
    const forms::Module *grid = session.model().find(place->grid);
    const bool isTemplate = grid && grid->is(forms::ModuleKind::Datatemplate);
    return place->grid + (isTemplate ? u".."_s : u"..data.."_s) + QString::number(place->row)
        + u".."_s + module.id;
}

/// What a cell holds after typing: rows of a Datagrid keep the text until they are completed, those
/// of the newer tables collect each cell like a field, numbers as numbers (2.3).
QJsonValue FormContext::typedValue(const forms::Module &module, const QJsonValue &input) const
{
    const forms::Module *grid = place ? session.model().find(place->grid) : nullptr;
    const bool isNumeric = module.is(forms::ModuleKind::Number)
        || module.json.value("dataType"_L1) == QJsonValue(u"number"_s);
    if (!grid || grid->is(forms::ModuleKind::Datagrid) || !isNumeric || !input.isString()) {
        return input;
    }
    const auto number = forms::numberIn(input.toString());
    return number ? QJsonValue(*number) : input;
}

void FormContext::edit(const forms::Module &module, const QJsonValue &typed) const
{
    const QString id = place ? place->grid : module.id;
    const QJsonValue before = session.value(id);
    const QJsonValue input = typedValue(module, typed);
    if (place) {
        if (value(module) == input) {
            return;
        }
        session.editCell(place->grid, place->row, module.id, input);
        const QList<forms::Failure> failures = session.completeRow(place->grid, place->row);
        if (rowChecked) {
            rowChecked(place->row, failures);
        }
    } else {
        session.edit(module.id, input);
    }
    const QJsonValue after = session.value(id);
    if (before != after) {
        host.record(id, before, after);
    }
}

} // namespace andu::ui
