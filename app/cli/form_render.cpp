// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/form_render.h"

#include "app/cli/command.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"
#include "core/o2oa/codec.h"
#include "ui/form/form_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QLibraryInfo>
#include <QTranslator>

#include <cstdio>

namespace andu::cli {

namespace {

struct RenderOptions
{
    QHash<QString, QString> files; ///< By option name.
    QString language;
    int widthPx = 1100;
    double scale = 1;
    bool isDark = false;
    bool isJson = false;
};

constexpr auto Usage
    = "anductl form render --form F.json --work W.json --png FILE [--width PX] [--dark]\n"
      "  [--scale N] [--control C.json] [--data D.json] [--org O.json]\n"
      "  [--dictionaries X.json] [--language zh_CN|en] [--json]";

std::optional<RenderOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QStringList files{ u"form"_s, u"work"_s, u"png"_s,          u"pdf"_s, u"control"_s,
                             u"data"_s, u"org"_s,  u"dictionaries"_s, u"at"_s };
    for (const QString &name : files + QStringList{ u"width"_s, u"scale"_s, u"language"_s }) {
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    for (const QString &name : { u"dark"_s, u"json"_s }) {
        parser.addOption(QCommandLineOption(name));
    }
    if (!parser.parse(arguments)) {
        say(parser.errorText());
        return std::nullopt;
    }
    RenderOptions options;
    for (const QString &name : files) {
        options.files.insert(name, parser.value(name));
    }
    options.language = parser.value(u"language"_s);
    options.isDark = parser.isSet(u"dark"_s);
    options.isJson = parser.isSet(u"json"_s);
    if (parser.isSet(u"width"_s)) {
        options.widthPx = std::clamp(parser.value(u"width"_s).toInt(), 320, 4096);
    }
    if (parser.isSet(u"scale"_s)) {
        options.scale = std::clamp(parser.value(u"scale"_s).toDouble(), 0.5, 4.0);
    }
    const bool hasPicture
        = !options.files.value(u"png"_s).isEmpty() || !options.files.value(u"pdf"_s).isEmpty();
    if (options.files.value(u"form"_s).isEmpty() || !hasPicture) {
        return std::nullopt;
    }
    return options;
}

/// Top of a JSON file; an answer of a server is unwrapped to its `data`.
Result<QJsonValue> readAnswer(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"cannot read "_s + path);
    }
    auto value = json::parse(file.readAll());
    if (!value) {
        return fail(ErrorCode::BadInput, path + u": "_s + value.error().detail);
    }
    const QJsonObject object = value->toObject();
    const bool isAnswer = object.contains("type"_L1) && object.contains("data"_L1);
    return isAnswer ? object.value("data"_L1) : *value;
}

/// The person of the current todo, else who started the work.
Account userOf(const WorkItem &work, const forms::Directory &directory)
{
    const QJsonArray tasks = work.raw.value("taskList"_L1).toArray();
    const QJsonObject task = tasks.at(work.raw.value("currentTaskIndex"_L1).toInt(-1)).toObject();
    QString dn = json::text(task, "person"_L1);
    if (dn.isEmpty()) {
        dn = json::text(work.raw.value("work"_L1).toObject(), "creatorPerson"_L1);
    }
    const QJsonObject person = directory.find(forms::Directory::Kind::Person, dn);
    Account account;
    account.id = json::text(person, "id"_L1);
    account.name = nameOf(dn);
    account.distinguishedName = dn;
    Identity identity;
    identity.distinguishedName = json::text(task, "identity"_L1);
    identity.unit = json::text(task, "unit"_L1);
    account.identities = { identity };
    return account;
}

Result<void> readWork(const RenderOptions &options, forms::FormInput &input)
{
    if (const QString path = options.files.value(u"work"_s); !path.isEmpty()) {
        const auto answer = readAnswer(path);
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        if (const auto work = o2oa::codec::work(answer->toObject(), 0)) {
            input.work = *work;
        } else {
            return fail(ErrorCode::BadInput, u"no work in "_s + path);
        }
    }
    if (const QString path = options.files.value(u"data"_s); !path.isEmpty()) {
        const auto answer = readAnswer(path);
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        input.work.data = answer->toObject();
    }
    // Without the server's word a work is open for who has a todo in it, as it would be there.
    input.work.control.allowSave = !input.work.isFinished
        && (input.work.raw.isEmpty() || input.work.raw.value("currentTaskIndex"_L1).toInt(-1) >= 0);
    input.work.control.allowProcessing = input.work.control.allowSave;
    if (const QString path = options.files.value(u"control"_s); !path.isEmpty()) {
        const auto answer = readAnswer(path);
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        input.work.control = o2oa::codec::control(answer->toObject());
    }
    return {};
}

