// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPixmap>

namespace andu::ui {

/// The initial of a name in a coloured circle. @p size in device-independent pixels.
[[nodiscard]] QPixmap avatarOf(const Theme &theme, const QString &name, int size, qreal ratio);
/// The mark of the program: 案 in white on red.
[[nodiscard]] QPixmap brandMark(const Theme &theme, int size);

} // namespace andu::ui
