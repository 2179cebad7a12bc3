// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

#include <QAbstractTableModel>

class QLabel;
class QTableView;

namespace andu::ui {

/// Rows of a Datagrid, Datatable or Datatemplate as a table. Reads and writes the session.
class GridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    GridModel(forms::FormSession &session, const QString &grid, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// Field shown in a column; empty for the sequence column.
    [[nodiscard]] QString fieldAt(int column) const;
    [[nodiscard]] QList<forms::Option> optionsAt(int column) const;
    [[nodiscard]] std::optional<forms::StyleLength> widthAt(int column) const;
    /// "合计 …" line of the columns that have a total.
    [[nodiscard]] QString totalText() const;
    void refresh();

private:
    struct Column
    {
        QString field; ///< Empty for the sequence.
        QString title;
        QString totalKey;
        std::optional<forms::StyleLength> width;
    };

    void readColumns();

    forms::FormSession &m_session;
    QString m_grid;
    QList<Column> m_columns;
    QHash<int, QString> m_errors; ///< First failure of a row.
    int m_rows = 0;
};

/// The table with its buttons and totals.
class GridEditor final : public FieldEditor
{
    Q_OBJECT

public:
    GridEditor(forms::FormSession &session, const QString &id, const Theme &theme);
    void showValue() override;
    void commit() override;

private:
    void fit();
    void removeCurrent();

    GridModel *m_model;
    QTableView *m_view;
    QLabel *m_total;
};

} // namespace andu::ui
