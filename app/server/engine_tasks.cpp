// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

const auto TimeFormat = u"yyyy-MM-dd HH:mm:ss";
constexpr int UrgeHours = 2; ///< A reminder is due this long before the deadline.

int minutesBetween(const QString &from, const QString &to)
{
    const qint64 seconds
        = QDateTime::fromString(from, TimeFormat).secsTo(QDateTime::fromString(to, TimeFormat));
    return int(qMax<qint64>(0, seconds / 60));
}

/// Members that todo, done and read rows take over from their work.
void copyWorkMembers(QJsonObject &row, const QJsonObject &work)
{
    static const QStringList keys{
        u"job"_s,           u"title"_s,           u"serial"_s,
        u"application"_s,   u"applicationName"_s, u"applicationAlias"_s,
        u"process"_s,       u"processName"_s,     u"processAlias"_s,
        u"creatorPerson"_s, u"creatorIdentity"_s, u"creatorUnit"_s,
        u"activity"_s,      u"activityName"_s,    u"activityAlias"_s,
        u"activityType"_s,  u"activityToken"_s,   u"activityDescription"_s
    };
    for (const QString &key : keys) {
        if (work.contains(key)) {
            row.insert(key, work.value(key));
        }
    }
    row.insert(u"work"_s, work.value("id"_L1));
}

void addRoutes(QJsonObject &task, const QJsonObject &process, const QJsonObject &activity)
{
    QList<QJsonObject> routes;
    for (const QString &id : json::texts(activity, "routeList"_L1)) {
        routes.append(Engine::routeOf(process, id));
    }
    std::stable_sort(routes.begin(), routes.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("orderNumber"_L1).toInt() < b.value("orderNumber"_L1).toInt();
    });
    QJsonArray ids;
    QJsonArray names;
    QJsonArray opinions;
    QJsonArray decisions;
    for (const QJsonObject &route : std::as_const(routes)) {
        ids.append(route.value("id"_L1));
        names.append(route.value("name"_L1));
        opinions.append(json::text(route, "opinion"_L1));
        decisions.append(json::text(route, "decisionOpinion"_L1));
    }
    task.insert(u"routeList"_s, ids);
    task.insert(u"routeNameList"_s, names);
    task.insert(u"routeOpinionList"_s, opinions);
    task.insert(u"routeDecisionOpinionList"_s, decisions);
}

void addDeadline(QJsonObject &task, const QJsonObject &activity, const QDateTime &from)
{
    const int hours = activity.value("taskExpireDay"_L1).toInt() * 24
        + activity.value("taskExpireHour"_L1).toInt();
    if (json::text(activity, "taskExpireType"_L1) != u"appoint"_s || hours < 1) {
        task.insert(u"expired"_s, false);
        task.insert(u"urged"_s, false);
        return;
    }
    // A timer sets expired and urged later; until then a todo with a deadline has neither.
    const QDateTime due = from.addSecs(hours * 3600LL);
    task.insert(u"expireTime"_s, due.toString(TimeFormat));
    task.insert(u"urgeTime"_s, due.addSecs(-UrgeHours * 3600LL).toString(TimeFormat));
}

} // namespace

QJsonArray Engine::previous(const QString &job, const QString &token) const
{
    const QString from = json::text(logInto(job, token), "fromActivityToken"_L1);
    QJsonArray before;
    QJsonArray appended; // Who had the step appended to them decides after those who did it.
    for (const QJsonObject &row : rowsOfJob(u"taskcompleted"_s, job)) {
        const QString type = json::text(row, "processingType"_L1);
        const QString step = json::text(row, "activityToken"_L1);
        QJsonObject entry;
        for (const QString &key : { u"routeName"_s,
                                    u"unit"_s,
                                    u"identity"_s,
                                    u"person"_s,
                                    u"opinion"_s,
                                    u"startTime"_s,
                                    u"completedTime"_s }) {
            entry.insert(key, row.value(key));
        }
        if (step == from && type != u"empower"_s) {
            before.append(entry);
        } else if (step == token && type == u"appendTask"_s) {
            appended.append(entry);
        }
    }
    return appended.isEmpty() ? before : appended;
}

