// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/form_session.h"

namespace andu::forms {

namespace {

bool isSectioned(const Module &module)
{
    return module.is(ModuleKind::Opinion) || isYes(module.json.value("section"_L1));
}

/// A cell's place in a row: {title: {field: v}} in a Datagrid, {field: v} elsewhere.
QStringList cellPath(const Module &field, const Module &grid)
{
    return grid.is(ModuleKind::Datagrid) ? QStringList{ field.column, field.id }
                                         : QStringList{ field.id };
}

} // namespace

ScriptResult
FormSession::runScript(const QString &code, const QString &target, const QString &event)
{
    if (code.trimmed().isEmpty()) {
        return {};
    }
    const ScriptResult result = m_scripts->run(code, target, event);
    note(result, (target.isEmpty() ? u"form"_s : target) + u'/' + event);
    return result;
}

void FormSession::note(const ScriptResult &result, const QString &where)
{
    if (result.state == ScriptState::Ran) {
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
    note(m_scripts->fire(id, event), id + u'/' + event);
}

void FormSession::runFormEvent(const QString &event)
{
    (void)runScript(eventScript(m_model.json, event), {}, event);
    const QList<QJsonObject> inner = m_model.subformJsons;
    for (const QJsonObject &json : inner) {
        (void)runScript(eventScript(json, event), {}, event);
    }
    note(m_scripts->fire({}, event), u"form/"_s + event);
}

void FormSession::write(const Module &module, const QJsonValue &value, Writer writer)
{
    const QStringList path = pathOf(module.id);
    QJsonValue whole = value;
    if (isSectioned(module)) {
        QJsonObject sections = valueAt(m_data, path).toObject();
        sections.insert(sectionKey(module), value);
        whole = sections;
    }
    if (valueAt(m_data, path) == whole) {
        return;
    }
    m_data = withValueAt(m_data, path, whole).toObject();
    if (writer == Writer::Person || writer == Writer::Script) {
        m_touched.insert(module.id);
    }
    if (!m_isLoading) {
        Q_EMIT valueChanged(module.id);
    }
}

void FormSession::writeKey(const QString &key, const QJsonValue &value, Writer writer)
{
    const Module *module = m_model.find(key);
    if (module && !isSectioned(*module)) {
        write(*module, resolved(*module, value), writer);
        return;
    }
    const QStringList path = pathOf(key);
    if (key.isEmpty() || valueAt(m_data, path) == value) {
        return;
    }
    m_data = withValueAt(m_data, path, value).toObject();
    m_touched.insert(key);
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
    if (module.is(ModuleKind::Number) && module.info.family == Family::Classic) {
        value = formattedNumber(input, decimalsOf(module));
    }
    const QJsonValue before = this->value(id);
    write(module, value, Writer::Person);
    if (before == this->value(id)) {
        return;
    }
    runEvent(id, u"change"_s);
    if (module.is(ModuleKind::Calendar)) {
        runEvent(id, u"complete"_s);
    } else if (module.is(ModuleKind::Org)) {
        runEvent(id, u"select"_s);
    }
    const auto failure = checkField(module, {}, collected(id));
    FieldState &state = m_states[id];
    const QString mark = failure ? failure->text : QString();
    if (state.mark != mark) {
        state.mark = mark;
        Q_EMIT stateChanged(id);
    }
}

QJsonArray FormSession::rows(const QString &grid) const
{
    const QJsonValue whole = value(grid);
    return whole.isArray() ? whole.toArray() : whole.toObject().value("data"_L1).toArray();
}

int FormSession::rowCount(const QString &grid) const
{
    return int(rows(grid).size());
}

void FormSession::setRows(const QString &id, const QJsonArray &rows, Writer writer)
{
    const Module *grid = m_model.find(id);
    if (!grid) {
        return;
    }
    if (grid->is(ModuleKind::Datatemplate)) {
        write(*grid, rows, writer);
        return;
    }
    QJsonObject whole = value(id).toObject();
    whole.insert(u"data"_s, rows);
    whole.insert(u"total"_s, totals(id, rows));
    write(*grid, whole, writer);
}

QJsonObject FormSession::totals(const QString &id, const QJsonArray &rows) const
{
    QJsonObject totals;
    const Module *grid = m_model.find(id);
    for (const GridColumn &column : m_model.layout.columns.value(id)) {
        const Module *title = m_model.find(column.titleId);
        const QString kind = title ? json::text(title->json, "total"_L1) : QString();
        if (column.fields.isEmpty() || (kind != "number"_L1 && kind != "count"_L1)) {
            continue;
        }
        const Module *field = m_model.find(column.fields.first());
        const QString key = grid->is(ModuleKind::Datagrid) ? column.titleId : field->id;
        if (kind == "count"_L1) {
            totals.insert(key, QString::number(rows.size()));
            continue;
        }
        QStringList numbers;
        for (const QJsonValue &row : rows) {
            const auto number = numberIn(valueAt(row, cellPath(*field, *grid)));
            numbers.append(number ? scriptNumber(*number) : u"0"_s);
        }
        totals.insert(key, decimalSum(numbers));
    }
    return totals;
}

QJsonValue FormSession::cell(const QString &id, int row, const QString &field) const
{
    const Module *grid = m_model.find(id);
    const Module *module = m_model.find(field);
    if (!grid || !module) {
        return QJsonValue::Undefined;
    }
    return valueAt(rows(id).at(row), cellPath(*module, *grid));
}

void FormSession::editCell(const QString &id,
                           int row,
                           const QString &field,
                           const QJsonValue &value)
{
    const Module *grid = m_model.find(id);
    const Module *module = m_model.find(field);
    QJsonArray all = rows(id);
    if (!grid || !module || row < 0 || row >= all.size() || m_states.value(id).isReadonly) {
        return;
    }
    all[row] = withValueAt(all.at(row), cellPath(*module, *grid), value);
    setRows(id, all, Writer::Person);
}

QList<Failure> FormSession::completeRow(const QString &id, int row)
{
    const Module *grid = m_model.find(id);
    QJsonArray all = rows(id);
    QList<Failure> failures;
    if (!grid || row < 0 || row >= all.size()) {
        return failures;
    }
    QJsonValue content = all.at(row);
    for (const GridColumn &column : m_model.layout.columns.value(id)) {
        for (const QString &field : column.fields) {
            const Module *module = m_model.find(field);
            const QStringList path = cellPath(*module, *grid);
            QJsonValue value = valueAt(content, path);
            const bool isClassicNumber
                = module->is(ModuleKind::Number) && module->info.family == Family::Classic;
            // All numbers of an edited Datagrid row become formatted texts (2.5) [run].
            if (isClassicNumber && grid->is(ModuleKind::Datagrid)) {
                value = formattedNumber(value, decimalsOf(*module));
                content = withValueAt(content, path, value);
            }
            m_currentCell = field;
            m_cellValue = value.isUndefined() ? QJsonValue(QString()) : value;
            const auto failure = checkField(
                *module, {}, collectedValue(*module, value, m_states.value(field).options, false));
            m_currentCell.clear();
            if (failure) {
                failures.append(*failure);
            }
        }
    }
    all[row] = content;
    setRows(id, all, Writer::Person);
    if (failures.isEmpty()) {
        runEvent(id, u"completeLineEdit"_s);
        runEvent(id, u"change"_s);
    }
    return failures;
}

int FormSession::addRow(const QString &id, int at, const QJsonObject &given)
{
    static constexpr int MaxRows = 10000;
    const Module *grid = m_model.find(id);
    QJsonArray all = rows(id);
    if (!grid || all.size() >= MaxRows) {
        return -1;
    }
    QJsonValue row = given;
    for (const QString &field : m_model.layout.order) {
        const Module *module = m_model.find(field);
        if (!module || module->grid != id || !module->info.hasValue) {
            continue;
        }
        const QStringList path = cellPath(*module, *grid);
        if (!valueAt(row, path).isUndefined()) {
            continue;
        }
        const ScriptResult result
            = runScript(scriptOf(module->json, "defaultValue"_L1), field, u"defaultValue"_s);
        if (!result.value.isUndefined() && !result.value.isNull()) {
            row = withValueAt(row, path, resolved(*module, result.value));
        }
    }
    const int place = at < 0 || at > all.size() ? int(all.size()) : at;
    all.insert(place, row.isObject() ? row : QJsonValue(QJsonObject()));
    setRows(id, all, Writer::Person);
    runEvent(id, u"addLine"_s);
    return place;
}

void FormSession::removeRow(const QString &id, int row)
{
    QJsonArray all = rows(id);
    if (row < 0 || row >= all.size()) {
        return;
    }
    runEvent(id, u"deleteLine"_s);
    all.removeAt(row);
    setRows(id, all, Writer::Person);
    runEvent(id, u"afterDeleteLine"_s);
    runEvent(id, u"change"_s);
}

void FormSession::click(const QString &button)
{
    runEvent(button, u"click"_s);
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
