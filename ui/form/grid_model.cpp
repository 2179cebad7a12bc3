// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/grid_model.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "ui/form/date_editor.h"
#include "ui/form/text_editors.h"

#include <QRegularExpression>

namespace andu::ui {

using forms::Module;
using forms::ModuleKind;

namespace {

constexpr int MaxCellText = 2000;

QJsonArray rowsOf(const QJsonValue &whole)
{
    return whole.isArray() ? whole.toArray() : whole.toObject().value("data"_L1).toArray();
}

QJsonValue withRows(const QJsonValue &whole, const QJsonArray &rows)
{
    if (whole.isArray()) {
        return rows;
    }
    QJsonObject object = whole.toObject();
    object.insert(u"data"_s, rows);
    return object;
}

bool isShown(const Module *part)
{
    return !part || part->json.value("isShow"_L1) != QJsonValue(false);
}

Qt::Alignment alignmentOf(const GridColumnView &column)
{
    return Qt::AlignVCenter
        | (column.isSequence()     ? Qt::AlignHCenter
               : column.isNumber() ? Qt::AlignRight
                                   : Qt::AlignLeft);
}

} // namespace

bool GridColumnView::isNumber() const
{
    return !isSequence()
        && (module.is(ModuleKind::Number)
            || module.json.value("dataType"_L1) == QJsonValue(u"number"_s));
}

GridModel::GridModel(const FormContext &context, const QString &grid, QObject *parent)
    : QAbstractTableModel(parent)
    , m_context(context)
    , m_grid(grid)
{
    readColumns();
    m_rows = rowsOf(m_context.session.value(m_grid));
}

void GridModel::readColumns()
{
    const forms::FormModel &form = m_context.session.model();
    const Module *grid = form.find(m_grid);
    const QList<forms::GridColumn> columns = form.layout.columns.value(m_grid);
    const bool hasSequence
        = std::any_of(columns.begin(), columns.end(), [](const forms::GridColumn &column) {
              return column.fields.isEmpty();
          });
    if (grid && !hasSequence && forms::isYes(grid->json.value("sequence"_L1))) {
        m_columns.append(GridColumnView{ {}, {}, tr("No."), {}, {}, {}, true });
    }
    for (const forms::GridColumn &column : columns) {
        if (isShown(form.find(column.titleId)) && isShown(form.find(column.dataId))) {
            addColumn(column);
        }
    }
}

void GridModel::addColumn(const forms::GridColumn &column)
{
    const forms::FormModel &form = m_context.session.model();
    const Module *grid = form.find(m_grid);
    const bool isDatagrid = grid && grid->is(ModuleKind::Datagrid);
    if (column.fields.isEmpty()) {
        m_columns.append(GridColumnView{ {}, {}, column.title, {}, column.width, {}, true });
        return;
    }
    const Module *title = form.find(column.titleId);
    const QString total = title ? json::text(title->json, "total"_L1) : QString();
    const bool hasTotal = total == "number"_L1 || total == "count"_L1;
    bool isFirst = true;
    for (const QString &field : column.fields) {
        const Module *module = form.find(field);
        if (!module || !module->info.hasValue) {
            continue;
        }
        GridColumnView view;
        view.module = *module;
        view.path = isDatagrid ? QStringList{ column.titleId, field } : QStringList{ field };
        view.title = isFirst || module->label.isEmpty() ? column.title : module->label;
        view.width = isFirst ? column.width : std::nullopt;
        const forms::FieldState state = m_context.session.state(field);
        view.options = state.options;
        view.isReadonly = state.isReadonly;
        if (isFirst && hasTotal) {
            view.totalKey = isDatagrid ? column.titleId : field;
        }
        isFirst = false;
        m_columns.append(view);
    }
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

bool GridModel::isReadonly() const
{
    return m_context.session.state(m_grid).isReadonly;
}

QJsonValue GridModel::cell(int row, int column) const
{
    const GridColumnView &view = m_columns[column];
    return view.isSequence() ? QJsonValue(row + 1) : forms::valueAt(m_rows.at(row), view.path);
}

QString GridModel::text(int row, int column) const
{
    const GridColumnView &view = m_columns[column];
    return view.isSequence() ? QString::number(row + 1)
                             : forms::shownText(view.module, cell(row, column), view.options);
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    const GridColumnView &column = m_columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column()).left(MaxCellText);
    case Qt::EditRole:
        return forms::textsIn(cell(index.row(), index.column())).join(u", "_s);
    case Qt::TextAlignmentRole:
        return int(alignmentOf(column));
    case Qt::ForegroundRole:
        return column.isSequence() ? QVariant(m_context.look.colour(Token::Text3)) : QVariant();
    case Qt::BackgroundRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        for (const forms::Failure &failure : m_errors.value(index.row())) {
            if (failure.field == column.module.id && !column.isSequence()) {
                return role == Qt::BackgroundRole
                    ? QVariant(m_context.look.colour(Token::DangerWeak))
                    : QVariant(failure.text.toHtmlEscaped());
            }
        }
        return role == Qt::ToolTipRole
            ? QVariant(text(index.row(), index.column()).left(MaxCellText).toHtmlEscaped())
            : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1, row %2: %3")
            .arg(column.title)
            .arg(index.row() + 1)
            .arg(text(index.row(), index.column()));
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const GridColumnView &column = m_columns[section];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const bool isRequired = !column.isSequence() && forms::isRequired(column.module);
        const bool isMarked = column.title.startsWith(u'*');
        return isRequired && !isMarked ? u"* "_s + column.title : column.title;
    }
    if (role == Qt::TextAlignmentRole) {
        return int(alignmentOf(column));
    }
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const GridColumnView &column = m_columns[index.column()];
    const bool isEditable = !column.isSequence() && !column.isReadonly && !isReadonly()
        && !column.module.is(ModuleKind::Attachment);
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

FormContext GridModel::cellContext(int row)
{
    FormContext context = m_context;
    context.place = RowPlace{ m_grid, row };
    context.rowChecked
        = [this](int at, const QList<forms::Failure> &failures) { setErrors(at, failures); };
    return context;
}

QJsonValue GridModel::valueOf(const GridColumnView &column, const QString &text) const
{
    static const QRegularExpression separators(u"\\s*[,，;；、]\\s*"_s);
    const Module &module = column.module;
    const QString plain = text.trimmed();
    const auto valueOfOption = [&column](const QString &shown) {
        for (const forms::Option &option : column.options) {
            if (option.text == shown || option.value == shown) {
                return option.value;
            }
        }
        return shown;
    };
    switch (module.info.kind) {
    case ModuleKind::Number: {
        const QString number = typedNumber(plain, module);
        const auto value = forms::numberIn(number);
        return value ? QJsonValue(*value) : QJsonValue(number);
    }
    case ModuleKind::Calendar:
        return typedDate(plain, dateShape(module)).value_or(plain);
    case ModuleKind::Select:
    case ModuleKind::Radio:
        return valueOfOption(plain);
    case ModuleKind::Checkbox:
    case ModuleKind::Combox: {
        QJsonArray values;
        for (const QString &part : plain.split(separators, Qt::SkipEmptyParts)) {
            values.append(valueOfOption(part));
        }
        return values;
    }
    case ModuleKind::Org:
        return m_context.session.resolved(
            module, QJsonArray::fromStringList(plain.split(separators, Qt::SkipEmptyParts)));
    default:
        return text;
    }
}

bool GridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    const GridColumnView column = m_columns[index.column()];
    cellContext(index.row()).edit(column.module, valueOf(column, value.toString()));
    return true;
}

