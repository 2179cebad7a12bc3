// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "app/server/sample_files.h"
#include "app/server/sample_forms.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace andu::server {

namespace {

const auto TimeFormat = u"yyyy-MM-dd HH:mm:ss";

QJsonObject readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto parsed = json::parse(file.readAll());
    return parsed ? parsed->toObject() : QJsonObject();
}

/// Today's date in the place of the placeholders of a sample text.
QString fresh(QString text, const QDate &today)
{
    static const QRegularExpression pattern(u"\\{\\{(date|dt|d|year|bank):?([^}]*)\\}\\}"_s);
    QRegularExpressionMatch match = pattern.match(text);
    while (match.hasMatch()) {
        const QString kind = match.captured(1);
        const QStringList words = match.captured(2).split(u' ');
        const QDate day = today.addDays(words.value(0).toInt());
        QString value = day.toString(u"yyyy-MM-dd"_s);
        if (kind == u"date"_s) {
            value = u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
        } else if (kind == u"dt"_s) {
            value += u' ' + words.value(1);
        } else if (kind == u"year"_s) {
            value = QString::number(today.year());
        } else if (kind == u"bank"_s) {
            value = u"6200000000000100000"_s;
        }
        text.replace(match.capturedStart(), match.capturedLength(), value);
        match = pattern.match(text);
    }
    return text;
}

QJsonValue freshValue(const QJsonValue &value, const QDate &today)
{
    if (value.isString()) {
        return fresh(value.toString(), today);
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &entry : value.toArray()) {
            list.append(freshValue(entry, today));
        }
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (const QString &key : object.keys()) {
            object.insert(key, freshValue(object.value(key), today));
        }
        return object;
    }
    return value;
}

/// Fills an office with what happened in it before today.
class SampleLoader
{
public:
    SampleLoader(OfficeServer &server, const QString &samples)
        : m_server(server)
        , m_engine(server.engine())
        , m_samples(samples)
        , m_loaded(QDateTime::currentDateTimeUtc().addSecs(8 * 3600))
        , m_today(m_loaded.date())
    { }

    void load()
    {
        loadDesigned();
        loadDictionaries();
        loadDescribed();
        loadDelegations();
        const QJsonObject office = readFile(m_samples + u"/office/todos.json"_s);
        for (const QJsonValue &done : office.value("done"_L1).toArray()) {
            loadDone(done.toObject());
        }
        for (const QJsonValue &todo : office.value("todos"_L1).toArray()) {
            loadTodo(todo.toObject());
        }
        for (const QJsonValue &read : office.value("reads"_L1).toArray()) {
            loadRead(read.toObject());
        }
        for (const QJsonValue &draft : office.value("drafts"_L1).toArray()) {
            loadDraft(draft.toObject());
        }
        m_engine.setNow(std::nullopt);
        const QList<Notice> old = m_engine.takeNotices();
        Q_UNUSED(old) // Nobody is told of the past.
    }

private:
    void putForm(const QJsonObject &answer, const QJsonObject &mobile)
    {
        QJsonObject row{ { u"id"_s, json::at(answer, u"/form/id") }, { u"answer"_s, answer } };
        if (!mobile.isEmpty()) {
            row.insert(u"mobile"_s, mobile);
        }
        m_server.documents().put(u"form"_s, row);
    }

    void loadDesigned()
    {
        const QString forms = m_samples + u"/forms"_s;
        for (const QString &folder : QDir(forms).entryList(QDir::Dirs)) {
            const QDir dir(forms + u'/' + folder);
            for (const QString &name : dir.entryList({ u"*.process.json"_s })) {
                m_server.documents().put(u"process"_s, readFile(dir.filePath(name)));
                const auto answerOf = [&](const QString &kind) {
                    const QString file = QString(name).replace(u".process."_s, kind);
                    return readFile(dir.filePath(file)).value("data"_L1).toObject();
                };
                putForm(answerOf(u".form."_s), answerOf(u".mobile.form."_s));
            }
        }
    }

