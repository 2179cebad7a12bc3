// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/surface.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

/// A row that only its owner may act on, or the refusal.
struct Owned
{
    QJsonObject row;
    std::optional<Reply> refusal;
};

Owned owned(OfficeServer &server, const QString &kind, const Request &request)
{
    const QString id = request.captures.first();
    Owned result{ server.documents().find(kind, id), std::nullopt };
    if (result.row.isEmpty()) {
        result.refusal = Reply::notExist(id, surface::entityName(kind));
    } else if (json::text(result.row, "person"_L1) != request.caller.person) {
        result.refusal = Reply::denied(request.caller, id, surface::entityName(kind));
    }
    return result;
}

Reply processing(OfficeServer &server, const Request &request)
{
    Owned own = owned(server, u"task"_s, request);
    if (own.refusal) {
        return *own.refusal;
    }
    QJsonObject task = own.row;
    const QJsonObject body = request.object();
    for (const QString &key : { u"routeName"_s, u"opinion"_s }) {
        if (!body.value(key).toString().isEmpty()) {
            task.insert(key, body.value(key));
        }
    }
    const QString route = json::text(task, "routeName"_L1);
    if (route.isEmpty()) {
        return Reply::refusal(surface::promptOf(u"task.ExceptionEmptyRouteName"_s),
                              u"路由名称不能为空."_s);
    }
    if (!json::texts(task, "routeNameList"_L1).contains(route)) {
        // The wrong name stays stored, as on the real server, with the opinion.
        QJsonObject properties = task.value("properties"_L1).toObject();
        properties.insert(u"opinion"_s, json::text(task, "opinion"_L1));
        task.insert(u"properties"_s, properties);
        server.documents().put(u"task"_s, task);
        return Reply::refusal(surface::promptOf(u"task.ExceptionErrorRouteName"_s),
                              u"路由选择错误:%1."_s.arg(route));
    }
    return surface::recordReply(
        server.engine().process(task,
                                Decision{ route,
                                          json::text(task, "opinion"_L1),
                                          json::texts(body, "appendTaskIdentityList"_L1),
                                          json::texts(body, "ignoreEmpowerIdentityList"_L1),
                                          json::text(body, "mediaOpinion"_L1) }));
}

Reply saveTask(OfficeServer &server, const Request &request)
{
    Owned own = owned(server, u"task"_s, request);
    if (own.refusal) {
        return *own.refusal;
    }
    const QJsonObject body = request.object();
    // A member that is left out is erased.
    own.row.insert(u"routeName"_s, json::text(body, "routeName"_L1));
    own.row.insert(u"opinion"_s, json::text(body, "opinion"_L1));
    own.row.insert(u"updateTime"_s, server.engine().now());
    QJsonObject properties = own.row.value("properties"_L1).toObject();
    properties.insert(u"opinion"_s, json::text(body, "opinion"_L1));
    own.row.insert(u"properties"_s, properties);
    server.documents().put(u"task"_s, own.row);
    return Reply::data(QJsonObject{ { u"id"_s, own.row.value("id"_L1) } });
}

Reply will(OfficeServer &server, const Request &request)
{
    const Owned own = owned(server, u"task"_s, request);
    if (own.refusal) {
        return *own.refusal;
    }
    const QJsonObject process = server.engine().processOf(json::text(own.row, "process"_L1));
    const QJsonObject work = server.documents().find(u"work"_s, json::text(own.row, "work"_L1));
    const QStringList ids = json::texts(own.row, "routeList"_L1);
    bool hasSole = false;
    for (const QString &id : ids) {
        hasSole = hasSole || Engine::routeOf(process, id).value("sole"_L1).toBool();
    }
    const QJsonObject route = Engine::routeOf(process, ids.value(0));
    const QJsonObject next
        = server.engine().destination(work, process, json::text(route, "activity"_L1));
    return Reply::data(
        QJsonObject{ { u"defaultRouteName"_s, route.value("name"_L1) },
                     { u"hasSole"_s, hasSole },
                     { u"nextActivityType"_s, next.value("activityType"_L1) },
                     { u"nextActivityName"_s, next.value("name"_L1) },
                     { u"nextActivityAlias"_s, json::text(next, "alias"_L1) },
                     { u"nextActivityDescription"_s, json::text(next, "description"_L1) },
                     { u"nextTaskIdentityList"_s,
                       QJsonArray::fromStringList(server.engine().participants(work, next)) } });
}

