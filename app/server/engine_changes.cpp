// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

void Engine::copyWorkMembers(QJsonObject &row, const QJsonObject &work)
{
    static const QStringList keys{ u"job"_s,           u"title"_s,           u"serial"_s,
                                   u"application"_s,   u"applicationName"_s, u"applicationAlias"_s,
                                   u"process"_s,       u"processName"_s,     u"processAlias"_s,
                                   u"creatorPerson"_s, u"creatorIdentity"_s, u"creatorUnit"_s };
    for (const QString &key : keys) {
        if (work.contains(key)) {
            row.insert(key, work.value(key));
        }
    }
    row.insert(u"work"_s, work.value("id"_L1));
}

QJsonObject Engine::reset(const QJsonObject &task,
                          const QStringList &identities,
                          const QString &routeName,
                          const QString &opinion,
                          bool keep)
{
    const QJsonObject work = m_documents.find(u"work"_s, json::text(task, "work"_L1));
    const QJsonObject process = processOf(json::text(task, "process"_L1));
    const QJsonObject activity = activityOf(process, json::text(task, "activity"_L1));
    const QJsonObject written = record(task, u"reset"_s, routeName, opinion);
    for (const QString &identity : identities) {
        addTask(work, process, activity, identity, task);
    }
    if (!keep) {
        complete(task, u"reset"_s, routeName, opinion, identities);
    }
    m_documents.put(u"record"_s, written);
    return written;
}

void Engine::giveRead(const QJsonObject &work, const QString &identity)
{
    const QJsonObject who = m_organisation.identity(identity);
    QJsonObject read;
    copyWorkMembers(read, work);
    const QString time = now();
    read.insert(u"id"_s, newId());
    read.insert(u"completed"_s, false);
    read.insert(u"startTime"_s, time);
    read.insert(u"startTimeMonth"_s, time.left(7));
    read.insert(u"person"_s, who.value("person"_L1));
    read.insert(u"identity"_s, who.value("distinguishedName"_L1));
    read.insert(u"unit"_s, who.value("unit"_L1));
    for (const QString &key : { u"activity"_s,
                                u"activityName"_s,
                                u"activityAlias"_s,
                                u"activityType"_s,
                                u"activityToken"_s }) {
        read.insert(key, work.value(key));
    }
    read.insert(u"viewed"_s, false);
    read.insert(u"opinion"_s, QString());
    read.insert(u"properties"_s, QJsonObject{ { u"title"_s, work.value("title"_L1) } });
    read.insert(u"createTime"_s, time);
    read.insert(u"updateTime"_s, time);
    m_documents.put(u"read"_s, read);
    touchReview(work, json::text(who, "person"_L1));
}

void Engine::touchReview(const QJsonObject &work, const QString &person)
{
    const QString id = json::text(work, "job"_L1) + u'|' + person;
    if (m_documents.find(u"review"_s, id).isEmpty()) {
        m_documents.put(u"review"_s,
                        QJsonObject{ { u"id"_s, id },
                                     { u"job"_s, work.value("job"_L1) },
                                     { u"person"_s, person } });
    }
}

void Engine::saveData(const QString &job, const QJsonObject &changes)
{
    QJsonObject stored = m_documents.find(u"data"_s, job);
    QJsonObject data = stored.value("data"_L1).toObject();
    QJsonObject mine = changes;
    mine.remove(u"$work"_s);
    mine.remove(u"$attachmentList"_s);
    json::deepMerge(data, mine);
    stored.insert(u"data"_s, data);
    m_documents.put(u"data"_s, stored);
    const QString titleKey = mine.value("title"_L1).isString() ? u"title"_s : u"subject"_s;
    const bool hasTitle = mine.value(titleKey).isString();
    const bool hasSerial = mine.value("serial"_L1).isString();
    for (const QString &kind : { u"work"_s, u"task"_s, u"taskcompleted"_s, u"read"_s }) {
        for (QJsonObject row : rowsOfJob(kind, job)) {
            if (hasTitle) {
                row.insert(u"title"_s, mine.value(titleKey));
                QJsonObject properties = row.value("properties"_L1).toObject();
                properties.insert(u"title"_s, mine.value(titleKey));
                row.insert(u"properties"_s, properties);
            }
            if (hasSerial) {
                row.insert(u"serial"_s, mine.value("serial"_L1));
            }
            if (kind == u"work"_s) {
                row.insert(u"dataChanged"_s, true);
                row.remove(u"properties"_s);
            }
            m_documents.put(kind, row);
        }
    }
}

} // namespace andu::server
