// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/text_block.h"

#include <QPaintEvent>
#include <QPainter>

namespace andu::ui {

namespace {

constexpr int MaxHeight = 1'000'000;
constexpr int UnderlineGap = 6;

} // namespace

int wrapFlags(const QString &text, const QFont &font, int width)
{
    static constexpr qsizetype ShortWord = 8;
    const QFontMetrics metrics(font);
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        // Chinese breaks anywhere; only runs of other letters can be too wide.
        const bool isEnd = at == text.size() || text[at].isSpace() || text[at].unicode() >= 0x2E80;
        if (!isEnd) {
            continue;
        }
        const qsizetype length = at - start;
        if (length > ShortWord
            && metrics.horizontalAdvance(text.mid(start, std::min<qsizetype>(length, 500)))
                > width) {
            return Qt::TextWrapAnywhere;
        }
        start = at + 1;
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
                    metrics.boundingRect(box, wrapFlags(text, font, box.width()), text).height());
}

QList<int> textEdges(const QString &text, const QFont &font, int width, int top)
{
    const int spacing = QFontMetrics(font).lineSpacing();
    const int lines = qRound(double(wrappedHeight(text, font, width)) / spacing);
    QList<int> edges;
    for (int line = 1; line <= lines; ++line) {
        edges.append(top + line * spacing);
    }
    return edges;
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

QList<int> TextBlock::lineEdges() const
{
    const QList<int> edges = textEdges(m_text, m_look.font, width(), m_look.verticalPadding);
    return edges.mid(0, edges.size() - 1); // behind the last is not inside
}

void TextBlock::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

void TextBlock::paintPart(QPainter &painter, const QRect &) const
{
    painter.setFont(m_look.font);
    painter.setPen(m_look.colour);
    QRect box = rect().adjusted(0, m_look.verticalPadding, 0, -m_look.verticalPadding);
    if (m_look.underline.isValid()) {
        box.adjust(0, 0, 0, -UnderlineGap);
        painter.fillRect(0, height() - 2, width(), 2, m_look.underline);
    }
    painter.drawText(box, int(m_look.align) | wrapFlags(m_text, m_look.font, box.width()), m_text);
}

TintedBlock::TintedBlock(QColor colour, QWidget *parent)
    : QWidget(parent)
    , m_colour(std::move(colour))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TintedBlock::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

void TintedBlock::paintPart(QPainter &painter, const QRect &) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(rect(), 4, 4);
}

LineBlock::LineBlock(QColor colour, QWidget *parent)
    : QWidget(parent)
    , m_colour(std::move(colour))
{
    setFixedHeight(1);
}

void LineBlock::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

void LineBlock::paintPart(QPainter &painter, const QRect &) const
{
    painter.fillRect(rect(), m_colour);
}

} // namespace andu::ui
