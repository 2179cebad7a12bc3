// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/form_commands.h"

#include "app/cli/command.h"
#include "app/cli/form_files.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/inspection.h"
#include "core/vault/vault.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace andu::cli {

namespace {

using forms::InspectionEdit;
using forms::InspectionRequest;

QString usage()
{
    return QStringLiteral(
        "anductl form inspect --form F.json --work W.json [--control C.json] [--data D.json]\n"
        "    [--dictionaries X.json] [--org O.json] [--user NAME] [--at TIME] [--set ID=JSON]…\n"
        "    [--route NAME --opinion TEXT] [--json]\n"
        "anductl form inspect TASK --profile DIR [--set ID=JSON]… [--route NAME --opinion TEXT]\n"
        "  Files are answers of the server, with or without the envelope. --data {} is a work "
        "that\n"
        "  nothing was filled in yet, without attachments. Without --control the file beside "
        "W.json\n"
        "  is used, else the form can be edited when the person has a todo. --set also takes "
        "cells:\n"
        "  --set 'grid[0].field=5'. A value that is not JSON is a text.");
}

InspectionEdit editOf(const QString &assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    const QString text = assignment.mid(equals + 1);
    const auto parsed = json::parse("[" + text.toUtf8() + "]");
    const bool isOne = parsed && parsed->toArray().size() == 1;
    return { assignment.left(equals), isOne ? parsed->toArray().first() : QJsonValue(text) };
}

/// Lines for people: fields with what they show, then what is missing.
QString textOf(const QJsonObject &report)
{
    QString text;
    const QJsonArray modules = report.value("modules"_L1).toArray();
    for (const QJsonValue &value : modules) {
        const QJsonObject module = value.toObject();
        const bool isField = !module.value("collected"_L1).isNull();
        const QString shown = json::text(module, "shown"_L1);
        if (!module.value("visible"_L1).toBool() || (!isField && shown.isEmpty())) {
            continue;
        }
        const QString label = json::text(module, "label"_L1);
        text += (label.isEmpty() ? json::text(module, "id"_L1) : label)
            + (isField && module.value("readonly"_L1).toBool() ? u" (read-only)"_s : QString())
            + u": "_s + shown + u'\n';
    }
    const QJsonObject submit = report.value("submit"_L1).toObject();
    for (const auto list : { "failures"_L1, "dialog"_L1 }) {
        const QJsonArray failures = submit.value(list).toArray();
        for (const QJsonValue &failure : failures) {
            text += u"! "_s + json::text(failure.toObject(), "id"_L1) + u' '
                + json::text(failure.toObject(), "text"_L1) + u'\n';
        }
    }
    const QJsonArray notes = report.value("notes"_L1).toArray();
    for (const QJsonValue &note : notes) {
        text += u"? "_s + json::text(note.toObject(), "where"_L1) + u": "_s
            + json::text(note.toObject(), "kind"_L1) + u'\n';
    }
    return text.trimmed();
}

std::optional<FormFiles> filesOf(const QCommandLineParser &parser)
{
    FormFiles files;
    files.form = parser.value(u"form"_s);
    files.work = parser.value(u"work"_s);
    files.control = parser.value(u"control"_s);
    files.data = parser.value(u"data"_s);
    files.dictionaries = parser.value(u"dictionaries"_s);
    files.org = parser.value(u"org"_s);
    files.user = parser.value(u"user"_s);
    files.at = QDateTime::currentDateTime();
    if (parser.isSet(u"at"_s)) {
        const auto at = localTime(parser.value(u"at"_s));
        if (!at) {
            say(u"--at takes a time like 2026-01-09T10:20:30."_s);
            return std::nullopt;
        }
        files.at = *at;
    }
    return files;
}

Exit inspectWith(forms::FormInput input, const InspectionRequest &request, const Options &options)
{
    input.isLive = false; // what the web client has is what is asked for
    forms::FormSession session(std::move(input));
    QStringList routes;
    for (const forms::RouteChoice &route : session.routes()) {
        routes.append(route.name);
    }
    if (request.route && !routes.isEmpty() && !routes.contains(*request.route)) {
        say(u"--route must be one of: "_s + routes.join(u", "_s));
        return Exit::Usage;
    }
    for (const InspectionEdit &edit : request.edits) {
        const auto applied = forms::applyEdit(session, edit);
        if (!applied && applied.error().code == ErrorCode::NotFound) {
            return complain(Error{ ErrorCode::BadInput, applied.error().detail });
        }
        if (!applied) {
            say(u"Not changed: "_s + applied.error().detail);
        }
    }
    const QJsonObject report = forms::inspect(session, request);
    print(options, report, textOf(report));
    return Exit::Done;
}

Exit inspect(const QCommandLineParser &parser, const QStringList &words)
{
    InspectionRequest request;
    for (const QString &assignment : parser.values(u"set"_s)) {
        if (assignment.indexOf(u'=') < 1) {
            say(u"--set takes ID=JSON."_s);
            return Exit::Usage;
        }
        request.edits.append(editOf(assignment));
    }
    if (parser.isSet(u"route"_s)) {
        request.route = parser.value(u"route"_s);
    }
    request.opinion = parser.value(u"opinion"_s);
    Options options;
    options.isJson = parser.isSet(u"json"_s);
    options.profile = parser.value(u"profile"_s);
    options.passphraseFile = parser.value(u"passphrase-file"_s);
    const auto files = filesOf(parser);
    if (!files) {
        return Exit::Usage;
    }
    if (!files->form.isEmpty() && words.isEmpty()) {
        auto input = readFormInput(*files);
        return input ? inspectWith(std::move(*input), request, options) : complain(input.error());
    }
    if (words.size() != 1 || options.profile.isEmpty()) {
        say(usage());
        return Exit::Usage;
    }
    auto unlock = unlockOf(options);
    if (!unlock) {
        return complain(unlock.error());
    }
    auto opened = session::openSession(session::Profile(options.profile), std::move(*unlock));
    if (!opened) {
        return complain(opened.error());
    }
    auto input = storedFormInput(*opened, words.first(), files->at);
    return input ? inspectWith(std::move(*input), request, options) : complain(input.error());
}

} // namespace

int runForm(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"anductl"_s);
    vault::registerPluginPath();
    QCommandLineParser parser;
    for (const QString &name : { u"form"_s,
                                 u"work"_s,
                                 u"control"_s,
                                 u"data"_s,
                                 u"dictionaries"_s,
                                 u"org"_s,
                                 u"user"_s,
                                 u"at"_s,
                                 u"set"_s,
                                 u"route"_s,
                                 u"opinion"_s,
                                 u"profile"_s,
                                 u"passphrase-file"_s }) {
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    parser.addOption(QCommandLineOption(u"json"_s));
    if (!parser.parse(QCoreApplication::arguments())) {
        say(parser.errorText());
        return int(Exit::Usage);
    }
    const QStringList words = parser.positionalArguments();
    if (words.value(1) != "inspect"_L1) {
        say(usage());
        return int(Exit::Usage);
    }
    return int(inspect(parser, words.mid(2)));
}

} // namespace andu::cli
