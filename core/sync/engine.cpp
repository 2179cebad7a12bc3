// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/repositories.h"

#include <qcoro/qcorofuture.h>

#include <chrono>

namespace andu::sync {

namespace {

constexpr std::chrono::seconds OnlinePause{ 60 };
constexpr std::chrono::seconds OfflinePause{ 10 };
constexpr std::chrono::milliseconds HintPause{ 500 };

struct Figures
{
    store::OutboxCounts outbox;
    QDateTime lastPullUtc;
};

Result<Figures> readFigures(store::Connection &connection)
{
    const auto counts = store::Outbox(connection).counts();
    const auto last = store::MetaRepository(connection).value(u"pull.last"_s);
    if (!counts || !last) {
        return tl::unexpected<Error>(counts ? last.error() : counts.error());
    }
    return Figures{ *counts, QDateTime::fromString(*last, Qt::ISODateWithMs) };
}

} // namespace

Engine::Engine(store::Store &store, o2oa::Client &client, const Clock &clock, StepObserver observer)
    : m_store(store)
    , m_client(client)
    , m_clock(clock)
    , m_sender(store, client, clock, std::move(observer))
    , m_puller(store, client, clock)
    , m_push(client.endpoint())
{
    connect(&m_push, &o2oa::PushChannel::hinted, this, &Engine::hint);
    connect(&m_client, &o2oa::Client::tokenChanged, &m_push, &o2oa::PushChannel::setToken);
    connect(&m_client, &o2oa::Client::uploading, this, [this](qint64 sent, qint64 total) {
        Q_EMIT uploading(m_sender.current(), sent, total);
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Engine::wake);
    m_hints.setSingleShot(true);
    m_hints.setInterval(HintPause);
    connect(&m_hints, &QTimer::timeout, this, [this] {
        if (m_isRunning) {
            m_isWanted = true; // What the run has read already may be older than the hint.
            return;
        }
        auto finished = [this](const Result<SyncSummary> &result) {
            if (m_isWanted || !result) {
                planNext(result);
            }
        };
        runOnce(RunMode::Incremental, true).then(finished);
    });
}

QCoro::Task<Result<int>> Engine::sendOutbox()
{
    co_return co_await m_sender.sendAll();
}

QCoro::Task<Result<SyncSummary>> Engine::run(RunMode mode)
{
    co_return co_await runOnce(mode, false);
}

void Engine::hint(const QString &type)
{
    if (type.startsWith(u"task"_s) || type.startsWith(u"read"_s) || type.startsWith(u"work"_s)) {
        m_hints.start(); // Again from the start: one run for a burst.
    }
}

QCoro::Task<Result<SyncSummary>> Engine::runOnce(RunMode mode, bool isTodosOnly)
{
    if (m_isRunning || m_isStopped) {
        m_isWanted = true;
        co_return fail(ErrorCode::Cancelled, u"a run is going on or no more is wanted"_s);
    }
    m_isRunning = true;
    co_await report(SyncPhase::Syncing, std::nullopt);
    SyncSummary summary;
    std::optional<Error> error;
    const Result<int> sent = co_await m_sender.sendAll();
    if (sent) {
        summary.delivered = *sent;
        const Progress progress = [this](int done, int total) {
            m_status.done = done;
            m_status.total = total;
            Q_EMIT statusChanged(m_status);
        };
        Result<PullSummary> pulled = PullSummary();
        if (isTodosOnly) {
            pulled = co_await m_puller.runTodos();
        } else {
            pulled = co_await m_puller.run(mode, progress);
        }
        if (pulled) {
            summary.pull = *pulled;
        } else {
            error = pulled.error();
        }
    } else {
        error = sent.error();
    }
    SyncPhase phase = SyncPhase::Idle;
    if (error) {
        phase = error->code == ErrorCode::Offline    ? SyncPhase::Offline
            : error->code == ErrorCode::Unauthorized ? SyncPhase::SignedOut
                                                     : SyncPhase::Attention;
    }
    co_await report(phase, error);
    m_isRunning = false;
    Q_EMIT runEnded();
    if (error) {
        co_return tl::unexpected<Error>(*error);
    }
    co_return summary;
}

void Engine::start()
{
    connect(&m_store, &store::Store::changed, this, [this](store::Topics topics) {
        if (!topics.testFlag(store::Topic::Outbox)) {
            return;
        }
        m_isWanted = m_isRunning; // Something queued during a run is sent right after it.
        if (!m_isRunning) {
            m_timer.start(std::chrono::milliseconds(50));
        }
    });
    m_timer.start(std::chrono::milliseconds(0));
    m_push.start(m_client.token());
}

void Engine::stop()
{
    m_isStopped = true;
    m_push.stop();
    m_timer.stop();
    m_hints.stop();
    disconnect(&m_store, nullptr, this, nullptr);
}

void Engine::wake()
{
    auto finished = [this](const Result<SyncSummary> &result) { planNext(result); };
    run(RunMode::Incremental).then(finished);
}

void Engine::planNext(const Result<SyncSummary> &result)
{
    const bool isWanted = std::exchange(m_isWanted, false);
    if (m_isStopped) {
        return;
    }
    // Without a network nothing is gained by haste, whatever waits.
    const bool isOffline = !result && result.error().code == ErrorCode::Offline;
    m_timer.start(isOffline ? OfflinePause : isWanted ? std::chrono::seconds(0) : OnlinePause);
}

QCoro::Task<void> Engine::report(SyncPhase phase, std::optional<Error> error)
{
    const QFuture<Result<Figures>> reading = m_store.read<Figures>(
        [](store::Connection &connection) { return readFigures(connection); });
    const Result<Figures> figures = co_await reading;
    m_status.phase = phase;
    m_status.error = error;
    m_status.done = 0;
    m_status.total = 0;
    if (figures) {
        m_status.queued = figures->outbox.queued;
        m_status.attention = figures->outbox.attention;
        m_status.lastPullUtc = figures->lastPullUtc;
    }
    Q_EMIT statusChanged(m_status);
}

} // namespace andu::sync
