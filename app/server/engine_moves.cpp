// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

bool joined(const QJsonObject &done, const QString &token)
{
    return json::text(done, "activityToken"_L1) == token && done.value("joinInquire"_L1).toBool();
}

} // namespace

/// Identities the step still waits for once @p task is done; the first one acts next in a queue.
QStringList
Engine::waiting(const QJsonObject &work, const QJsonObject &activity, const QJsonObject &task) const
{
    const QString mode = json::text(activity, "manualMode"_L1);
    const QString job = json::text(work, "job"_L1);
    QStringList left;
    if (mode == u"parallel"_s) {
        for (const QJsonObject &row : rowsOfJob(u"task"_s, job)) {
            if (row.value("id"_L1) != task.value("id"_L1)) {
                left.append(json::text(row, "identity"_L1));
            }
        }
    } else if (mode == u"queue"_s) {
        left = json::texts(work, "manualTaskIdentityList"_L1);
        left.removeAll(json::text(task, "identity"_L1));
        left.removeAll(json::text(task, "empowerFromIdentity"_L1));
        for (const QJsonObject &done : rowsOfJob(u"taskcompleted"_s, job)) {
            if (joined(done, json::text(work, "activityToken"_L1))) {
                left.removeAll(json::text(done, "identity"_L1));
                left.removeAll(json::text(done, "empowerFromIdentity"_L1));
            }
        }
    }
    return left;
}

QStringList Engine::moveOn(const QJsonObject &task, const QJsonObject &route, QJsonObject &work)
{
    const QJsonObject process = processOf(json::text(work, "process"_L1));
    const QJsonObject activity = activityOf(process, json::text(work, "activity"_L1));
    const QStringList left = waiting(work, activity, task);
    if (!left.isEmpty() && !route.value("sole"_L1).toBool()) {
        if (json::text(activity, "manualMode"_L1) == u"queue"_s) {
            addTask(work,
                    process,
                    activity,
                    left.first(),
                    previous(json::text(work, "job"_L1), json::text(work, "activityToken"_L1)));
        }
        return {};
    }
    if (!left.isEmpty() && json::text(activity, "manualMode"_L1) == u"parallel"_s
        && json::text(route, "activityType"_L1) == u"manual"_s) {
        return {}; // Every voter of a parallel step takes the one way that is left to it.
    }
    for (const QJsonObject &other : rowsOfJob(u"task"_s, json::text(work, "job"_L1))) {
        m_documents.remove(u"task"_s, json::text(other, "id"_L1));
    }
    work.insert(u"workThroughManual"_s, true);
    work.insert(u"destinationRoute"_s, route.value("id"_L1));
    work.insert(u"destinationRouteName"_s, route.value("name"_L1));
    const QJsonObject next = destination(work, process, json::text(route, "activity"_L1));
    return arrive(work, process, next, json::text(route, "id"_L1));
}

QJsonObject Engine::process(const QJsonObject &task, const Decision &decision)
{
    QJsonObject work = m_documents.find(u"work"_s, json::text(task, "work"_L1));
    const QJsonObject process = processOf(json::text(task, "process"_L1));
    QJsonObject route;
    for (const QString &id : json::texts(task, "routeList"_L1)) {
        const QJsonObject candidate = routeOf(process, id);
        if (json::text(candidate, "name"_L1) == decision.route) {
            route = candidate;
        }
    }
    QJsonObject taken = task;
    taken.remove(u"mediaOpinion"_s); // Left out is cleared.
    if (!decision.mediaOpinion.isEmpty()) {
        taken.insert(u"mediaOpinion"_s, decision.mediaOpinion);
    }
    QString words = decision.opinion;
    words = words.isEmpty() ? json::text(route, "opinion"_L1) : words;
    words = words.isEmpty() ? decision.route : words;
    taken.insert(u"routeName"_s, decision.route);
    taken.insert(u"opinion"_s, words);
    m_withoutDelegation = decision.withoutDelegation;
    if (json::text(route, "type"_L1) == u"appendTask"_s) {
        return append(taken, decision);
    }
    QJsonObject written = record(taken, u"task"_s);
    complete(taken, u"task"_s, decision.route, words, {});
    const QStringList next = moveOn(task, route, work);
    m_withoutDelegation.clear();
    const QString job = json::text(task, "job"_L1);
    for (QJsonObject done : rowsOfJob(u"taskcompleted"_s, job)) {
        if (done.value("task"_L1) == task.value("id"_L1)) {
            QJsonObject properties = done.value("properties"_L1).toObject();
            properties.insert(u"nextTaskIdentityList"_s, QJsonArray::fromStringList(next));
            done.insert(u"properties"_s, properties);
            m_documents.put(u"taskcompleted"_s, done);
        }
    }
    nameNext(written, work, next);
    const QList<QJsonObject> ended = rowsOfJob(u"workcompleted"_s, job);
    if (!ended.isEmpty()) {
        written.insert(u"completed"_s, true);
        written.insert(u"workCompleted"_s, ended.first().value("id"_L1));
    }
    m_documents.put(u"record"_s, written);
    return written;
}

