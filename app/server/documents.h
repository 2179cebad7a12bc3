// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

#include <functional>

namespace andu::server {

/// The rows of the evaluation server: JSON objects by kind and id, in memory, written through to an
/// SQLite file. Thread: the one that opened it.
class Documents
{
public:
    Documents() = default;
    ~Documents();
    Documents(const Documents &) = delete;
    Documents &operator=(const Documents &) = delete;
    Documents(Documents &&) = delete;
    Documents &operator=(Documents &&) = delete;

    [[nodiscard]] Result<void> open(const QString &file);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    void put(const QString &kind, const QJsonObject &row);
    void remove(const QString &kind, const QString &id);
    [[nodiscard]] QJsonObject find(const QString &kind, const QString &id) const;
    /// Rows of one process instance, oldest first.
    [[nodiscard]] QList<QJsonObject> ofJob(const QString &kind, const QString &job) const;
    /// Oldest first.
    [[nodiscard]] QList<QJsonObject>
    list(const QString &kind, const std::function<bool(const QJsonObject &)> &wanted) const;
    [[nodiscard]] QByteArray blob(const QString &id) const;
    void putBlob(const QString &id, const QByteArray &bytes);
    /// Writes what changed since the last call; one transaction.
    [[nodiscard]] Result<void> flush();

private:
    void note(const QString &kind, const QString &id, bool isKept);
    void remember(const QString &kind, const QString &id, const QJsonObject &row);

    QString m_connection;
    QMap<QString, QHash<QString, QJsonObject>> m_rows;
    QMap<QString, QList<QString>> m_order; ///< Ids by kind in order of creation.
    QMap<QString, QHash<QString, QStringList>> m_byJob; ///< Ids by kind and job.
    QList<QPair<QString, QString>> m_changes; ///< What is not written yet, in order.
    QHash<QPair<QString, QString>, bool> m_changed; ///< False: removed.
};

} // namespace andu::server
