// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/work.h"
#include "core/forms/module.h"

namespace andu::forms {

/// Records that a Log module lists: its filters for activity, person and route; open todos only
/// with `isTask` (o2oa-forms 5.7).
[[nodiscard]] QList<Record> logRecords(const Module &module, const QList<Record> &records);

/// The Log as plain text, a line for each record, in the form's own `textStyle` when it has one.
[[nodiscard]] QString logText(const Module &module, const QList<Record> &records);

} // namespace andu::forms
