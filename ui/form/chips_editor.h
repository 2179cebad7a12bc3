// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QLineEdit;
class QPainter;

namespace andu::ui {

class FlowLayout;

/// One chosen value with its button to take it off.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    Chip(const FormLook &look, const QString &text, bool isRemovable, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    FormLook m_look;
    QString m_text;
    bool m_isRemovable;
};

/// Paints the frame of an input around chips and their line.
void paintChipFrame(QPainter &painter, const FormLook &look, QRect box, bool hasFocus, bool isBad);

/// Several values of a list, or free ones: chips with a line to add more.
class ChipsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ChipsEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void showOptions() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void setInvalid(bool isInvalid) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void add(const QString &typed);
    void removeAt(qsizetype place);
    void writeValues();
    [[nodiscard]] QString textOf(const QString &value) const;

    FlowLayout *m_flow;
    QLineEdit *m_line;
    QStringList m_values;
    QList<Chip *> m_chips;
    bool m_isOnlySelect;
    bool m_isInvalid = false;
    int m_most;
};

} // namespace andu::ui
