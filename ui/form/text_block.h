// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/paper_part.h"

#include <QColor>
#include <QWidget>

namespace andu::ui {

/// How a text block looks.
struct TextLook
{
    QFont font;
    QColor colour;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    QColor underline; ///< Line below the block, as under section titles; invalid for none.
    int verticalPadding = 0;
};

/// Plain text that wraps. Lighter than a QLabel: no style sheet, no document.
class TextBlock final : public QWidget, public PaperPart
{
public:
    TextBlock(const QString &text, TextLook look, QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    void paintPart(QPainter &painter, const QRect &dirty) const override;
    [[nodiscard]] QList<int> lineEdges() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    TextLook m_look;
};

/// A part of the form on a ground of its own; its layout holds the content.
class TintedBlock final : public QWidget, public PaperPart
{
public:
    explicit TintedBlock(QColor colour, QWidget *parent = nullptr);
    void paintPart(QPainter &painter, const QRect &dirty) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// A horizontal hairline.
class LineBlock final : public QWidget, public PaperPart
{
public:
    explicit LineBlock(QColor colour, QWidget *parent = nullptr);
    void paintPart(QPainter &painter, const QRect &dirty) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// Height of plain text wrapped at a width; one line at least.
[[nodiscard]] int wrappedHeight(const QString &text, const QFont &font, int width);
/// Qt text flags for wrapping this text at a width: words whole, unless one alone is too wide.
[[nodiscard]] int wrapFlags(const QString &text, const QFont &font, int width);
/// Lower edges of the lines of a text that begins at @p top.
[[nodiscard]] QList<int> textEdges(const QString &text, const QFont &font, int width, int top);
/// Width of the longest line of a text.
[[nodiscard]] int naturalWidth(const QString &text, const QFont &font);

} // namespace andu::ui
