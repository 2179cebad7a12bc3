// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace andu::server {

/// One person who lets another one handle their todos, for days counted from the day of the
/// samples.
struct SampleDelegation
{
    QString fromIdentity;
    QString toIdentity;
    int startDay = 0;
    int endDay = 0;
    QString scope; ///< Names of processes; 全部流程 is all of them.
    bool isEnabled = false;
};

/// People, units and identities of both sample organisations, found by any flag O2OA takes (id,
/// unique, distinguished name, number, mobile, mail, name). Rows hold every member; references are
/// distinguished names.
class Organisation
{
public:
    /// Reads the two org.json files under @p samples.
    void load(const QString &samples);

    [[nodiscard]] QJsonObject person(const QString &flag) const;
    [[nodiscard]] QJsonObject identity(const QString &flag) const;
    [[nodiscard]] QJsonObject unit(const QString &flag) const;
    [[nodiscard]] QList<QJsonObject> identitiesOf(const QString &person) const;
    /// Distinguished name of the major identity of a person, by any flag.
    [[nodiscard]] QString majorIdentity(const QString &personFlag) const;
    [[nodiscard]] QList<QJsonObject> identitiesIn(const QString &unit) const;
    [[nodiscard]] QList<QJsonObject> unitsIn(const QString &unit) const; ///< Direct ones.
    [[nodiscard]] QList<QJsonObject> unitsBelow(const QString &unit) const; ///< All, parents first.
    [[nodiscard]] QList<QJsonObject> unitsAbove(const QString &unit) const; ///< From the top down.
    [[nodiscard]] const QList<QJsonObject> &persons() const { return m_persons; }
    [[nodiscard]] const QList<QJsonObject> &units() const { return m_units; }
    [[nodiscard]] const QList<QJsonObject> &identities() const { return m_identities; }
    /// Identities holding a role of the office.
    [[nodiscard]] QStringList holders(const QString &role) const { return m_holders.value(role); }
    /// Person leading a unit, and the one on the board who answers for it; by distinguished name.
    [[nodiscard]] QString head(const QString &unit) const { return m_heads.value(unit); }
    [[nodiscard]] QString inCharge(const QString &unit) const { return m_inCharge.value(unit); }
    /// A seal of the office by its name or kind: {keeper, approver} are uniques of persons.
    [[nodiscard]] QJsonObject seal(const QString &flag) const;
    [[nodiscard]] const QList<SampleDelegation> &delegations() const { return m_delegations; }

private:
    using Index = QHash<QString, qsizetype>;

    void loadOffice(const QJsonObject &office);
    void loadOfficePerson(const QJsonObject &person);
    void loadForms(const QJsonObject &forms);
    void finish();
    [[nodiscard]] static Index indexOf(const QList<QJsonObject> &rows);

    QList<QJsonObject> m_persons;
    QList<QJsonObject> m_units;
    QList<QJsonObject> m_identities; ///< person and unit are distinguished names.
    Index m_personIndex;
    Index m_unitIndex;
    Index m_identityIndex;
    QHash<QString, QStringList> m_holders;
    QHash<QString, QString> m_heads;
    QHash<QString, QString> m_inCharge;
    QList<QJsonObject> m_seals;
    QList<SampleDelegation> m_delegations;
};

} // namespace andu::server
