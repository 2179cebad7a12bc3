// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace andu::server {

/// People, units and identities of both sample organisations, found by any flag O2OA takes (id,
/// unique, distinguished name, number, mobile, name).
class Organisation
{
public:
    /// Reads the two org.json files under @p samples.
    void load(const QString &samples);

    [[nodiscard]] QJsonObject person(const QString &flag) const;
    [[nodiscard]] QJsonObject identity(const QString &flag) const;
    [[nodiscard]] QJsonObject unit(const QString &flag) const;
    [[nodiscard]] QList<QJsonObject> identitiesOf(const QString &person) const;
    [[nodiscard]] const QList<QJsonObject> &persons() const { return m_persons; }
    [[nodiscard]] const QList<QJsonObject> &units() const { return m_units; }
    [[nodiscard]] const QList<QJsonObject> &identities() const { return m_identities; }
    /// Distinguished names of the identities holding a duty or role of the office.
    [[nodiscard]] QStringList holders(const QString &role) const;

private:
    void loadOffice(const QJsonObject &office);
    void loadForms(const QJsonObject &forms);

    QList<QJsonObject> m_persons;
    QList<QJsonObject> m_units;
    QList<QJsonObject> m_identities; ///< person and unit are distinguished names.
    QHash<QString, QStringList> m_holders;
};

} // namespace andu::server
