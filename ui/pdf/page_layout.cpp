// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/page_layout.h"

#include <algorithm>
#include <cmath>

namespace andu::ui {

namespace {

QSizeF turned(const QSizeF &size, int rotation)
{
    return rotation % 2 != 0 ? size.transposed() : size;
}

int rowStart(int page, Spread spread)
{
    return isPaired(spread) ? page - page % 2 : page;
}

/// Size of a row of pages in points, without gaps.
QSizeF rowSize(const PageLayout::Input &input)
{
    const int first = rowStart(input.current, input.spread);
    QSizeF row(0, 0);
    for (int page = first; page <= first + (isPaired(input.spread) ? 1 : 0); ++page) {
        const QSizeF size = turned(input.sizesPt.value(page, QSizeF(0, 0)), input.rotation);
        row = QSizeF(row.width() + size.width(), std::max(row.height(), size.height()));
    }
    return row;
}

} // namespace

QPointF PageTransform::toView(const QPointF &point) const
{
    const QPointF at = point * scale;
    switch (rotation & 3) {
    case 1:
        return { rect.right() - at.y(), rect.top() + at.x() };
    case 2:
        return { rect.right() - at.x(), rect.bottom() - at.y() };
    case 3:
        return { rect.left() + at.y(), rect.bottom() - at.x() };
    default:
        return rect.topLeft() + at;
    }
}

QPointF PageTransform::toPage(const QPointF &position) const
{
    switch (rotation & 3) {
    case 1:
        return QPointF(position.y() - rect.top(), rect.right() - position.x()) / scale;
    case 2:
        return QPointF(rect.right() - position.x(), rect.bottom() - position.y()) / scale;
    case 3:
        return QPointF(rect.bottom() - position.y(), position.x() - rect.left()) / scale;
    default:
        return (position - rect.topLeft()) / scale;
    }
}

QRectF PageTransform::toView(const QRectF &area) const
{
    return QRectF(toView(area.topLeft()), toView(area.bottomRight())).normalized();
}

QSizeF PageTransform::pageSize() const
{
    return turned(rect.size() / scale, rotation);
}

PageLayout::PageLayout(const Input &input)
    : m_rects(input.sizesPt.size())
    , m_spread(input.spread)
    , m_rotation(input.rotation)
    , m_scale(input.scale)
{
    const int count = int(input.sizesPt.size());
    const int perRow = isPaired(input.spread) ? 2 : 1;
    const int first = isContinuous(input.spread) ? 0 : rowStart(input.current, input.spread);
    const int end = isContinuous(input.spread) ? count : std::min(count, first + perRow);
    int widest = 0;
    int y = MarginPx;
    QList<std::pair<int, int>> rows; // first page, width
    for (int row = first; row < end; row += perRow) {
        int x = 0;
        int height = 0;
        for (int page = row; page < std::min(row + perRow, end); ++page) {
            const QSizeF size = turned(input.sizesPt.at(page), m_rotation) * m_scale;
            const QSize pixels(std::max(1, qRound(size.width())),
                               std::max(1, qRound(size.height())));
            m_rects[page] = QRect(QPoint(x, y), pixels);
            x += pixels.width() + GapPx;
            height = std::max(height, pixels.height());
        }
        for (int page = row; page < std::min(row + perRow, end); ++page) {
            m_rects[page].translate(0, (height - m_rects[page].height()) / 2);
        }
        rows.append({ row, x - GapPx });
        widest = std::max(widest, x - GapPx);
        y += height + GapPx;
    }
    m_size = QSize(widest + 2 * MarginPx, y - GapPx + MarginPx);
    const int width = std::max(m_size.width(), input.viewport.width());
    // A row that is lower than the window stands in its middle.
    const int down = isContinuous(input.spread)
        ? 0
        : std::max(0, (input.viewport.height() - m_size.height()) / 2);
    for (const auto &[row, rowWidth] : rows) {
        for (int page = row; page < std::min(row + perRow, end); ++page) {
            m_rects[page].translate((width - rowWidth) / 2, down);
        }
    }
}

PageTransform PageLayout::transform(int page, const QPoint &scroll) const
{
    return { QRectF(rect(page).translated(-scroll)), m_scale, m_rotation };
}

QList<int> PageLayout::pagesIn(const QRect &area) const
{
    QList<int> pages;
    if (!isContinuous(m_spread)) {
        for (int page = 0; page < count(); ++page) {
            if (m_rects.at(page).intersects(area)) {
                pages.append(page);
            }
        }
        return pages;
    }
    // Rows follow each other downwards: find the first page whose row is not wholly above.
    const int perRow = isPaired(m_spread) ? 2 : 1;
    int low = 0;
    int high = (count() + perRow - 1) / perRow;
    const auto bottomOf = [this, perRow](int row) {
        int bottom = 0;
        for (int page = row * perRow; page < std::min((row + 1) * perRow, count()); ++page) {
            bottom = std::max(bottom, m_rects.at(page).bottom());
        }
        return bottom;
    };
    while (low < high) {
        const int middle = (low + high) / 2;
        if (bottomOf(middle) < area.top()) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (int page = low * perRow; page < count(); ++page) {
        const int beside = page % perRow == 0 ? std::min(page + perRow - 1, count() - 1) : page;
        const int top = std::min(m_rects.at(page).top(), m_rects.at(beside).top());
        if (page % perRow == 0 && top > area.bottom()) {
            break;
        }
        if (m_rects.at(page).intersects(area)) {
            pages.append(page);
        }
    }
    return pages;
}

int PageLayout::pageAt(const QPoint &point) const
{
    for (const int page : pagesIn(QRect(point, QSize(1, 1)))) {
        if (m_rects.at(page).contains(point)) {
            return page;
        }
    }
    return -1;
}

int PageLayout::mainPage(const QRect &area) const
{
    int best = 0;
    int most = -1;
    for (const int page : pagesIn(area)) {
        const QRect shown = m_rects.at(page).intersected(area);
        if (shown.height() > most) {
            most = shown.height();
            best = page;
        }
    }
    return rowStart(best, m_spread);
}

double PageLayout::fitWidth(const Input &input)
{
    const QSizeF row = rowSize(input);
    const int gaps = isPaired(input.spread) ? GapPx : 0;
    const double room = input.viewport.width() - 2 * MarginPx - gaps;
    return row.width() > 0 ? std::max(0.05, room / row.width()) : 1;
}

double PageLayout::fitPage(const Input &input)
{
    const QSizeF row = rowSize(input);
    const double room = input.viewport.height() - 2 * MarginPx;
    return row.height() > 0 ? std::min(fitWidth(input), std::max(0.05, room / row.height())) : 1;
}

} // namespace andu::ui
