// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/text_search.h"
#include "ui/pdf/page_overlay.h"
#include "ui/pdf/text_selection.h"
#include "ui/pdf/tile_store.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace andu::ui {

enum class ZoomMode { Percent, Width, Page, TrueSize };

/// The desk with the pages. Draws what the queue has delivered and asks it for what is visible.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    PageView(const Theme &theme, pdf::view::RenderQueue &queue, QWidget *parent = nullptr);

    /// Another document, or with @p keepsPlace another revision of the one shown.
    void showDocument(const pdf::view::DocumentFacts &facts, bool keepsPlace);
    void setSpread(Spread spread);
    void setZoom(ZoomMode mode, double percent = 100);
    void zoomBy(int steps, const QPointF &anchor);
    void turn(int quarters);
    void goTo(int page, const QRectF &areaPt = {});
    void setHits(const QList<pdf::view::SearchHit> &hits, int current);
    /// Not owned; null takes it away.
    void setOverlay(PageOverlay *overlay);
    void selectAll();
    /// Dark paper and light ink, or what is printed when nothing is given.
    void setDarkReading(const std::optional<pdf::view::DarkReading> &colours);

    [[nodiscard]] int pageCount() const { return int(m_sizes.size()); }
    [[nodiscard]] int currentPage() const { return m_current; }
    [[nodiscard]] double percent() const;
    [[nodiscard]] ZoomMode zoomMode() const { return m_zoomMode; }
    [[nodiscard]] Spread spread() const { return m_spread; }
    [[nodiscard]] int rotation() const { return m_rotation; }
    [[nodiscard]] PageTransform transformOf(int page) const;
    [[nodiscard]] QSizeF pageSizePt(int page) const { return m_sizes.value(page); }
    [[nodiscard]] QList<int> visiblePages() const;
    [[nodiscard]] const TextSelection::Layers &details() const { return m_details; }
    [[nodiscard]] QString selectedText() const { return m_selection.text(m_details); }
    /// Whether everything visible has been drawn.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged();
    void linkClicked(const andu::pdf::view::PageLink &link);
    void copyRequested();
    void detailsChanged(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Tab belongs to what lies on the pages first: fields, things to be placed.
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] PageLayout::Input layoutInput() const;
    [[nodiscard]] double wantedScale() const;
    void layOut();
    void layOutAround(const QPointF &anchor);
    [[nodiscard]] QPoint scrollOffset() const;
    [[nodiscard]] pdf::view::Tile tileOf(int page) const;
    [[nodiscard]] QList<pdf::view::Tile> tilesOf(int page, const QRect &area) const;
    void requestVisible();
    void takeTile(const pdf::view::Tile &tile, const QImage &image, bool isThumbnail);
    void paintPage(QPainter &painter, int page);
    void paintMarks(QPainter &painter, int page, const PageTransform &transform) const;
    [[nodiscard]] const pdf::view::PageLink *linkAt(int page, const QPointF &point) const;
    [[nodiscard]] std::pair<int, QPointF> placeAt(const QPointF &position) const;
    void updateCursor(const QPointF &position);
    void flip(int rows);
    void noteCurrent();

    const Theme &m_theme;
    pdf::view::RenderQueue &m_queue;
    TileStore m_tiles;
    QList<QSizeF> m_sizes;
    PageLayout m_layout;
    Spread m_spread = Spread::Continuous;
    ZoomMode m_zoomMode = ZoomMode::Width;
    double m_percent = 100;
    double m_scale = 1;
    int m_rotation = 0;
    int m_current = 0;
    TextSelection::Layers m_details;
    QList<int> m_damaged; ///< Pages that could not be drawn.
    TextSelection m_selection;
    bool m_isSelecting = false;
    std::optional<QPoint> m_dragFrom; ///< Middle button: the desk is pulled.
    QHash<int, QList<pdf::view::SearchHit>> m_hits;
    std::optional<pdf::view::SearchHit> m_currentHit;
    PageOverlay *m_overlay = nullptr;
    std::optional<pdf::view::DarkReading> m_dark;
    QTimer m_requests; ///< Collects the scroll steps of one turn of the event loop.
};

} // namespace andu::ui
