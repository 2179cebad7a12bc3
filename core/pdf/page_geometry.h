// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QRectF>
#include <QSizeF>
#include <qpdf/QPDFObjectHandle.hh>

namespace andu::pdf {

/// Where the displayed page lies in user space: inherited boxes, crop, rotation and user unit
/// resolved (ISO 32000-2, 7.7.3.4 and 14.11.2).
struct PageGeometry
{
    QRectF box; ///< Displayed part in user space; y grows upwards, so top() is the lower edge.
    int rotation = 0; ///< 0, 90, 180 or 270, clockwise.
    double userUnit = 1.0;

    /// Size of the page as displayed.
    [[nodiscard]] QSizeF sizeMm() const;
    [[nodiscard]] double unitsPerMm() const { return 72.0 / 25.4 / userUnit; }
    /// @param displayedMm from the upper left corner of the displayed page, y downwards.
    /// @return rectangle in user space, y upwards.
    [[nodiscard]] QRectF toUserSpace(const QRectF &displayedMm) const;
    /// Inverse of toUserSpace().
    [[nodiscard]] QRectF toDisplayedMm(const QRectF &userSpace) const;
    /// /Matrix of a form that is to stand upright on the displayed page.
    [[nodiscard]] QByteArray uprightMatrix() const;
};

[[nodiscard]] Result<PageGeometry> geometryOf(QPDFObjectHandle page);

} // namespace andu::pdf
