// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_verify.h"

#include "app/cli/pdf_sign_options.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/crypto/secure_bytes.h"
#include "core/pdf/verify/verifier.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <cstdio>

namespace andu::cli {

namespace {

using namespace pdf::verify;

constexpr int Done = 0;
constexpr int Failed = 1;
constexpr int Usage = 2;
constexpr int NotValid = 4;

void print(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
}

int complain(const QString &what, bool isJson, int code)
{
    if (isJson) {
        print(json::compact(QJsonObject{ { u"error"_s, what } }));
    } else {
        std::fputs((what + u'\n').toUtf8().constData(), stderr);
    }
    return code;
}

QString nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return u"valid"_s;
    case Verdict::ValidWithLaterAdditions:
        return u"valid-with-later-additions"_s;
    case Verdict::Untrusted:
        return u"untrusted"_s;
    case Verdict::Modified:
        return u"modified"_s;
    case Verdict::Invalid:
        return u"invalid"_s;
    case Verdict::Unsigned:
        break;
    }
    return u"unsigned"_s;
}

QString nameOf(SignatureKind kind)
{
    switch (kind) {
    case SignatureKind::Certification:
        return u"certification"_s;
    case SignatureKind::Timestamp:
        return u"timestamp"_s;
    case SignatureKind::Approval:
        break;
    }
    return u"approval"_s;
}

QString nameOf(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Ok:
        return u"ok"_s;
    case Integrity::Unsupported:
        return u"unsupported"_s;
    case Integrity::Broken:
        break;
    }
    return u"broken"_s;
}

QString nameOf(CertificateStatus status)
{
    switch (status) {
    case CertificateStatus::Trusted:
        return u"trusted"_s;
    case CertificateStatus::Untrusted:
        return u"untrusted"_s;
    case CertificateStatus::Expired:
        return u"expired"_s;
    case CertificateStatus::Revoked:
        return u"revoked"_s;
    case CertificateStatus::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString nameOf(Modification modification)
{
    switch (modification) {
    case Modification::None:
        return u"none"_s;
    case Modification::Permitted:
        return u"permitted"_s;
    case Modification::Forbidden:
        break;
    }
    return u"forbidden"_s;
}

QString nameOf(TimeSource source)
{
    switch (source) {
    case TimeSource::Claimed:
        return u"claimed"_s;
    case TimeSource::Timestamp:
        return u"timestamp"_s;
    case TimeSource::None:
        break;
    }
    return u"none"_s;
}

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonArray list(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &item : texts) {
        array.append(text(item));
    }
    return array;
}

QJsonValue timeText(const std::optional<std::int64_t> &utc)
{
    return utc ? QJsonValue(QDateTime::fromSecsSinceEpoch(*utc, Qt::UTC).toString(Qt::ISODate))
               : QJsonValue();
}

QJsonObject toJson(const SignatureReport &signature)
{
    QJsonArray changes;
    for (const Change &change : signature.changes) {
        changes.append((change.isForbidden ? u"forbidden: "_s : u"permitted: "_s)
                       + text(change.what));
    }
    return { { u"field"_s, text(signature.field) },
             { u"kind"_s, nameOf(signature.kind) },
             { u"signer"_s, text(signature.signer) },
             { u"time"_s, timeText(signature.timeUtc) },
             { u"timeSource"_s, nameOf(signature.timeSource) },
             { u"algorithm"_s, text(signature.algorithm) },
             { u"weak"_s, signature.isWeak },
             { u"integrity"_s, nameOf(signature.integrity) },
             { u"certificate"_s, nameOf(signature.certificate) },
             { u"path"_s, list(signature.path) },
             { u"coverage"_s, signature.coverage == Coverage::Whole ? u"whole"_s : u"revision"_s },
             { u"modification"_s, nameOf(signature.modification) },
             { u"revisionBytes"_s, static_cast<qint64>(signature.revisionBytes) },
             { u"changes"_s, changes },
             { u"findings"_s, list(signature.findings) } };
}

QJsonObject toJson(const Report &report)
{
    QJsonArray signatures;
    for (const SignatureReport &signature : report.signatures) {
        signatures.append(toJson(signature));
    }
    return { { u"verdict"_s, nameOf(report.verdict) },
             { u"signatures"_s, signatures },
             { u"findings"_s, list(report.findings) } };
}

/// Control characters of hostile names must not reach a terminal.
QByteArray plain(QString line)
{
    for (QChar &unit : line) {
        if (unit.category() == QChar::Other_Control || unit.category() == QChar::Other_Format) {
            unit = u'?';
        }
    }
    return line.toUtf8();
}

void printText(const Report &report)
{
    print(plain(nameOf(report.verdict)));
    for (const std::string &finding : report.findings) {
        print(plain(u"  "_s + text(finding)));
    }
    for (const SignatureReport &signature : report.signatures) {
        print(plain(u"%1 (%2) by %3, %4 %5: integrity %6, certificate %7, modification %8"_s.arg(
            text(signature.field),
            nameOf(signature.kind),
            text(signature.signer),
            timeText(signature.timeUtc).toString(u"no time"_s),
            text(signature.algorithm),
            nameOf(signature.integrity),
            nameOf(signature.certificate),
            nameOf(signature.modification))));
        for (const Change &change : signature.changes) {
            print(plain((change.isForbidden ? u"  forbidden: "_s : u"  permitted: "_s)
                        + text(change.what)));
        }
        for (const std::string &finding : signature.findings) {
            print(plain(u"  "_s + text(finding)));
        }
    }
}

Result<crypto::SecureBytes> readPassword(const QString &path)
{
    if (path.isEmpty()) {
        return crypto::SecureBytes();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"cannot read the password file"_s);
    }
    QByteArray bytes = file.read(4096);
    QByteArrayView word(bytes);
    while (word.endsWith('\n') || word.endsWith('\r')) {
        word.chop(1);
    }
    crypto::SecureBytes secret(word);
    crypto::wipe(bytes);
    return secret;
}

