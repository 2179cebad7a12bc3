// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_sign_options.h"

#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/placement.h"
#include "core/pdf/software_signer.h"
#include "core/pdf/token_signer.h"

#include <QCoreApplication>
#include <QFile>

namespace andu::cli {

namespace {

constexpr double DefaultMarginMm = 20.0;
constexpr double DefaultSealMm = 42.0; ///< The usual round seal.

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
        plan.maxPagesPerSeal = options.value("group").toInt();
    }
    return plan;
}

/// Indexes of every --page: numbers, ranges, "last", "all", separated by commas.
Result<QList<int>> pageIndexes(pdf::Document &document, const QStringList &given)
{
    QList<int> out;
    for (const QString &word : given.join(u',').split(u',', Qt::SkipEmptyParts)) {
        const QString range = word == u"all"_s ? u"1-last"_s : word;
        const auto first = pageIndex(document, range.section(u'-', 0, 0));
        const auto last = pageIndex(document, range.section(u'-', -1));
        if (!first || !last || range.count(u'-') > 1) {
            return badOption(u"not a page: "_s + word);
        }
        for (int page = *first; page <= *last; ++page) {
            if (auto exists = document.page(page); !exists) {
                return tl::unexpected<Error>(exists.error());
            }
            out.append(page);
        }
    }
    return out.isEmpty() ? Result<QList<int>>(badOption(u"no page is named"_s)) : out;
}

/// Upper left corner for every --at; the lower right corner of the page without one.
Result<QList<pdf::Part>>
atPoints(pdf::Document &document, const FileOptions &options, QSizeF sizeMm)
{
    QStringList named = options.values("page");
    if (named.isEmpty()) {
        named.append(options.isSet("at") ? u"1"_s : u"last"_s);
    }
    const auto pages = pageIndexes(document, named);
    if (!pages) {
        return tl::unexpected<Error>(pages.error());
    }
    QStringList points = options.values("at");
    QList<pdf::Part> parts;
    for (qsizetype i = 0; i < std::max(pages->size(), points.size()); ++i) {
        const int page = pages->at(std::min(i, pages->size() - 1));
        const auto geometry = document.page(page).and_then(pdf::geometryOf);
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
        parts.append(pdf::Part{ page, QRectF(at, sizeMm), 0, false });
    }
    return parts;
}

Result<QList<pdf::Part>>
partsOf(pdf::Document &document, const FileOptions &options, QSizeF sizeMm, const SignTools *tools)
{
    if (options.isSet("seam") || options.command() == "seam") {
        const auto plan = seamOf(options);
        return plan ? pdf::planSeam(document, *plan, sizeMm)
                    : Result<QList<pdf::Part>>(tl::unexpected<Error>(plan.error()));
    }
    if (options.isSet("keyword") || options.isSet("over-name")) {
        return tools->placeByText(document, options, sizeMm);
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
    }
    if (action == u"all"_s ? text.contains(u':') : lock.fields.isEmpty()) {
        return badOption(u"the lock is all, include:NAMES or exclude:NAMES"_s);
    }
    return std::optional(lock);
}

} // namespace

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

bool showsText(const FileOptions &options)
{
    const bool hasPlace = options.isSet("at") || options.isSet("keyword")
        || options.isSet("over-name") || options.isSet("page");
    const bool hasPicture = options.isSet("image") || options.isSet("seal");
    return options.isSet("text") || (hasPlace && !hasPicture);
}

bool needsTools(const FileOptions &options)
{
    for (const char *option : { "seal", "keyword", "over-name", "tsa", "lt", "lta" }) {
        if (options.isSet(option)) {
            return true;
        }
    }
    return showsText(options) || (options.isSet("image") && !pdf::isPng(options.value("image")));
}

Result<pdf::Look> sized(pdf::Look look, const FileOptions &options)
{
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
        height = look.picture.isNull() ? 5.0 * double(look.lines.size())
            : look.lines.isEmpty()     ? look.picture.heightFor(width)
                                       : look.picture.heightFor(width * 0.45);
    }
    if (!(width > 0 && *height > 0 && width <= 5000 && *height <= 5000)) {
        return badOption(u"the size must be between 0 and 5000 mm"_s);
    }
    look.sizeMm = QSizeF(width, *height);
    return look;
}

Result<pdf::Look> pngLook(const FileOptions &options)
{
    if (!options.isSet("image")) {
        return pdf::Look();
    }
    return pdf::readPng(options.value("image")).and_then([&](const pdf::Picture &picture) {
        return sized(pdf::Look{ picture, {}, {} }, options);
    });
}

Result<void> checked(const FileOptions &options)
{
    const bool isSeam = options.isSet("seam") || options.command() == "seam";
    if (isSeam && !options.isSet("image") && !options.isSet("seal")) {
        return badOption(u"no seal given: --image or --seal"_s);
    }
    if (options.isSet("lta") && !options.isSet("tsa")) {
        return badOption(u"--lta needs a time stamp server: --tsa URL"_s);
    }
    if (options.isSet("crl") && !options.isSet("lt") && !options.isSet("lta")) {
        return badOption(u"--crl is for --lt and --lta"_s);
    }
    bool isNumber = true;
    if (options.isSet("group") && (options.value("group").toInt(&isNumber) < 2 || !isNumber)) {
        return badOption(u"--group is the most pages under one seal, 2 or more"_s);
    }
    return {};
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

pdf::TimestampAuthority authorityOf(const FileOptions &options, const SignTools &tools)
{
    return { options.value("tsa"), tools.fetch, {} };
}

pdf::TokenSource tokenSource(const FileOptions &options, const SignTools &tools)
{
    const bool isOptional = options.isSet("tsa-optional");
    return [authority = authorityOf(options, tools),
            isOptional](QByteArrayView signature) -> Result<QByteArray> {
        const auto token
            = pdf::requestToken(authority, pdf::digestOf(pdf::DigestKind::Sha256, signature));
        if (!token && isOptional && token.error().code == ErrorCode::Offline) {
            say(u"The time stamp server cannot be reached; signed without its time."_s);
            return QByteArray();
        }
        return token;
    };
}

Result<pdf::SignRequest> requestOf(pdf::Document &document,
                                   const FileOptions &options,
                                   const pdf::Look &look,
                                   const SignTools *tools)
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
    const QString profile = options.value("profile");
    if (profile == u"gm"_s) {
        request.profile = pdf::CmsProfile::GmT0010;
    } else if (profile == u"ses"_s) {
        request.profile = pdf::CmsProfile::Ses;
    } else if (!profile.isEmpty() && profile != u"cades"_s) {
        return badOption(u"the profile is cades, gm or ses"_s);
    }
    if (options.isSet("tsa")) {
        request.token = tokenSource(options, *tools);
    }
    const auto lock = lockOf(options);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    request.lock = *lock;
    if (look.isEmpty()) {
        return request;
    }
    const auto parts = partsOf(document, options, look.sizeMm, tools);
    if (!parts) {
        return tl::unexpected<Error>(parts.error());
    }
    for (const pdf::Part &part : *parts) {
        request.marks.append(pdf::Mark{ look, part });
    }
    return request;
}

} // namespace andu::cli
