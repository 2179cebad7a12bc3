// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/text_block.h"

#include <QPainter>

namespace andu::ui {

namespace {

constexpr int MaxHeight = 1'000'000;
constexpr int UnderlineGap = 6;

} // namespace

int wrapFlags(const QString &text)
{
    // Words wrap whole; only what could never fit in a cell (links, hashes) is cut anywhere.
    static constexpr int LongestWord = 40;
    int run = 0;
    for (const QChar letter : text) {
        run = letter.unicode() < 0x2E80 && !letter.isSpace() ? run + 1 : 0;
        if (run > LongestWord) {
            return Qt::TextWrapAnywhere;
        }
    }
    return Qt::TextWordWrap;
}

int naturalWidth(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    int width = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        width = std::max(width, metrics.horizontalAdvance(line.left(400).toString()));
    }
    return width + 1;
}

int wrappedHeight(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const bool isShort = text.size() < 400 && !text.contains(u'\n');
    if (text.isEmpty() || (isShort && metrics.horizontalAdvance(text) <= width)) {
        return metrics.lineSpacing();
    }
    const QRect box(0, 0, std::max(width, metrics.averageCharWidth() * 2), MaxHeight);
    return std::max(metrics.lineSpacing(),
                    metrics.boundingRect(box, wrapFlags(text), text).height());
}

TextBlock::TextBlock(const QString &text, TextLook look, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_look(std::move(look))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(text);
}

void TextBlock::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
}

QSize TextBlock::sizeHint() const
{
    const int width = std::min(naturalWidth(m_text, m_look.font), 2000);
    return { width, heightForWidth(width) };
}

QSize TextBlock::minimumSizeHint() const
{
    const QFontMetrics metrics(m_look.font);
    const int least = std::min(naturalWidth(m_text, m_look.font), metrics.maxWidth() * 4);
    return { least, metrics.lineSpacing() + 2 * m_look.verticalPadding };
}

int TextBlock::heightForWidth(int width) const
{
    const int line = m_look.underline.isValid() ? UnderlineGap : 0;
    return wrappedHeight(m_text, m_look.font, width) + 2 * m_look.verticalPadding + line;
}

void TextBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_look.font);
    painter.setPen(m_look.colour);
    QRect box = rect().adjusted(0, m_look.verticalPadding, 0, -m_look.verticalPadding);
    if (m_look.underline.isValid()) {
        box.adjust(0, 0, 0, -UnderlineGap);
        painter.fillRect(0, height() - 2, width(), 2, m_look.underline);
    }
    painter.drawText(box, int(m_look.align) | wrapFlags(m_text), m_text);
}

LineBlock::LineBlock(QColor colour, QWidget *parent)
    : QWidget(parent)
    , m_colour(std::move(colour))
{
    setFixedHeight(1);
}

void LineBlock::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_colour);
}

} // namespace andu::ui
