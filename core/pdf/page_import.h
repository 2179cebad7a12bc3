// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/update.h"

#include <QRectF>

#include <functional>

class QPainter;

namespace andu::pdf {

/// Paints @p sizeMm worth of vector content with Qt and adds it as a form XObject whose origin is
/// the lower left corner, in points. Fonts come as subsets, so Chinese text costs a few kilobytes.
/// Needs a QGuiApplication.
[[nodiscard]] Result<QPDFObjGen>
importPainted(Update &update,
              QSizeF sizeMm,
              const std::function<void(QPainter &, const QRectF &area)> &paint);

} // namespace andu::pdf
