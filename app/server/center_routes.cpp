// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

const auto Applications = { "x_organization_assemble_authentication",
                            "x_organization_assemble_control",
                            "x_organization_assemble_express",
                            "x_organization_assemble_personal",
                            "x_processplatform_assemble_surface",
                            "x_cms_assemble_control",
                            "x_meeting_assemble_control",
                            "x_file_assemble_control",
                            "x_calendar_assemble_control",
                            "x_message_assemble_communicate",
                            "x_query_assemble_surface",
                            "x_program_center" };

QJsonObject assembles(const OfficeServer &server, const QString &source)
{
    QJsonObject map;
    for (const char *application : Applications) {
        const QString name = QLatin1StringView(application);
        map.insert(name,
                   QJsonObject{ { u"name"_s, name },
                                { u"host"_s, source },
                                { u"port"_s, server.url().port() },
                                { u"context"_s, u'/' + name } });
    }
    return map;
}

bool isKnown(const QString &application)
{
    return std::any_of(Applications.begin(), Applications.end(), [&](const char *name) {
        return application == QLatin1StringView(name);
    });
}

Reply nowhere()
{
    return Reply::plain(404,
                        "text/html;charset=iso-8859-1",
                        "<html><head><title>Error 404 Not Found</title></head></html>");
}

/// The description of an application: its methods by the first word of their paths.
Reply describe(const OfficeServer &server, const QString &application)
{
    if (!isKnown(application)) {
        return nowhere();
    }
    QMap<QString, QJsonArray> actions;
    for (const auto &[verb, pattern] : server.methods()) {
        const bool isOurs = pattern.first() == application || pattern.first() == u"{app}"_s;
        if (!isOurs || pattern.value(1) != u"jaxrs"_s || pattern.size() < 3) {
            continue;
        }
        QString word = pattern.at(2);
        word[0] = word.at(0).toUpper();
        QJsonObject method{ { u"name"_s, verb.toLower() + word },
                            { u"uri"_s, pattern.mid(1).join(u'/') },
                            { u"method"_s, verb } };
        if (verb == "POST"_L1 || verb == "PUT"_L1) {
            method.insert(u"enctype"_s, u"application/json"_s);
        }
        actions[word + u"Action"_s].append(method);
    }
    QJsonArray list;
    for (auto it = actions.begin(); it != actions.end(); ++it) {
        list.append(QJsonObject{ { u"name"_s, it.key() }, { u"methods"_s, it.value() } });
    }
    return Reply::plain(
        200, "application/json", json::compact(QJsonObject{ { u"jaxrs"_s, list } }));
}

void addEcho(OfficeServer &server)
{
    server.add(
        "GET",
        u"/{app}/jaxrs/echo"_s,
        [&server](const Request &request) {
            if (request.headers.value("accept") == "application/json") {
                const QJsonObject page{ { u"message"_s, u"Not Acceptable"_s },
                                        { u"url"_s, request.path },
                                        { u"status"_s, u"406"_s } };
                return Reply::plain(406, "application/json", json::compact(page));
            }
            if (!isKnown(request.captures.first())) {
                return nowhere();
            }
            Reply reply
                = Reply::data(QJsonObject{ { u"servletContextName"_s, request.captures.first() },
                                           { u"serverTime"_s, server.engine().now() } });
            reply.type = "text/plain";
            return reply;
        },
        true);
}

void addCenter(OfficeServer &server)
{
    server.add(
        "GET",
        u"/x_desktop/res/config/config.json"_s,
        [&server](const Request &) {
            const QJsonObject center{ { u"host"_s, QString() },
                                      { u"port"_s, QString::number(server.url().port()) } };
            return Reply::plain(200,
                                "application/json",
                                json::compact(QJsonObject{
                                    { u"center"_s, QJsonArray{ center } },
                                    { u"app_protocol"_s, u"auto"_s },
                                    { u"title"_s, u"案牍评估服务器"_s },
                                    { u"webSocketEnable"_s, true },
                                    { u"loginPage"_s, QJsonObject{ { u"enable"_s, false } } } }));
        },
        true);
    const QString root = u"/x_program_center/jaxrs/"_s;
    server.add(
        "GET",
        root + u"distribute/assemble/source/{source}"_s,
        [&server](const Request &request) {
            return Reply::data(assembles(server, request.captures.first()));
        },
        true);
    server.add(
        "GET",
        root + u"distribute/webserver/assemble/source/{source}"_s,
        [&server](const Request &request) {
            const QJsonObject web{ { u"host"_s, request.captures.first() },
                                   { u"port"_s, server.url().port() },
                                   { u"sslEnable"_s, false } };
            return Reply::data(
                QJsonObject{ { u"webServer"_s, web },
                             { u"assembles"_s, assembles(server, request.captures.first()) } });
        },
        true);
    server.add(
        "GET",
        root + u"appstyle/current/update"_s,
        [](const Request &) {
            return Reply::data(QJsonObject{ { u"value"_s, u"43b252336972d298"_s } });
        },
        true);
    server.add(
        "GET",
        root + u"center/version"_s,
        [](const Request &request) {
            return request.caller.isManager ? Reply::data(QJsonObject{ { u"value"_s, u"6.0.3"_s } })
                                            : Reply::anonymous(u"not cipher or manager."_s);
        },
        true);
}

} // namespace

void addCenterRoutes(OfficeServer &server)
{
    addEcho(server);
    addCenter(server);
    server.add(
        "GET",
        u"/{app}/describe/api.json"_s,
        [&server](const Request &request) { return describe(server, request.captures.first()); },
        true);
}

} // namespace andu::server
