// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sender.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/todo_repository.h"
#include "core/sync/intents.h"
#include "core/sync/merge.h"
#include "core/sync/todo_fate.h"

#include <qcoro/qcorofuture.h>
#include <qcoro/qcorotimer.h>

#include <chrono>

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
constexpr store::Topics SendTopics = Topic::Todos | Topic::Outbox | Topic::Drafts;
constexpr int VerifyAttempts = 8; // The server may work on after it has answered.
constexpr int LongestPauseSeconds = 600;

bool isUnknownOutcome(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::BadReply;
}

/// The run ends: nothing else can be sent either.
bool endsRun(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Unauthorized
        || error.code == ErrorCode::Tls || error.code == ErrorCode::Storage
        || error.code == ErrorCode::DiskFull;
}

Error fateError(TodoFate fate)
{
    switch (fate) {
    case TodoFate::OtherRoute:
        return Error{ ErrorCode::Conflict, u"processed elsewhere with another route"_s };
    case TodoFate::OtherOpinion:
        return Error{ ErrorCode::Conflict, u"processed elsewhere with another opinion"_s };
    case TodoFate::MovedAway:
        return Error{ ErrorCode::Conflict, u"moved away from this person"_s };
    case TodoFate::Gone:
    case TodoFate::StillOpen:
    case TodoFate::Delivered:
        break;
    }
    return Error{ ErrorCode::Conflict, u"handled by somebody else, taken back or deleted"_s };
}

} // namespace

Sender::Sender(store::Store &store, o2oa::Client &client, const Clock &clock, StepObserver observer)
    : m_store(store)
    , m_client(client)
    , m_clock(clock)
    , m_observer(std::move(observer))
{ }

QCoro::Task<Result<int>> Sender::sendAll()
{
    int delivered = 0;
    QSet<IntentId> tried;
    while (true) {
        const QDateTime now = m_clock.nowUtc();
        const QFuture<Result<QList<Intent>>> reading = m_store.read<QList<Intent>>(
            [now](Connection &connection) { return store::Outbox(connection).ready(now); });
        const Result<QList<Intent>> ready = co_await reading;
        if (!ready) {
            co_return tl::unexpected<Error>(ready.error());
        }
        std::optional<Intent> next;
        for (const Intent &intent : *ready) {
            if (!next && !tried.contains(intent.id)) {
                next = intent;
            }
        }
        if (!next) {
            co_return delivered;
        }
        tried.insert(next->id);
        m_current = next->id;
        const Outcome outcome = co_await sendOne(*next);
        m_current = {};
        if (m_observer) {
            m_observer(u"settling"_s);
        }
        const Result<void> settled = co_await settle(*next, outcome);
        if (m_observer) {
            m_observer(u"settled"_s);
        }
        if (!settled) {
            co_return tl::unexpected<Error>(settled.error());
        }
        delivered += outcome.isDelivered ? 1 : 0;
        if (outcome.error && endsRun(*outcome.error)) {
            co_return tl::unexpected<Error>(*outcome.error);
        }
    }
}

QCoro::Task<Sender::Outcome> Sender::sendOne(Intent intent)
{
    switch (intent.kind) {
    case IntentKind::ProcessTask:
        co_return co_await sendProcess(intent);
    case IntentKind::SaveData:
        co_return co_await sendData(intent);
    case IntentKind::ConfirmRead:
        co_return co_await sendRead(intent);
    case IntentKind::StartProcess:
        co_return co_await sendStart(intent);
    case IntentKind::UploadAttachment:
        co_return co_await sendFile(intent);
    }
    co_return Outcome{ false, Error{ ErrorCode::BadInput, u"unknown kind of intent"_s } };
}

