// SPDX-License-Identifier: GPL-3.0-or-later
// this.org and dictionaries of form scripts, answered from what is stored here.
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/host_answers.h"

namespace andu::forms {

namespace {

using Kind = Directory::Kind;

QString first(const QJsonArray &arguments)
{
    return arguments.at(0).toString();
}

QStringList keysOf(const QJsonObject &object)
{
    QStringList keys{ json::text(object, "id"_L1),
                      json::text(object, "distinguishedName"_L1),
                      json::text(object, "unique"_L1) };
    keys.removeAll(QString());
    return keys;
}

QJsonArray arrayOf(const QList<QJsonObject> &objects)
{
    QJsonArray array;
    for (const QJsonObject &object : objects) {
        array.append(object);
    }
    return array;
}

/// Objects whose member names @p owner by id, distinguished name or unique.
QList<QJsonObject>
belonging(const QList<QJsonObject> &objects, QLatin1StringView member, const QJsonObject &owner)
{
    const QStringList keys = keysOf(owner);
    QList<QJsonObject> found;
    for (const QJsonObject &object : objects) {
        if (keys.contains(json::text(object, member))) {
            found.append(object);
        }
    }
    return found;
}

/// Units above or below by their level names "集团/部门": the path is all that every version sends.
QList<QJsonObject>
unitsAround(const Directory &directory, const QJsonObject &unit, bool isAbove, bool isNested)
{
    const QString path = json::text(unit, "levelName"_L1);
    const qsizetype depth = path.count(u'/');
    QList<QJsonObject> found;
    const QList<QJsonObject> units = directory.all(Kind::Unit);
    for (const QJsonObject &other : units) {
        const QString place = json::text(other, "levelName"_L1);
        const bool isRelated = !place.isEmpty() && !path.isEmpty()
            && (isAbove ? path.startsWith(place + u'/') : place.startsWith(path + u'/'));
        const qsizetype distance = qAbs(place.count(u'/') - depth);
        if (isRelated && (isNested || distance == 1)) {
            found.append(other);
        }
    }
    return found;
}

/// Identities of a unit, with those of the units below it when @p isNested.
QList<QJsonObject> membersOf(const Directory &directory, const QJsonObject &unit, bool isNested)
{
    const QList<QJsonObject> identities = directory.all(Kind::Identity);
    QList<QJsonObject> found = belonging(identities, "unit"_L1, unit);
    if (isNested) {
        const QList<QJsonObject> below = unitsAround(directory, unit, false, true);
        for (const QJsonObject &inner : below) {
            found += belonging(identities, "unit"_L1, inner);
        }
    }
    return found;
}

QJsonArray peopleOfGroup(const Directory &directory, const QJsonObject &group)
{
    QJsonArray people;
    QStringList keys = json::texts(group, "personList"_L1);
    for (const QString &identity : json::texts(group, "identityList"_L1)) {
        keys.append(json::text(directory.find(Kind::Identity, identity), "person"_L1));
    }
    for (const QString &key : std::as_const(keys)) {
        const QJsonObject person = directory.find(Kind::Person, key);
        if (!person.isEmpty() && !people.contains(person)) {
            people.append(person);
        }
    }
    return people;
}

} // namespace

QJsonValue HostAnswers::org(const QJsonArray &arguments)
{
    static const QHash<QString, Directory::Kind> kinds{
        { u"person"_s, Directory::Kind::Person }, { u"identity"_s, Directory::Kind::Identity },
        { u"unit"_s, Directory::Kind::Unit },     { u"group"_s, Directory::Kind::Group },
        { u"role"_s, Directory::Kind::Role },
    };
    const auto kind = kinds.constFind(first(arguments));
    if (kind == kinds.constEnd()) {
        return QJsonValue::Null;
    }
    const QJsonObject object = m_session.directory().find(
        kind.value(), arguments.at(1).toString(), m_session.preferredNames());
    return object.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(object);
}

QJsonValue HostAnswers::orgDuty(const QJsonArray &arguments)
{
    QJsonArray found;
    const QStringList names
        = m_session.directory().duty(first(arguments), arguments.at(1).toString());
    for (const QString &name : names) {
        const QJsonObject object = m_session.directory().find(Directory::Kind::Identity, name);
        if (!object.isEmpty()) {
            found.append(object);
        }
    }
    return found;
}

QJsonValue HostAnswers::orgIdentities(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const bool isPerson = first(arguments) == "person"_L1;
    const QJsonObject owner = directory.find(isPerson ? Kind::Person : Kind::Unit,
                                             arguments.at(1).toString(),
                                             m_session.preferredNames());
    return arrayOf(isPerson ? belonging(directory.all(Kind::Identity), "person"_L1, owner)
                            : membersOf(directory, owner, arguments.at(2).toBool()));
}

QJsonValue HostAnswers::orgPersons(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const QString key = arguments.at(1).toString();
    QList<QJsonObject> identities;
    if (first(arguments) == "unit"_L1) {
        const QJsonObject unit = directory.find(Kind::Unit, key, m_session.preferredNames());
        identities = membersOf(directory, unit, arguments.at(2).toBool());
    } else if (first(arguments) == "group"_L1) {
        return peopleOfGroup(directory, directory.find(Kind::Group, key));
    } else {
        identities.append(directory.find(Kind::Identity, key, m_session.preferredNames()));
    }
    QJsonArray people;
    for (const QJsonObject &identity : std::as_const(identities)) {
        const QJsonObject person = directory.find(Kind::Person, json::text(identity, "person"_L1));
        if (!person.isEmpty() && !people.contains(person)) {
            people.append(person);
        }
    }
    return people;
}

QJsonValue HostAnswers::orgUnits(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const QString way = first(arguments);
    const QString key = arguments.at(1).toString();
    const QStringList preferred = m_session.preferredNames();
    if (way == "above"_L1 || way == "below"_L1) {
        const QJsonObject unit = directory.find(Kind::Unit, key, preferred);
        return arrayOf(unitsAround(directory, unit, way == "above"_L1, arguments.at(2).toBool()));
    }
    if (way == "top"_L1) {
        QList<QJsonObject> tops = directory.all(Kind::Unit);
        tops.removeIf([](const QJsonObject &unit) {
            return json::text(unit, "levelName"_L1).contains(u'/');
        });
        return arrayOf(tops);
    }
    QList<QJsonObject> identities;
    if (way == "person"_L1 || way == "abovePerson"_L1) {
        const QJsonObject person = directory.find(Kind::Person, key, preferred);
        identities = belonging(directory.all(Kind::Identity), "person"_L1, person);
    } else if (way == "identity"_L1 || way == "aboveIdentity"_L1) {
        identities.append(directory.find(Kind::Identity, key, preferred));
    }
    QJsonArray units;
    for (const QJsonObject &identity : std::as_const(identities)) {
        const QJsonObject unit = directory.find(Kind::Unit, json::text(identity, "unit"_L1));
        if (unit.isEmpty()) {
            continue;
        }
        const QList<QJsonObject> wanted = way.startsWith("above"_L1)
            ? unitsAround(directory, unit, true, true)
            : QList<QJsonObject>{ unit };
        for (const QJsonObject &entry : wanted) {
            units.append(entry);
        }
    }
    return units;
}

/// The unit at a level (1 = top), or the nearest above of a type, starting at the given one.
QJsonValue HostAnswers::orgUnitAt(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const QJsonObject unit = directory.find(Kind::Unit, first(arguments));
    QList<QJsonObject> chain = unitsAround(directory, unit, true, true);
    chain.append(unit);
    QJsonArray found;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        const QString path = json::text(*at, "levelName"_L1);
        const bool isMatch = arguments.at(1).isDouble()
            ? path.count(u'/') + 1 == arguments.at(1).toInt()
            : json::texts(*at, "typeList"_L1).contains(arguments.at(1).toString());
        if (isMatch && found.isEmpty()) {
            found.append(*at);
        }
    }
    return found;
}

