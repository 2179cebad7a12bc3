// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/surface.h"

#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server::surface {

namespace {

QJsonArray inStep(const QList<QJsonObject> &rows, const QString &token)
{
    QJsonArray list;
    for (const QJsonObject &row : rows) {
        if (json::text(row, "activityToken"_L1) == token) {
            list.append(row);
        }
    }
    return list;
}

QJsonArray reduced(const QJsonArray &rows)
{
    static const QStringList keys{ u"id"_s,           u"startTime"_s,      u"completedTime"_s,
                                   u"person"_s,       u"identity"_s,       u"unit"_s,
                                   u"activityName"_s, u"activityToken"_s,  u"routeName"_s,
                                   u"opinion"_s,      u"processingType"_s, u"joinInquire"_s,
                                   u"properties"_s };
    QJsonArray list;
    for (const QJsonValue &value : rows) {
        QJsonObject row;
        for (const QString &key : keys) {
            row.insert(key, value.toObject().value(key));
        }
        QJsonObject properties = row.value("properties"_L1).toObject();
        properties.remove(u"title"_s);
        row.insert(u"properties"_s, properties);
        list.append(row);
    }
    return list;
}

} // namespace

QString root()
{
    return u"/x_processplatform_assemble_surface/jaxrs/"_s;
}

QString promptOf(const QString &name)
{
    return u"com.x.processplatform.assemble.surface.jaxrs."_s + name;
}

bool mayVisit(OfficeServer &server, const QJsonObject &work, const Caller &caller)
{
    return !work.isEmpty()
        && (caller.isManager || server.engine().hasPart(json::text(work, "job"_L1), caller.person));
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

QString entityName(const QString &kind)
{
    static const QHash<QString, QString> names{
        { u"task"_s, u"Task"_s },     { u"taskcompleted"_s, u"TaskCompleted"_s },
        { u"read"_s, u"Read"_s },     { u"readcompleted"_s, u"ReadCompleted"_s },
        { u"review"_s, u"Review"_s }, { u"work"_s, u"Work"_s },
        { u"draft"_s, u"Draft"_s }
    };
    return names.value(kind);
}

QString sequenceOf(const QJsonObject &row)
{
    return json::text(row, "createTime"_L1) + json::text(row, "id"_L1);
}

QString shownSequence(const QJsonObject &row)
{
    return json::text(row, "createTime"_L1).remove(u'-').remove(u':').remove(u' ')
        + json::text(row, "id"_L1);
}

QJsonObject withoutLists(QJsonObject row)
{
    for (const QString &member : { u"routeList"_s,
                                   u"routeNameList"_s,
                                   u"routeOpinionList"_s,
                                   u"routeDecisionOpinionList"_s,
                                   u"splitTokenList"_s,
                                   u"splitValueList"_s,
                                   u"manualTaskIdentityList"_s }) {
        row.remove(member);
    }
    return row;
}

QJsonObject listedWork(QJsonObject work)
{
    work.insert(u"properties"_s,
                QJsonObject{ { u"manualForceTaskIdentityList"_s, QJsonArray() },
                             { u"manualEmpowerMap"_s, QJsonObject() },
                             { u"serviceValue"_s, QJsonObject() },
                             { u"title"_s, work.value("title"_L1) },
                             { u"splitValueList"_s, QJsonArray() } });
    return work;
}

Reply recordReply(QJsonObject record)
{
    record.remove(u"createTime"_s);
    record.remove(u"updateTime"_s);
    return Reply::data(record);
}

QJsonArray arrayOf(const QList<QJsonObject> &rows)
{
    QJsonArray list;
    for (const QJsonObject &row : rows) {
        list.append(row);
    }
    return list;
}

QJsonObject applicationOf(OfficeServer &server, const QString &flag)
{
    const auto rows = server.documents().list(u"process"_s, [&flag](const QJsonObject &row) {
        return json::text(row, "application"_L1) == flag
            || json::text(row, "applicationName"_L1) == flag;
    });
    if (rows.isEmpty()) {
        return {};
    }
    return { { u"id"_s, rows.first().value("application"_L1) },
             { u"name"_s, rows.first().value("applicationName"_L1) } };
}

QJsonArray logsOf(OfficeServer &server, const QString &job)
{
    const QList<QJsonObject> tasks = server.engine().rowsOfJob(u"task"_s, job);
    const QList<QJsonObject> done = server.engine().rowsOfJob(u"taskcompleted"_s, job);
    QJsonArray list;
    for (QJsonObject log : server.engine().rowsOfJob(u"worklog"_s, job)) {
        const QString token = json::text(log, "fromActivityToken"_L1);
        log.insert(u"taskList"_s, inStep(tasks, token));
        log.insert(u"taskCompletedList"_s, inStep(done, token));
        list.append(log);
    }
    return list;
}

QJsonArray reducedLogsOf(OfficeServer &server, const QString &job)
{
    const QList<QJsonObject> reads = server.engine().rowsOfJob(u"read"_s, job);
    const QList<QJsonObject> confirmed = server.engine().rowsOfJob(u"readcompleted"_s, job);
    QJsonArray list;
    for (const QJsonValue &value : logsOf(server, job)) {
        QJsonObject log = value.toObject();
        for (const QString &key : { u"job"_s,
                                    u"work"_s,
                                    u"workCompleted"_s,
                                    u"completed"_s,
                                    u"application"_s,
                                    u"applicationName"_s,
                                    u"process"_s,
                                    u"processName"_s,
                                    u"duration"_s,
                                    u"properties"_s,
                                    u"createTime"_s,
                                    u"updateTime"_s }) {
            log.remove(key);
        }
        QJsonArray next;
        for (const QJsonValue &row : log.value("taskCompletedList"_L1).toArray()) {
            for (const QString &identity : json::texts(
                     row.toObject().value("properties"_L1).toObject(), "nextTaskIdentityList"_L1)) {
                if (!next.contains(identity)) {
                    next.append(identity);
                }
            }
        }
        const QString token = json::text(log, "fromActivityToken"_L1);
        log.insert(u"taskList"_s, reduced(log.value("taskList"_L1).toArray()));
        log.insert(u"taskCompletedList"_s, reduced(log.value("taskCompletedList"_L1).toArray()));
        log.insert(u"readList"_s, reduced(inStep(reads, token)));
        log.insert(u"readCompletedList"_s, reduced(inStep(confirmed, token)));
        log.insert(u"nextTaskIdentityList"_s, QJsonArray());
        log.insert(u"nextTaskCompletedIdentityList"_s, next);
        list.append(log);
    }
    return list;
}

Reply startedReply(OfficeServer &server, const QJsonObject &work, const Caller &caller)
{
    QJsonArray list;
    for (const QJsonValue &value : logsOf(server, json::text(work, "job"_L1))) {
        QJsonObject log = value.toObject();
        if (log.value("connected"_L1).toBool()) {
            continue;
        }
        const QJsonArray tasks = log.value("taskList"_L1).toArray();
        int index = -1;
        for (int i = 0; i < tasks.size() && index < 0; ++i) {
            index = json::text(tasks.at(i).toObject(), "person"_L1) == caller.person ? i : -1;
        }
        log.insert(u"currentTaskIndex"_s, index);
        list.append(log);
    }
    return Reply::list(list);
}

} // namespace andu::server::surface
