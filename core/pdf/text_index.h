// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"

#include <QRectF>

namespace andu::pdf {

/// Text of one page without white space, full-width forms folded, one box per character, in
/// millimetres of the displayed page. Finds words that a generator tore apart with gaps.
struct PageText
{
    QString text;
    QList<QRectF> boxesMm; ///< One per UTF-16 unit of text.

    [[nodiscard]] QRectF boxOf(qsizetype from, qsizetype length) const;
};

[[nodiscard]] QString foldedText(const QString &text);

class TextIndex
{
public:
    /// Opens the document a second time for reading text; @p document must outlive the index.
    [[nodiscard]] static Result<TextIndex> open(Document &document);

    [[nodiscard]] int pageCount() const;
    [[nodiscard]] PageText page(int index) const;

private:
    struct Reader;
    explicit TextIndex(std::shared_ptr<Reader> reader)
        : m_reader(std::move(reader))
    { }

    std::shared_ptr<Reader> m_reader;
};

} // namespace andu::pdf
