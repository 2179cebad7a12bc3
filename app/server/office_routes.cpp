// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace andu::server {

namespace {

constexpr auto SamplePassword = "Yunhu2026";
constexpr auto ManagerPassword = "o2";
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

QString prompt(const char *name)
{
    return u"com.x.organization.assemble.authentication.jaxrs.authentication."_s
        + QLatin1StringView(name);
}

QJsonObject
authObject(OfficeServer &server, const QJsonObject &person, const QString &token, bool isManager)
{
    QJsonObject answer = person;
    QJsonArray identities;
    for (const QJsonObject &row :
         server.organisation().identitiesOf(json::text(person, "distinguishedName"_L1))) {
        QJsonObject identity = row;
        identity.insert(u"person"_s, person.value("id"_L1));
        identity.insert(u"unit"_s,
                        server.organisation().unit(json::text(row, "unit"_L1)).value("id"_L1));
        identities.append(identity);
    }
    answer.insert(u"tokenType"_s, isManager ? u"manager"_s : u"user"_s);
    answer.insert(u"token"_s, token);
    answer.insert(u"roleList"_s, QJsonArray());
    answer.insert(u"passwordExpired"_s, false);
    answer.insert(u"identityList"_s, identities);
    return answer;
}

QJsonObject manager()
{
    return { { u"id"_s, u"xadmin"_s },
             { u"name"_s, u"xadmin"_s },
             { u"unique"_s, u"xadmin"_s },
             { u"distinguishedName"_s, u"xadmin"_s } };
}

Reply signIn(OfficeServer &server, const Request &request)
{
    const QJsonObject body = request.object();
    const QString credential = json::text(body, "credential"_L1);
    const QString password = json::text(body, "password"_L1);
    if (credential.isEmpty()) {
        return Reply::refusal(prompt("ExceptionCredentialEmpty"), u"用户名不能为空."_s);
    }
    if (password.isEmpty()) {
        return Reply::refusal(prompt("ExceptionPasswordEmpty"), u"密码不能为空."_s);
    }
    const bool isManager = credential == u"xadmin"_s;
    const QJsonObject person = isManager ? manager() : server.organisation().person(credential);
    const QString expected = QLatin1StringView(isManager ? ManagerPassword : SamplePassword);
    if (person.isEmpty() || password != expected) {
        return Reply::refusal(prompt("ExceptionPersonNotExistOrInvalidPassword"),
                              u"用户不存在或者密码错误."_s);
    }
    const QString token = Engine::newId().remove(u'-') + Engine::newId().remove(u'-');
    server.documents().put(u"token"_s,
                           QJsonObject{ { u"id"_s, token },
                                        { u"person"_s, person.value("distinguishedName"_L1) },
                                        { u"manager"_s, isManager } });
    Reply reply = Reply::data(authObject(server, person, token, isManager));
    reply.headers.append({ "x-token", token.toLatin1() });
    return reply;
}

Reply whoAmI(OfficeServer &server, const Request &request)
{
    if (request.caller.isAnonymous()) {
        return Reply::data(QJsonObject{ { u"tokenType"_s, u"anonymous"_s },
                                        { u"token"_s, QString() },
                                        { u"id"_s, Engine::newId() },
                                        { u"name"_s, u"anonymous"_s } });
    }
    const QJsonObject person = request.caller.isManager
        ? manager()
        : server.organisation().person(request.caller.person);
    return Reply::data(authObject(server, person, request.caller.token, request.caller.isManager));
}

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

void addCenter(OfficeServer &server)
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
            const bool isKnown
                = std::any_of(Applications.begin(), Applications.end(), [&](const char *name) {
                      return request.captures.first() == QLatin1StringView(name);
                  });
            if (!isKnown) {
                return Reply::plain(404,
                                    "text/html;charset=iso-8859-1",
                                    "<html><title>Error 404 Not Found</title></html>");
            }
            Reply reply
                = Reply::data(QJsonObject{ { u"servletContextName"_s, request.captures.first() },
                                           { u"serverTime"_s, server.engine().now() } });
            reply.type = "text/plain";
            return reply;
        },
        true);
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
                                    { u"webSocketEnable"_s, false },
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

QJsonObject expressIdentity(QJsonObject row)
{
    row.remove(u"id"_s);
    return row;
}

void addExpress(OfficeServer &server)
{
    const QString root = u"/x_organization_assemble_express/jaxrs/"_s;
    server.add("GET", root + u"person/list/all/object"_s, [&server](const Request &) {
        QJsonArray rows;
        for (const QJsonObject &row : server.organisation().persons()) {
            rows.append(row);
        }
        return Reply::list(rows);
    });
    server.add("GET", root + u"unit/list/all/object"_s, [&server](const Request &) {
        QJsonArray rows;
        for (QJsonObject row : server.organisation().units()) {
            row.remove(u"id"_s);
            rows.append(row);
        }
        return Reply::list(rows);
    });
    server.add("POST", root + u"identity/list/person/object"_s, [&server](const Request &request) {
        QJsonArray rows;
        for (const QString &flag : json::texts(request.object(), "personList"_L1)) {
            const QString dn
                = json::text(server.organisation().person(flag), "distinguishedName"_L1);
            for (const QJsonObject &row : server.organisation().identitiesOf(dn)) {
                rows.append(expressIdentity(row));
            }
        }
        return Reply::list(rows);
    });
}

} // namespace

void addOfficeRoutes(OfficeServer &server)
{
    const QString root = u"/x_organization_assemble_authentication/jaxrs/authentication"_s;
    addCenter(server);
    addExpress(server);
    const auto enter = [&server](const Request &request) { return signIn(server, request); };
    server.add(
        "GET",
        root + u"/mode"_s,
        [](const Request &) {
            return Reply::data(QJsonObject{ { u"captchaLogin"_s, true },
                                            { u"codeLogin"_s, true },
                                            { u"bindLogin"_s, true },
                                            { u"faceLogin"_s, true } });
        },
        true);
    server.add(
        "GET",
        root + u"/captchaRSAPublicKey"_s,
        [](const Request &) { return Reply::data(QJsonObject()); },
        true);
    server.add("POST", root, enter, true);
    server.add(
        "GET", root, [&server](const Request &request) { return whoAmI(server, request); }, true);
    server.add(
        "GET",
        root + u"/check/credential/{credential}"_s,
        [&server](const Request &request) {
            return Reply::data(QJsonObject{
                { u"value"_s,
                  !server.organisation().person(request.captures.first()).isEmpty() } });
        },
        true);
    server.add(
        "DELETE",
        root,
        [](const Request &) {
            return Reply::data(QJsonObject{ { u"tokenType"_s, u"anonymous"_s },
                                            { u"token"_s, QString() },
                                            { u"name"_s, u"anonymous"_s } });
        },
        true);
}

} // namespace andu::server
