// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

const auto Root = "/x_processplatform_assemble_surface/jaxrs/"_L1;

Reply notExist(const QString &id, const QString &kind)
{
    return Reply::refusal(u"com.x.base.core.project.exception.ExceptionEntityNotExist"_s,
                          u"标识为:%1 的 %2 对象不存在."_s.arg(id, kind));
}

Reply denied(const Request &request, const QString &id, const QString &kind)
{
    return Reply::refusal(
        u"com.x.base.core.project.exception.ExceptionAccessDenied"_s,
        u"用户:%1 访问对象 class:com.x.processplatform.core.entity.content.%2, id:%3, 权限不足."_s
            .arg(request.caller.person, kind, id));
}

QString entityName(const QString &kind)
{
    return kind == u"task"_s         ? u"Task"_s
        : kind == u"read"_s          ? u"Read"_s
        : kind == u"taskcompleted"_s ? u"TaskCompleted"_s
                                     : u"ReadCompleted"_s;
}

QString sequenceOf(const QJsonObject &row)
{
    return json::text(row, "createTime"_L1) + json::text(row, "id"_L1);
}

/// Own rows of a list, newest first.
QList<QJsonObject> ownRows(OfficeServer &server, const QString &kind, const QString &person)
{
    QList<QJsonObject> rows = server.documents().list(kind, [&](const QJsonObject &row) {
        const bool isLatest = kind != u"taskcompleted"_s || row.value("latest"_L1).toBool();
        return isLatest && json::text(row, "person"_L1) == person;
    });
    std::sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return sequenceOf(a) > sequenceOf(b);
    });
    return rows;
}

Reply next(OfficeServer &server, const QString &kind, const Request &request)
{
    const QList<QJsonObject> rows = ownRows(server, kind, request.caller.person);
    const QString anchor = request.captures.value(0);
    const qsizetype count
        = qBound(qsizetype(1), qsizetype(request.captures.value(1).toInt()), qsizetype(200));
    qsizetype from = 0;
    if (anchor != u"(0)"_s) {
        const QJsonObject row = server.documents().find(kind, anchor);
        if (row.isEmpty()) {
            return Reply::failure(
                u"can not find entity id: %1, class: com.x.processplatform.core.entity.content.%2."_s
                    .arg(anchor, entityName(kind)));
        }
        while (from < rows.size() && sequenceOf(rows.at(from)) >= sequenceOf(row)) {
            ++from;
        }
    }
    QJsonArray page;
    for (qsizetype i = from; i < qMin(from + count, rows.size()); ++i) {
        QJsonObject row = rows.at(i);
        row.insert(u"rank"_s, i + 1);
        page.append(row);
    }
    return Reply::list(page, rows.size());
}

Reply filtered(OfficeServer &server, const QString &kind, const Request &request)
{
    const auto parsed = json::parse(request.body);
    if (!parsed && !request.body.isEmpty()) {
        return Reply::refusal(
            u"com.x.base.core.project.exception.ExceptionJsonElementConvertToWrapIn"_s,
            u"JSON 无法转换."_s);
    }
    const QJsonObject filter = request.object();
    const QString key = json::text(filter, "key"_L1);
    const QStringList processes = json::texts(filter, "processList"_L1);
    QList<QJsonObject> rows;
    for (const QJsonObject &row : ownRows(server, kind, request.caller.person)) {
        const bool fitsKey = key.isEmpty() || json::text(row, "title"_L1).contains(key)
            || json::text(row, "serial"_L1).contains(key);
        const bool fitsProcess
            = processes.isEmpty() || processes.contains(json::text(row, "process"_L1));
        if (fitsKey && fitsProcess) {
            rows.append(row);
        }
    }
    const int page = qMax(1, request.captures.value(0).toInt());
    int size = request.captures.value(1).toInt();
    size = size < 1 || size > 1000 ? 20 : size;
    QJsonArray list;
    for (qsizetype i = qsizetype(page - 1) * size;
         i < qMin<qsizetype>(qsizetype(page) * size, rows.size());
         ++i) {
        QJsonObject row = rows.at(i);
        for (const QString &member : { u"routeList"_s,
                                       u"routeNameList"_s,
                                       u"routeOpinionList"_s,
                                       u"routeDecisionOpinionList"_s }) {
            row.remove(member);
        }
        list.append(row);
    }
    return Reply::list(list, rows.size());
}

Reply ofJob(OfficeServer &server, const QString &kind, const Request &request)
{
    const QString job = request.captures.first();
    if (!request.caller.isManager && !server.engine().hasPart(job, request.caller.person)) {
        return denied(request, job, u"Job"_s);
    }
    QJsonArray rows;
    for (const QJsonObject &row : server.engine().rowsOfJob(kind, job)) {
        rows.append(row);
    }
    return Reply::list(rows);
}

Reply processing(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    QJsonObject task = server.documents().find(u"task"_s, id);
    if (task.isEmpty()) {
        return notExist(id, u"Task"_s);
    }
    if (json::text(task, "person"_L1) != request.caller.person) {
        return denied(request, id, u"Task"_s);
    }
    const QJsonObject body = request.object();
    QString route = json::text(body, "routeName"_L1);
    QString opinion = json::text(body, "opinion"_L1);
    if (!route.isEmpty()) {
        task.insert(u"routeName"_s, route);
    }
    if (!opinion.isEmpty()) {
        task.insert(u"opinion"_s, opinion);
    }
    route = json::text(task, "routeName"_L1);
    opinion = json::text(task, "opinion"_L1);
    const QString prefix = u"com.x.processplatform.assemble.surface.jaxrs.task."_s;
    if (route.isEmpty()) {
        return Reply::refusal(prefix + u"ExceptionEmptyRouteName"_s, u"路由名称不能为空."_s);
    }
    if (!json::texts(task, "routeNameList"_L1).contains(route)) {
        server.documents().put(u"task"_s,
                               task); // The wrong name stays stored, as on the real server.
        return Reply::refusal(prefix + u"ExceptionErrorRouteName"_s,
                              u"路由选择错误:%1."_s.arg(route));
    }
    return Reply::data(server.engine().process(task, route, opinion));
}

