// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlQuery>
#include <QVariantList>

#include <functional>

namespace andu::store {

/// One open database connection; belongs to the thread that opened it.
class Connection
{
public:
    explicit Connection(QString name)
        : m_name(std::move(name))
    { }

    /// Runs one statement. DiskFull or Storage.
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &values = {}) const;
    /// Calls @p row for every row of the answer.
    [[nodiscard]] Result<void> each(const QString &sql,
                                    const QVariantList &values,
                                    const std::function<void(const QSqlQuery &)> &row) const;
    /// First column of the first row; invalid when there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;

    [[nodiscard]] Result<void> begin() const;
    [[nodiscard]] Result<void> commit() const;
    void rollback() const;

private:
    [[nodiscard]] Result<QSqlQuery> executed(const QString &sql, const QVariantList &values) const;

    QString m_name;
};

} // namespace andu::store
