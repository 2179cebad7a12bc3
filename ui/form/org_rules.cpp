// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/org_rules.h"

#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::ui {

using Kind = forms::Directory::Kind;

namespace {

QString dnOf(const QJsonValue &value)
{
    return value.isObject() ? json::text(value.toObject(), "distinguishedName"_L1)
                            : value.toString();
}

QStringList dnsOf(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray list = forms::orgValues(value);
    for (const QJsonValue &entry : list) {
        names.append(dnOf(entry));
    }
    return names;
}

QJsonObject currentTask(const WorkItem &work)
{
    const QJsonArray tasks = work.raw.value("taskList"_L1).toArray();
    return tasks.at(work.raw.value("currentTaskIndex"_L1).toInt(-1)).toObject();
}

/// Units a range names: by the work, by a list in the form, or by the value of another field.
QStringList rangeUnits(const FormContext &context,
                       const QJsonObject &json,
                       const QString &prefix,
                       const QString &range)
{
    const WorkItem &work = context.session.work();
    if (range == "draftUnit"_L1) {
        return { json::text(work.raw.value("work"_L1).toObject(), "creatorUnit"_L1) };
    }
    if (range == "currentUnit"_L1) {
        const QString unit = json::text(currentTask(work), "unit"_L1);
        return { unit.isEmpty() ? json::text(work.raw.value("work"_L1).toObject(), "creatorUnit"_L1)
                                : unit };
    }
    QStringList units = dnsOf(json.value(prefix + u"RangeUnit"_s));
    for (const QString &key : { prefix + u"RangeField"_s, prefix + u"RangeKey"_s }) {
        const QString field = json.value(key).toString();
        if (!field.isEmpty()) {
            units += dnsOf(context.session.value(field));
        }
    }
    units.removeAll(QString());
    return units;
}

} // namespace

QList<Kind> orgKinds(const QStringList &names)
{
    QList<Kind> kinds;
    for (const QString &name : names) {
        const Kind kind = name == "person"_L1 ? Kind::Person
            : name == "unit"_L1               ? Kind::Unit
            : name == "group"_L1              ? Kind::Group
            : name == "role"_L1               ? Kind::Role
                                              : Kind::Identity;
        if (!kinds.contains(kind)) {
            kinds.append(kind);
        }
    }
    return kinds.isEmpty() ? QList<Kind>{ Kind::Identity } : kinds;
}

QString personBehind(const QJsonObject &identity)
{
    for (const auto key : { "personDn"_L1, "person"_L1 }) {
        const QString person = json::text(identity, key);
        if (person.endsWith("@P"_L1)) {
            return person;
        }
    }
    return {};
}

bool OrgRules::allows(const QJsonObject &object) const
{
    const QString dn = json::text(object, "distinguishedName"_L1);
    if (excluded.contains(dn) || (!onlyThese.isEmpty() && !onlyThese.contains(dn))) {
        return false;
    }
    const bool isUnit = dn.endsWith("@U"_L1);
    if (unitPaths.isEmpty() || !(isUnit || dn.endsWith("@I"_L1))) {
        return true;
    }
    const QString path = json::text(object, isUnit ? "levelName"_L1 : "unitLevelName"_L1);
    return std::any_of(unitPaths.begin(), unitPaths.end(), [&](const QString &unit) {
        return path == unit || (!isDirectOnly && path.startsWith(unit + u'/'));
    });
}

OrgRules orgRules(const FormContext &context, const forms::Module &module)
{
    const QJsonObject &json = module.json;
    QStringList types = json::texts(json, "selectType"_L1);
    if (types.isEmpty()) {
        types.append(json::text(json, "selectType"_L1));
    }
    OrgRules rules;
    rules.kinds = orgKinds(types);
    const QString prefix = rules.kinds.first() == Kind::Unit ? u"unit"_s : u"identity"_s;
    for (const QString &key : { prefix + u"Count"_s, u"groupCount"_s, u"count"_s }) {
        rules.most = std::max(rules.most,
                              forms::scalarText(json, QLatin1StringView(key.toLatin1())).toInt());
    }
    QString range = json.value(prefix + u"Range"_s).toString();
    range = range.isEmpty() ? json::text(json, "range"_L1) : range;
    if (!range.isEmpty() && range != "all"_L1) {
        for (const QString &unit : rangeUnits(context, json, prefix, range)) {
            const QJsonObject object = context.session.directory().find(Kind::Unit, unit);
            if (!object.isEmpty()) {
                rules.unitPaths.append(json::text(object, "levelName"_L1));
            }
        }
        rules.isRangeUnknown = rules.unitPaths.isEmpty();
        rules.isDirectOnly = json.value(prefix + u"RangeNext"_s).toString() == "direct"_L1;
    }
    rules.givesPerson = json::text(json, "identityResultType"_L1) == "person"_L1;
    rules.excluded = dnsOf(json.value("exclude"_L1));
    if (forms::isYes(json.value("identityOnlyUseInclude"_L1))) {
        rules.onlyThese = dnsOf(json.value("identityInclude"_L1));
        const QString key = json::text(json, "identityIncludeKey"_L1);
        if (!key.isEmpty()) {
            rules.onlyThese += dnsOf(context.session.value(key));
        }
        rules.isRangeUnknown = rules.isRangeUnknown || rules.onlyThese.isEmpty();
    }
    if (forms::isYes(json.value("excludeSelf"_L1)) || forms::isYes(json.value("noSelf"_L1))) {
        rules.selfPerson = json::text(currentTask(context.session.work()), "person"_L1);
    }
    rules.recent = context.host.recentPeople();
    for (const Record &record : context.session.work().records) {
        if (!record.identity.isEmpty() && !rules.recent.contains(record.identity)) {
            rules.recent.append(record.identity);
        }
    }
    return rules;
}

} // namespace andu::ui
