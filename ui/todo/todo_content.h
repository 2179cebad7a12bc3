// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"
#include "core/forms/form_session.h"
#include "core/store/outbox.h"

namespace andu::ui {

/// Everything about one todo that is shown, as the store has it.
struct TodoContent
{
    Task task;
    std::optional<WorkItem> work; ///< With the files that wait in the outbox.
    std::optional<forms::FormSource> form;
    std::optional<store::Draft> draft;
    std::optional<Intent> waiting; ///< Newest decision or save in the outbox, not delivered.
    forms::Directory directory;
    QList<forms::Dictionary> dictionaries;
    QString formError;
    QStringList phrases;
    QStringList recentPeople;

    /// The person may decide it and change its files now.
    [[nodiscard]] bool isMine() const;
    /// The server has other values for what was typed here.
    [[nodiscard]] bool isInConflict() const;
};

/// A file of a todo and whether it may be changed.
struct TodoFile
{
    Task task;
    Attachment file;
    bool isChangeable = false;
};

/// NotFound when the todo is gone. Thread: the store's.
[[nodiscard]] Result<TodoContent> readTodo(store::Connection &connection, const TaskId &id);
/// Files of a work with what waits in the outbox.
[[nodiscard]] Result<QList<Attachment>> readFiles(store::Connection &connection,
                                                  const WorkId &work);
/// What the form is opened with. The content has a work and a form.
[[nodiscard]] forms::FormInput inputOf(const TodoContent &content, const Account &account);

[[nodiscard]] Result<void> keepRecentPeople(store::Connection &connection,
                                            const QStringList &names);

} // namespace andu::ui
