// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QLineEdit;
class QTreeWidgetItem;

namespace andu::ui {

/// A place in a tree (address, cascading list): typed with slashes or chosen from a tree that opens
/// when the form brings one along.
class TreeEditor final : public FieldEditor
{
    Q_OBJECT

public:
    TreeEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openTree();
    void take(const QTreeWidgetItem *item);

    QLineEdit *m_line;
    QJsonArray m_tree;
    bool m_isMany;
    bool m_isPath; ///< The whole path is stored, not only its end.
};

} // namespace andu::ui
