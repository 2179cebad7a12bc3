// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <memory>

namespace andu::cli {

/// Commands that draw text need fonts and thus a GUI application; it is off-screen.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool draws);

} // namespace andu::cli
