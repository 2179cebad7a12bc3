// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of Datagrid, Datatable and Datatemplate (o2oa-forms 2.5).
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/form_session.h"
#include "core/forms/text_data.h"

namespace andu::forms {

namespace {

constexpr int MaxRows = 10000;

/// A cell's place in a row: {title: {field: v}} in a Datagrid, {field: v} elsewhere.
QStringList cellPath(const Module &field, const Module &grid)
{
    return grid.is(ModuleKind::Datagrid) ? QStringList{ field.column, field.id }
                                         : QStringList{ field.id };
}

/// A cell that holds nothing has no value, but its column stays.
QJsonValue withCell(const QJsonValue &row, const QStringList &path, const QJsonValue &value)
{
    if (!value.isUndefined()) {
        return withValueAt(row, path, value);
    }
    QJsonObject cells = row.toObject();
    QJsonObject column = cells.value(path.first()).toObject();
    column.remove(path.last());
    cells.insert(path.first(), column);
    return cells;
}

int limitOf(const Module &grid, QLatin1StringView key)
{
    return int(leadingNumber(scalarText(grid.json, key)).value_or(0));
}

} // namespace

QJsonArray FormSession::rows(const QString &grid) const
{
    const QJsonValue whole = value(grid);
    return whole.isArray() ? whole.toArray() : whole.toObject().value("data"_L1).toArray();
}

int FormSession::rowCount(const QString &grid) const
{
    return int(rows(grid).size());
}

QStringList FormSession::cellFields(const QString &grid) const
{
    QStringList fields;
    const auto columns = m_model.layout.columns.constFind(grid);
    if (columns != m_model.layout.columns.constEnd()) {
        for (const GridColumn &column : columns.value()) {
            for (const QString &field : column.fields) {
                if (m_model.find(field)) {
                    fields.append(field);
                }
            }
        }
        return fields;
    }
    for (const QString &id : m_model.layout.order) {
        const Module *module = m_model.find(id);
        if (module && module->grid == grid && module->info.hasValue) {
            fields.append(id);
        }
    }
    return fields;
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
    if (rows.isEmpty()) {
        return totals; // without rows there is no sum, not even zero
    }
    for (const GridColumn &column : m_model.layout.columns.value(id)) {
        const Module *title = m_model.find(column.titleId);
        const QString kind = title ? json::text(title->json, "total"_L1) : QString();
        const Module *field
            = column.fields.isEmpty() ? nullptr : m_model.find(column.fields.first());
        if (!field || (kind != "number"_L1 && kind != "count"_L1)) {
            continue;
        }
        const QString key = grid->is(ModuleKind::Datagrid) ? column.titleId : field->id;
        if (kind == "count"_L1) {
            totals.insert(key, QString::number(rows.size()));
            continue;
        }
        QStringList numbers;
        for (const QJsonValue &row : rows) {
            // What the cell shows is added up.
            const QJsonValue content = valueAt(row, cellPath(*field, *grid));
            const bool isPlain = field->is(ModuleKind::Number) || content.isDouble();
            const auto number = leadingNumber(
                isPlain ? scriptText(content)
                        : shownText(*field, content, m_states.value(field->id).options));
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
    if (!grid || !module || row < 0) {
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
    if (!grid->is(ModuleKind::Datagrid)) {
        // Cells of the newer tables are fields that tell of their own changes.
        m_currentGrid = id;
        m_currentRow = row;
        m_currentCell = field;
        m_cellValue = value;
        runEvent(field, u"change"_s);
        m_currentCell.clear();
    }
}

/// A cell written by a script.
void FormSession::writeCell(const QString &id,
                            int row,
                            const QString &field,
                            const QJsonValue &value)
{
    const Module *grid = m_model.find(id);
    const Module *module = m_model.find(field);
    QJsonArray all = rows(id);
    if (!grid || !module || row < 0 || row >= all.size()) {
        return;
    }
    all[row] = withValueAt(all.at(row), cellPath(*module, *grid), resolved(*module, value));
    setRows(id, all, Writer::Script);
}

QList<Failure>
FormSession::checkRow(const Module &grid, int row, const QJsonValue &content, const QString &route)
{
    QList<Failure> failures;
    const QString prefix = grid.id + (grid.is(ModuleKind::Datatemplate) ? u".."_s : u"..data.."_s)
        + QString::number(row) + u".."_s;
    const QStringList fields = cellFields(grid.id);
    for (const QString &field : fields) {
        const Module module = m_model.modules.value(field);
        const QJsonValue value = valueAt(content, cellPath(module, grid));
        if (m_states.value(field).isReadonly || !module.info.hasValue) {
            continue;
        }
        m_currentGrid = grid.id;
        m_currentRow = row;
        m_currentCell = field;
        m_cellValue = value.isUndefined() ? QJsonValue(QString()) : value;
        auto failure = checkField(
            module, route, collectedValue(module, value, m_states.value(field).options, false));
        m_currentCell.clear();
        if (failure && route.isNull()) {
            failures.append(*failure);
        } else if (failure) {
            failure->field = prefix + field;
            failures.append(*failure);
        }
    }
    return failures;
}

QList<Failure> FormSession::completeRow(const QString &id, int row)
{
    const Module *found = m_model.find(id);
    QJsonArray all = rows(id);
    QList<Failure> failures;
    if (!found || row < 0 || row >= all.size()) {
        return failures;
    }
    const Module grid = *found;
    QJsonValue content = all.at(row);
    for (const QString &field : cellFields(id)) {
        const Module *module = m_model.find(field);
        const QStringList path = cellPath(*module, grid);
        const QJsonValue value = valueAt(content, path);
        if (!grid.is(ModuleKind::Datagrid)) {
            continue;
        }
        // What the widgets hold: numbers as formatted texts, a single choice as itself (2.5).
        const Module cell = *module;
        if (cell.info.hasValue) {
            content
                = withCell(content, path, cellValueOf(cell, value, m_states.value(field).options));
        }
    }
    failures = checkRow(grid, row, content, QString());
    all[row] = content;
    setRows(id, all, Writer::Person);
    if (failures.isEmpty()) {
        runEvent(id, u"completeLineEdit"_s);
        runEvent(id, u"change"_s);
    }
    recompute();
    return failures;
}

/// @p given with the defaults of the cells that it leaves out.
QJsonValue FormSession::newRow(const Module &grid, const QJsonValue &given)
{
    QJsonValue row = given.isObject() ? given : QJsonValue(QJsonObject());
    for (const QString &field : cellFields(grid.id)) {
        const Module *module = m_model.find(field);
        const QStringList path = cellPath(*module, grid);
        const QString code = scriptOf(module->json, "defaultValue"_L1);
        if (!valueAt(row, path).isUndefined()) {
            continue;
        }
        const Module copy = *module; // a script may change the model
        if (!code.trimmed().isEmpty()) {
            const ScriptResult result = runScript(code, field, u"defaultValue"_s);
            if (!result.value.isUndefined() && !result.value.isNull()) {
                row = withValueAt(row, path, resolved(copy, result.value));
                continue;
            }
        }
        if (!grid.is(ModuleKind::Datagrid) && copy.info.hasValue) {
            // The newer tables and templates collect every field of a row; those of a Datagrid
            // are filled up when the row is completed.
            const QJsonValue empty = collectedValue(copy, {}, m_states.value(field).options, false);
            row = withValueAt(row, path, empty.isNull() ? QJsonValue(QString()) : empty);
        }
    }
    return row;
}

int FormSession::addRow(const QString &id, int at, const QJsonObject &given)
{
    const Module *found = m_model.find(id);
    QJsonArray all = rows(id);
    const int most = found ? limitOf(*found, "maxCount"_L1) : 0;
    if (!found || all.size() >= MaxRows || (most > 0 && all.size() >= most)) {
        return -1;
    }
    const Module grid = *found;
    const int place = at < 0 || at > all.size() ? int(all.size()) : at;
    all.insert(place, newRow(grid, given));
    setRows(id, all, Writer::Person);
    runEvent(id, u"addLine"_s);
    return place;
}

void FormSession::removeRow(const QString &id, int row)
{
    const Module *grid = m_model.find(id);
    QJsonArray all = rows(id);
    const int least = grid ? limitOf(*grid, "minCount"_L1) : 0;
    if (!grid || row < 0 || row >= all.size() || all.size() <= least) {
        return;
    }
    runEvent(id, u"deleteLine"_s);
    all = rows(id);
    if (row >= all.size()) {
        return;
    }
    all.removeAt(row);
    setRows(id, all, Writer::Person);
    runEvent(id, u"afterDeleteLine"_s);
    runEvent(id, u"change"_s);
    recompute();
}

void FormSession::editRows(const QString &id, const QJsonValue &value)
{
    const Module *grid = m_model.find(id);
    if (!grid || m_states.value(id).isReadonly) {
        return;
    }
    const QJsonArray before = rows(id);
    QJsonArray wanted
        = value.isArray() ? value.toArray() : value.toObject().value("data"_L1).toArray();
    while (wanted.size() > MaxRows) {
        wanted.removeLast();
    }
    setRows(id, wanted, Writer::Person);
    for (int row = 0; row < int(wanted.size()); ++row) {
        if (before.at(row) != wanted.at(row)) {
            (void)completeRow(id, row);
        }
    }
    if (wanted.isEmpty() && !before.isEmpty()) {
        runEvent(id, u"afterDeleteLine"_s);
        runEvent(id, u"change"_s);
    }
}

} // namespace andu::forms
