// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace andu::cli {

int runPdfInfo(int argc, char **argv);
/// Empty signature fields, so that a certified file can be signed afterwards.
int runPdfReserve(int argc, char **argv);
int runPdfRevisions(int argc, char **argv);

} // namespace andu::cli
