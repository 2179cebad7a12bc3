// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/o2oa/push_channel.h"
#include "core/sync/puller.h"
#include "core/sync/sender.h"

#include <QObject>
#include <QTimer>

namespace andu::sync {

enum class SyncPhase { Idle, Syncing, Offline, Attention, SignedOut };

/// What the sync mark shows.
struct SyncStatus
{
    SyncPhase phase = SyncPhase::Idle;
    QDateTime lastPullUtc; ///< Null until the first pull succeeded.
    int done = 0;
    int total = 0;
    int queued = 0;
    int attention = 0;
    std::optional<Error> error;
};

struct SyncSummary
{
    int delivered = 0;
    PullSummary pull;
};

/// Brings store and server together: sends the outbox, then pulls. Lives in one thread with its
/// client; one run at a time.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(store::Store &store,
           o2oa::Client &client,
           const Clock &clock,
           StepObserver observer = {});

    /// Sends, then pulls. Cancelled when a run is going on.
    QCoro::Task<Result<SyncSummary>> run(RunMode mode);
    QCoro::Task<Result<int>> sendOutbox();

    /// Runs now, every few minutes, whenever the outbox grows, and when the server hints at todos.
    void start();
    /// Starts no further run; one that goes on ends by itself, and only then may the engine go.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Ends the upload of an entry and takes the entry back. False: it is not being sent now.
    bool withdraw(const IntentId &id) { return m_sender.withdraw(id); }
    /// A hint of the server's push: its type decides what is looked at, nothing else of it counts.
    void hint(const QString &type);

Q_SIGNALS:
    void statusChanged(const andu::sync::SyncStatus &status);
    /// How much of a file has gone out, in bytes.
    void uploading(const andu::IntentId &intent, qint64 sent, qint64 total);
    /// A run has come to its end, however.
    void runEnded();

private:
    void wake();
    void planNext(const Result<SyncSummary> &result);
    QCoro::Task<Result<SyncSummary>> runOnce(RunMode mode, bool isTodosOnly);
    QCoro::Task<void> report(SyncPhase phase, std::optional<Error> error);

    store::Store &m_store;
    o2oa::Client &m_client;
    const Clock &m_clock;
    Sender m_sender;
    Puller m_puller;
    o2oa::PushChannel m_push;
    QTimer m_timer;
    QTimer m_hints; ///< Gathers hints that come in a burst.
    SyncStatus m_status;
    bool m_isRunning = false;
    bool m_isWanted = false; ///< Something came up during a run.
    bool m_isStopped = false;
};

} // namespace andu::sync

Q_DECLARE_METATYPE(andu::sync::SyncStatus)