Reply reset(OfficeServer &server, const Request &request, bool isNew)
{
    const Owned own = owned(server, u"task"_s, request);
    if (own.refusal) {
        return *own.refusal;
    }
    const QJsonObject body = request.object();
    Transfer transfer{ {},
                       json::text(body, "routeName"_L1),
                       json::text(body, "opinion"_L1),
                       body.value("keep"_L1).toBool(isNew) };
    for (const QString &flag : json::texts(body, "identityList"_L1)) {
        const QString name
            = json::text(server.organisation().identity(flag), "distinguishedName"_L1);
        if (!name.isEmpty() && !transfer.identities.contains(name)) {
            transfer.identities.append(name);
        }
    }
    if (transfer.identities.isEmpty()) {
        return Reply::refusal(surface::promptOf(u"task.ExceptionIdentityEmpty"_s), u"人员为空."_s);
    }
    const QJsonObject record = server.engine().reset(own.row, transfer);
    return isNew ? surface::recordReply(record)
                 : Reply::data(QJsonObject{ { u"id"_s, own.row.value("work"_L1) } });
}

Reply confirmRead(OfficeServer &server, const Request &request)
{
    const Owned own = owned(server, u"read"_s, request);
    if (own.refusal) {
        return *own.refusal;
    }
    const QJsonObject &read = own.row;
    // One row a person and instance: a second confirmation replaces the first.
    for (const QJsonObject &old :
         server.engine().rowsOfJob(u"readcompleted"_s, json::text(read, "job"_L1))) {
        if (old.value("person"_L1) == read.value("person"_L1)) {
            server.documents().remove(u"readcompleted"_s, json::text(old, "id"_L1));
        }
    }
    const QString now = server.engine().now();
    const QString opinion = json::text(request.object(), "opinion"_L1);
    QJsonObject done = read;
    done.insert(u"id"_s, Engine::newId());
    done.insert(u"read"_s, read.value("id"_L1));
    done.remove(u"viewed"_s);
    if (!opinion.isEmpty()) {
        done.insert(u"opinion"_s, opinion);
    }
    done.insert(u"completedTime"_s, now);
    done.insert(u"completedTimeMonth"_s, now.left(7));
    const auto format = u"yyyy-MM-dd HH:mm:ss"_s;
    const QDateTime begun = QDateTime::fromString(json::text(read, "startTime"_L1), format);
    done.insert(u"duration"_s, int(begun.secsTo(QDateTime::fromString(now, format)) / 60));
    done.insert(u"createTime"_s, now);
    done.insert(u"updateTime"_s, now);
    server.documents().put(u"readcompleted"_s, done);
    server.documents().remove(u"read"_s, json::text(read, "id"_L1));
    return Reply::data(QJsonObject());
}

/// The row with its instance: under its own name, with works, hops and files.
Reply reference(OfficeServer &server, const QString &kind, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject row = server.documents().find(kind, id);
    if (row.isEmpty()) {
        return Reply::notExist(id, surface::entityName(kind));
    }
    if (!request.caller.isManager && json::text(row, "person"_L1) != request.caller.person) {
        return Reply::denied(request.caller, id, surface::entityName(kind));
    }
    const QString job = json::text(row, "job"_L1);
    const QString name = surface::entityName(kind);
    const QList<QJsonObject> works = server.engine().rowsOfJob(u"work"_s, job);
    QJsonObject answer{ { name.left(1).toLower() + name.mid(1), row },
                        { u"workCompletedList"_s,
                          surface::arrayOf(server.engine().rowsOfJob(u"workcompleted"_s, job)) },
                        { u"workLogList"_s, surface::logsOf(server, job) } };
    if (kind == u"task"_s) {
        answer.insert(u"work"_s,
                      works.isEmpty() ? QJsonObject() : surface::listedWork(works.first()));
        answer.insert(u"attachmentList"_s,
                      surface::arrayOf(server.engine().rowsOfJob(u"attachment"_s, job)));
    } else {
        QJsonArray list;
        for (const QJsonObject &work : works) {
            list.append(surface::listedWork(work));
        }
        answer.insert(u"workList"_s, list);
    }
    return Reply::data(answer);
}