QCoro::Task<Result<void>> Sender::mark(Intent intent, QString step)
{
    // The stored row is the truth: earlier steps may have put ids into its payload.
    const QFuture<Result<void>> writing
        = m_store.write<void>(SendTopics, [intent, step](Connection &connection) -> Result<void> {
              const store::Outbox outbox(connection);
              const auto found = outbox.find(intent.id);
              if (!found || !found->has_value()) {
                  return fail(ErrorCode::Cancelled, u"the intent was taken back"_s);
              }
              Intent row = **found;
              row.state = IntentState::Sending;
              row.step = step;
              row.payload = intent.payload;
              return outbox.update(row);
          });
    const Result<void> written = co_await writing;
    if (written && m_observer) {
        m_observer(step);
    }
    co_return written;
}

QCoro::Task<Result<void>> Sender::saveMerged(Intent intent)
{
    const QJsonObject changes = sendable(intent.payload.value("changes"_L1).toObject());
    if (changes.isEmpty()) {
        co_return Result<void>();
    }
    const WorkId work = WorkId::of(json::text(intent.payload, "work"_L1));
    const Result<QJsonObject> theirs = co_await m_client.data(work);
    if (!theirs) {
        co_return tl::unexpected<Error>(theirs.error());
    }
    const Merge merged = merge(intent.payload.value("base"_L1).toObject(), changes, *theirs);
    if (!merged.conflicts.isEmpty()) {
        const Result<void> kept = co_await keepTheirs(intent, merged.conflicts, *theirs);
        if (!kept) {
            co_return kept;
        }
        co_return fail(ErrorCode::Conflict, u"fields: "_s + merged.conflicts.join(u", "_s));
    }
    if (merged.toSend.isEmpty()) {
        co_return Result<void>();
    }
    const Result<void> marked = co_await mark(intent, u"save"_s);
    if (!marked) {
        co_return marked;
    }
    const Result<void> saved = co_await m_client.saveData(work, merged.toSend);
    if (m_observer) {
        m_observer(u"saved"_s);
    }
    co_return saved;
}

/// The person decides between the two versions, also without a network: the server's stays here.
QCoro::Task<Result<void>> Sender::keepTheirs(Intent intent, QStringList keys, QJsonObject theirs)
{
    QJsonObject kept;
    for (const QString &key : std::as_const(keys)) {
        kept.insert(key, theirs.value(key).isUndefined() ? QJsonValue() : theirs.value(key));
    }
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Outbox, [intent, kept](Connection &connection) {
              Intent row = intent;
              row.payload.insert(u"theirs"_s, kept);
              return store::Outbox(connection).update(row);
          });
    co_return co_await writing;
}

QCoro::Task<Sender::Outcome> Sender::verifyProcess(Intent intent, bool isPatient)
{
    const TaskId task = TaskId::of(intent.target);
    const JobId job = JobId::of(intent.job);
    const QString person = json::text(intent.payload, "person"_L1);
    const QString route = json::text(intent.payload, "route"_L1);
    const QString opinion = json::text(intent.payload, "opinion"_L1);
    for (int attempt = 0; attempt < VerifyAttempts; ++attempt) {
        const Result<std::optional<Task>> row = co_await m_client.task(task);
        // Somebody without any part in it is refused: then it is not my todo any more, which the
        // done rows tell apart.
        const bool isRefused = !row && row.error().code == ErrorCode::Refused;
        if (!row && !isRefused) {
            co_return Outcome{ false, row.error() };
        }
        const bool isOpen = row && row->has_value();
        Result<QList<Task>> done = QList<Task>();
        if (!isOpen) {
            done = co_await m_client.completedTasksOfJob(job);
        }
        if (!done && endsRun(done.error())) {
            co_return Outcome{ false, done.error() };
        }
        const TodoFate fate
            = fateOf(task, person, route, opinion, isOpen, done.value_or(QList<Task>()));
        if (fate == TodoFate::Delivered) {
            co_return Outcome{ true, std::nullopt };
        }
        if (fate == TodoFate::StillOpen && !isPatient) {
            co_return Outcome{ false, std::nullopt };
        }
        if (fate != TodoFate::StillOpen && (fate != TodoFate::Gone || !isPatient)) {
            co_return Outcome{ false, fateError(fate) };
        }
        if (attempt + 1 < VerifyAttempts) {
            co_await QCoro::sleepFor(std::chrono::milliseconds(150 << qMin(attempt, 4)));
        } else if (fate == TodoFate::Gone) {
            co_return Outcome{ false, fateError(fate) };
        }
    }
    co_return Outcome{ false,
                       Error{ ErrorCode::BadReply, u"the server has not carried it out yet"_s } };
}

