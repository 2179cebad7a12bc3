// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/organisation_rows.h"
#include "app/server/surface.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <zlib.h>

namespace andu::server {

namespace {

// The sample processes are the same on every start.
const auto Created = "2026-01-05 09:00:00"_L1;

const QStringList &activityLists()
{
    static const QStringList lists{ u"agentList"_s,   u"cancelList"_s, u"choiceList"_s,
                                    u"delayList"_s,   u"embedList"_s,  u"endList"_s,
                                    u"invokeList"_s,  u"manualList"_s, u"mergeList"_s,
                                    u"messageList"_s, u"routeList"_s,  u"parallelList"_s,
                                    u"serviceList"_s, u"splitList"_s };
    return lists;
}

/// The process without its activities, as lists show it.
QJsonObject processRow(const QJsonObject &process)
{
    QJsonObject row = process;
    for (const QString &key : activityLists()) {
        row.remove(key);
    }
    for (const QString &key : { u"begin"_s, u"applicationName"_s, u"form"_s, u"formName"_s }) {
        row.remove(key);
    }
    if (json::text(row, "defaultStartMode"_L1).isEmpty()) {
        row.insert(u"defaultStartMode"_s, u"draft"_s);
    }
    row.insert(u"edition"_s, row.value("id"_L1));
    row.insert(u"editionName"_s, json::text(row, "name"_L1) + u"_V1.0"_s);
    row.insert(u"editionEnable"_s, true);
    row.insert(u"editionNumber"_s, 1.0);
    row.insert(u"startableTerminal"_s, u"all"_s);
    row.insert(u"creatorPerson"_s, u"xadmin"_s);
    row.insert(u"lastUpdatePerson"_s, u"xadmin"_s);
    row.insert(u"lastUpdateTime"_s, Created);
    row.insert(u"createTime"_s, Created);
    row.insert(u"updateTime"_s, Created);
    row.insert(u"projectionFully"_s, false);
    row.insert(u"controllerList"_s, QJsonArray());
    row.insert(u"startableIdentityList"_s, QJsonArray());
    row.insert(u"startableUnitList"_s, QJsonArray());
    return row;
}

QJsonObject wholeProcess(const QJsonObject &process)
{
    QJsonObject row = processRow(process);
    for (const QString &key : activityLists()) {
        row.insert(key, process.value(key).toArray());
    }
    row.insert(u"begin"_s, process.value("begin"_L1));
    return row;
}

QJsonObject targetsOfReroute(const QJsonObject &process)
{
    QJsonObject row = processRow(process);
    for (const QString &key : activityLists()) {
        QJsonArray allowed;
        for (const QJsonValue &activity : process.value(key).toArray()) {
            if (activity.toObject().value("allowRerouteTo"_L1).toBool()) {
                allowed.append(activity);
            }
        }
        if (key != u"routeList"_s) {
            row.insert(key, allowed);
        }
    }
    return row;
}

QList<QJsonObject> processesOf(OfficeServer &server, const QString &application)
{
    return server.documents().list(u"process"_s, [&application](const QJsonObject &row) {
        return application.isEmpty() || json::text(row, "application"_L1) == application;
    });
}

QJsonArray applications(OfficeServer &server)
{
    QMap<QString, QJsonObject> byName;
    for (const QJsonObject &process : processesOf(server, {})) {
        const QString id = json::text(process, "application"_L1);
        const QString name = json::text(process, "applicationName"_L1);
        byName.insert(name + u'|' + id,
                      QJsonObject{ { u"id"_s, id },
                                   { u"name"_s, name },
                                   { u"alias"_s, QString() },
                                   { u"applicationCategory"_s, QString() },
                                   { u"availableIdentityList"_s, QJsonArray() },
                                   { u"availableUnitList"_s, QJsonArray() },
                                   { u"controllerList"_s, QJsonArray() },
                                   { u"creatorPerson"_s, u"xadmin"_s },
                                   { u"lastUpdatePerson"_s, u"xadmin"_s },
                                   { u"lastUpdateTime"_s, Created },
                                   { u"createTime"_s, Created },
                                   { u"updateTime"_s, Created } });
    }
    QJsonArray list;
    for (const QJsonObject &row : byName) {
        list.append(row);
    }
    return list;
}

void addApplications(OfficeServer &server)
{
    const QString root = surface::root();
    server.add("GET", root + u"application/list"_s, [&server](const Request &) {
        return Reply::list(applications(server));
    });
    server.add("GET", root + u"application/list/complex"_s, [&server](const Request &) {
        QJsonArray list;
        for (const QJsonValue &value : applications(server)) {
            QJsonObject row = value.toObject();
            QJsonArray processes;
            for (const QJsonObject &process : processesOf(server, json::text(row, "id"_L1))) {
                processes.append(processRow(process));
            }
            row.insert(u"processList"_s, processes);
            list.append(row);
        }
        return Reply::list(list);
    });
    server.add("GET", root + u"application/{flag}"_s, [&server](const Request &request) {
        const QString flag = request.captures.first();
        const QJsonValue id = surface::applicationOf(server, flag).value("id"_L1);
        for (const QJsonValue &value : applications(server)) {
            QJsonObject row = value.toObject();
            if (row.value("id"_L1) == id) {
                row.insert(u"allowControl"_s, request.caller.isManager);
                return Reply::data(row);
            }
        }
        return Reply::notExist(flag, u"Application"_s);
    });
}

void addProcesses(OfficeServer &server)
{
    const QString root = surface::root() + u"process/"_s;
    using Shape = QJsonObject (*)(const QJsonObject &);
    const auto one = [&server](Shape shape) {
        return [&server, shape](const Request &request) {
            const QString flag = request.captures.first();
            const QJsonObject process = server.engine().processOf(flag);
            return process.isEmpty() ? Reply::notExist(flag, u"Process"_s)
                                     : Reply::data(shape(process));
        };
    };
    server.add("GET", root + u"{flag}"_s, one(processRow));
    server.add("GET", root + u"{flag}/complex"_s, one(wholeProcess));
    server.add("GET", root + u"{flag}/allowrerouteto"_s, one(targetsOfReroute));
    const auto listed = [&server](const Request &request) {
        const QString id
            = json::text(surface::applicationOf(server, request.captures.first()), "id"_L1);
        QJsonArray list;
        for (const QJsonObject &process : processesOf(server, id)) {
            if (!id.isEmpty()) {
                list.append(processRow(process));
            }
        }
        return Reply::list(list);
    };
    server.add("GET", root + u"list/application/{flag}"_s, listed);
    server.add("POST", root + u"list/application/{flag}/filter"_s, listed);
    server.add("GET",
               root + u"list/available/identity/process/{flag}"_s,
               [&server](const Request &request) {
                   const OrganisationRows rows(server.organisation());
                   QJsonArray list;
                   for (const QJsonObject &own :
                        server.organisation().identitiesOf(request.caller.person)) {
                       QJsonObject row = rows.expressIdentity(own);
                       row.insert(u"matchKey"_s, own.value("distinguishedName"_L1));
                       list.append(row);
                   }
                   return Reply::list(list);
               });
}

QJsonObject routeById(OfficeServer &server, const QString &id)
{
    for (const QJsonObject &process : processesOf(server, {})) {
        const QJsonObject route = Engine::routeOf(process, id);
        if (!route.isEmpty()) {
            return route;
        }
    }
    return {};
}

void addRoutes(OfficeServer &server)
{
    const QString root = surface::root() + u"route/"_s;
    server.add("PUT", root + u"list"_s, [&server](const Request &request) {
        QJsonArray list;
        for (const QString &id : json::texts(request.object(), "valueList"_L1)) {
            const QJsonObject route = routeById(server, id);
            if (!route.isEmpty()) {
                list.append(route);
            }
        }
        return Reply::list(list);
    });
    server.add("GET", root + u"{id}"_s, [&server](const Request &request) {
        const QJsonObject route = routeById(server, request.captures.first());
        return route.isEmpty() ? Reply::notExist(request.captures.first(), u"Route"_s)
                               : Reply::data(route);
    });
    server.add("GET", root + u"{id}/selectconfig"_s, [&server](const Request &request) {
        const QJsonObject route = routeById(server, request.captures.first());
        return route.isEmpty()
            ? Reply::notExist(request.captures.first(), u"Route"_s)
            : Reply::data(QJsonObject{ { u"value"_s, json::text(route, "selectConfig"_L1) } });
    });
}

QJsonObject dictionaryOf(OfficeServer &server, const Request &request)
{
    const QString flag = request.captures.value(0);
    const QString application
        = json::text(surface::applicationOf(server, request.captures.value(1)), "id"_L1);
    const auto rows = server.documents().list(u"dictionary"_s, [&](const QJsonObject &row) {
        return json::text(row, "application"_L1) == application
            && (json::text(row, "id"_L1) == flag || json::text(row, "alias"_L1) == flag
                || json::text(row, "name"_L1) == flag);
    });
    return rows.isEmpty() ? QJsonObject() : rows.first();
}

/// A dictionary as it is listed, without its data.
QJsonObject dictionaryRow(QJsonObject row)
{
    row.remove(u"data"_s);
    row.remove(u"applicationName"_s);
    row.insert(u"createTime"_s, Created);
    row.insert(u"updateTime"_s, Created);
    return row;
}

void addDictionaries(OfficeServer &server)
{
    const QString root = surface::root() + u"applicationdict/"_s;
    const QString one = root + u"{flag}/application/{application}"_s;
    const auto refused = [](const Request &request) {
        return Reply::refusal(
            surface::promptOf(u"applicationdict.ExceptionApplicationDictNotExist"_s),
            u"标识为:%1, 的数据字典不存在"_s.arg(request.captures.value(1)));
    };
    server.add(
        "GET", root + u"list/application/{application}"_s, [&server](const Request &request) {
            const QJsonValue id
                = surface::applicationOf(server, request.captures.first()).value("id"_L1);
            QJsonArray list;
            for (const QJsonObject &row :
                 server.documents().list(u"dictionary"_s, [&id](const QJsonObject &dictionary) {
                     return dictionary.value("application"_L1) == id;
                 })) {
                list.append(dictionaryRow(row));
            }
            return Reply::list(list);
        });
    server.add("GET", one, [&server, refused](const Request &request) {
        const QJsonObject row = dictionaryOf(server, request);
        QJsonObject answer = dictionaryRow(row);
        answer.insert(u"data"_s, asBusinessData(row.value("data"_L1).toObject()));
        return row.isEmpty() ? refused(request) : Reply::data(answer);
    });
    server.add("GET", one + u"/{*}"_s, [&server, refused](const Request &request) {
        // The last word is "data"; those before it are a path into it.
        const QJsonObject row = dictionaryOf(server, request);
        QStringList path = request.captures.value(2).split(u'/');
        path.removeLast();
        path.prepend(u"data"_s);
        return row.isEmpty() ? refused(request)
                             : Reply::business(json::at(row, u'/' + path.join(u'/')));
    });
}

/// Library scripts come with the forms that use them.
void addScripts(OfficeServer &server)
{
    server.add(
        "POST",
        surface::root() + u"script/{flag}/application/{application}"_s,
        [&server](const Request &request) {
            const QString flag = request.captures.first();
            QJsonObject answer{ { u"text"_s, QString() }, { u"importedList"_s, QJsonArray() } };
            for (const QJsonObject &form :
                 server.documents().list(u"form"_s, [](const QJsonObject &) { return true; })) {
                for (const QJsonValue &value :
                     json::at(form, u"/answer/relatedScriptMap").toObject()) {
                    const QJsonObject script = value.toObject();
                    if (json::text(script, "name"_L1) == flag
                        || json::text(script, "alias"_L1) == flag) {
                        answer.insert(u"text"_s, script.value("text"_L1));
                        answer.insert(u"importedList"_s, QJsonArray{ flag });
                    }
                }
            }
            return Reply::data(answer);
        });
}

QString tagOf(const QJsonObject &form)
{
    const QByteArray text = json::compact(form);
    return QString::number(
        crc32(0, reinterpret_cast<const Bytef *>(text.constData()), uInt(text.size())));
}

Reply lookup(OfficeServer &server, const Request &request)
{
    const QJsonObject work = server.engine().workOrCompleted(request.captures.first());
    const QJsonObject form = server.documents().find(u"form"_s, json::text(work, "form"_L1));
    QJsonObject answer{ { u"relatedFormMap"_s, QJsonObject() },
                        { u"relatedScriptMap"_s, QJsonObject() } };
    if (!form.isEmpty()) {
        answer.insert(u"id"_s, form.value("id"_L1));
        answer.insert(u"cacheTag"_s, tagOf(form));
    }
    return Reply::data(answer);
}

Reply formReply(OfficeServer &server, const Request &request, const QString &member)
{
    constexpr int DaySeconds = 86400;
    const QJsonObject form = server.documents().find(u"form"_s, request.captures.first());
    if (form.isEmpty()) {
        return Reply::notExist(request.captures.first(), u"Form"_s);
    }
    // A form without a mobile side is shown by its other side.
    const bool hasMember = form.contains(member);
    QJsonObject answer = form.value(hasMember ? member : u"answer"_s).toObject();
    answer.insert(u"fastETag"_s, json::text(form, "id"_L1) + tagOf(form));
    answer.insert(u"maxAge"_s, DaySeconds);
    Reply reply = Reply::data(answer);
    reply.etag.clear();
    reply.headers.append({ "Cache-Control", "max-age=" + QByteArray::number(DaySeconds) });
    return reply;
}

/// The older calls: a form by id or alias, only its text.
Reply plainForm(OfficeServer &server, const Request &request, const QString &member)
{
    const QString flag = request.captures.first();
    const auto rows = server.documents().list(u"form"_s, [&flag](const QJsonObject &row) {
        return json::text(row, "id"_L1) == flag
            || json::at(row, u"/answer/form/alias").toString() == flag;
    });
    if (rows.isEmpty()) {
        return Reply::notExist(flag, u"Form"_s);
    }
    const QJsonValue answer
        = rows.first().value(rows.first().contains(member) ? member : u"answer"_s);
    return Reply::data(QJsonObject{ { u"data"_s, json::at(answer, u"/form/data") } });
}

void addForms(OfficeServer &server)
{
    const QString root = surface::root() + u"form/v2/"_s;
    for (const QString &side : { u""_s, u"/mobile"_s }) {
        server.add("GET",
                   root + u"lookup/workorworkcompleted/{id}"_s + side,
                   [&server](const Request &request) { return lookup(server, request); });
        const QString plain = surface::root() + u"form/{flag}"_s;
        for (const QString &path : { plain, plain + u"/application/{application}"_s }) {
            server.add("GET",
                       path + side,
                       [&server, member = side.isEmpty() ? u"answer"_s : u"mobile"_s](
                           const Request &request) { return plainForm(server, request, member); });
        }
        server.add("GET",
                   root + u"{id}"_s + side,
                   [&server, member = side.isEmpty() ? u"answer"_s : u"mobile"_s](
                       const Request &request) { return formReply(server, request, member); });
    }
}

} // namespace

void addProcessRoutes(OfficeServer &server)
{
    addDictionaries(server);
    addScripts(server);
    addApplications(server);
    addProcesses(server);
    addRoutes(server);
    addForms(server);
}

} // namespace andu::server
