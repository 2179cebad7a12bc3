// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
class TextBlock final : public QWidget
{
public:
    TextBlock(const QString &text, TextLook look, QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    TextLook m_look;
};

/// A horizontal hairline.
class LineBlock final : public QWidget
{
public:
    explicit LineBlock(QColor colour, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// Height of plain text wrapped at a width; one line at least.
[[nodiscard]] int wrappedHeight(const QString &text, const QFont &font, int width);
/// Qt text flags for wrapping this text.
[[nodiscard]] int wrapFlags(const QString &text);
/// Width of the longest line of a text.
[[nodiscard]] int naturalWidth(const QString &text, const QFont &font);

} // namespace andu::ui
