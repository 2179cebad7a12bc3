// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_table.h"

#include "core/base/literals.h"
#include "ui/form/text_block.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QSet>
#include <QtMath>

namespace andu::ui {

namespace {

constexpr double PaddingX = 8;
constexpr double InputPaddingX = 4;
constexpr double PaddingY = 4;
constexpr double LeastTitleWidth = 72;
constexpr double MostTitleWidth = 168;
constexpr double LeastFieldWidth = 64;

} // namespace

void TableCell::dropMark()
{
    isRequired = false;
    for (CellText &part : texts) {
        if (part.text.startsWith(u'*') || part.text.startsWith(u'＊')) {
            part.text = part.text.mid(1).trimmed();
        }
    }
}

FormTable::FormTable(const FormLook &look, QList<TableCell> cells, QColor line, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_cells(std::move(cells))
    , m_line(std::move(line))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (const TableCell &cell : std::as_const(m_cells)) {
        m_columns = std::max(m_columns, cell.column + cell.columnSpan);
        m_rows = std::max(m_rows, cell.row + cell.rowSpan);
        if (cell.content) {
            cell.content->setParent(this);
        }
    }
}

QString FormTable::textOf(const TableCell &cell)
{
    QStringList texts;
    for (const CellText &part : cell.texts) {
        if (!part.isHidden && !part.text.isEmpty()) {
            texts.append(part.text);
        }
    }
    QString text = texts.join(u' ');
    if (cell.isRequired && (text.startsWith(u'*') || text.startsWith(u'＊'))) {
        text = text.mid(1).trimmed();
    }
    return text;
}

bool FormTable::setLabel(const QString &module, const QString &text, bool isHidden)
{
    for (TableCell &cell : m_cells) {
        for (CellText &part : cell.texts) {
            if (part.module == module) {
                part.text = text;
                part.isHidden = isHidden;
                invalidate();
                return true;
            }
        }
    }
    return false;
}

void FormTable::setCellHidden(int cell, bool isHidden)
{
    m_cells[cell].isHidden = isHidden;
    if (QWidget *content = m_cells[cell].content) {
        content->setVisible(!isHidden);
    }
    invalidate();
}

void FormTable::setRowHidden(int row, bool isHidden)
{
    if (isHidden) {
        m_hiddenRows.insert(row);
    } else {
        m_hiddenRows.remove(row);
    }
    invalidate();
}

QString FormTable::cellText(int cell) const
{
    return textOf(m_cells[cell]);
}

QRect FormTable::cellPlace(int cell) const
{
    return cellRect(m_cells[cell], planFor(width()));
}

int FormTable::headRows() const
{
    int rows = 0;
    for (const TableCell &cell : m_cells) {
        rows = cell.isHead ? std::max(rows, cell.row + cell.rowSpan) : rows;
    }
    return rows;
}

QList<int> FormTable::rowEdges() const
{
    return planFor(width()).y;
}

void FormTable::invalidate()
{
    m_plan = {};
    updateGeometry();
    if (isVisible()) {
        place();
    }
    update();
}

/// Widths that cells of one column ask for, and the least that the words of titles need.
QList<FormTable::ColumnWish> FormTable::columnWishes(int width) const
{
    QList<ColumnWish> wishes(m_columns, ColumnWish{ 0, double(m_look.px(LeastFieldWidth)), false });
    const int padding = 2 * m_look.px(PaddingX);
    for (const TableCell &cell : m_cells) {
        if (cell.columnSpan != 1) {
            continue;
        }
        ColumnWish &wish = wishes[cell.column];
        if (cell.width) {
            const double length = cell.width->isPercent ? width * cell.width->value / 100
                                                        : m_look.px(cell.width->value);
            wish.wanted = std::max(wish.wanted, std::min(length, width * 0.9));
        }
        if (cell.isTitle) {
            wish.isTitle = true;
            const int mark = cell.isRequired ? m_look.px(12) : 0;
            const int natural = naturalWidth(textOf(cell), cell.font) + padding + mark;
            wish.least = std::clamp(std::max(wish.least, double(natural)),
                                    double(m_look.px(LeastTitleWidth)),
                                    double(m_look.px(MostTitleWidth)));
        }
    }
    if (!wishes.isEmpty() && wishes.first().isTitle) {
        wishes.first().least = std::max(wishes.first().least, double(m_leastLead));
    }
    return wishes;
}

std::optional<FormTable::Lead> FormTable::lead() const
{
    Lead lead;
    bool hasTitle = false;
    for (const TableCell &cell : m_cells) {
        if (cell.column == 0 && cell.columnSpan == 1) {
            hasTitle = hasTitle || cell.isTitle;
            lead.asked = cell.width ? cell.width : lead.asked;
        }
    }
    if (!hasTitle) {
        return std::nullopt;
    }
    lead.needed = qCeil(columnWishes(0).first().least);
    return lead;
}

void FormTable::setLeastLead(int width)
{
    m_leastLead = width;
    invalidate();
}

/// Widths the form asks for, titles as wide as their words, and the rest shared by the fields.
QList<int> FormTable::columnWidths(int width) const
{
    QList<ColumnWish> wishes = columnWishes(width);
    double total = 0;
    int open = 0;
    for (ColumnWish &wish : wishes) {
        if (wish.isTitle) {
            wish.wanted = std::max(wish.wanted, wish.least);
        }
        total += wish.wanted;
        open += wish.wanted <= 0 ? 1 : 0;
    }
    const double share = open > 0 ? std::max((width - total) / open, 0.0) : 0;
    double sum = 0;
    double flexible = 0;
    for (ColumnWish &wish : wishes) {
        if (wish.wanted <= 0) {
            wish.wanted = std::max(share, wish.least);
        }
        sum += wish.wanted;
        flexible += wish.isTitle ? 0 : wish.wanted;
    }
    // Too wide or too narrow: fields give or take, titles only when nothing else is there.
    QList<int> edges{ 0 };
    double x = 0;
    for (ColumnWish &wish : wishes) {
        if (flexible <= 0) {
            wish.wanted *= width / std::max(sum, 1.0);
        } else if (!wish.isTitle) {
            wish.wanted = std::max(wish.wanted - (sum - width) * wish.wanted / flexible, 24.0);
        }
        x += wish.wanted;
        edges.append(std::min(qRound(x), width));
    }
    edges.last() = width;
    return edges;
}

int FormTable::paddingOf(const TableCell &cell) const
{
    return m_look.px(cell.isInput ? InputPaddingX : PaddingX);
}

int FormTable::cellHeight(const TableCell &cell, int width) const
{
    const int inner = width - 2 * paddingOf(cell) - 1;
    int height = 0;
    if (cell.content) {
        if (cell.content->isHidden()) {
            return 0;
        }
        height = cell.content->hasHeightForWidth() ? cell.content->heightForWidth(inner)
                                                   : cell.content->sizeHint().height();
    } else {
        height = wrappedHeight(textOf(cell), cell.font, inner - (cell.isRequired ? 12 : 0));
    }
    return std::max(height + 2 * m_look.px(PaddingY) + 1, cell.leastHeight);
}

QList<int> FormTable::rowHeights(const QList<int> &x) const
{
    QList<int> heights(m_rows, 0);
    QList<bool> hasCell(m_rows, false);
    for (const int pass : { 1, 2 }) {
        for (const TableCell &cell : m_cells) {
            const bool isTall = cell.rowSpan > 1;
            if (cell.isHidden || isTall != (pass == 2) || m_hiddenRows.contains(cell.row)) {
                continue;
            }
            const int width = x[cell.column + cell.columnSpan] - x[cell.column];
            const int height = cellHeight(cell, width);
            const int last = cell.row + cell.rowSpan - 1;
            int given = 0;
            for (int row = cell.row; row < last; ++row) {
                given += heights[row];
            }
            heights[last] = std::max(heights[last], height - given);
        }
    }
    return heights;
}

const FormTable::Plan &FormTable::planFor(int width) const
{
    if (m_plan.width == width && !m_plan.x.isEmpty()) {
        return m_plan;
    }
    Plan plan;
    plan.width = width;
    plan.x = columnWidths(width);
    plan.y = { 0 };
    int y = 0;
    for (const int height : rowHeights(plan.x)) {
        y += height;
        plan.y.append(y);
    }
    m_plan = plan;
    return m_plan;
}

QRect FormTable::cellRect(const TableCell &cell, const Plan &plan) const
{
    const int left = plan.x[cell.column];
    const int top = plan.y[cell.row];
    return { left,
             top,
             plan.x[cell.column + cell.columnSpan] - left,
             plan.y[cell.row + cell.rowSpan] - top };
}

QSize FormTable::sizeHint() const
{
    const int width = m_look.px(600);
    return { width, heightForWidth(width) };
}

QSize FormTable::minimumSizeHint() const
{
    return { m_look.px(std::min(LeastFieldWidth * m_columns, 320.0)), 0 };
}

int FormTable::heightForWidth(int width) const
{
    return planFor(width).y.last() + 1;
}

void FormTable::place()
{
    const Plan plan = planFor(width());
    const int padY = m_look.px(PaddingY);
    for (const TableCell &cell : std::as_const(m_cells)) {
        if (!cell.content) {
            continue;
        }
        const bool isAway = cell.isHidden || m_hiddenRows.contains(cell.row);
        if (isAway) {
            cell.content->setGeometry(0, 0, 0, 0);
            continue;
        }
        const int padX = paddingOf(cell);
        const QRect box = cellRect(cell, plan).adjusted(padX + 1, padY + 1, -padX, -padY);
        int height = cell.content->hasHeightForWidth() ? cell.content->heightForWidth(box.width())
                                                       : cell.content->sizeHint().height();
        height = std::min(height, box.height());
        int width = box.width();
        if (cell.content->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum) {
            width = std::min(width, cell.content->sizeHint().width()); // a button, not a bar
        }
        const QPoint at(cell.align & Qt::AlignHCenter     ? box.x() + (box.width() - width) / 2
                            : cell.align & Qt::AlignRight ? box.right() + 1 - width
                                                          : box.x(),
                        box.y() + (box.height() - height) / 2);
        cell.content->setGeometry(QRect(at, QSize(width, height)));
    }
}

bool FormTable::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        invalidate();
        return true;
    }
    return QWidget::event(event);
}

