// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/work.h"
#include "core/store/connection.h"

#include <optional>

namespace andu::store {

/// Opened works with their data, records and attachments.
class WorkRepository
{
public:
    explicit WorkRepository(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<std::optional<WorkItem>> find(const WorkId &id) const;
    [[nodiscard]] Result<void> save(const WorkItem &work) const;

private:
    Connection &m_connection;
};

/// Form definitions by id and tag; the newest tag replaces older ones.
class FormRepository
{
public:
    explicit FormRepository(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<std::optional<FormDefinition>> find(const FormId &id,
                                                             const QString &tag) const;
    [[nodiscard]] Result<bool> contains(const FormId &id, const QString &tag) const;
    [[nodiscard]] Result<void> save(const FormDefinition &form) const;
    [[nodiscard]] Result<QList<FormDefinition>> list() const;
    /// Changes whenever list() does.
    [[nodiscard]] Result<QString> stamp() const;

private:
    Connection &m_connection;
};

/// Processes the person may start.
class ProcessRepository
{
public:
    explicit ProcessRepository(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<QList<StartableProcess>> list() const;
    [[nodiscard]] Result<void> replaceAll(const QList<StartableProcess> &processes) const;

private:
    Connection &m_connection;
};

/// Small named values: account, session, cursors.
class MetaRepository
{
public:
    explicit MetaRepository(Connection &connection)
        : m_connection(connection)
    { }

    /// Empty when there is none.
    [[nodiscard]] Result<QString> value(const QString &name) const;
    [[nodiscard]] Result<void> setValue(const QString &name, const QString &value) const;

private:
    Connection &m_connection;
};

} // namespace andu::store
