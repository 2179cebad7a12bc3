// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace andu::cli {

struct SignTools;

/// `anductl pdf sign|seal|seam …`; nothing when the options need @p tools and there are none.
[[nodiscard]] std::optional<int> runPdfSign(int argc, char **argv, const SignTools *tools);

} // namespace andu::cli