/// Units in which an identity holds a duty.
QJsonValue HostAnswers::orgUnitsOfDuty(const QJsonArray &arguments)
{
    const Directory &directory = m_session.directory();
    const QJsonObject identity
        = directory.find(Kind::Identity, arguments.at(1).toString(), m_session.preferredNames());
    const QString wanted = json::text(identity, "distinguishedName"_L1);
    QJsonArray found;
    const QList<QJsonObject> units = directory.all(Kind::Unit);
    for (const QJsonObject &unit : units) {
        const QStringList holders
            = directory.duty(first(arguments), json::text(unit, "distinguishedName"_L1));
        if (!wanted.isEmpty() && holders.contains(wanted)) {
            found.append(unit);
        }
    }
    return found;
}

QJsonValue HostAnswers::orgDutyNames(const QJsonArray &arguments)
{
    if (first(arguments) == "unit"_L1) {
        const QJsonObject unit = m_session.directory().find(
            Kind::Unit, arguments.at(1).toString(), m_session.preferredNames());
        const QString dn = json::text(unit, "distinguishedName"_L1);
        QStringList names = m_session.directory().dutyNames();
        names.removeIf([&](const QString &name) {
            return dn.isEmpty() || m_session.directory().duty(name, dn).isEmpty();
        });
        return QJsonArray::fromStringList(names);
    }
    const QJsonObject identity = m_session.directory().find(
        Kind::Identity, arguments.at(1).toString(), m_session.preferredNames());
    return QJsonArray::fromStringList(
        m_session.directory().dutiesOf(json::text(identity, "distinguishedName"_L1)));
}

