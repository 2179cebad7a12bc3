// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_commands.h"

#include "app/cli/form_commands.h"
#include "app/cli/pdf_commands.h"

namespace andu::cli {

namespace {

int runPdf(int argc, char **argv)
{
    if (argc > 2 && QByteArrayView(argv[2]) == "verify") {
        return runPdfVerify(argc, argv);
    }
    std::fputs("anductl pdf verify FILE [--trust PEM]... [--json]\n", stderr);
    return 2;
}

} // namespace

QList<FileCommand> fileCommands()
{
    return {
        { "form", runForm },
        { "pdf", runPdf },
    };
}

} // namespace andu::cli