Reply saveTask(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    QJsonObject task = server.documents().find(u"task"_s, id);
    if (task.isEmpty()) {
        return notExist(id, u"Task"_s);
    }
    if (json::text(task, "person"_L1) != request.caller.person) {
        return denied(request, id, u"Task"_s);
    }
    const QJsonObject body = request.object();
    for (const QString &key : { u"routeName"_s, u"opinion"_s }) {
        if (body.contains(key)) {
            task.insert(key, body.value(key));
        }
    }
    server.documents().put(u"task"_s, task);
    return Reply::data(QJsonObject{ { u"id"_s, id } });
}

Reply confirmRead(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject read = server.documents().find(u"read"_s, id);
    if (read.isEmpty()) {
        return notExist(id, u"Read"_s);
    }
    if (json::text(read, "person"_L1) != request.caller.person) {
        return denied(request, id, u"Read"_s);
    }
    for (const QJsonObject &old :
         server.engine().rowsOfJob(u"readcompleted"_s, json::text(read, "job"_L1))) {
        if (old.value("person"_L1) == read.value("person"_L1)) {
            server.documents().remove(u"readcompleted"_s, json::text(old, "id"_L1));
        }
    }
    const QString now = server.engine().now();
    QJsonObject done = read;
    done.insert(u"id"_s, Engine::newId());
    done.insert(u"read"_s, id);
    done.insert(u"opinion"_s, json::text(request.object(), "opinion"_L1));
    done.insert(u"completedTime"_s, now);
    done.insert(u"completedTimeMonth"_s, now.left(7));
    done.insert(u"duration"_s, 0);
    done.insert(u"createTime"_s, now);
    done.insert(u"updateTime"_s, now);
    server.documents().put(u"readcompleted"_s, done);
    server.documents().remove(u"read"_s, id);
    return Reply::data(QJsonObject());
}

Reply reset(OfficeServer &server, const Request &request, bool keepByDefault)
{
    const QString id = request.captures.first();
    const QJsonObject task = server.documents().find(u"task"_s, id);
    if (task.isEmpty()) {
        return notExist(id, u"Task"_s);
    }
    if (json::text(task, "person"_L1) != request.caller.person) {
        return denied(request, id, u"Task"_s);
    }
    const QJsonObject body = request.object();
    QStringList identities;
    for (const QString &flag : json::texts(body, "identityList"_L1)) {
        const QString dn = json::text(server.organisation().identity(flag), "distinguishedName"_L1);
        if (!dn.isEmpty()) {
            identities.append(dn);
        }
    }
    if (identities.isEmpty()) {
        return Reply::refusal(
            u"com.x.processplatform.assemble.surface.jaxrs.task.ExceptionIdentityEmpty"_s,
            u"人员为空."_s);
    }
    const QJsonObject record = server.engine().reset(task,
                                                     identities,
                                                     json::text(body, "routeName"_L1),
                                                     json::text(body, "opinion"_L1),
                                                     body.value("keep"_L1).toBool(keepByDefault));
    return Reply::data(keepByDefault ? record : QJsonObject{ { u"id"_s, task.value("work"_L1) } });
}

} // namespace

void addTodoRoutes(OfficeServer &server)
{
    const QString root = Root;
    for (const QString &kind : { u"task"_s, u"read"_s, u"taskcompleted"_s, u"readcompleted"_s }) {
        server.add("GET",
                   root + kind + u"/list/{id}/next/{count}"_s,
                   [&server, kind](const Request &request) { return next(server, kind, request); });
        server.add(
            "POST",
            root + kind + u"/list/my/filter/{page}/size/{size}"_s,
            [&server, kind](const Request &request) { return filtered(server, kind, request); });
        server.add(
            "GET",
            root + kind + u"/list/my/paging/{page}/size/{size}"_s,
            [&server, kind](const Request &request) { return filtered(server, kind, request); });
        server.add(
            "GET", root + kind + u"/list/job/{job}"_s, [&server, kind](const Request &request) {
                return ofJob(server, kind, request);
            });
        server.add("GET", root + kind + u"/{id}"_s, [&server, kind](const Request &request) {
            const QString id = request.captures.first();
            const QJsonObject row = server.documents().find(kind, id);
            if (row.isEmpty()) {
                return notExist(id, entityName(kind));
            }
            const bool mayRead
                = request.caller.isManager || json::text(row, "person"_L1) == request.caller.person;
            return mayRead ? Reply::data(row) : denied(request, id, entityName(kind));
        });
    }
    server.add("POST", root + u"task/{id}/processing"_s, [&server](const Request &request) {
        return processing(server, request);
    });
    server.add("PUT", root + u"task/{id}"_s, [&server](const Request &request) {
        return saveTask(server, request);
    });
    server.add("PUT", root + u"task/v2/{id}/reset"_s, [&server](const Request &request) {
        return reset(server, request, true);
    });
    server.add("PUT", root + u"task/{id}/reset"_s, [&server](const Request &request) {
        return reset(server, request, false);
    });
    server.add("POST", root + u"read/{id}/processing"_s, [&server](const Request &request) {
        return confirmRead(server, request);
    });
}

} // namespace andu::server