QCoro::Task<Sender::Outcome> Sender::sendProcess(Intent intent)
{
    const Outcome before = co_await verifyProcess(intent, false);
    if (before.isDelivered || before.error) {
        co_return before;
    }
    const Result<void> saved = co_await saveMerged(intent);
    if (!saved) {
        co_return Outcome{ false, saved.error() };
    }
    const Result<void> inked = co_await sendInk(&intent);
    if (!inked) {
        co_return Outcome{ false, inked.error() };
    }
    const Result<void> marked = co_await mark(intent, u"process"_s);
    if (!marked) {
        co_return Outcome{ false, marked.error() };
    }
    const o2oa::ProcessRequest request{ json::text(intent.payload, "route"_L1),
                                        json::text(intent.payload, "opinion"_L1),
                                        json::texts(intent.payload, "append"_L1),
                                        json::texts(intent.payload, "media"_L1) };
    const Result<void> sent = co_await m_client.process(TaskId::of(intent.target), request);
    if (m_observer) {
        m_observer(u"processed"_s);
    }
    if (!sent && sent.error().code != ErrorCode::NotFound
        && sent.error().code != ErrorCode::BadReply) {
        co_return Outcome{ false, sent.error() };
    }
    co_return co_await verifyProcess(intent, true);
}

QCoro::Task<Sender::Outcome> Sender::sendData(Intent intent)
{
    const Result<void> saved = co_await saveMerged(intent);
    if (!saved) {
        co_return Outcome{ false, saved.error() };
    }
    const Result<QJsonObject> theirs
        = co_await m_client.data(WorkId::of(json::text(intent.payload, "work"_L1)));
    if (!theirs) {
        co_return Outcome{ false, theirs.error() };
    }
    const bool isThere = contains(*theirs, sendable(intent.payload.value("changes"_L1).toObject()));
    co_return Outcome{ isThere,
                       isThere ? std::optional<Error>()
                               : Error{ ErrorCode::Conflict,
                                        u"changed by somebody else while saving"_s } };
}

QCoro::Task<Sender::Outcome> Sender::readFate(Intent intent)
{
    const Result<QList<Task>> rows = co_await m_client.completedReadsOfJob(JobId::of(intent.job));
    if (!rows) {
        co_return Outcome{ false, rows.error() };
    }
    const QString person = json::text(intent.payload, "person"_L1);
    const QString opinion = json::text(intent.payload, "opinion"_L1);
    for (const Task &row : *rows) {
        const bool isMine = row.taskOfOrigin == intent.target && row.person == person;
        if (isMine && (opinion.isEmpty() || row.opinion == opinion)) {
            co_return Outcome{ true, std::nullopt };
        }
        if (isMine) {
            co_return Outcome{
                false, Error{ ErrorCode::Conflict, u"confirmed elsewhere with another opinion"_s }
            };
        }
    }
    co_return Outcome{ false, std::nullopt };
}

