// SPDX-License-Identifier: GPL-3.0-or-later
// Running scripts and writing values.
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/form_session.h"

#include <cmath>

namespace andu::forms {

ScriptResult
FormSession::runScript(const QString &code, const QString &target, const QString &event)
{
    if (code.trimmed().isEmpty()) {
        return {};
    }
    const ScriptResult result = m_scripts->run(code, target, event);
    record(result, (target.isEmpty() ? u"form"_s : target) + u'/' + event);
    return result;
}

/// Keeps the worst state of each script.
void FormSession::record(const ScriptResult &result, const QString &where)
{
    static constexpr qsizetype MaxRuns = 20000;
    const auto place = m_runPlaces.constFind(where);
    const QString detail = result.detail.left(300);
    if (place == m_runPlaces.constEnd()) {
        if (m_runs.size() < MaxRuns) {
            m_runPlaces.insert(where, m_runs.size());
            m_runs.append(ScriptRun{ where, result.state, detail });
        }
    } else if (int(result.state) > int(m_runs[place.value()].state)) {
        m_runs[place.value()].state = result.state;
        m_runs[place.value()].detail = detail;
    }
    note(result, where);
}

void FormSession::note(const ScriptResult &result, const QString &where)
{
    static constexpr qsizetype MaxNotes = 2000;
    if (result.state == ScriptState::Ran || m_notes.size() >= MaxNotes) {
        return;
    }
    FormNote note;
    note.kind = result.state == ScriptState::Failed ? FormNote::Kind::ScriptFailed
        : result.state == ScriptState::TimedOut     ? FormNote::Kind::ScriptTimeout
                                                    : FormNote::Kind::ScriptUnsupported;
    note.where = where;
    note.detail = result.detail.left(300);
    if (!m_notes.contains(note)) {
        m_notes.append(note);
    }
}

void FormSession::runEvent(const QString &id, const QString &event)
{
    const Module *module = m_model.find(id);
    if (!module) {
        return;
    }
    (void)runScript(eventScript(module->json, event), id, event);
    if (m_scripts->listens(id, event)) {
        record(m_scripts->fire(id, event), id + u'/' + event);
    }
}

void FormSession::runFormEvent(const QString &event)
{
    (void)runScript(eventScript(m_model.json, event), {}, event);
    const QList<QJsonObject> inner = m_model.subformJsons;
    for (const QJsonObject &json : inner) {
        (void)runScript(eventScript(json, event), {}, event);
    }
    if (m_scripts->listens({}, event)) {
        record(m_scripts->fire({}, event), u"form/"_s + event);
    }
}

/// What a person typed goes out with every save; what the form filled in while it loaded goes out
/// with the first change.
void FormSession::touch(const QString &id, Writer writer)
{
    if (writer == Writer::Person || (writer == Writer::Script && !m_isLoading)) {
        m_touched.insert(id);
    } else if (writer == Writer::Script) {
        m_defaults.insert(id);
    }
}

void FormSession::write(const Module &module, const QJsonValue &value, Writer writer)
{
    const QStringList path = pathOf(module.id);
    QJsonValue whole = value;
    if (isSectioned(module)) {
        const QString key = sectionKey(module);
        const QJsonValue before = valueAt(m_data, path);
        const bool isOther = isTruthy(before) && !before.isObject();
        if (key.isEmpty() || (isOther && writer == Writer::Load)) {
            return; // no own part, or a value from before there were sections
        }
        QJsonObject sections = before.toObject();
        sections.insert(key, value);
        whole = sections;
    }
    m_typed.remove(module.id);
    if (valueAt(m_data, path) == whole) {
        return;
    }
    if (path.size() == 1) {
        m_data.insert(path.first(), whole);
    } else {
        m_data = withValueAt(m_data, path, whole).toObject();
    }
    touch(module.id, writer);
    m_changedKeys.insert(module.id);
    if (!m_isLoading) {
        nameEntries(module);
        if (isTruthy(module.json.value("isTitle"_L1))) {
            Q_EMIT titleWanted(shown(module.id));
        }
        Q_EMIT valueChanged(module.id);
    }
}

void FormSession::writeKey(const QString &key, const QJsonValue &value, Writer writer)
{
    const Module *module = m_model.find(key);
    if (module && isGrid(*module) && (value.isObject() || value.isArray())) {
        setRows(key,
                value.isArray() ? value.toArray() : value.toObject().value("data"_L1).toArray(),
                writer); // with totals that fit
        return;
    }
    if (module && !isSectioned(*module)) {
        write(*module, resolved(*module, value), writer);
        return;
    }
    const QStringList path = pathOf(key);
    if (key.isEmpty() || valueAt(m_data, path) == value) {
        return;
    }
    m_data = withValueAt(m_data, path, value).toObject();
    touch(key, writer);
    m_changedKeys.insert(key);
    if (!m_isLoading) {
        Q_EMIT valueChanged(key);
    }
}

void FormSession::edit(const QString &id, const QJsonValue &input)
{
    const Module *found = m_model.find(id);
    if (!found || m_states.value(id).isReadonly) {
        return;
    }
    const Module module = *found;
    QJsonValue value = input;
    QString typed;
    const bool isClassicNumber
        = module.is(ModuleKind::Number) && module.info.family == Family::Classic;
    const bool isBlank = scriptText(input).trimmed().isEmpty();
    if (isClassicNumber && !(module.isNewer && isBlank)) {
        // The field shows the padded text, the data gets the number (2.3.1).
        typed = isBlank ? QString() : formattedNumber(input, decimalsOf(module));
        if (!std::isnan(scriptToNumber(typed))) {
            value = leadingNumber(typed).value_or(0);
        }
    }
    const QJsonValue before = this->value(id);
    if (module.is(ModuleKind::Org)) {
        value = chosenOrg(module, orgValues(input), m_input.directory);
    }
    write(module, value, Writer::Person);
    if (isClassicNumber && !typed.isEmpty()) {
        m_typed.insert(id, typed);
    }
    if (before == this->value(id)) {
        return;
    }
    writeCascaderText(module);
    // A person who types comes to the field, presses keys and leaves it again.
    const bool isTyped = module.is(ModuleKind::Text) || module.is(ModuleKind::TextArea)
        || module.is(ModuleKind::Number);
    const QStringList events = isTyped
        ? QStringList{ u"focus"_s, u"input"_s, u"keyup"_s, u"change"_s, u"blur"_s }
        : QStringList{ u"change"_s };
    for (const QString &event : events) {
        runEvent(id, event);
    }
    if (module.is(ModuleKind::Calendar)) {
        runEvent(id, scriptText(value).isEmpty() ? u"clear"_s : u"complete"_s);
    } else if (module.is(ModuleKind::Org)) {
        runEvent(id, u"select"_s);
    } else if (module.is(ModuleKind::Radio) || module.is(ModuleKind::Checkbox)) {
        runEvent(id, u"click"_s);
    }
    recompute();
    const auto failure = checkField(module, {}, collected(id));
    const QString mark = failure ? failure->text : QString();
    if (m_states.value(id).mark != mark) {
        m_states[id].mark = mark;
        Q_EMIT stateChanged(id);
    }
}

void FormSession::click(const QString &button)
{
    runEvent(button, u"click"_s);
    recompute();
}

void FormSession::restore(const QJsonObject &changes)
{
    for (auto member = changes.begin(); member != changes.end(); ++member) {
        const Module *module = m_model.find(member.key());
        QJsonValue value = member.value();
        const QJsonValue before = m_data.value(member.key());
        if (before.isObject() && value.isObject() && (!module || isSectioned(*module))) {
            QJsonObject merged = before.toObject();
            json::deepMerge(merged, value.toObject());
            value = merged;
        }
        m_data.insert(member.key(), value);
        m_touched.insert(member.key());
        Q_EMIT valueChanged(member.key());
    }
}

} // namespace andu::forms
