// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace andu::forms {

/// Text of an HTML fragment as a reader sees it: no tags, no scripts, a line for each block.
/// Bounded: at most 1 MiB of HTML is read.
[[nodiscard]] QString plainTextOf(const QString &html);

} // namespace andu::forms
