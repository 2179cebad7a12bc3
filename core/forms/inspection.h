// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forms/form_session.h"

namespace andu::forms {

/// A value put in before a form is inspected, as a person would.
struct InspectionEdit
{
    /// Module id, data key of a selector, or a cell: "grid[0].field", "grid..data..0..field".
    QString target;
    QJsonValue value;
};

struct InspectionRequest
{
    QList<InspectionEdit> edits;
    std::optional<QString> route; ///< Chosen route; nothing for the pass before the dialog.
    QString opinion;
};

/// Puts one value in. NotFound when the form has no such field, Refused when it cannot be edited.
[[nodiscard]] Result<void> applyEdit(FormSession &session, const InspectionEdit &edit);

/// What the form shows, would collect and would refuse, as JSON for machines: modules in building
/// order, routes, submit, changes, unknownModules and scripts (`anductl form inspect`). The edits
/// are not applied here.
[[nodiscard]] QJsonObject inspect(FormSession &session, const InspectionRequest &request);

} // namespace andu::forms
