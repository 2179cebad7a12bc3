// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_document.h"

#include "core/base/literals.h"
#include "core/pdf/file_output.h"

namespace andu::cli {

Result<pdf::Document> opened(const FileOptions &options)
{
    if (options.words().size() != 1) {
        return fail(ErrorCode::BadInput, u"exactly one file is needed"_s);
    }
    return options.secret("pdf-pass-file").and_then([&](const crypto::SecureBytes &password) {
        return pdf::Document::openFile(options.words().first(), password);
    });
}

Result<QJsonObject>
written(pdf::Document &document, const FileOptions &options, const QByteArray &update)
{
    const QString target = options.value("out");
    auto output = pdf::FileOutput::start(options.words().first(), target);
    if (!output) {
        return tl::unexpected<Error>(output.error());
    }
    if (auto done = output->commit(update, document.sizeBytes()); !done) {
        return tl::unexpected<Error>(done.error());
    }
    return QJsonObject{ { u"out"_s, target }, { u"addedBytes"_s, double(update.size()) } };
}

int usage(const QString &line)
{
    say(u"usage: "_s + line);
    return int(Exit::Usage);
}

int finish(const Result<QJsonObject> &result, const QString &text, bool isJson)
{
    if (!result) {
        return reportError(result.error(), isJson);
    }
    printResult(isJson, *result, text);
    return int(Exit::Done);
}

} // namespace andu::cli
