// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_draw_command.h"

#include "app/cli/application.h"
#include "app/cli/file_document.h"
#include "core/base/literals.h"
#include "core/pdf/form_fill.h"
#include "core/pdf/page_render.h"

#include <QFile>
#include <QSaveFile>

#include <poppler/qt6/poppler-qt6.h>

namespace andu::cli {

namespace {

Result<QJsonObject> render(const FileOptions &options)
{
    QFile file(options.words().value(0));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"the file cannot be opened"_s);
    }
    const auto password = options.secret("pdf-pass-file");
    if (!password) {
        return tl::unexpected<Error>(password.error());
    }
    const auto document = pdf::loadForReading(file, *password);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    bool isPage = true;
    const int page = options.isSet("page") ? options.value("page").toInt(&isPage) : 1;
    const double dpi = options.isSet("dpi") ? options.value("dpi").toDouble() : 150.0;
    if (!isPage) {
        return fail(ErrorCode::BadInput, u"not a page number: "_s + options.value("page"));
    }
    if (!(dpi >= 1 && dpi <= 2400)) {
        return fail(ErrorCode::BadInput, u"the resolution is between 1 and 2400 dpi"_s);
    }
    const auto image = pdf::renderPage(**document, page - 1, dpi);
    if (!image) {
        return tl::unexpected<Error>(image.error());
    }
    const QString target = options.value("png");
    QSaveFile out(target);
    if (!out.open(QIODevice::WriteOnly) || !image->save(&out, "PNG") || !out.commit()) {
        return fail(ErrorCode::Storage, u"the picture cannot be written"_s);
    }
    return QJsonObject{ { u"png"_s, target },
                        { u"width"_s, image->width() },
                        { u"height"_s, image->height() } };
}

Result<QJsonObject> fill(const FileOptions &options)
{
    QList<pdf::FieldValue> values;
    for (const QString &pair : options.values("set")) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1) {
            return fail(ErrorCode::BadInput, u"--set wants NAME=VALUE"_s);
        }
        values.append({ pair.left(equals), pair.mid(equals + 1) });
    }
    auto document = opened(options);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    const auto update = pdf::fillFields(*document, values);
    if (!update) {
        return tl::unexpected<Error>(update.error());
    }
    return written(*document, options, *update);
}

} // namespace

int runPdfRender(int argc, char **argv)
{
    FileOptions options({ u"pdf-pass-file"_s, u"page"_s, u"png"_s, u"dpi"_s }, {});
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    if (options.words().size() != 1 || !options.isSet("png")) {
        return usage(u"anductl pdf render FILE [--page N] --png OUT [--dpi D]"_s);
    }
    const auto application = makeApplication(argc, argv, false);
    const auto result = render(options);
    return finish(result, result ? (*result)[u"png"].toString() : QString(), options.isJson());
}

int runPdfFill(int argc, char **argv)
{
    FileOptions options({ u"pdf-pass-file"_s, u"set"_s, u"out"_s }, {});
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    if (options.words().size() != 1 || !options.isSet("out") || !options.isSet("set")) {
        return usage(u"anductl pdf fill FILE --set NAME=VALUE … --out OUT"_s);
    }
    const auto application = makeApplication(argc, argv, true);
    return finish(fill(options), u"Filled."_s, options.isJson());
}

} // namespace andu::cli
