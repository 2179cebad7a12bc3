// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_file_command.h"

#include "app/cli/file_document.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/page_geometry.h"
#include "core/pdf/revisions.h"
#include "core/pdf/sign.h"

#include <QFile>

namespace andu::cli {

namespace {

QString kindName(pdf::FieldKind kind)
{
    switch (kind) {
    case pdf::FieldKind::Text:
        return u"text"_s;
    case pdf::FieldKind::CheckBox:
        return u"checkbox"_s;
    case pdf::FieldKind::RadioButton:
        return u"radio"_s;
    case pdf::FieldKind::PushButton:
        return u"button"_s;
    case pdf::FieldKind::Choice:
        return u"choice"_s;
    case pdf::FieldKind::Signature:
        return u"signature"_s;
    case pdf::FieldKind::Unknown:
        break;
    }
    return u"unknown"_s;
}

Result<QJsonArray> pagesOf(pdf::Document &document, int count)
{
    QJsonArray pages;
    for (int i = 0; i < count; ++i) {
        const auto geometry = document.page(i).and_then(pdf::geometryOf);
        if (!geometry) {
            return tl::unexpected<Error>(geometry.error());
        }
        const QSizeF size = geometry->sizeMm();
        pages.append(QJsonObject{ { u"widthMm"_s, qRound(size.width() * 1000) / 1000.0 },
                                  { u"heightMm"_s, qRound(size.height() * 1000) / 1000.0 },
                                  { u"rotation"_s, geometry->rotation } });
    }
    return pages;
}

QJsonValue refusalName(std::optional<pdf::Refusal> reason)
{
    return reason ? QJsonValue(pdf::nameOf(*reason)) : QJsonValue();
}

Result<QJsonObject> describe(pdf::Document &document)
{
    const auto count = document.pageCount();
    if (!count) {
        return tl::unexpected<Error>(count.error());
    }
    const auto pages = pagesOf(document, *count);
    const auto fields = pdf::fieldsOf(document);
    if (!pages || !fields) {
        return tl::unexpected<Error>(pages ? fields.error() : pages.error());
    }
    const auto limits = pdf::limitsOf(document, *fields);
    const auto revisions = pdf::revisionsOf(document.device());
    if (!limits || !revisions) {
        return tl::unexpected<Error>(limits ? revisions.error() : limits.error());
    }
    QJsonArray list;
    for (const pdf::Field &field : *fields) {
        list.append(QJsonObject{ { u"name"_s, field.name },
                                 { u"kind"_s, kindName(field.kind) },
                                 { u"value"_s, field.value },
                                 { u"signed"_s, field.isSigned } });
    }
    QPDF &qpdf = document.qpdf();
    return QJsonObject{
        { u"version"_s, QString::fromStdString(qpdf.getPDFVersion()) },
        { u"sizeBytes"_s, double(document.sizeBytes()) },
        { u"pages"_s, *pages },
        { u"xref"_s, document.xrefForm() == pdf::XrefForm::Table ? u"table"_s : u"stream"_s },
        { u"encrypted"_s, qpdf.isEncrypted() },
        { u"linearized"_s, qpdf.isLinearized() },
        { u"revisions"_s, double(revisions->size()) },
        { u"signatures"_s, limits->signatures },
        { u"certification"_s,
          limits->certification ? QJsonValue(*limits->certification) : QJsonValue() },
        { u"fields"_s, list },
        { u"signRefusal"_s,
          refusalName(pdf::refusalFor(document, *limits, pdf::Change::SignNewField, {})) },
        { u"fillRefusal"_s,
          refusalName(pdf::refusalFor(document, *limits, pdf::Change::FillField, {})) },
    };
}

QString summary(const QJsonObject &info)
{
    return u"%1 pages, PDF %2, %3 revisions, %4 signatures, %5"_s
        .arg(info[u"pages"].toArray().size())
        .arg(info[u"version"].toString())
        .arg(info[u"revisions"].toInt())
        .arg(info[u"signatures"].toInt())
        .arg(info[u"signRefusal"].isNull()
                 ? u"may be signed"_s
                 : u"may not be signed: "_s + info[u"signRefusal"].toString());
}

Result<QJsonObject> reserve(const FileOptions &options)
{
    auto document = opened(options);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    const auto update = pdf::reserveFields(*document, options.values("name"));
    if (!update) {
        return tl::unexpected<Error>(update.error());
    }
    return written(*document, options, update->appended);
}

Result<QJsonObject> revisions(const FileOptions &options)
{
    QFile file(options.words().value(0));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"the file cannot be opened"_s);
    }
    const auto found = pdf::revisionsOf(file);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    QJsonArray list;
    for (const pdf::Revision &revision : *found) {
        list.append(QJsonObject{ { u"number"_s, list.size() + 1 },
                                 { u"bytes"_s, double(revision.endBytes) } });
    }
    if (list.isEmpty()) {
        return fail(ErrorCode::BadInput, u"no complete revision was found"_s);
    }
    QJsonObject result{ { u"revisions"_s, list },
                        { u"trailingBytes"_s, double(file.size() - found->last().endBytes) } };
    if (options.isSet("extract")) {
        const int number = options.value("extract").toInt();
        if (number < 1 || number > found->size() || !options.isSet("out")) {
            return fail(ErrorCode::BadInput, u"--extract wants an existing number and --out"_s);
        }
        const auto written
            = pdf::extractRevision(file, found->at(number - 1).endBytes, options.value("out"));
        if (!written) {
            return tl::unexpected<Error>(written.error());
        }
        result[u"out"] = options.value("out");
    }
    return result;
}

} // namespace

int runPdfInfo(int argc, char **argv)
{
    FileOptions options({ u"pdf-pass-file"_s }, {});
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    if (options.words().size() != 1) {
        return usage(u"anductl pdf info FILE [--json]"_s);
    }
    const auto result = opened(options).and_then(
        [](pdf::Document document) -> Result<QJsonObject> { return describe(document); });
    return finish(result, result ? summary(*result) : QString(), options.isJson());
}

int runPdfReserve(int argc, char **argv)
{
    FileOptions options({ u"pdf-pass-file"_s, u"name"_s, u"out"_s }, {});
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    if (options.words().size() != 1 || !options.isSet("out") || !options.isSet("name")) {
        return usage(u"anductl pdf reserve FILE --name FIELD … --out OUT"_s);
    }
    return finish(reserve(options), u"Reserved."_s, options.isJson());
}

int runPdfRevisions(int argc, char **argv)
{
    FileOptions options({ u"extract"_s, u"out"_s }, {});
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    if (options.words().size() != 1) {
        return usage(u"anductl pdf revisions FILE [--extract N --out OUT]"_s);
    }
    const auto result = revisions(options);
    QString text;
    for (const QJsonValue &entry : result ? (*result)[u"revisions"].toArray() : QJsonArray()) {
        text += u"%1: %2 bytes\n"_s.arg(entry[u"number"].toInt())
                    .arg(qint64(entry[u"bytes"].toDouble()));
    }
    return finish(result, text.trimmed(), options.isJson());
}

} // namespace andu::cli
