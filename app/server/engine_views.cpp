// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

QJsonObject Engine::workOrCompleted(const QString &id) const
{
    const QJsonObject work = m_documents.find(u"work"_s, id);
    if (!work.isEmpty()) {
        return work;
    }
    const auto done = m_documents.list(u"workcompleted"_s, [&id](const QJsonObject &row) {
        return json::text(row, "work"_L1) == id || json::text(row, "workCompleted"_L1) == id;
    });
    if (done.isEmpty()) {
        return {};
    }
    QJsonObject row = done.first();
    row.insert(u"id"_s, row.take(u"workCompleted"_s));
    return row;
}

QJsonObject Engine::dataOf(const QJsonObject &work) const
{
    const QString job = json::text(work, "job"_L1);
    QJsonObject data = m_documents.find(u"data"_s, job).value("data"_L1).toObject();
    QJsonObject about{ { u"job"_s, job }, { u"workId"_s, work.value("id"_L1) } };
    static const QStringList keys{ u"title"_s,
                                   u"serial"_s,
                                   u"startTime"_s,
                                   u"startTimeMonth"_s,
                                   u"creatorPerson"_s,
                                   u"creatorIdentity"_s,
                                   u"creatorUnit"_s,
                                   u"creatorUnitLevelName"_s,
                                   u"application"_s,
                                   u"applicationName"_s,
                                   u"applicationAlias"_s,
                                   u"process"_s,
                                   u"processName"_s,
                                   u"processAlias"_s,
                                   u"activityName"_s,
                                   u"activityArrivedTime"_s,
                                   u"manualTaskIdentityText"_s,
                                   u"updateTime"_s };
    for (const QString &key : keys) {
        if (work.contains(key)) {
            about.insert(key, work.value(key));
        }
    }
    QJsonArray files;
    for (const QJsonObject &row : rowsOfJob(u"attachment"_s, job)) {
        files.append(QJsonObject{ { u"name"_s, row.value("name"_L1) },
                                  { u"extension"_s, row.value("extension"_L1) },
                                  { u"storage"_s, row.value("storage"_L1) },
                                  { u"length"_s, row.value("length"_L1) },
                                  { u"site"_s, row.value("site"_L1) } });
    }
    data.insert(u"$work"_s, about);
    data.insert(u"$attachmentList"_s, files);
    return asBusinessData(data);
}

QJsonArray Engine::recordsOfJob(const QString &job) const
{
    QJsonArray rows;
    for (const QJsonObject &row : rowsOfJob(u"record"_s, job)) {
        rows.append(row);
    }
    for (const QJsonObject &task : rowsOfJob(u"task"_s, job)) {
        QJsonObject row = record(task, u"currentTask"_s, QString(), QString());
        row.remove(u"identity"_s);
        row.insert(u"properties"_s, QJsonObject{ { u"startTime"_s, task.value("startTime"_L1) } });
        rows.append(row);
    }
    return rows;
}

QJsonObject Engine::workLog(const QJsonObject &work, const QString &person) const
{
    const QString job = json::text(work, "job"_L1);
    QJsonArray tasks;
    int index = -1;
    for (const QJsonObject &task : rowsOfJob(u"task"_s, job)) {
        if (json::text(task, "person"_L1) == person && index < 0) {
            index = int(tasks.size());
        }
        tasks.append(task);
    }
    QJsonArray done;
    for (const QJsonObject &row : rowsOfJob(u"taskcompleted"_s, job)) {
        done.append(row);
    }
    QJsonObject log{ { u"taskList"_s, tasks },
                     { u"taskCompletedList"_s, done },
                     { u"currentTaskIndex"_s, index },
                     { u"id"_s, newId() },
                     { u"job"_s, job },
                     { u"work"_s, work.value("id"_L1) },
                     { u"completed"_s, work.contains("completedTime"_L1) },
                     { u"connected"_s, false },
                     { u"splitting"_s, false },
                     { u"fromGroup"_s, QString() },
                     { u"fromOpinionGroup"_s, work.value("activityName"_L1) },
                     { u"fromTime"_s, work.value("activityArrivedTime"_L1) } };
    for (const QString &key : { u""_s, u"Type"_s, u"Name"_s, u"Alias"_s, u"Token"_s }) {
        log.insert(u"fromActivity"_s + key, work.value(u"activity"_s + key));
    }
    for (const QString &key : { u"application"_s,
                                u"applicationName"_s,
                                u"process"_s,
                                u"processName"_s,
                                u"createTime"_s,
                                u"updateTime"_s }) {
        log.insert(key, work.value(key));
    }
    log.insert(u"properties"_s,
               QJsonObject{ { u"splitTokenList"_s, QJsonArray() },
                            { u"splitValueList"_s, QJsonArray() } });
    return log;
}

bool Engine::hasPart(const QString &job, const QString &person) const
{
    return !m_documents.find(u"review"_s, job + u'|' + person).isEmpty();
}

} // namespace andu::server
