// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace andu::forms {

/// The part of the organisation that is known here: O2OA's own objects, found by distinguished
/// name, id, unique or plain name. Plain value; what is missing is simply not found.
class Directory
{
public:
    enum class Kind { Identity, Person, Unit, Group, Role };

    void add(Kind kind, const QJsonObject &object);
    /// {name, unit, identity} with distinguished names.
    void addDuty(const QJsonObject &duty);
    /// `{unitList, personList, identityList, groupList, dutyList}`.
    [[nodiscard]] static Directory fromJson(const QJsonObject &lists);

    /// An exact key first; a plain name only when it belongs to one object, or to one of
    /// @p preferred (distinguished names). Empty object when there is none.
    [[nodiscard]] QJsonObject
    find(Kind kind, const QString &key, const QStringList &preferred = {}) const;
    /// Any kind; decided by the suffix @I, @P, @U, @G, @R, else identities, persons, units, groups.
    [[nodiscard]] QJsonObject find(const QString &key, const QStringList &preferred = {}) const;
    [[nodiscard]] QList<QJsonObject> all(Kind kind) const;
    [[nodiscard]] QStringList dutyNames() const;
    /// Distinguished names of the identities that hold a duty in a unit.
    [[nodiscard]] QStringList duty(const QString &name, const QString &unit) const;
    /// Names of the duties that an identity (distinguished name) holds.
    [[nodiscard]] QStringList dutiesOf(const QString &identity) const;

private:
    struct Section
    {
        QList<QJsonObject> objects;
        QHash<QString, qsizetype> byKey;
        QMultiHash<QString, qsizetype> byName;
    };

    QHash<int, Section> m_sections;
    QList<QJsonObject> m_duties;
};

} // namespace andu::forms
