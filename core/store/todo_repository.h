// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"
#include "core/store/connection.h"

#include <QHash>

namespace andu::store {

/// Which rows of a list.
struct TodoFilter
{
    TodoBox box = TodoBox::Task;
    QString processName = {}; ///< Empty: all.
    int limit = 0; ///< 0: all.
};

/// How much of a list was read.
enum class Coverage { Complete, Newest };

/// What replacing a list changed.
struct ReplaceCounts
{
    int added = 0;
    int changed = 0;
    int removed = 0;
};

/// Rows of 待办, 待阅, 已办 and 已阅. Cheap: make one where it is needed.
class TodoRepository
{
public:
    explicit TodoRepository(Connection &connection)
        : m_connection(connection)
    { }

    /// Newest first.
    [[nodiscard]] Result<QList<Task>> list(const TodoFilter &filter) const;
    [[nodiscard]] Result<std::optional<Task>> find(const TaskId &id) const;
    /// Makes the box what the server listed. Rows with something of ours (not Open) are kept even
    /// if they are gone; without a complete list nothing is known to be gone.
    [[nodiscard]] Result<ReplaceCounts>
    replaceBox(TodoBox box, const QList<Task> &rows, Coverage coverage = Coverage::Complete) const;
    /// How many rows replaceBox() would remove.
    [[nodiscard]] Result<int> countGone(TodoBox box, const QList<Task> &rows) const;
    [[nodiscard]] Result<void> upsert(const Task &task) const;
    [[nodiscard]] Result<void> remove(const TaskId &id) const;
    [[nodiscard]] Result<void> setState(const TaskId &id, TodoState state) const;
    [[nodiscard]] Result<QHash<TodoBox, int>> counts() const;

private:
    Connection &m_connection;
};

} // namespace andu::store