    void loadDictionaries()
    {
        QFile file(m_samples + u"/forms/dictionaries.json"_s);
        const auto parsed = file.open(QIODevice::ReadOnly) ? json::parse(file.readAll())
                                                           : Result<QJsonValue>(QJsonValue());
        for (const QJsonValue &row : parsed ? parsed->toArray() : QJsonArray()) {
            m_server.documents().put(u"dictionary"_s, row.toObject());
        }
    }

    void loadDescribed()
    {
        const QJsonObject office = readFile(m_samples + u"/office/processes.json"_s);
        for (const QJsonValue &value : office.value("processes"_L1).toArray()) {
            const QJsonObject sample = value.toObject();
            m_described.insert(json::text(sample, "id"_L1), sample);
            const QString form = sampleId(json::text(sample, "id"_L1) + u"form"_s);
            putForm(sampleForm(sample, form), {});
            m_server.documents().put(u"process"_s, sampleProcess(sample, form));
        }
    }

    void loadDelegations()
    {
        for (const SampleDelegation &sample : m_server.organisation().delegations()) {
            QJsonArray processes;
            for (const QJsonObject &described : m_described) {
                if (sample.scope.contains(json::text(described, "name"_L1))) {
                    processes.append(sampleId(json::text(described, "id"_L1)));
                }
            }
            const QString start = timeAt(sample.startDay, QTime(0, 0)).toString(TimeFormat);
            m_server.documents().put(
                u"empower"_s,
                QJsonObject{ { u"id"_s, Engine::newId() },
                             { u"fromPerson"_s, personOf(sample.fromIdentity) },
                             { u"fromIdentity"_s, sample.fromIdentity },
                             { u"toPerson"_s, personOf(sample.toIdentity) },
                             { u"toIdentity"_s, sample.toIdentity },
                             { u"type"_s, processes.isEmpty() ? u"all"_s : u"process"_s },
                             { u"processList"_s, processes },
                             { u"startTime"_s, start },
                             { u"completedTime"_s,
                               timeAt(sample.endDay, QTime(23, 59)).toString(TimeFormat) },
                             { u"enable"_s, sample.isEnabled },
                             { u"createTime"_s, start },
                             { u"updateTime"_s, start } });
        }
    }

    QDateTime timeAt(int day, const QTime &time) const
    {
        // The wall clock of the server's zone, whatever the machine's is.
        return QDateTime(m_today.addDays(day), time.isValid() ? time : QTime(9, 0), Qt::UTC);
    }

    /// The past is never later than now, whatever the hour the office is filled at.
    void setClock(const QDateTime &time) { m_engine.setNow(qMin(time, m_loaded)); }

    QString personOf(const QString &identity) const
    {
        return json::text(m_server.organisation().identity(identity), "person"_L1);
    }

    QString identityOf(const QString &person) const
    {
        return m_server.organisation().majorIdentity(person);
    }

    /// Starts an instance of a described process; its work.
    QJsonObject begin(const QJsonObject &sample, const QString &drafter, const QJsonObject &data)
    {
        const QString process = json::text(sample, "process"_L1);
        return m_engine.start(m_engine.processOf(process),
                              identityOf(drafter),
                              fresh(json::text(sample, "title"_L1), m_today),
                              sampleData(m_described.value(process),
                                         freshValue(data, m_today).toObject(),
                                         m_server.organisation()));
    }

    /// The todo of somebody in a step. The samples say what happened, whoever the engine would
    /// have asked, so it is put there when it is somewhere else.
    QJsonObject todoOf(const QJsonObject &work, const QString &activity, const QString &identity)
    {
        const QString job = json::text(work, "job"_L1);
        for (int attempt = 0; attempt < 2; ++attempt) {
            for (const QJsonObject &task : m_engine.rowsOfJob(u"task"_s, job)) {
                if (json::text(task, "activity"_L1) == activity
                    && json::text(task, "identity"_L1) == identity) {
                    return task;
                }
            }
            m_engine.place(json::text(work, "id"_L1), activity, { identity });
        }
        return {};
    }

