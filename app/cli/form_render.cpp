// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/form_render.h"

#include "app/cli/command.h"
#include "app/cli/form_files.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"
#include "ui/form/form_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
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
      "  [--dictionaries X.json] [--user NAME] [--at TIME] [--language zh_CN|en] [--json]";

std::optional<RenderOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QStringList files{ u"form"_s, u"work"_s, u"png"_s,          u"pdf"_s, u"control"_s,
                             u"data"_s, u"org"_s,  u"dictionaries"_s, u"at"_s,  u"user"_s };
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

Result<forms::FormInput> readInput(const RenderOptions &options)
{
    const auto path = [&options](const QString &name) { return options.files.value(name); };
    const auto at = localTime(path(u"at"_s));
    return readFormInput(FormFiles{ path(u"form"_s),
                                    path(u"work"_s),
                                    path(u"control"_s),
                                    path(u"data"_s),
                                    path(u"dictionaries"_s),
                                    path(u"org"_s),
                                    path(u"user"_s),
                                    at.value_or(QDateTime::currentDateTime()) });
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
