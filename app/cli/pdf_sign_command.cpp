// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_sign_command.h"

#include "app/cli/http_fetch.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/file_output.h"
#include "core/pdf/long_term.h"
#include "core/pdf/placement.h"
#include "core/pdf/sign.h"
#include "core/pdf/software_signer.h"
#include "core/pdf/token_signer.h"

#include <QFile>

namespace andu::cli {

namespace {

constexpr double DefaultSealMm = 42.0; ///< The usual round seal.
constexpr double DefaultMarginMm = 20.0;

tl::unexpected<Error> badOption(const QString &text)
{
    return fail(ErrorCode::BadInput, text);
}

Result<QList<double>> numbers(const QString &text, qsizetype least, qsizetype most)
{
    QList<double> out;
    for (const QString &part : text.split(u',')) {
        bool isNumber = false;
        out.append(part.toDouble(&isNumber));
        if (!isNumber || !std::isfinite(out.last())) {
            return badOption(u"not a number: "_s + part);
        }
    }
    if (out.size() < least || out.size() > most) {
        return badOption(u"wrong count of numbers: "_s + text);
    }
    return out;
}

Result<std::unique_ptr<pdf::Signer>> tokenSigner(const FileOptions &options)
{
    const auto pin = options.secret("pin-file");
    if (!pin) {
        return tl::unexpected<Error>(pin.error());
    }
    pdf::TokenAddress address;
    address.helper = QCoreApplication::applicationDirPath() + u"/andu-keyd"_s;
    address.kind = options.isSet("skf") ? pdf::TokenKind::Skf : pdf::TokenKind::Pkcs11;
    address.library = options.value(options.isSet("skf") ? "skf" : "pkcs11");
    address.label = options.value("label");
    return pdf::TokenSigner::open(address, *pin, {})
        .map([](std::unique_ptr<pdf::TokenSigner> signer) {
            return std::unique_ptr<pdf::Signer>(std::move(signer));
        });
}

Result<std::unique_ptr<pdf::Signer>> signerOf(const FileOptions &options)
{
    if (options.isSet("pkcs11") || options.isSet("skf")) {
        return tokenSigner(options);
    }
    if (!options.isSet("p12")) {
        return badOption(u"no key given: --p12 F --pass-file F"_s);
    }
    QFile file(options.value("p12"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > (1 << 20)) {
        return badOption(u"the key file cannot be read"_s);
    }
    const auto password = options.secret("pass-file");
    if (!password) {
        return tl::unexpected<Error>(password.error());
    }
    return pdf::SoftwareSigner::fromPkcs12(file.readAll(), *password)
        .map([](std::unique_ptr<pdf::SoftwareSigner> signer) {
            return std::unique_ptr<pdf::Signer>(std::move(signer));
        });
}

QStringList textLines(const QString &given, const pdf::Identity &identity, const QDateTime &time)
{
    if (given != u"auto"_s) {
        return given.split(u"\\n"_s);
    }
    return { identity.commonName, time.toString(u"yyyy-MM-dd HH:mm:ss"_s) };
}

Result<pdf::Look>
lookOf(const FileOptions &options, const pdf::Identity &identity, const QDateTime &time)
{
    pdf::Look look;
    if (options.isSet("text")) {
        look.lines = textLines(options.value("text"), identity, time);
    }
    if (options.isSet("image")) {
        auto picture = pdf::readPicture(options.value("image"));
        if (!picture) {
            return tl::unexpected<Error>(picture.error());
        }
        look.picture = std::move(*picture);
    }
    if (look.isEmpty()) {
        return look;
    }
    double width = look.lines.isEmpty() ? DefaultSealMm : 60.0;
    std::optional<double> height;
    if (options.isSet("size-mm")) {
        const auto size = numbers(options.value("size-mm"), 1, 2);
        if (!size) {
            return tl::unexpected<Error>(size.error());
        }
        width = size->first();
        height = size->size() > 1 ? std::optional(size->at(1)) : std::nullopt;
    }
    if (!height) {
        const bool isPictureOnly = !look.picture.isNull() && look.lines.isEmpty();
        height = isPictureOnly      ? width * look.picture.height() / look.picture.width()
            : look.picture.isNull() ? 5.0 * double(look.lines.size())
                                    : width * 0.45 * look.picture.height() / look.picture.width();
    }
    if (width <= 0 || *height <= 0 || width > 5000 || *height > 5000) {
        return badOption(u"the size must be between 0 and 5000 mm"_s);
    }
    look.sizeMm = QSizeF(width, *height);
    return look;
}

/// 1-based number, or "last".
Result<int> pageIndex(pdf::Document &document, const QString &text)
{
    if (text == u"last"_s) {
        return document.pageCount().map([](int count) { return count - 1; });
    }
    bool isNumber = false;
    const int page = text.toInt(&isNumber);
    if (!isNumber || page < 1) {
        return badOption(u"not a page number: "_s + text);
    }
    return page - 1;
}

Result<pdf::SeamPlan> seamOf(const FileOptions &options)
{
    pdf::SeamPlan plan;
    if (options.isSet("pages")) {
        const QStringList range = options.value("pages").split(u'-');
        bool isFirst = false;
        bool isLast = false;
        plan.firstPage = range.first().toInt(&isFirst) - 1;
        plan.lastPage = range.last().toInt(&isLast) - 1;
        if (!isFirst || !isLast || range.size() > 2 || plan.firstPage > *plan.lastPage) {
            return badOption(u"not a page range: "_s + options.value("pages"));
        }
    }
    const QString edge = options.value("edge");
    if (!edge.isEmpty() && edge != u"left"_s && edge != u"right"_s) {
        return badOption(u"the edge is left or right"_s);
    }
    plan.edge = edge == u"left"_s ? pdf::Edge::Left : pdf::Edge::Right;
    plan.pages = options.isSet("odd") ? pdf::PageChoice::Odd
        : options.isSet("even")       ? pdf::PageChoice::Even
                                      : pdf::PageChoice::All;
    if (options.isSet("group")) {
        plan.maxPagesPerSeal = std::max(2, options.value("group").toInt());
    }
    return plan;
}

/// Upper left corner for every --at; the lower right corner of the page without one.
Result<QList<pdf::Part>>
atPoints(pdf::Document &document, const FileOptions &options, QSizeF sizeMm)
{
    QStringList pages = options.values("page");
    if (pages.isEmpty()) {
        pages.append(options.isSet("at") ? u"1"_s : u"last"_s);
    }
    QStringList points = options.values("at");
    QList<pdf::Part> parts;
    for (qsizetype i = 0; i < std::max(pages.size(), points.size()); ++i) {
        const auto page = pageIndex(document, pages.at(std::min(i, pages.size() - 1)));
        if (!page) {
            return tl::unexpected<Error>(page.error());
        }
        const auto geometry = document.page(*page).and_then(pdf::geometryOf);
        if (!geometry) {
            return tl::unexpected<Error>(geometry.error());
        }
        const QSizeF paper = geometry->sizeMm();
        QPointF at(std::max(0.0, paper.width() - sizeMm.width() - DefaultMarginMm),
                   std::max(0.0, paper.height() - sizeMm.height() - DefaultMarginMm));
        if (!points.isEmpty()) {
            const auto given = numbers(points.at(std::min(i, points.size() - 1)), 2, 2);
            if (!given) {
                return tl::unexpected<Error>(given.error());
            }
            at = QPointF(given->at(0), given->at(1));
        }
        parts.append(pdf::Part{ *page, QRectF(at, sizeMm), 0, false });
    }
    return parts;
}

Result<QList<pdf::Part>> partsOf(pdf::Document &document, const FileOptions &options, QSizeF sizeMm)
{
    if (options.isSet("seam") || options.command() == "seam") {
        const auto plan = seamOf(options);
        return plan ? pdf::planSeam(document, *plan, sizeMm)
                    : Result<QList<pdf::Part>>(tl::unexpected<Error>(plan.error()));
    }
    if (options.isSet("keyword")) {
        pdf::AtKeyword rule;
        rule.text = options.value("keyword");
        rule.occurrence = options.isSet("every") ? pdf::Occurrence::All : pdf::Occurrence::Last;
        if (options.isSet("page")) {
            const auto page = pageIndex(document, options.value("page"));
            if (!page) {
                return tl::unexpected<Error>(page.error());
            }
            rule.page = *page;
        }
        return pdf::place(document, rule, sizeMm);
    }
    if (options.isSet("over-name")) {
        return pdf::place(document, pdf::OverNameAndDate{ options.value("over-name") }, sizeMm);
    }
    return atPoints(document, options, sizeMm);
}

Result<std::optional<pdf::FieldLock>> lockOf(const FileOptions &options)
{
    const QString text = options.value("lock");
    if (text.isEmpty()) {
        return std::optional<pdf::FieldLock>();
    }
    pdf::FieldLock lock;
    const QString action = text.section(u':', 0, 0).toLower();
    lock.fields = text.section(u':', 1).split(u',', Qt::SkipEmptyParts);
    if (action == u"include"_s) {
        lock.action = pdf::LockAction::Include;
    } else if (action == u"exclude"_s) {
        lock.action = pdf::LockAction::Exclude;
    } else if (action != u"all"_s) {
        return badOption(u"the lock is all, include:NAMES or exclude:NAMES"_s);
    }
    return std::optional(lock);
}

pdf::TimestampAuthority authorityOf(const FileOptions &options)
{
    return { options.value("tsa"), httpFetch(), {} };
}

Result<pdf::SignRequest>
requestOf(pdf::Document &document, const FileOptions &options, const pdf::Identity &identity)
{
    pdf::SignRequest request;
    request.time = QDateTime::currentDateTime();
    request.time.setOffsetFromUtc(request.time.offsetFromUtc());
    request.field = options.value("field");
    request.reason = options.value("reason");
    request.location = options.value("location");
    request.contact = options.value("contact");
    if (options.isSet("certify")) {
        request.certify = options.value("certify").toInt();
    }
    if (options.value("profile") == u"gm"_s) {
        request.profile = pdf::CmsProfile::GmT0010;
    }
    if (options.isSet("tsa")) {
        request.token = [authority = authorityOf(options)](QByteArrayView signature) {
            return pdf::requestToken(authority, pdf::digestOf(pdf::DigestKind::Sha256, signature));
        };
    }
    const auto lock = lockOf(options);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    request.lock = *lock;
    const auto look = lookOf(options, identity, request.time);
    if (!look) {
        return tl::unexpected<Error>(look.error());
    }
    if (look->isEmpty()) {
        return request;
    }
    const auto parts = partsOf(document, options, look->sizeMm);
    if (!parts) {
        return tl::unexpected<Error>(parts.error());
    }
    for (const pdf::Part &part : *parts) {
        request.marks.append(pdf::Mark{ *look, part });
    }
    return request;
}

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

Result<pdf::SignedUpdate>
storeMaterial(pdf::Document &document, const FileOptions &options, QStringList *missing)
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
    auto material = pdf::collectMaterial(certificates, httpFetch(), missing);
    for (const QString &name : options.values("crl")) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly) || file.size() > (16 << 20)) {
            return badOption(u"the revocation list cannot be read: "_s + name);
        }
        material.crls.append(file.readAll());
    }
    return pdf::addValidationData(document, material);
}

