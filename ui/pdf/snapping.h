// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

#include <optional>

namespace andu::ui {

/// Where a box being dragged came to rest, and the lines it caught on.
struct Snap
{
    QRectF boxMm;
    std::optional<double> xMm; ///< Upright line.
    std::optional<double> yMm;
};

/// Draws a box to the edges and centre lines of the page and to the centres of words, when it is
/// within @p reachMm. The box stays on the page as far as it fits.
[[nodiscard]] Snap
snapped(const QRectF &boxMm, const QSizeF &pageMm, const QList<QPointF> &wordsMm, double reachMm);

} // namespace andu::ui
