// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "app/server/message.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

QJsonObject Engine::workOrCompleted(const QString &id) const
{
    const QJsonObject work = m_documents.find(u"work"_s, id);
    const QJsonObject completed = m_documents.find(u"workcompleted"_s, id);
    if (!work.isEmpty() || !completed.isEmpty()) {
        return work.isEmpty() ? completed : work;
    }
    const auto done = m_documents.list(u"workcompleted"_s, [&id](const QJsonObject &row) {
        return json::text(row, "work"_L1) == id;
    });
    return done.isEmpty() ? QJsonObject() : done.first();
}

QJsonObject Engine::dataOf(const QJsonObject &work) const
{
    static const QStringList keys{ u"job"_s,
                                   u"title"_s,
                                   u"serial"_s,
                                   u"startTime"_s,
                                   u"startTimeMonth"_s,
                                   u"completedTime"_s,
                                   u"completedTimeMonth"_s,
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
    const QJsonObject stored = m_documents.find(u"data"_s, json::text(work, "job"_L1));
    QJsonObject about;
    for (const QString &key : keys) {
        if (work.contains(key)) {
            about.insert(key, work.value(key));
        }
    }
    if (work.contains("completedTime"_L1)) {
        about.insert(u"workId"_s, work.value("work"_L1));
        about.insert(u"workCompletedId"_s, work.value("id"_L1));
        about.insert(u"completed"_s, true);
    } else {
        about.insert(u"workId"_s, work.value("id"_L1));
        if (stored.value("isSaved"_L1).toBool()) {
            about.insert(u"completed"_s, false);
            about.insert(u"workCompletedId"_s, QString());
        }
    }
    QJsonObject data = stored.value("data"_L1).toObject();
    data.insert(u"$work"_s, about);
    data.insert(u"$attachmentList"_s, stored.value("files"_L1).toArray());
    return asBusinessData(data);
}

QJsonArray Engine::recordsOfJob(const QString &job) const
{
    QJsonArray rows;
    QList<QJsonObject> written = rowsOfJob(u"record"_s, job);
    std::stable_sort(
        written.begin(), written.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value("order"_L1).toDouble() < b.value("order"_L1).toDouble();
        });
    for (const QJsonObject &row : std::as_const(written)) {
        rows.append(row);
    }
    for (const QJsonObject &task : rowsOfJob(u"task"_s, job)) {
        QJsonObject row = record(task, u"currentTask"_s);
        for (const QString &key : { u"identity"_s,
                                    u"application"_s,
                                    u"process"_s,
                                    u"job"_s,
                                    u"work"_s,
                                    u"completed"_s,
                                    u"createTime"_s,
                                    u"updateTime"_s }) {
            row.remove(key);
        }
        // Rows made up for open todos have no id of their own and are as old as the todo.
        const QString begun = json::text(task, "createTime"_L1);
        QDateTime stamp = QDateTime::fromString(begun, u"yyyy-MM-dd HH:mm:ss"_s);
        stamp.setTimeSpec(Qt::UTC);
        row.insert(u"id"_s, QString());
        row.insert(u"recordTime"_s, begun);
        row.insert(u"order"_s, stamp.toMSecsSinceEpoch() - 8 * 3600 * 1000LL + 999);
        row.insert(u"properties"_s,
                   QJsonObject{ { u"nextManualList"_s, QJsonArray() },
                                { u"nextManualTaskIdentityList"_s, QJsonArray() },
                                { u"startTime"_s, task.value("startTime"_L1) } });
        rows.append(row);
    }
    return rows;
}

QJsonObject Engine::unsentWork(const QJsonObject &process, const QString &person) const
{
    const auto rows = m_documents.list(u"work"_s, [&](const QJsonObject &row) {
        return json::text(row, "creatorPerson"_L1) == person
            && row.value("process"_L1) == process.value("id"_L1)
            && !row.value("workThroughManual"_L1).toBool();
    });
    return rows.isEmpty() ? QJsonObject() : rows.last();
}

bool Engine::hasPart(const QString &job, const QString &person) const
{
    const QList<QJsonObject> rows = rowsOfJob(u"review"_s, job);
    return std::any_of(rows.begin(), rows.end(), [&person](const QJsonObject &row) {
        return json::text(row, "person"_L1) == person;
    });
}

} // namespace andu::server
