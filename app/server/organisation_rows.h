// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/organisation.h"

namespace andu::server {

/// Rows of people, units and identities as the applications write them: the express service names
/// references by distinguished name and mostly leaves ids out, the control service names them by
/// id.
class OrganisationRows
{
public:
    explicit OrganisationRows(const Organisation &organisation)
        : m_organisation(organisation)
    { }

    [[nodiscard]] QJsonObject expressPerson(const QJsonObject &row) const;
    [[nodiscard]] QJsonObject expressUnit(const QJsonObject &row) const;
    [[nodiscard]] QJsonObject expressIdentity(const QJsonObject &row) const;
    /// With counts and id, as unit/list/object of the express service.
    [[nodiscard]] QJsonObject expressWholeUnit(const QJsonObject &row) const;

    [[nodiscard]] QJsonObject unit(const QJsonObject &row, bool mayEdit) const;
    /// A unit with its superior and its members.
    [[nodiscard]] QJsonObject wholeUnit(const QJsonObject &row, bool mayEdit) const;
    [[nodiscard]] QJsonObject identity(const QJsonObject &row) const;
    [[nodiscard]] QJsonObject person(const QJsonObject &row) const;
    /// A person with identities and memberships.
    [[nodiscard]] QJsonObject wholePerson(const QJsonObject &row) const;

private:
    [[nodiscard]] QJsonObject bareUnit(const QJsonObject &row) const;

    const Organisation &m_organisation;
};

} // namespace andu::server
