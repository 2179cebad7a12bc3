// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/organisation_rows.h"
#include "app/server/surface.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

using surface::mayVisit;
using surface::ownTask;
using surface::promptOf;

int indexOfPerson(const QJsonArray &rows, const QString &person)
{
    for (int i = 0; i < rows.size(); ++i) {
        if (json::text(rows.at(i).toObject(), "person"_L1) == person) {
            return i;
        }
    }
    return -1;
}

/// What work/v2 says of the step and its routes.
void addStep(QJsonObject &answer, const QJsonObject &process, const QJsonObject &work)
{
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
        for (const QString &key :
             { u"process"_s, u"position"_s, u"track"_s, u"edition"_s, u"properties"_s }) {
            row.remove(key);
        }
        row.insert(u"sequence"_s, surface::shownSequence(row));
        routes.append(row);
    }
    answer.insert(u"activity"_s, activity);
    answer.insert(u"routeList"_s, routes);
}

void addCreator(QJsonObject &answer, const Organisation &office, const QJsonObject &work)
{
    const OrganisationRows rows(office);
    const QString identity = json::text(work, "creatorIdentity"_L1);
    const QString person = json::text(work, "creatorPerson"_L1);
    QJsonObject creator = rows.expressIdentity(office.identity(identity));
    creator.insert(u"matchKey"_s, identity);
    QJsonObject who = rows.expressPerson(office.person(person));
    who.insert(u"matchKey"_s, person);
    answer.insert(u"creatorIdentity"_s, creator);
    answer.insert(u"creatorPerson"_s, who);
    answer.insert(u"creatorUnit"_s,
                  rows.expressUnit(office.unit(json::text(work, "creatorUnit"_L1))));
}

Reply openWork(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.engine().workOrCompleted(id);
    if (!mayVisit(server, work, request.caller)) {
        return Reply::denied(request.caller, id, u"Work"_s);
    }
    const QString job = json::text(work, "job"_L1);
    const QJsonArray reads = surface::arrayOf(server.engine().rowsOfJob(u"read"_s, job));
    QJsonArray files;
    for (QJsonObject row : server.engine().rowsOfJob(u"attachment"_s, job)) {
        row.insert(u"control"_s,
                   QJsonObject{ { u"allowRead"_s, true },
                                { u"allowEdit"_s, true },
                                { u"allowControl"_s, true } });
        files.append(row);
    }
    QJsonObject answer{ { u"data"_s, server.engine().dataOf(work) },
                        { u"work"_s, work },
                        { u"currentTaskIndex"_s, -1 },
                        { u"readList"_s, reads },
                        { u"currentReadIndex"_s, indexOfPerson(reads, request.caller.person) },
                        { u"attachmentList"_s, files },
                        { u"recordList"_s, server.engine().recordsOfJob(job) } };
    if (!work.contains("completedTime"_L1)) {
        const QJsonArray tasks = surface::arrayOf(server.engine().rowsOfJob(u"task"_s, job));
        answer.insert(u"taskList"_s, tasks);
        answer.insert(u"currentTaskIndex"_s, indexOfPerson(tasks, request.caller.person));
        addStep(answer, server.engine().processOf(json::text(work, "process"_L1)), work);
    }
    addCreator(answer, server.organisation(), work);
    return Reply::data(answer);
}

bool hasRow(OfficeServer &server,
            const QString &kind,
            const QJsonObject &work,
            const QString &person)
{
    return indexOfPerson(
               surface::arrayOf(server.engine().rowsOfJob(kind, json::text(work, "job"_L1))),
               person)
        >= 0;
}

