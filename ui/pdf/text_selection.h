// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/page_reader.h"

#include <QHash>

namespace andu::ui {

/// Text chosen from one place to another, over pages. Knows only pages whose text has been read.
class TextSelection
{
public:
    using Layers = QHash<int, pdf::view::PageDetails>;

    void clear();
    void startAt(const Layers &layers, int page, const QPointF &point);
    void extendTo(const Layers &layers, int page, const QPointF &point);
    void selectWord(const Layers &layers, int page, const QPointF &point);
    void selectPage(const Layers &layers, int page);

    [[nodiscard]] bool isEmpty() const;
    /// Part of a page that is chosen.
    [[nodiscard]] pdf::view::TextRange rangeOn(const Layers &layers, int page) const;
    [[nodiscard]] QString text(const Layers &layers) const;

private:
    struct Place
    {
        int page = 0;
        qsizetype index = 0;

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    bool m_hasStart = false;
    Place m_from; ///< Between characters: before the one at index.
    Place m_to;
};

} // namespace andu::ui
