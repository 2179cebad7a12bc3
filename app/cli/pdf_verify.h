// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace andu::cli {

struct SignTools;

/// `anductl pdf verify FILE [--trust PEM]… [--trust-dir DIR]… [--at TIME] [--password-file F]
/// [--online] [--json]`: exit 0 for valid and valid-with-later-additions, 4 for every other
/// verdict, 1 when the file cannot be read, 2 for wrong usage. Nothing when --online lacks @p
/// tools.
[[nodiscard]] std::optional<int> runPdfVerify(int argc, char **argv, const SignTools *tools);

} // namespace andu::cli
