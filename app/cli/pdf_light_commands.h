// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace andu::cli {

struct SignTools;

/// The commands of `anductl pdf` that draw nothing and call nobody. Nothing for every other
/// command, and for a signature whose options need @p tools when there are none.
[[nodiscard]] std::optional<int> runLightPdf(int argc, char **argv, const SignTools *tools);

} // namespace andu::cli
