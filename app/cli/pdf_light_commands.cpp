// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_light_commands.h"

#include "app/cli/pdf_file_command.h"
#include "app/cli/pdf_sign_command.h"
#include "app/cli/pdf_verify.h"

#include <QByteArrayView>

namespace andu::cli {

std::optional<int> runLightPdf(int argc, char **argv, const SignTools *tools)
{
    const QByteArrayView word(argc > 2 ? argv[2] : "");
    if (word == QByteArrayView("verify")) {
        return runPdfVerify(argc, argv, tools);
    }
    if (word == QByteArrayView("sign") || word == QByteArrayView("seal")
        || word == QByteArrayView("seam")) {
        return runPdfSign(argc, argv, tools);
    }
    if (word == QByteArrayView("info")) {
        return runPdfInfo(argc, argv);
    }
    if (word == QByteArrayView("reserve")) {
        return runPdfReserve(argc, argv);
    }
    if (word == QByteArrayView("revisions")) {
        return runPdfRevisions(argc, argv);
    }
    return std::nullopt;
}

} // namespace andu::cli