QString Engine::addTask(const QJsonObject &work,
                        const QJsonObject &process,
                        const QJsonObject &activity,
                        const QString &wanted,
                        const QJsonArray &before)
{
    const QString instead = substitute(wanted, work);
    const QString identity = instead.isEmpty() ? wanted : instead;
    const QJsonObject who = m_organisation.identity(identity);
    const QString begun = now();
    QJsonArray identities;
    for (const QJsonValue &step : before) {
        if (!identities.contains(step.toObject().value("identity"_L1))) {
            identities.append(step.toObject().value("identity"_L1));
        }
    }
    QJsonObject properties{ { u"prevTaskIdentityList"_s, identities },
                            { u"prevTaskList"_s, before },
                            { u"title"_s, work.value("title"_L1) } };
    if (!before.isEmpty()) {
        properties.insert(u"prevTask"_s, before.last());
        properties.insert(u"prevTaskIdentity"_s, before.last().toObject().value("identity"_L1));
    }
    QJsonObject task{ { u"id"_s, newId() },
                      { u"startTime"_s, begun },
                      { u"startTimeMonth"_s, begun.left(7) },
                      { u"person"_s, who.value("person"_L1) },
                      { u"identity"_s, identity },
                      { u"unit"_s, who.value("unit"_L1) },
                      { u"routeName"_s, QString() },
                      { u"opinion"_s, QString() },
                      { u"modified"_s, false },
                      { u"viewed"_s, false },
                      { u"allowRapid"_s, activity.value("allowRapid"_L1).toBool() },
                      { u"first"_s, isFirst(work) },
                      { u"properties"_s, properties },
                      { u"series"_s, newId() },
                      { u"workCreateType"_s, u"surface"_s },
                      { u"createTime"_s, begun },
                      { u"updateTime"_s, begun } };
    copyWorkMembers(task, work);
    addRoutes(task, process, activity);
    addDeadline(task, activity, time());
    if (!instead.isEmpty()) {
        task.insert(u"empowerFromIdentity"_s, wanted);
    }
    m_documents.put(u"task"_s, task);
    touchReview(work, json::text(who, "person"_L1));
    if (!instead.isEmpty()) {
        noteDelegation(task, wanted);
    }
    if (!task.value("first"_L1).toBool()) {
        notify(u"task_create"_s, task, u"您有新的待办:"_s);
    }
    return identity;
}

QString Engine::substitute(const QString &identity, const QJsonObject &work) const
{
    if (m_withoutDelegation.contains(identity)) {
        return {};
    }
    const QString at = now();
    const auto rows = m_documents.list(u"empower"_s, [&](const QJsonObject &row) {
        const QStringList processes = json::texts(row, "processList"_L1);
        return json::text(row, "fromIdentity"_L1) == identity && row.value("enable"_L1).toBool()
            && json::text(row, "startTime"_L1) <= at && json::text(row, "completedTime"_L1) >= at
            && (processes.isEmpty() || processes.contains(json::text(work, "process"_L1)));
    });
    return rows.isEmpty() ? QString() : json::text(rows.first(), "toIdentity"_L1);
}

void Engine::noteDelegation(const QJsonObject &task, const QString &from)
{
    const QJsonObject who = m_organisation.identity(from);
    QJsonObject own = task;
    own.insert(u"id"_s, newId());
    own.insert(u"person"_s, who.value("person"_L1));
    own.insert(u"identity"_s, from);
    own.insert(u"unit"_s, who.value("unit"_L1));
    own.remove(u"empowerFromIdentity"_s);
    QJsonObject written = record(own, u"empower"_s);
    written.insert(u"order"_s, written.value("order"_L1).toDouble() + 1); // After the step before.
    QJsonObject properties = written.value("properties"_L1).toObject();
    properties.insert(u"empowerToPerson"_s, task.value("person"_L1));
    properties.insert(u"empowerToIdentity"_s, task.value("identity"_L1));
    properties.insert(u"empowerToUnit"_s, task.value("unit"_L1));
    written.insert(u"properties"_s, properties);
    m_documents.put(u"record"_s, written);
    own.insert(u"empowerToIdentity"_s, task.value("identity"_L1));
    complete(own, u"empower"_s, QString(), QString(), {});
    touchReview(m_documents.find(u"work"_s, json::text(task, "work"_L1)),
                json::text(who, "person"_L1));
}

