// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/snapping.h"

#include <algorithm>
#include <cmath>

namespace andu::ui {

namespace {

struct Catch
{
    double shift = 0;
    std::optional<double> line;
};

/// Nearest of the lines to the start, middle or end of a span; edges count for all three.
Catch nearest(
    double from, double to, const QList<double> &edges, const QList<double> &middles, double reach)
{
    Catch best;
    double least = reach;
    const auto attempt = [&](double at, double line) {
        if (std::abs(line - at) <= least) {
            least = std::abs(line - at);
            best = { line - at, line };
        }
    };
    for (const double edge : edges) {
        attempt(from, edge);
        attempt(to, edge);
    }
    for (const double middle : middles) {
        attempt((from + to) / 2, middle);
    }
    return best;
}

double kept(double from, double size, double room)
{
    return size >= room ? (room - size) / 2 : std::clamp(from, 0.0, room - size);
}

} // namespace

Snap snapped(const QRectF &boxMm,
             const QSizeF &pageMm,
             const QList<QPointF> &wordsMm,
             double reachMm)
{
    QList<double> middlesX{ pageMm.width() / 2 };
    QList<double> middlesY{ pageMm.height() / 2 };
    for (const QPointF &word : wordsMm) {
        middlesX.append(word.x());
        middlesY.append(word.y());
    }
    const Catch x = nearest(boxMm.left(), boxMm.right(), { 0, pageMm.width() }, middlesX, reachMm);
    const Catch y = nearest(boxMm.top(), boxMm.bottom(), { 0, pageMm.height() }, middlesY, reachMm);
    QRectF box = boxMm.translated(x.shift, y.shift);
    box.moveTo(kept(box.left(), box.width(), pageMm.width()),
               kept(box.top(), box.height(), pageMm.height()));
    return { box, x.line, y.line };
}

} // namespace andu::ui
