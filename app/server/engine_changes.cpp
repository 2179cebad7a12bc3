// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

void Engine::touchReview(const QJsonObject &work, const QString &person)
{
    const QString job = json::text(work, "job"_L1);
    if (job.isEmpty() || hasPart(job, person)) {
        return;
    }
    const QString at = now();
    QJsonObject row{ { u"id"_s, newId() },
                     { u"person"_s, person },
                     { u"completed"_s, false },
                     { u"work"_s, work.value("id"_L1) },
                     { u"properties"_s, QJsonObject{ { u"title"_s, work.value("title"_L1) } } },
                     { u"createTime"_s, at },
                     { u"updateTime"_s, at } };
    for (const QString &key : { u"job"_s,
                                u"title"_s,
                                u"serial"_s,
                                u"startTime"_s,
                                u"startTimeMonth"_s,
                                u"application"_s,
                                u"applicationName"_s,
                                u"applicationAlias"_s,
                                u"process"_s,
                                u"processName"_s,
                                u"processAlias"_s,
                                u"creatorPerson"_s,
                                u"creatorIdentity"_s,
                                u"creatorUnit"_s }) {
        if (work.contains(key)) {
            row.insert(key, work.value(key));
        }
    }
    m_documents.put(u"review"_s, row);
}

void Engine::replaceData(const QString &job, const QJsonObject &data)
{
    QJsonObject stored = m_documents.find(u"data"_s, job);
    stored.insert(u"id"_s, job);
    stored.insert(u"data"_s, data);
    m_documents.put(u"data"_s, stored);
}

void Engine::saveData(const QString &job, const QJsonObject &changes)
{
    QJsonObject stored = m_documents.find(u"data"_s, job);
    QJsonObject data = stored.value("data"_L1).toObject();
    QJsonObject mine = changes;
    mine.remove(u"$work"_s);
    mine.remove(u"$attachmentList"_s);
    json::deepMerge(data, mine);
    QJsonArray files; // The list of files in the data is as of the last save.
    for (const QJsonObject &row : rowsOfJob(u"attachment"_s, job)) {
        QJsonObject file;
        for (const QString &key :
             { u"name"_s, u"extension"_s, u"storage"_s, u"length"_s, u"site"_s }) {
            file.insert(key, row.value(key));
        }
        files.append(file);
    }
    stored.insert(u"data"_s, data);
    stored.insert(u"files"_s, files);
    stored.insert(u"isSaved"_s, true); // Until the work moves on.
    m_documents.put(u"data"_s, stored);
    const QString titleKey = mine.value("title"_L1).isString() ? u"title"_s : u"subject"_s;
    const bool hasTitle = mine.value(titleKey).isString();
    const bool hasSerial = mine.value("serial"_L1).isString();
    for (const QString &kind : { u"work"_s,
                                 u"task"_s,
                                 u"taskcompleted"_s,
                                 u"read"_s,
                                 u"readcompleted"_s,
                                 u"review"_s,
                                 u"workcompleted"_s }) {
        const bool isWork = kind == u"work"_s;
        if (!hasTitle && !hasSerial && !isWork) {
            continue;
        }
        for (QJsonObject row : rowsOfJob(kind, job)) {
            if (hasTitle) {
                row.insert(u"title"_s, mine.value(titleKey));
                QJsonObject properties = row.value("properties"_L1).toObject();
                properties.insert(u"title"_s, mine.value(titleKey));
                if (!isWork && kind != u"workcompleted"_s) {
                    row.insert(u"properties"_s, properties);
                }
            }
            if (hasSerial) {
                row.insert(u"serial"_s, mine.value("serial"_L1));
            }
            if (isWork) {
                row.insert(u"dataChanged"_s, true);
            }
            row.insert(u"updateTime"_s, now());
            m_documents.put(kind, row);
        }
    }
}

void Engine::removeJob(const QString &job)
{
    for (const QString &kind : { u"work"_s,
                                 u"task"_s,
                                 u"taskcompleted"_s,
                                 u"read"_s,
                                 u"readcompleted"_s,
                                 u"review"_s,
                                 u"record"_s,
                                 u"worklog"_s,
                                 u"attachment"_s }) {
        for (const QJsonObject &row : rowsOfJob(kind, job)) {
            m_documents.remove(kind, json::text(row, "id"_L1));
            if (kind == u"attachment"_s) {
                m_documents.remove(u"blob"_s, json::text(row, "id"_L1));
            }
        }
    }
    m_documents.remove(u"data"_s, job);
}

} // namespace andu::server
