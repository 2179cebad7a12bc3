// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/text_editors.h"

#include <QDialog>

class QLabel;

namespace andu::ui {

/// The person's opinion with phrases and, where the form allows it, handwriting.
class OpinionEditor final : public AreaEditor
{
    Q_OBJECT

public:
    OpinionEditor(const FormContext &context, const QString &id);

private:
    void showPhrases(QWidget *button);
    void openCanvas();
};

/// Paper to write on with pen, finger or mouse. Strokes, newest last.
class InkCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit InkCanvas(const FormLook &look, QWidget *parent = nullptr);
    [[nodiscard]] bool isEmpty() const { return m_strokes.isEmpty(); }
    void clear();
    void undo();
    /// The strokes in black on transparent ground, cropped to what is written.
    [[nodiscard]] QImage image() const;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;

private:
    struct Point
    {
        QPointF at;
        double width = 2;
    };

    void start(QPointF at, double pressure);
    void extend(QPointF at, double pressure);
    void draw(QPainter &painter, const QColor &ink) const;

    FormLook m_look;
    QList<QList<Point>> m_strokes;
};

/// Asks for a handwritten opinion or signature.
class InkDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit InkDialog(const FormLook &look, QWidget *parent = nullptr);
    [[nodiscard]] QImage image() const { return m_canvas->image(); }

private:
    InkCanvas *m_canvas;
};

/// A picture that belongs to the data: shown by name, chosen from a file or written by hand.
class PictureEditor final : public FieldEditor
{
    Q_OBJECT

public:
    PictureEditor(const FormContext &context, const QString &id);
    void showValue() override;

private:
    void chooseFile();

    QLabel *m_text;
};

} // namespace andu::ui
