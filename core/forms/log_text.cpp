// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/log_text.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/html_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace andu::forms {

namespace {

const QString DefaultStyle = u"{person} {department} {time} {opinion}"_s;

QString plainName(const QString &dn)
{
    return dn.section(u'@', 0, 0);
}

QJsonObject propertiesOf(const QJsonObject &record)
{
    return record.value("properties"_L1).toObject();
}

bool isOpen(const QJsonObject &record)
{
    return json::text(record, "type"_L1) == "currentTask"_L1;
}

/// One filter of the designer: a list of names, or a text with the names in it.
struct Filter
{
    QJsonValue wanted;
    bool isExact = false;

    [[nodiscard]] bool isSet() const
    {
        return wanted.isArray() ? !wanted.toArray().isEmpty() : !wanted.toString().isEmpty();
    }

    [[nodiscard]] bool holds(const QString &name) const
    {
        static const QRegularExpression breaks(u"[;|,\\n]"_s);
        if (wanted.isString()) {
            return isExact ? wanted.toString().split(breaks).contains(name)
                           : wanted.toString().contains(name);
        }
        const QJsonArray names = wanted.toArray();
        return std::any_of(names.begin(), names.end(), [&name](const QJsonValue &entry) {
            return entry.isObject() ? json::text(entry.toObject(), "name"_L1) == name
                                    : entry.toString() == name;
        });
    }
};

Filter filterOf(const Module &module, const QString &key)
{
    const QJsonArray exact = module.json.value(key + u"ExactMatch"_s).toArray();
    return { module.json.value(key), exact.first().toString() == "yes"_L1 };
}

bool passes(const Module &module, const QJsonObject &record)
{
    bool isListed = true;
    if (const Filter filter = filterOf(module, u"filterActivity"_s); filter.isSet()) {
        isListed = filter.holds(json::text(record, "fromActivityName"_L1));
    }
    if (const Filter filter = filterOf(module, u"filterActivityAlias"_s); filter.isSet()) {
        const QString alias = json::text(record, "fromActivityAlias"_L1);
        isListed = !alias.isEmpty() && filter.holds(alias);
    }
    if (const Filter filter = filterOf(module, u"filterPerson"_s); filter.isSet()) {
        const QString person = json::text(record, "person"_L1);
        isListed = filter.holds(person) || filter.holds(plainName(person));
    }
    if (const Filter filter = filterOf(module, u"filterRoute"_s); filter.isSet()) {
        isListed = filter.holds(json::text(propertiesOf(record), "routeName"_L1));
    }
    return isListed;
}

/// Todos of older servers' work logs in the shape of records.
QJsonArray recordsOf(const QJsonArray &workLogs)
{
    QJsonArray records;
    for (const QJsonValue &value : workLogs) {
        const QJsonObject log = value.toObject();
        const auto append = [&](const QJsonValue &entry, const QString &type) {
            QJsonObject record = entry.toObject();
            const QJsonObject properties = propertiesOf(record);
            QJsonObject all = properties;
            for (const auto key : { "routeName"_L1, "opinion"_L1, "startTime"_L1 }) {
                if (record.contains(key)) {
                    all.insert(key, record.value(key));
                }
            }
            record.insert(u"type"_s, type);
            record.insert(u"recordTime"_s, record.value("completedTime"_L1));
            record.insert(u"fromActivityName"_s, log.value("fromActivityName"_L1));
            record.insert(u"fromActivityAlias"_s, log.value("fromActivityAlias"_L1));
            record.insert(u"arrivedActivityName"_s, log.value("arrivedActivityName"_L1));
            record.insert(u"properties"_s, all);
            records.append(record);
        };
        const QJsonArray done = log.value("taskCompletedList"_L1).toArray();
        for (const QJsonValue &task : done) {
            append(task, u"task"_s);
        }
        const QJsonArray open = log.value("taskList"_L1).toArray();
        for (const QJsonValue &task : open) {
            append(task, u"currentTask"_s);
        }
    }
    return records;
}

QString nextPeople(const QJsonObject &properties)
{
    QStringList names;
    for (const QString &identity : json::texts(properties, "nextManualTaskIdentityList"_L1)) {
        names.append(plainName(identity));
    }
    return names.join(u',');
}

QString nextActivities(const QJsonObject &record)
{
    QStringList names;
    const QJsonArray next = propertiesOf(record).value("nextManualList"_L1).toArray();
    for (const QJsonValue &step : next) {
        names.append(json::text(step.toObject(), "activityName"_L1));
    }
    return names.isEmpty() ? json::text(record, "arrivedActivityName"_L1) : names.join(u',');
}

QString personOf(const QJsonObject &record)
{
    const QString person = plainName(json::text(record, "person"_L1));
    const QString from = json::text(propertiesOf(record), "empowerFromIdentity"_L1);
    return from.isEmpty() ? person : person + u" 代 "_s + plainName(from);
}

/// Route and opinion of a record; what is no ordinary step is told in the web client's words.
std::pair<QString, QString> stepOf(const QJsonObject &record)
{
    const QJsonObject properties = propertiesOf(record);
    const QString type = json::text(record, "type"_L1);
    const QString route = json::text(properties, "routeName"_L1);
    const QString opinion = json::text(properties, "opinion"_L1);
    const auto or_
        = [](const QString &text, const QString &other) { return text.isEmpty() ? other : text; };
    if (type == "empower"_L1) {
        return { u"授权"_s, u"授权给"_s + nextPeople(properties) };
    }
    if (type == "retract"_L1) {
        return { u"撤回"_s, u"撤回"_s };
    }
    if (type == "reroute"_L1) {
        return { or_(route, u"调度"_s), or_(opinion, u"调度到: "_s + nextActivities(record)) };
    }
    if (type == "rollback"_L1) {
        return { or_(route, u"流程回溯"_s),
                 or_(opinion, u"流程回溯到: "_s + json::text(record, "arrivedActivityName"_L1)) };
    }
    return { type == "reset"_L1 ? or_(route, u"重置"_s) : route, opinion };
}

/// A todo that is still open.
QString openLine(const Module &module, const QJsonObject &record)
{
    const QString start = json::text(propertiesOf(record), "startTime"_L1);
    const QString unit = plainName(json::text(record, "unit"_L1));
    const QString activity = json::text(record, "fromActivityName"_L1);
    QString style = json::text(module.json, "textTaskStyle"_L1);
    if (style.isEmpty()) {
        return u"%1(%2), 【%3】正在处理, 到达时间: %4"_s.arg(
            personOf(record), unit, activity, start);
    }
    style.replace("{person}"_L1, personOf(record).toHtmlEscaped());
    style.replace("{department}"_L1, unit.toHtmlEscaped());
    style.replace("{activity}"_L1, activity.toHtmlEscaped());
    style.replace("{route}"_L1, u"正在处理 ..."_s);
    style.replace("{img}"_L1, QString());
    style.replace("{opinion}"_L1, QString());
    style.replace("{time}"_L1, start);
    return plainTextOf(style).simplified();
}

QString lineOf(const Module &module, const QJsonObject &record, const LogSource &source)
{
    if (isOpen(record)) {
        return openLine(module, record);
    }
    const QJsonObject properties = propertiesOf(record);
    const auto [route, opinion] = stepOf(record);
    const QString time = json::text(record, "recordTime"_L1);
    const QString start = json::text(properties, "startTime"_L1);
    const QStringList units = json::texts(record, "unitList"_L1);
    QString style = json::text(module.json, "textStyle"_L1);
    if (json::text(record, "type"_L1) == "empower"_L1) {
        style = u"{person}（{department}）在【{activity}】活动，授权给{empowerTo}。（{time}）"_s;
    }
    if (const auto own
        = source.script ? source.script(record, "textStyleScript"_L1) : std::nullopt) {
        style = *own;
    }
    const std::pair<QString, QString> parts[] = {
        { u"{person}"_s, personOf(record) },
        { u"{personDn}"_s, json::text(record, "person"_L1) },
        { u"{department}"_s, plainName(json::text(record, "unit"_L1)) },
        { u"{company}"_s, units.isEmpty() ? QString() : plainName(units.last()) },
        { u"{route}"_s, route },
        { u"{time}"_s, time },
        { u"{date}"_s, time.left(10) },
        { u"{startTime}"_s, start },
        { u"{startDate}"_s, start.left(10) },
        { u"{opinion}"_s, opinion },
        { u"{activity}"_s, json::text(record, "fromActivityName"_L1) },
        { u"{arrivedActivity}"_s, nextActivities(record) },
        { u"{next}"_s, nextPeople(properties) },
        { u"{empowerTo}"_s, nextPeople(properties) },
        { u"{img}"_s, QString() },
    };
    QString line = style.isEmpty() ? DefaultStyle : style;
    for (const auto &[mark, text] : parts) {
        line.replace(mark, text.toHtmlEscaped());
    }
    return plainTextOf(line).simplified();
}

QString tableLine(const QJsonObject &record)
{
    const QJsonObject properties = propertiesOf(record);
    const auto [route, opinion] = stepOf(record);
    return QStringList{ personOf(record),
                        json::text(record, "fromActivityName"_L1),
                        plainName(json::text(record, "unit"_L1)),
                        json::text(properties, "startTime"_L1),
                        json::text(record, "recordTime"_L1),
                        route,
                        opinion,
                        nextActivities(record),
                        nextPeople(properties) }
        .join(u'\t');
}

QString mediaLine(const QJsonObject &record, const LogSource &source)
{
    const QStringList wanted
        = json::text(propertiesOf(record), "mediaOpinion"_L1).split(u',', Qt::SkipEmptyParts);
    QStringList names;
    for (const QJsonValue &file : source.attachments) {
        const QJsonObject object = file.toObject();
        if (json::text(object, "site"_L1) == "$mediaOpinion"_L1
            && wanted.contains(json::text(object, "id"_L1))) {
            names.append(json::text(object, "name"_L1));
        }
    }
    return names.join(u", "_s);
}

QString headingOf(const Module &module, const QJsonObject &record)
{
    const QString category = json::text(module.json, "category"_L1);
    const QJsonObject properties = propertiesOf(record);
    if (category == "unit"_L1) {
        return plainName(json::text(record, "unit"_L1));
    }
    if (category == "activityGroup"_L1) {
        const QString group = json::text(properties, "fromOpinionGroup"_L1);
        return group.isEmpty() ? json::text(record, "fromActivityName"_L1)
                               : group.section(u'#', -1);
    }
    if (category == "unitLevelName"_L1) {
        return json::text(properties, "unitLevelName"_L1).section(u'/', 0, 0);
    }
    return category == "activity"_L1 ? json::text(record, "fromActivityName"_L1) : QString();
}

} // namespace

