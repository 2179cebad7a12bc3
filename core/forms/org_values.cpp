// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/values.h"

namespace andu::forms {

QJsonArray orgValues(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            if (entry.isObject() || !entry.toString().isEmpty()) {
                result.append(entry);
            }
        }
        return result;
    }
    if (value.isObject()) {
        return { value };
    }
    const QString text = value.toString();
    if (text.startsWith(u'[') || text.startsWith(u'{')) {
        const auto parsed = json::parse(text.toUtf8());
        if (parsed) {
            return orgValues(*parsed);
        }
    }
    return text.isEmpty() ? QJsonArray() : QJsonArray{ text };
}

QString orgText(const QJsonValue &value)
{
    if (!value.isObject()) {
        return value.toString().section(u'@', 0, 0);
    }
    const QJsonObject object = value.toObject();
    const QString dn = json::text(object, "distinguishedName"_L1);
    QString name = json::text(object, "name"_L1);
    if (name.isEmpty()) {
        name = dn.section(u'@', 0, 0);
    }
    const QString unit = json::text(object, "unitName"_L1);
    return dn.endsWith("@I"_L1) && !unit.isEmpty() ? name + u'(' + unit + u')' : name;
}

QJsonArray chosenOrg(const Module &module, const QJsonArray &entries)
{
    if (module.json.value("storeRange"_L1).toString() != "simple"_L1) {
        return entries;
    }
    QJsonArray chosen;
    for (const QJsonValue &entry : entries) {
        chosen.append(entry.isObject() ? QJsonValue(simpleOrg(entry.toObject())) : entry);
    }
    return chosen;
}

QJsonObject simpleOrg(const QJsonObject &object)
{
    const QString dn = json::text(object, "distinguishedName"_L1);
    QStringList keys{ u"id"_s, u"name"_s, u"distinguishedName"_s };
    if (dn.endsWith("@I"_L1)) {
        keys += { u"unitLevelName"_s, u"person"_s, u"unit"_s, u"unitName"_s };
    } else if (dn.endsWith("@P"_L1)) {
        keys += u"employee"_s;
    } else if (dn.endsWith("@U"_L1)) {
        keys += u"levelName"_s;
    }
    QJsonObject result;
    for (const QString &key : std::as_const(keys)) {
        if (object.contains(key)) {
            result.insert(key, object.value(key));
        }
    }
    return result;
}

} // namespace andu::forms
