// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/account.h"
#include "core/domain/task.h"
#include "core/domain/work.h"

#include <optional>

namespace andu::o2oa::codec {

/// Text of an O2OA date (yyyy-MM-dd HH:mm:ss in the server's zone; midnight comes without a time)
/// as UTC.
[[nodiscard]] std::optional<QDateTime> utc(const QString &text, int utcOffsetSeconds);

/// A row of a personal list; absent when it has no usable id.
[[nodiscard]] std::optional<Task> task(const QJsonObject &row, TodoBox box, int utcOffsetSeconds);

/// work/v2/workorworkcompleted; absent when there is no work in it.
[[nodiscard]] std::optional<WorkItem> work(const QJsonObject &answer, int utcOffsetSeconds);

[[nodiscard]] WorkControl control(const QJsonObject &answer);
[[nodiscard]] QList<Record> records(const QJsonArray &rows, int utcOffsetSeconds);
[[nodiscard]] QList<Attachment> attachments(const QJsonArray &rows, int utcOffsetSeconds);
[[nodiscard]] Account account(const QJsonObject &answer);
[[nodiscard]] QList<StartableProcess> startableProcesses(const QJsonArray &applications);

} // namespace andu::o2oa::codec
