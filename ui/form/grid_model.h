// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"

#include <QAbstractTableModel>

namespace andu::ui {

/// A visible column of a grid.
struct GridColumnView
{
    forms::Module module; ///< Without id for the sequence.
    QStringList path; ///< Of the value inside a row.
    QString title;
    QString totalKey; ///< Empty: no total.
    std::optional<forms::StyleLength> width;
    QList<forms::Option> options;
    bool isReadonly = false;

    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] bool isSequence() const { return module.id.isEmpty(); }
};

/// Rows of a Datagrid or Datatable as a table. Reads and writes the session; holds a copy of the
/// rows as they were last shown.
class GridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    GridModel(const FormContext &context, const QString &grid, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] const QList<GridColumnView> &columns() const { return m_columns; }
    [[nodiscard]] QJsonValue cell(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString total(int column) const;
    [[nodiscard]] bool hasTotals() const;
    [[nodiscard]] bool isReadonly() const;
    /// Context of the editor of a cell.
    [[nodiscard]] FormContext cellContext(int row);
    /// Writes texts from a place on (paste, import); adds rows when there are too few. One step of
    /// undo. Returns how many rows were touched.
    int writeTexts(int row, int column, const QList<QStringList> &lines);
    /// Swaps two rows; one step of undo. False when there are no such places.
    bool swapRows(int row, int other);
    void setErrors(int row, const QList<forms::Failure> &failures);
    [[nodiscard]] const QHash<int, QList<forms::Failure>> &errors() const { return m_errors; }
    void refresh();

Q_SIGNALS:
    void errorsChanged();

private:
    void readColumns();
    void addColumn(const forms::GridColumn &column);
    [[nodiscard]] QJsonValue valueOf(const GridColumnView &column, const QString &text) const;

    FormContext m_context;
    QString m_grid;
    QList<GridColumnView> m_columns;
    QJsonArray m_rows;
    QHash<int, QList<forms::Failure>> m_errors; ///< By row.
};

} // namespace andu::ui