/// ISO 8601; without zone it is UTC.
std::optional<std::int64_t> timeOfText(const QString &iso)
{
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toSecsSinceEpoch();
}

Result<Report>
verifyFile(const QString &path, const TrustAnchors &anchors, const VerifyOptions &options)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"cannot read "_s + path);
    }
    const uchar *bytes = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    if (bytes == nullptr) {
        return fail(ErrorCode::BadInput, u"the file is empty or cannot be mapped"_s);
    }
    return verify({ reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(file.size()) },
                  anchors,
                  options);
}

int tell(const Report &report, bool isJson)
{
    if (isJson) {
        print(json::compact(toJson(report)));
    } else {
        printText(report);
    }
    const bool isValid
        = report.verdict == Verdict::Valid || report.verdict == Verdict::ValidWithLaterAdditions;
    return isValid ? Done : NotValid;
}

} // namespace

std::optional<int> runPdfVerify(int argc, char **argv, const SignTools *tools)
{
    QStringList arguments;
    for (int i = 2; i < argc; ++i) { // the word behind `pdf` stands for the program
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    QCommandLineParser parser;
    for (const QString &name : { u"trust"_s, u"trust-dir"_s, u"at"_s, u"password-file"_s }) {
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    parser.addOption(QCommandLineOption(u"json"_s));
    parser.addOption(QCommandLineOption(u"online"_s));
    const bool isParsed = parser.parse(arguments);
    const bool isJson = arguments.contains(u"--json"_s);
    if (!isParsed || parser.positionalArguments().size() != 1) {
        return complain(isParsed ? u"usage: anductl pdf verify FILE [--trust PEM]... [--trust-dir "
                                   u"DIR]... [--at TIME] [--password-file F] [--online] [--json]"_s
                                 : parser.errorText(),
                        isJson,
                        Usage);
    }
    if (parser.isSet(u"online"_s) && tools == nullptr) {
        return std::nullopt;
    }
    VerifyOptions options;
    options.nowUtc = QDateTime::currentSecsSinceEpoch();
    if (parser.isSet(u"at"_s)) {
        options.atUtc = timeOfText(parser.value(u"at"_s));
        if (!options.atUtc) {
            return complain(u"--at wants a time like 2024-05-20T12:00:00Z"_s, isJson, Usage);
        }
    }
    const auto password = readPassword(parser.value(u"password-file"_s));
    if (!password) {
        return complain(password.error().detail, isJson, Failed);
    }
    options.password
        = { password->view().data(), static_cast<std::size_t>(password->view().size()) };
    const auto anchors
        = TrustAnchors::load(parser.values(u"trust"_s), parser.values(u"trust-dir"_s));
    if (!anchors) {
        return complain(anchors.error().detail, isJson, Failed);
    }
    std::unique_ptr<QCoreApplication> application; // the network needs one
    if (parser.isSet(u"online"_s)) {
        if (QCoreApplication::instance() == nullptr) {
            application = std::make_unique<QCoreApplication>(argc, argv);
        }
        options.fetch = tools->fetch;
    }
    const auto report = verifyFile(parser.positionalArguments().constFirst(), *anchors, options);
    if (!report) {
        return complain(report.error().detail, isJson, Failed);
    }
    return tell(*report, isJson);
}

} // namespace andu::cli