    void addFiles(const QJsonObject &work, const QJsonObject &sample)
    {
        QString site = u"attachments"_s;
        const QJsonObject described = m_described.value(json::text(sample, "process"_L1));
        for (const QJsonValue &value : described.value("fields"_L1).toArray()) {
            if (json::text(value.toObject(), "type"_L1) == u"attachment"_s) {
                site = json::text(value.toObject(), "id"_L1);
            }
        }
        for (const QJsonValue &value : sample.value("attachments"_L1).toArray()) {
            const QString name = fresh(json::text(value.toObject(), "name"_L1), m_today);
            const QByteArray bytes = sampleFile(name);
            if (!bytes.isEmpty()) {
                storeAttachment(m_server,
                                work,
                                json::text(work, "creatorPerson"_L1),
                                StoredFile{ name, site, bytes });
            }
        }
    }

    /// One open todo: started by its drafter in the past, carried along its history to where it
    /// waits now.
    void loadTodo(const QJsonObject &todo)
    {
        const QString process = json::text(todo, "process"_L1);
        const QJsonArray history = todo.value("history"_L1).toArray();
        const auto timeOf = [this](const QJsonObject &line) {
            const QString time = json::text(line, "time"_L1);
            return timeAt(line.value("day"_L1).toInt(), QTime::fromString(time, u"HH:mm"_s));
        };
        QDateTime at = history.isEmpty() ? timeAt(todo.value("startDay"_L1).toInt(), QTime(9, 0))
                                         : timeOf(history.first().toObject());
        setClock(at);
        const QString drafter = json::text(todo, "drafter"_L1);
        const QJsonObject work = begin(todo, drafter, todo.value("data"_L1).toObject());
        addFiles(work, todo);
        for (const QJsonValue &value : history) {
            const QJsonObject line = value.toObject();
            const QString activity = sampleId(process + json::text(line, "activity"_L1));
            const QJsonObject task
                = todoOf(work, activity, identityOf(json::text(line, "person"_L1)));
            setClock(timeOf(line));
            const QString route = json::text(line, "route"_L1);
            if (json::texts(task, "routeNameList"_L1).contains(route)) {
                m_engine.process(
                    task,
                    Decision{ route, fresh(json::text(line, "opinion"_L1), m_today), {}, {}, {} });
            }
        }
        hold(work, todo);
    }

    /// Hands a todo that arrived before a delegation began over when it began.
    void delegate(const QJsonObject &work,
                  const QString &activity,
                  const QStringList &people,
                  const QString &to)
    {
        for (const SampleDelegation &sample : m_server.organisation().delegations()) {
            if (!to.isEmpty() && sample.isEnabled && sample.toIdentity == identityOf(to)
                && people.contains(sample.fromIdentity)) {
                setClock(timeAt(sample.startDay, QTime(9, 0)));
                m_engine.place(json::text(work, "id"_L1), activity, people);
            }
        }
    }

