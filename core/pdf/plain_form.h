// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace andu::pdf {

/// The everyday form of a character as a file may name it: fonts of Chinese producers map glyphs to
/// the radicals U+2E80-2FDF, and Latin ones to ligatures U+FB00-FB06. Others stay as they are.
[[nodiscard]] QString plainForm(QChar character);

} // namespace andu::pdf
