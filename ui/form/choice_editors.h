// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QSlider;

namespace andu::ui {

/// One of a list that opens.
class SelectEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SelectEditor(forms::FormSession &session, const QString &id);
    void showValue() override;
    void showOptions() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *m_box;
};

/// Radio buttons or check boxes side by side.
class ButtonsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ButtonsEditor(forms::FormSession &session, const QString &id);
    void showValue() override;
    void showOptions() override;

private:
    void collect();

    QLayout *m_flow;
    QList<QAbstractButton *> m_buttons;
    bool m_isMulti;
};

/// On or off with the form's own two values.
class SwitchEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SwitchEditor(forms::FormSession &session, const QString &id);
    void showValue() override;

private:
    QCheckBox *m_box;
};

/// A number chosen by sliding; rates too.
class SliderEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SliderEditor(forms::FormSession &session, const QString &id);
    void showValue() override;

private:
    QSlider *m_slider;
    QLabel *m_text;
};

} // namespace andu::ui
