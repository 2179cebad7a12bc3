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

bool isOlderOrg(const Module &module)
{
    return module.type == u"Personfield"_s || module.type == u"Orgfield"_s;
}

QJsonArray chosenOrg(const Module &module, const QJsonArray &entries, const Directory &directory)
{
    const bool isOlder = isOlderOrg(module);
    const bool isSimple = module.json.value("storeRange"_L1).toString() == "simple"_L1;
    QJsonArray chosen;
    for (const QJsonValue &entry : entries) {
        if (!entry.isObject()) {
            chosen.append(entry);
            continue;
        }
        const QJsonObject stored
            = isOlder ? entry.toObject() : storedOrg(entry.toObject(), directory);
        chosen.append(isSimple ? simpleOrg(stored) : stored);
    }
    return chosen;
}

QJsonObject storedOrg(const QJsonObject &object, const Directory &directory)
{
    const QString dn = json::text(object, "distinguishedName"_L1);
    if (directory.find(dn) != object) {
        return object;
    }
    QStringList keys{ u"id"_s, u"name"_s, u"unique"_s, u"distinguishedName"_s };
    if (dn.endsWith("@I"_L1)) {
        keys += { u"person"_s,        u"unit"_s,       u"unitName"_s,
                  u"unitLevelName"_s, u"personName"_s, u"personEmployee"_s,
                  u"personUnique"_s,  u"personDn"_s,   u"ignoreEmpower"_s };
    } else if (dn.endsWith("@P"_L1)) {
        keys += { u"genderType"_s, u"employee"_s, u"mail"_s,       u"weixin"_s,
                  u"qq"_s,         u"mobile"_s,   u"officePhone"_s };
    } else if (dn.endsWith("@U"_L1)) {
        keys += { u"typeList"_s, u"shortName"_s, u"level"_s, u"levelName"_s };
    }
    QJsonObject stored;
    for (const QString &key : std::as_const(keys)) {
        if (object.contains(key)) {
            stored.insert(key, object.value(key));
        }
    }
    if (!dn.endsWith("@I"_L1)) {
        stored.insert(u"dn"_s, dn);
        return stored;
    }
    const QJsonObject person
        = directory.find(Directory::Kind::Person, json::text(object, "person"_L1));
    const QJsonObject unit = directory.find(Directory::Kind::Unit, json::text(object, "unit"_L1));
    if (!person.isEmpty()) {
        stored.insert(u"person"_s, person.value("id"_L1));
        stored.insert(u"personName"_s, person.value("name"_L1));
        stored.insert(u"personEmployee"_s, person.value("employee"_L1));
        stored.insert(u"personUnique"_s, person.value("unique"_L1));
        stored.insert(u"personDn"_s, person.value("distinguishedName"_L1));
    }
    if (!unit.isEmpty() && unit.contains("id"_L1)) {
        stored.insert(u"unit"_s, unit.value("id"_L1));
    }
    return stored;
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
