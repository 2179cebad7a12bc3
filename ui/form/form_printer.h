// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"

class QPagedPaintDevice;

namespace andu::ui {

/// Paints a form on paper: light colours, values as text, breaks between rows.
bool printForm(forms::FormSession &session, FormHost &host, QPagedPaintDevice &device);

/// A table with a head that is repeated on every page the table goes on.
struct PaperHead
{
    int top = 0;
    int headBottom = 0;
    int bottom = 0; ///< Of the table.
};

/// What stands on a page.
struct PaperSlice
{
    int top = 0;
    int bottom = 0;
    std::optional<qsizetype> head = {}; ///< Repeated above it: place in the list of heads.

    friend bool operator==(const PaperSlice &, const PaperSlice &) = default;
};

/// Cuts a form into pages: at the last edge that fits, or at the limit when a row is taller than a
/// page; never between the head of a table and its first row.
[[nodiscard]] QList<PaperSlice>
pageSlices(QList<int> edges, const QList<PaperHead> &heads, int height, int pageHeight);

} // namespace andu::ui
