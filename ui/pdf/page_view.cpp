// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/page_view.h"

#include "core/base/literals.h"

#include <QPainter>
#include <QScreen>
#include <QScrollBar>

#include <cmath>

namespace andu::ui {

using pdf::view::RenderQueue;
using pdf::view::Tile;

namespace {

constexpr double MinPercent = 10;
constexpr double MaxPercent = 1600;
constexpr int MaxDetails = 64; ///< Pages whose text is kept.

} // namespace

PageView::PageView(const Theme &theme, RenderQueue &queue, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_queue(queue)
{
    setObjectName(u"pages"_s);
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setSingleStep(48);
    m_requests.setSingleShot(true);
    m_requests.setInterval(0);
    connect(&m_requests, &QTimer::timeout, this, &PageView::requestVisible);
    connect(&m_queue, &RenderQueue::rendered, this, &PageView::takeTile);
    connect(&m_queue,
            &RenderQueue::detailsRead,
            this,
            [this](int page, const pdf::view::PageDetails &details) {
                m_details.insert(page, details);
                Q_EMIT detailsChanged(page);
                viewport()->update();
            });
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PageView::showDocument(const pdf::view::DocumentFacts &facts, bool keepsPlace)
{
    const int page = m_current;
    const QPoint scroll = scrollOffset();
    m_sizes = facts.pageSizesPt;
    m_tiles.clear();
    m_details.clear();
    m_damaged.clear();
    m_selection.clear();
    m_hits.clear();
    m_currentHit.reset();
    m_current = keepsPlace ? std::clamp(page, 0, std::max(0, pageCount() - 1)) : 0;
    m_rotation = keepsPlace ? m_rotation : 0;
    layOut();
    horizontalScrollBar()->setValue(keepsPlace ? scroll.x() : 0);
    verticalScrollBar()->setValue(keepsPlace ? scroll.y() : 0);
    noteCurrent();
}

PageLayout::Input PageView::layoutInput() const
{
    return { m_sizes, m_spread, m_rotation, m_scale, viewport()->size(), m_current };
}

double PageView::percent() const
{
    return m_scale * 72 / 96 * 100;
}

double PageView::wantedScale() const
{
    PageLayout::Input input = layoutInput();
    // As if the scroll bar were there: otherwise it comes and goes for ever.
    if (isContinuous(m_spread) && !verticalScrollBar()->isVisible()) {
        input.viewport.rwidth() -= verticalScrollBar()->sizeHint().width();
    }
    double scale = m_percent / 100 * 96 / 72;
    if (m_zoomMode == ZoomMode::Width) {
        scale = PageLayout::fitWidth(input);
    } else if (m_zoomMode == ZoomMode::Page) {
        scale = PageLayout::fitPage(input);
    } else if (m_zoomMode == ZoomMode::TrueSize) {
        // Device-independent pixels per inch of glass.
        scale = screen()->physicalDotsPerInch() / 72;
    }
    const double unit = 96.0 / 72 / 100;
    return std::clamp(scale, MinPercent * unit, MaxPercent * unit);
}

QPoint PageView::scrollOffset() const
{
    return { horizontalScrollBar()->value(), verticalScrollBar()->value() };
}

void PageView::layOut()
{
    const double before = m_scale;
    m_scale = wantedScale();
    m_layout = PageLayout(layoutInput());
    const QSize over = m_layout.size() - viewport()->size();
    horizontalScrollBar()->setRange(0, std::max(0, over.width()));
    verticalScrollBar()->setRange(0, std::max(0, over.height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
    if (m_overlay) {
        m_overlay->moved();
    }
    m_requests.start();
    viewport()->update();
    if (!qFuzzyCompare(before, m_scale)) {
        Q_EMIT zoomChanged();
    }
}

/// Lays out again so that what is under a point of the viewport stays there.
void PageView::layOutAround(const QPointF &anchor)
{
    const auto [page, point] = placeAt(anchor);
    const int kept = page >= 0 ? page : m_current;
    const QPointF pagePoint = page >= 0 ? point : QPointF(0, 0);
    const QPointF from = page >= 0 ? anchor : transformOf(kept).toView(QPointF(0, 0));
    layOut();
    const QPointF to = transformOf(kept).toView(pagePoint);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(to.x() - from.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(to.y() - from.y()));
}

void PageView::setSpread(Spread spread)
{
    if (spread == m_spread) {
        return;
    }
    m_spread = spread;
    const int page = m_current;
    layOut();
    goTo(page);
}

void PageView::setZoom(ZoomMode mode, double percent)
{
    m_zoomMode = mode;
    m_percent = std::clamp(percent, MinPercent, MaxPercent);
    layOutAround(QRectF(viewport()->rect()).center());
}

void PageView::zoomBy(int steps, const QPointF &anchor)
{
    m_percent = std::clamp(percent() * std::pow(1.15, steps), MinPercent, MaxPercent);
    m_zoomMode = ZoomMode::Percent;
    layOutAround(anchor);
}

void PageView::turn(int quarters)
{
    m_rotation = ((m_rotation + quarters) % 4 + 4) % 4;
    const int page = m_current;
    layOut();
    goTo(page);
}

PageTransform PageView::transformOf(int page) const
{
    return m_layout.transform(page, scrollOffset());
}

QList<int> PageView::visiblePages() const
{
    return m_layout.pagesIn(QRect(scrollOffset(), viewport()->size()));
}

void PageView::goTo(int page, const QRectF &areaPt)
{
    if (page < 0 || page >= pageCount()) {
        return;
    }
    if (!isContinuous(m_spread)) {
        m_current = page;
        layOut();
    }
    const QRect rect = m_layout.rect(page);
    if (areaPt.isNull()) {
        verticalScrollBar()->setValue(rect.top() - PageLayout::GapPx);
    } else {
        const QRectF area = m_layout.transform(page, {}).toView(areaPt);
        const QRectF shown(scrollOffset(), viewport()->size());
        if (!shown.adjusted(32, 32, -32, -32).contains(area)) {
            verticalScrollBar()->setValue(int(area.center().y()) - viewport()->height() / 3);
            horizontalScrollBar()->setValue(int(area.center().x()) - viewport()->width() / 2);
        }
    }
    noteCurrent();
}

void PageView::noteCurrent()
{
    const int before = m_current;
    if (isContinuous(m_spread)) {
        m_current = m_layout.mainPage(QRect(scrollOffset(), viewport()->size()));
    }
    if (before != m_current || before == 0) {
        Q_EMIT currentPageChanged(m_current);
    }
}

void PageView::flip(int rows)
{
    const int step = isPaired(m_spread) ? 2 : 1;
    const int page = std::clamp(m_current + rows * step, 0, std::max(0, pageCount() - 1));
    if (page != m_current) {
        const bool isBack = rows < 0;
        m_current = page;
        layOut();
        verticalScrollBar()->setValue(isBack ? verticalScrollBar()->maximum() : 0);
        Q_EMIT currentPageChanged(m_current);
    }
}

void PageView::setHits(const QList<pdf::view::SearchHit> &hits, int current)
{
    m_hits.clear();
    for (const pdf::view::SearchHit &hit : hits) {
        m_hits[hit.page].append(hit);
    }
    m_currentHit
        = current >= 0 && current < hits.size() ? std::optional(hits.at(current)) : std::nullopt;
    viewport()->update();
}

void PageView::setOverlay(PageOverlay *overlay)
{
    m_overlay = overlay;
    viewport()->update();
}

void PageView::selectAll()
{
    m_selection.selectPage(m_details, m_current);
    viewport()->update();
}

void PageView::setDarkReading(const std::optional<pdf::view::DarkReading> &colours)
{
    m_dark = colours;
    m_queue.setDarkReading(colours);
    m_tiles.clear();
    m_requests.start();
    viewport()->update();
}

Tile PageView::tileOf(int page) const
{
    return { page, qRound(m_scale * devicePixelRatioF() * 1000), m_rotation, {} };
}

QList<Tile> PageView::tilesOf(int page, const QRect &area) const
{
    const double ratio = devicePixelRatioF();
    const QRect rect = m_layout.rect(page);
    const QRect part = area.intersected(rect).translated(-rect.topLeft());
    const QRect pixels(QPointF(part.topLeft() * ratio).toPoint(),
                       QSizeF(part.size() * ratio).toSize());
    return TileStore::tilesFor(tileOf(page), QSizeF(rect.size() * ratio).toSize(), pixels);
}

void PageView::requestVisible()
{
    const QRect shown(scrollOffset(), viewport()->size());
    const QRect near = shown.adjusted(0, -shown.height() / 2, 0, shown.height());
    const QList<int> visible = m_layout.pagesIn(shown);
    QList<Tile> wanted;
    for (const int page : visible) {
        wanted += tilesOf(page, shown);
    }
    for (const int page : m_layout.pagesIn(near)) {
        if (!visible.contains(page)) {
            wanted += tilesOf(page, near);
        }
    }
    wanted.removeIf([this](const Tile &tile) {
        return m_tiles.contains(tile) || m_damaged.contains(tile.page);
    });
    m_queue.want(RenderQueue::Lane::Pages, wanted);
    if (m_details.size() > MaxDetails && m_selection.isEmpty()) {
        m_details.removeIf(
            [&visible](const auto &entry) { return !visible.contains(entry.key()); });
    }
    QList<int> unread;
    for (const int page : visible) {
        if (!m_details.contains(page)) {
            unread.append(page);
        }
    }
    m_queue.wantDetails(unread);
}

void PageView::takeTile(const Tile &tile, const QImage &image, bool isThumbnail)
{
    if (isThumbnail) {
        return;
    }
    if (image.isNull()) {
        m_damaged.append(tile.page);
    } else {
        m_tiles.insert(tile, image);
    }
    viewport()->update(m_layout.rect(tile.page).translated(-scrollOffset()));
}

bool PageView::isComplete() const
{
    const QRect shown(scrollOffset(), viewport()->size());
    for (const int page : m_layout.pagesIn(shown)) {
        for (const Tile &tile : tilesOf(page, shown)) {
            if (!m_tiles.contains(tile) && !m_damaged.contains(page)) {
                return false;
            }
        }
        if (!m_details.contains(page)) {
            return false;
        }
    }
    return !m_requests.isActive();
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colour(Token::Desk));
    for (const int page : visiblePages()) {
        paintPage(painter, page);
    }
}

void PageView::paintPage(QPainter &painter, int page)
{
    const QRect shown(scrollOffset(), viewport()->size());
    const PageTransform transform = transformOf(page);
    painter.save();
    painter.setClipRect(transform.rect);
    painter.fillRect(transform.rect, m_dark ? m_dark->paper : QColor(Qt::white));
    m_tiles.paint(painter, tileOf(page), tilesOf(page, shown), transform.rect, devicePixelRatioF());
    if (m_damaged.contains(page)) {
        painter.setPen(m_theme.colour(Token::Danger));
        painter.drawText(transform.rect, Qt::AlignCenter, tr("This page is damaged."));
    }
    paintMarks(painter, page, transform);
    painter.restore();
    painter.setPen(m_theme.colour(Token::Line2));
    painter.drawRect(transform.rect.toAlignedRect().adjusted(-1, -1, 0, 0));
    if (m_overlay) {
        painter.save();
        m_overlay->paint(painter, page, transform);
        painter.restore();
    }
}

void PageView::paintMarks(QPainter &painter, int page, const PageTransform &transform) const
{
    const auto fill = [&](const QList<QRectF> &lines, QColor colour) {
        for (const QRectF &line : lines) {
            painter.fillRect(transform.toView(line), colour);
        }
    };
    // Marker on paper: under the letters, the same in both schemes.
    painter.setCompositionMode(m_dark ? QPainter::CompositionMode_Difference
                                      : QPainter::CompositionMode_Multiply);
    const QColor found(0xFF, 0xE1, 0x82);
    const QColor current(0xFF, 0xA9, 0x40);
    const QColor chosen(0xA8, 0xC8, 0xF5);
    for (const pdf::view::SearchHit &hit : m_hits.value(page)) {
        const bool isCurrent
            = m_currentHit && m_currentHit->page == page && m_currentHit->range == hit.range;
        fill(hit.linesPt, isCurrent ? current : found);
    }
    const auto range = m_selection.rangeOn(m_details, page);
    const auto details = m_details.constFind(page);
    if (range.length > 0 && details != m_details.constEnd()) {
        fill(details->text.lines(range), chosen);
    }
}

} // namespace andu::ui
