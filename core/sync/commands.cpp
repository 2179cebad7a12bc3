// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/commands.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"
#include "core/sync/intents.h"
#include "core/sync/merge.h"

#include <QUuid>

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
constexpr store::Topics TodoTopics = Topic::Todos | Topic::Outbox | Topic::Drafts;

Result<IntentId>
queue(Connection &connection, const Intent &intent, const std::optional<TaskId> &todo)
{
    const auto appended = store::Outbox(connection).append(intent);
    if (!appended) {
        return tl::unexpected<Error>(appended.error());
    }
    if (todo) {
        const auto marked = store::TodoRepository(connection).setState(*todo, TodoState::Queued);
        if (!marked) {
            return tl::unexpected<Error>(marked.error());
        }
    }
    return intent.id;
}

QJsonObject payloadOf(const Task &task, const QJsonObject &base, const QJsonObject &changes)
{
    return { { u"task"_s, task.id.text() }, { u"work"_s, task.work.text() },
             { u"job"_s, task.job.text() }, { u"person"_s, task.person },
             { u"base"_s, base },           { u"changes"_s, changes } };
}

/// Shows saved data here before the server has it.
Result<void> applyData(Connection &connection, const WorkId &id, const QJsonObject &changes)
{
    const store::WorkRepository works(connection);
    const auto found = works.find(id);
    if (!found || !found->has_value()) {
        return found ? Result<void>() : tl::unexpected<Error>(found.error());
    }
    WorkItem work = **found;
    json::deepMerge(work.data, sendable(changes));
    return works.save(work);
}

/// The work is read from the server again, whatever is known of it.
Result<void> forget(Connection &connection, const QString &work)
{
    const store::MetaRepository meta(connection);
    const auto stamp = meta.setValue(u"work."_s + work, QString());
    return stamp ? meta.setValue(u"tag."_s + work, QString()) : stamp;
}

/// A decision that failed gives way to a new one for the same todo; else it would hold up its job.
Result<void> supersede(Connection &connection, const TaskId &task)
{
    const store::Outbox outbox(connection);
    const auto intents = outbox.list();
    if (!intents) {
        return tl::unexpected<Error>(intents.error());
    }
    for (const Intent &intent : *intents) {
        const bool isFailed = decidesTodo(intent.kind) && intent.state == IntentState::Attention;
        if (isFailed && json::text(intent.payload, "task"_L1) == task.text()) {
            const auto removed = outbox.remove(intent.id);
            if (!removed) {
                return removed;
            }
        }
    }
    return {};
}

} // namespace

Intent newIntent(IntentKind kind, const QDateTime &nowUtc)
{
    Intent intent;
    intent.id = IntentId::of(QUuid::createUuid().toString(QUuid::WithoutBraces));
    intent.kind = kind;
    intent.createdUtc = nowUtc;
    return intent;
}

Result<Task> openTodo(Connection &connection, const TaskId &id)
{
    const auto found = store::TodoRepository(connection).find(id);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    if (!found->has_value()) {
        return fail(ErrorCode::NotFound, u"the todo is not here"_s);
    }
    if ((*found)->state == TodoState::Queued || (*found)->state == TodoState::Delivered) {
        return fail(ErrorCode::Conflict, u"the todo is already on its way"_s);
    }
    return **found;
}