QJsonObject Engine::append(const QJsonObject &task, const Decision &decision)
{
    QJsonObject work = m_documents.find(u"work"_s, json::text(task, "work"_L1));
    const QJsonObject process = processOf(json::text(task, "process"_L1));
    const QJsonObject activity = activityOf(process, json::text(task, "activity"_L1));
    QStringList people = decision.appended;
    if (people.isEmpty()) {
        people.append(json::text(task, "identity"_L1));
    }
    QJsonObject written = record(task, u"appendTask"_s);
    complete(task, u"appendTask"_s, decision.route, json::text(task, "opinion"_L1), people);
    const QStringList holders = distribute(work, process, activity, people);
    m_withoutDelegation.clear();
    work.insert(u"manualTaskIdentityList"_s, QJsonArray::fromStringList(holders));
    m_documents.put(u"work"_s, work);
    nameNext(written, work, holders);
    m_documents.put(u"record"_s, written);
    return written;
}

QJsonObject Engine::reset(const QJsonObject &task, const Transfer &transfer)
{
    QJsonObject work = m_documents.find(u"work"_s, json::text(task, "work"_L1));
    const QJsonObject process = processOf(json::text(task, "process"_L1));
    const QJsonObject activity = activityOf(process, json::text(task, "activity"_L1));
    QJsonObject taken = task;
    taken.insert(u"routeName"_s, transfer.route);
    taken.insert(u"opinion"_s, transfer.opinion);
    QJsonObject written = record(taken, u"reset"_s);
    QStringList holders;
    for (const QJsonObject &row : rowsOfJob(u"task"_s, json::text(task, "job"_L1))) {
        if (transfer.isKept || row.value("id"_L1) != task.value("id"_L1)) {
            holders.append(json::text(row, "identity"_L1));
        }
    }
    if (!transfer.isKept) {
        complete(task, u"reset"_s, transfer.route, transfer.opinion, transfer.identities);
    }
    for (const QString &identity : transfer.identities) {
        if (!holders.contains(identity)) {
            holders.append(addTask(work, process, activity, identity, {}));
        }
    }
    work.insert(u"manualTaskIdentityList"_s, QJsonArray::fromStringList(holders));
    m_documents.put(u"work"_s, work);
    nameNext(written, work, holders);
    m_documents.put(u"record"_s, written);
    return written;
}

QJsonObject Engine::retractable(const QJsonObject &work, const QString &person) const
{
    const QString job = json::text(work, "job"_L1);
    const QJsonObject log = logInto(job, json::text(work, "activityToken"_L1));
    for (const QJsonObject &done : rowsOfJob(u"taskcompleted"_s, job)) {
        if (json::text(done, "person"_L1) == person
            && joined(done, json::text(log, "fromActivityToken"_L1))) {
            return done;
        }
    }
    return {};
}

QString Engine::retractFault(const QJsonObject &work, const QString &person) const
{
    if (retractable(work, person).isEmpty()) {
        return u"ExceptionRetractNoWorkLog"_s;
    }
    const QList<QJsonObject> all = rowsOfJob(u"taskcompleted"_s, json::text(work, "job"_L1));
    const bool hasActed = std::any_of(all.begin(), all.end(), [&work](const QJsonObject &done) {
        return joined(done, json::text(work, "activityToken"_L1));
    });
    return hasActed ? u"ExceptionRetractNoneTaskCompleted"_s : QString();
}

