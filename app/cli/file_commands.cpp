// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_commands.h"

#include "app/cli/form_commands.h"
#include "app/cli/form_render.h"
#include "app/cli/pdf_commands.h"
#include "app/cli/seal_commands.h"

namespace andu::cli {

QList<FileCommand> fileCommands()
{
    // A command with a second word stands before the one that takes any.
    return {
        { "form", "render", renderForm },
        { "form", {}, runForm },
        { "pdf", {}, runPdf },
        { "seal", {}, runSeal },
    };
}

} // namespace andu::cli
