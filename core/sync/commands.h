// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/work.h"
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
    QByteArray ink; ///< Handwritten opinion as PNG; may be empty.
};

/// A file a person adds or puts in another's place.
struct NewFile
{
    QString site; ///< Id of the form control; of the replaced file for a replacement.
    QString name; ///< With extension.
    QByteArray bytes;
};

constexpr qint64 LargestUploadBytes = qint64{ 256 } << 20;

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
    /// The file is here at once and on its way. BadInput: no name, a name of more than 255 bytes,
    /// too large. Works on a todo that is open.
    QFuture<Result<IntentId>> addFile(TaskId task, NewFile file);
    /// @p current is the version the person saw; Conflict later when the server has another one.
    QFuture<Result<IntentId>> replaceFile(TaskId task, Attachment current, NewFile file);
    /// A file that has not left yet is taken out of the outbox; no id then.
    QFuture<Result<IntentId>> removeFile(TaskId task, Attachment current);
    /// A replacement that met another version goes beside it as a file of its own.
    QFuture<Result<void>> sendAsNew(IntentId id);
    /// Decides a conflict: @p chosen holds the value of every key in question; it is sent again.
    QFuture<Result<void>> resolve(IntentId id, QJsonObject chosen);
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
