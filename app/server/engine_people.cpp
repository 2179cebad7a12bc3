// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/engine.h"
#include "app/server/script.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

/// Distinguished names in business data: a text, an object of the organisation, or lists of them.
QStringList namesIn(const QJsonValue &value)
{
    QStringList list;
    if (value.isString()) {
        list.append(value.toString());
    } else if (value.isObject()) {
        list.append(json::text(value.toObject(), "distinguishedName"_L1));
    }
    for (const QJsonValue &entry : value.toArray()) {
        list.append(namesIn(entry));
    }
    return list;
}

/// Finds people by the words the sample office describes its steps with.
class OfficeRule
{
public:
    OfficeRule(const Organisation &organisation, const QJsonObject &work, const QJsonObject &data)
        : m_organisation(organisation)
        , m_work(work)
        , m_data(data)
    { }

    QStringList people(const QString &rule) const
    {
        // Alternatives in order; the first that names somebody wins.
        for (const QString &way : rule.split(u" or "_s)) {
            const QStringList found = peopleBy(way.trimmed());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return {};
    }

private:
    QStringList peopleBy(const QString &way) const
    {
        const QString last = way.section(u'.', -1);
        if (way == u"drafter"_s) {
            return { json::text(m_work, "creatorIdentity"_L1) };
        }
        if (way.startsWith(u"drafter.unit."_s)) {
            return leaders({ json::text(m_work, "creatorUnit"_L1) }, last);
        }
        if (way.startsWith(u"unit:"_s)) {
            return leaders({ way.mid(5).section(u'.', 0, 0) }, last);
        }
        if (way.startsWith(u"field:"_s)) {
            return leaders(namesIn(m_data.value(way.mid(6).section(u'.', 0, 0))), last);
        }
        if (way.startsWith(u"role:"_s)) {
            return m_organisation.holders(way.mid(5));
        }
        if (way.startsWith(u"seal."_s)) {
            const QJsonObject seal = m_organisation.seal(m_data.value("sealId"_L1).toString());
            return known({ seal.value(last).toString() });
        }
        if (way == u"persons"_s) {
            // Whoever the step before chose; the head of the office when it chose nobody.
            const QStringList chosen = known(namesIn(m_data.value("persons"_L1)));
            return chosen.isEmpty() ? m_organisation.holders(u"局长"_s) : chosen;
        }
        return known({ way });
    }

    QStringList known(const QStringList &flags) const
    {
        QStringList list;
        for (const QString &flag : flags) {
            const QJsonObject identity = m_organisation.identity(flag);
            const QString name = flag.endsWith(u"@I"_s)
                ? json::text(identity, "distinguishedName"_L1)
                : m_organisation.majorIdentity(flag);
            if (!name.isEmpty()) {
                list.append(name);
            }
        }
        return list;
    }

    QStringList leaders(const QStringList &units, const QString &which) const
    {
        QStringList list;
        for (const QString &flag : units) {
            const QString unit = json::text(m_organisation.unit(flag), "distinguishedName"_L1);
            list.append(known({ which == u"inCharge"_s ? m_organisation.inCharge(unit)
                                                       : m_organisation.head(unit) }));
        }
        return list;
    }

    const Organisation &m_organisation;
    const QJsonObject &m_work;
    const QJsonObject &m_data;
};

} // namespace

QJsonValue Engine::valueFor(const QString &path, const QJsonObject &work) const
{
    const QJsonObject data
        = m_documents.find(u"data"_s, json::text(work, "job"_L1)).value("data"_L1).toObject();
    const QString unit = json::text(work, "creatorUnit"_L1);
    const QString head = m_organisation.head(unit);
    if (path.startsWith(u"data."_s)) {
        return json::at(data, u'/' + path.mid(5).replace(u'.', u'/'));
    }
    if (path.startsWith(u"workContext.getWork."_s)) {
        return work.value(path.mid(20));
    }
    if (path == u"drafter.isHead"_s) {
        return !head.isEmpty()
            && m_organisation.person(head).value("distinguishedName"_L1)
            == work.value("creatorPerson"_L1);
    }
    if (path.startsWith(u"drafter.unit.head.has."_s)) {
        return m_organisation.holders(path.mid(22)).contains(m_organisation.majorIdentity(head));
    }
    return QJsonValue(QJsonValue::Undefined);
}

bool Engine::isTrue(const QString &script, const QJsonObject &work) const
{
    return truth(evaluate(script, [&](const QString &path) { return valueFor(path, work); }));
}

QStringList Engine::participants(const QJsonObject &work, const QJsonObject &activity) const
{
    const QJsonObject data
        = m_documents.find(u"data"_s, json::text(work, "job"_L1)).value("data"_L1).toObject();
    QStringList list = json::texts(activity, "taskIdentityList"_L1);
    for (const QString &unit : json::texts(activity, "taskUnitList"_L1)) {
        const QString name = json::text(m_organisation.unit(unit), "distinguishedName"_L1);
        for (const QJsonObject &member : m_organisation.identitiesIn(name)) {
            list.append(json::text(member, "distinguishedName"_L1));
        }
    }
    for (const QString &path : json::texts(activity, "taskDataPathList"_L1)) {
        list.append(namesIn(json::at(data, u'/' + QString(path).replace(u'.', u'/'))));
    }
    const auto valueOf = [&](const QString &path) { return valueFor(path, work); };
    list.append(namesIn(evaluate(json::text(activity, "taskScriptText"_L1), valueOf)));
    // Duties are JSON in a text: the name of each and a script that says of which unit.
    const auto duties = json::parse(json::text(activity, "taskDuty"_L1).toUtf8());
    for (const QJsonValue &duty : duties ? duties->toArray() : QJsonArray()) {
        const QString name = json::text(duty.toObject(), "name"_L1);
        for (const QString &unit :
             namesIn(evaluate(json::text(duty.toObject(), "code"_L1), valueOf))) {
            list.append(m_organisation.holders(name + u'@' + unit));
        }
    }
    const QString rule = json::text(activity, "participant"_L1);
    if (!rule.isEmpty()) {
        list.append(OfficeRule(m_organisation, work, data).people(rule));
    }
    QStringList known;
    for (const QString &flag : std::as_const(list)) {
        const QString name = flag.endsWith(u"@P"_s)
            ? m_organisation.majorIdentity(flag)
            : json::text(m_organisation.identity(flag), "distinguishedName"_L1);
        if (!name.isEmpty() && !known.contains(name)) {
            known.append(name);
        }
    }
    return known;
}

} // namespace andu::server
