// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QLabel;

namespace andu::ui {

/// A row of stars: arrow keys, digits or clicks choose how many; the same star again means none.
class RateBar final : public QWidget
{
    Q_OBJECT

public:
    RateBar(const FormLook &look, int stars, double step, QWidget *parent = nullptr);

    [[nodiscard]] double value() const { return m_value; }
    void setValue(double value);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(double value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(double value);
    [[nodiscard]] int side() const;

    FormLook m_look;
    int m_stars;
    double m_step; ///< 1, or 0.5 where half stars are allowed.
    double m_value = 0;
};

/// Elrate: a number shown as stars, with the form's word for each.
class RateEditor final : public FieldEditor
{
    Q_OBJECT

public:
    RateEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;

private:
    void showWord();

    RateBar *m_bar;
    QLabel *m_word;
    bool m_isChanged = false;
};

[[nodiscard]] bool isRate(const forms::Module &module);

} // namespace andu::ui