QJsonObject controlOf(OfficeServer &server, const QJsonObject &work, const Caller &caller)
{
    const bool isRunning = !work.contains("completedTime"_L1);
    const bool hasTask = isRunning && ownTask(server, work, caller.person).has_value();
    const QJsonObject process = server.engine().processOf(json::text(work, "process"_L1));
    const QJsonObject activity = Engine::activityOf(process, json::text(work, "activity"_L1));
    const auto allows = [&activity](QLatin1StringView key) { return activity.value(key).toBool(); };
    const bool isManager = isRunning && caller.isManager;
    return { { u"allowVisit"_s, true },
             { u"allowProcessing"_s, hasTask },
             { u"allowReadProcessing"_s, hasRow(server, u"read"_s, work, caller.person) },
             { u"allowSave"_s, hasTask || isManager },
             { u"allowReset"_s, hasTask && allows("allowReset"_L1) },
             { u"allowReroute"_s, isManager },
             { u"allowDelete"_s, (hasTask && allows("allowDeleteWork"_L1)) || isManager },
             { u"allowAddSplit"_s, false },
             { u"allowRetract"_s,
               isRunning && allows("allowRetract"_L1)
                   && !server.engine().retractable(work, caller.person).isEmpty() },
             { u"allowRollback"_s, isManager },
             { u"allowPress"_s,
               isRunning && allows("allowPress"_L1)
                   && hasRow(server, u"taskcompleted"_s, work, caller.person) },
             { u"allowPause"_s, false },
             { u"allowResume"_s, false } };
}

Reply control(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.engine().workOrCompleted(id);
    return mayVisit(server, work, request.caller)
        ? Reply::data(controlOf(server, work, request.caller))
        : Reply::denied(request.caller, id, u"Work"_s);
}

Reply records(OfficeServer &server, const Request &request, const QString &job)
{
    if (!request.caller.isManager && !server.engine().hasPart(job, request.caller.person)) {
        return Reply::denied(request.caller, job, u"Job"_s);
    }
    QJsonArray rows;
    for (const QJsonValue &value : server.engine().recordsOfJob(job)) {
        QJsonObject row = value.toObject();
        if (json::text(row, "id"_L1).isEmpty()) {
            row.insert(u"id"_s, Engine::newId());
        }
        rows.append(row);
    }
    return Reply::list(rows);
}

/// A page of the records; those of open todos come after it, beyond its size.
Reply pagedRecords(OfficeServer &server, const Request &request)
{
    const QJsonObject work = server.engine().workOrCompleted(request.captures.first());
    if (!mayVisit(server, work, request.caller)) {
        return Reply::denied(request.caller, request.captures.first(), u"Work"_s);
    }
    const QString job = json::text(work, "job"_L1);
    const QList<QJsonObject> written = server.engine().rowsOfJob(u"record"_s, job);
    const int size = request.captures.value(2).toInt();
    const qsizetype length = size < 1 || size > 1000 ? 20 : size;
    const qsizetype from = (qMax(1, request.captures.value(1).toInt()) - 1) * length;
    QJsonArray rows = surface::arrayOf(written.mid(from, length));
    const QJsonArray all = server.engine().recordsOfJob(job);
    for (qsizetype i = written.size(); i < all.size(); ++i) {
        QJsonObject row = all.at(i).toObject();
        row.insert(u"id"_s, Engine::newId());
        rows.append(row);
    }
    return Reply::list(rows, written.size());
}

Reply logs(OfficeServer &server, const Request &request, bool isForRollback)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.engine().workOrCompleted(id);
    if (!mayVisit(server, work, request.caller)) {
        return Reply::denied(request.caller, id, u"Work"_s);
    }
    QJsonArray list;
    for (const QJsonValue &value : surface::reducedLogsOf(server, json::text(work, "job"_L1))) {
        QJsonObject log = value.toObject();
        if (isForRollback) {
            log.remove(u"route"_s);
            log.remove(u"nextTaskIdentityList"_s);
            log.remove(u"nextTaskCompletedIdentityList"_s);
        }
        const bool isManual = json::text(log, "fromActivityType"_L1) == u"manual"_s;
        if (isForRollback ? log.value("connected"_L1).toBool() : isManual) {
            list.append(log);
        }
    }
    return Reply::list(list);
}

Reply retract(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.documents().find(u"work"_s, id);
    if (work.isEmpty()) {
        return Reply::notExist(id, u"Work"_s);
    }
    const QString fault = server.engine().retractFault(work, request.caller.person);
    if (!fault.isEmpty()) {
        return Reply::refusal(promptOf(u"work."_s + fault), u"无法撤回工作:%1."_s.arg(id));
    }
    return surface::recordReply(server.engine().retract(work, request.caller.person));
}

