// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/account.h"
#include "core/domain/task.h"
#include "core/forms/form_session.h"
#include "core/store/outbox.h"

namespace andu::session {

/// A todo with everything its form is opened with, from the store alone.
struct FormOpening
{
    Task task;
    std::optional<forms::FormInput> input; ///< Absent: the work or its form is not here yet.
    std::optional<Error> formError; ///< BadInput: the form is here and cannot be read.
    std::optional<store::Draft> draft;
};

/// @param nowLocal what scripts of the form see as the moment of opening.
/// @return NotFound when the todo is not in the store. Thread: of the connection.
[[nodiscard]] Result<FormOpening> readForm(store::Connection &connection,
                                           const TaskId &id,
                                           const Account &user,
                                           const QDateTime &nowLocal);

} // namespace andu::session
