// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/base/literals.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QStorageInfo>

namespace andu::store {

namespace {

QString folderOf(const QString &name)
{
    return QFileInfo(QSqlDatabase::database(name, false).databaseName()).path();
}

/// Numbers are SQLite's result codes. A disk without room shows as FULL, but also as an
/// input/output error or a file that cannot be made.
Error errorOf(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt();
    const bool mayBeFull = code == 10 || code == 14;
    const bool isFull = code == 13 || (mayBeFull && QStorageInfo(path).bytesAvailable() < 65536);
    const bool isDamaged = code == 11 || code == 26;
    return Error{ isFull          ? ErrorCode::DiskFull
                      : isDamaged ? ErrorCode::Damaged
                                  : ErrorCode::Storage,
                  u"database: %1 "_s.arg(code) + error.databaseText() };
}

} // namespace

Result<QSqlQuery> Connection::executed(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return tl::unexpected<Error>(errorOf(query.lastError(), folderOf(m_name)));
    }
    for (const QVariant &value : values) {
        // An empty text is a text: a null QString must not become NULL.
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec()) {
        return tl::unexpected<Error>(errorOf(query.lastError(), folderOf(m_name)));
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
        return tl::unexpected<Error>(errorOf(query->lastError(), folderOf(m_name)));
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
        return tl::unexpected<Error>(errorOf(database.driver()->lastError(), folderOf(m_name)));
    }
    return {};
}

Result<void> Connection::commit() const
{
    QSqlDatabase database = QSqlDatabase::database(m_name, false);
    if (!database.commit()) {
        return tl::unexpected<Error>(errorOf(database.driver()->lastError(), folderOf(m_name)));
    }
    return {};
}

void Connection::rollback() const
{
    QSqlDatabase::database(m_name, false).rollback();
}

} // namespace andu::store
