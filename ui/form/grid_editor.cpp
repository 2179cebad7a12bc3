// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/grid_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace andu::ui {

using forms::Module;
using forms::ModuleKind;

namespace {

/// Combo boxes for columns with options, lines for the rest.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        const auto *model = qobject_cast<const GridModel *>(index.model());
        const QList<forms::Option> options = model->optionsAt(index.column());
        if (options.isEmpty()) {
            return QStyledItemDelegate::createEditor(parent, option, index);
        }
        auto *box = new QComboBox(parent);
        for (const forms::Option &entry : options) {
            box->addItem(entry.text, entry.value);
        }
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
            box->showPopup();
        } else {
            QStyledItemDelegate::setEditorData(editor, index);
        }
    }

    void setModelData(QWidget *editor,
                      QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            model->setData(index, box->currentData(), Qt::EditRole);
        } else {
            QStyledItemDelegate::setModelData(editor, model, index);
        }
    }
};

} // namespace

GridModel::GridModel(forms::FormSession &session, const QString &grid, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_grid(grid)
{
    readColumns();
    m_rows = m_session.rowCount(m_grid);
}

void GridModel::readColumns()
{
    const forms::FormModel &form = m_session.model();
    const Module *grid = form.find(m_grid);
    for (const forms::GridColumn &column : form.layout.columns.value(m_grid)) {
        const Module *title = form.find(column.titleId);
        const Module *data = form.find(column.dataId);
        const bool isHidden = (title && title->json.value("isShow"_L1) == QJsonValue(false))
            || (data && data->json.value("isShow"_L1) == QJsonValue(false));
        if (isHidden) {
            continue;
        }
        if (column.fields.isEmpty()) {
            m_columns.append(Column{ {}, column.title, {}, column.width });
            continue;
        }
        const bool hasTotal = title && json::text(title->json, "total"_L1) != "no"_L1;
        const QString totalKey
            = grid && grid->is(ModuleKind::Datagrid) ? column.titleId : column.fields.first();
        for (const QString &field : column.fields) {
            const Module *module = form.find(field);
            if (!module || !module->info.hasValue) {
                continue;
            }
            const bool isFirst = field == column.fields.first();
            m_columns.append(Column{ field,
                                     isFirst ? column.title : module->label,
                                     isFirst && hasTotal ? totalKey : QString(),
                                     isFirst ? column.width : std::nullopt });
        }
    }
    if (!m_columns.isEmpty()) {
        return;
    }
    for (const QString &id : form.layout.order) { // a template: its fields are the columns
        const Module *module = form.find(id);
        if (module && module->grid == m_grid && module->info.hasValue) {
            m_columns.append(Column{ id, module->label, {}, std::nullopt });
        }
    }
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    const Column &column = m_columns[index.column()];
    if (column.field.isEmpty()) {
        return role == Qt::DisplayRole      ? QVariant(index.row() + 1)
            : role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignCenter))
                                            : QVariant();
    }
    const Module module = m_session.model().modules.value(column.field);
    const QJsonValue value = m_session.cell(m_grid, index.row(), column.field);
    switch (role) {
    case Qt::DisplayRole:
        return forms::shownText(module, value, m_session.state(column.field).options);
    case Qt::EditRole:
        return forms::textsIn(value).join(u", "_s);
    case Qt::TextAlignmentRole:
        return int((module.is(ModuleKind::Number) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return m_errors.value(index.row());
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
        return m_columns[section].title;
    }
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const QString field = fieldAt(index.column());
    const Module module = m_session.model().modules.value(field);
    const bool isText = !module.is(ModuleKind::Org) && !module.is(ModuleKind::Attachment);
    if (!field.isEmpty() && isText && !m_session.state(m_grid).isReadonly
        && !m_session.state(field).isReadonly) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool GridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString field = fieldAt(index.column());
    if (role != Qt::EditRole || field.isEmpty()) {
        return false;
    }
    const Module module = m_session.model().modules.value(field);
    QJsonValue input = value.toString();
    const auto number = forms::numberIn(input);
    if (module.is(ModuleKind::Number) && number) {
        input = *number;
    } else if (module.is(ModuleKind::Checkbox) || module.is(ModuleKind::Combox)) {
        input = QJsonArray::fromStringList(value.toString().split(u',', Qt::SkipEmptyParts));
    }
    if (value.toString() == data(index, Qt::EditRole).toString()) {
        return true;
    }
    m_session.editCell(m_grid, index.row(), field, input);
    const QList<forms::Failure> failures = m_session.completeRow(m_grid, index.row());
    m_errors.remove(index.row());
    if (!failures.isEmpty()) {
        m_errors.insert(index.row(), failures.first().text);
    }
    return true;
}

QString GridModel::fieldAt(int column) const
{
    return column >= 0 && column < m_columns.size() ? m_columns[column].field : QString();
}

QList<forms::Option> GridModel::optionsAt(int column) const
{
    const QString field = fieldAt(column);
    const Module module = m_session.model().modules.value(field);
    const bool isChoice = module.is(ModuleKind::Select) || module.is(ModuleKind::Radio);
    return isChoice ? m_session.state(field).options : QList<forms::Option>();
}

std::optional<forms::StyleLength> GridModel::widthAt(int column) const
{
    return m_columns[column].width;
}

QString GridModel::totalText() const
{
    const QJsonObject totals = m_session.value(m_grid).toObject().value("total"_L1).toObject();
    QStringList parts;
    for (const Column &column : m_columns) {
        if (!column.totalKey.isEmpty() && totals.contains(column.totalKey)) {
            parts.append(column.title + u' '
                         + forms::textsIn(totals.value(column.totalKey)).join(u','));
        }
    }
    return parts.join(u"   "_s);
}

void GridModel::refresh()
{
    const int rows = m_session.rowCount(m_grid);
    if (rows == m_rows) {
        if (rows > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

GridEditor::GridEditor(forms::FormSession &session, const QString &id, const Theme &theme)
    : FieldEditor(session, id)
    , m_model(new GridModel(session, id, this))
    , m_view(new QTableView)
    , m_total(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_view->setObjectName(id + u"/table"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(36);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    m_view->setTabKeyNavigation(true);
    QHeaderView *head = m_view->horizontalHeader();
    head->setHighlightSections(false);
    head->setStretchLastSection(true);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const auto width = m_model->widthAt(column);
        const bool isSequence = m_model->fieldAt(column).isEmpty();
        m_view->setColumnWidth(column,
                               isSequence                       ? 52
                                   : width && !width->isPercent ? int(width->value)
                                                                : 120);
    }
    layout->addWidget(m_view);
    auto *row = new QHBoxLayout;
    m_total->setProperty("role", u"secondary"_s);
    const bool isEditable = !session.state(id).isReadonly;
    if (isEditable && forms::scalarText(module().json, "addable"_L1) != "no"_L1) {
        auto *add = new QPushButton(theme.icon(u"plus"_s), tr("Add row"));
        add->setObjectName(id + u"/add"_s);
        connect(add, &QPushButton::clicked, this, [this] {
            const int place = this->session().addRow(this->id());
            showValue();
            if (place >= 0) {
                m_view->setCurrentIndex(m_model->index(place, 1));
                m_view->setFocus();
            }
        });
        row->addWidget(add);
    }
    if (isEditable && forms::scalarText(module().json, "deleteable"_L1) != "no"_L1) {
        auto *remove = new QPushButton(theme.icon(u"trash"_s), tr("Delete row"));
        remove->setObjectName(id + u"/remove"_s);
        connect(remove, &QPushButton::clicked, this, &GridEditor::removeCurrent);
        row->addWidget(remove);
    }
    row->addStretch();
    row->addWidget(m_total);
    layout->addLayout(row);
    setInput(m_view);
    showValue();
}

void GridEditor::removeCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid()) {
        session().removeRow(id(), current.row());
        showValue();
    }
}

void GridEditor::showValue()
{
    m_model->refresh();
    m_total->setText(m_model->totalText());
    fit();
}

void GridEditor::commit()
{
    // An open cell editor writes when it loses the focus.
    if (QWidget *focus = m_view->focusWidget(); focus && focus != m_view) {
        m_view->setFocus();
    }
}

void GridEditor::fit()
{
    static constexpr int MaxRowsShown = 12;
    const int rows = std::clamp(m_model->rowCount(), 1, MaxRowsShown);
    m_view->setFixedHeight(36 * rows + 38 + 12);
}

} // namespace andu::ui
