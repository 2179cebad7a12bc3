// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/seal_commands.h"

#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/file_options.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/appearance.h"
#include "core/pdf/esl.h"
#include "core/pdf/openssl_types.h"
#include "core/pdf/seal_book.h"
#include "core/pdf/seal_design.h"
#include "core/pdf/software_signer.h"
#include "core/seals/account_seal_book.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <openssl/pem.h>

namespace andu::cli {

namespace {

QString usage()
{
    return QStringLiteral(
        "anductl seal make --text RING --out PNG|--cabinet DIR|--profile DIR --name N\n"
        "    [--shape round|oval|square|rectangle] [--size-mm W[,H]] [--centre star|empty] "
        "[--emblem PNG]\n"
        "    [--row TEXT] [--code TEXT] [--border-mm B] [--colour #RRGGBB] [--dpi D]\n"
        "    [--custodian NAME] [--per-day N] [--valid-from DATE] [--valid-until DATE]\n"
        "    [--esl FILE --p12 MAKER --pass-file F --user-cert PEM …]\n"
        "anductl seal list --cabinet DIR|--profile DIR\n"
        "anductl seal import FILE.esl --cabinet DIR|--profile DIR [--trust PEM …]\n"
        "anductl seal register FILE|--profile DIR\n"
        "--profile DIR [--passphrase-file F]: the encrypted store of an account");
}

/// The seals that a command works on: a folder, or an opened account.
struct Place
{
    std::optional<session::Session> session; ///< Outlives the book.
    std::unique_ptr<pdf::SealBook> book;
};

Result<Place> placeOf(const FileOptions &options)
{
    Place place;
    if (!options.isSet("profile")) {
        place.book = std::make_unique<pdf::FileSealBook>(options.value("cabinet"),
                                                         options.words().value(0));
        return place;
    }
    Options account;
    account.passphraseFile = options.value("passphrase-file");
    auto unlock = unlockOf(account);
    if (!unlock) {
        return tl::unexpected<Error>(unlock.error());
    }
    vault::registerPluginPath();
    auto session
        = session::openSession(session::Profile(options.value("profile")), std::move(*unlock));
    if (!session) {
        return tl::unexpected<Error>(session.error());
    }
    place.session = std::move(*session);
    place.book = std::make_unique<seals::AccountSealBook>(*place.session->store);
    return place;
}

Result<void> keep(const FileOptions &options, const pdf::StoredSeal &seal)
{
    return placeOf(options).and_then([&](const Place &place) { return place.book->add(seal); });
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > (16 << 20)) {
        return fail(ErrorCode::BadInput, u"the file cannot be read: "_s + path);
    }
    return file.readAll();
}

/// Certificates of PEM files, or of DER files.
Result<QList<QByteArray>> certificatesOf(const QStringList &paths)
{
    QList<QByteArray> out;
    for (const QString &path : paths) {
        const auto bytes = readFile(path);
        if (!bytes) {
            return tl::unexpected<Error>(bytes.error());
        }
        const pdf::BioPtr in(BIO_new_mem_buf(bytes->constData(), int(bytes->size())));
        while (const pdf::X509Ptr certificate{
            PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr) }) {
            out.append(pdf::derOf(certificate.get(), i2d_X509));
        }
        if (out.isEmpty() && pdf::parseCertificate(*bytes)) {
            out.append(*bytes);
        }
    }
    return out;
}

Result<pdf::SealDesign> designOf(const FileOptions &options)
{
    pdf::SealDesign design;
    const QString shape = options.value("shape");
    if (shape == u"oval"_s) {
        design.shape = pdf::SealShape::Oval;
        design.sizeMm = QSizeF(40, 30);
        design.centre = pdf::SealCentre::Empty;
    } else if (shape == u"square"_s) {
        design.shape = pdf::SealShape::Square;
        design.sizeMm = QSizeF(20, 20);
    } else if (shape == u"rectangle"_s) {
        design.shape = pdf::SealShape::Rectangle;
        design.sizeMm = QSizeF(45, 16);
        design.borderMm = 0.6;
    } else if (!shape.isEmpty() && shape != u"round"_s) {
        return fail(ErrorCode::BadInput, u"unknown shape: "_s + shape);
    }
    if (options.isSet("size-mm")) {
        const QStringList size = options.value("size-mm").split(u',');
        design.sizeMm = QSizeF(size.first().toDouble(), size.last().toDouble());
    }
    design.text = options.value("text").replace(u"\\n"_s, u"\n"_s);
    design.row = options.value("row");
    design.code = options.value("code");
    if (options.value("centre") == u"empty"_s) {
        design.centre = pdf::SealCentre::Empty;
    }
    if (options.isSet("emblem")) {
        auto emblem = pdf::readPicture(options.value("emblem"));
        if (!emblem) {
            return tl::unexpected<Error>(emblem.error());
        }
        design.centre = pdf::SealCentre::Emblem;
        design.emblem = std::move(*emblem);
    }
    if (options.isSet("border-mm")) {
        design.borderMm = std::clamp(options.value("border-mm").toDouble(), 0.1, 5.0);
    }
    if (options.isSet("colour")) {
        design.colour = QColor(options.value("colour"));
        if (!design.colour.isValid()) {
            return fail(ErrorCode::BadInput, u"unknown colour"_s);
        }
    }
    return design;
}

