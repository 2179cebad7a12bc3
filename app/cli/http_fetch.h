// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/timestamp.h"

namespace andu::cli {

/// Blocking exchange for a program without a window; answers above 16 MiB and slow servers are
/// given up. Needs an application object that is not running its event loop.
[[nodiscard]] pdf::Fetch httpFetch();

} // namespace andu::cli
