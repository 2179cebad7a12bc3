// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"

#include <QList>

namespace andu::sync {

/// What has become of a todo whose processing was sent, or is about to be.
enum class TodoFate {
    StillOpen, ///< Nothing has happened: it may be sent.
    Delivered, ///< I processed it with that route and opinion.
    OtherRoute, ///< I processed it elsewhere, with another route.
    OtherOpinion, ///< I processed it elsewhere, with another opinion.
    MovedAway, ///< Reset, delegated or forwarded away from me.
    Gone, ///< A colleague was first, the sender took it back, or it was deleted.
};

/// Decides from what the server shows (o2oa: the Task row is consumed, TaskCompleted.task names
/// it).
/// @param opinion what was typed; empty when the server was to choose one.
/// @param isOpen the Task row still exists.
/// @param done all TaskCompleted rows of the job.
[[nodiscard]] TodoFate fateOf(const TaskId &task,
                              const QString &person,
                              const QString &routeName,
                              const QString &opinion,
                              bool isOpen,
                              const QList<Task> &done);

} // namespace andu::sync
