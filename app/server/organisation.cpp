// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/organisation.h"

#include "app/server/pinyin.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFile>
#include <QUuid>

namespace andu::server {

namespace {

// The organisation is the same on every start, so its rows carry one fixed time of creation.
const auto Created = "2026-01-05 09:00:00"_L1;
constexpr int FirstOrderNumber = 280582993;

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

/// Members that the server derives from a row's name.
void addSpelling(QJsonObject &row)
{
    const Pinyin spelling = pinyinOf(json::text(row, "name"_L1));
    row.insert(u"pinyin"_s, spelling.full);
    row.insert(u"pinyinInitial"_s, spelling.initials);
    row.insert(u"createTime"_s, Created);
    row.insert(u"updateTime"_s, Created);
}

} // namespace

void Organisation::load(const QString &samples)
{
    loadOffice(readFile(samples + u"/office/org.json"_s));
    loadForms(readFile(samples + u"/forms/org.json"_s));
    finish();
}

void Organisation::loadOffice(const QJsonObject &office)
{
    QHash<QString, QJsonObject> known;
    for (const QJsonValue &value : office.value("units"_L1).toArray()) {
        const QJsonObject row = value.toObject();
        const QString unique = json::text(row, "unique"_L1);
        const QString name = json::text(row, "name"_L1);
        const QJsonObject parent = known.value(json::text(row, "superior"_L1));
        const QString above = json::text(parent, "levelName"_L1);
        QJsonObject unit{ { u"id"_s, idOf(u"unit:"_s + unique) },
                          { u"name"_s, name },
                          { u"unique"_s, unique },
                          { u"distinguishedName"_s, json::text(row, "dn"_L1) },
                          { u"typeList"_s, QJsonArray{ row.value("type"_L1) } },
                          { u"shortName"_s, row.value("shortName"_L1) },
                          { u"level"_s, parent.value("level"_L1).toInt() + 1 },
                          { u"levelName"_s, above.isEmpty() ? name : above + u'/' + name },
                          { u"orderNumber"_s, row.value("order"_L1) } };
        if (!parent.isEmpty()) {
            unit.insert(u"superior"_s, parent.value("distinguishedName"_L1));
        }
        known.insert(unique, unit);
        m_units.append(unit);
        const QString dn = json::text(row, "dn"_L1);
        m_heads.insert(dn, json::text(row, "head"_L1));
        m_inCharge.insert(dn, json::text(row, "inCharge"_L1));
    }
    m_unitIndex = indexOf(m_units);
    for (const QJsonValue &value : office.value("persons"_L1).toArray()) {
        loadOfficePerson(value.toObject());
    }
    m_identityIndex = indexOf(m_identities);
    m_personIndex = indexOf(m_persons);
    for (const QJsonValue &value : office.value("seals"_L1).toArray()) {
        m_seals.append(value.toObject());
    }
    for (const QJsonValue &value : office.value("delegations"_L1).toArray()) {
        const QJsonObject row = value.toObject();
        m_delegations.append(SampleDelegation{ majorIdentity(json::text(row, "from"_L1)),
                                               majorIdentity(json::text(row, "to"_L1)),
                                               row.value("startDay"_L1).toInt(),
                                               row.value("endDay"_L1).toInt(),
                                               json::text(row, "scope"_L1),
                                               row.value("enabled"_L1).toBool() });
    }
}

void Organisation::loadOfficePerson(const QJsonObject &row)
{
    const QString unique = json::text(row, "unique"_L1);
    const QString dn = json::text(row, "dn"_L1);
    const int order = FirstOrderNumber + int(m_persons.size());
    m_persons.append(QJsonObject{ { u"id"_s, idOf(u"person:"_s + unique) },
                                  { u"name"_s, json::text(row, "name"_L1) },
                                  { u"unique"_s, unique },
                                  { u"distinguishedName"_s, dn },
                                  { u"genderType"_s, json::text(row, "gender"_L1) },
                                  { u"employee"_s, json::text(row, "employeeNo"_L1) },
                                  { u"orderNumber"_s, order },
                                  { u"mobile"_s, json::text(row, "mobile"_L1) },
                                  { u"mail"_s, json::text(row, "mail"_L1) },
                                  { u"officePhone"_s, json::text(row, "officePhone"_L1) } });
    QString major;
    for (const QJsonValue &entry : row.value("identities"_L1).toArray()) {
        const QJsonObject identity = entry.toObject();
        const QJsonObject home = unit(json::text(identity, "unit"_L1));
        const QString flag = json::text(identity, "unique"_L1);
        const QString name = json::text(identity, "dn"_L1);
        m_identities.append(QJsonObject{ { u"id"_s, idOf(u"identity:"_s + flag) },
                                         { u"name"_s, json::text(row, "name"_L1) },
                                         { u"unique"_s, flag },
                                         { u"distinguishedName"_s, name },
                                         { u"person"_s, dn },
                                         { u"unit"_s, home.value("distinguishedName"_L1) },
                                         { u"unitName"_s, home.value("name"_L1) },
                                         { u"unitLevel"_s, home.value("level"_L1) },
                                         { u"unitLevelName"_s, home.value("levelName"_L1) },
                                         { u"orderNumber"_s, order },
                                         { u"major"_s, identity.value("major"_L1) } });
        if (major.isEmpty() || identity.value("major"_L1).toBool()) {
            major = name;
        }
    }
    for (const QString &role : json::texts(row, "roles"_L1)) {
        m_holders[role].append(major);
    }
}

void Organisation::loadForms(const QJsonObject &forms)
{
    QHash<QString, QString> byLevelName;
    QHash<QString, QJsonObject> byId;
    int order = 0;
    for (const QJsonValue &value : forms.value("unitList"_L1).toArray()) {
        QJsonObject row = value.toObject();
        row.remove(u"dn"_s);
        const QString levelName = json::text(row, "levelName"_L1);
        const QString above = byLevelName.value(
            levelName.contains(u'/') ? levelName.section(u'/', 0, -2) : QString());
        row.insert(u"orderNumber"_s, above.isEmpty() ? 1 : ++order);
        if (!above.isEmpty()) {
            row.insert(u"superior"_s, above);
        }
        byLevelName.insert(levelName, json::text(row, "distinguishedName"_L1));
        byId.insert(json::text(row, "id"_L1), row);
        m_units.append(row);
    }
    int number = FirstOrderNumber + 463;
    for (const QJsonValue &value : forms.value("personList"_L1).toArray()) {
        QJsonObject row = value.toObject();
        row.remove(u"dn"_s);
        row.insert(u"orderNumber"_s, number++);
        m_persons.append(row);
    }
    for (const QJsonValue &value : forms.value("identityList"_L1).toArray()) {
        QJsonObject row = value.toObject();
        const QJsonObject home = byId.value(json::text(row, "unit"_L1));
        row.insert(u"person"_s, row.value("personDn"_L1));
        row.insert(u"unit"_s, home.value("distinguishedName"_L1));
        row.insert(u"unitLevel"_s, home.value("level"_L1));
        row.insert(u"orderNumber"_s, number++);
        row.insert(u"major"_s, true);
        for (const QString &key :
             { u"personName"_s, u"personEmployee"_s, u"personUnique"_s, u"personDn"_s }) {
            row.remove(key);
        }
        m_identities.append(row);
    }
    for (const QJsonValue &value : forms.value("dutyList"_L1).toArray()) {
        const QJsonObject duty = value.toObject();
        m_holders[json::text(duty, "name"_L1) + u'@' + json::text(duty, "unit"_L1)].append(
            json::text(duty, "identity"_L1));
    }
}

void Organisation::finish()
{
    const auto byOrder = [](const QJsonObject &a, const QJsonObject &b) {
        const int first = a.value("orderNumber"_L1).toInt();
        const int second = b.value("orderNumber"_L1).toInt();
        return a.value("level"_L1) != b.value("level"_L1)
            ? a.value("level"_L1).toInt() < b.value("level"_L1).toInt()
            : first < second;
    };
    std::stable_sort(m_units.begin(), m_units.end(), byOrder);
    for (QList<QJsonObject> *rows : { &m_persons, &m_units, &m_identities }) {
        for (QJsonObject &row : *rows) {
            addSpelling(row);
        }
    }
    m_personIndex = indexOf(m_persons);
    m_unitIndex = indexOf(m_units);
    m_identityIndex = indexOf(m_identities);
}

Organisation::Index Organisation::indexOf(const QList<QJsonObject> &rows)
{
    static const QStringList keys{ u"distinguishedName"_s,
                                   u"id"_s,
                                   u"unique"_s,
                                   u"employee"_s,
                                   u"mobile"_s,
                                   u"mail"_s,
                                   u"name"_s };
    Index index;
    for (const QString &key : keys) {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString flag = rows.at(i).value(key).toString();
            if (!flag.isEmpty() && !index.contains(flag)) {
                index.insert(flag, i);
            }
        }
    }
    return index;
}

