// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/directory.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <optional>

namespace andu::forms {

namespace {

std::optional<Directory::Kind> kindOf(const QString &key)
{
    using Kind = Directory::Kind;
    static const QHash<QString, Kind> suffixes{ { u"@I"_s, Kind::Identity },
                                                { u"@P"_s, Kind::Person },
                                                { u"@U"_s, Kind::Unit },
                                                { u"@G"_s, Kind::Group },
                                                { u"@R"_s, Kind::Role } };
    const auto found = suffixes.constFind(key.right(2));
    return found == suffixes.constEnd() ? std::nullopt : std::optional(found.value());
}

} // namespace

void Directory::add(Kind kind, const QJsonObject &object)
{
    Section &section = m_sections[int(kind)];
    const qsizetype index = section.objects.size();
    section.objects.append(object);
    for (const auto key : { "distinguishedName"_L1, "id"_L1, "unique"_L1 }) {
        const QString text = json::text(object, key);
        if (!text.isEmpty()) {
            section.byKey.insert(text, index);
        }
    }
    section.byName.insert(json::text(object, "name"_L1), index);
}

void Directory::addDuty(const QJsonObject &duty)
{
    m_duties.append(duty);
}

Directory Directory::fromJson(const QJsonObject &lists)
{
    Directory directory;
    const auto read = [&](QLatin1StringView key, Kind kind) {
        const QJsonArray entries = lists.value(key).toArray();
        for (const QJsonValue &entry : entries) {
            directory.add(kind, entry.toObject());
        }
    };
    read("identityList"_L1, Kind::Identity);
    read("personList"_L1, Kind::Person);
    read("unitList"_L1, Kind::Unit);
    read("groupList"_L1, Kind::Group);
    read("roleList"_L1, Kind::Role);
    const QJsonArray duties = lists.value("dutyList"_L1).toArray();
    for (const QJsonValue &duty : duties) {
        directory.addDuty(duty.toObject());
    }
    return directory;
}

QJsonObject Directory::find(Kind kind, const QString &key, const QStringList &preferred) const
{
    const auto section = m_sections.constFind(int(kind));
    if (section == m_sections.constEnd() || key.isEmpty()) {
        return {};
    }
    const auto exact = section->byKey.constFind(key);
    if (exact != section->byKey.constEnd()) {
        return section->objects[exact.value()];
    }
    const QList<qsizetype> named = section->byName.values(key);
    for (const qsizetype index : named) {
        const QJsonObject &object = section->objects[index];
        if (named.size() == 1 || preferred.contains(json::text(object, "distinguishedName"_L1))) {
            return object;
        }
    }
    return {};
}

QJsonObject Directory::find(const QString &key, const QStringList &preferred) const
{
    if (const auto kind = kindOf(key)) {
        return find(*kind, key, preferred);
    }
    for (const Kind kind : { Kind::Identity, Kind::Person, Kind::Unit, Kind::Group }) {
        const QJsonObject object = find(kind, key, preferred);
        if (!object.isEmpty()) {
            return object;
        }
    }
    return {};
}

QList<QJsonObject> Directory::all(Kind kind) const
{
    return m_sections.value(int(kind)).objects;
}

QStringList Directory::dutyNames() const
{
    QStringList names;
    for (const QJsonObject &duty : m_duties) {
        const QString name = json::text(duty, "name"_L1);
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

QStringList Directory::duty(const QString &name, const QString &unit) const
{
    QStringList identities;
    for (const QJsonObject &duty : m_duties) {
        const QString dutyUnit = json::text(duty, "unit"_L1);
        const bool isUnit
            = unit.isEmpty() || dutyUnit == unit || dutyUnit.section(u'@', 0, 0) == unit;
        if (isUnit && json::text(duty, "name"_L1) == name) {
            identities.append(json::text(duty, "identity"_L1));
        }
    }
    return identities;
}

QStringList Directory::dutiesOf(const QString &identity) const
{
    QStringList names;
    for (const QJsonObject &duty : m_duties) {
        if (!identity.isEmpty() && json::text(duty, "identity"_L1) == identity) {
            names.append(json::text(duty, "name"_L1));
        }
    }
    return names;
}

} // namespace andu::forms
