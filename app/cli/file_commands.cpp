// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_commands.h"

namespace andu::cli {

QList<FileCommand> fileCommands()
{
    return {};
}

} // namespace andu::cli