QJsonObject Engine::retract(const QJsonObject &current, const QString &person)
{
    QJsonObject work = current;
    const QString job = json::text(work, "job"_L1);
    QJsonObject done = retractable(work, person);
    QJsonObject log = logInto(job, json::text(work, "activityToken"_L1));
    m_documents.remove(u"worklog"_s, json::text(logOpen(job), "id"_L1));
    for (const QString &key : log.keys()) {
        if (key.startsWith(u"arrived"_s) || key.startsWith(u"route"_s)) {
            log.remove(key);
        }
    }
    log.insert(u"connected"_s, false);
    m_documents.put(u"worklog"_s, log);
    for (const QJsonObject &task : rowsOfJob(u"task"_s, job)) {
        m_documents.remove(u"task"_s, json::text(task, "id"_L1));
    }
    for (const QString &key : { u""_s, u"Type"_s, u"Name"_s, u"Alias"_s, u"Token"_s }) {
        work.insert(u"activity"_s + key, log.value(u"fromActivity"_s + key));
    }
    const QString identity = json::text(done, "identity"_L1);
    work.insert(u"manualTaskIdentityList"_s, QJsonArray{ identity });
    work.insert(u"manualTaskIdentityText"_s, identity.section(u'@', 0, 0));
    work.insert(u"updateTime"_s, now());
    work.insert(u"workThroughManual"_s, !isFirst(work));
    m_documents.put(u"work"_s, work);
    done.insert(u"processingType"_s, u"retract"_s);
    done.insert(u"joinInquire"_s, false);
    done.insert(u"updateTime"_s, now());
    m_documents.put(u"taskcompleted"_s, done);
    QJsonObject taken = done;
    taken.remove(u"routeName"_s);
    taken.remove(u"opinion"_s);
    QJsonObject written = record(taken, u"retract"_s);
    const QJsonObject process = processOf(json::text(work, "process"_L1));
    const QList<Notice> told = m_notices; // The one who takes back is told nothing.
    addTask(work, process, activityOf(process, json::text(work, "activity"_L1)), identity, {});
    m_notices = told;
    for (const QString &key : { u""_s, u"Type"_s, u"Name"_s, u"Alias"_s, u"Token"_s }) {
        written.insert(u"arrivedActivity"_s + key, work.value(u"activity"_s + key));
    }
    nameNext(written, work, { identity });
    m_documents.put(u"record"_s, written);
    return written;
}

QStringList Engine::press(const QJsonObject &work, const QString &person)
{
    const QString job = json::text(work, "job"_L1);
    for (QJsonObject done : rowsOfJob(u"taskcompleted"_s, job)) {
        if (json::text(done, "person"_L1) == person && done.value("latest"_L1).toBool()) {
            done.insert(u"pressCount"_s, 1); // Stays one, however often.
            done.insert(u"pressTime"_s, now());
            done.insert(u"pressActivityToken"_s, work.value("activityToken"_L1));
            done.insert(u"updateTime"_s, now());
            m_documents.put(u"taskcompleted"_s, done);
        }
    }
    QStringList urged;
    const QString name = person.section(u'@', 0, 0);
    for (const QJsonObject &task : rowsOfJob(u"task"_s, job)) {
        urged.append(json::text(task, "person"_L1));
        notify(u"task_press"_s, task, name + u"提醒您处理待办:"_s);
    }
    return urged;
}

void Engine::place(const QString &workId, const QString &activityId, const QStringList &identities)
{
    QJsonObject work = m_documents.find(u"work"_s, workId);
    const QJsonObject process = processOf(json::text(work, "process"_L1));
    const QJsonObject activity = activityOf(process, activityId);
    if (work.isEmpty() || activity.isEmpty()) {
        return;
    }
    for (const QJsonObject &task : rowsOfJob(u"task"_s, json::text(work, "job"_L1))) {
        m_documents.remove(u"task"_s, json::text(task, "id"_L1));
    }
    if (json::text(activity, "activityType"_L1) == u"end"_s) {
        arrive(work, process, activity, QString());
        return;
    }
    if (json::text(work, "activity"_L1) != activityId) {
        arrive(work, process, activity, QString());
        for (const QJsonObject &task : rowsOfJob(u"task"_s, json::text(work, "job"_L1))) {
            m_documents.remove(u"task"_s, json::text(task, "id"_L1));
        }
    }
    distribute(work, process, activity, identities);
    QStringList names;
    for (const QString &identity : identities) {
        names.append(identity.section(u'@', 0, 0));
    }
    work.insert(u"manualTaskIdentityList"_s, QJsonArray::fromStringList(identities));
    work.insert(u"manualTaskIdentityText"_s, names.join(u','));
    m_documents.put(u"work"_s, work);
}

} // namespace andu::server
