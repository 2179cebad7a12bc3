// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/page_layout.h"

#include <Qt>

#include <optional>

class QKeyEvent;
class QPainter;

namespace andu::ui {

/// Something drawn over pages that takes the mouse first: fields to fill in, a seal being placed.
/// Points are of the displayed page.
class PageOverlay
{
public:
    virtual ~PageOverlay() = default;

    virtual void paint(QPainter &painter, int page, const PageTransform &transform) = 0;
    /// True when the overlay took it.
    virtual bool press(int page, const QPointF &point) = 0;
    virtual bool move(int page, const QPointF &point) = 0;
    virtual bool release() = 0;
    virtual bool key(QKeyEvent &event) = 0;
    /// Pointer over a place, if the overlay means something there.
    [[nodiscard]] virtual std::optional<Qt::CursorShape> cursorAt(int page,
                                                                  const QPointF &point) const = 0;
    /// Pages have moved: scrolled, zoomed or turned.
    virtual void moved() = 0;
};

} // namespace andu::ui
