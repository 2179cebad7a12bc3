// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/o2oa/client.h"
#include "core/store/store.h"
#include "core/sync/work_puller.h"

namespace andu::sync {

constexpr qsizetype MostPhrases = 200;

/// Own phrases for opinions. The server keeps them for all programs of a person (custom/idea).
[[nodiscard]] Result<QStringList> readPhrases(store::Connection &connection);
/// Changed here; goes to the server with the next run. Blank ones and repetitions are left out.
[[nodiscard]] Result<void> keepPhrases(store::Connection &connection, const QStringList &phrases);

/// Theirs with what was added and without what was removed here since @p base.
[[nodiscard]] QStringList
mergePhrases(const QStringList &base, const QStringList &mine, const QStringList &theirs);

/// Brings both sides together: when something changed here, else once an hour. A server without
/// this call, or one that refuses it, changes nothing.
[[nodiscard]] QCoro::Task<Result<void>>
syncPhrases(store::Store *store, o2oa::Client *client, QDateTime nowUtc, RunMode mode);

} // namespace andu::sync
