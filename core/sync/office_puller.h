// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/office.h"
#include "core/o2oa/client.h"
#include "core/store/store.h"
#include "core/sync/work_puller.h"

namespace andu::sync {

/// Pulls what forms and people pickers need of the office: persons, units, identities, own groups,
/// duties of own units, and the dictionaries that stored forms name. Whole lists under their tags:
/// the server has no change cursor here.
class OfficePuller
{
public:
    OfficePuller(store::Store &store, o2oa::Client &client, const Clock &clock);

    /// An incremental run asks at most once an hour: the server computes whole lists each time.
    QCoro::Task<Result<void>> run(RunMode mode);

private:
    QCoro::Task<Result<void>> pullList(OfficeKind kind, QStringList flags, RunMode mode);
    /// The rows with the ids that the server's whole lists leave out; forms store them.
    QCoro::Task<Result<QJsonArray>> withIds(OfficeKind kind, QJsonArray rows);
    QCoro::Task<Result<void>> pullDuties(QStringList units);
    QCoro::Task<Result<void>> pullDictionaries(RunMode mode);
    QCoro::Task<Result<QString>> meta(QString name);
    QCoro::Task<Result<void>> remember(QString name, QString value);

    store::Store &m_store;
    o2oa::Client &m_client;
    const Clock &m_clock;
};

} // namespace andu::sync
