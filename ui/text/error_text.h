// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace andu::ui {

/// One plain sentence: what happened, what was kept, what to do next.
[[nodiscard]] QString errorText(const Error &error);

} // namespace andu::ui
