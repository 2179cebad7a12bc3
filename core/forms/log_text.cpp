// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/log_text.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/html_text.h"

#include <algorithm>

namespace andu::forms {

namespace {

const QString DefaultStyle = u"{person} {department} {time} {opinion}"_s;

QString plainName(const QString &dn)
{
    return dn.section(u'@', 0, 0);
}

/// Names may be texts, or objects as the selector of the designer stores them.
QStringList namesIn(const Module &module, QLatin1StringView key)
{
    QStringList names;
    const QJsonArray entries = module.json.value(key).toArray();
    for (const QJsonValue &entry : entries) {
        names.append(entry.isObject() ? json::text(entry.toObject(), "name"_L1)
                                      : plainName(entry.toString()));
    }
    names.removeAll(QString());
    return names;
}

bool passes(const QStringList &wanted, const QString &name)
{
    return wanted.isEmpty() || wanted.contains(name);
}

QString lineOf(const QString &style, const Record &record)
{
    const QDateTime local = record.timeUtc.toLocalTime();
    const std::pair<QString, QString> parts[] = {
        { u"{person}"_s, plainName(record.person) },
        { u"{department}"_s, plainName(record.unit) },
        { u"{company}"_s, QString() },
        { u"{route}"_s, record.routeName },
        { u"{time}"_s, local.toString(u"yyyy-MM-dd HH:mm:ss"_s) },
        { u"{date}"_s, local.toString(u"yyyy-MM-dd"_s) },
        { u"{startTime}"_s, QString() },
        { u"{startDate}"_s, QString() },
        { u"{opinion}"_s, record.opinion.toHtmlEscaped() },
        { u"{activity}"_s, record.activityName },
        { u"{arrivedActivity}"_s, record.nextActivities.join(", "_L1) },
        { u"{next}"_s,
          [&record] {
              QStringList names;
              for (const QString &identity : record.nextIdentities) {
                  names.append(plainName(identity));
              }
              return names.join(", "_L1);
          }() },
        { u"{empowerTo}"_s, QString() },
        { u"{img}"_s, QString() },
    };
    QString line = style;
    for (const auto &[mark, text] : parts) {
        line.replace(mark, text);
    }
    return plainTextOf(line).simplified();
}

} // namespace

QList<Record> logRecords(const Module &module, const QList<Record> &records)
{
    const QStringList activities = namesIn(module, "filterActivity"_L1);
    const QStringList people = namesIn(module, "filterPerson"_L1);
    const QStringList routes = namesIn(module, "filterRoute"_L1);
    const bool hasTodos = isYes(module.json.value("isTask"_L1));
    QList<Record> listed;
    for (const Record &record : records) {
        const bool isOpen = record.type == "currentTask"_L1;
        if ((isOpen && !hasTodos) || !passes(activities, record.activityName)
            || !passes(people, plainName(record.person))
            || (!isOpen && !passes(routes, record.routeName))) {
            continue;
        }
        listed.append(record);
    }
    if (json::text(module.json, "sort"_L1) == "desc"_L1) {
        std::reverse(listed.begin(), listed.end());
    }
    return listed;
}

QString logText(const Module &module, const QList<Record> &records)
{
    QString style = json::text(module.json, "textStyle"_L1);
    if (style.isEmpty()) {
        style = DefaultStyle;
    }
    QStringList lines;
    for (const Record &record : logRecords(module, records)) {
        lines.append(lineOf(style, record));
    }
    return lines.join(u'\n');
}

} // namespace andu::forms
