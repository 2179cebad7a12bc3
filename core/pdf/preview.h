// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/sign.h"

#include <QImage>

namespace andu::pdf {

/// What @p marks will look like on page @p page, as a transparent picture of the whole displayed
/// page: made by the writer and the renderer themselves on an empty page of the same geometry, so
/// it equals the result. Marks on other pages are left out.
[[nodiscard]] Result<QImage>
previewMarks(Document &document, const QList<Mark> &marks, int page, double dpi);

} // namespace andu::pdf
