// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/update.h"

#include <QRectF>

#include <functional>

class QFont;
class QPainter;

namespace andu::pdf {

/// Font for text in appearances. Shaping is left out where no script of @p text needs it: shaped
/// digits become glyphs that Qt cannot map back, and readers could not search or copy them.
[[nodiscard]] QFont textFont(const QString &text);

/// Paints @p sizeMm worth of vector content with Qt and adds it as a form XObject whose origin is
/// the lower left corner, in points. Fonts come as subsets, so Chinese text costs a few kilobytes.
/// Needs a QGuiApplication.
[[nodiscard]] Result<QPDFObjGen>
importPainted(Update &update,
              QSizeF sizeMm,
              const std::function<void(QPainter &, const QRectF &area)> &paint);

} // namespace andu::pdf