Commands::Commands(store::Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{ }

QFuture<Result<IntentId>> Commands::processTask(Approval approval)
{
    const QDateTime now = m_clock.nowUtc();
    return m_store.write<IntentId>(
        TodoTopics, [approval, now](Connection &connection) -> Result<IntentId> {
            const auto task = openTodo(connection, approval.task);
            if (!task) {
                return tl::unexpected<Error>(task.error());
            }
            Intent intent = newIntent(IntentKind::ProcessTask, now);
            intent.target = task->id.text();
            intent.job = task->job.text();
            intent.title = task->title;
            intent.payload = payloadOf(*task, approval.base, approval.changes);
            intent.payload.insert(u"route"_s, approval.routeName);
            intent.payload.insert(u"opinion"_s, approval.opinion);
            intent.payload.insert(u"append"_s,
                                  QJsonArray::fromStringList(approval.appendTaskIdentityList));
            if (!approval.ink.isEmpty()) {
                intent.payload.insert(u"ink"_s, QString::fromLatin1(approval.ink.toBase64()));
            }
            const auto removed = store::DraftRepository(connection).remove(task->id);
            const auto cleared = removed ? supersede(connection, task->id) : removed;
            if (!cleared) {
                return tl::unexpected<Error>(cleared.error());
            }
            return queue(connection, intent, task->id);
        });
}

QFuture<Result<IntentId>> Commands::confirmRead(TaskId read, QString opinion)
{
    const QDateTime now = m_clock.nowUtc();
    return m_store.write<IntentId>(
        TodoTopics, [read, opinion, now](Connection &connection) -> Result<IntentId> {
            const auto task = openTodo(connection, read);
            if (!task) {
                return tl::unexpected<Error>(task.error());
            }
            Intent intent = newIntent(IntentKind::ConfirmRead, now);
            intent.target = task->id.text();
            intent.job = task->job.text();
            intent.title = task->title;
            intent.payload = payloadOf(*task, {}, {});
            intent.payload.insert(u"opinion"_s, opinion);
            const auto cleared = supersede(connection, task->id);
            if (!cleared) {
                return tl::unexpected<Error>(cleared.error());
            }
            return queue(connection, intent, task->id);
        });
}

QFuture<Result<IntentId>> Commands::saveData(TaskId id, QJsonObject base, QJsonObject changes)
{
    const QDateTime now = m_clock.nowUtc();
    return m_store.write<IntentId>(
        TodoTopics | Topic::Works,
        [id, base, changes, now](Connection &connection) -> Result<IntentId> {
            const auto task = openTodo(connection, id);
            if (!task) {
                return tl::unexpected<Error>(task.error());
            }
            Intent intent = newIntent(IntentKind::SaveData, now);
            intent.target = task->id.text();
            intent.job = task->job.text();
            intent.title = task->title;
            intent.payload = payloadOf(*task, base, changes);
            const auto applied = applyData(connection, task->work, changes);
            if (!applied) {
                return tl::unexpected<Error>(applied.error());
            }
            return queue(connection, intent, std::nullopt);
        });
}

QFuture<Result<IntentId>> Commands::startProcess(StartOrder order)
{
    const QDateTime now = m_clock.nowUtc();
    return m_store.write<IntentId>(Topic::Outbox,
                                   [order, now](Connection &connection) -> Result<IntentId> {
                                       Intent intent = newIntent(IntentKind::StartProcess, now);
                                       intent.target = order.flag;
                                       intent.title = order.title;
                                       intent.payload = { { u"flag"_s, order.flag },
                                                          { u"title"_s, order.title },
                                                          { u"identity"_s, order.identity },
                                                          { u"changes"_s, order.data } };
                                       return queue(connection, intent, std::nullopt);
                                   });
}

QFuture<Result<void>> Commands::saveDraft(store::Draft draft)
{
    draft.savedUtc = m_clock.nowUtc();
    return m_store.write<void>(
        Topic::Todos | Topic::Drafts, [draft](Connection &connection) -> Result<void> {
            const auto task = openTodo(connection, draft.task);
            if (!task) {
                return tl::unexpected<Error>(task.error());
            }
            const auto saved = store::DraftRepository(connection).save(draft);
            if (!saved) {
                return saved;
            }
            return store::TodoRepository(connection).setState(draft.task, TodoState::Draft);
        });
}

QFuture<Result<void>> Commands::retry(IntentId id)
{
    return m_store.write<void>(TodoTopics, [id](Connection &connection) -> Result<void> {
        const store::Outbox outbox(connection);
        auto found = outbox.find(id);
        if (!found || !found->has_value()) {
            return fail(ErrorCode::NotFound, u"no such entry in the outbox"_s);
        }
        Intent intent = **found;
        if (intent.state == IntentState::Delivered) {
            return fail(ErrorCode::Conflict, u"the entry is delivered"_s);
        }
        intent.state = IntentState::Queued;
        intent.nextTryUtc.reset();
        const auto updated = outbox.update(intent);
        const auto task = TaskId::parse(json::text(intent.payload, "task"_L1));
        if (!updated || !task || !decidesTodo(intent.kind)) {
            return updated;
        }
        return store::TodoRepository(connection).setState(*task, TodoState::Queued);
    });
}

QFuture<Result<void>> Commands::discard(IntentId id)
{
    const QDateTime now = m_clock.nowUtc();
    const vault::BlobStore &blobs = m_store.blobs();
    const auto undo = [id, now, &blobs](Connection &connection) -> Result<void> {
        const store::Outbox outbox(connection);
        const auto found = outbox.find(id);
        if (!found || !found->has_value()) {
            return fail(ErrorCode::NotFound, u"no such entry in the outbox"_s);
        }
        const Intent &intent = **found;
        if (intent.state == IntentState::Sending) {
            return fail(ErrorCode::Conflict, u"the entry is being sent"_s);
        }
        if (intent.kind == IntentKind::UploadAttachment) {
            return discardFile(connection, blobs, intent);
        }
        const auto task = TaskId::parse(json::text(intent.payload, "task"_L1));
        if (intent.state != IntentState::Delivered && task) {
            const QJsonObject changes = intent.payload.value("changes"_L1).toObject();
            const store::Draft draft{ *task,
                                      intent.payload.value("base"_L1).toObject(),
                                      changes,
                                      json::text(intent.payload, "route"_L1),
                                      json::text(intent.payload, "opinion"_L1),
                                      now,
                                      QByteArray::fromBase64(
                                          json::text(intent.payload, "ink"_L1).toLatin1()) };
            const bool isEmpty
                = changes.isEmpty() && draft.opinion.isEmpty() && draft.ink.isEmpty();
            const auto saved
                = isEmpty ? Result<void>() : store::DraftRepository(connection).save(draft);
            const auto marked = store::TodoRepository(connection)
                                    .setState(*task, isEmpty ? TodoState::Open : TodoState::Draft);
            if (!saved || !marked) {
                return saved ? marked : saved;
            }
        }
        const auto forgotten = forget(connection, json::text(intent.payload, "work"_L1));
        if (!forgotten) {
            return forgotten;
        }
        // The list is read anew, so that a row the server has not any more goes.
        const store::MetaRepository meta(connection);
        for (const TodoBox box : { TodoBox::Task, TodoBox::Read }) {
            const auto cleared = meta.setValue(u"etag.%1"_s.arg(int(box)), QString());
            if (!cleared) {
                return cleared;
            }
        }
        return outbox.remove(id);
    };
    return m_store.write<void>(TodoTopics | Topic::Works, undo);
}

} // namespace andu::sync