    /// Leaves the todo with the people the samples name, with its deadline.
    void hold(const QJsonObject &work, const QJsonObject &todo)
    {
        const QString job = json::text(work, "job"_L1);
        const QString activity
            = sampleId(json::text(todo, "process"_L1) + json::text(todo, "activity"_L1));
        QStringList people;
        for (const QString &handler : json::texts(todo, "handlers"_L1)) {
            people.append(identityOf(handler));
        }
        QStringList holders;
        bool isThere = true;
        for (const QJsonObject &task : m_engine.rowsOfJob(u"task"_s, job)) {
            const QString from = json::text(task, "empowerFromIdentity"_L1);
            holders.append(from.isEmpty() ? json::text(task, "identity"_L1) : from);
            isThere = isThere && json::text(task, "activity"_L1) == activity;
        }
        if (!isThere
            || QSet<QString>(holders.begin(), holders.end())
                != QSet<QString>(people.begin(), people.end())) {
            m_engine.place(json::text(work, "id"_L1), activity, people);
        }
        delegate(work, activity, people, json::text(todo, "delegatedTo"_L1));
        const QDateTime due = timeAt(todo.value("expireDay"_L1).toInt(), QTime(18, 0));
        const bool isOver = due < QDateTime::currentDateTimeUtc().addSecs(8 * 3600);
        for (QJsonObject task : m_engine.rowsOfJob(u"task"_s, job)) {
            task.insert(u"expireTime"_s, due.toString(TimeFormat));
            task.insert(u"urgeTime"_s, due.addSecs(-2 * 3600).toString(TimeFormat));
            task.remove(u"expired"_s);
            task.remove(u"urged"_s);
            if (isOver) {
                task.insert(u"expired"_s, true);
                task.insert(u"urged"_s, true);
            }
            m_server.documents().put(u"task"_s, task);
        }
        if (todo.value("urgedTimes"_L1).toInt() > 0) {
            m_engine.press(m_server.documents().find(u"work"_s, json::text(work, "id"_L1)),
                           json::text(work, "creatorPerson"_L1));
        }
    }

    /// The steps of a process along the first route of each, without those that may be left out.
    QStringList stepsOf(const QJsonObject &process) const
    {
        QStringList steps;
        const QString begin = json::text(process.value("begin"_L1).toObject(), "route"_L1);
        QString next = json::text(Engine::routeOf(process, begin), "activity"_L1);
        while (!steps.contains(next)) {
            const QJsonObject activity = Engine::activityOf(process, next);
            const QStringList routes = json::texts(activity, "routeList"_L1);
            if (json::text(activity, "activityType"_L1) != u"manual"_s || routes.isEmpty()) {
                break;
            }
            steps.append(next);
            next = json::text(Engine::routeOf(process, routes.first()), "activity"_L1);
        }
        return steps;
    }

    /// Which of @p steps each of @p people took: in order, and as many as can be in a step that
    /// asks for them.
    QStringList
    stepsTaken(const QJsonObject &work, const QStringList &steps, const QStringList &people) const
    {
        if (people.isEmpty() || steps.size() < people.size()) {
            return steps.mid(0, people.size());
        }
        const QJsonObject process = m_engine.processOf(json::text(work, "process"_L1));
        const qsizetype columns = steps.size() + 1;
        // Best number of fitting people for the last i people in the last j steps.
        QList<QList<int>> best(people.size() + 1, QList<int>(columns, 0));
        QList<QList<bool>> takes(people.size() + 1, QList<bool>(columns, false));
        for (qsizetype i = 1; i <= people.size(); ++i) {
            for (qsizetype j = i; j < columns; ++j) {
                const QJsonObject activity
                    = Engine::activityOf(process, steps.at(steps.size() - j));
                const bool fits
                    = m_engine.participants(work, activity).contains(people.at(people.size() - i));
                const int taken = best[i - 1][j - 1] + (fits ? 1 : 0);
                const bool canPass = j > i;
                takes[i][j] = !canPass || taken >= best[i][j - 1];
                best[i][j] = takes[i][j] ? taken : best[i][j - 1];
            }
        }
        QStringList result;
        qsizetype i = people.size();
        for (qsizetype j = steps.size(); j > 0 && i > 0; --j) {
            if (takes[i][j]) {
                result.append(steps.at(steps.size() - j));
                --i;
            }
        }
        return result;
    }

