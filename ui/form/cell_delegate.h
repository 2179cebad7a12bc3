// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/grid_model.h"

#include <QStyledItemDelegate>

namespace andu::ui {

/// Measures of a grid that view and delegate share.
inline constexpr double GridRowHeight = 36;
inline constexpr double GridCellPadding = 8;

/// Editors of cells: the same that fields have.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CellDelegate(GridModel &model, const FormLook &look, QObject *parent);

    /// Painted by hand: a style sheet would be asked for every cell.
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor,
                      QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Enter was pressed in an editor.
    void moveDownWanted();

private:
    GridModel &m_model;
    FormLook m_look;
};

} // namespace andu::ui
