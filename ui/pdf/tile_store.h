// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/render_queue.h"

#include <QCache>

class QPainter;

namespace andu::ui {

/// Pictures of pages within a budget of memory. A page is one tile until that would be large, then
/// pieces of it; a coarser picture stands in while a tile is not there yet.
class TileStore
{
public:
    TileStore();

    void clear();
    void insert(const pdf::view::Tile &tile, const QImage &image);
    /// Tiles that cover a part of a page. @p pixels: size of the rotated page in device pixels.
    [[nodiscard]] static QList<pdf::view::Tile>
    tilesFor(const pdf::view::Tile &whole, const QSize &pixels, const QRect &visible);
    [[nodiscard]] bool contains(const pdf::view::Tile &tile) const;
    /// Paints what there is of a page at @p at (device-independent), best last.
    /// @return false when not even a coarse picture was there.
    bool paint(QPainter &painter,
               const pdf::view::Tile &whole,
               const QList<pdf::view::Tile> &tiles,
               const QRectF &at,
               double ratio) const;
    [[nodiscard]] qsizetype kilobytes() const { return m_tiles.totalCost() + m_coarse.totalCost(); }

    static constexpr int BudgetKilobytes = 192 * 1024;

private:
    QCache<pdf::view::Tile, QImage> m_tiles;
    QCache<int, QImage> m_coarse; ///< By page, only of the current rotation.
    int m_coarseRotation = 0;
};

} // namespace andu::ui
