// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace andu {

/// The four personal lists of O2OA.
enum class TodoBox { Task, Read, TaskCompleted, ReadCompleted };

/// What this machine did to a todo that the server may not know yet.
enum class TodoState {
    Open, ///< As the server listed it.
    Draft, ///< Data or opinion typed and saved here only.
    Queued, ///< An intent is in the outbox.
    Attention, ///< The intent was refused or met a conflict; what was typed is kept.
    Delivered, ///< Sent and verified on the server.
};

/// A way out of an activity as a todo offers it (parallel lists of the row).
struct TaskRoute
{
    QString id;
    QString name; ///< The value to send.
    QString defaultOpinion;
    QStringList decisions; ///< Canned opinions.

    friend bool operator==(const TaskRoute &, const TaskRoute &) = default;
};

/// One row of a personal list. Plain value.
struct Task
{
    TaskId id;
    TodoBox box = TodoBox::Task;
    WorkId work; ///< Null only in rows whose instance is gone.
    JobId job;
    QString title;
    QString serial;
    QString process;
    QString processName;
    QString applicationName;
    QString activity;
    QString activityName;
    QString activityToken;
    QString person; ///< Distinguished name.
    QString identity;
    QString unit;
    QString creatorPerson;
    QString creatorUnit;
    QDateTime startUtc;
    std::optional<QDateTime> completedUtc;
    std::optional<QDateTime> expireUtc;
    QDateTime updateUtc;
    bool first = false; ///< The applicant's own first step.
    bool completed = false; ///< The whole instance has ended (done and read rows).
    QString routeName; ///< What was chosen so far, or finally.
    QString opinion;
    QString taskOfOrigin; ///< taskcompleted.task or readcompleted.read.
    QString processingType;
    QList<TaskRoute> routes;
    TodoState state = TodoState::Open;

    friend bool operator==(const Task &, const Task &) = default;
};

} // namespace andu
