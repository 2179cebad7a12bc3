// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QUuid>

namespace andu::server {

namespace {

const auto TimeFormat = u"yyyy-MM-dd HH:mm:ss";
constexpr int ZoneSeconds = 8 * 3600; ///< The server's zone is GMT+8.
constexpr int HopLimit = 50;

void setActivity(QJsonObject &row, const QJsonObject &activity, const QString &token)
{
    row.insert(u"activity"_s, activity.value("id"_L1));
    row.insert(u"activityName"_s, activity.value("name"_L1));
    row.insert(u"activityAlias"_s, json::text(activity, "alias"_L1));
    row.insert(u"activityDescription"_s, json::text(activity, "description"_L1));
    row.insert(u"activityType"_s, activity.value("activityType"_L1));
    row.insert(u"activityToken"_s, token);
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

QDateTime Engine::time() const
{
    return m_now.value_or(QDateTime::currentDateTimeUtc().addSecs(ZoneSeconds));
}

QString Engine::now() const
{
    return time().toString(TimeFormat);
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
    static const QStringList types{ u"manual"_s,   u"end"_s,   u"choice"_s,  u"agent"_s,
                                    u"invoke"_s,   u"delay"_s, u"message"_s, u"service"_s,
                                    u"parallel"_s, u"split"_s, u"merge"_s,   u"cancel"_s,
                                    u"embed"_s };
    for (const QString &type : types) {
        for (const QJsonValue &value : process.value(type + u"List"_s).toArray()) {
            if (value.toObject().value("id"_L1).toString() == id) {
                QJsonObject activity = value.toObject();
                activity.insert(u"activityType"_s, type);
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
    return m_documents.ofJob(kind, job);
}

QString Engine::serialFor(const QJsonObject &process)
{
    // A texture is a list of scripts: texts, parts of the date and one counter, which is kept for
    // the values of the parts it names.
    const auto texture = json::parse(json::text(process, "serialTexture"_L1).toUtf8());
    QStringList parts;
    for (const QJsonValue &entry : texture ? texture->toArray() : QJsonArray()) {
        const QString key = json::text(entry.toObject(), "key"_L1);
        const QString script = json::text(entry.toObject(), "script"_L1);
        const QString argument = script.section(u'"', 1, 1);
        if (key == u"text"_s) {
            parts.append(argument);
        } else if (key == u"year"_s || key == u"month"_s || key == u"day"_s) {
            parts.append(time().toString(argument));
        } else if (key == u"number"_s) {
            QString name = json::text(process, "id"_L1);
            for (const QString &index : script.section(u'[', 1).section(u']', 0, 0).split(u',')) {
                name += u'|' + parts.value(index.trimmed().toInt());
            }
            const int width
                = script.section(u']', 1).remove(u',').section(u')', 0, 0).trimmed().toInt();
            const int number = m_documents.find(u"counter"_s, name).value("number"_L1).toInt() + 1;
            m_documents.put(u"counter"_s,
                            QJsonObject{ { u"id"_s, name }, { u"number"_s, number } });
            parts.append(u"%1"_s.arg(number, width, 10, QChar(u'0')));
        }
    }
    return parts.join(QString());
}

QJsonObject Engine::start(const QJsonObject &process,
                          const QString &identity,
                          const QString &title,
                          const QJsonObject &data)
{
    const QJsonObject who = m_organisation.identity(identity);
    const QString begun = now();
    QJsonObject work{ { u"id"_s, newId() },
                      { u"job"_s, newId() },
                      { u"startTime"_s, begun },
                      { u"startTimeMonth"_s, begun.left(7) },
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
                      { u"createTime"_s, begun } };
    if (!title.isNull()) {
        work.insert(u"title"_s, title);
    }
    QJsonObject clean;
    json::deepMerge(clean, data);
    replaceData(json::text(work, "job"_L1), clean);
    QJsonObject begin = process.value("begin"_L1).toObject();
    begin.insert(u"activityType"_s, u"begin"_s);
    const QJsonObject route = routeOf(process, json::text(begin, "route"_L1));
    setActivity(work, begin, newId());
    work.insert(u"activityArrivedTime"_s, begun);
    openLog(work, process);
    work.insert(u"destinationRoute"_s, route.value("id"_L1));
    work.insert(u"destinationRouteName"_s, route.value("name"_L1));
    const QJsonObject first = destination(work, process, json::text(route, "activity"_L1));
    arrive(work, process, first, json::text(route, "id"_L1));
    touchReview(work, json::text(work, "creatorPerson"_L1));
    return work;
}

QJsonObject Engine::destination(const QJsonObject &work,
                                const QJsonObject &process,
                                const QString &activity) const
{
    QJsonObject step = activityOf(process, activity);
    for (int hop = 0; hop < HopLimit && !step.isEmpty(); ++hop) {
        const QString type = json::text(step, "activityType"_L1);
        const QString skip = json::text(step, "skipScriptText"_L1);
        QStringList ways = json::texts(step, "routeList"_L1);
        if (type == u"end"_s || (type == u"manual"_s && (skip.isEmpty() || !isTrue(skip, work)))) {
            return step;
        }
        if (ways.isEmpty()) {
            ways.append(json::text(step, "route"_L1));
        }
        QJsonObject chosen = routeOf(process, ways.first());
        for (const QString &id : std::as_const(ways)) {
            const QJsonObject route = routeOf(process, id);
            if (type == u"choice"_s && isTrue(json::text(route, "scriptText"_L1), work)) {
                chosen = route;
                break;
            }
        }
        step = activityOf(process, json::text(chosen, "activity"_L1));
    }
    return step;
}

QStringList Engine::arrive(QJsonObject &work,
                           const QJsonObject &process,
                           const QJsonObject &activity,
                           const QString &route)
{
    const QString token = newId();
    const QJsonObject way = routeOf(process, route);
    work.insert(u"destinationActivity"_s, activity.value("id"_L1));
    work.insert(u"destinationActivityType"_s, activity.value("activityType"_L1));
    work.insert(u"updateTime"_s, now());
    QJsonObject arrived = work;
    setActivity(arrived, activity, token);
    closeLog(arrived, activity, way);
    work = arrived;
    work.insert(u"activityArrivedTime"_s, now());
    QJsonObject stored = m_documents.find(u"data"_s, json::text(work, "job"_L1));
    stored.remove(u"isSaved"_s);
    m_documents.put(u"data"_s, stored);
    const QString type = json::text(activity, "activityType"_L1);
    if (json::text(process, "serialActivity"_L1) == json::text(activity, "id"_L1)
        && json::text(work, "serial"_L1).isEmpty()) {
        work.insert(u"serial"_s, serialFor(process));
    }
    if (type != u"manual"_s) {
        finish(work, activity);
        return {};
    }
    const QString form = json::text(activity, "form"_L1);
    if (!form.isEmpty()) {
        work.insert(u"form"_s, form);
    }
    openLog(work, process);
    QStringList people = participants(work, activity);
    if (people.isEmpty()) {
        // A step for which nobody can be found goes to the creator of the instance.
        people.append(json::text(work, "creatorIdentity"_L1));
    }
    QStringList names;
    for (const QString &identity : std::as_const(people)) {
        names.append(identity.section(u'@', 0, 0));
    }
    work.insert(u"manualTaskIdentityList"_s, QJsonArray::fromStringList(people));
    work.insert(u"manualTaskIdentityText"_s, names.join(u','));
    m_documents.put(u"work"_s, work);
    return distribute(work, process, activity, people);
}

QStringList Engine::distribute(const QJsonObject &work,
                               const QJsonObject &process,
                               const QJsonObject &activity,
                               const QStringList &people)
{
    const bool isQueue = json::text(activity, "manualMode"_L1) == u"queue"_s;
    const QJsonArray before
        = previous(json::text(work, "job"_L1), json::text(work, "activityToken"_L1));
    QStringList holders;
    for (const QString &identity : isQueue ? people.mid(0, 1) : people) {
        holders.append(addTask(work, process, activity, identity, before));
    }
    return holders;
}

void Engine::finish(const QJsonObject &work, const QJsonObject &end)
{
    static const QStringList keys{
        u"job"_s,           u"title"_s,           u"startTime"_s,        u"startTimeMonth"_s,
        u"creatorPerson"_s, u"creatorIdentity"_s, u"creatorUnit"_s,      u"creatorUnitLevelName"_s,
        u"application"_s,   u"applicationName"_s, u"applicationAlias"_s, u"process"_s,
        u"processName"_s,   u"processAlias"_s,    u"serial"_s,           u"form"_s,
        u"activity"_s,      u"activityName"_s,    u"activityAlias"_s,    u"activityDescription"_s
    };
    const QString job = json::text(work, "job"_L1);
    const QString ended = now();
    const QDateTime from = QDateTime::fromString(json::text(work, "startTime"_L1), TimeFormat);
    QJsonObject done{ { u"id"_s, newId() },
                      { u"work"_s, work.value("id"_L1) },
                      { u"completedTime"_s, ended },
                      { u"completedTimeMonth"_s, ended.left(7) },
                      { u"duration"_s,
                        int(from.secsTo(QDateTime::fromString(ended, TimeFormat)) / 60) },
                      { u"expired"_s, false },
                      { u"createTime"_s, ended },
                      { u"updateTime"_s, ended } };
    for (const QString &key : keys) {
        done.insert(key, work.value(key));
    }
    m_documents.put(u"workcompleted"_s, done);
    m_documents.remove(u"work"_s, json::text(work, "id"_L1));
    for (const QString &kind : { u"taskcompleted"_s,
                                 u"record"_s,
                                 u"review"_s,
                                 u"read"_s,
                                 u"readcompleted"_s,
                                 u"attachment"_s }) {
        for (QJsonObject row : rowsOfJob(kind, job)) {
            row.insert(u"completed"_s, true);
            row.insert(u"workCompleted"_s, done.value("id"_L1));
            if (kind == u"taskcompleted"_s || kind == u"review"_s) {
                row.insert(u"currentActivityName"_s, end.value("name"_L1));
            }
            if (kind == u"review"_s) {
                row.insert(u"completedTime"_s, ended);
                row.insert(u"completedTimeMonth"_s, ended.left(7));
            }
            m_documents.put(kind, row);
        }
    }
}

void Engine::openLog(const QJsonObject &work, const QJsonObject &process)
{
    QJsonObject log{ { u"id"_s, newId() },
                     { u"work"_s, work.value("id"_L1) },
                     { u"completed"_s, false },
                     { u"connected"_s, false },
                     { u"splitting"_s, false },
                     { u"fromTime"_s, work.value("activityArrivedTime"_L1) },
                     { u"createTime"_s, now() },
                     { u"updateTime"_s, now() },
                     { u"properties"_s,
                       QJsonObject{ { u"splitTokenList"_s, QJsonArray() },
                                    { u"splitValueList"_s, QJsonArray() } } } };
    for (const QString &key : { u""_s, u"Type"_s, u"Name"_s, u"Alias"_s, u"Token"_s }) {
        log.insert(u"fromActivity"_s + key, work.value(u"activity"_s + key));
    }
    const QJsonObject activity = activityOf(process, json::text(work, "activity"_L1));
    if (json::text(activity, "activityType"_L1) == u"manual"_s) {
        log.insert(u"fromGroup"_s, json::text(activity, "group"_L1));
        log.insert(u"fromOpinionGroup"_s, json::text(activity, "opinionGroup"_L1));
    }
    for (const QString &key :
         { u"job"_s, u"application"_s, u"applicationName"_s, u"process"_s, u"processName"_s }) {
        log.insert(key, work.value(key));
    }
    m_documents.put(u"worklog"_s, log);
}

void Engine::closeLog(const QJsonObject &work,
                      const QJsonObject &activity,
                      const QJsonObject &route)
{
    QJsonObject log = logOpen(json::text(work, "job"_L1));
    if (log.isEmpty()) {
        return;
    }
    for (const QString &key : { u""_s, u"Type"_s, u"Name"_s, u"Token"_s }) {
        log.insert(u"arrivedActivity"_s + key, work.value(u"activity"_s + key));
    }
    if (json::text(activity, "activityType"_L1) == u"manual"_s) {
        log.insert(u"arrivedGroup"_s, json::text(activity, "group"_L1));
        log.insert(u"arrivedOpinionGroup"_s, json::text(activity, "opinionGroup"_L1));
    }
    log.insert(u"arrivedTime"_s, now());
    log.insert(u"route"_s, route.value("id"_L1));
    log.insert(u"routeName"_s, route.value("name"_L1));
    log.insert(u"connected"_s, true);
    log.insert(u"duration"_s, 0);
    log.insert(u"updateTime"_s, now());
    m_documents.put(u"worklog"_s, log);
}

QJsonObject Engine::logOpen(const QString &job) const
{
    for (const QJsonObject &log : rowsOfJob(u"worklog"_s, job)) {
        if (!log.value("connected"_L1).toBool()) {
            return log;
        }
    }
    return {};
}

QJsonObject Engine::logInto(const QString &job, const QString &token) const
{
    for (const QJsonObject &log : rowsOfJob(u"worklog"_s, job)) {
        if (json::text(log, "arrivedActivityToken"_L1) == token) {
            return log;
        }
    }
    return {};
}

bool Engine::isFirst(const QJsonObject &work) const
{
    const QJsonObject log
        = logInto(json::text(work, "job"_L1), json::text(work, "activityToken"_L1));
    return json::text(log, "fromActivityType"_L1) == u"begin"_s;
}

} // namespace andu::server
