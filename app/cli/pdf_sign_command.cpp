// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_sign_command.h"

#include "app/cli/pdf_stamping.h"
#include "core/base/literals.h"
#include "core/pdf/batch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <csignal>

namespace andu::cli {

namespace {

// Set by the interrupt key; the file at work is finished or left as it was.
std::atomic_bool isInterrupted = false; // NOLINT: a signal handler reaches nothing else

void interrupt(int)
{
    isInterrupted = true;
}

QJsonObject
toJson(const pdf::SignedUpdate &update, const pdf::SignRequest &request, const QString &target)
{
    QJsonArray places;
    for (const pdf::Mark &mark : request.marks) {
        const QRectF &box = mark.part.displayedMm;
        places.append(QJsonObject{ { u"page"_s, mark.part.page + 1 },
                                   { u"xMm"_s, box.left() },
                                   { u"yMm"_s, box.top() },
                                   { u"widthMm"_s, box.width() },
                                   { u"heightMm"_s, box.height() } });
    }
    return { { u"out"_s, target },
             { u"field"_s, update.field },
             { u"addedBytes"_s, double(update.appended.size()) },
             { u"places"_s, places } };
}

Result<QJsonObject> signOne(const Stamping &stamping, const QString &source, const QString &target)
{
    const FileOptions &options = stamping.options;
    const auto password = options.secret("pdf-pass-file");
    if (!password) {
        return tl::unexpected<Error>(password.error());
    }
    auto document = pdf::Document::openFile(source, *password);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    auto request = requestOf(*document, options, stamping.chosen.look, stamping.tools);
    if (!request) {
        return tl::unexpected<Error>(request.error());
    }
    request->cancel = &isInterrupted;
    request->esl = stamping.chosen.seal ? stamping.chosen.seal->esl : QByteArray();
    auto output = startStamped(options, source, target);
    if (!output) {
        return tl::unexpected<Error>(output.error());
    }
    const auto update = pdf::sign(*document, *request, stamping.signer);
    if (!update) {
        return tl::unexpected<Error>(update.error());
    }
    const auto more = writeStamped(stamping, source, *output, *document, *request, *update);
    if (!more) {
        return more;
    }
    QJsonObject result = toJson(*update, *request, target);
    for (auto it = more->begin(); it != more->end(); ++it) {
        result[it.key()] = it.value();
    }
    return result;
}

QString stateName(pdf::BatchState state)
{
    switch (state) {
    case pdf::BatchState::Done:
        return u"done"_s;
    case pdf::BatchState::Failed:
        return u"failed"_s;
    case pdf::BatchState::Skipped:
        return u"skipped"_s;
    case pdf::BatchState::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

/// Many files into one folder; goes on where an earlier run stopped.
int signMany(const Stamping &stamping, const QStringList &files, const QString &folder)
{
    const bool isJson = stamping.options.isJson();
    if (!QDir().mkpath(folder)) {
        return reportError({ ErrorCode::Storage, u"the folder cannot be made"_s }, isJson);
    }
    QList<pdf::BatchItem> items;
    QSet<QString> targets;
    for (const QString &file : files) {
        items.append({ file, QDir(folder).filePath(QFileInfo(file).fileName()) });
        if (targets.contains(items.last().target)) {
            return reportError({ ErrorCode::BadInput, u"two files have one name: "_s + file },
                               isJson);
        }
        targets.insert(items.last().target);
    }
    std::signal(SIGINT, interrupt);
    const auto work = [&](const pdf::BatchItem &item) {
        return signOne(stamping, item.source, item.target).map([](const QJsonObject &) {});
    };
    int failures = 0;
    QJsonArray rows;
    const auto progress = [&](int done, int total, const pdf::BatchOutcome &outcome) {
        const QString error = outcome.error ? outcome.error->detail : QString();
        say(u"%1/%2 %3 %4 %5"_s.arg(done).arg(total).arg(
            stateName(outcome.state), outcome.item.source, error));
        const bool isGood
            = outcome.state == pdf::BatchState::Done || outcome.state == pdf::BatchState::Skipped;
        failures += isGood ? 0 : 1;
        rows.append(QJsonObject{ { u"source"_s, outcome.item.source },
                                 { u"out"_s, outcome.item.target },
                                 { u"state"_s, stateName(outcome.state) },
                                 { u"error"_s, error } });
    };
    const QString journal = QDir(folder).filePath(u".andu-batch"_s);
    const auto run = pdf::Batch(journal).run(items, work, progress, &isInterrupted);
    if (!run) {
        return reportError(run.error(), isJson);
    }
    printResult(isJson,
                QJsonObject{ { u"files"_s, rows }, { u"failures"_s, failures } },
                u"%1 files, %2 failures"_s.arg(files.size()).arg(failures));
    return int(failures == 0 ? Exit::Done : Exit::Attention);
}

int signAll(const FileOptions &options, const SignTools *tools)
{
    if (const auto isSound = checked(options); !isSound) {
        return reportError(isSound.error(), options.isJson());
    }
    const auto signer = signerOf(options);
    if (!signer) {
        return reportError(signer.error(), options.isJson());
    }
    auto chosen = needsTools(options) ? tools->look(options, (*signer)->identity())
                                      : pngLook(options).map([](const pdf::Look &look) {
                                            return ChosenLook{ look, {} };
                                        });
    if (!chosen) {
        return reportError(chosen.error(), options.isJson());
    }
    const bool needsPicture = options.command() == "seal" || options.command() == "seam";
    if (needsPicture && chosen->look.picture.isNull()) {
        return reportError({ ErrorCode::BadInput, u"no seal given: --image or --seal"_s },
                           options.isJson());
    }
    const Stamping stamping{ options, **signer, std::move(*chosen), tools };
    const QStringList files = options.words();
    const QString out = options.value("out");
    if (files.size() > 1 || QFileInfo(out).isDir()) {
        return signMany(stamping, files, out);
    }
    const auto done = signOne(stamping, files.first(), out);
    if (!done) {
        return reportError(done.error(), options.isJson());
    }
    printResult(options.isJson(), *done, u"Signed as "_s + done->value(u"field"_s).toString());
    return int(Exit::Done);
}

} // namespace

std::optional<int> runPdfSign(int argc, char **argv, const SignTools *tools)
{
    FileOptions options(
        { u"out"_s,       u"p12"_s,       u"pass-file"_s, u"pdf-pass-file"_s,
          u"image"_s,     u"page"_s,      u"at"_s,        u"size-mm"_s,
          u"keyword"_s,   u"over-name"_s, u"text"_s,      u"reason"_s,
          u"location"_s,  u"contact"_s,   u"certify"_s,   u"lock"_s,
          u"field"_s,     u"pages"_s,     u"edge"_s,      u"group"_s,
          u"profile"_s,   u"tsa"_s,       u"crl"_s,       u"pkcs11"_s,
          u"skf"_s,       u"pin-file"_s,  u"label"_s,     u"seal"_s,
          u"cabinet"_s,   u"register"_s,  u"approval"_s,  u"approver"_s,
          u"applicant"_s, u"operator"_s,  u"title"_s,     u"approved-digest"_s },
        { u"seam"_s, u"odd"_s, u"even"_s, u"every"_s, u"lt"_s, u"lta"_s, u"tsa-optional"_s });
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    if (options.words().isEmpty() || !options.isSet("out")) {
        say(u"usage: anductl pdf sign FILE … --out OUT|FOLDER --p12 F --pass-file F …"_s);
        return int(Exit::Usage);
    }
    if (needsTools(options) && tools == nullptr) {
        return std::nullopt;
    }
    // A token's helper is a process that Qt watches; a key file needs no application object.
    std::unique_ptr<QCoreApplication> application;
    if (tools != nullptr) {
        application = tools->makeApplication(argc, argv, options);
    } else if (options.isSet("pkcs11") || options.isSet("skf")) {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    return signAll(options, tools);
}

} // namespace andu::cli
