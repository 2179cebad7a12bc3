// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFileInfo>

#include <zlib.h>

namespace andu::server {

namespace {

const auto Root = "/x_processplatform_assemble_surface/jaxrs/"_L1;

QString surface(const char *name)
{
    return u"com.x.processplatform.assemble.surface.jaxrs."_s + QLatin1StringView(name);
}

Reply denied(const Request &request, const QString &id)
{
    return Reply::refusal(u"com.x.base.core.project.exception.ExceptionAccessDenied"_s,
                          u"用户:%1 访问对象 id:%2, 权限不足."_s.arg(request.caller.person, id));
}

Reply notExist(const QString &id, const QString &kind)
{
    return Reply::refusal(u"com.x.base.core.project.exception.ExceptionEntityNotExist"_s,
                          u"标识为:%1 的 %2 对象不存在."_s.arg(id, kind));
}

bool mayVisit(OfficeServer &server, const QJsonObject &work, const Request &request)
{
    return !work.isEmpty()
        && (request.caller.isManager
            || server.engine().hasPart(json::text(work, "job"_L1), request.caller.person));
}

std::optional<QJsonObject>
ownTask(OfficeServer &server, const QJsonObject &work, const QString &person)
{
    for (const QJsonObject &task :
         server.engine().rowsOfJob(u"task"_s, json::text(work, "job"_L1))) {
        if (json::text(task, "person"_L1) == person) {
            return task;
        }
    }
    return std::nullopt;
}

QJsonArray attachmentsOf(OfficeServer &server, const QString &job)
{
    QJsonArray rows;
    for (QJsonObject row : server.engine().rowsOfJob(u"attachment"_s, job)) {
        row.insert(u"control"_s,
                   QJsonObject{ { u"allowRead"_s, true },
                                { u"allowEdit"_s, true },
                                { u"allowControl"_s, true } });
        rows.append(row);
    }
    return rows;
}

Reply openWork(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    QJsonObject work = server.engine().workOrCompleted(id);
    if (!mayVisit(server, work, request)) {
        return denied(request, id);
    }
    const QString job = json::text(work, "job"_L1);
    const QString person = request.caller.person;
    const QJsonObject process = server.engine().processOf(json::text(work, "process"_L1));
    QJsonObject answer{ { u"data"_s, server.engine().dataOf(work) } };
    const bool isFinished = work.contains("completedTime"_L1);
    const auto own = ownTask(server, work, person);
    QJsonArray tasks;
    int index = -1;
    for (const QJsonObject &task : server.engine().rowsOfJob(u"task"_s, job)) {
        index = own && task.value("id"_L1) == own->value("id"_L1) ? int(tasks.size()) : index;
        tasks.append(task);
    }
    if (!isFinished) {
        const QJsonObject design = Engine::activityOf(process, json::text(work, "activity"_L1));
        QJsonObject activity{ { u"resetCount"_s, 0 } };
        for (const QString &key : { u"id"_s,
                                    u"name"_s,
                                    u"description"_s,
                                    u"alias"_s,
                                    u"position"_s,
                                    u"resetRange"_s,
                                    u"allowReset"_s,
                                    u"manualMode"_s }) {
            activity.insert(key, design.value(key));
        }
        QJsonArray routes;
        for (const QString &route : json::texts(design, "routeList"_L1)) {
            QJsonObject row = Engine::routeOf(process, route);
            row.remove(u"process"_s);
            routes.append(row);
        }
        answer.insert(u"activity"_s, activity);
        answer.insert(u"routeList"_s, routes);
        answer.insert(u"taskList"_s, tasks);
    }
    answer.insert(u"currentTaskIndex"_s, index);
    QJsonArray reads;
    for (const QJsonObject &read : server.engine().rowsOfJob(u"read"_s, job)) {
        reads.append(read);
    }
    answer.insert(u"readList"_s, reads);
    answer.insert(u"currentReadIndex"_s, -1);
    answer.insert(u"work"_s, work);
    answer.insert(u"attachmentList"_s, attachmentsOf(server, job));
    answer.insert(u"recordList"_s, server.engine().recordsOfJob(job));
    QJsonObject identity = server.organisation().identity(json::text(work, "creatorIdentity"_L1));
    identity.remove(u"id"_s);
    QJsonObject unit = server.organisation().unit(json::text(work, "creatorUnit"_L1));
    unit.remove(u"id"_s);
    answer.insert(u"creatorIdentity"_s, identity);
    answer.insert(u"creatorPerson"_s,
                  server.organisation().person(json::text(work, "creatorPerson"_L1)));
    answer.insert(u"creatorUnit"_s, unit);
    return Reply::data(answer);
}

Reply control(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.engine().workOrCompleted(id);
    if (!mayVisit(server, work, request)) {
        return denied(request, id);
    }
    const bool isRunning = !work.contains("completedTime"_L1);
    const bool hasTask = isRunning && ownTask(server, work, request.caller.person).has_value();
    const QJsonObject process = server.engine().processOf(json::text(work, "process"_L1));
    const QJsonObject activity = Engine::activityOf(process, json::text(work, "activity"_L1));
    bool hasRead = false;
    for (const QJsonObject &read :
         server.engine().rowsOfJob(u"read"_s, json::text(work, "job"_L1))) {
        hasRead = hasRead || json::text(read, "person"_L1) == request.caller.person;
    }
    return Reply::data(
        QJsonObject{ { u"allowVisit"_s, true },
                     { u"allowProcessing"_s, hasTask },
                     { u"allowReadProcessing"_s, hasRead },
                     { u"allowSave"_s, isRunning && (hasTask || request.caller.isManager) },
                     { u"allowReset"_s, hasTask && activity.value("allowReset"_L1).toBool() },
                     { u"allowReroute"_s, isRunning && request.caller.isManager },
                     { u"allowDelete"_s, hasTask && activity.value("allowDeleteWork"_L1).toBool() },
                     { u"allowAddSplit"_s, false },
                     { u"allowRetract"_s, false },
                     { u"allowRollback"_s, isRunning && request.caller.isManager },
                     { u"allowPress"_s, false },
                     { u"allowPause"_s, false },
                     { u"allowResume"_s, false } });
}

QString formTag(const QJsonObject &form)
{
    const QByteArray text = json::compact(form);
    return QString::number(
        crc32(0, reinterpret_cast<const Bytef *>(text.constData()), uInt(text.size())));
}

void addForms(OfficeServer &server)
{
    const QString root = Root + u"form/v2/"_s;
    const auto lookup = [&server](const Request &request) {
        const QJsonObject work = server.engine().workOrCompleted(request.captures.first());
        const QJsonObject form = server.documents().find(u"form"_s, json::text(work, "form"_L1));
        if (form.isEmpty()) {
            return Reply::data(QJsonObject());
        }
        return Reply::data(QJsonObject{ { u"id"_s, form.value("id"_L1) },
                                        { u"cacheTag"_s, formTag(form) },
                                        { u"relatedFormMap"_s, QJsonObject() },
                                        { u"relatedScriptMap"_s, QJsonObject() } });
    };
    server.add("GET", root + u"lookup/workorworkcompleted/{id}"_s, lookup);
    server.add("GET", root + u"lookup/workorworkcompleted/{id}/mobile"_s, lookup);
    server.add("GET", root + u"{id}"_s, [&server](const Request &request) {
        const QJsonObject form = server.documents().find(u"form"_s, request.captures.first());
        return form.isEmpty() ? notExist(request.captures.first(), u"Form"_s)
                              : Reply::data(form.value("answer"_L1).toObject());
    });
}

QString identityFor(OfficeServer &server, const Request &request, const QString &wanted)
{
    QString own;
    for (const QJsonObject &row : server.organisation().identitiesOf(request.caller.person)) {
        const QString dn = json::text(row, "distinguishedName"_L1);
        if (dn == wanted) {
            return dn;
        }
        own = own.isEmpty() || row.value("major"_L1).toBool() ? dn : own;
    }
    return own;
}

Reply startWork(OfficeServer &server, const Request &request)
{
    const QJsonObject process = server.engine().processOf(request.captures.first());
    if (process.isEmpty()) {
        return Reply::refusal(surface("work.ExceptionProcessNotExist"), u"流程不存在."_s);
    }
    const QJsonObject body = request.object();
    const QString identity = identityFor(server, request, json::text(body, "identity"_L1));
    if (identity.isEmpty()) {
        return Reply::refusal(surface("work.ExceptionDecideCreatorIdentity"),
                              u"无法确定创建者身份."_s);
    }
    const QJsonObject work = server.engine().start(
        process, identity, json::text(body, "title"_L1), body.value("data"_L1).toObject());
    return Reply::list(QJsonArray{ server.engine().workLog(work, request.caller.person) });
}

void addStarts(OfficeServer &server)
{
    const QString root = Root;
    server.add("POST", root + u"work/process/{flag}"_s, [&server](const Request &request) {
        return startWork(server, request);
    });
    server.add("POST", root + u"draft/process/{flag}"_s, [&server](const Request &request) {
        const QJsonObject process = server.engine().processOf(request.captures.first());
        if (process.isEmpty()) {
            return Reply::refusal(surface("draft.ExceptionProcessNotExist"), u"流程不存在."_s);
        }
        const QJsonObject body = request.object();
        const QString identity = identityFor(server, request, json::text(body, "identity"_L1));
        const QJsonObject work{ { u"id"_s, QString() },
                                { u"title"_s, body.value("title"_L1) },
                                { u"creatorPerson"_s, request.caller.person },
                                { u"creatorIdentity"_s, identity },
                                { u"process"_s, process.value("id"_L1) },
                                { u"processName"_s, process.value("name"_L1) },
                                { u"processAlias"_s, process.value("alias"_L1) },
                                { u"form"_s, process.value("form"_L1) } };
        return Reply::data(QJsonObject{
            { u"work"_s, work }, { u"data"_s, asBusinessData(body.value("data"_L1).toObject()) } });
    });
    server.add("PUT", root + u"draft"_s, [&server](const Request &request) {
        const QJsonObject body = request.object();
        QJsonObject work = body.value("work"_L1).toObject();
        const QJsonObject data = body.value("data"_L1).toObject();
        if (json::text(work, "id"_L1).isEmpty()) {
            work.insert(u"id"_s, Engine::newId());
        }
        const QString subject = json::text(data, "subject"_L1).isEmpty()
            ? json::text(data, "title"_L1)
            : json::text(data, "subject"_L1);
        if (!subject.isEmpty()) {
            work.insert(u"title"_s, subject);
        }
        server.documents().put(u"draft"_s,
                               QJsonObject{ { u"id"_s, work.value("id"_L1) },
                                            { u"person"_s, request.caller.person },
                                            { u"work"_s, work },
                                            { u"data"_s, data } });
        return Reply::data(QJsonObject{ { u"id"_s, work.value("id"_L1) } });
    });
    server.add("GET", root + u"draft/{id}"_s, [&server](const Request &request) {
        const QJsonObject draft = server.documents().find(u"draft"_s, request.captures.first());
        if (draft.isEmpty()) {
            return notExist(request.captures.first(), u"Draft"_s);
        }
        if (json::text(draft, "person"_L1) != request.caller.person) {
            return denied(request, request.captures.first());
        }
        return Reply::data(
            QJsonObject{ { u"work"_s, draft.value("work"_L1) },
                         { u"data"_s, asBusinessData(draft.value("data"_L1).toObject()) } });
    });
    server.add("GET", root + u"draft/{id}/start"_s, [&server](const Request &request) {
        const QJsonObject draft = server.documents().find(u"draft"_s, request.captures.first());
        if (draft.isEmpty()) {
            return notExist(request.captures.first(), u"Draft"_s);
        }
        if (json::text(draft, "person"_L1) != request.caller.person) {
            return denied(request, request.captures.first());
        }
        const QJsonObject planned = draft.value("work"_L1).toObject();
        const QJsonObject process = server.engine().processOf(json::text(planned, "process"_L1));
        const QString identity
            = identityFor(server, request, json::text(planned, "creatorIdentity"_L1));
        const QJsonObject work = server.engine().start(
            process, identity, json::text(planned, "title"_L1), draft.value("data"_L1).toObject());
        server.documents().remove(u"draft"_s, request.captures.first());
        return Reply::list(QJsonArray{ server.engine().workLog(work, request.caller.person) });
    });
    server.add("GET", root + u"application/list/complex"_s, [&server](const Request &) {
        QHash<QString, QJsonObject> applications;
        QStringList order;
        for (const QJsonObject &process :
             server.documents().list(u"process"_s, [](const QJsonObject &) { return true; })) {
            const QString id = json::text(process, "application"_L1);
            QJsonObject &application = applications[id];
            if (application.isEmpty()) {
                order.append(id);
                application = { { u"id"_s, id },
                                { u"name"_s, process.value("applicationName"_L1) },
                                { u"alias"_s, QString() } };
            }
            QJsonArray list = application.value("processList"_L1).toArray();
            list.append(QJsonObject{ { u"id"_s, process.value("id"_L1) },
                                     { u"name"_s, process.value("name"_L1) },
                                     { u"alias"_s, process.value("alias"_L1) },
                                     { u"application"_s, id },
                                     { u"defaultStartMode"_s, u"draft"_s } });
            application.insert(u"processList"_s, list);
        }
        QJsonArray rows;
        for (const QString &id : std::as_const(order)) {
            rows.append(applications.value(id));
        }
        return Reply::list(rows);
    });
}

void addData(OfficeServer &server)
{
    const QString root = Root + u"data/work/"_s;
    const auto refused = [](const QString &id) {
        return Reply::refusal(surface("data.ExceptionWorkAccessDenied"),
                              u"无权访问工作:%1."_s.arg(id));
    };
    server.add("GET", root + u"{id}"_s, [&server, refused](const Request &request) {
        const QJsonObject work = server.documents().find(u"work"_s, request.captures.first());
        if (work.isEmpty()) {
            return notExist(request.captures.first(), u"Work"_s);
        }
        return mayVisit(server, work, request) ? Reply::data(server.engine().dataOf(work))
                                               : refused(request.captures.first());
    });
    server.add("GET", root + u"{id}/{*}"_s, [&server, refused](const Request &request) {
        const QJsonObject work = server.documents().find(u"work"_s, request.captures.first());
        if (!mayVisit(server, work, request)) {
            return refused(request.captures.first());
        }
        const QJsonValue value
            = json::at(server.engine().dataOf(work), u'/' + request.captures.last());
        return Reply::data(value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
    });
    server.add("PUT", root + u"{id}"_s, [&server, refused](const Request &request) {
        const QJsonObject work = server.documents().find(u"work"_s, request.captures.first());
        if (work.isEmpty()) {
            return notExist(request.captures.first(), u"Work"_s);
        }
        if (!request.caller.isManager && !ownTask(server, work, request.caller.person)) {
            return refused(request.captures.first());
        }
        const auto parsed = json::parse(request.body);
        if (!parsed || !parsed->isObject()) {
            return Reply::refusal(surface("data.ExceptionNotJsonObject"), u"不是一个JsonObject."_s);
        }
        server.engine().saveData(json::text(work, "job"_L1), parsed->toObject());
        return Reply::data(QJsonObject());
    });
}

void addAttachments(OfficeServer &server)
{
    const QString root = Root + u"attachment/"_s;
    server.add("POST", root + u"upload/work/{id}"_s, [&server](const Request &request) {
        const QJsonObject work = server.documents().find(u"work"_s, request.captures.first());
        if (work.isEmpty() || !ownTask(server, work, request.caller.person)) {
            return denied(request, request.captures.first());
        }
        Part file;
        QString name;
        QString site;
        for (const Part &part : request.parts()) {
            if (part.name == u"file"_s) {
                file = part;
            } else if (part.name == u"fileName"_s) {
                name = QString::fromUtf8(part.bytes);
            } else if (part.name == u"site"_s) {
                site = QString::fromUtf8(part.bytes);
            }
        }
        if (file.name.isEmpty()) {
            return Reply::failure(u"null"_s);
        }
        name = name.isEmpty() ? file.fileName : name;
        const QString now = server.engine().now();
        const QString id = Engine::newId();
        QJsonObject row{ { u"id"_s, id },
                         { u"name"_s, name },
                         { u"extension"_s, QFileInfo(name).suffix().toLower() },
                         { u"length"_s, file.bytes.size() },
                         { u"site"_s, site },
                         { u"storage"_s, u"evaluation"_s },
                         { u"person"_s, request.caller.person },
                         { u"job"_s, work.value("job"_L1) },
                         { u"work"_s, work.value("id"_L1) },
                         { u"activityName"_s, work.value("activityName"_L1) },
                         { u"lastUpdateTime"_s, now },
                         { u"createTime"_s, now } };
        server.documents().put(u"attachment"_s, row);
        server.documents().putBlob(id, file.bytes);
        return Reply::data(QJsonObject{ { u"id"_s, id } });
    });
    const auto download = [&server](const Request &request, bool isStream) {
        const QJsonObject row = server.documents().find(u"attachment"_s, request.captures.first());
        if (row.isEmpty()) {
            return notExist(request.captures.first(), u"Attachment"_s);
        }
        if (!request.caller.isManager
            && !server.engine().hasPart(json::text(row, "job"_L1), request.caller.person)) {
            return denied(request, request.captures.first());
        }
        return Reply::bytes(server.documents().blob(request.captures.first()),
                            json::text(row, "name"_L1),
                            isStream);
    };
    server.add("GET", root + u"download/{id}/work/{work}"_s, [download](const Request &request) {
        return download(request, false);
    });
    server.add("GET",
               root + u"download/{id}/work/{work}/stream"_s,
               [download](const Request &request) { return download(request, true); });
}

} // namespace

void addWorkRoutes(OfficeServer &server)
{
    const QString root = Root;
    addForms(server);
    addStarts(server);
    addData(server);
    addAttachments(server);
    server.add("GET",
               root + u"work/v2/workorworkcompleted/{id}"_s,
               [&server](const Request &request) { return openWork(server, request); });
    server.add("GET",
               root + u"control/workorworkcompleted/{id}"_s,
               [&server](const Request &request) { return control(server, request); });
    const auto records = [&server](const Request &request, const QString &job) {
        return server.engine().hasPart(job, request.caller.person) || request.caller.isManager
            ? Reply::list(server.engine().recordsOfJob(job))
            : denied(request, job);
    };
    server.add("GET", root + u"record/list/job/{job}"_s, [records](const Request &request) {
        return records(request, request.captures.first());
    });
    server.add(
        "GET",
        root + u"record/list/workorworkcompleted/{id}"_s,
        [&server, records](const Request &request) {
            return records(
                request,
                json::text(server.engine().workOrCompleted(request.captures.first()), "job"_L1));
        });
    server.add("POST", root + u"read/work/{id}"_s, [&server](const Request &request) {
        const QJsonObject work = server.documents().find(u"work"_s, request.captures.first());
        if (!mayVisit(server, work, request)) {
            return denied(request, request.captures.first());
        }
        for (const QString &identity : json::texts(request.object(), "identityList"_L1)) {
            server.engine().giveRead(work, identity);
        }
        return Reply::data(QJsonArray());
    });
    server.add("POST",
               root + u"work/list/my/paging/{page}/size/{size}"_s,
               [&server](const Request &request) {
                   QJsonArray rows;
                   for (const QJsonObject &work :
                        server.documents().list(u"work"_s, [&](const QJsonObject &row) {
                            return json::text(row, "creatorPerson"_L1) == request.caller.person;
                        })) {
                       rows.prepend(work);
                   }
                   return Reply::list(rows, rows.size());
               });
}

} // namespace andu::server
