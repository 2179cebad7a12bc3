// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/strong_id.h"

namespace andu {

using TaskId = StrongId<struct TaskTag>; ///< Row of 待办, 待阅, 已办 or 已阅.
using WorkId = StrongId<struct WorkTag>; ///< Work or finished work.
using JobId = StrongId<struct JobTag>; ///< Running instance; shared by all its branches.
using FormId = StrongId<struct FormTag>;
using AttachmentId = StrongId<struct AttachmentTag>;
using IntentId = StrongId<struct IntentTag>; ///< Entry of the outbox, minted here.

} // namespace andu
