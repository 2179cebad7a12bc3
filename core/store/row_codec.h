// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/account.h"
#include "core/domain/intent.h"
#include "core/domain/task.h"
#include "core/domain/work.h"

namespace andu::store {

/// Values as the JSON bodies of rows keep them. What is written is always read again the same.
[[nodiscard]] QJsonObject toRow(const Task &task);
[[nodiscard]] Task taskFromRow(const QJsonObject &row);
[[nodiscard]] QJsonObject toRow(const WorkItem &work);
[[nodiscard]] WorkItem workFromRow(const QJsonObject &row);
[[nodiscard]] QJsonObject toRow(const Intent &intent);
[[nodiscard]] Intent intentFromRow(const QJsonObject &row);
[[nodiscard]] QJsonObject toRow(const StartableProcess &process);
[[nodiscard]] StartableProcess processFromRow(const QJsonObject &row);
[[nodiscard]] QJsonObject toRow(const Account &account);
[[nodiscard]] Account accountFromRow(const QJsonObject &row);

} // namespace andu::store
