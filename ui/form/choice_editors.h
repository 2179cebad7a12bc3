// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;

namespace andu::ui {

class FlowLayout;

/// One of a list that opens.
class SelectEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SelectEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void showOptions() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *m_box;
    QList<forms::Option> m_options;
};

/// Radio buttons or check boxes side by side.
class ButtonsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ButtonsEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void showOptions() override;
    void setInvalid(bool isInvalid) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void collect();
    void placeFocus();

    FlowLayout *m_flow;
    QList<QAbstractButton *> m_buttons;
    QList<forms::Option> m_options;
    bool m_isMulti;
    bool m_isInvalid = false;
};

/// On or off with the form's own two values.
class SwitchEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SwitchEditor(const FormContext &context, const QString &id);
    void showValue() override;

private:
    QCheckBox *m_box;
};

/// A number chosen by sliding; two for a range.
class SliderEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SliderEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;

private:
    [[nodiscard]] double valueOf(int position) const;

    QList<QSlider *> m_sliders;
    QLabel *m_text;
    double m_least = 0;
    double m_step = 1;
    bool m_isMoved = false;
};

/// A colour as #rrggbb, chosen from the colour dialog or typed.
class ColorEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ColorEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;

private:
    void choose();

    QLineEdit *m_line;
    QPushButton *m_button;
};

} // namespace andu::ui
