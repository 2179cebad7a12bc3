// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_commands.h"

#include "app/cli/pdf_file_command.h"
#include "app/cli/pdf_sign_command.h"
#include "app/cli/pdf_verify.h"
#include "core/base/json.h"
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

FileOptions::FileOptions(const QStringList &valued, const QStringList &flags)
{
    for (const QString &name : valued) {
        m_parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    for (const QString &name : flags + QStringList{ u"json"_s }) {
        m_parser.addOption(QCommandLineOption(name));
    }
}

bool FileOptions::parse(int argc, char **argv)
{
    QStringList arguments{ u"anductl"_s };
    m_command = argc > 2 ? argv[2] : "";
    for (int i = 3; i < argc; ++i) {
        arguments.append(QString::fromUtf8(argv[i]));
    }
    if (!m_parser.parse(arguments)) {
        say(m_parser.errorText());
        return false;
    }
    return true;
}

QStringList FileOptions::words() const
{
    return m_parser.positionalArguments();
}

QString FileOptions::value(const char *option) const
{
    return m_parser.value(QLatin1StringView(option));
}

QStringList FileOptions::values(const char *option) const
{
    return m_parser.values(QLatin1StringView(option));
}

bool FileOptions::isSet(const char *option) const
{
    return m_parser.isSet(QLatin1StringView(option));
}

Result<crypto::SecureBytes> FileOptions::secret(const char *option) const
{
    if (!isSet(option)) {
        return crypto::SecureBytes();
    }
    return readSecret(value(option));
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool draws)
{
    if (!draws) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    return std::make_unique<QGuiApplication>(argc, argv);
}

int reportError(const Error &error, bool isJson)
{
    say(error.code == ErrorCode::Refused
            ? u"Refused: "_s + error.detail
            : u"Failed ["_s + nameOf(error.code) + u"]: "_s + error.detail);
    if (isJson) {
        Options options;
        options.isJson = true;
        print(options,
              QJsonObject{ { u"error"_s, error.detail }, { u"code"_s, nameOf(error.code) } },
              {});
    }
    switch (error.code) {
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::Invalid:
        return int(Exit::Attention);
    case ErrorCode::Offline:
        return int(Exit::Offline);
    case ErrorCode::Tls:
        return int(Exit::NotTrusted);
    default:
        return int(Exit::Failed);
    }
}

void reportResult(const QJsonObject &object, const QString &text, bool isJson)
{
    Options options;
    options.isJson = isJson;
    print(options, object, text);
}

int runPdf(int argc, char **argv)
{
    const QByteArrayView word(argc > 2 ? argv[2] : "");
    if (word == QByteArrayView("sign") || word == QByteArrayView("seal")
        || word == QByteArrayView("seam")) {
        return runPdfSign(argc, argv);
    }
    if (word == QByteArrayView("info")) {
        return runPdfInfo(argc, argv);
    }
    if (word == QByteArrayView("render")) {
        return runPdfRender(argc, argv);
    }
    if (word == QByteArrayView("fill")) {
        return runPdfFill(argc, argv);
    }
    if (word == QByteArrayView("reserve")) {
        return runPdfReserve(argc, argv);
    }
    if (word == QByteArrayView("verify")) {
        return runPdfVerify(argc, argv);
    }
    if (word == QByteArrayView("revisions")) {
        return runPdfRevisions(argc, argv);
    }
    say(usage());
    return int(Exit::Usage);
}

} // namespace andu::cli
