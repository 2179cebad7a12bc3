// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample_forms.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QRegularExpression>

namespace andu::server {

namespace {

/// A condition in the words of the samples as a script of the engine.
QString scriptOf(const QString &condition)
{
    QStringList terms;
    for (const QString &term : condition.split(u" or "_s)) {
        const QStringList words = term.trimmed().split(u' ');
        if (term.startsWith(u"drafter is "_s)) {
            terms.append(u"this.drafter.isHead"_s);
        } else if (term.contains(u" has role "_s)) {
            terms.append(u"this.%1.has.%2"_s.arg(words.first(), words.last()));
        } else if (words.size() == 3) {
            terms.append(
                u"Number(this.data.%1) %2 %3"_s.arg(words.at(0), words.at(1), words.at(2)));
        }
    }
    return terms.join(u" || "_s);
}

/// When the engine leaves a step out.
QString skipScript(const QJsonObject &activity)
{
    const QString condition = json::text(activity, "condition"_L1);
    const QString skip = json::text(activity, "skipWhen"_L1);
    if (!condition.isEmpty()) {
        return u"return !(%1);"_s.arg(scriptOf(condition));
    }
    return skip.isEmpty() ? QString() : u"return %1;"_s.arg(scriptOf(skip));
}

/// A rule like QJ{yyyy}{MM}{0000} as O2OA writes it: a list of small scripts.
QString textureOf(const QString &rule)
{
    static const QRegularExpression pattern(u"\\{(yyyy|MM|0+)\\}|([^{}]+)"_s);
    QJsonArray parts;
    QStringList counted;
    auto matches = pattern.globalMatch(rule);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString mark = match.captured(1);
        QString key = mark == u"yyyy"_s ? u"year"_s : u"month"_s;
        QString script = u"return serial.%1(\"%2\");"_s.arg(key, mark);
        if (mark.isEmpty()) {
            key = u"text"_s;
            script = u"return serial.text(\"%1\");"_s.arg(match.captured(2));
        } else if (mark.startsWith(u'0')) {
            key = u"number"_s;
            script = u"return serial.nextSerialNumber([%1], %2);"_s.arg(counted.join(u", "_s))
                         .arg(mark.size());
        }
        if (key != u"number"_s) {
            counted.append(QString::number(parts.size()));
        }
        parts.append(QJsonObject{ { u"key"_s, key }, { u"script"_s, script } });
    }
    return QString::fromUtf8(json::compact(parts));
}

QJsonArray routesOf(const QString &process, const QJsonObject &activity)
{
    const QString name = json::text(activity, "id"_L1);
    const QStringList forced = json::texts(activity, "opinionRequiredOn"_L1);
    QJsonArray routes;
    for (const QJsonValue &entry : activity.value("routes"_L1).toArray()) {
        const QJsonObject route = entry.toObject();
        const QString target = json::text(route, "to"_L1);
        routes.append(QJsonObject{
            { u"id"_s, sampleId(process + name + json::text(route, "name"_L1)) },
            { u"name"_s, route.value("name"_L1) },
            { u"alias"_s, QString() },
            { u"activityType"_s, target == "end"_L1 ? u"end"_s : u"manual"_s },
            { u"activity"_s, sampleId(process + target) },
            { u"scriptText"_s, u"return true;"_s },
            { u"opinion"_s, QString() },
            { u"decisionOpinion"_s, QString() },
            { u"orderNumber"_s, int(routes.size()) + 1 },
            { u"sole"_s, false },
            { u"type"_s, QString() },
            { u"opinionRequired"_s, forced.contains(json::text(route, "decision"_L1)) } });
    }
    return routes;
}

QJsonObject stepOf(const QString &process,
                   const QString &form,
                   const QJsonObject &activity,
                   const QJsonArray &routes)
{
    const QString name = json::text(activity, "id"_L1);
    const QString mode = json::text(activity, "mode"_L1);
    const int hours = activity.value("timeLimitHours"_L1).toInt();
    const bool isBegin = json::text(activity, "type"_L1) == "begin"_L1;
    QJsonArray ids;
    for (const QJsonValue &route : routes) {
        ids.append(route.toObject().value("id"_L1));
    }
    return { { u"id"_s, sampleId(process + name) },
             { u"name"_s, activity.value("name"_L1) },
             { u"alias"_s, name },
             { u"description"_s, QString() },
             { u"form"_s, form },
             { u"manualMode"_s,
               mode == "sequence"_L1       ? u"queue"_s
                   : mode == "parallel"_L1 ? u"parallel"_s
                                           : u"single"_s },
             { u"allowReset"_s, isBegin || activity.value("canTransfer"_L1).toBool() },
             { u"allowRetract"_s, true },
             { u"allowPress"_s, true },
             { u"allowDeleteWork"_s, isBegin },
             { u"resetRange"_s, u"all"_s },
             { u"group"_s, QString() },
             { u"opinionGroup"_s, activity.value("name"_L1) },
             { u"participant"_s, json::text(activity, "participant"_L1) },
             { u"skipScriptText"_s, skipScript(activity) },
             { u"taskExpireType"_s, hours > 0 ? u"appoint"_s : u"never"_s },
             { u"taskExpireHour"_s, hours },
             { u"routeList"_s, ids } };
}

} // namespace

QJsonObject sampleProcess(const QJsonObject &process, const QString &formId)
{
    const QString id = json::text(process, "id"_L1);
    QJsonArray manual;
    QJsonArray routes;
    QString first;
    for (const QJsonValue &value : process.value("activities"_L1).toArray()) {
        const QJsonObject activity = value.toObject();
        const QString name = json::text(activity, "id"_L1);
        if (name == "end"_L1) {
            continue;
        }
        first = first.isEmpty() ? name : first;
        const QJsonArray own = routesOf(id, activity);
        for (const QJsonValue &route : own) {
            routes.append(route);
        }
        manual.append(stepOf(id, formId, activity, own));
    }
    const QString begin = sampleId(id + u"begin"_s);
    routes.append(QJsonObject{ { u"id"_s, begin },
                               { u"name"_s, u"开始"_s },
                               { u"activityType"_s, u"manual"_s },
                               { u"activity"_s, sampleId(id + first) } });
    return { { u"id"_s, sampleId(id) },
             { u"name"_s, process.value("name"_L1) },
             { u"alias"_s, id },
             { u"description"_s, QString() },
             { u"application"_s, sampleId(json::text(process, "app"_L1)) },
             { u"applicationName"_s, process.value("app"_L1) },
             { u"form"_s, formId },
             { u"checkDraft"_s, true },
             { u"routeNameAsOpinion"_s, true },
             { u"serialActivity"_s, sampleId(id + first) },
             { u"serialTexture"_s, textureOf(json::text(process, "serialRule"_L1)) },
             { u"begin"_s,
               QJsonObject{ { u"id"_s, sampleId(id + u"begin step"_s) },
                            { u"name"_s, u"开始"_s },
                            { u"alias"_s, u"begin"_s },
                            { u"form"_s, formId },
                            { u"route"_s, begin } } },
             { u"endList"_s,
               QJsonArray{ QJsonObject{ { u"id"_s, sampleId(id + u"end"_s) },
                                        { u"name"_s, u"结束"_s },
                                        { u"alias"_s, u"end"_s } } } },
             { u"manualList"_s, manual },
             { u"routeList"_s, routes } };
}

} // namespace andu::server
