// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/intent.h"
#include "core/domain/work.h"

namespace andu::sync {

/// The files of a job as a person sees them: the server's, with the changes that wait in the
/// outbox.
/// @param intents of any job and kind, oldest first.
[[nodiscard]] QList<Attachment>
withPending(QList<Attachment> files, const JobId &job, const QList<Intent> &intents);

} // namespace andu::sync
