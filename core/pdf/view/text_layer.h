// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

namespace andu::pdf::view {

struct TextRange
{
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Text of one page in reading order with a box per character, in points of the displayed page
/// (unrotated by the reader), y downwards. Blanks between words and line ends have empty boxes.
struct TextLayer
{
    QString text;
    QList<QRectF> boxes;

    void add(QChar character, const QRectF &box);
    /// Index of the character at or nearest to a point; -1 in an empty layer is expressed by text.
    [[nodiscard]] qsizetype nearest(const QPointF &point) const;
    /// Word or run of ideographs around an index.
    [[nodiscard]] TextRange wordAt(qsizetype index) const;
    /// One box per line of the range.
    [[nodiscard]] QList<QRectF> lines(const TextRange &range) const;
    /// Occurrences of a text: case, white space and character width do not matter, so words that a
    /// generator tore apart or broke over lines are found.
    [[nodiscard]] QList<TextRange> find(const QString &wanted) const;
};

} // namespace andu::pdf::view
