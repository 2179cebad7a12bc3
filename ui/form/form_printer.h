// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"

class QPagedPaintDevice;

namespace andu::ui {

/// Paints a form on paper: light colours, values as text, breaks between rows.
bool printForm(forms::FormSession &session, FormHost &host, QPagedPaintDevice &device);

/// Where pages end: at the last edge that fits, or at the limit when a row is taller than a page.
[[nodiscard]] QList<int> pageBreaks(QList<int> edges, int height, int pageHeight);

} // namespace andu::ui
