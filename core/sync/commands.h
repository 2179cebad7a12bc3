// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/outbox.h"
#include "core/store/store.h"

namespace andu::sync {

/// A person's decision on a todo.
struct Approval
{
    TaskId task;
    QString routeName;
    QString opinion;
    QJsonObject base; ///< Values the person saw, for the keys changed.
    QJsonObject changes; ///< Changed keys only.
    QStringList appendTaskIdentityList;
};

/// A process to be started.
struct StartOrder
{
    QString flag; ///< Id or alias.
    QString title;
    QString identity; ///< Distinguished name of the role to act in.
    QJsonObject data;
};

/// What a person can want. Each call changes the store and appends the intent in one transaction.
class Commands
{
public:
    Commands(store::Store &store, const Clock &clock);

    /// NotFound when the todo is not here, Conflict when it is already on its way.
    QFuture<Result<IntentId>> processTask(Approval approval);
    QFuture<Result<IntentId>> confirmRead(TaskId read, QString opinion);
    QFuture<Result<IntentId>> saveData(TaskId task, QJsonObject base, QJsonObject changes);
    QFuture<Result<IntentId>> startProcess(StartOrder order);
    QFuture<Result<void>> saveDraft(store::Draft draft);
    /// Lets an intent that needs attention try again.
    QFuture<Result<void>> retry(IntentId id);
    /// Takes an intent back; what was typed becomes a draft again. Conflict while it is being sent.
    QFuture<Result<void>> discard(IntentId id);

private:
    store::Store &m_store;
    const Clock &m_clock;
};

} // namespace andu::sync