QList<QJsonObject> logRecords(const Module &module, const LogSource &source)
{
    const bool isOlder
        = json::text(module.json, "logType"_L1) != "record"_L1 && !source.workLogs.isEmpty();
    const QJsonArray records = isOlder ? recordsOf(source.workLogs) : source.records;
    const bool hasTodos = isYes(module.json.value("isTask"_L1));
    QList<QJsonObject> listed;
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        const auto own = source.script ? source.script(record, "filterScript"_L1) : std::nullopt;
        const bool isWanted = own ? !own->isEmpty() : passes(module, record);
        if (isWanted && (hasTodos || !isOpen(record))) {
            listed.append(record);
        }
    }
    if (json::text(module.json, "sort"_L1) == "desc"_L1) {
        std::reverse(listed.begin(), listed.end());
    }
    return listed;
}

QString logText(const Module &module, const LogSource &source)
{
    const QString mode = json::text(module.json, "mode"_L1);
    QStringList headings;
    QHash<QString, QStringList> lines;
    const QList<QJsonObject> records = logRecords(module, source);
    for (const QJsonObject &record : records) {
        const QString heading = headingOf(module, record);
        const QString line = mode == "media"_L1 ? mediaLine(record, source)
            : mode == "table"_L1                ? tableLine(record)
                                                : lineOf(module, record, source);
        if (line.isEmpty()) {
            continue;
        }
        if (!headings.contains(heading)) {
            headings.append(heading);
        }
        lines[heading].append(line);
    }
    QStringList all;
    if (mode == "table"_L1) {
        all.append(u"处理人\t活动\t部门\t收到时间\t处理时间\t路由\t意见\t到达活动\t到达处理人"_s);
    }
    for (const QString &heading : std::as_const(headings)) {
        if (!heading.isEmpty()) {
            all.append(heading);
        }
        all += lines.value(heading);
    }
    return all.join(u'\n');
}

} // namespace andu::forms