void FormTable::resizeEvent(QResizeEvent *)
{
    place();
}

void FormTable::paintText(QPainter &painter, const TableCell &cell, const QRect &box) const
{
    const QString text = textOf(cell);
    if (text.isEmpty()) {
        return;
    }
    painter.setFont(cell.font);
    painter.setPen(cell.textColour);
    painter.drawText(box, int(cell.align) | wrapFlags(text, cell.font, box.width()), text);
    if (!cell.isRequired) {
        return;
    }
    const QRect drawn = painter.boundingRect(
        box, int(cell.align) | wrapFlags(text, cell.font, box.width()), text);
    painter.setPen(m_look.colour(Token::Danger));
    painter.drawText(QPoint(drawn.x() - m_look.px(10), drawn.y() + painter.fontMetrics().ascent()),
                     u"*"_s);
}

void FormTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

void FormTable::paintPart(QPainter &painter, const QRect &dirty) const
{
    const Plan plan = planFor(width());
    const int padX = m_look.px(PaddingX);
    const int padY = m_look.px(PaddingY);
    for (const TableCell &cell : std::as_const(m_cells)) {
        const QRect box = cellRect(cell, plan);
        if (m_hiddenRows.contains(cell.row) || box.isEmpty()
            || !box.adjusted(0, 0, 1, 1).intersects(dirty)) {
            continue;
        }
        if (cell.background.isValid()) {
            painter.fillRect(box, cell.background);
        }
        if (m_line.isValid()) {
            // fillRect keeps hairlines sharp at every scale; a pen would be spread over two pixels.
            painter.fillRect(QRect(box.x(), box.y(), box.width() + 1, 1), m_line);
            painter.fillRect(QRect(box.x(), box.y(), 1, box.height() + 1), m_line);
            painter.fillRect(QRect(box.x(), box.bottom() + 1, box.width() + 1, 1), m_line);
            painter.fillRect(
                QRect(std::min(box.right() + 1, width() - 1), box.y(), 1, box.height()), m_line);
        }
        if (!cell.content && !cell.isHidden) {
            const int mark = cell.isRequired ? m_look.px(12) : 0;
            paintText(painter, cell, box.adjusted(padX + mark, padY, -padX, -padY));
        }
    }
}

} // namespace andu::ui
