// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/pdf_commands.h"

namespace andu::cli {

/// `anductl pdf sign|seal|seam IN… --out OUT …`
int runPdfSign(int argc, char **argv);

} // namespace andu::cli
