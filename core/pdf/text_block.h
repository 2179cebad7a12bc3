// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/update.h"

#include <QSizeF>
#include <QStringList>

namespace andu::pdf {

/// Lines of text that know how to draw themselves. Only the constructor refers to Qt's painting: a
/// program that makes no block signs without loading fonts and graphics.
class TextBlock
{
public:
    TextBlock() = default;
    TextBlock(QStringList lines); // NOLINT: lines are a block

    [[nodiscard]] bool isEmpty() const { return m_lines.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_lines.size(); }
    [[nodiscard]] QString join(QChar separator) const { return m_lines.join(separator); }
    /// Form XObject of @p sizeMm. The block must not be empty. Needs a QGuiApplication.
    [[nodiscard]] Result<QPDFObjGen> addForm(Update &update, QSizeF sizeMm) const
    {
        return m_draw(update, m_lines, sizeMm);
    }

private:
    using Draw = Result<QPDFObjGen> (*)(Update &, const QStringList &, QSizeF);

    QStringList m_lines;
    Draw m_draw = nullptr; ///< Set whenever there are lines.
};

} // namespace andu::pdf
