// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QPainter;
class QRect;

namespace andu::ui {

/// A widget that paints itself alone, on the screen and on paper.
class PaperPart
{
public:
    virtual ~PaperPart() = default;
    /// Paints in the widget's own coordinates; nothing outside @p dirty is needed.
    virtual void paintPart(QPainter &painter, const QRect &dirty) const = 0;
    /// Lower edges of the lines of a text, where a page may end inside the part.
    [[nodiscard]] virtual QList<int> lineEdges() const { return {}; }
};

} // namespace andu::ui
