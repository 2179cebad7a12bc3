// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/text_layer.h"

#include "core/pdf/plain_form.h"

#include <QHash>

#include <cmath>
#include <limits>

namespace andu::pdf::view {

namespace {

/// Characters of a text without white space, in one width and case, with where they came from.
struct Folded
{
    QString text;
    QList<qsizetype> from;
};

bool needsNormalizing(QChar character)
{
    // Everything with a compatibility form that office documents contain is up here.
    const char16_t code = character.unicode();
    return (code >= 0x2000 && code < 0x3400) || code >= 0xF900;
}

Folded folded(const QString &text)
{
    Folded out;
    out.text.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character.isSpace()) {
            continue;
        }
        if (!needsNormalizing(character)) {
            out.text += character.toCaseFolded();
            out.from.append(i);
            continue;
        }
        const QString forms = plainForm(character).normalized(QString::NormalizationForm_KC);
        for (const QChar form : forms) {
            if (!form.isSpace()) {
                out.text += form.toCaseFolded();
                out.from.append(i);
            }
        }
    }
    return out;
}

double distanceTo(const QRectF &box, const QPointF &point)
{
    const double dx = std::max({ box.left() - point.x(), 0.0, point.x() - box.right() });
    const double dy = std::max({ box.top() - point.y(), 0.0, point.y() - box.bottom() });
    // A line is read along: being beside it counts less than being above or below it.
    return dx + 4 * dy;
}

bool isSameLine(const QRectF &a, const QRectF &b)
{
    const double overlap = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return overlap > 0.5 * std::min(a.height(), b.height());
}

} // namespace

void TextLayer::add(QChar character, const QRectF &box)
{
    text += character;
    boxes.append(box);
}

qsizetype TextLayer::nearest(const QPointF &point) const
{
    qsizetype best = 0;
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (boxes.at(i).isEmpty()) {
            continue;
        }
        const double distance = distanceTo(boxes.at(i), point);
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

TextRange TextLayer::wordAt(qsizetype index) const
{
    const auto isInside
        = [this](qsizetype i) { return text.at(i).isLetterOrNumber() && !boxes.at(i).isEmpty(); };
    if (index < 0 || index >= text.size()) {
        return {};
    }
    qsizetype from = index;
    qsizetype to = index + 1;
    while (from > 0 && isInside(from - 1)) {
        --from;
    }
    while (to < text.size() && isInside(to)) {
        ++to;
    }
    return { from, to - from };
}

QList<QRectF> TextLayer::lines(const TextRange &range) const
{
    QList<QRectF> out;
    const qsizetype end = std::min(range.from + range.length, boxes.size());
    for (qsizetype i = std::max<qsizetype>(range.from, 0); i < end; ++i) {
        const QRectF &box = boxes.at(i);
        if (box.isEmpty()) {
            continue;
        }
        if (!out.isEmpty() && isSameLine(out.last(), box)) {
            out.last() = out.last().united(box);
        } else {
            out.append(box);
        }
    }
    return out;
}

QList<TextRange> TextLayer::find(const QString &wanted) const
{
    QList<TextRange> out;
    const Folded needle = folded(wanted);
    if (needle.text.isEmpty()) {
        return out;
    }
    const Folded hay = folded(text);
    qsizetype at = hay.text.indexOf(needle.text);
    while (at >= 0) {
        const qsizetype from = hay.from.at(at);
        const qsizetype last = hay.from.at(at + needle.text.size() - 1);
        out.append({ from, last + 1 - from });
        at = hay.text.indexOf(needle.text, at + needle.text.size());
    }
    return out;
}

} // namespace andu::pdf::view
