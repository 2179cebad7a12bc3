// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/documents.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace andu::server {

Documents::~Documents()
{
    if (!m_connection.isEmpty()) {
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result<void> Documents::open(const QString &file)
{
    m_connection = QUuid::createUuid().toString();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(file);
    if (!database.open()) {
        return fail(ErrorCode::Storage, database.lastError().text());
    }
    QSqlQuery query(database);
    query.exec(u"PRAGMA journal_mode=WAL"_s);
    query.exec(u"PRAGMA synchronous=NORMAL"_s);
    if (!query.exec(
            u"CREATE TABLE IF NOT EXISTS document (number INTEGER PRIMARY KEY AUTOINCREMENT,"
            " kind TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (kind, id))"_s)) {
        return fail(ErrorCode::Storage, query.lastError().text());
    }
    query.exec(u"SELECT kind, id, body FROM document WHERE kind <> 'blob' ORDER BY number"_s);
    while (query.next()) {
        const auto body = json::parse(query.value(2).toByteArray());
        remember(query.value(0).toString(),
                 query.value(1).toString(),
                 body ? body->toObject() : QJsonObject());
    }
    return {};
}

void Documents::remember(const QString &kind, const QString &id, const QJsonObject &row)
{
    QHash<QString, QJsonObject> &rows = m_rows[kind];
    if (!rows.contains(id)) {
        m_order[kind].append(id);
        const QString job = json::text(row, "job"_L1);
        if (!job.isEmpty()) {
            m_byJob[kind][job].append(id);
        }
    }
    rows.insert(id, row);
}

void Documents::put(const QString &kind, const QJsonObject &row)
{
    const QString id = json::text(row, "id"_L1);
    remember(kind, id, row);
    note(kind, id, true);
}

void Documents::remove(const QString &kind, const QString &id)
{
    const QJsonObject row = m_rows[kind].take(id);
    m_order[kind].removeOne(id);
    m_byJob[kind][json::text(row, "job"_L1)].removeOne(id);
    note(kind, id, false);
}

void Documents::note(const QString &kind, const QString &id, bool isKept)
{
    // Rows are written in the order they were made, which is the order they are read again.
    if (!m_changed.contains({ kind, id })) {
        m_changes.append({ kind, id });
    }
    m_changed.insert({ kind, id }, isKept);
}

QJsonObject Documents::find(const QString &kind, const QString &id) const
{
    return m_rows.value(kind).value(id);
}

QList<QJsonObject> Documents::list(const QString &kind,
                                   const std::function<bool(const QJsonObject &)> &wanted) const
{
    QList<QJsonObject> rows;
    const QHash<QString, QJsonObject> all = m_rows.value(kind);
    for (const QString &id : m_order.value(kind)) {
        const QJsonObject row = all.value(id);
        if (wanted(row)) {
            rows.append(row);
        }
    }
    return rows;
}

QList<QJsonObject> Documents::ofJob(const QString &kind, const QString &job) const
{
    QList<QJsonObject> rows;
    for (const QString &id : m_byJob.value(kind).value(job)) {
        rows.append(find(kind, id));
    }
    return rows;
}

QByteArray Documents::blob(const QString &id) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(u"SELECT body FROM document WHERE kind = 'blob' AND id = ?"_s);
    query.addBindValue(id);
    return query.exec() && query.next() ? query.value(0).toByteArray() : QByteArray();
}

void Documents::putBlob(const QString &id, const QByteArray &bytes)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(u"INSERT OR REPLACE INTO document (kind, id, body) VALUES ('blob', ?, ?)"_s);
    query.addBindValue(id);
    query.addBindValue(bytes.isNull() ? QByteArray("") : bytes);
    query.exec();
}

Result<void> Documents::flush()
{
    QSqlDatabase database = QSqlDatabase::database(m_connection);
    if (m_changed.isEmpty()) {
        return {};
    }
    if (!database.transaction()) {
        return fail(ErrorCode::Storage, database.lastError().text());
    }
    QSqlQuery write(database);
    write.prepare(u"INSERT INTO document (body, kind, id) VALUES (?, ?, ?)"
                  " ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body"_s);
    QSqlQuery erase(database);
    erase.prepare(u"DELETE FROM document WHERE kind = ? AND id = ?"_s);
    bool isWritten = true;
    for (const auto &[kind, id] : std::as_const(m_changes)) {
        const bool isKept = m_changed.value({ kind, id });
        QSqlQuery &query = isKept ? write : erase;
        int column = 0;
        if (isKept) {
            query.bindValue(column++, json::compact(m_rows.value(kind).value(id)));
        }
        query.bindValue(column++, kind);
        query.bindValue(column, id);
        isWritten = isWritten && query.exec();
    }
    if (!isWritten || !database.commit()) {
        // What has changed stays noted and is written with the next change.
        const QString reason = database.lastError().text();
        database.rollback();
        return fail(ErrorCode::Storage, reason.isEmpty() ? u"the rows were not written"_s : reason);
    }
    m_changed.clear();
    m_changes.clear();
    return {};
}

} // namespace andu::server
