// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/long_term.h"

#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/long_term.h"
#include "core/pdf/timestamp.h"

namespace andu::ui {

namespace {

const QString &prefix()
{
    static const QString text = u"timestamp: "_s;
    return text;
}

Result<QByteArray> stamp(const QString &url, const CancelFlag &cancel, const QByteArray &sha256)
{
    auto token = pdf::requestToken({ url, webFetch(cancel), {} }, sha256);
    if (!token && token.error().code != ErrorCode::Cancelled) {
        return fail(token.error().code, prefix() + token.error().detail);
    }
    return token;
}

} // namespace

bool isTimestampError(const Error &error)
{
    return error.detail.startsWith(prefix());
}

pdf::TokenSource tokenSource(const QString &url, const CancelFlag &cancel)
{
    return [url, cancel](QByteArrayView signature) {
        return stamp(url, cancel, pdf::digestOf(pdf::DigestKind::Sha256, signature));
    };
}

Result<QByteArray> addValidationMaterial(pdf::Document &document,
                                         const CancelFlag &cancel,
                                         const std::shared_ptr<QStringList> &missing)
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
    const auto material = pdf::collectMaterial(certificates, webFetch(cancel), missing.get());
    if (cancel && cancel->load()) {
        return fail(ErrorCode::Cancelled, u"cancelled"_s);
    }
    return pdf::addValidationData(document, material).map([](const pdf::SignedUpdate &update) {
        return update.appended;
    });
}

Result<QByteArray>
addDocumentStamp(pdf::Document &document, const QString &url, const CancelFlag &cancel)
{
    const auto token = [&](const QByteArray &sha256) { return stamp(url, cancel, sha256); };
    return pdf::addDocumentTimestamp(document, token, cancel.get())
        .map([](const pdf::SignedUpdate &update) { return update.appended; });
}

} // namespace andu::ui
