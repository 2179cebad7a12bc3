// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace andu::ui {

/// What a column of a grid asks for, in pixels.
struct GridWish
{
    double wanted = 0; ///< Width in the form; 0: none.
    double natural = 0; ///< What its words need.
    double least = 0; ///< Words may wrap down to this.
    bool isFixed = false; ///< Takes no part in stretching (the row number).
};

/// Widths of the columns of a grid as wide as @p width. Spare room goes to columns whose words are
/// cut, then to all; when the form asks for too much, columns give what their words do not need.
/// Wider than @p width only when the words do not fit at all.
[[nodiscard]] QList<int> gridWidths(const QList<GridWish> &wishes, int width);

} // namespace andu::ui
