// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/document_check.h"

#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/form_fields.h"
#include "core/pdf/long_term.h"
#include "core/pdf/object_text.h"
#include "core/pdf/revisions.h"
#include "core/pdf/verify/verifier.h"

#include <QJsonArray>

namespace andu::ui {

namespace {

namespace verify = pdf::verify;

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString nameOf(verify::Verdict verdict)
{
    switch (verdict) {
    case verify::Verdict::Valid:
        return u"valid"_s;
    case verify::Verdict::ValidWithLaterAdditions:
        return u"valid-with-later-additions"_s;
    case verify::Verdict::Untrusted:
        return u"untrusted"_s;
    case verify::Verdict::Modified:
        return u"modified"_s;
    case verify::Verdict::Invalid:
        return u"invalid"_s;
    case verify::Verdict::Unsigned:
        break;
    }
    return u"unsigned"_s;
}

QString pick(int value, const QStringList &names)
{
    return names.value(value, names.last());
}

QJsonArray list(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &item : texts) {
        array.append(text(item));
    }
    return array;
}

QJsonObject toJson(const verify::SignatureReport &signature, const SignatureClaims &claims)
{
    QJsonArray changes;
    for (const verify::Change &change : signature.changes) {
        changes.append((change.isForbidden ? u"forbidden: "_s : u"permitted: "_s)
                       + text(change.what));
    }
    const QJsonValue time = signature.timeUtc
        ? QJsonValue(
            QDateTime::fromSecsSinceEpoch(*signature.timeUtc, Qt::UTC).toString(Qt::ISODate))
        : QJsonValue();
    return { { u"field"_s, text(signature.field) },
             { u"kind"_s,
               pick(int(signature.kind), { u"approval"_s, u"certification"_s, u"timestamp"_s }) },
             { u"signer"_s, text(signature.signer) },
             { u"reason"_s, claims.reason },
             { u"location"_s, claims.location },
             { u"time"_s, time },
             { u"timeSource"_s,
               pick(int(signature.timeSource), { u"none"_s, u"claimed"_s, u"timestamp"_s }) },
             { u"algorithm"_s, text(signature.algorithm) },
             { u"weak"_s, signature.isWeak },
             { u"integrity"_s,
               pick(int(signature.integrity), { u"ok"_s, u"broken"_s, u"unsupported"_s }) },
             { u"certificate"_s,
               pick(int(signature.certificate),
                    { u"trusted"_s, u"untrusted"_s, u"expired"_s, u"revoked"_s, u"unknown"_s }) },
             { u"path"_s, list(signature.path) },
             { u"coverage"_s, pick(int(signature.coverage), { u"whole"_s, u"revision"_s }) },
             { u"modification"_s,
               pick(int(signature.modification), { u"none"_s, u"permitted"_s, u"forbidden"_s }) },
             { u"changes"_s, changes },
             { u"findings"_s, list(signature.findings) } };
}

/// Reason, place and number of marks of every signature. What cannot be read stays empty: the
/// verifier has the last word on what the file is.
QHash<QString, SignatureClaims> readClaims(std::unique_ptr<QIODevice> device,
                                           const crypto::SecureBytes *password)
{
    QHash<QString, SignatureClaims> out;
    auto document = pdf::Document::open(std::move(device),
                                        password ? password->clone() : crypto::SecureBytes());
    const auto fields = document
        ? pdf::fieldsOf(*document)
        : Result<std::vector<pdf::Field>>(tl::unexpected<Error>(document.error()));
    if (!fields) {
        return out;
    }
    const auto read = pdf::guarded([&]() -> Result<void> {
        for (const pdf::Field &field : *fields) {
            if (field.isSigned) {
                QPDFObjectHandle value = pdf::fieldAttribute(field.dict, "/V");
                SignatureClaims claims;
                claims.reason = pdf::decodedText(value.getKey("/Reason"));
                claims.location = pdf::decodedText(value.getKey("/Location"));
                claims.contact = pdf::decodedText(value.getKey("/ContactInfo"));
                claims.places = int(field.widgets.size());
                QPDFObjectHandle contents = value.getKey("/Contents");
                if (contents.isString()) {
                    const std::string container = contents.getStringValue();
                    claims.certificates = pdf::certificatesIn(
                        QByteArrayView(container.data(), qsizetype(container.size())));
                }
                out.insert(field.name, claims);
            }
        }
        return {};
    });
    Q_UNUSED(read)
    return out;
}

/// Rows of the register whose sealed file is a signed revision of this one.
QHash<QString, pdf::SealUse>
usesOf(const verify::Report &report, const QByteArray &bytes, pdf::SealBook &book)
{
    QHash<QString, pdf::SealUse> out;
    const auto uses = book.uses();
    if (!uses || uses->isEmpty()) {
        return out;
    }
    QHash<QByteArray, pdf::SealUse> byDigest;
    for (const pdf::SealUse &use : *uses) {
        if (use.cancels.isEmpty() && !use.digestAfter.isEmpty()) {
            byDigest.insert(use.digestAfter, use);
        }
    }
    // Oldest revision first, so one pass over the bytes is enough.
    pdf::Digest digest(pdf::DigestKind::Sm3);
    qsizetype done = 0;
    for (const verify::SignatureReport &signature : report.signatures) {
        const qsizetype end = signature.revisionBytes;
        if (end < done || end > bytes.size() || end == 0) {
            continue;
        }
        digest.add(QByteArrayView(bytes).sliced(done, end - done));
        done = end;
        const auto use = byDigest.constFind(digest.copy().finish());
        if (use != byDigest.constEnd()) {
            out.insert(text(signature.field), *use);
        }
    }
    return out;
}

} // namespace