QJsonObject Organisation::person(const QString &flag) const
{
    const qsizetype at = m_personIndex.value(flag, -1);
    return at < 0 ? QJsonObject() : m_persons.at(at);
}

QJsonObject Organisation::identity(const QString &flag) const
{
    const qsizetype at = m_identityIndex.value(flag, -1);
    return at < 0 ? QJsonObject() : m_identities.at(at);
}

QJsonObject Organisation::unit(const QString &flag) const
{
    const qsizetype at = m_unitIndex.value(flag, -1);
    return at < 0 ? QJsonObject() : m_units.at(at);
}

QList<QJsonObject> Organisation::identitiesOf(const QString &person) const
{
    QList<QJsonObject> list;
    std::copy_if(
        m_identities.begin(),
        m_identities.end(),
        std::back_inserter(list),
        [&person](const QJsonObject &row) { return json::text(row, "person"_L1) == person; });
    return list;
}

QString Organisation::majorIdentity(const QString &personFlag) const
{
    QString found;
    for (const QJsonObject &row :
         identitiesOf(json::text(person(personFlag), "distinguishedName"_L1))) {
        if (found.isEmpty() || row.value("major"_L1).toBool()) {
            found = json::text(row, "distinguishedName"_L1);
        }
    }
    return found;
}

