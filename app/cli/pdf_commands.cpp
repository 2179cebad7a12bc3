// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_commands.h"

#include "app/cli/pdf_draw_command.h"
#include "app/cli/pdf_light_commands.h"
#include "app/cli/pdf_sign_tools.h"
#include "core/base/literals.h"

namespace andu::cli {

namespace {

QString usage()
{
    return QStringLiteral(
        "anductl pdf COMMAND FILE … [--json] [--pdf-pass-file F]\n"
        "  info FILE\n"
        "  render FILE --page N --png OUT [--dpi D]\n"
        "  fill FILE --set NAME=VALUE … --out OUT\n"
        "  sign FILE … --out OUT|FOLDER KEY [LOOK] [PLACE] [--reason T] [--location T] [--contact "
        "T]\n"
        "       [--field NAME] [--certify 1|2|3] [--lock all|include:A,B|exclude:A,B] [--tsa URL] "
        "[--lta]\n"
        "  seal …   as sign, for a seal (--image or --seal)\n"
        "  seam …   as seal, cut over the page edges [--pages A-B] [--edge left|right] "
        "[--odd|--even]\n"
        "  reserve FILE --name FIELD … --out OUT   (empty signature fields, before certifying)\n"
        "  revisions FILE [--extract N --out OUT]\n"
        "  verify FILE\n"
        " KEY:   --p12 F --pass-file F | --pkcs11 MODULE --pin-file F [--label L] | --skf LIBRARY "
        "…\n"
        " LOOK:  --image PNG --size-mm W[,H] | --seal NAME --cabinet DIR; --text LINES\n"
        " PLACE: --page N|A-B|last|all --at X,Y (upper left corner, mm from the upper left of the "
        "page)\n"
        "        | --keyword TEXT | --over-name NAME (GB/T 9704)");
}

} // namespace

int runPdf(int argc, char **argv)
{
    const QByteArrayView word(argc > 2 ? argv[2] : "");
    if (word == QByteArrayView("render")) {
        return runPdfRender(argc, argv);
    }
    if (word == QByteArrayView("fill")) {
        return runPdfFill(argc, argv);
    }
    const SignTools tools = signTools();
    if (const auto done = runLightPdf(argc, argv, &tools)) {
        return *done;
    }
    say(usage());
    return int(Exit::Usage);
}

} // namespace andu::cli
