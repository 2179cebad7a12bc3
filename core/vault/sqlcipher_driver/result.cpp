// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sqlcipher_driver/result.h"

#include "core/vault/sqlcipher_driver/driver.h"

#include <QSqlError>
#include <QSqlField>

#include <sqlcipher/sqlite3.h>

namespace andu::vault {

SqlcipherResult::SqlcipherResult(const SqlcipherDriver *driver)
    : QSqlResult(driver)
    , m_driver(driver)
{ }

SqlcipherResult::~SqlcipherResult()
{
    finish();
}

void SqlcipherResult::finish()
{
    if (m_statement != nullptr) {
        sqlite3_finalize(m_statement);
        m_statement = nullptr;
    }
    m_hasRow = false;
    m_isFirstPending = false;
}

bool SqlcipherResult::failWith(const QString &text)
{
    setLastError(SqlcipherDriver::errorOf(m_driver->connection(), text, QSqlError::StatementError));
    return false;
}

bool SqlcipherResult::prepare(const QString &sql)
{
    finish();
    setActive(false);
    if (m_driver->connection() == nullptr) {
        return false;
    }
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v2(
        m_driver->connection(), utf8.constData(), int(utf8.size()) + 1, &m_statement, nullptr);
    if (code != SQLITE_OK) {
        return failWith(QStringLiteral("cannot prepare"));
    }
    return true;
}

bool SqlcipherResult::reset(const QString &sql)
{
    return prepare(sql) && exec();
}

bool SqlcipherResult::exec()
{
    if (m_statement == nullptr) {
        return false;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    setAt(QSql::BeforeFirstRow);
    m_hasRow = false;
    m_isFirstPending = false;
    m_affected = -1;
    if (!bindAll()) {
        return false;
    }
    const int columns = sqlite3_column_count(m_statement);
    setSelect(columns > 0);
    if (!step()) {
        return false;
    }
    m_isFirstPending = m_hasRow;
    if (columns == 0) {
        m_affected = sqlite3_changes(m_driver->connection());
    }
    setActive(true);
    return true;
}

bool SqlcipherResult::bindAll()
{
    const int count = sqlite3_bind_parameter_count(m_statement);
    const auto values = boundValues();
    if (values.size() < count) {
        return failWith(QStringLiteral("too few bound values"));
    }
    for (int i = 0; i < count; ++i) {
        if (!bindOne(i + 1, values.at(i))) {
            return failWith(QStringLiteral("cannot bind"));
        }
    }
    return true;
}

bool SqlcipherResult::bindOne(int position, const QVariant &value)
{
    if (value.isNull() || !value.isValid()) {
        // A null QString or QByteArray is an empty value here only when it says so by its type.
        return sqlite3_bind_null(m_statement, position) == SQLITE_OK;
    }
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(m_statement, position, value.toLongLong()) == SQLITE_OK;
    case QMetaType::Double:
        return sqlite3_bind_double(m_statement, position, value.toDouble()) == SQLITE_OK;
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        return sqlite3_bind_blob(
                   m_statement, position, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT)
            == SQLITE_OK;
    }
    default: {
        const QByteArray utf8 = value.toString().toUtf8();
        return sqlite3_bind_text(
                   m_statement, position, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT)
            == SQLITE_OK;
    }
    }
}

bool SqlcipherResult::step()
{
    const int code = sqlite3_step(m_statement);
    m_hasRow = code == SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        const bool failed = failWith(QStringLiteral("cannot execute"));
        sqlite3_reset(m_statement);
        return failed;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
    }
    return true;
}

bool SqlcipherResult::fetchNext()
{
    if (m_isFirstPending) {
        m_isFirstPending = false;
        setAt(0);
        return true;
    }
    if (!m_hasRow || !step() || !m_hasRow) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    setAt(at() + 1);
    return true;
}

bool SqlcipherResult::fetchFirst()
{
    return at() == QSql::BeforeFirstRow && fetchNext();
}

bool SqlcipherResult::fetch(int row)
{
    while (at() < row) {
        if (!fetchNext()) {
            return false;
        }
    }
    return at() == row;
}

bool SqlcipherResult::fetchLast()
{
    return false; // Forward only.
}

QVariant SqlcipherResult::data(int column)
{
    if (!m_hasRow || column < 0 || column >= sqlite3_column_count(m_statement)) {
        return {};
    }
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return QVariant(static_cast<qlonglong>(sqlite3_column_int64(m_statement, column)));
    case SQLITE_FLOAT:
        return QVariant(sqlite3_column_double(m_statement, column));
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(m_statement, column)),
                          sqlite3_column_bytes(m_statement, column));
    case SQLITE_NULL:
        return {};
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
    }
    }
}

bool SqlcipherResult::isNull(int column)
{
    return !m_hasRow || sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int SqlcipherResult::numRowsAffected()
{
    return m_affected;
}

QVariant SqlcipherResult::lastInsertId() const
{
    return QVariant(static_cast<qlonglong>(sqlite3_last_insert_rowid(m_driver->connection())));
}

QSqlRecord SqlcipherResult::record() const
{
    QSqlRecord record;
    const int columns = m_statement == nullptr ? 0 : sqlite3_column_count(m_statement);
    for (int i = 0; i < columns; ++i) {
        record.append(QSqlField(QString::fromUtf8(sqlite3_column_name(m_statement, i))));
    }
    return record;
}

void SqlcipherResult::detachFromResultSet()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
    }
    m_hasRow = false;
    m_isFirstPending = false;
}

} // namespace andu::vault
