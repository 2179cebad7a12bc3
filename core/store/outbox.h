// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/intent.h"
#include "core/store/connection.h"

namespace andu::store {

/// What a person typed for a todo and has not sent.
struct Draft
{
    TaskId task;
    QJsonObject base; ///< Values the person saw, for the keys changed.
    QJsonObject changes; ///< Changed keys only.
    QString routeName;
    QString opinion;
    QDateTime savedUtc;
    QByteArray ink = {}; ///< Handwritten opinion as PNG.
};

class DraftRepository
{
public:
    explicit DraftRepository(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<std::optional<Draft>> find(const TaskId &task) const;
    [[nodiscard]] Result<void> save(const Draft &draft) const;
    [[nodiscard]] Result<void> remove(const TaskId &task) const;

private:
    Connection &m_connection;
};

struct OutboxCounts
{
    int queued = 0;
    int attention = 0;
};

/// The durable, ordered queue of intents.
class Outbox
{
public:
    explicit Outbox(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<void> append(const Intent &intent) const;
    /// Oldest first.
    [[nodiscard]] Result<QList<Intent>> list() const;
    /// Queued or interrupted ones whose turn it is: oldest of their job, due, and everything they
    /// wait for delivered.
    [[nodiscard]] Result<QList<Intent>> ready(const QDateTime &nowUtc) const;
    [[nodiscard]] Result<std::optional<Intent>> find(const IntentId &id) const;
    [[nodiscard]] Result<void> update(const Intent &intent) const;
    [[nodiscard]] Result<void> remove(const IntentId &id) const;
    [[nodiscard]] Result<OutboxCounts> counts() const;

private:
    Connection &m_connection;
};

} // namespace andu::store
