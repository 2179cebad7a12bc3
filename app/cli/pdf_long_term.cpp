// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_long_term.h"

#include "core/base/literals.h"
#include "core/pdf/file_output.h"
#include "core/pdf/long_term.h"
#include "core/pdf/revocation.h"

#include <QFile>

namespace andu::cli {

namespace {

/// Appends what @p make gives to the file itself.
Result<void> append(const QString &path,
                    const crypto::SecureBytes &password,
                    const std::function<Result<pdf::SignedUpdate>(pdf::Document &)> &make)
{
    auto document = pdf::Document::openFile(path, password);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    const auto update = make(*document);
    if (!update) {
        return tl::unexpected<Error>(update.error());
    }
    auto output = pdf::FileOutput::start(path, path);
    if (!output) {
        return tl::unexpected<Error>(output.error());
    }
    return output->commit(update->appended, document->sizeBytes());
}

Result<pdf::SignedUpdate> storeMaterial(pdf::Document &document,
                                        const FileOptions &options,
                                        const SignTools &tools,
                                        QStringList *missing)
{
    const auto containers = pdf::containersOf(document);
    if (!containers) {
        return tl::unexpected<Error>(containers.error());
    }
    QList<QByteArray> certificates;
    for (const QByteArray &container : *containers) {
        for (const QByteArray &certificate : pdf::certificatesIn(container)) {
            if (!certificates.contains(certificate)) {
                certificates.append(certificate);
            }
        }
    }
    auto material = pdf::collectMaterial(certificates, tools.fetch, missing);
    for (const QString &name : options.values("crl")) {
        QFile file(name);
        const bool isOpen = file.open(QIODevice::ReadOnly) && file.size() <= (16 << 20);
        const auto crl = pdf::crlFrom(isOpen ? file.readAll() : QByteArray());
        if (!crl) {
            return fail(ErrorCode::BadInput, u"the revocation list cannot be read: "_s + name);
        }
        material.crls.append(*crl);
    }
    return pdf::addValidationData(document, material);
}

} // namespace

bool isLongTerm(const FileOptions &options)
{
    return options.isSet("lt") || options.isSet("lta");
}

Result<QStringList> makeLongTerm(const QString &path,
                                 const crypto::SecureBytes &password,
                                 const FileOptions &options,
                                 const SignTools &tools)
{
    QStringList missing;
    const auto stored = append(path, password, [&](pdf::Document &document) {
        return storeMaterial(document, options, tools, &missing);
    });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (options.isSet("lta")) {
        const auto stamped = append(path, password, [&](pdf::Document &document) {
            return pdf::addDocumentTimestamp(document, [&](const QByteArray &digest) {
                return pdf::requestToken(authorityOf(options, tools), digest);
            });
        });
        const bool isOptional = options.isSet("tsa-optional") && !stamped
            && stamped.error().code == ErrorCode::Offline;
        if (isOptional) {
            say(u"The time stamp server cannot be reached; archived without its time."_s);
        } else if (!stamped) {
            return tl::unexpected<Error>(stamped.error());
        }
    }
    return missing;
}

} // namespace andu::cli
