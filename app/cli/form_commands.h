// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace andu::cli {

/// `anductl form inspect …`: what a form shows, collects and refuses. Exit code of the program.
int runForm(int argc, char **argv);

} // namespace andu::cli
