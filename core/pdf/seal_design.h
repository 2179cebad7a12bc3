// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QImage>
#include <QSizeF>
#include <QString>

class QPainter;

namespace andu::pdf {

enum class SealShape { Round, Oval, Square, Rectangle };
enum class SealCentre { Empty, Star, Emblem };

/// A seal drawn from data, in millimetres (国发〔1999〕25号 for round seals of organs).
struct SealDesign
{
    SealShape shape = SealShape::Round;
    QSizeF sizeMm{ 42, 42 };
    QString text; ///< Round the ring from left to right; in the field of square and other seals.
    SealCentre centre = SealCentre::Star;
    QImage emblem; ///< For SealCentre::Emblem; only its alpha or darkness is used.
    QString row; ///< Straight line below the centre, e.g. 合同专用章.
    QString code; ///< Number along the lower ring.
    double borderMm = 1.2;
    QColor colour{ 0xd0, 0x12, 0x1b };

    friend bool operator==(const SealDesign &, const SealDesign &) = default;
};

/// Paints vectors; one painter unit is a millimetre, the seal's upper left corner at the origin.
void paintSeal(QPainter &painter, const SealDesign &design);

/// Picture with alpha in exactly one colour. BadInput for impossible sizes or no text.
/// Needs a QGuiApplication.
[[nodiscard]] Result<QImage> drawSeal(const SealDesign &design, double dpi = 300);

} // namespace andu::pdf