Result<std::optional<QDateTime>> dateOf(const FileOptions &options, const char *name)
{
    if (!options.isSet(name)) {
        return std::optional<QDateTime>();
    }
    const QDateTime time = QDateTime::fromString(options.value(name), Qt::ISODate);
    if (!time.isValid()) {
        return fail(ErrorCode::BadInput, u"not a date: "_s + options.value(name));
    }
    return std::optional(time.toUTC());
}

Result<QByteArray> makeElectronic(const pdf::StoredSeal &stored, const FileOptions &options)
{
    const auto key = readFile(options.value("p12"));
    const auto password = options.secret("pass-file");
    const auto users = certificatesOf(options.values("user-cert"));
    if (!key || !password || !users) {
        return fail(ErrorCode::BadInput, u"maker's key, password or user certificate is missing"_s);
    }
    const auto maker = pdf::SoftwareSigner::fromPkcs12(*key, *password);
    if (!maker) {
        return tl::unexpected<Error>(maker.error());
    }
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    stored.picture.save(&png, "PNG");
    pdf::ElectronicSeal seal;
    seal.vendor = "ANDU";
    seal.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    seal.name = stored.name;
    seal.certificates = *users;
    seal.createdUtc = QDateTime::currentDateTimeUtc();
    seal.validFromUtc = stored.validFromUtc.value_or(seal.createdUtc);
    seal.validUntilUtc = stored.validUntilUtc.value_or(seal.createdUtc.addYears(3));
    seal.pictureType = "PNG";
    seal.picture = png.data();
    seal.sizeMm = stored.sizeMm;
    return pdf::makeEsl(seal, **maker);
}

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return fail(ErrorCode::Storage, u"the file cannot be written: "_s + path);
    }
    return {};
}

QJsonObject toJson(const pdf::StoredSeal &seal)
{
    const auto time = [](const std::optional<QDateTime> &value) {
        return value ? QJsonValue(value->toString(Qt::ISODate)) : QJsonValue();
    };
    return { { u"name"_s, seal.name },
             { u"kind"_s, seal.kind },
             { u"widthMm"_s, seal.sizeMm.width() },
             { u"heightMm"_s, seal.sizeMm.height() },
             { u"custodian"_s, pdf::custodianOf(seal) },
             { u"frozen"_s, seal.isFrozen },
             { u"certificates"_s, QJsonArray::fromStringList(seal.certificates) },
             { u"validFrom"_s, time(seal.validFromUtc) },
             { u"validUntil"_s, time(seal.validUntilUtc) },
             { u"perDay"_s, seal.perDay ? QJsonValue(*seal.perDay) : QJsonValue() },
             { u"electronic"_s, !seal.esl.isEmpty() } };
}

Result<QJsonObject> make(const FileOptions &options)
{
    const auto design = designOf(options);
    const auto from = dateOf(options, "valid-from");
    const auto until = dateOf(options, "valid-until");
    if (!design || !from || !until) {
        return tl::unexpected<Error>(!design     ? design.error()
                                         : !from ? from.error()
                                                 : until.error());
    }
    const double dpi = options.isSet("dpi") ? options.value("dpi").toDouble() : 300;
    auto picture = pdf::drawSeal(*design, dpi);
    if (!picture) {
        return tl::unexpected<Error>(picture.error());
    }
    pdf::StoredSeal seal;
    seal.name = options.isSet("name") ? options.value("name") : design->text;
    seal.kind = options.isSet("shape") ? options.value("shape") : u"round"_s;
    seal.sizeMm = design->sizeMm;
    seal.picture = std::move(*picture);
    pdf::handOver(seal, options.value("custodian"), QDateTime::currentDateTimeUtc());
    seal.validFromUtc = *from;
    seal.validUntilUtc = *until;
    if (options.isSet("per-day")) {
        seal.perDay = options.value("per-day").toInt();
    }
    if (options.isSet("esl")) {
        const auto esl = makeElectronic(seal, options);
        if (!esl) {
            return tl::unexpected<Error>(esl.error());
        }
        seal.esl = *esl;
        if (auto saved = save(options.value("esl"), *esl); !saved) {
            return tl::unexpected<Error>(saved.error());
        }
    }
    if (options.isSet("out") && !seal.picture.save(options.value("out"), "PNG")) {
        return fail(ErrorCode::Storage, u"the picture cannot be written"_s);
    }
    if (options.isSet("cabinet") || options.isSet("profile")) {
        const auto added = keep(options, seal);
        if (!added) {
            return tl::unexpected<Error>(added.error());
        }
    }
    return toJson(seal);
}

