// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/todo/conflict_view.h"
#include "ui/todo/todo_content.h"

namespace andu::ui {

/// The fields of a decision or save that met other values on the server: what a reader of the form
/// would see of each version. The content is in conflict.
[[nodiscard]] ConflictContent conflictOf(const TodoContent &content, const Account &account);

/// The content as a table with field, mine, theirs and before (CSV, UTF-8 with a mark, RFC 4180).
[[nodiscard]] QByteArray conflictTable(const ConflictContent &content);

} // namespace andu::ui
