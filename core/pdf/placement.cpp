// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/placement.h"

#include "core/base/literals.h"
#include "core/pdf/text_index.h"

#include <QRegularExpression>

namespace andu::pdf {

namespace {

// The text stands a little under the centre of the seal (7.3.5.1): share of the diameter.
constexpr double BelowCentre = 0.08;
constexpr double LinesBetween = 4.0; ///< A date belongs to the name when it is that near.

Part centred(int page, QPointF centreMm, QSizeF sizeMm)
{
    Part part;
    part.page = page;
    part.displayedMm = QRectF(centreMm.x() - sizeMm.width() / 2,
                              centreMm.y() - sizeMm.height() / 2,
                              sizeMm.width(),
                              sizeMm.height());
    return part;
}

Result<QList<Part>> atKeyword(Document &document, const AtKeyword &rule, QSizeF sizeMm)
{
    const QString wanted = foldedText(rule.text);
    const auto index = TextIndex::open(document);
    if (!index) {
        return tl::unexpected<Error>(index.error());
    }
    if (wanted.isEmpty()) {
        return fail(ErrorCode::BadInput, u"the keyword is empty"_s);
    }
    QList<Part> found;
    for (int page = 0; page < index->pageCount(); ++page) {
        if (rule.page && *rule.page != page) {
            continue;
        }
        const PageText text = index->page(page);
        qsizetype at = text.text.indexOf(wanted);
        while (at >= 0) {
            const QPointF centre = text.boxOf(at, wanted.size()).center() + rule.offsetMm;
            found.append(centred(page, centre, sizeMm));
            if (rule.occurrence == Occurrence::First) {
                return found;
            }
            at = text.text.indexOf(wanted, at + wanted.size());
        }
    }
    if (found.isEmpty()) {
        return fail(ErrorCode::NotFound, u"the keyword is not in the text"_s);
    }
    return rule.occurrence == Occurrence::Last ? QList<Part>{ found.last() } : found;
}

/// Lower edge of the text above @p block, if there is any.
std::optional<double> bodyBottom(const PageText &text, const QRectF &block)
{
    std::optional<double> bottom;
    for (const QRectF &box : text.boxesMm) {
        if (box.bottom() <= block.top() + box.height() * 0.2) {
            bottom = std::max(bottom.value_or(0), box.bottom());
        }
    }
    return bottom;
}

QPointF sealCentre(const PageText &text, const QRectF &block, double lineMm, QSizeF sizeMm)
{
    QPointF centre(block.center().x(), block.center().y() - BelowCentre * sizeMm.height());
    const auto body = bodyBottom(text, block);
    if (body) {
        // Too far under the text: rise, as long as name and date stay inside the lower half.
        const double highest = block.bottom() - sizeMm.height() * 0.45;
        const double wanted = *body + lineMm + sizeMm.height() / 2;
        centre.setY(std::max(std::min(centre.y(), wanted), highest));
    }
    return centre;
}

/// Last date with the name above it on a page.
std::optional<QPointF> nameAndDate(const PageText &text, const QString &name, QSizeF sizeMm)
{
    static const QRegularExpression date(
        u"(\\d{4}|[〇○零一二三四五六七八九]{4})年[\\d〇一二三四五六七八九十]{1,3}月[\\d〇一二三四五六七八九十]{1,3}日"_s);
    std::optional<QPointF> found;
    auto matches = date.globalMatch(text.text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QRectF dateBox = text.boxOf(match.capturedStart(), match.capturedLength());
        const double line = dateBox.height() * 1.6;
        if (name.isEmpty()) {
            found = sealCentre(text, dateBox, line, sizeMm);
            continue;
        }
        const qsizetype at = text.text.lastIndexOf(name, match.capturedStart() - name.size());
        if (at < 0 || match.capturedStart() < name.size()) {
            continue;
        }
        const QRectF nameBox = text.boxOf(at, name.size());
        const double gap = dateBox.top() - nameBox.bottom();
        if (gap > -line / 2 && gap < LinesBetween * line) {
            found = sealCentre(text, nameBox.united(dateBox), line, sizeMm);
        }
    }
    return found;
}

Result<QList<Part>> overNameAndDate(Document &document, const OverNameAndDate &rule, QSizeF sizeMm)
{
    const auto index = TextIndex::open(document);
    if (!index) {
        return tl::unexpected<Error>(index.error());
    }
    const QString name = foldedText(rule.name);
    for (int page = index->pageCount() - 1; page >= 0; --page) {
        if (const auto centre = nameAndDate(index->page(page), name, sizeMm)) {
            return QList<Part>{ centred(page, *centre, sizeMm) };
        }
    }
    return fail(ErrorCode::NotFound, u"no name with a date below it was found; give a position"_s);
}

} // namespace

Result<QList<Part>> place(Document &document, const Place &where, QSizeF sizeMm)
{
    if (const auto *point = std::get_if<AtPoint>(&where)) {
        Part part;
        part.page = point->page;
        part.displayedMm = QRectF(point->topLeftMm, sizeMm);
        return QList<Part>{ part };
    }
    if (const auto *keyword = std::get_if<AtKeyword>(&where)) {
        return atKeyword(document, *keyword, sizeMm);
    }
    return overNameAndDate(document, std::get<OverNameAndDate>(where), sizeMm);
}

} // namespace andu::pdf