    /// An instance that has ended: each of its people decided once, in the order of the steps.
    void loadDone(const QJsonObject &done)
    {
        const QString process = json::text(done, "process"_L1);
        const QDateTime started = timeAt(done.value("startDay"_L1).toInt(), QTime(9, 0));
        QStringList people{ identityOf(json::text(done, "drafter"_L1)) };
        for (const QString &handler : json::texts(done, "handlers"_L1)) {
            people.append(identityOf(handler));
        }
        const qint64 step = done.value("totalMinutes"_L1).toInt() * 60LL / people.size();
        const bool isRefused = json::text(done, "result"_L1) == u"不同意"_s;
        setClock(started);
        const QJsonObject work = begin(done, json::text(done, "drafter"_L1), {});
        const QStringList steps = stepsTaken(work, stepsOf(m_engine.processOf(process)), people);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const QJsonObject task = todoOf(work, steps.at(i), people.at(i));
            setClock(started.addSecs(step * (i + 1)));
            const QStringList routes = json::texts(task, "routeNameList"_L1);
            const bool isNo = isRefused && i == steps.size() - 1;
            QString route = routes.value(0);
            if (isNo) {
                route
                    = routes.contains(u"不同意"_s) ? u"不同意"_s : routes.value(routes.size() - 1);
            }
            const QString opinion = i == 0 ? QString() : isNo ? u"不同意。"_s : u"同意。"_s;
            m_engine.process(task, Decision{ route, opinion, {}, {}, {} });
        }
        m_engine.place(json::text(work, "id"_L1), sampleId(process + u"end"_s), {});
    }

    /// A finished instance that was sent round to be read.
    void loadRead(const QJsonObject &read)
    {
        setClock(timeAt(read.value("day"_L1).toInt(), QTime(10, 0)));
        const QJsonObject work = begin(read,
                                       json::text(read, "sentBy"_L1),
                                       QJsonObject{ { u"note"_s, read.value("note"_L1) } });
        for (const QString &reader : json::texts(read, "readers"_L1)) {
            m_engine.giveRead(work, identityOf(reader));
        }
        m_engine.place(
            json::text(work, "id"_L1), sampleId(json::text(read, "process"_L1) + u"end"_s), {});
    }

    void loadDraft(const QJsonObject &draft)
    {
        const QString flag = json::text(draft, "process"_L1);
        const QJsonObject process = m_engine.processOf(flag);
        const QString identity = identityOf(json::text(draft, "owner"_L1));
        const QString saved
            = timeAt(draft.value("savedDay"_L1).toInt(),
                     QTime::fromString(json::text(draft, "savedTime"_L1), u"HH:mm"_s))
                  .toString(TimeFormat);
        m_server.documents().put(
            u"draft"_s,
            QJsonObject{ { u"id"_s, Engine::newId() },
                         { u"title"_s, fresh(json::text(draft, "title"_L1), m_today) },
                         { u"person"_s, personOf(identity) },
                         { u"identity"_s, identity },
                         { u"unit"_s, m_server.organisation().identity(identity).value("unit"_L1) },
                         { u"application"_s, process.value("application"_L1) },
                         { u"applicationName"_s, process.value("applicationName"_L1) },
                         { u"applicationAlias"_s, QString() },
                         { u"process"_s, process.value("id"_L1) },
                         { u"processName"_s, process.value("name"_L1) },
                         { u"processAlias"_s, process.value("alias"_L1) },
                         { u"data"_s,
                           sampleData(m_described.value(flag),
                                      freshValue(draft.value("data"_L1), m_today).toObject(),
                                      m_server.organisation()) },
                         { u"createTime"_s, saved },
                         { u"updateTime"_s, saved } });
    }

    OfficeServer &m_server;
    Engine &m_engine;
    QString m_samples;
    QDateTime m_loaded; ///< On the clock of the server's zone.
    QDate m_today;
    QHash<QString, QJsonObject> m_described; ///< Of the office, by id.
};

} // namespace

void loadSamples(OfficeServer &server, const QString &samples)
{
    SampleLoader(server, samples).load();
}

} // namespace andu::server
