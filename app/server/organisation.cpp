// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/organisation.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFile>
#include <QUuid>

namespace andu::server {

namespace {

QString idOf(const QString &name)
{
    return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
}

QJsonObject readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto parsed = json::parse(file.readAll());
    return parsed ? parsed->toObject() : QJsonObject();
}

QJsonObject findIn(const QList<QJsonObject> &rows, const QString &flag)
{
    static const QStringList keys{ u"distinguishedName"_s,
                                   u"id"_s,
                                   u"unique"_s,
                                   u"employee"_s,
                                   u"mobile"_s,
                                   u"mail"_s,
                                   u"name"_s };
    if (flag.isEmpty()) {
        return {};
    }
    for (const QString &key : keys) {
        for (const QJsonObject &row : rows) {
            if (row.value(key).toString() == flag) {
                return row;
            }
        }
    }
    return {};
}

} // namespace

void Organisation::load(const QString &samples)
{
    loadOffice(readFile(samples + u"/office/org.json"_s));
    loadForms(readFile(samples + u"/forms/org.json"_s));
}

void Organisation::loadOffice(const QJsonObject &office)
{
    QHash<QString, QString> unitNames;
    QHash<QString, QString> levelNames;
    for (const QJsonValue &value : office.value("units"_L1).toArray()) {
        const QJsonObject row = value.toObject();
        const QString unique = json::text(row, "unique"_L1);
        const QString name = json::text(row, "name"_L1);
        const QString parent = json::text(row, "superior"_L1).isEmpty()
            ? json::text(row, "parent"_L1)
            : json::text(row, "superior"_L1);
        const QString level
            = levelNames.contains(parent) ? levelNames.value(parent) + u'/' + name : name;
        unitNames.insert(unique, name);
        levelNames.insert(unique, level);
        m_units.append(QJsonObject{ { u"id"_s, idOf(u"unit:"_s + unique) },
                                    { u"name"_s, name },
                                    { u"unique"_s, unique },
                                    { u"distinguishedName"_s, u"%1@%2@U"_s.arg(name, unique) },
                                    { u"level"_s, int(level.count(u'/')) + 1 },
                                    { u"levelName"_s, level } });
        const QString head = json::text(row, "head"_L1);
        if (!head.isEmpty()) {
            m_holders[u"head:"_s + unique].append(head);
        }
    }
    for (const QJsonValue &value : office.value("persons"_L1).toArray()) {
        const QJsonObject row = value.toObject();
        const QString unique = json::text(row, "unique"_L1);
        const QString dn = json::text(row, "dn"_L1);
        m_persons.append(QJsonObject{ { u"id"_s, idOf(u"person:"_s + unique) },
                                      { u"name"_s, json::text(row, "name"_L1) },
                                      { u"unique"_s, unique },
                                      { u"distinguishedName"_s, dn },
                                      { u"genderType"_s, json::text(row, "gender"_L1) },
                                      { u"employee"_s, json::text(row, "employeeNo"_L1) },
                                      { u"mobile"_s, json::text(row, "mobile"_L1) },
                                      { u"mail"_s, json::text(row, "mail"_L1) },
                                      { u"officePhone"_s, json::text(row, "officePhone"_L1) } });
        for (const QJsonValue &entry : row.value("identities"_L1).toArray()) {
            const QJsonObject identity = entry.toObject();
            const QString unit = json::text(identity, "unit"_L1);
            m_identities.append(
                QJsonObject{ { u"id"_s, idOf(u"identity:"_s + json::text(identity, "unique"_L1)) },
                             { u"name"_s, json::text(row, "name"_L1) },
                             { u"unique"_s, json::text(identity, "unique"_L1) },
                             { u"distinguishedName"_s, json::text(identity, "dn"_L1) },
                             { u"person"_s, dn },
                             { u"unit"_s, u"%1@%2@U"_s.arg(unitNames.value(unit), unit) },
                             { u"unitName"_s, unitNames.value(unit) },
                             { u"unitLevel"_s, int(levelNames.value(unit).count(u'/')) + 1 },
                             { u"unitLevelName"_s, levelNames.value(unit) },
                             { u"major"_s, identity.value("major"_L1) } });
            for (const QString &role : json::texts(row, "roles"_L1)) {
                m_holders[role].append(json::text(identity, "dn"_L1));
            }
        }
    }
}

void Organisation::loadForms(const QJsonObject &forms)
{
    for (const QJsonValue &value : forms.value("unitList"_L1).toArray()) {
        m_units.append(value.toObject());
    }
    for (const QJsonValue &value : forms.value("personList"_L1).toArray()) {
        m_persons.append(value.toObject());
    }
    for (const QJsonValue &value : forms.value("identityList"_L1).toArray()) {
        QJsonObject row = value.toObject();
        const QJsonObject home = unit(json::text(row, "unit"_L1));
        row.insert(u"person"_s, row.value("personDn"_L1));
        row.insert(u"unit"_s, home.value("distinguishedName"_L1));
        row.insert(u"unitLevel"_s, home.value("level"_L1));
        row.insert(u"major"_s, true);
        m_identities.append(row);
    }
}

QJsonObject Organisation::person(const QString &flag) const
{
    return findIn(m_persons, flag);
}

QJsonObject Organisation::identity(const QString &flag) const
{
    return findIn(m_identities, flag);
}

QJsonObject Organisation::unit(const QString &flag) const
{
    return findIn(m_units, flag);
}

QList<QJsonObject> Organisation::identitiesOf(const QString &person) const
{
    QList<QJsonObject> list;
    for (const QJsonObject &row : m_identities) {
        if (json::text(row, "person"_L1) == person) {
            list.append(row);
        }
    }
    return list;
}

QStringList Organisation::holders(const QString &role) const
{
    return m_holders.value(role);
}

} // namespace andu::server
