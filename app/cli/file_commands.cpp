// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_commands.h"

#include "app/cli/form_commands.h"

namespace andu::cli {

QList<FileCommand> fileCommands()
{
    return {
        { "form", runForm },
    };
}

} // namespace andu::cli