Result<QJsonObject> list(const FileOptions &options)
{
    if (!options.isSet("profile") && !QFileInfo(options.value("cabinet")).isDir()) {
        return fail(ErrorCode::NotFound, u"there is no such cabinet"_s);
    }
    return placeOf(options)
        .and_then([](const Place &place) { return place.book->seals(); })
        .map([](const QList<pdf::StoredSeal> &seals) {
            QJsonArray rows;
            for (const pdf::StoredSeal &seal : seals) {
                rows.append(toJson(seal));
            }
            return QJsonObject{ { u"seals"_s, rows } };
        });
}

Result<QJsonObject> import(const FileOptions &options)
{
    const auto bytes = readFile(options.words().value(0));
    const auto trusted = certificatesOf(options.values("trust"));
    if (!bytes || !trusted) {
        return tl::unexpected<Error>(bytes ? trusted.error() : bytes.error());
    }
    auto seal = pdf::importEsl(*bytes, QDateTime::currentDateTimeUtc(), *trusted);
    if (!seal) {
        return tl::unexpected<Error>(seal.error());
    }
    if (options.isSet("name")) {
        seal->name = options.value("name");
    }
    if (auto added = keep(options, *seal); !added) {
        return tl::unexpected<Error>(added.error());
    }
    return toJson(*seal);
}

Result<QJsonObject> showRegister(const FileOptions &options)
{
    if (!options.isSet("profile") && !QFileInfo(options.words().value(0)).isFile()) {
        return fail(ErrorCode::NotFound, u"there is no such register"_s);
    }
    return placeOf(options)
        .and_then([](const Place &place) { return place.book->uses(); })
        .map([](const QList<pdf::SealUse> &uses) {
            QJsonArray rows;
            for (const pdf::SealUse &use : uses) {
                rows.append(pdf::toJson(use));
            }
            return QJsonObject{ { u"uses"_s, rows }, { u"chain"_s, u"whole"_s } };
        });
}

QString usesText(const QJsonArray &uses)
{
    QString text;
    for (const QJsonValue &use : uses) {
        text += u"%1 %2 %3: %4\n"_s.arg(use[u"number"].toString(),
                                        use[u"timeUtc"].toString(),
                                        use[u"seal"].toString(),
                                        use[u"documentTitle"].toString());
    }
    return text.trimmed();
}

QString sentenceOf(const QJsonObject &object)
{
    if (object.contains(u"uses"_s)) {
        return usesText(object[u"uses"].toArray());
    }
    const QJsonArray rows
        = object.contains(u"seals"_s) ? object[u"seals"].toArray() : QJsonArray{ object };
    QString text;
    for (const QJsonValue &row : rows) {
        text += u"%1 (%2, %3 × %4 mm)\n"_s.arg(row[u"name"].toString(), row[u"kind"].toString())
                    .arg(row[u"widthMm"].toDouble())
                    .arg(row[u"heightMm"].toDouble());
    }
    return text.trimmed();
}

} // namespace

int runSeal(int argc, char **argv)
{
    FileOptions options({ u"shape"_s,     u"size-mm"_s,    u"text"_s,        u"row"_s,
                          u"code"_s,      u"centre"_s,     u"emblem"_s,      u"border-mm"_s,
                          u"colour"_s,    u"dpi"_s,        u"name"_s,        u"custodian"_s,
                          u"per-day"_s,   u"valid-from"_s, u"valid-until"_s, u"out"_s,
                          u"cabinet"_s,   u"esl"_s,        u"p12"_s,         u"pass-file"_s,
                          u"user-cert"_s, u"trust"_s,      u"profile"_s,     u"passphrase-file"_s },
                        {});
    if (!options.parse(argc, argv)) {
        return int(Exit::Usage);
    }
    const QByteArray &word = options.command();
    const auto run = word == "make" ? &make
        : word == "list"            ? &list
        : word == "import"          ? &import
        : word == "register"        ? &showRegister
                                    : nullptr;
    const bool hasPlace = options.isSet("cabinet") || options.isSet("profile");
    const bool isComplete = word == "make" ? options.isSet("out") || hasPlace
        : word == "register"               ? options.words().size() == 1 || options.isSet("profile")
                                           : hasPlace;
    if (run == nullptr || !isComplete) {
        say(usage());
        return int(Exit::Usage);
    }
    const auto application = makeApplication(argc, argv, word == "make");
    const auto result = run(options);
    if (!result) {
        return reportError(result.error(), options.isJson());
    }
    printResult(options.isJson(), *result, sentenceOf(*result));
    return int(Exit::Done);
}

} // namespace andu::cli
