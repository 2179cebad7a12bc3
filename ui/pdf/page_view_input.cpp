// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of PageView.
#include "ui/pdf/page_view.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace andu::ui {

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int page = m_current;
    const bool fits = m_zoomMode == ZoomMode::Width || m_zoomMode == ZoomMode::Page;
    if (fits && !m_sizes.isEmpty()) {
        const PageTransform before = transformOf(page);
        const double down
            = before.rect.height() > 0 ? -before.rect.top() / before.rect.height() : 0;
        layOut();
        const QRect rect = m_layout.rect(page);
        verticalScrollBar()->setValue(rect.top() + qRound(down * rect.height()));
        return;
    }
    layOut();
}

void PageView::scrollContentsBy(int, int)
{
    if (m_overlay) {
        m_overlay->moved();
    }
    noteCurrent();
    m_requests.start();
    viewport()->update();
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange) {
        layOut();
    }
}

void PageView::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (event->modifiers() & Qt::ControlModifier) {
        if (turned != 0) {
            zoomBy(turned > 0 ? 1 : -1, event->position());
        }
        event->accept();
        return;
    }
    const QScrollBar *bar = verticalScrollBar();
    const bool isAtEnd = turned < 0 ? bar->value() == bar->maximum() : bar->value() == 0;
    if (!isContinuous(m_spread) && turned != 0 && isAtEnd) {
        flip(turned < 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

std::pair<int, QPointF> PageView::placeAt(const QPointF &position) const
{
    const int page = m_layout.pageAt(position.toPoint() + scrollOffset());
    return { page, page >= 0 ? transformOf(page).toPage(position) : QPointF() };
}

const pdf::view::PageLink *PageView::linkAt(int page, const QPointF &point) const
{
    const auto details = m_details.constFind(page);
    if (details == m_details.constEnd()) {
        return nullptr;
    }
    for (const pdf::view::PageLink &link : details->links) {
        if (link.areaPt.contains(point)) {
            return &link;
        }
    }
    return nullptr;
}

void PageView::updateCursor(const QPointF &position)
{
    const auto [page, point] = placeAt(position);
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (page >= 0) {
        const auto own = m_overlay ? m_overlay->cursorAt(page, point) : std::nullopt;
        const auto details = m_details.constFind(page);
        if (own) {
            shape = *own;
        } else if (linkAt(page, point)) {
            shape = Qt::PointingHandCursor;
        } else if (details != m_details.constEnd() && !details->text.text.isEmpty()) {
            shape = Qt::IBeamCursor;
        }
    }
    viewport()->setCursor(shape);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    setFocus();
    const auto [page, point] = placeAt(event->position());
    if (event->button() == Qt::MiddleButton) {
        m_dragFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (page >= 0 && m_overlay && m_overlay->press(page, point)) {
        viewport()->update();
        return;
    }
    m_selection.clear();
    if (page >= 0) {
        m_selection.startAt(m_details, page, point);
        m_isSelecting = true;
    }
    viewport()->update();
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragFrom) {
        const QPoint moved = event->pos() - *m_dragFrom;
        m_dragFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        return;
    }
    const auto [page, point] = placeAt(event->position());
    if (page >= 0 && m_overlay && !m_isSelecting && m_overlay->move(page, point)) {
        viewport()->update();
        updateCursor(event->position());
        return;
    }
    if (m_isSelecting && page >= 0) {
        m_selection.extendTo(m_details, page, point);
        viewport()->update();
        return;
    }
    updateCursor(event->position());
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        m_dragFrom.reset();
        updateCursor(event->position());
        return;
    }
    if (m_overlay && !m_isSelecting && m_overlay->release()) {
        viewport()->update();
        return;
    }
    m_isSelecting = false;
    const auto [page, point] = placeAt(event->position());
    const pdf::view::PageLink *link = page >= 0 ? linkAt(page, point) : nullptr;
    if (event->button() == Qt::LeftButton && m_selection.isEmpty() && link) {
        Q_EMIT linkClicked(pdf::view::PageLink(*link));
    }
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto [page, point] = placeAt(event->position());
    if (page >= 0 && event->button() == Qt::LeftButton) {
        m_selection.selectWord(m_details, page, point);
        viewport()->update();
    }
}

bool PageView::focusNextPrevChild(bool next)
{
    QKeyEvent tab(QEvent::KeyPress, next ? Qt::Key_Tab : Qt::Key_Backtab, Qt::NoModifier);
    if (m_overlay && m_overlay->key(tab)) {
        viewport()->update();
        return true;
    }
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (m_overlay && m_overlay->key(*event)) {
        viewport()->update();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    QScrollBar *bar = verticalScrollBar();
    const int leaf = std::max(48, viewport()->height() - 48);
    switch (event->key()) {
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(pageCount() - 1);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        if (bar->value() == bar->maximum() && !isContinuous(m_spread)) {
            flip(1);
        } else {
            bar->setValue(bar->value() + leaf);
        }
        return;
    case Qt::Key_PageUp:
        if (bar->value() == 0 && !isContinuous(m_spread)) {
            flip(-1);
        } else {
            bar->setValue(bar->value() - leaf);
        }
        return;
    case Qt::Key_Down:
    case Qt::Key_Up:
        bar->setValue(bar->value() + (event->key() == Qt::Key_Down ? 1 : -1) * bar->singleStep());
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace andu::ui
