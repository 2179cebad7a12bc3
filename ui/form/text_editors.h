// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace andu::ui {

/// One line: texts and numbers. A number is shown grouped as the form says and typed plainly.
class LineEditor final : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QJsonValue valueOf(const QString &text) const;
    [[nodiscard]] QString plainNumber() const;

    QLineEdit *m_line;
};

/// Several lines; grows with its text.
class AreaEditor : public FieldEditor
{
    Q_OBJECT

public:
    AreaEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
    void grow();

    QVBoxLayout *m_column;
    QPlainTextEdit *m_text;
    int m_leastLines;
};

/// Number a person typed, with full-width digits, grouping, prefix and suffix taken off.
[[nodiscard]] QString typedNumber(const QString &text, const forms::Module &module);

} // namespace andu::ui
