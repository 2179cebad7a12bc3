// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/todo_fate.h"

#include "core/base/literals.h"

namespace andu::sync {

TodoFate fateOf(const TaskId &task,
                const QString &person,
                const QString &routeName,
                const QString &opinion,
                bool isOpen,
                const QList<Task> &done)
{
    if (isOpen) {
        return TodoFate::StillOpen;
    }
    for (const Task &row : done) {
        if (row.taskOfOrigin != task.text() || row.person != person) {
            continue;
        }
        static const QStringList away{
            u"reset"_s, u"retract"_s, u"rollback"_s, u"empower"_s, u"reroute"_s
        };
        if (away.contains(row.processingType)) {
            return TodoFate::MovedAway;
        }
        if (!routeName.isEmpty() && row.routeName != routeName) {
            return TodoFate::OtherRoute;
        }
        const bool isOpinion
            = opinion.trimmed().isEmpty() || row.opinion.trimmed() == opinion.trimmed();
        return isOpinion ? TodoFate::Delivered : TodoFate::OtherOpinion;
    }
    return TodoFate::Gone;
}

} // namespace andu::sync