Reply removeWork(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.documents().find(u"work"_s, id);
    if (work.isEmpty()) {
        return Reply::refusal(promptOf(u"work.ExceptionWorkNotExist"_s),
                              u"工作不存在:%1."_s.arg(id));
    }
    if (!controlOf(server, work, request.caller).value("allowDelete"_L1).toBool()) {
        return Reply::refusal(promptOf(u"work.ExceptionWorkAccessDenied"_s),
                              u"无权删除工作:%1."_s.arg(id));
    }
    server.engine().removeJob(json::text(work, "job"_L1));
    return Reply::data(QJsonObject{ { u"id"_s, id } });
}

/// Deletes a work that still stands in its first step and was never saved, as the real server does.
Reply closeCheck(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.documents().find(u"work"_s, id);
    bool isDeleted = false;
    if (!work.isEmpty() && ownTask(server, work, request.caller.person)) {
        const QJsonObject process = server.engine().processOf(json::text(work, "process"_L1));
        const QString begin = json::text(process.value("begin"_L1).toObject(), "route"_L1);
        const QJsonValue first = Engine::routeOf(process, begin).value("activity"_L1);
        isDeleted = process.value("checkDraft"_L1).toBool() && work.value("activity"_L1) == first
            && !work.value("dataChanged"_L1).toBool();
    }
    if (isDeleted) {
        server.engine().removeJob(json::text(work, "job"_L1));
    }
    return Reply::data(QJsonObject{ { u"draft"_s, QJsonObject{ { u"value"_s, isDeleted } } } });
}

Reply sendToRead(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.engine().workOrCompleted(id);
    if (!mayVisit(server, work, request.caller)) {
        return Reply::denied(request.caller, id, u"Work"_s);
    }
    QJsonArray ids;
    for (const QString &identity : json::texts(request.object(), "identityList"_L1)) {
        if (!server.organisation().identity(identity).isEmpty()) {
            ids.append(QJsonObject{ { u"id"_s, server.engine().giveRead(work, identity) } });
        }
    }
    return ids.isEmpty()
        ? Reply::refusal(promptOf(u"read.ExceptionEmptyIdentity"_s), u"待阅人为空."_s)
        : Reply::list(ids);
}

/// What only managers of a process may do, and the names of the refusals to everybody else.
void addManagers(OfficeServer &server)
{
    const QString root = surface::root();
    const auto refuse = [](const QString &prompt) {
        return [prompt](const Request &request) {
            return prompt.isEmpty()
                ? Reply::denied(request.caller, request.captures.first(), u"Work"_s)
                : Reply::refusal(promptOf(prompt), u"没有权限."_s);
        };
    };
    server.add("PUT", root + u"work/v2/{work}/reroute"_s, refuse(u"work.ExceptionRerouteDenied"_s));
    server.add("PUT", root + u"work/v2/{work}/rollback"_s, refuse(QString()));
    server.add(
        "PUT", root + u"work/v2/{work}/add/split"_s, refuse(u"work.ExceptionCannotAddSplit"_s));
    server.add("GET", root + u"snap/work/{work}/type/{type}"_s, refuse(QString()));
}

/// An advisory lease: whoever has a key keeps it for a while, nobody else gets it meanwhile.
void addKeyLock(OfficeServer &server)
{
    constexpr int LeaseSeconds = 120;
    server.add("PUT", surface::root() + u"keylock/lock"_s, [&server](const Request &request) {
        const QString key = json::text(request.object(), "key"_L1);
        const QJsonObject held = server.documents().find(u"keylock"_s, key);
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const QString holder = json::text(held, "person"_L1);
        const bool isMine = holder.isEmpty() || holder == request.caller.person
            || held.value("at"_L1).toDouble() + LeaseSeconds < double(now);
        if (isMine) {
            server.documents().put(u"keylock"_s,
                                   QJsonObject{ { u"id"_s, key },
                                                { u"person"_s, request.caller.person },
                                                { u"at"_s, now } });
        }
        return Reply::data(QJsonObject{ { u"success"_s, isMine },
                                        { u"person"_s, isMine ? request.caller.person : holder } });
    });
}

