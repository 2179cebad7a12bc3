// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/view/page_reader.h"

#include <QSizeF>

namespace andu::ui {

/// What happened with a PDF file and what can be done, in one plain sentence.
[[nodiscard]] QString pdfErrorText(const Error &error);
/// The same for a key that was to be opened.
[[nodiscard]] QString keyErrorText(const Error &error);
/// "210 × 297 mm"
[[nodiscard]] QString paperText(const QSizeF &sizePt);
/// What the file and the policy allow: "Printing allowed, copying text not allowed".
[[nodiscard]] QString rightsText(bool mayPrint, bool mayCopy);

} // namespace andu::ui
