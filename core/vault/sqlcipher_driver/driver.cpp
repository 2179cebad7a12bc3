// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sqlcipher_driver/driver.h"

#include "core/vault/sqlcipher_driver/result.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#define SQLITE_HAS_CODEC 1
#include <sqlcipher/sqlite3.h>

#include <cstring>

namespace andu::vault {

SqlcipherDriver::~SqlcipherDriver()
{
    SqlcipherDriver::close();
    wipeKey();
}

bool SqlcipherDriver::setRawKey(qulonglong address, int size)
{
    if (address == 0 || size != 32) {
        return false;
    }
    const auto *key = reinterpret_cast<const unsigned char *>(address);
    static constexpr char Digits[] = "0123456789abcdef";
    wipeKey();
    m_keyText.reserve(67);
    m_keyText.append("x'");
    for (int i = 0; i < size; ++i) {
        m_keyText.append(Digits[key[i] >> 4]).append(Digits[key[i] & 15]);
    }
    m_keyText.append('\'');
    return true;
}

void SqlcipherDriver::wipeKey()
{
    if (!m_keyText.isEmpty()) {
        explicit_bzero(m_keyText.data(), static_cast<size_t>(m_keyText.size()));
    }
    m_keyText.clear();
}

bool SqlcipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
    case LastInsertId:
    case LowPrecisionNumbers:
        return true;
    case QuerySize:
    case NamedPlaceholders:
    case BatchOperations:
    case SimpleLocking:
    case EventNotifications:
    case FinishQuery:
    case MultipleResultSets:
    case CancelQuery:
        return false;
    }
    return false;
}

bool SqlcipherDriver::run(const char *sql)
{
    return sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool SqlcipherDriver::open(const QString &database,
                           const QString &,
                           const QString &,
                           const QString &,
                           int,
                           const QString &options)
{
    close();
    const bool isReadOnly = options.contains(QLatin1StringView("QSQLITE_OPEN_READONLY"));
    const int flags
        = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(
        database.toUtf8().constData(), &m_connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    bool isOpen = code == SQLITE_OK && !m_keyText.isEmpty()
        && sqlite3_key(m_connection, m_keyText.constData(), int(m_keyText.size())) == SQLITE_OK;
    wipeKey();
    // The page size must follow the key on every open; the first read proves the key.
    isOpen = isOpen && sqlite3_busy_timeout(m_connection, 5000) == SQLITE_OK
        && run("PRAGMA cipher_page_size=4096")
        && (isReadOnly || run("PRAGMA auto_vacuum=INCREMENTAL"))
        && run("SELECT count(*) FROM sqlite_master")
        && (isReadOnly || run("PRAGMA journal_mode=WAL")) && run("PRAGMA synchronous=NORMAL")
        && run("PRAGMA cache_size=-65536") && run("PRAGMA temp_store=MEMORY")
        && run("PRAGMA foreign_keys=ON") && run("PRAGMA recursive_triggers=ON");
    if (!isOpen) {
        setLastError(
            errorOf(m_connection, QStringLiteral("cannot open"), QSqlError::ConnectionError));
        sqlite3_close_v2(m_connection);
        m_connection = nullptr;
        setOpenError(true);
        return false;
    }
    setOpen(true);
    setOpenError(false);
    return true;
}

void SqlcipherDriver::close()
{
    if (m_connection != nullptr) {
        sqlite3_close_v2(m_connection);
        m_connection = nullptr;
    }
    setOpen(false);
    setOpenError(false);
}

QSqlResult *SqlcipherDriver::createResult() const
{
    return new SqlcipherResult(this);
}

bool SqlcipherDriver::beginTransaction()
{
    if (run("BEGIN IMMEDIATE")) {
        return true;
    }
    setLastError(
        errorOf(m_connection, QStringLiteral("cannot begin"), QSqlError::TransactionError));
    return false;
}

bool SqlcipherDriver::commitTransaction()
{
    if (run("COMMIT")) {
        return true;
    }
    setLastError(
        errorOf(m_connection, QStringLiteral("cannot commit"), QSqlError::TransactionError));
    return false;
}

bool SqlcipherDriver::rollbackTransaction()
{
    if (run("ROLLBACK")) {
        return true;
    }
    setLastError(
        errorOf(m_connection, QStringLiteral("cannot roll back"), QSqlError::TransactionError));
    return false;
}

QStringList SqlcipherDriver::tables(QSql::TableType type) const
{
    QStringList names;
    if (!isOpen() || !(type & QSql::Tables)) {
        return names;
    }
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    if (query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE type='table'"))) {
        while (query.next()) {
            names.append(query.value(0).toString());
        }
    }
    return names;
}

QVariant SqlcipherDriver::handle() const
{
    return QVariant::fromValue(static_cast<void *>(m_connection));
}

QSqlError
SqlcipherDriver::errorOf(sqlite3 *connection, const QString &text, QSqlError::ErrorType type)
{
    const int code = connection == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(connection);
    const QString words
        = connection == nullptr ? QString() : QString::fromUtf8(sqlite3_errmsg(connection));
    return QSqlError(text, words, type, QString::number(code & 0xff));
}

} // namespace andu::vault
