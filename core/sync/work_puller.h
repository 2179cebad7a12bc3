// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/o2oa/client.h"
#include "core/store/store.h"

namespace andu::sync {

enum class RunMode { Incremental, Full };

/// Reads one work with rights, form and attachments into the store.
class WorkPuller
{
public:
    WorkPuller(store::Store &store, o2oa::Client &client);

    /// What is wanted: a work as a todo names it, and what this machine has of it.
    struct Wish
    {
        WorkId work;
        JobId job;
        QByteArray etag; ///< Empty: read in any case.
    };
    /// How it went.
    struct Outcome
    {
        bool isRead = false; ///< False: it was as before.
        bool isWhole = true; ///< Form and files are there, too.
        QByteArray etag;
    };

    /// NotFound or Refused when it is gone for this person; what is here stays then.
    QCoro::Task<Result<Outcome>> pull(Wish wish);

private:
    QCoro::Task<Result<o2oa::OpenedWork>> open(Wish wish);
    QCoro::Task<Result<Outcome>> fillUp(Wish wish);
    QCoro::Task<Result<void>> pullForm(WorkItem *work);
    QCoro::Task<Result<bool>> pullFiles(WorkItem *work, WorkId source);
    QCoro::Task<Result<bool>> pullFile(Attachment attachment, WorkId source, bool isFinished);
    QCoro::Task<Result<void>> save(WorkItem work);

    store::Store &m_store;
    o2oa::Client &m_client;
};

/// Failures after which nothing else of a run can succeed.
[[nodiscard]] bool endsPull(const Error &error);

} // namespace andu::sync