int GridModel::writeTexts(int row, int column, const QList<QStringList> &lines)
{
    static constexpr int MaxLines = 5000;
    if (isReadonly() || lines.isEmpty()) {
        return 0;
    }
    const QJsonValue before = m_context.session.value(m_grid);
    const bool mayAdd
        = forms::scalarText(m_context.session.model().modules.value(m_grid).json, "addable"_L1)
        != "no"_L1;
    const int count = int(std::min<qsizetype>(lines.size(), MaxLines));
    const QSignalBlocker quiet(this);
    while (mayAdd && m_context.session.rowCount(m_grid) < row + count) {
        if (m_context.session.addRow(m_grid) < 0) {
            break;
        }
    }
    const QJsonValue whole = m_context.session.value(m_grid);
    QJsonArray rows = rowsOf(whole);
    const int last = int(std::min<qsizetype>(row + count, rows.size()));
    for (int at = row; at < last; ++at) {
        const QStringList &cells = lines[at - row];
        QJsonValue content = rows.at(at);
        int place = column;
        for (const QString &text : cells) {
            while (place < m_columns.size() && m_columns[place].isSequence()) {
                ++place;
            }
            if (place >= m_columns.size()) {
                break;
            }
            const GridColumnView &view = m_columns[place++];
            if (!view.isReadonly && !view.module.is(ModuleKind::Attachment)) {
                content = forms::withValueAt(content, view.path, valueOf(view, text));
            }
        }
        rows[at] = content;
    }
    m_context.session.edit(m_grid, withRows(whole, rows));
    for (int at = row; at < last; ++at) {
        m_errors.insert(at, m_context.session.completeRow(m_grid, at));
    }
    m_context.host.record(m_grid, before, m_context.session.value(m_grid));
    return last - row;
}

bool GridModel::swapRows(int row, int other)
{
    const QJsonValue before = m_context.session.value(m_grid);
    QJsonArray rows = rowsOf(before);
    if (isReadonly() || row == other || std::min(row, other) < 0
        || std::max(row, other) >= rows.size()) {
        return false;
    }
    const QJsonValue moved = rows.at(row);
    rows[row] = rows.at(other);
    rows[other] = moved;
    m_context.session.edit(m_grid, withRows(before, rows));
    m_context.host.record(m_grid, before, m_context.session.value(m_grid));
    const QList<forms::Failure> errors = m_errors.take(row);
    setErrors(row, m_errors.take(other));
    setErrors(other, errors);
    return true;
}

void GridModel::setErrors(int row, const QList<forms::Failure> &failures)
{
    if (failures.isEmpty()) {
        m_errors.remove(row);
    } else {
        m_errors.insert(row, failures);
    }
    Q_EMIT errorsChanged();
}

QString GridModel::total(int column) const
{
    const QString &key = m_columns[column].totalKey;
    if (key.isEmpty()) {
        return {};
    }
    const QJsonObject totals
        = m_context.session.value(m_grid).toObject().value("total"_L1).toObject();
    return forms::textsIn(totals.value(key)).join(u", "_s);
}

bool GridModel::hasTotals() const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [](const GridColumnView &column) {
        return !column.totalKey.isEmpty();
    });
}

void GridModel::refresh()
{
    const QJsonArray rows = rowsOf(m_context.session.value(m_grid));
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        m_errors.removeIf([&rows](const auto &error) { return error.key() >= rows.size(); });
        endResetModel();
        return;
    }
    // Only rows that differ: an editor open elsewhere stays open, and painting stays small.
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row) != m_rows.at(row)) {
            m_rows[row] = rows.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

} // namespace andu::ui
