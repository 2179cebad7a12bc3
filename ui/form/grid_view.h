// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/grid_model.h"

#include <QTableView>

namespace andu::ui {

/// Table with the keys of a spreadsheet: Tab and Enter move, Insert adds a row, Delete empties
/// cells, Ctrl+Delete removes rows, Alt+Up and Alt+Down move the row, Ctrl+C and Ctrl+V exchange
/// with a spreadsheet.
class GridView final : public QTableView
{
    Q_OBJECT

public:
    GridView(GridModel &model, const FormLook &look, QWidget *parent = nullptr);
    /// Shares the width among the columns as the form says and the words need.
    void fitColumns();
    /// Rows as high as their longest cell, within reason.
    void fitRows();
    void moveDown();
    /// Height that shows the head and the first @p most rows.
    [[nodiscard]] int heightOf(int most) const;
    /// Rows with a selected cell, in order.
    [[nodiscard]] QList<int> selectedRows() const;

Q_SIGNALS:
    /// Rows became higher or lower, or a scroll bar came.
    void heightChanged();
    void rowWanted(int at);
    void moveWanted(int row, int step);
    void removeWanted(const QList<int> &rows);
    void pasteWanted();
    void undoWanted();
    void redoWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    [[nodiscard]] QModelIndex nextEditable(const QModelIndex &from, int step) const;
    void copy() const;
    void clearCells();
    [[nodiscard]] double naturalWidth(int column, int most) const;
    /// Few enough rows to let each be as high as its words.
    [[nodiscard]] bool isShort() const;

    GridModel &m_model;
    FormLook m_look;
    bool m_isFitting = false;
};

/// Totals below the columns they belong to.
class TotalRow final : public QWidget
{
    Q_OBJECT

public:
    TotalRow(GridModel &model, GridView &view, const FormLook &look);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GridModel &m_model;
    GridView &m_view;
    FormLook m_look;
};

} // namespace andu::ui
