// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/timestamp.h"

#include <atomic>
#include <memory>

namespace andu::ui {

using CancelFlag = std::shared_ptr<const std::atomic_bool>;

/// Carries requests for time stamps and revocation data. Blocks the calling thread, which must be
/// one without an event loop of its own: a pool thread, or the main thread of a program without
/// window. Only http and https; answers above 16 MiB and servers slower than 20 seconds are given
/// up. Cancelled within a moment when @p cancel is set.
[[nodiscard]] pdf::Fetch webFetch(CancelFlag cancel = {});

} // namespace andu::ui
