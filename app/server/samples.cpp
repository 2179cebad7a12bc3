// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "app/server/sample_forms.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace andu::server {

namespace {

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

void putForm(OfficeServer &server, const QJsonObject &answer)
{
    server.documents().put(
        u"form"_s,
        QJsonObject{ { u"id"_s, json::at(answer, u"/form/id") }, { u"answer"_s, answer } });
}

void loadDesigned(OfficeServer &server, const QString &samples)
{
    for (const QString &folder : QDir(samples).entryList(QDir::Dirs)) {
        const QDir dir(samples + u'/' + folder);
        for (const QString &name : dir.entryList({ u"*.process.json"_s })) {
            server.documents().put(u"process"_s, readFile(dir.filePath(name)));
            const QString form = QString(name).replace(u".process."_s, u".form."_s);
            putForm(server, readFile(dir.filePath(form)).value("data"_L1).toObject());
        }
    }
}

/// One open todo: started by its drafter in the past, carried along its history to where it waits
/// now.
void loadTodo(OfficeServer &server,
              const QJsonObject &todo,
              const QJsonObject &sample,
              const QDate &today)
{
    Engine &engine = server.engine();
    const QJsonObject process = engine.processOf(json::text(todo, "process"_L1));
    const QString drafter = json::text(todo, "drafter"_L1);
    const auto own = server.organisation().identitiesOf(
        json::text(server.organisation().person(drafter), "distinguishedName"_L1));
    if (process.isEmpty() || own.isEmpty()) {
        return;
    }
    const auto at = [&today](int day, const QString &time) {
        return QDateTime(today.addDays(day),
                         QTime::fromString(time, u"HH:mm"_s).isValid()
                             ? QTime::fromString(time, u"HH:mm"_s)
                             : QTime(9, 0));
    };
    const QJsonArray history = todo.value("history"_L1).toArray();
    const QJsonObject first = history.first().toObject();
    engine.setNow(at(todo.value("startDay"_L1).toInt(), json::text(first, "time"_L1)));
    QJsonObject work = engine.start(process,
                                    json::text(own.first(), "distinguishedName"_L1),
                                    fresh(json::text(todo, "title"_L1), today),
                                    sampleData(sample,
                                               freshValue(todo.value("data"_L1), today).toObject(),
                                               server.organisation()));
    const QString job = json::text(work, "job"_L1);
    // History is written as it happened: each line by its person in its activity, whoever the
    // engine would have asked.
    for (const QJsonValue &value : history) {
        const QJsonObject line = value.toObject();
        const QString activity
            = sampleId(json::text(process, "alias"_L1) + json::text(line, "activity"_L1));
        const auto tasks = engine.rowsOfJob(u"task"_s, job);
        if (tasks.isEmpty()) {
            return;
        }
        const QString person = json::text(
            server.organisation().person(json::text(line, "person"_L1)), "distinguishedName"_L1);
        const auto identities = server.organisation().identitiesOf(person);
        if (identities.isEmpty() || json::text(tasks.first(), "activity"_L1) != activity) {
            continue;
        }
        QJsonObject task = tasks.first();
        task.insert(u"person"_s, person);
        task.insert(u"identity"_s, identities.first().value("distinguishedName"_L1));
        server.documents().put(u"task"_s, task);
        engine.setNow(at(line.value("day"_L1).toInt(), json::text(line, "time"_L1)));
        const QString route = json::text(line, "route"_L1);
        if (json::texts(task, "routeNameList"_L1).contains(route)) {
            engine.process(task, route, fresh(json::text(line, "opinion"_L1), today));
        }
    }
    const QStringList handlers = json::texts(todo, "handlers"_L1);
    for (QJsonObject task : engine.rowsOfJob(u"task"_s, job)) {
        const QString delegate = json::text(todo, "delegatedTo"_L1);
        const QString person = json::text(
            server.organisation().person(delegate.isEmpty() ? handlers.value(0) : delegate),
            "distinguishedName"_L1);
        const auto identities = server.organisation().identitiesOf(person);
        if (identities.isEmpty()) {
            continue;
        }
        task.insert(u"person"_s, person);
        task.insert(u"identity"_s, identities.first().value("distinguishedName"_L1));
        task.insert(u"unit"_s, identities.first().value("unit"_L1));
        const QDate due = today.addDays(todo.value("expireDay"_L1).toInt());
        task.insert(u"expireTime"_s, due.toString(u"yyyy-MM-dd"_s) + u" 18:00:00"_s);
        task.remove(u"expired"_s);
        server.documents().put(u"task"_s, task);
        server.documents().put(u"review"_s,
                               QJsonObject{ { u"id"_s, job + u'|' + person },
                                            { u"job"_s, job },
                                            { u"person"_s, person } });
    }
}

} // namespace

void loadSamples(OfficeServer &server, const QString &samples)
{
    loadDesigned(server, samples + u"/forms"_s);
    QHash<QString, QJsonObject> described;
    for (const QJsonValue &value :
         readFile(samples + u"/office/processes.json"_s).value("processes"_L1).toArray()) {
        const QJsonObject sample = value.toObject();
        described.insert(json::text(sample, "id"_L1), sample);
        const QString form = sampleId(json::text(sample, "id"_L1) + u"form"_s);
        putForm(server, sampleForm(sample, form));
        server.documents().put(u"process"_s, sampleProcess(sample, form));
    }
    const QDate today = QDateTime::currentDateTimeUtc().addSecs(8 * 3600).date();
    const QJsonObject todos = readFile(samples + u"/office/todos.json"_s);
    for (const QJsonValue &value : todos.value("todos"_L1).toArray()) {
        const QJsonObject todo = value.toObject();
        loadTodo(server, todo, described.value(json::text(todo, "process"_L1)), today);
    }
    server.engine().setNow(std::nullopt);
    for (const QJsonValue &value : todos.value("reads"_L1).toArray()) {
        const QJsonObject read = value.toObject();
        const QJsonObject process = server.engine().processOf(json::text(read, "process"_L1));
        const QString sender = json::text(
            server.organisation().person(json::text(read, "sentBy"_L1)), "distinguishedName"_L1);
        const auto identities = server.organisation().identitiesOf(sender);
        if (process.isEmpty() || identities.isEmpty()) {
            continue;
        }
        const QJsonObject work
            = server.engine().start(process,
                                    json::text(identities.first(), "distinguishedName"_L1),
                                    fresh(json::text(read, "title"_L1), today),
                                    {});
        for (const QString &reader : json::texts(read, "readers"_L1)) {
            const QString person
                = json::text(server.organisation().person(reader), "distinguishedName"_L1);
            const auto own = server.organisation().identitiesOf(person);
            if (!own.isEmpty()) {
                server.engine().giveRead(work, json::text(own.first(), "distinguishedName"_L1));
            }
        }
    }
}

} // namespace andu::server
