// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QRect>
#include <QString>
#include <QWidget>

namespace andu::ui {

/// A place of the form where a text was found.
struct FormMatch
{
    QPointer<QWidget> part; ///< Table, text or field it stands in.
    QRect place; ///< In the part's coordinates.
    int row = -1; ///< Of a grid.
    int column = -1;
};

/// Looks for a text in titles, labels, values and rows of grids, also behind other tabs; in the
/// order of the page. Letter case and width of letters do not matter.
[[nodiscard]] QList<FormMatch> findInForm(const QWidget &page, const QString &text);

} // namespace andu::ui
