// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/office_repository.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <array>

namespace andu::store {

namespace {

QJsonObject objectOf(const QSqlQuery &query)
{
    const auto body = json::parse(query.value(0).toString().toUtf8());
    return body ? body->toObject() : QJsonObject();
}

QString keyOf(OfficeKind kind, const QJsonObject &object)
{
    if (kind != OfficeKind::Duty) {
        return json::text(object, "distinguishedName"_L1);
    }
    const QString identity = json::text(object, "identity"_L1);
    return identity.isEmpty()
        ? QString()
        : json::text(object, "name"_L1) + u'\n' + json::text(object, "unit"_L1) + u'\n' + identity;
}

Result<QJsonArray> gathered(const Result<void> &done, const QJsonArray &rows)
{
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return rows;
}

} // namespace

Result<void> OfficeRepository::replaceAll(OfficeKind kind, const QJsonArray &objects) const
{
    auto done = m_connection.run(u"DELETE FROM office_object WHERE kind = ?"_s, { int(kind) });
    int position = 0;
    for (const auto &value : objects) {
        const QJsonObject object = value.toObject();
        const QString key = keyOf(kind, object);
        if (!done || key.isEmpty()) {
            continue;
        }
        done = m_connection.run(
            u"INSERT OR REPLACE INTO office_object (kind, key, position, name, body)"
            " VALUES (?, ?, ?, ?, ?)"_s,
            { int(kind),
              key,
              position++,
              json::text(object, "name"_L1),
              QString::fromUtf8(json::compact(object)) });
    }
    return done;
}

Result<QJsonArray> OfficeRepository::list(OfficeKind kind) const
{
    QJsonArray rows;
    const auto done
        = m_connection.each(u"SELECT body FROM office_object WHERE kind = ? ORDER BY position"_s,
                            { int(kind) },
                            [&rows](const QSqlQuery &query) { rows.append(objectOf(query)); });
    return gathered(done, rows);
}

Result<std::optional<QJsonObject>> OfficeRepository::find(OfficeKind kind,
                                                          const QString &distinguishedName) const
{
    std::optional<QJsonObject> found;
    const auto done
        = m_connection.each(u"SELECT body FROM office_object WHERE kind = ? AND key = ?"_s,
                            { int(kind), distinguishedName },
                            [&found](const QSqlQuery &query) { found = objectOf(query); });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<QJsonArray> OfficeRepository::search(OfficeKind kind, const QString &text, int limit) const
{
    QJsonArray rows;
    const auto done
        = m_connection.each(u"SELECT body FROM office_object WHERE kind = ? AND instr(name, ?) > 0"
                            " ORDER BY position LIMIT ?"_s,
                            { int(kind), text, limit },
                            [&rows](const QSqlQuery &query) { rows.append(objectOf(query)); });
    return gathered(done, rows);
}

Result<int> OfficeRepository::count(OfficeKind kind) const
{
    const auto count
        = m_connection.value(u"SELECT count(*) FROM office_object WHERE kind = ?"_s, { int(kind) });
    if (!count) {
        return tl::unexpected<Error>(count.error());
    }
    return count->toInt();
}

Result<QJsonObject> OfficeRepository::directory() const
{
    static const std::array<std::pair<OfficeKind, QString>, 5> names{
        std::pair(OfficeKind::Unit, u"unitList"_s),
        std::pair(OfficeKind::Person, u"personList"_s),
        std::pair(OfficeKind::Identity, u"identityList"_s),
        std::pair(OfficeKind::Group, u"groupList"_s),
        std::pair(OfficeKind::Duty, u"dutyList"_s)
    };
    QJsonObject lists;
    for (const auto &[kind, name] : names) {
        const auto rows = list(kind);
        if (!rows) {
            return tl::unexpected<Error>(rows.error());
        }
        lists.insert(name, *rows);
    }
    return lists;
}

Result<void> DictionaryRepository::save(const OfficeDictionary &dictionary) const
{
    // Any JSON value may be a dictionary; an array around it makes it a text of its own.
    const QVariant body = dictionary.data.isNull() || dictionary.data.isUndefined()
        ? QVariant()
        : QVariant(QString::fromUtf8(json::compact(QJsonArray{ dictionary.data })));
    return m_connection.run(
        u"INSERT OR REPLACE INTO dictionary (application, name, read_utc, body)"
        " VALUES (?, ?, ?, ?)"_s,
        { dictionary.application, dictionary.name, dictionary.readUtc.toMSecsSinceEpoch(), body });
}

Result<QList<OfficeDictionary>> DictionaryRepository::list() const
{
    QList<OfficeDictionary> dictionaries;
    const auto done = m_connection.each(
        u"SELECT application, name, read_utc, body FROM dictionary ORDER BY application, name"_s,
        {},
        [&dictionaries](const QSqlQuery &query) {
            const auto body = json::parse(query.value(3).toString().toUtf8());
            dictionaries.append(OfficeDictionary{
                query.value(0).toString(),
                query.value(1).toString(),
                body ? body->toArray().at(0) : QJsonValue(),
                QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC) });
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return dictionaries;
}

} // namespace andu::store
