// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/text_selection.h"

namespace andu::ui {

namespace {

/// Gap between characters that a point means.
qsizetype gapAt(const pdf::view::TextLayer &layer, const QPointF &point)
{
    if (layer.text.isEmpty()) {
        return 0;
    }
    const qsizetype index = layer.nearest(point);
    return point.x() > layer.boxes.at(index).center().x() ? index + 1 : index;
}

} // namespace

void TextSelection::clear()
{
    m_hasStart = false;
    m_from = {};
    m_to = {};
}

void TextSelection::startAt(const Layers &layers, int page, const QPointF &point)
{
    clear();
    const auto layer = layers.constFind(page);
    if (layer != layers.constEnd()) {
        m_hasStart = true;
        m_from = { page, gapAt(layer->text, point) };
        m_to = m_from;
    }
}

void TextSelection::extendTo(const Layers &layers, int page, const QPointF &point)
{
    const auto layer = layers.constFind(page);
    if (m_hasStart && layer != layers.constEnd()) {
        m_to = { page, gapAt(layer->text, point) };
    }
}

void TextSelection::selectWord(const Layers &layers, int page, const QPointF &point)
{
    const auto layer = layers.constFind(page);
    if (layer == layers.constEnd() || layer->text.text.isEmpty()) {
        return;
    }
    const auto word = layer->text.wordAt(layer->text.nearest(point));
    m_hasStart = true;
    m_from = { page, word.from };
    m_to = { page, word.from + word.length };
}

void TextSelection::selectPage(const Layers &layers, int page)
{
    const auto layer = layers.constFind(page);
    if (layer != layers.constEnd()) {
        m_hasStart = true;
        m_from = { page, 0 };
        m_to = { page, layer->text.text.size() };
    }
}

bool TextSelection::isEmpty() const
{
    return !m_hasStart || m_from == m_to;
}

pdf::view::TextRange TextSelection::rangeOn(const Layers &layers, int page) const
{
    const Place first = std::min(m_from, m_to);
    const Place last = std::max(m_from, m_to);
    if (isEmpty() || page < first.page || page > last.page) {
        return {};
    }
    const auto layer = layers.constFind(page);
    const qsizetype size = layer != layers.constEnd() ? layer->text.text.size() : 0;
    const qsizetype from = page == first.page ? first.index : 0;
    const qsizetype to = page == last.page ? last.index : size;
    return { from, std::max<qsizetype>(0, std::min(to, size) - from) };
}

QString TextSelection::text(const Layers &layers) const
{
    QStringList parts;
    const int last = std::max(m_from.page, m_to.page);
    for (int page = std::min(m_from.page, m_to.page); page <= last; ++page) {
        const auto range = rangeOn(layers, page);
        if (range.length > 0) {
            parts.append(layers.value(page).text.text.mid(range.from, range.length));
        }
    }
    return parts.join(u'\n');
}

} // namespace andu::ui
