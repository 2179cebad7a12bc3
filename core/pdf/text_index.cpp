// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_index.h"

#include "core/base/literals.h"
#include "core/pdf/page_render.h"
#include "core/pdf/plain_form.h"

#include <poppler/qt6/poppler-qt6.h>

namespace andu::pdf {

struct TextIndex::Reader
{
    std::unique_ptr<Poppler::Document> document;
};

QRectF PageText::boxOf(qsizetype from, qsizetype length) const
{
    QRectF box;
    for (qsizetype i = from; i < from + length && i < boxesMm.size(); ++i) {
        box = box.isNull() ? boxesMm.at(i) : box.united(boxesMm.at(i));
    }
    return box;
}

QString foldedText(const QString &text)
{
    QString plain;
    for (const QChar character : text) {
        plain += plainForm(character);
    }
    QString out;
    for (const QChar character : plain.normalized(QString::NormalizationForm_KC)) {
        if (!character.isSpace()) {
            out += character;
        }
    }
    return out;
}

Result<TextIndex> TextIndex::open(Document &document)
{
    auto loaded = loadForReading(document.device(), document.password());
    if (!loaded) {
        return tl::unexpected<Error>(loaded.error());
    }
    auto reader = std::make_shared<Reader>();
    reader->document = std::move(*loaded);
    return TextIndex(std::move(reader));
}

int TextIndex::pageCount() const
{
    return m_reader->document->numPages();
}

PageText TextIndex::page(int index) const
{
    PageText out;
    const std::unique_ptr<Poppler::Page> page(m_reader->document->page(index));
    if (!page) {
        return out;
    }
    const double mm = 25.4 / 72.0;
    for (const auto &box : page->textList()) {
        const QString word = box->text();
        for (qsizetype i = 0; i < word.size(); ++i) {
            const QRectF at = box->charBoundingBox(int(i));
            const QRectF boxMm(at.topLeft() * mm, at.size() * mm);
            for (const QChar folded : foldedText(word.mid(i, 1))) {
                out.text += folded;
                out.boxesMm.append(boxMm);
            }
        }
    }
    return out;
}

} // namespace andu::pdf
