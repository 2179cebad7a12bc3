// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QUuid>

namespace andu::server {

namespace {

void setActivity(QJsonObject &row,
                 const QJsonObject &activity,
                 const QString &type,
                 const QString &token)
{
    row.insert(u"activity"_s, activity.value("id"_L1));
    row.insert(u"activityName"_s, activity.value("name"_L1));
    row.insert(u"activityAlias"_s, json::text(activity, "alias"_L1));
    row.insert(u"activityDescription"_s, json::text(activity, "description"_L1));
    row.insert(u"activityType"_s, type);
    row.insert(u"activityToken"_s, token);
}

QStringList identitiesIn(const QJsonValue &value)
{
    QStringList list;
    if (value.isString()) {
        list.append(value.toString());
    } else if (value.isObject()) {
        list.append(json::text(value.toObject(), "distinguishedName"_L1));
    }
    for (const QJsonValue &entry : value.toArray()) {
        list.append(identitiesIn(entry));
    }
    return list;
}

} // namespace

Engine::Engine(Documents &documents, const Organisation &organisation)
    : m_documents(documents)
    , m_organisation(organisation)
{ }

QString Engine::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString Engine::now() const
{
    const QDateTime local = m_now.value_or(QDateTime::currentDateTimeUtc().addSecs(8 * 3600));
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QJsonObject Engine::processOf(const QString &flag) const
{
    const QJsonObject byId = m_documents.find(u"process"_s, flag);
    if (!byId.isEmpty()) {
        return byId;
    }
    const auto rows = m_documents.list(u"process"_s, [&flag](const QJsonObject &row) {
        return json::text(row, "alias"_L1) == flag;
    });
    return rows.isEmpty() ? QJsonObject() : rows.first();
}

QJsonObject Engine::activityOf(const QJsonObject &process, const QString &id)
{
    for (const QString &list : { u"manualList"_s, u"endList"_s }) {
        for (const QJsonValue &value : process.value(list).toArray()) {
            if (value.toObject().value("id"_L1).toString() == id) {
                QJsonObject activity = value.toObject();
                activity.insert(u"activityType"_s, list == u"endList"_s ? u"end"_s : u"manual"_s);
                return activity;
            }
        }
    }
    return {};
}

QJsonObject Engine::routeOf(const QJsonObject &process, const QString &id)
{
    for (const QJsonValue &value : process.value("routeList"_L1).toArray()) {
        if (value.toObject().value("id"_L1).toString() == id) {
            return value.toObject();
        }
    }
    return {};
}

QList<QJsonObject> Engine::rowsOfJob(const QString &kind, const QString &job) const
{
    return m_documents.list(
        kind, [&job](const QJsonObject &row) { return json::text(row, "job"_L1) == job; });
}

QString Engine::serialFor(const QJsonObject &process)
{
    const QString prefix = json::text(process, "serialPrefix"_L1);
    if (json::text(process, "serialActivity"_L1).isEmpty()) {
        return {};
    }
    const QString name = json::text(process, "id"_L1);
    QJsonObject counter = m_documents.find(u"counter"_s, name);
    const int number = counter.value("number"_L1).toInt() + 1;
    m_documents.put(u"counter"_s, QJsonObject{ { u"id"_s, name }, { u"number"_s, number } });
    return u"%1-%2-%3"_s.arg(prefix.isEmpty() ? u"QJ"_s : prefix, now().left(4))
        .arg(number, 4, 10, QChar(u'0'));
}

QJsonObject Engine::start(const QJsonObject &process,
                          const QString &identity,
                          const QString &title,
                          const QJsonObject &data)
{
    const QJsonObject who = m_organisation.identity(identity);
    const QString time = now();
    QJsonObject work{ { u"id"_s, newId() },
                      { u"job"_s, newId() },
                      { u"title"_s, title },
                      { u"startTime"_s, time },
                      { u"startTimeMonth"_s, time.left(7) },
                      { u"creatorPerson"_s, who.value("person"_L1) },
                      { u"creatorIdentity"_s, identity },
                      { u"creatorUnit"_s, who.value("unit"_L1) },
                      { u"creatorUnitLevelName"_s, who.value("unitLevelName"_L1) },
                      { u"application"_s, process.value("application"_L1) },
                      { u"applicationName"_s, process.value("applicationName"_L1) },
                      { u"applicationAlias"_s, QString() },
                      { u"process"_s, process.value("id"_L1) },
                      { u"processName"_s, process.value("name"_L1) },
                      { u"processAlias"_s, process.value("alias"_L1) },
                      { u"form"_s, process.value("form"_L1) },
                      { u"workStatus"_s, u"processing"_s },
                      { u"workCreateType"_s, u"surface"_s },
                      { u"beforeExecuted"_s, true },
                      { u"dataChanged"_s, false },
                      { u"workThroughManual"_s, false },
                      { u"splitting"_s, false },
                      { u"splitTokenList"_s, QJsonArray() },
                      { u"splitValueList"_s, QJsonArray() },
                      { u"createTime"_s, time } };
    QJsonObject stored{ { u"id"_s, work.value("job"_L1) }, { u"data"_s, QJsonObject() } };
    QJsonObject clean;
    json::deepMerge(clean, data);
    stored.insert(u"data"_s, clean);
    m_documents.put(u"data"_s, stored);
    m_documents.put(u"work"_s, work);
    const QJsonObject begin = process.value("begin"_L1).toObject();
    const QJsonObject route = routeOf(process, json::text(begin, "route"_L1));
    work.insert(u"destinationRoute"_s, route.value("id"_L1));
    work.insert(u"destinationRouteName"_s, route.value("name"_L1));
    work.insert(u"destinationActivity"_s, route.value("activity"_L1));
    work.insert(u"destinationActivityType"_s, u"manual"_s);
    arrive(work, process, json::text(route, "activity"_L1), {});
    touchReview(work, json::text(work, "creatorPerson"_L1));
    return work;
}

QStringList Engine::participants(const QJsonObject &work, const QJsonObject &activity) const
{
    QStringList list = json::texts(activity, "taskIdentityList"_L1);
    const QJsonObject data
        = m_documents.find(u"data"_s, json::text(work, "job"_L1)).value("data"_L1).toObject();
    for (const QString &path : json::texts(activity, "taskDataPathList"_L1)) {
        list.append(identitiesIn(json::at(data, u'/' + QString(path).replace(u'.', u'/'))));
    }
    const QString creator = json::text(work, "creatorIdentity"_L1);
    if (json::text(activity, "taskScriptText"_L1).contains(u"creatorIdentity"_s)) {
        list.append(creator);
    }
    const QString duty = json::text(activity, "participant"_L1);
    if (duty.startsWith(u"role:"_s)) {
        list.append(m_organisation.holders(duty.mid(5)));
    }
    QStringList known;
    for (const QString &flag : std::as_const(list)) {
        const QString dn = json::text(m_organisation.identity(flag), "distinguishedName"_L1);
        if (!dn.isEmpty() && !known.contains(dn)) {
            known.append(dn);
        }
    }
    // A step for which nobody can be found goes to the creator of the instance.
    return known.isEmpty() ? QStringList{ creator } : known;
}

void Engine::addTask(const QJsonObject &work,
                     const QJsonObject &process,
                     const QJsonObject &activity,
                     const QString &identity,
                     const QJsonObject &from)
{
    const QJsonObject who = m_organisation.identity(identity);
    QJsonObject task;
    copyWorkMembers(task, work);
    const QString time = now();
    QJsonArray ids;
    QJsonArray names;
    QJsonArray opinions;
    QJsonArray decisions;
    for (const QString &id : json::texts(activity, "routeList"_L1)) {
        const QJsonObject route = routeOf(process, id);
        ids.append(id);
        names.append(route.value("name"_L1));
        opinions.append(json::text(route, "opinion"_L1));
        decisions.append(json::text(route, "decisionOpinion"_L1));
    }
    QJsonObject properties{ { u"prevTaskIdentityList"_s, QJsonArray() },
                            { u"prevTaskList"_s, QJsonArray() },
                            { u"title"_s, work.value("title"_L1) } };
    if (!from.isEmpty()) {
        const QJsonObject previous{ { u"person"_s, from.value("person"_L1) },
                                    { u"identity"_s, from.value("identity"_L1) },
                                    { u"unit"_s, from.value("unit"_L1) },
                                    { u"routeName"_s, from.value("routeName"_L1) },
                                    { u"opinion"_s, from.value("opinion"_L1) },
                                    { u"startTime"_s, from.value("startTime"_L1) },
                                    { u"completedTime"_s, time } };
        properties.insert(u"prevTaskIdentity"_s, from.value("identity"_L1));
        properties.insert(u"prevTaskIdentityList"_s, QJsonArray{ from.value("identity"_L1) });
        properties.insert(u"prevTask"_s, previous);
        properties.insert(u"prevTaskList"_s, QJsonArray{ previous });
    }
    task.insert(u"id"_s, newId());
    task.insert(u"startTime"_s, time);
    task.insert(u"startTimeMonth"_s, time.left(7));
    task.insert(u"person"_s, who.value("person"_L1));
    task.insert(u"identity"_s, identity);
    task.insert(u"unit"_s, who.value("unit"_L1));
    setActivity(task, activity, u"manual"_s, json::text(work, "activityToken"_L1));
    task.insert(u"expired"_s, false);
    task.insert(u"urged"_s, false);
    task.insert(u"routeList"_s, ids);
    task.insert(u"routeNameList"_s, names);
    task.insert(u"routeOpinionList"_s, opinions);
    task.insert(u"routeDecisionOpinionList"_s, decisions);
    task.insert(u"routeName"_s, QString());
    task.insert(u"opinion"_s, QString());
    task.insert(u"modified"_s, false);
    task.insert(u"viewed"_s, false);
    task.insert(u"allowRapid"_s, activity.value("allowRapid"_L1).toBool());
    task.insert(u"first"_s, !work.value("workThroughManual"_L1).toBool());
    task.insert(u"properties"_s, properties);
    task.insert(u"series"_s, newId());
    task.insert(u"workCreateType"_s, u"surface"_s);
    task.insert(u"createTime"_s, time);
    task.insert(u"updateTime"_s, time);
    m_documents.put(u"task"_s, task);
    touchReview(work, json::text(who, "person"_L1));
}

QStringList Engine::arrive(QJsonObject &work,
                           const QJsonObject &process,
                           const QString &activityId,
                           const QJsonObject &from)
{
    const QJsonObject activity = activityOf(process, activityId);
    const QString time = now();
    const QString type = json::text(activity, "activityType"_L1);
    setActivity(work, activity, type, newId());
    work.insert(u"activityArrivedTime"_s, time);
    work.insert(u"updateTime"_s, time);
    if (json::text(process, "serialActivity"_L1) == activityId
        && json::text(work, "serial"_L1).isEmpty()) {
        work.insert(u"serial"_s, serialFor(process));
    }
    if (type == u"end"_s || type.isEmpty()) {
        finish(work, activity);
        return {};
    }
    const QString form = json::text(activity, "form"_L1);
    if (!form.isEmpty()) {
        work.insert(u"form"_s, form);
    }
    QStringList people = participants(work, activity);
    if (json::text(activity, "manualMode"_L1) == u"single"_s) {
        people = people.mid(0, 1);
    }
    QStringList names;
    for (const QString &identity : std::as_const(people)) {
        names.append(identity.section(u'@', 0, 0));
    }
    work.insert(u"manualTaskIdentityList"_s, QJsonArray::fromStringList(people));
    work.insert(u"manualTaskIdentityText"_s, names.join(u','));
    m_documents.put(u"work"_s, work);
    for (const QString &identity : std::as_const(people)) {
        addTask(work, process, activity, identity, from);
    }
    return people;
}

QJsonObject Engine::record(const QJsonObject &task,
                           const QString &type,
                           const QString &route,
                           const QString &opinion) const
{
    const QString time = now();
    const QDateTime stamp = QDateTime::fromString(time, u"yyyy-MM-dd HH:mm:ss"_s);
    const qint64 order = m_now ? stamp.toMSecsSinceEpoch() : QDateTime::currentMSecsSinceEpoch();
    QJsonObject row{ { u"id"_s, newId() },      { u"completed"_s, false }, { u"display"_s, true },
                     { u"order"_s, order },     { u"recordTime"_s, time }, { u"type"_s, type },
                     { u"createTime"_s, time }, { u"updateTime"_s, time } };
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
    row.insert(u"properties"_s,
               QJsonObject{ { u"nextManualList"_s, QJsonArray() },
                            { u"nextManualTaskIdentityList"_s, QJsonArray() },
                            { u"routeName"_s, route },
                            { u"opinion"_s, opinion },
                            { u"startTime"_s, task.value("startTime"_L1) },
                            { u"elapsed"_s, 0 },
                            { u"fromGroup"_s, QString() },
                            { u"fromOpinionGroup"_s, task.value("activityName"_L1) } });
    return row;
}

void Engine::complete(const QJsonObject &task,
                      const QString &type,
                      const QString &route,
                      const QString &opinion,
                      const QStringList &next)
{
    const QString time = now();
    for (QJsonObject old : rowsOfJob(u"taskcompleted"_s, json::text(task, "job"_L1))) {
        if (old.value("person"_L1) == task.value("person"_L1) && old.value("latest"_L1).toBool()) {
            old.insert(u"latest"_s, false);
            m_documents.put(u"taskcompleted"_s, old);
        }
    }
    QJsonObject row = task;
    for (const QString &key : { u"routeList"_s,
                                u"routeNameList"_s,
                                u"routeOpinionList"_s,
                                u"routeDecisionOpinionList"_s,
                                u"first"_s,
                                u"modified"_s,
                                u"viewed"_s,
                                u"allowRapid"_s,
                                u"urged"_s,
                                u"series"_s,
                                u"workCreateType"_s }) {
        row.remove(key);
    }
    const bool counts = type == u"task"_s;
    row.insert(u"id"_s, newId());
    row.insert(u"task"_s, task.value("id"_L1));
    row.insert(u"completedTime"_s, time);
    row.insert(u"completedTimeMonth"_s, time.left(7));
    row.insert(u"completed"_s, false);
    row.insert(u"routeName"_s, route);
    row.insert(u"opinion"_s, opinion);
    row.insert(u"duration"_s, 0);
    row.insert(u"processingType"_s, type);
    row.insert(u"latest"_s, true);
    row.insert(u"joinInquire"_s, counts);
    row.insert(u"createTime"_s, time);
    row.insert(u"updateTime"_s, time);
    QJsonObject properties = task.value("properties"_L1).toObject();
    properties.insert(u"nextTaskIdentityList"_s, QJsonArray::fromStringList(next));
    properties.insert(u"opinion"_s, opinion);
    row.insert(u"properties"_s, properties);
    m_documents.put(u"taskcompleted"_s, row);
    m_documents.remove(u"task"_s, json::text(task, "id"_L1));
    touchReview(task, json::text(task, "person"_L1));
}

QJsonObject
Engine::process(const QJsonObject &task, const QString &routeName, const QString &opinion)
{
    const QString job = json::text(task, "job"_L1);
    QJsonObject work = m_documents.find(u"work"_s, json::text(task, "work"_L1));
    const QJsonObject process = processOf(json::text(task, "process"_L1));
    const QJsonObject activity = activityOf(process, json::text(task, "activity"_L1));
    QJsonObject route;
    for (const QString &id : json::texts(activity, "routeList"_L1)) {
        const QJsonObject candidate = routeOf(process, id);
        if (json::text(candidate, "name"_L1) == routeName) {
            route = candidate;
        }
    }
    QString words = opinion;
    if (words.isEmpty()) {
        words = json::text(route, "opinion"_L1);
    }
    if (words.isEmpty()) {
        words = routeName;
    }
    QJsonObject taken = task;
    taken.insert(u"routeName"_s, routeName);
    taken.insert(u"opinion"_s, words);
    QJsonObject written = record(task, u"task"_s, routeName, words);
    QList<QJsonObject> others;
    for (const QJsonObject &row : rowsOfJob(u"task"_s, job)) {
        if (row.value("id"_L1) != task.value("id"_L1)) {
            others.append(row);
        }
    }
    const bool waits = json::text(activity, "manualMode"_L1) == u"parallel"_s && !others.isEmpty()
        && !(route.value("sole"_L1).toBool()
             && json::text(route, "activityType"_L1) != u"manual"_s);
    QStringList next;
    if (!waits) {
        for (const QJsonObject &row : std::as_const(others)) {
            m_documents.remove(u"task"_s, json::text(row, "id"_L1));
        }
        work.insert(u"workThroughManual"_s, true);
        work.insert(u"destinationRoute"_s, route.value("id"_L1));
        work.insert(u"destinationRouteName"_s, routeName);
        m_documents.remove(u"task"_s, json::text(task, "id"_L1));
        m_documents.put(u"work"_s, work);
        next = arrive(work, process, json::text(route, "activity"_L1), taken);
    }
    complete(task, u"task"_s, routeName, words, next);
    QJsonObject properties = written.value("properties"_L1).toObject();
    if (!next.isEmpty()) {
        const QJsonObject step{ { u"activity"_s, work.value("activity"_L1) },
                                { u"activityType"_s, u"manual"_s },
                                { u"activityName"_s, work.value("activityName"_L1) },
                                { u"activityAlias"_s, work.value("activityAlias"_L1) },
                                { u"activityToken"_s, work.value("activityToken"_L1) },
                                { u"taskIdentityList"_s, QJsonArray::fromStringList(next) } };
        properties.insert(u"nextManualList"_s, QJsonArray{ step });
        properties.insert(u"nextManualTaskIdentityList"_s, QJsonArray::fromStringList(next));
    }
    written.insert(u"properties"_s, properties);
    const QJsonObject ended = m_documents.find(u"workcompleted"_s, job);
    if (!ended.isEmpty()) {
        written.insert(u"completed"_s, true);
        written.insert(u"workCompleted"_s, ended.value("workCompleted"_L1));
        for (QJsonObject row : rowsOfJob(u"taskcompleted"_s, job)) {
            row.insert(u"completed"_s, true);
            row.insert(u"workCompleted"_s, ended.value("workCompleted"_L1));
            row.insert(u"currentActivityName"_s, ended.value("activityName"_L1));
            m_documents.put(u"taskcompleted"_s, row);
        }
    }
    m_documents.put(u"record"_s, written);
    return written;
}

void Engine::finish(const QJsonObject &work, const QJsonObject &end)
{
    const QString job = json::text(work, "job"_L1);
    const QString time = now();
    QJsonObject done = work;
    done.insert(u"id"_s, job); // Kept by job; answers show its own id.
    done.insert(u"workCompleted"_s, newId());
    done.insert(u"work"_s, work.value("id"_L1));
    done.insert(u"completedTime"_s, time);
    done.insert(u"completedTimeMonth"_s, time.left(7));
    done.insert(u"activityName"_s, end.value("name"_L1));
    done.insert(u"duration"_s, 0);
    done.insert(u"expired"_s, false);
    m_documents.put(u"workcompleted"_s, done);
    m_documents.remove(u"work"_s, json::text(work, "id"_L1));
}

} // namespace andu::server
