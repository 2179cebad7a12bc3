// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace andu::cli {

/// `anductl form render --form F.json --work W.json --png FILE …`: draws a form as the program
/// shows it. Makes its own application object; needs no display.
int renderForm(int argc, char **argv);

} // namespace andu::cli
