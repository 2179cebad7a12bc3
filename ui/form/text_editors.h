// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QLineEdit;
class QPlainTextEdit;

namespace andu::ui {

/// One line: text, numbers, colours, paths.
class LineEditor final : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(forms::FormSession &session, const QString &id);
    void showValue() override;
    void commit() override;

private:
    QLineEdit *m_line;
};

/// Several lines; grows with its text.
class AreaEditor final : public FieldEditor
{
    Q_OBJECT

public:
    AreaEditor(forms::FormSession &session, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void grow();

    QPlainTextEdit *m_text;
    int m_leastLines;
};

/// A date or time typed by its pattern or chosen from a calendar; empty is a value.
class DateEditor final : public FieldEditor
{
    Q_OBJECT

public:
    DateEditor(forms::FormSession &session, const QString &id, const Theme &theme);
    void showValue() override;
    void commit() override;

private:
    void openCalendar(int part);
    void writeParts();

    QList<QLineEdit *> m_parts; ///< One, or from and to.
    QString m_format;
};

} // namespace andu::ui
