// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"
#include "ui/form/org_picker.h"

class QLineEdit;
class QToolButton;

namespace andu::ui {

class FlowLayout;

/// People, units or groups as chips, with the picker behind a button. Free text where the form
/// allows it.
class OrgEditor final : public FieldEditor
{
    Q_OBJECT

public:
    OrgEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void setInvalid(bool isInvalid) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void choose();
    void add(const QString &typed);
    void removeAt(qsizetype place);

    FlowLayout *m_flow;
    QLineEdit *m_line;
    QToolButton *m_button;
    QList<QWidget *> m_chips;
    OrgRules m_rules;
    bool m_isInvalid = false;
    bool m_isInput; ///< Free text is kept.
};

} // namespace andu::ui