Reply ofJob(OfficeServer &server, const QString &kind, const QString &job, const Request &request)
{
    if (!request.caller.isManager && !server.engine().hasPart(job, request.caller.person)) {
        return Reply::denied(request.caller, job, u"Job"_s);
    }
    return Reply::list(surface::arrayOf(server.engine().rowsOfJob(kind, job)));
}

void addRow(OfficeServer &server, const QString &kind)
{
    server.add("GET", surface::root() + kind + u"/{id}"_s, [&server, kind](const Request &request) {
        const Owned own = owned(server, kind, request);
        return own.refusal && (own.row.isEmpty() || !request.caller.isManager)
            ? *own.refusal
            : Reply::data(own.row);
    });
}

void addRows(OfficeServer &server, const QString &kind)
{
    const QString root = surface::root() + kind;
    server.add("GET", root + u"/list/job/{job}"_s, [&server, kind](const Request &request) {
        return ofJob(server, kind, request.captures.first(), request);
    });
    for (const QString &by : { u"work"_s, u"workorworkcompleted"_s }) {
        server.add(
            "GET", root + u"/list/%1/{id}"_s.arg(by), [&server, kind](const Request &request) {
                const QJsonObject work = server.engine().workOrCompleted(request.captures.first());
                return ofJob(server, kind, json::text(work, "job"_L1), request);
            });
    }
    server.add("GET", root + u"/{id}/reference"_s, [&server, kind](const Request &request) {
        return reference(server, kind, request);
    });
    addRow(server, kind);
}

Reply press(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.documents().find(u"work"_s, id);
    if (work.isEmpty()) {
        return Reply::notExist(id, u"Work"_s);
    }
    const QList<QJsonObject> done
        = server.engine().rowsOfJob(u"taskcompleted"_s, json::text(work, "job"_L1));
    const bool hasDone = std::any_of(done.begin(), done.end(), [&request](const QJsonObject &row) {
        return json::text(row, "person"_L1) == request.caller.person;
    });
    if (!hasDone) {
        return Reply::refusal(surface::promptOf(u"taskcompleted.ExceptionPressNoneTaskCompleted"_s),
                              u"没有可以催办的已办."_s);
    }
    const QStringList urged = server.engine().press(work, request.caller.person);
    return Reply::data(QJsonObject{ { u"valueList"_s, QJsonArray::fromStringList(urged) } });
}

} // namespace

void addTodoRoutes(OfficeServer &server)
{
    addTodoLists(server);
    static const QStringList kinds{ u"task"_s, u"taskcompleted"_s, u"read"_s, u"readcompleted"_s };
    for (const QString &kind : kinds) {
        addRows(server, kind);
    }
    addRow(server, u"review"_s);
    const QString root = surface::root();
    using Call = Reply (*)(OfficeServer &, const Request &);
    const auto add = [&server](const char *verb, const QString &path, Call call) {
        server.add(
            verb, path, [&server, call](const Request &request) { return call(server, request); });
    };
    add("POST", root + u"task/{id}/processing"_s, processing);
    add("PUT", root + u"task/{id}"_s, saveTask);
    add("GET", root + u"task/{id}/will"_s, will);
    add("POST", root + u"read/{id}/processing"_s, confirmRead);
    add("GET", root + u"taskcompleted/press/work/{work}"_s, press);
    server.add("PUT", root + u"task/v2/{id}/reset"_s, [&server](const Request &request) {
        return reset(server, request, true);
    });
    server.add("PUT", root + u"task/{id}/reset"_s, [&server](const Request &request) {
        return reset(server, request, false);
    });
    // Only managers may change somebody's read; the reader himself may not.
    server.add("PUT", root + u"read/{id}"_s, [&server](const Request &request) {
        const QString id = request.captures.first();
        QJsonObject row = server.documents().find(u"read"_s, id);
        if (row.isEmpty()) {
            return Reply::notExist(id, u"Read"_s);
        }
        if (!request.caller.isManager) {
            return Reply::denied(request.caller, id, u"Read"_s);
        }
        row.insert(u"opinion"_s, json::text(request.object(), "opinion"_L1));
        server.documents().put(u"read"_s, row);
        return Reply::data(QJsonObject{ { u"id"_s, id } });
    });
}

} // namespace andu::server
