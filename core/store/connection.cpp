// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/base/literals.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

namespace andu::store {

namespace {

Error errorOf(const QSqlError &error)
{
    const bool isFull = error.nativeErrorCode() == u"13"_s; // SQLITE_FULL
    return Error{ isFull ? ErrorCode::DiskFull : ErrorCode::Storage,
                  u"database: "_s + error.nativeErrorCode() + u' ' + error.databaseText() };
}

} // namespace

Result<QSqlQuery> Connection::executed(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return tl::unexpected<Error>(errorOf(query.lastError()));
    }
    for (const QVariant &value : values) {
        // An empty text is a text: a null QString must not become NULL.
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec()) {
        return tl::unexpected<Error>(errorOf(query.lastError()));
    }
    return query;
}

Result<void> Connection::run(const QString &sql, const QVariantList &values) const
{
    const auto query = executed(sql, values);
    if (!query) {
        return tl::unexpected<Error>(query.error());
    }
    return {};
}

Result<void> Connection::each(const QString &sql,
                              const QVariantList &values,
                              const std::function<void(const QSqlQuery &)> &row) const
{
    auto query = executed(sql, values);
    if (!query) {
        return tl::unexpected<Error>(query.error());
    }
    while (query->next()) {
        row(*query);
    }
    if (query->lastError().isValid()) {
        return tl::unexpected<Error>(errorOf(query->lastError()));
    }
    return {};
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values) const
{
    QVariant found;
    const auto done = each(sql, values, [&found](const QSqlQuery &query) {
        if (!found.isValid()) {
            found = query.value(0);
        }
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<void> Connection::begin() const
{
    QSqlDatabase database = QSqlDatabase::database(m_name, false);
    if (!database.transaction()) {
        return tl::unexpected<Error>(errorOf(database.driver()->lastError()));
    }
    return {};
}

Result<void> Connection::commit() const
{
    QSqlDatabase database = QSqlDatabase::database(m_name, false);
    if (!database.commit()) {
        return tl::unexpected<Error>(errorOf(database.driver()->lastError()));
    }
    return {};
}

void Connection::rollback() const
{
    QSqlDatabase::database(m_name, false).rollback();
}

} // namespace andu::store
