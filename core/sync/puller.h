// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/o2oa/client.h"
#include "core/store/store.h"
#include "core/sync/office_puller.h"
#include "core/sync/work_puller.h"

#include <functional>

namespace andu::sync {

/// What a pull brought.
struct PullSummary
{
    int added = 0;
    int changed = 0;
    int removed = 0;
    int worksRead = 0;
    int worksFailed = 0; ///< Works that could not be opened; what was here stays.
};

using Progress = std::function<void(int done, int total)>;

/// Pulls the four personal lists, the works behind them and what forms need of the office into the
/// store.
class Puller
{
public:
    Puller(store::Store &store, o2oa::Client &client, const Clock &clock);

    /// Conflict when an incremental run would remove suspiciously many rows: a full run carries it
    /// out.
    QCoro::Task<Result<PullSummary>> run(RunMode mode, Progress progress);
    /// The open lists only: what a push has hinted at.
    QCoro::Task<Result<PullSummary>> runTodos();

private:
    QCoro::Task<Result<void>> pullBoxes(QList<TodoBox> boxes, RunMode mode, PullSummary *summary);
    QCoro::Task<Result<void>> pullBox(TodoBox box, RunMode mode, PullSummary *summary);
    QCoro::Task<Result<void>> pullWorks(RunMode mode, Progress progress, PullSummary *summary);
    QCoro::Task<Result<void>> pullProcesses(RunMode mode);
    QCoro::Task<Result<void>> rememberWork(WorkId work, QString stamp, QByteArray tag);
    QCoro::Task<Result<QString>> meta(QString name);

    store::Store &m_store;
    o2oa::Client &m_client;
    const Clock &m_clock;
    WorkPuller m_works;
    OfficePuller m_office;
};

} // namespace andu::sync
