// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace andu::ui {

/// Paints group heads (28 px) and todos in two lines (56 px).
class TodoDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TodoDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintHead(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintTask(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    /// Mark and word of what this machine did; returns the width used from the right.
    int paintState(QPainter *painter, const QRect &line, const QModelIndex &index) const;

    const Theme &m_theme;
};

/// Word, icon and colour of a state: the same everywhere.
struct StateLook
{
    QString text;
    QString icon;
    Token token = Token::Text2;
};
[[nodiscard]] StateLook lookOf(TodoState state);

} // namespace andu::ui
