// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>

struct sqlite3_stmt;

namespace andu::vault {

class SqlcipherDriver;

/// One prepared statement, read forward only. Placeholders are positional; Qt translates named
/// ones.
class SqlcipherResult final : public QSqlResult
{
public:
    explicit SqlcipherResult(const SqlcipherDriver *driver);
    SqlcipherResult(const SqlcipherResult &) = delete;
    SqlcipherResult &operator=(const SqlcipherResult &) = delete;
    SqlcipherResult(SqlcipherResult &&) = delete;
    SqlcipherResult &operator=(SqlcipherResult &&) = delete;
    ~SqlcipherResult() override;

protected:
    bool prepare(const QString &sql) override;
    bool exec() override;
    bool reset(const QString &sql) override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override { return -1; }
    int numRowsAffected() override;
    [[nodiscard]] QVariant lastInsertId() const override;
    [[nodiscard]] QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    bool bindAll();
    bool bindOne(int position, const QVariant &value);
    bool step();
    bool failWith(const QString &text);
    void finish();

    const SqlcipherDriver *m_driver = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    bool m_hasRow = false; ///< The statement stands on a row.
    bool m_isFirstPending
        = false; ///< exec() has fetched the first row, nobody has asked for it yet.
    int m_affected = -1;
};

} // namespace andu::vault
