// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QUuid>

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

QString stableId(const QString &name)
{
    return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
}

/// Today's date in the place of the placeholders of a sample text.
QString fresh(QString text, const QDate &today)
{
    static const QRegularExpression pattern(u"\\{\\{(date|d|dt|year|bank):?([^}]*)\\}\\}"_s);
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

QString moduleType(const QString &type)
{
    static const QHash<QString, QString> map{
        { u"select"_s, u"Select"_s },        { u"radio"_s, u"Radio"_s },
        { u"multiselect"_s, u"Checkbox"_s }, { u"textarea"_s, u"Textarea"_s },
        { u"richtext"_s, u"Textarea"_s },    { u"opinions"_s, u"Textarea"_s },
        { u"number"_s, u"Number"_s },        { u"money"_s, u"Number"_s },
        { u"integer"_s, u"Number"_s },       { u"date"_s, u"Calendar"_s },
        { u"datetime"_s, u"Calendar"_s },    { u"attachment"_s, u"Attachment"_s },
        { u"person"_s, u"Textfield"_s },     { u"text"_s, u"Textfield"_s }
    };
    return map.value(type, u"Textfield"_s);
}

QJsonObject moduleOf(const QJsonObject &field)
{
    const QString type = json::text(field, "type"_L1);
    const QString id = json::text(field, "id"_L1);
    QJsonObject module{ { u"id"_s, id },
                        { u"name"_s, field.value("label"_L1) },
                        { u"type"_s, moduleType(type) },
                        { u"description"_s, QString() },
                        { u"itemType"_s, u"values"_s },
                        { u"itemValues"_s, field.value("options"_L1) } };
    if (type == u"date"_s || type == u"datetime"_s) {
        module.insert(u"selectType"_s, type);
        module.insert(u"format"_s, type == u"date"_s ? u"%Y-%m-%d"_s : u"%Y-%m-%d %H:%M"_s);
    }
    if (type == u"number"_s || type == u"money"_s) {
        module.insert(u"decimals"_s, type == u"money"_s ? u"2"_s : u"*"_s);
    }
    if (field.value("required"_L1).toBool()) {
        const QJsonObject check{ { u"status"_s, u"all"_s },
                                 { u"valueType"_s, u"value"_s },
                                 { u"operateor"_s, u"isnull"_s },
                                 { u"value"_s, QString() },
                                 { u"prompt"_s,
                                   u"请填写“%1”"_s.arg(json::text(field, "label"_L1)) } };
        module.insert(u"validationConfig"_s, QJsonArray{ check });
    }
    return module;
}

/// A plain form in O2OA's encoding: heading, a table of four columns, the journal of opinions.
QJsonObject formFor(const QJsonObject &sample, const QString &id)
{
    QJsonObject modules;
    QString rows;
    QString half;
    const auto cell = [&modules](const QJsonObject &field, bool isWide) {
        const QString key = json::text(field, "id"_L1);
        modules.insert(key, moduleOf(field));
        return u"<td class=\"title\">%1</td><td%2><div mwftype=\"%3\" id=\"%4\"></div></td>"_s.arg(
            json::text(field, "label"_L1).toHtmlEscaped(),
            isWide ? u" colspan=\"3\""_s : QString(),
            moduleType(json::text(field, "type"_L1)).toLower(),
            key);
    };
    for (const QJsonValue &value : sample.value("fields"_L1).toArray()) {
        const QJsonObject field = value.toObject();
        const QString module = moduleType(json::text(field, "type"_L1));
        const bool isWide
            = module == u"Textarea"_s || module == u"Attachment"_s || module == u"Checkbox"_s;
        if (isWide) {
            rows += half.isEmpty() ? QString() : u"<tr>"_s + half + u"<td></td><td></td></tr>"_s;
            half.clear();
            rows += u"<tr>"_s + cell(field, true) + u"</tr>"_s;
        } else if (half.isEmpty()) {
            half = cell(field, false);
        } else {
            rows += u"<tr>"_s + half + cell(field, false) + u"</tr>"_s;
            half.clear();
        }
    }
    rows += half.isEmpty() ? QString() : u"<tr>"_s + half + u"<td></td><td></td></tr>"_s;
    const QString title = json::text(sample, "name"_L1) + u"单"_s;
    modules.insert(u"heading"_s,
                   QJsonObject{ { u"id"_s, u"heading"_s },
                                { u"type"_s, u"Label"_s },
                                { u"valueType"_s, u"text"_s },
                                { u"text"_s, title } });
    modules.insert(u"journal"_s, QJsonObject{ { u"id"_s, u"journal"_s }, { u"type"_s, u"Log"_s } });
    const QString html
        = u"<div mwftype=\"form\" id=\"%1\"><div "
          u"style=\"text-align:center;font-size:20px;font-weight:bold\" mwftype=\"label\" "
          u"id=\"heading\"></div>"
          "<div table=\"\"><table>%2</table></div><div mwftype=\"log\" id=\"journal\"></div></div>"_s
              .arg(id, rows);
    const QJsonObject form{ { u"id"_s, id },
                            { u"name"_s, title },
                            { u"type"_s, u"Form"_s },
                            { u"mode"_s, u"PC"_s },
                            { u"moduleList"_s, modules } };
    QByteArray text = json::compact(QJsonObject{ { u"json"_s, form }, { u"html"_s, html } });
    text = json::compact(QJsonArray{ QString::fromUtf8(text) });
    const QString encoded
        = QString::fromUtf8(text.mid(2, text.size() - 4)); // Escaped once more, without the quotes.
    return { { u"form"_s,
               QJsonObject{ { u"id"_s, id },
                            { u"name"_s, title },
                            { u"hasMobile"_s, false },
                            { u"data"_s, encoded } } },
             { u"relatedFormMap"_s, QJsonObject() },
             { u"relatedScriptMap"_s, QJsonObject() } };
}

QJsonObject processFor(const QJsonObject &sample, const QString &form)
{
    const QString id = json::text(sample, "id"_L1);
    QJsonArray manual;
    QJsonArray routes;
    QString first;
    for (const QJsonValue &value : sample.value("activities"_L1).toArray()) {
        const QJsonObject activity = value.toObject();
        const QString name = json::text(activity, "id"_L1);
        if (name == u"end"_s) {
            continue;
        }
        first = first.isEmpty() ? name : first;
        QJsonArray own;
        for (const QJsonValue &entry : activity.value("routes"_L1).toArray()) {
            const QJsonObject route = entry.toObject();
            const QString target = json::text(route, "to"_L1);
            const QString routeId = stableId(id + name + json::text(route, "name"_L1));
            const bool isEnd = target == u"end"_s;
            own.append(routeId);
            routes.append(QJsonObject{ { u"id"_s, routeId },
                                       { u"name"_s, route.value("name"_L1) },
                                       { u"activityType"_s, isEnd ? u"end"_s : u"manual"_s },
                                       { u"activity"_s, stableId(id + target) },
                                       { u"opinion"_s, QString() },
                                       { u"decisionOpinion"_s, QString() } });
        }
        const QString participant = json::text(activity, "participant"_L1);
        manual.append(QJsonObject{
            { u"id"_s, stableId(id + name) },
            { u"name"_s, activity.value("name"_L1) },
            { u"alias"_s, name },
            { u"form"_s, form },
            { u"manualMode"_s, u"single"_s },
            { u"allowReset"_s, true },
            { u"participant"_s, participant },
            { u"taskScriptText"_s, participant == u"drafter"_s ? u"creatorIdentity"_s : QString() },
            { u"routeList"_s, own } });
    }
    routes.append(QJsonObject{ { u"id"_s, stableId(id + u"begin"_s) },
                               { u"name"_s, u"开始"_s },
                               { u"activityType"_s, u"manual"_s },
                               { u"activity"_s, stableId(id + first) } });
    return { { u"id"_s, stableId(id) },
             { u"name"_s, sample.value("name"_L1) },
             { u"alias"_s, id },
             { u"application"_s, stableId(json::text(sample, "app"_L1)) },
             { u"applicationName"_s, sample.value("app"_L1) },
             { u"form"_s, form },
             { u"serialActivity"_s, stableId(id + first) },
             { u"serialPrefix"_s, json::text(sample, "serialRule"_L1).left(2).toUpper() },
             { u"begin"_s, QJsonObject{ { u"route"_s, stableId(id + u"begin"_s) } } },
             { u"endList"_s,
               QJsonArray{ QJsonObject{ { u"id"_s, stableId(id + u"end"_s) },
                                        { u"name"_s, u"结束"_s },
                                        { u"alias"_s, u"end"_s } } } },
             { u"manualList"_s, manual },
             { u"routeList"_s, routes } };
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
void loadTodo(OfficeServer &server, const QJsonObject &todo, const QDate &today)
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
                                    freshValue(todo.value("data"_L1), today).toObject());
    const QString job = json::text(work, "job"_L1);
    // History is written as it happened: each line by its person in its activity, whoever the
    // engine would have asked.
    for (const QJsonValue &value : history) {
        const QJsonObject line = value.toObject();
        const QString activity
            = stableId(json::text(process, "alias"_L1) + json::text(line, "activity"_L1));
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
    for (const QJsonValue &value :
         readFile(samples + u"/office/processes.json"_s).value("processes"_L1).toArray()) {
        const QJsonObject sample = value.toObject();
        const QString form = stableId(json::text(sample, "id"_L1) + u"form"_s);
        putForm(server, formFor(sample, form));
        server.documents().put(u"process"_s, processFor(sample, form));
    }
    const QDate today = QDateTime::currentDateTimeUtc().addSecs(8 * 3600).date();
    const QJsonObject todos = readFile(samples + u"/office/todos.json"_s);
    for (const QJsonValue &value : todos.value("todos"_L1).toArray()) {
        loadTodo(server, value.toObject(), today);
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
