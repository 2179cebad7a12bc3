// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/todo_repository.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/row_codec.h"

#include <QSet>

namespace andu::store {

namespace {

Task taskOf(const QSqlQuery &query)
{
    const auto body = json::parse(query.value(0).toString().toUtf8());
    Task task = taskFromRow(body ? body->toObject() : QJsonObject());
    task.state = TodoState(query.value(1).toInt());
    return task;
}

} // namespace

Result<QList<Task>> TodoRepository::list(const TodoFilter &filter) const
{
    QList<Task> tasks;
    const int limit = filter.limit > 0 ? filter.limit : -1;
    const auto done = m_connection.each(
        u"SELECT body, state FROM task WHERE box = ? AND (? = '' OR process_name = ?)"
        " ORDER BY start_utc DESC, id LIMIT ?"_s,
        { int(filter.box), filter.processName, filter.processName, limit },
        [&tasks](const QSqlQuery &query) { tasks.append(taskOf(query)); });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return tasks;
}

Result<std::optional<Task>> TodoRepository::find(const TaskId &id) const
{
    std::optional<Task> found;
    const auto done
        = m_connection.each(u"SELECT body, state FROM task WHERE id = ?"_s,
                            { id.text() },
                            [&found](const QSqlQuery &query) { found = taskOf(query); });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<void> TodoRepository::upsert(const Task &task) const
{
    return m_connection.run(
        u"INSERT OR REPLACE INTO task (id, box, job, process_name, start_utc, state, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        { task.id.text(),
          int(task.box),
          task.job.text(),
          task.processName,
          task.startUtc.toMSecsSinceEpoch(),
          int(task.state),
          QString::fromUtf8(json::compact(toRow(task))) });
}

Result<void> TodoRepository::remove(const TaskId &id) const
{
    return m_connection.run(u"DELETE FROM task WHERE id = ?"_s, { id.text() });
}

Result<void> TodoRepository::setState(const TaskId &id, TodoState state) const
{
    return m_connection.run(u"UPDATE task SET state = ? WHERE id = ?"_s, { int(state), id.text() });
}

Result<int> TodoRepository::countGone(TodoBox box, const QList<Task> &rows) const
{
    QSet<QString> listed;
    for (const Task &task : rows) {
        listed.insert(task.id.text());
    }
    int gone = 0;
    const auto done
        = m_connection.each(u"SELECT id FROM task WHERE box = ? AND state = ?"_s,
                            { int(box), int(TodoState::Open) },
                            [&](const QSqlQuery &query) {
                                gone += listed.contains(query.value(0).toString()) ? 0 : 1;
                            });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return gone;
}

Result<ReplaceCounts>
TodoRepository::replaceBox(TodoBox box, const QList<Task> &rows, Coverage coverage) const
{
    const auto stored = list(TodoFilter{ box });
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    QHash<TaskId, Task> before;
    for (const Task &task : *stored) {
        before.insert(task.id, task);
    }
    ReplaceCounts counts;
    for (Task task : rows) {
        const auto known = before.constFind(task.id);
        const bool isKnown = known != before.constEnd();
        if (isKnown) {
            task.state = known->state;
        }
        if (isKnown && *known == task) {
            before.remove(task.id);
            continue;
        }
        ++(isKnown ? counts.changed : counts.added);
        before.remove(task.id);
        const auto done = upsert(task);
        if (!done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    if (coverage == Coverage::Newest) {
        return counts;
    }
    for (const Task &task : std::as_const(before)) {
        if (task.state == TodoState::Open || task.state == TodoState::Delivered) {
            const auto done = remove(task.id);
            if (!done) {
                return tl::unexpected<Error>(done.error());
            }
            ++counts.removed;
        }
    }
    return counts;
}

Result<QHash<TodoBox, int>> TodoRepository::counts() const
{
    QHash<TodoBox, int> counts;
    const auto done = m_connection.each(
        u"SELECT box, count(*) FROM task WHERE state <> ? GROUP BY box"_s,
        { int(TodoState::Delivered) },
        [&counts](const QSqlQuery &query) {
            counts.insert(TodoBox(query.value(0).toInt()), query.value(1).toInt());
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return counts;
}

} // namespace andu::store
