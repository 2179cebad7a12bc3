// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/conflict_card.h"

#include "core/base/literals.h"

#include <QPainter>
#include <QTextLayout>

namespace andu::ui {

namespace {

constexpr double Padding = 12;
constexpr double LeastHeight = 56;
constexpr qsizetype MostCompared = 1200; ///< Letters on each side that are compared one by one.

void append(QList<DiffPart> &parts, QStringView text, bool isChanged)
{
    if (text.isEmpty()) {
        return;
    }
    if (!parts.isEmpty() && parts.last().isChanged == isChanged) {
        parts.last().text += text;
    } else {
        parts.append(DiffPart{ text.toString(), isChanged });
    }
}

/// The middle of both texts by their longest common subsequence.
void appendMiddle(QList<DiffPart> &parts, QStringView text, QStringView other)
{
    if (text.size() > MostCompared || other.size() > MostCompared || other.isEmpty()) {
        append(parts, text, true);
        return;
    }
    const auto columns = std::size_t(other.size() + 1);
    std::vector<quint16> length(std::size_t(text.size() + 1) * columns, 0);
    for (qsizetype row = text.size() - 1; row >= 0; --row) {
        for (qsizetype column = other.size() - 1; column >= 0; --column) {
            const std::size_t at = std::size_t(row) * columns + std::size_t(column);
            length[at] = text[row] == other[column]
                ? quint16(length[at + columns + 1] + 1)
                : std::max(length[at + columns], length[at + 1]);
        }
    }
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < text.size()) {
        const std::size_t at = std::size_t(row) * columns + std::size_t(column);
        if (column < other.size() && text[row] == other[column]) {
            append(parts, text.mid(row, 1), false);
            ++row;
            ++column;
        } else if (column < other.size() && length[at + 1] >= length[at + columns]) {
            ++column;
        } else {
            append(parts, text.mid(row, 1), true);
            ++row;
        }
    }
}

} // namespace

QList<DiffPart> diffParts(const QString &text, const QString &other)
{
    const QStringView a(text);
    const QStringView b(other);
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) {
        ++head;
    }
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
           && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        ++tail;
    }
    QList<DiffPart> parts;
    append(parts, a.left(head), false);
    appendMiddle(parts, a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail));
    append(parts, a.right(tail), false);
    return parts;
}

ConflictCard::ConflictCard(const FormLook &look, Kind kind, QList<DiffPart> parts, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_kind(kind)
    , m_parts(std::move(parts))
{
    setCheckable(kind == Kind::Side);
    setFocusPolicy(kind == Kind::Side ? Qt::StrongFocus : Qt::NoFocus);
    setAutoExclusive(false);
    if (kind == Kind::Side) {
        setCursor(Qt::PointingHandCursor);
    }
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ConflictCard::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    update();
}

int ConflictCard::textLeft() const
{
    return m_look.px(m_kind == Kind::Side ? 40 : Padding);
}

void ConflictCard::layOut(QTextLayout &layout, int width) const
{
    QString text;
    QList<QTextLayout::FormatRange> ranges;
    for (const DiffPart &part : m_parts) {
        if (part.isChanged) {
            QTextLayout::FormatRange range;
            range.start = int(text.size());
            range.length = int(part.text.size());
            if (m_kind == Kind::Base) {
                range.format.setFontStrikeOut(true);
                range.format.setForeground(m_look.colour(Token::Danger));
            } else {
                range.format.setFontWeight(QFont::Bold);
                range.format.setForeground(m_look.colour(Token::Ok));
                range.format.setBackground(m_look.colour(Token::OkWeak));
            }
            ranges.append(range);
        }
        text += part.text;
    }
    text.replace(u'\n', QChar::LineSeparator);
    layout.setText(text.isEmpty() ? tr("(empty)") : text);
    layout.setFont(m_look.font(TypeStep::Base));
    layout.setFormats(ranges);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 40));
        line.setPosition(QPointF(0, y));
        y += line.height() + 2;
    }
    layout.endLayout();
}

QSize ConflictCard::sizeHint() const
{
    return { m_look.px(240), heightForWidth(m_look.px(240)) };
}

int ConflictCard::heightForWidth(int width) const
{
    QTextLayout layout;
    layOut(layout, width - textLeft() - m_look.px(Padding));
    const double text
        = layout.lineCount() > 0 ? layout.lineAt(layout.lineCount() - 1).rect().bottom() : 0;
    return std::max(m_look.px(LeastHeight), int(text) + 2 * m_look.px(Padding));
}

void ConflictCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isBase = m_kind == Kind::Base;
    const Token ground = isBase ? Token::Surface2
        : isChecked()           ? Token::AccentWeak
        : underMouse()          ? Token::Hover
                                : Token::Surface;
    const Token line = isBase ? Token::Surface2
        : isChecked()         ? Token::Accent
        : m_isOpen            ? Token::Danger
                              : Token::Line2;
    const double width = isChecked() ? 2 : 1;
    painter.setPen(QPen(m_look.colour(line), width));
    painter.setBrush(m_look.colour(ground));
    const QRectF box = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.drawRoundedRect(box, 6, 6);
    if (hasFocus()) {
        painter.setPen(QPen(m_look.colour(Token::Accent), 2, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 4, 4);
    }
    if (!isBase) {
        const QRectF mark(m_look.px(14), m_look.px(14), m_look.px(15), m_look.px(15));
        painter.setPen(QPen(m_look.colour(isChecked() ? Token::AccentFill : Token::Line2),
                            isChecked() ? 5 : 1));
        painter.setBrush(m_look.colour(Token::Surface));
        const double inset = isChecked() ? 2.5 : 0.5;
        painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset));
    }
    QTextLayout layout;
    layOut(layout, this->width() - textLeft() - m_look.px(Padding));
    painter.setPen(m_look.colour(isBase ? Token::Text2 : Token::Text));
    layout.draw(&painter, QPointF(textLeft(), m_look.px(Padding)));
}

} // namespace andu::ui
