// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSqlDriver>
#include <QSqlError>

struct sqlite3;

namespace andu::vault {

/// Qt SQL driver over libsqlcipher. The raw key is handed over with setRawKey() before open().
/// Connection options: QSQLITE_OPEN_READONLY. Thread: that of the connection.
class SqlcipherDriver final : public QSqlDriver
{
    Q_OBJECT

public:
    SqlcipherDriver() = default;
    ~SqlcipherDriver() override;

    /// Copies @p size key bytes from @p address; they are wiped when open() has used them.
    Q_INVOKABLE bool setRawKey(qulonglong address, int size);

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &database,
              const QString &user,
              const QString &password,
              const QString &host,
              int port,
              const QString &options) override;
    void close() override;
    [[nodiscard]] QSqlResult *createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QVariant handle() const override;

    [[nodiscard]] sqlite3 *connection() const { return m_connection; }
    [[nodiscard]] static QSqlError
    errorOf(sqlite3 *connection, const QString &text, QSqlError::ErrorType type);

private:
    bool run(const char *sql);
    void wipeKey();

    sqlite3 *m_connection = nullptr;
    QByteArray m_keyText; ///< x'…' as sqlite3_key wants it; wiped after use.
};

} // namespace andu::vault
