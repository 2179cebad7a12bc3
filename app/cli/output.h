// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/domain/intent.h"
#include "core/domain/work.h"

namespace andu::cli {

/// Machine output. Times are ISO 8601 in UTC.
[[nodiscard]] QJsonObject toJson(const Task &task);
[[nodiscard]] QJsonArray toJson(const QList<Record> &records);
[[nodiscard]] QJsonArray toJson(const QList<Attachment> &attachments);
[[nodiscard]] QJsonObject toJson(const Intent &intent);
[[nodiscard]] QString textOf(const Task &task, const std::optional<WorkItem> &work);

/// Sends the outbox unless told not to, then prints how the intent stands: Done, Attention, Offline
/// (still queued).
QCoro::Task<Exit> deliver(Office *office, IntentId id, Options options);

} // namespace andu::cli