QCoro::Task<Sender::Outcome> Sender::sendRead(Intent intent)
{
    if (intent.step == u"read"_s) {
        const Outcome before = co_await readFate(intent);
        if (before.isDelivered || before.error) {
            co_return before;
        }
    }
    const Result<void> marked = co_await mark(intent, u"read"_s);
    if (!marked) {
        co_return Outcome{ false, marked.error() };
    }
    const QString opinion = json::text(intent.payload, "opinion"_L1);
    const Result<void> sent = co_await m_client.confirmRead(TaskId::of(intent.target), opinion);
    if (m_observer) {
        m_observer(u"confirmed"_s);
    }
    if (sent) {
        co_return Outcome{ true, std::nullopt };
    }
    if (sent.error().code != ErrorCode::NotFound) {
        co_return Outcome{ false, sent.error() };
    }
    // Gone: confirmed here or in the browser, or taken back. Nothing typed is lost silently.
    const Outcome fate = co_await readFate(intent);
    if (fate.isDelivered || fate.error) {
        co_return fate;
    }
    co_return Outcome{ opinion.isEmpty(),
                       opinion.isEmpty()
                           ? std::optional<Error>()
                           : Error{ ErrorCode::Conflict, u"confirmed or taken back elsewhere"_s } };
}

QCoro::Task<Result<void>> Sender::settle(Intent intent, Outcome outcome)
{
    const QDateTime now = m_clock.nowUtc();
    const bool isFile = intent.kind == IntentKind::UploadAttachment;
    const store::Topics topics = isFile ? SendTopics | Topic::Works : SendTopics;
    vault::BlobStore &blobs = m_store.blobs();
    const QFuture<Result<void>> writing = m_store.write<
        void>(topics, [intent, outcome, now, &blobs](Connection &connection) -> Result<void> {
        const store::Outbox outbox(connection);
        const store::TodoRepository todos(connection);
        const auto found = outbox.find(intent.id);
        if (!found || !found->has_value()) {
            return {};
        }
        Intent row = **found;
        if (outcome.isWithdrawn) {
            return discardFile(connection, blobs, row);
        }
        const auto task = TaskId::parse(json::text(row.payload, "task"_L1));
        const bool concernsTodo = task && decidesTodo(row.kind);
        // Without a network nothing was tried.
        const bool isUntried = outcome.error && endsRun(*outcome.error) && row.step.isEmpty();
        row.attempts += isUntried ? 0 : 1;
        row.errorCode.clear();
        row.errorText.clear();
        Result<void> marked;
        if (outcome.isDelivered) {
            row.state = IntentState::Delivered;
            row.deliveredUtc = now;
            marked = concernsTodo ? todos.setState(*task, TodoState::Delivered)
                : outcome.landed  ? applyLanded(connection, row, *outcome.landed)
                                  : marked;
        } else if (outcome.error && (endsRun(*outcome.error) || isUnknownOutcome(*outcome.error))) {
            row.state = row.step.isEmpty() ? IntentState::Queued : IntentState::Sending;
            row.errorCode = nameOf(outcome.error->code);
            row.errorText = outcome.error->detail;
            // Being offline is nobody's failure: it is tried again as soon as there is a network.
            if (!endsRun(*outcome.error)) {
                row.nextTryUtc = now.addSecs(qMin(LongestPauseSeconds, 2 << qMin(row.attempts, 8)));
            }
        } else {
            const Error error = outcome.error.value_or(Error{ ErrorCode::BadReply, u"unknown"_s });
            row.state = IntentState::Attention;
            row.errorCode = nameOf(error.code);
            row.errorText = error.serverMessage.isEmpty() ? error.detail : error.serverMessage;
            marked = concernsTodo ? todos.setState(*task, TodoState::Attention) : marked;
        }
        return marked ? outbox.update(row) : marked;
    });
    const Result<void> written = co_await writing;
    const QString key = json::text(intent.payload, "key"_L1);
    if (written && outcome.landed && !key.isEmpty()) {
        const QFuture<Result<void>> dropping
            = m_store.write<void>({}, [&blobs, key](Connection &) { return blobs.remove(key); });
        co_await dropping; // A copy that stays behind costs space, nothing else.
    }
    co_return written;
}

} // namespace andu::sync