QJsonValue HostAnswers::orgGroups(const QJsonArray &arguments)
{
    const QJsonObject person = m_session.directory().find(
        Kind::Person, arguments.at(1).toString(), m_session.preferredNames());
    const QStringList keys = keysOf(person);
    QJsonArray found;
    const QList<QJsonObject> groups = m_session.directory().all(Kind::Group);
    for (const QJsonObject &group : groups) {
        const QStringList members = json::texts(group, "personList"_L1);
        if (std::any_of(
                keys.begin(), keys.end(), [&](const auto &key) { return members.contains(key); })) {
            found.append(group);
        }
    }
    return found;
}

/// Roles are known of the person signed in only.
QJsonValue HostAnswers::orgRoles(const QJsonArray &arguments)
{
    const Account &user = m_session.m_input.user;
    const QStringList mine{ user.distinguishedName, user.id, user.unique, user.name };
    if (first(arguments).isEmpty() || !mine.contains(first(arguments))) {
        return QJsonValue::Null;
    }
    QJsonArray roles;
    for (const QString &role : user.roles) {
        roles.append(role);
        roles.append(role.section(u'@', 0, 0));
    }
    return roles;
}

QJsonValue HostAnswers::dictionary(const QJsonArray &arguments)
{
    const QString name = first(arguments);
    const QString application = arguments.at(1).toString();
    QString path = arguments.at(2).toString();
    path.replace(u'/', u'.');
    const Dictionary *found = nullptr;
    for (const Dictionary &dictionary : std::as_const(m_session.m_input.dictionaries)) {
        const bool isNamed
            = dictionary.name == name || dictionary.alias == name || dictionary.id == name;
        const bool isThere = application.isEmpty() || dictionary.application.isEmpty()
            || dictionary.application == application || dictionary.applicationId == application;
        if (isNamed && (!found || isThere)) {
            found = &dictionary; // one of another application only when there is none of this
        }
        if (isNamed && isThere) {
            break;
        }
    }
    if (!found) {
        return QJsonValue::Undefined;
    }
    return path.isEmpty() ? found->data
                          : valueAt(found->data, path.split(u'.', Qt::SkipEmptyParts));
}

} // namespace andu::forms
