// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/organisation_rows.h"

#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

QJsonObject picked(const QJsonObject &row, const QStringList &keys)
{
    QJsonObject result;
    for (const QString &key : keys) {
        if (row.contains(key)) {
            result.insert(key, row.value(key));
        }
    }
    return result;
}

QJsonObject control(bool mayEdit)
{
    return { { u"allowEdit"_s, mayEdit }, { u"allowDelete"_s, mayEdit } };
}

QString nameOf(const QJsonObject &row)
{
    return json::text(row, "distinguishedName"_L1);
}

} // namespace

QJsonObject OrganisationRows::expressPerson(const QJsonObject &row) const
{
    static const QStringList keys{ u"id"_s,          u"name"_s,   u"genderType"_s,
                                   u"employee"_s,    u"unique"_s, u"distinguishedName"_s,
                                   u"orderNumber"_s, u"mail"_s,   u"mobile"_s,
                                   u"officePhone"_s };
    return picked(row, keys);
}

QJsonObject OrganisationRows::expressUnit(const QJsonObject &row) const
{
    static const QStringList keys{ u"name"_s,      u"unique"_s,    u"distinguishedName"_s,
                                   u"typeList"_s,  u"shortName"_s, u"level"_s,
                                   u"levelName"_s, u"superior"_s,  u"orderNumber"_s };
    return picked(row, keys);
}

QJsonObject OrganisationRows::expressIdentity(const QJsonObject &row) const
{
    static const QStringList keys{ u"name"_s,      u"unique"_s,        u"distinguishedName"_s,
                                   u"person"_s,    u"unit"_s,          u"unitName"_s,
                                   u"unitLevel"_s, u"unitLevelName"_s, u"orderNumber"_s,
                                   u"major"_s };
    return picked(row, keys);
}

QJsonObject OrganisationRows::expressWholeUnit(const QJsonObject &row) const
{
    QJsonObject result = row;
    result.insert(u"subDirectUnitCount"_s, m_organisation.unitsIn(nameOf(row)).size());
    result.insert(u"subDirectIdentityCount"_s, m_organisation.identitiesIn(nameOf(row)).size());
    return result;
}

QJsonObject OrganisationRows::bareUnit(const QJsonObject &row) const
{
    QJsonObject result = row;
    const QJsonObject above = m_organisation.unit(json::text(row, "superior"_L1));
    result.insert(u"superior"_s, json::text(above, "id"_L1));
    result.insert(u"controllerList"_s, QJsonArray());
    return result;
}

QJsonObject OrganisationRows::unit(const QJsonObject &row, bool mayEdit) const
{
    QJsonObject result = bareUnit(row);
    result.insert(u"subDirectUnitCount"_s, m_organisation.unitsIn(nameOf(row)).size());
    result.insert(u"subDirectIdentityCount"_s, m_organisation.identitiesIn(nameOf(row)).size());
    result.insert(u"control"_s, control(mayEdit));
    return result;
}

QJsonObject OrganisationRows::wholeUnit(const QJsonObject &row, bool mayEdit) const
{
    QJsonObject result = unit(row, mayEdit);
    const QJsonObject above = m_organisation.unit(json::text(row, "superior"_L1));
    if (!above.isEmpty()) {
        // The real server does not count below the superior here.
        QJsonObject superior = unit(above, mayEdit);
        superior.insert(u"subDirectUnitCount"_s, 0);
        superior.insert(u"subDirectIdentityCount"_s, 0);
        result.insert(u"woSupDirectUnit"_s, superior);
    }
    QJsonArray members;
    for (const QJsonObject &entry : m_organisation.identitiesIn(nameOf(row))) {
        QJsonObject member = identity(entry);
        member.insert(u"woPerson"_s, person(m_organisation.person(json::text(entry, "person"_L1))));
        members.append(member);
    }
    result.insert(u"woSubDirectIdentityList"_s, members);
    result.insert(u"woUnitAttributeList"_s, QJsonArray());
    result.insert(u"woUnitDutyList"_s, QJsonArray());
    return result;
}

QJsonObject OrganisationRows::identity(const QJsonObject &row) const
{
    QJsonObject result = row;
    result.insert(u"person"_s, m_organisation.person(json::text(row, "person"_L1)).value("id"_L1));
    result.insert(u"unit"_s, m_organisation.unit(json::text(row, "unit"_L1)).value("id"_L1));
    return result;
}

QJsonObject OrganisationRows::person(const QJsonObject &row) const
{
    QJsonObject result = row;
    result.insert(u"controllerList"_s, QJsonArray());
    result.insert(u"changePasswordTime"_s, json::text(row, "createTime"_L1).left(10));
    QJsonArray tops;
    for (const QJsonObject &entry : m_organisation.identitiesOf(nameOf(row))) {
        const QString home = json::text(entry, "unit"_L1);
        const QList<QJsonObject> above = m_organisation.unitsAbove(home);
        const QJsonObject top = above.isEmpty() ? m_organisation.unit(home) : above.first();
        if (!tops.contains(top.value("id"_L1))) {
            tops.append(top.value("id"_L1));
        }
    }
    result.insert(u"topUnitList"_s, tops);
    return result;
}

QJsonObject OrganisationRows::wholePerson(const QJsonObject &row) const
{
    QJsonObject result = person(row);
    QJsonArray identities;
    for (const QJsonObject &entry : m_organisation.identitiesOf(nameOf(row))) {
        QJsonObject own = identity(entry);
        own.insert(u"woUnit"_s, bareUnit(m_organisation.unit(json::text(entry, "unit"_L1))));
        own.insert(u"woUnitDutyList"_s, QJsonArray());
        identities.append(own);
    }
    result.insert(u"woIdentityList"_s, identities);
    result.insert(u"woRoleList"_s, QJsonArray());
    result.insert(u"woGroupList"_s, QJsonArray());
    result.insert(u"woPersonAttributeList"_s, QJsonArray());
    return result;
}

} // namespace andu::server