Result<void> readOffice(const RenderOptions &options, forms::FormInput &input)
{
    if (const QString path = options.files.value(u"org"_s); !path.isEmpty()) {
        const auto answer = readAnswer(path);
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        input.directory = forms::Directory::fromJson(answer->toObject());
    }
    const QString path = options.files.value(u"dictionaries"_s);
    if (path.isEmpty()) {
        return {};
    }
    const auto answer = readAnswer(path);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const QJsonArray list = answer->toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        input.dictionaries.append(forms::Dictionary{ json::text(object, "id"_L1),
                                                     json::text(object, "name"_L1),
                                                     json::text(object, "alias"_L1),
                                                     json::text(object, "applicationName"_L1),
                                                     object.value("data"_L1) });
    }
    return {};
}

Result<forms::FormInput> readInput(const RenderOptions &options)
{
    forms::FormInput input;
    const auto form = readAnswer(options.files.value(u"form"_s));
    if (!form) {
        return tl::unexpected(form.error());
    }
    FormDefinition definition;
    definition.raw = form->toObject();
    const auto source = forms::decodeForm(definition);
    if (!source) {
        return tl::unexpected(source.error());
    }
    input.source = *source;
    if (const auto work = readWork(options, input); !work) {
        return tl::unexpected(work.error());
    }
    if (const auto office = readOffice(options, input); !office) {
        return tl::unexpected(office.error());
    }
    const QDateTime at = QDateTime::fromString(options.files.value(u"at"_s), Qt::ISODate);
    input.now = at.isValid() ? at : QDateTime::currentDateTime();
    input.user = userOf(input.work, input.directory);
    return input;
}

QJsonValue toJson(const ui::DrawnForm &drawn)
{
    QJsonArray fields;
    for (const ui::DrawnForm::Field &field : drawn.fields) {
        fields.append(QJsonObject{ { u"id"_s, field.id },
                                   { u"type"_s, field.type },
                                   { u"drawn"_s, field.how },
                                   { u"visible"_s, field.isVisible },
                                   { u"readonly"_s, field.isReadonly } });
    }
    return QJsonObject{ { u"width"_s, drawn.size.width() },
                        { u"height"_s, drawn.size.height() },
                        { u"modules"_s, fields } };
}

int draw(const RenderOptions &options)
{
    auto input = readInput(options);
    if (!input) {
        return int(complain(input.error()));
    }
    ui::Theme theme;
    theme.setScheme(options.isDark ? ui::Scheme::Dark : ui::Scheme::Light);
    forms::FormSession session(std::move(*input));
    ui::FormView view(theme);
    view.setSession(&session);
    if (const QString png = options.files.value(u"png"_s); !png.isEmpty()) {
        const QImage image = view.toImage(options.widthPx, options.scale);
        if (!image.save(png, "PNG")) {
            return int(complain({ ErrorCode::Storage, u"cannot write "_s + png }));
        }
    }
    if (const QString pdf = options.files.value(u"pdf"_s); !pdf.isEmpty()) {
        if (!view.toPdf(pdf)) {
            return int(complain({ ErrorCode::Storage, u"cannot write "_s + pdf }));
        }
    }
    if (options.isJson) {
        const QByteArray text = json::compact(toJson(view.drawn()));
        std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
        std::fputc('\n', stdout);
    }
    return int(Exit::Done);
}

} // namespace

int renderForm(int argc, char **argv)
{
    // Never a window: the offscreen platform draws the same everywhere, with or without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"anductl"_s);
    const auto options = parse(QApplication::arguments());
    if (!options) {
        say(QString::fromLatin1(Usage));
        return int(Exit::Usage);
    }
    const QLocale locale = options->language.isEmpty() ? QLocale() : QLocale(options->language);
    QLocale::setDefault(locale);
    QTranslator own;
    if (own.load(locale, u"andu"_s, u"_"_s, u":/i18n"_s)) {
        QApplication::installTranslator(&own);
    }
    QTranslator qt;
    if (qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qt);
    }
    return draw(*options);
}

} // namespace andu::cli
