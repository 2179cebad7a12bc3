// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QRectF>
#include <QSizeF>

namespace andu::ui {

/// How pages follow each other on the desk.
enum class Spread { Continuous, OnePage, TwoPages, TwoContinuous };

[[nodiscard]] constexpr bool isPaired(Spread spread)
{
    return spread == Spread::TwoPages || spread == Spread::TwoContinuous;
}
[[nodiscard]] constexpr bool isContinuous(Spread spread)
{
    return spread == Spread::Continuous || spread == Spread::TwoContinuous;
}

/// Between points of a displayed page and pixels of a view.
struct PageTransform
{
    QRectF rect; ///< Where the page is, rotated.
    double scale = 1; ///< Pixels per point.
    int rotation = 0; ///< Quarter turns clockwise, chosen by the reader.

    [[nodiscard]] QPointF toView(const QPointF &point) const;
    [[nodiscard]] QPointF toPage(const QPointF &position) const;
    [[nodiscard]] QRectF toView(const QRectF &area) const;
    /// Size of the page in points, unrotated.
    [[nodiscard]] QSizeF pageSize() const;
};

/// Places of all pages on the desk. A value made from sizes; pages of a view that shows one row at
/// a time have null rectangles when they are not shown.
class PageLayout
{
public:
    struct Input
    {
        QList<QSizeF> sizesPt;
        Spread spread = Spread::Continuous;
        int rotation = 0;
        double scale = 1;
        QSize viewport;
        int current = 0;
    };

    PageLayout() = default;
    explicit PageLayout(const Input &input);

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] int count() const { return int(m_rects.size()); }
    [[nodiscard]] QRect rect(int page) const { return m_rects.value(page); }
    [[nodiscard]] PageTransform transform(int page, const QPoint &scroll) const;
    /// Pages that touch an area of the desk, in order.
    [[nodiscard]] QList<int> pagesIn(const QRect &area) const;
    /// Page under a point; nothing between pages is -1.
    [[nodiscard]] int pageAt(const QPoint &point) const;
    /// First page of the row that takes most of an area.
    [[nodiscard]] int mainPage(const QRect &area) const;

    /// Scale that fits the row of @p input.current to the viewport's width, or to the whole page.
    [[nodiscard]] static double fitWidth(const Input &input);
    [[nodiscard]] static double fitPage(const Input &input);

    static constexpr int MarginPx = 24;
    static constexpr int GapPx = 12;

private:
    QList<QRect> m_rects;
    QSize m_size;
    Spread m_spread = Spread::Continuous;
    int m_rotation = 0;
    double m_scale = 1;
};

} // namespace andu::ui