/// Validation data (B-LT) and, with an authority, a document time stamp over it (B-LTA).
Result<QStringList>
makeLongTerm(const QString &path, const crypto::SecureBytes &password, const FileOptions &options)
{
    QStringList missing;
    const auto stored = append(path, password, [&](pdf::Document &document) {
        return storeMaterial(document, options, &missing);
    });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (options.isSet("lta")) {
        const auto stamped = append(path, password, [&](pdf::Document &document) {
            return pdf::addDocumentTimestamp(document, [&](const QByteArray &digest) {
                return pdf::requestToken(authorityOf(options), digest);
            });
        });
        if (!stamped) {
            return tl::unexpected<Error>(stamped.error());
        }
    }
    return missing;
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

Result<QJsonObject> signOne(const QString &source,
                            const QString &target,
                            const FileOptions &options,
                            pdf::Signer &signer)
{
    const auto password = options.secret("pdf-pass-file");
    if (!password) {
        return tl::unexpected<Error>(password.error());
    }
    auto document = pdf::Document::openFile(source, *password);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    const auto request = requestOf(*document, options, signer.identity());
    if (!request) {
        return tl::unexpected<Error>(request.error());
    }
    auto output = pdf::FileOutput::start(source, target);
    if (!output) {
        return tl::unexpected<Error>(output.error());
    }
    const auto update = pdf::sign(*document, *request, signer);
    if (!update) {
        return tl::unexpected<Error>(update.error());
    }
    if (auto written = output->commit(update->appended, document->sizeBytes()); !written) {
        return tl::unexpected<Error>(written.error());
    }
    QJsonObject result = toJson(*update, *request, target);
    if (options.isSet("lt") || options.isSet("lta")) {
        const auto missing = makeLongTerm(target, *password, options);
        if (!missing) {
            return tl::unexpected<Error>(missing.error());
        }
        result[u"noRevocationFor"] = QJsonArray::fromStringList(*missing);
    }
    return result;
}

} // namespace

