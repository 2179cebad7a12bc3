// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/pdf_sign_options.h"

namespace andu::cli {

/// Pictures, text and the network for signing.
[[nodiscard]] SignTools signTools();

} // namespace andu::cli
