// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/seal.h"
#include "core/store/connection.h"

namespace andu::store {

/// Seals with their certificates and custody.
class SealRepository
{
public:
    explicit SealRepository(Connection &connection)
        : m_connection(connection)
    { }

    /// By name.
    [[nodiscard]] Result<QList<SealRecord>> list() const;
    /// Conflict when the name is taken.
    [[nodiscard]] Result<void> add(const SealRecord &seal) const;
    /// Everything but the name; NotFound when there is no such seal.
    [[nodiscard]] Result<void> update(const SealRecord &seal) const;

private:
    [[nodiscard]] Result<QVariant> idOf(const QString &name) const;
    [[nodiscard]] Result<void> writeParts(const QVariant &id, const SealRecord &seal) const;
    [[nodiscard]] Result<void> readParts(const QVariant &id, SealRecord &seal) const;

    Connection &m_connection;
};

/// The seal-use register: rows are added and read, never changed.
class SealUseRepository
{
public:
    explicit SealUseRepository(Connection &connection)
        : m_connection(connection)
    { }

    /// In the order they were written.
    [[nodiscard]] Result<QList<SealUseRecord>> list() const;
    [[nodiscard]] Result<int> count() const;
    [[nodiscard]] Result<void> append(const SealUseRecord &use) const;

private:
    Connection &m_connection;
};

} // namespace andu::store