int runPdfSign(int argc, char **argv)
{
    FileOptions options(
        { u"out"_s,      u"p12"_s,      u"pass-file"_s, u"pdf-pass-file"_s, u"image"_s, u"page"_s,
          u"at"_s,       u"size-mm"_s,  u"keyword"_s,   u"over-name"_s,     u"text"_s,  u"reason"_s,
          u"location"_s, u"contact"_s,  u"certify"_s,   u"lock"_s,          u"field"_s, u"pages"_s,
          u"edge"_s,     u"group"_s,    u"profile"_s,   u"tsa"_s,           u"crl"_s,   u"pkcs11"_s,
          u"skf"_s,      u"pin-file"_s, u"label"_s },
        { u"seam"_s, u"odd"_s, u"even"_s, u"every"_s, u"lt"_s, u"lta"_s });
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    const bool draws = options.isSet("text");
    const auto application = makeApplication(argc, argv, draws);
    const QStringList files = options.words();
    if (files.size() != 1 || !options.isSet("out")) {
        say(u"one file and --out are needed"_s);
        return int(Exit::Usage);
    }
    const auto signer = signerOf(options);
    if (!signer) {
        return reportError(signer.error(), options.isJson());
    }
    const auto done = signOne(files.first(), options.value("out"), options, **signer);
    if (!done) {
        return reportError(done.error(), options.isJson());
    }
    reportResult(*done, u"Signed as "_s + done->value(u"field"_s).toString(), options.isJson());
    return int(Exit::Done);
}

} // namespace andu::cli