QJsonObject Engine::record(const QJsonObject &task, const QString &type) const
{
    const QString at = now();
    const QString job = json::text(task, "job"_L1);
    // Milliseconds of the moment, which the clock shows in the server's zone. The clock of the
    // samples stands still, so its records are counted on.
    const qint64 order = time().toMSecsSinceEpoch() - 8 * 3600 * 1000LL
        + (m_now ? rowsOfJob(u"record"_s, job).size() : 0);
    QJsonObject row{ { u"id"_s, newId() },    { u"completed"_s, false }, { u"display"_s, true },
                     { u"order"_s, order },   { u"recordTime"_s, at },   { u"type"_s, type },
                     { u"createTime"_s, at }, { u"updateTime"_s, at } };
    for (const QString &key : { u"application"_s,
                                u"process"_s,
                                u"job"_s,
                                u"work"_s,
                                u"person"_s,
                                u"identity"_s,
                                u"unit"_s }) {
        row.insert(key, task.value(key));
    }
    for (const QString &key : { u"Type"_s, u"Name"_s, u"Alias"_s, u"Token"_s, u""_s }) {
        row.insert(u"fromActivity"_s + key, task.value(u"activity"_s + key));
    }
    QJsonObject properties{ { u"nextManualList"_s, QJsonArray() },
                            { u"nextManualTaskIdentityList"_s, QJsonArray() },
                            { u"startTime"_s, task.value("startTime"_L1) },
                            { u"fromGroup"_s, QString() },
                            { u"fromOpinionGroup"_s, task.value("activityName"_L1) } };
    if (type != u"reset"_s) {
        properties.insert(u"elapsed"_s, minutesBetween(json::text(task, "startTime"_L1), at));
    }
    for (const QString &key :
         { u"routeName"_s, u"opinion"_s, u"mediaOpinion"_s, u"empowerFromIdentity"_s }) {
        if (!task.value(key).toString().isEmpty()) {
            properties.insert(key, task.value(key));
        }
    }
    row.insert(u"properties"_s, properties);
    return row;
}

void Engine::nameNext(QJsonObject &record, const QJsonObject &work, const QStringList &next) const
{
    if (next.isEmpty()) {
        return;
    }
    QJsonObject step{ { u"taskIdentityList"_s, QJsonArray::fromStringList(next) } };
    for (const QString &key : { u""_s, u"Type"_s, u"Name"_s, u"Alias"_s, u"Token"_s }) {
        step.insert(u"activity"_s + key, work.value(u"activity"_s + key));
    }
    QJsonObject properties = record.value("properties"_L1).toObject();
    properties.insert(u"nextManualList"_s, QJsonArray{ step });
    properties.insert(u"nextManualTaskIdentityList"_s, QJsonArray::fromStringList(next));
    record.insert(u"properties"_s, properties);
}

