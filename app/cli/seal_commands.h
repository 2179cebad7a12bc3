// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace andu::cli {

/// `anductl seal make|list|import …`; gives the exit code of the program.
int runSeal(int argc, char **argv);

} // namespace andu::cli
