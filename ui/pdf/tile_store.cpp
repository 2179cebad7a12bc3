// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/tile_store.h"

#include <QPainter>

namespace andu::ui {

using pdf::view::Tile;

namespace {

constexpr qint64 WholePagePixels = 8'000'000;
constexpr int TilePixels = 1280;
constexpr int CoarseKilobytes = 32 * 1024;
constexpr int CoarseSide = 400;

int costOf(const QImage &image)
{
    return int(image.sizeInBytes() / 1024) + 1;
}

} // namespace

TileStore::TileStore()
    : m_tiles(BudgetKilobytes - CoarseKilobytes)
    , m_coarse(CoarseKilobytes)
{ }

void TileStore::clear()
{
    m_tiles.clear();
    m_coarse.clear();
}

void TileStore::insert(const Tile &tile, const QImage &image)
{
    if (tile.region.isNull()) {
        if (tile.rotation != m_coarseRotation) {
            m_coarse.clear();
            m_coarseRotation = tile.rotation;
        }
        const QImage *old = m_coarse.object(tile.page);
        if (!old || image.width() > old->width()) {
            const QImage coarse = std::max(image.width(), image.height()) <= CoarseSide
                ? image
                : image.scaled(CoarseSide, CoarseSide, Qt::KeepAspectRatio, Qt::FastTransformation);
            m_coarse.insert(tile.page, new QImage(coarse), costOf(coarse));
        }
    }
    m_tiles.insert(tile, new QImage(image), costOf(image));
}

QList<Tile> TileStore::tilesFor(const Tile &whole, const QSize &pixels, const QRect &visible)
{
    if (qint64(pixels.width()) * pixels.height() <= WholePagePixels) {
        return { whole };
    }
    QList<Tile> tiles;
    const QRect page(QPoint(0, 0), pixels);
    const QRect part = visible.intersected(page);
    for (int y = part.top() / TilePixels; y * TilePixels <= part.bottom(); ++y) {
        for (int x = part.left() / TilePixels; x * TilePixels <= part.right(); ++x) {
            Tile tile = whole;
            tile.region
                = QRect(x * TilePixels, y * TilePixels, TilePixels, TilePixels).intersected(page);
            tiles.append(tile);
        }
    }
    return tiles;
}

bool TileStore::contains(const Tile &tile) const
{
    return m_tiles.contains(tile);
}

bool TileStore::paint(QPainter &painter,
                      const Tile &whole,
                      const QList<Tile> &tiles,
                      const QRectF &at,
                      double ratio) const
{
    bool isComplete = true;
    for (const Tile &tile : tiles) {
        isComplete = isComplete && m_tiles.contains(tile);
    }
    bool hasAny = isComplete;
    if (!isComplete) {
        const QImage *coarse
            = whole.rotation == m_coarseRotation ? m_coarse.object(whole.page) : nullptr;
        if (coarse) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(at, *coarse);
            hasAny = true;
        }
    }
    for (const Tile &tile : tiles) {
        const QImage *image = m_tiles.object(tile);
        if (!image) {
            continue;
        }
        const QPointF corner = at.topLeft() + QPointF(tile.region.topLeft()) / ratio;
        QImage shown = *image;
        shown.setDevicePixelRatio(ratio);
        painter.drawImage(corner, shown);
        hasAny = true;
    }
    return hasAny;
}

} // namespace andu::ui