QList<QJsonObject> Organisation::identitiesIn(const QString &unit) const
{
    QList<QJsonObject> list;
    std::copy_if(m_identities.begin(),
                 m_identities.end(),
                 std::back_inserter(list),
                 [&unit](const QJsonObject &row) { return json::text(row, "unit"_L1) == unit; });
    return list;
}

QList<QJsonObject> Organisation::unitsIn(const QString &unit) const
{
    QList<QJsonObject> list;
    std::copy_if(
        m_units.begin(), m_units.end(), std::back_inserter(list), [&unit](const QJsonObject &row) {
            return json::text(row, "superior"_L1) == unit;
        });
    return list;
}

QList<QJsonObject> Organisation::unitsBelow(const QString &unit) const
{
    QList<QJsonObject> list = unitsIn(unit);
    for (qsizetype i = 0; i < list.size(); ++i) {
        list.append(unitsIn(json::text(list.at(i), "distinguishedName"_L1)));
    }
    return list;
}

QList<QJsonObject> Organisation::unitsAbove(const QString &flag) const
{
    QList<QJsonObject> list;
    QJsonObject row = unit(json::text(unit(flag), "superior"_L1));
    while (!row.isEmpty()) {
        list.prepend(row);
        row = unit(json::text(row, "superior"_L1));
    }
    return list;
}

QJsonObject Organisation::seal(const QString &flag) const
{
    for (const QJsonObject &row : m_seals) {
        if (json::text(row, "id"_L1) == flag || json::text(row, "name"_L1) == flag
            || json::text(row, "kind"_L1) == flag) {
            return row;
        }
    }
    return {};
}

} // namespace andu::server