void Engine::complete(const QJsonObject &task,
                      const QString &type,
                      const QString &route,
                      const QString &opinion,
                      const QStringList &next)
{
    static const QStringList dropped{
        u"routeList"_s, u"routeNameList"_s, u"routeOpinionList"_s, u"routeDecisionOpinionList"_s,
        u"first"_s,     u"modified"_s,      u"viewed"_s,           u"allowRapid"_s,
        u"urged"_s,     u"urgeTime"_s,      u"series"_s,           u"workCreateType"_s
    };
    const QString at = now();
    for (QJsonObject old : rowsOfJob(u"taskcompleted"_s, json::text(task, "job"_L1))) {
        if (old.value("person"_L1) == task.value("person"_L1) && old.value("latest"_L1).toBool()) {
            old.insert(u"latest"_s, false);
            m_documents.put(u"taskcompleted"_s, old);
        }
    }
    QJsonObject row = task;
    for (const QString &key : dropped) {
        row.remove(key);
    }
    row.insert(u"id"_s, newId());
    row.insert(u"task"_s, task.value("id"_L1));
    row.insert(u"completedTime"_s, at);
    row.insert(u"completedTimeMonth"_s, at.left(7));
    row.insert(u"completed"_s, false);
    row.insert(u"routeName"_s, route);
    row.insert(u"opinion"_s, opinion);
    row.insert(u"duration"_s, minutesBetween(json::text(task, "startTime"_L1), at));
    row.insert(u"processingType"_s, type);
    row.insert(u"latest"_s, true);
    row.insert(u"joinInquire"_s, type == u"task"_s);
    row.insert(u"expired"_s, task.value("expired"_L1).toBool());
    row.insert(u"createTime"_s, at);
    row.insert(u"updateTime"_s, at);
    QJsonObject properties = task.value("properties"_L1).toObject();
    properties.remove(u"prevTaskIdentity"_s);
    properties.insert(u"nextTaskIdentityList"_s, QJsonArray::fromStringList(next));
    properties.insert(u"opinion"_s, opinion);
    row.insert(u"properties"_s, properties);
    m_documents.put(u"taskcompleted"_s, row);
    m_documents.remove(u"task"_s, json::text(task, "id"_L1));
}

QString Engine::giveRead(const QJsonObject &work, const QString &identity)
{
    const QJsonObject who = m_organisation.identity(identity);
    const QString at = now();
    QJsonObject read{ { u"id"_s, newId() },
                      { u"completed"_s, work.contains("completedTime"_L1) },
                      { u"startTime"_s, at },
                      { u"startTimeMonth"_s, at.left(7) },
                      { u"person"_s, who.value("person"_L1) },
                      { u"identity"_s, who.value("distinguishedName"_L1) },
                      { u"unit"_s, who.value("unit"_L1) },
                      { u"viewed"_s, false },
                      { u"properties"_s, QJsonObject{ { u"title"_s, work.value("title"_L1) } } },
                      { u"createTime"_s, at },
                      { u"updateTime"_s, at } };
    copyWorkMembers(read, work);
    if (work.contains("completedTime"_L1)) {
        read.insert(u"workCompleted"_s, work.value("id"_L1));
        read.insert(u"work"_s, work.value("work"_L1));
    }
    m_documents.put(u"read"_s, read);
    touchReview(work, json::text(who, "person"_L1));
    notify(u"read_create"_s, read, u"您有新的待阅:"_s);
    return json::text(read, "id"_L1);
}

void Engine::notify(const QString &type, const QJsonObject &row, const QString &title)
{
    QJsonObject body = row;
    body.insert(u"sequence"_s,
                json::text(row, "createTime"_L1).remove(u'-').remove(u':').remove(u' ')
                    + json::text(row, "id"_L1));
    if (type == u"task_create"_s) {
        // The message is made before the step before it is filled in.
        QJsonObject properties = body.value("properties"_L1).toObject();
        properties.remove(u"prevTask"_s);
        properties.insert(u"prevTaskList"_s, QJsonArray());
        body.insert(u"properties"_s, properties);
    }
    m_notices.append(Notice{ type,
                             json::text(row, "person"_L1),
                             u"%1%2, (%3,%4)"_s.arg(title,
                                                    json::text(row, "title"_L1),
                                                    json::text(row, "activityName"_L1),
                                                    json::text(row, "processName"_L1)),
                             body });
}

QList<Notice> Engine::takeNotices()
{
    return std::exchange(m_notices, {});
}

} // namespace andu::server
