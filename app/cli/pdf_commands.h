// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace andu::cli {

/// `anductl pdf WORD …`; gives the exit code of the program.
int runPdf(int argc, char **argv);

} // namespace andu::cli
