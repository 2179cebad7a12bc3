// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"
#include "ui/form/grid_view.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace andu::ui {

/// A Datagrid or Datatable: the table, its totals, its buttons and what fails in its rows.
class GridEditor final : public FieldEditor
{
    Q_OBJECT

public:
    GridEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    void setInvalid(bool isInvalid) override;
    [[nodiscard]] GridModel &model() { return *m_model; }
    /// Header row of the columns and the texts of the rows, as they are exported.
    [[nodiscard]] QList<QStringList> exportLines() const;
    /// Lines with a header row: columns are found by their names. Returns rows written.
    int importLines(const QList<QStringList> &lines);
    /// Height the grid will have, before it is made.
    [[nodiscard]] static int estimatedHeight(const FormLook &look, int rows);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectView();
    void addButtons(QHBoxLayout *row);
    void addRow(int at);
    void removeRows(QList<int> rows);
    void moveRow(int row, int step);
    void paste();
    void chooseImport();
    void chooseExport();
    void importFile(const QString &path);
    void fit();
    void showErrors();

    GridModel *m_model;
    GridView *m_view;
    TotalRow *m_total;
    QLabel *m_errors;
    bool m_isInvalid = false;
    bool m_isBusy = false; ///< Rows are written in one go.
};

/// The whole grid for paper.
[[nodiscard]] QWidget *makeGridPaper(const FormContext &context, const forms::Module &module);

} // namespace andu::ui
