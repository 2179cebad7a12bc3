// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace andu::cli {

int runPdfRender(int argc, char **argv);
int runPdfFill(int argc, char **argv);

} // namespace andu::cli
