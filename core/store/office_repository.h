// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/office.h"
#include "core/store/connection.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace andu::store {

/// People, units, identities, groups and duties.
class OfficeRepository
{
public:
    explicit OfficeRepository(Connection &connection)
        : m_connection(connection)
    { }

    /// Objects without a distinguished name (duties: without name, unit and identity) are left out.
    [[nodiscard]] Result<void> replaceAll(OfficeKind kind, const QJsonArray &objects) const;
    /// In the server's order.
    [[nodiscard]] Result<QJsonArray> list(OfficeKind kind) const;
    [[nodiscard]] Result<std::optional<QJsonObject>> find(OfficeKind kind,
                                                          const QString &distinguishedName) const;
    /// Names that contain the text, in the server's order.
    [[nodiscard]] Result<QJsonArray> search(OfficeKind kind, const QString &text, int limit) const;
    [[nodiscard]] Result<int> count(OfficeKind kind) const;
    /// Everything at once: `{unitList, personList, identityList, groupList, dutyList}`.
    [[nodiscard]] Result<QJsonObject> directory() const;

private:
    Connection &m_connection;
};

/// Dictionaries of applications.
class DictionaryRepository
{
public:
    explicit DictionaryRepository(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<void> save(const OfficeDictionary &dictionary) const;
    /// Also those known to be missing.
    [[nodiscard]] Result<QList<OfficeDictionary>> list() const;

private:
    Connection &m_connection;
};

} // namespace andu::store