void addJobs(OfficeServer &server)
{
    const QString root = surface::root();
    addKeyLock(server);
    server.add(
        "GET", root + u"job/{job}/find/work/workcompleted"_s, [&server](const Request &request) {
            const QString job = request.captures.first();
            if (!request.caller.isManager && !server.engine().hasPart(job, request.caller.person)) {
                return Reply::denied(request.caller, job, u"Job"_s);
            }
            QJsonArray works;
            for (QJsonObject row : server.engine().rowsOfJob(u"work"_s, job)) {
                row.remove(u"creatorUnitLevelName"_s);
                works.append(surface::withoutLists(row));
            }
            QJsonArray completed;
            for (QJsonObject row : server.engine().rowsOfJob(u"workcompleted"_s, job)) {
                for (const QString &key : { u"work"_s,
                                            u"completedTime"_s,
                                            u"completedTimeMonth"_s,
                                            u"creatorUnitLevelName"_s,
                                            u"duration"_s,
                                            u"expired"_s }) {
                    row.remove(key);
                }
                completed.append(row);
            }
            return Reply::data(
                QJsonObject{ { u"workList"_s, works }, { u"workCompletedList"_s, completed } });
        });
    server.add("GET",
               root + u"job/latest/work/workcompleted/serial/{serial}"_s,
               [&server](const Request &request) {
                   const QString serial = request.captures.first();
                   QJsonObject answer;
                   for (const QString &kind : { u"workcompleted"_s, u"work"_s }) {
                       for (const QJsonObject &row :
                            server.documents().list(kind, [&serial](const QJsonObject &work) {
                                return json::text(work, "serial"_L1) == serial;
                            })) {
                           answer.insert(u"value"_s, row.value("job"_L1));
                       }
                   }
                   return Reply::data(answer);
               });
}

} // namespace

void addWorkRoutes(OfficeServer &server)
{
    addProcessRoutes(server);
    addStartRoutes(server);
    addDataRoutes(server);
    addAttachmentRoutes(server);
    addManagers(server);
    addJobs(server);
    const QString root = surface::root();
    using Call = Reply (*)(OfficeServer &, const Request &);
    const auto add = [&server](const char *verb, const QString &path, Call call) {
        server.add(
            verb, path, [&server, call](const Request &request) { return call(server, request); });
    };
    add("GET", root + u"work/v2/workorworkcompleted/{id}"_s, openWork);
    add("GET", root + u"work/workorworkcompleted/{id}"_s, openWork);
    add("GET", root + u"control/workorworkcompleted/{id}"_s, control);
    add("PUT", root + u"work/v2/{id}/retract"_s, retract);
    add("PUT", root + u"work/{id}/retract"_s, retract);
    add("DELETE", root + u"work/{id}"_s, removeWork);
    add("GET", root + u"work/{id}/close/check"_s, closeCheck);
    add("POST", root + u"work/{id}/close/check"_s, closeCheck);
    add("POST", root + u"read/work/{id}"_s, sendToRead);
    add("POST", root + u"read/workcompleted/{id}"_s, sendToRead);
    server.add("GET", root + u"record/list/job/{job}"_s, [&server](const Request &request) {
        return records(server, request, request.captures.first());
    });
    server.add(
        "GET", root + u"record/list/workorworkcompleted/{id}"_s, [&server](const Request &request) {
            const QJsonObject work = server.engine().workOrCompleted(request.captures.first());
            return records(server, request, json::text(work, "job"_L1));
        });
    server.add("GET",
               root + u"record/list/workorworkcompleted/{id}/paging/{page}/size/{size}"_s,
               [&server](const Request &request) { return pagedRecords(server, request); });
    for (const bool isForRollback : { false, true }) {
        server.add("GET",
                   root
                       + u"worklog/list/%1workorworkcompleted/{id}"_s.arg(
                           isForRollback ? u"rollback/" : u""),
                   [&server, isForRollback](const Request &request) {
                       return logs(server, request, isForRollback);
                   });
    }
}

} // namespace andu::server
