// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/todo_repository.h"
#include "core/sync/commands.h"
#include "core/sync/intents.h"

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
constexpr qsizetype LongestNameBytes = 255; // What the server's file names may have in UTF-8.
constexpr store::Topics FileTopics = Topic::Outbox | Topic::Works;

Result<void> checkFile(const NewFile &file)
{
    if (file.name.trimmed().isEmpty() || file.name.toUtf8().size() > LongestNameBytes
        || file.name.contains(u'/') || file.name.contains(u'\\')) {
        return fail(ErrorCode::BadInput, u"the file's name cannot be used"_s);
    }
    if (file.bytes.size() > LargestUploadBytes) {
        return fail(ErrorCode::BadInput, u"the file is too large"_s);
    }
    return {};
}

/// An intent about a file of an open todo; its own id is the file's until the server gives one.
Result<Intent> fileIntent(Connection &connection,
                          const TaskId &id,
                          const QString &action,
                          const Attachment &current,
                          const QDateTime &nowUtc)
{
    const auto task = openTodo(connection, id);
    if (!task) {
        return tl::unexpected<Error>(task.error());
    }
    Intent intent = newIntent(IntentKind::UploadAttachment, nowUtc);
    intent.target = current.id.isNull() ? intent.id.text() : current.id.text();
    intent.job = task->job.text();
    intent.title = current.name;
    intent.payload = { { u"action"_s, action },
                       { u"task"_s, task->id.text() },
                       { u"todo"_s, task->title },
                       { u"work"_s, task->work.text() },
                       { u"job"_s, task->job.text() },
                       { u"person"_s, task->person },
                       { u"attachment"_s, intent.target },
                       { u"site"_s, current.site },
                       { u"name"_s, current.name } };
    if (!current.id.isNull()) {
        intent.payload.insert(u"seen"_s, current.updateUtc.toMSecsSinceEpoch());
    }
    return intent;
}

/// Keeps the bytes, then the intent: an intent without bytes would be worth nothing.
Result<IntentId>
queueFile(Connection &connection, vault::BlobStore &blobs, Intent intent, const NewFile &file)
{
    Attachment kept;
    kept.id = AttachmentId::of(json::text(intent.payload, "attachment"_L1));
    kept.updateUtc = intent.createdUtc;
    kept.sizeBytes = file.bytes.size();
    intent.title = file.name;
    intent.payload.insert(u"name"_s, file.name);
    intent.payload.insert(u"size"_s, file.bytes.size());
    intent.payload.insert(u"key"_s, kept.blobKey());
    const auto written = blobs.write(kept.blobKey(), file.bytes);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    const auto appended = store::Outbox(connection).append(intent);
    if (!appended) {
        return tl::unexpected<Error>(appended.error());
    }
    return intent.id;
}

bool isAbout(const Intent &intent, const QString &attachment)
{
    return intent.kind == IntentKind::UploadAttachment && intent.state != IntentState::Delivered
        && json::text(intent.payload, "attachment"_L1) == attachment;
}

} // namespace

Result<void>
discardFile(Connection &connection, const vault::BlobStore &blobs, const Intent &intent)
{
    const store::Outbox outbox(connection);
    const auto intents = outbox.list();
    if (!intents) {
        return tl::unexpected<Error>(intents.error());
    }
    const qint64 here = intent.createdUtc.toMSecsSinceEpoch();
    const bool isNew = json::text(intent.payload, "action"_L1) == u"new"_s;
    QList<Intent> gone{ intent };
    for (Intent other : *intents) {
        if (other.id == intent.id || !isAbout(other, json::text(intent.payload, "attachment"_L1))) {
            continue;
        }
        if (isNew) {
            gone.append(other); // Changes of a file that never came to be.
        } else if (other.payload.value("seen"_L1).toInteger() == here) {
            other.payload.insert(u"seen"_s, intent.payload.value("seen"_L1));
            const auto updated = outbox.update(other);
            if (!updated) {
                return updated;
            }
        }
    }
    for (const Intent &each : std::as_const(gone)) {
        const auto removed = outbox.remove(each.id);
        if (!removed) {
            return removed;
        }
        const QString key = json::text(each.payload, "key"_L1);
        if (!key.isEmpty() && each.state != IntentState::Delivered) {
            const auto dropped = blobs.remove(key);
            if (!dropped) {
                return dropped;
            }
        }
    }
    return {};
}

QFuture<Result<IntentId>> Commands::addFile(TaskId task, NewFile file)
{
    const QDateTime now = m_clock.nowUtc();
    vault::BlobStore &blobs = m_store.blobs();
    return m_store.write<IntentId>(
        FileTopics, [task, file, now, &blobs](Connection &connection) -> Result<IntentId> {
            const auto checked = checkFile(file);
            if (!checked) {
                return tl::unexpected<Error>(checked.error());
            }
            Attachment added;
            added.site = file.site;
            const auto intent = fileIntent(connection, task, u"new"_s, added, now);
            return intent ? queueFile(connection, blobs, *intent, file)
                          : tl::unexpected<Error>(intent.error());
        });
}

