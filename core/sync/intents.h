// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/intent.h"
#include "core/domain/task.h"
#include "core/store/connection.h"
#include "core/vault/blob_store.h"

// What the commands share. Thread: the store's writer.
namespace andu::sync {

/// With an id of its own, queued.
[[nodiscard]] Intent newIntent(IntentKind kind, const QDateTime &nowUtc);
/// NotFound when the todo is not here, Conflict when it is already on its way.
[[nodiscard]] Result<Task> openTodo(store::Connection &connection, const TaskId &id);
/// Takes back a change of a file with the later ones that rest on it, and removes their bytes.
[[nodiscard]] Result<void>
discardFile(store::Connection &connection, const vault::BlobStore &blobs, const Intent &intent);

} // namespace andu::sync
