// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QWidget>

#include <algorithm>

namespace andu::ui {

/// A widget that tests and screen readers can name.
template <typename Widget>
Widget *named(Widget *widget, const QString &name, const QString &accessible)
{
    widget->setObjectName(name);
    widget->setAccessibleName(accessible);
    return widget;
}

/// Rows of label and field as dialogs have them; with a parent, it fills it.
[[nodiscard]] inline QFormLayout *makeFormRows(QWidget *parent = nullptr)
{
    auto *form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

inline void showRow(QFormLayout &form, QWidget *field, bool isShown)
{
    form.setRowVisible(field, isShown);
}

inline void setRowText(QFormLayout &form, int row, const QString &text)
{
    if (auto *label = qobject_cast<QLabel *>(form.itemAt(row, QFormLayout::LabelRole)->widget())) {
        label->setText(text);
    }
}

/// Gives the labels of several forms, one below the other, one width.
inline void alignLabels(const QList<QFormLayout *> &forms)
{
    QList<QWidget *> labels;
    int width = 0;
    for (const QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item && item->widget()) {
                labels.append(item->widget());
                width = std::max(width, item->widget()->sizeHint().width());
            }
        }
    }
    for (QWidget *label : labels) {
        label->setMinimumWidth(width);
    }
}

} // namespace andu::ui