Result<DocumentCheck> checkDocument(const pdf::view::Content &content,
                                    const pdf::view::SharedSecret &password,
                                    const TrustSettings &trust,
                                    pdf::SealBook *book)
{
    const auto bytes = content.readAll();
    if (!bytes) {
        return tl::unexpected<Error>(bytes.error());
    }
    const auto anchors = verify::TrustAnchors::load(trust.files, trust.folders);
    if (!anchors) {
        return tl::unexpected<Error>(anchors.error());
    }
    DocumentCheck check;
    check.atUtc = QDateTime::currentDateTimeUtc();
    verify::VerifyOptions options;
    options.nowUtc = check.atUtc.toSecsSinceEpoch();
    if (password) {
        const QByteArrayView view = password->view();
        options.password = std::string_view(view.data(), size_t(view.size()));
    }
    auto report = verify::verify(
        std::string_view(bytes->constData(), size_t(bytes->size())), *anchors, options);
    if (!report) {
        return tl::unexpected<Error>(report.error());
    }
    check.report = std::move(*report);
    if (auto device = content.open()) {
        check.revisions = pdf::revisionsOf(**device).value_or(QList<pdf::Revision>()).size();
    }
    if (auto device = content.open(); device && !check.report.signatures.empty()) {
        check.claims = readClaims(std::move(*device), password.get());
    }
    if (book != nullptr && !check.report.signatures.empty()) {
        check.uses = usesOf(check.report, *bytes, *book);
    }
    return check;
}

QJsonObject toJson(const DocumentCheck &check, const QString &document)
{
    QJsonArray signatures;
    for (const verify::SignatureReport &signature : check.report.signatures) {
        signatures.append(toJson(signature, check.claims.value(text(signature.field))));
    }
    return { { u"document"_s, document },
             { u"checked"_s, check.atUtc.toString(Qt::ISODate) },
             { u"verdict"_s, nameOf(check.report.verdict) },
             { u"revisions"_s, check.revisions },
             { u"signatures"_s, signatures },
             { u"findings"_s, list(check.report.findings) } };
}

} // namespace andu::ui