QFuture<Result<IntentId>> Commands::replaceFile(TaskId task, Attachment current, NewFile file)
{
    const QDateTime now = m_clock.nowUtc();
    vault::BlobStore &blobs = m_store.blobs();
    return m_store.write<IntentId>(
        FileTopics, [task, current, file, now, &blobs](Connection &connection) -> Result<IntentId> {
            const auto checked = checkFile(file);
            if (!checked) {
                return tl::unexpected<Error>(checked.error());
            }
            const auto intent = fileIntent(connection, task, u"replace"_s, current, now);
            return intent ? queueFile(connection, blobs, *intent, file)
                          : tl::unexpected<Error>(intent.error());
        });
}

QFuture<Result<IntentId>> Commands::removeFile(TaskId task, Attachment current)
{
    const QDateTime now = m_clock.nowUtc();
    vault::BlobStore &blobs = m_store.blobs();
    return m_store.write<IntentId>(
        FileTopics, [task, current, now, &blobs](Connection &connection) -> Result<IntentId> {
            const store::Outbox outbox(connection);
            const auto own = outbox.find(IntentId::of(current.id.text()));
            if (!own) {
                return tl::unexpected<Error>(own.error());
            }
            if (own->has_value()
                && ((*own)->state == IntentState::Queued
                    || (*own)->state == IntentState::Attention)) {
                const auto dropped = discardFile(connection, blobs, **own);
                return dropped ? Result<IntentId>(IntentId())
                               : tl::unexpected<Error>(dropped.error());
            }
            const auto intent = fileIntent(connection, task, u"remove"_s, current, now);
            if (!intent) {
                return tl::unexpected<Error>(intent.error());
            }
            const auto appended = outbox.append(*intent);
            return appended ? Result<IntentId>(intent->id)
                            : tl::unexpected<Error>(appended.error());
        });
}

QFuture<Result<void>> Commands::sendAsNew(IntentId id)
{
    return m_store.write<void>(FileTopics, [id](Connection &connection) -> Result<void> {
        const store::Outbox outbox(connection);
        const auto found = outbox.find(id);
        if (!found || !found->has_value()) {
            return fail(ErrorCode::NotFound, u"no such entry in the outbox"_s);
        }
        Intent intent = **found;
        if (intent.state != IntentState::Attention
            || json::text(intent.payload, "action"_L1) != u"replace"_s) {
            return fail(ErrorCode::Conflict, u"the entry is no replacement that failed"_s);
        }
        intent.payload.insert(u"action"_s, u"new"_s);
        intent.payload.insert(u"attachment"_s, intent.id.text());
        intent.payload.remove(u"seen"_s);
        intent.target = intent.id.text();
        intent.step.clear();
        intent.state = IntentState::Queued;
        intent.nextTryUtc.reset();
        intent.errorCode.clear();
        intent.errorText.clear();
        return outbox.update(intent);
    });
}

QFuture<Result<void>> Commands::resolve(IntentId id, QJsonObject chosen)
{
    return m_store.write<void>(
        Topic::Todos | Topic::Outbox, [id, chosen](Connection &connection) -> Result<void> {
            const store::Outbox outbox(connection);
            const auto found = outbox.find(id);
            if (!found || !found->has_value()) {
                return fail(ErrorCode::NotFound, u"no such entry in the outbox"_s);
            }
            Intent intent = **found;
            const QJsonObject theirs = intent.payload.value("theirs"_L1).toObject();
            if (intent.state != IntentState::Attention || theirs.isEmpty()) {
                return fail(ErrorCode::Conflict, u"the entry has no conflict"_s);
            }
            QJsonObject base = intent.payload.value("base"_L1).toObject();
            QJsonObject changes = intent.payload.value("changes"_L1).toObject();
            for (auto at = theirs.begin(); at != theirs.end(); ++at) {
                if (!chosen.contains(at.key())) {
                    return fail(ErrorCode::BadInput, u"a field is not decided"_s);
                }
                base.insert(at.key(), at.value());
            }
            for (auto at = chosen.begin(); at != chosen.end(); ++at) {
                changes.insert(at.key(), at.value());
            }
            intent.payload.insert(u"base"_s, base);
            intent.payload.insert(u"changes"_s, changes);
            intent.payload.remove(u"theirs"_s);
            intent.state = IntentState::Queued;
            intent.nextTryUtc.reset();
            intent.errorCode.clear();
            intent.errorText.clear();
            const auto updated = outbox.update(intent);
            const auto task = TaskId::parse(json::text(intent.payload, "task"_L1));
            if (!updated || !task || !decidesTodo(intent.kind)) {
                return updated;
            }
            return store::TodoRepository(connection).setState(*task, TodoState::Queued);
        });
}

} // namespace andu::sync
