// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/placement.h"

namespace andu::pdf {

namespace {

QList<int> chosenPages(const SeamPlan &plan, int last)
{
    QList<int> pages;
    for (int page = plan.firstPage; page <= last; ++page) {
        const bool isOdd = page % 2 == 0; // page 1 has index 0
        if (plan.pages == PageChoice::All || (plan.pages == PageChoice::Odd) == isOdd) {
            pages.append(page);
        }
    }
    return pages;
}

} // namespace

Result<QList<Part>> planSeam(Document &document, const SeamPlan &plan, QSizeF sizeMm)
{
    const auto count = document.pageCount();
    if (!count) {
        return tl::unexpected<Error>(count.error());
    }
    const int last = plan.lastPage.value_or(*count - 1);
    if (plan.firstPage < 0 || last >= *count) {
        return fail(ErrorCode::BadInput, u"the page range lies outside the document"_s);
    }
    const QList<int> pages = chosenPages(plan, last);
    if (pages.size() < 2) {
        return fail(ErrorCode::BadInput, u"a seam seal needs at least two pages"_s);
    }
    const int bySlice = std::max(2, int(sizeMm.width() / plan.minSliceMm));
    const int perSeal = std::max(2, std::min(plan.maxPagesPerSeal, bySlice));
    const int groups = int((pages.size() + perSeal - 1) / perSeal);
    QList<Part> parts;
    for (int group = 0; group < groups; ++group) {
        // Balanced, so that no seal lies on a single page.
        const int from = int(pages.size() * group / groups);
        const int to = int(pages.size() * (group + 1) / groups);
        const double slice = sizeMm.width() / (to - from);
        for (int i = from; i < to; ++i) {
            const auto geometry = document.page(pages.at(i)).and_then(geometryOf);
            if (!geometry) {
                return tl::unexpected<Error>(geometry.error());
            }
            const QSizeF pageMm = geometry->sizeMm();
            const bool isRight = plan.edge == Edge::Right;
            Part part;
            part.page = pages.at(i);
            part.isSlice = true;
            part.sliceFromMm = slice * (isRight ? i - from : to - 1 - i);
            part.displayedMm = QRectF(isRight ? pageMm.width() - slice : 0,
                                      pageMm.height() * plan.centreFraction - sizeMm.height() / 2,
                                      slice,
                                      sizeMm.height());
            parts.append(part);
        }
    }
    return parts;
}

} // namespace andu::pdf
