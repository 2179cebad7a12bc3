// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/appearance.h"

#include <variant>

namespace andu::pdf {

/// Upper left corner in millimetres from the upper left corner of the displayed page.
struct AtPoint
{
    int page = 0;
    QPointF topLeftMm;
};

enum class Occurrence { First, Last, All };

/// Centred over words of the text.
struct AtKeyword
{
    QString text;
    Occurrence occurrence = Occurrence::Last;
    std::optional<int> page; ///< Only there.
    QPointF offsetMm;
};

/// GB/T 9704-2012, 7.3.5: centred over the name of the organ and the date below it, both slightly
/// under the centre of the seal, its top within a line of the text above.
struct OverNameAndDate
{
    QString name; ///< Empty: the date alone decides.
};

using Place = std::variant<AtPoint, AtKeyword, OverNameAndDate>;

enum class Edge { Left, Right };
enum class PageChoice { All, Odd, Even };

/// A seal cut over the edges of several pages (骑缝章).
struct SeamPlan
{
    int firstPage = 0;
    std::optional<int> lastPage; ///< Inclusive; the last of the document when absent.
    PageChoice pages = PageChoice::All;
    Edge edge = Edge::Right;
    double centreFraction = 0.5; ///< Height of the centre, from the top of each page.
    int maxPagesPerSeal = 20;
    double minSliceMm = 2.0;
};

[[nodiscard]] Result<QList<Part>> place(Document &document, const Place &where, QSizeF sizeMm);

/// Slices joined in page order give the seal: on the right edge from left to right; on the left
/// edge page 1 holds the right end, as when a fanned pile of sheets is stamped.
[[nodiscard]] Result<QList<Part>> planSeam(Document &document, const SeamPlan &plan, QSizeF sizeMm);

} // namespace andu::pdf
