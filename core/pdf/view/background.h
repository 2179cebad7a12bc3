// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/future.h"

namespace andu::pdf::view {

using andu::inBackground;

} // namespace andu::pdf::view
