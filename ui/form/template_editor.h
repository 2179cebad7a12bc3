// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace andu::ui {

class FieldBox;

/// The repeated part of a form: one box per row, drawn from the row's own layout.
class TemplateEditor final : public FieldEditor
{
    Q_OBJECT

public:
    TemplateEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void showOptions() override;
    void commit() override;
    void addRow(int at);
    void removeRow(int row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    /// Rebuilds when the program is idle: the wish may come from a button that would go away.
    void rebuildLater();
    [[nodiscard]] QWidget *makeRow(int row);
    [[nodiscard]] int shownRows() const;
    void focusRow(int row);

    QVBoxLayout *m_rows;
    QPushButton *m_add = nullptr;
    QLabel *m_more;
    QList<QWidget *> m_widgets;
    QList<QList<FieldBox *>> m_boxes; ///< By row.
    int m_least;
    int m_most; ///< 0: any number.
    bool m_hasOwnButtons; ///< The row's layout brings buttons to add and delete.
    std::optional<int> m_wantedRow; ///< Gets the focus when the rows are rebuilt.
};

[[nodiscard]] QWidget *makeTemplatePaper(const FormContext &context, const forms::Module &module);
/// Ids in a comma separated list of button modules.
[[nodiscard]] QStringList buttonIds(const QJsonObject &json, QLatin1StringView key);

} // namespace andu::ui
