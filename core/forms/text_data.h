// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/values.h"

namespace andu::forms {

/// What a field's widget holds, as values and as texts. Scripts ask for it (getTextData), and a
/// Datagrid stores it when the editing of a row ends.
struct TextData
{
    QJsonArray value;
    QJsonArray text;
};

[[nodiscard]] TextData textDataOf(const Module &module,
                                  const QJsonValue &value,
                                  const QList<Option> &options,
                                  Viewing viewing);

/// A cell of a Datagrid after the editing of its row: a single value stands alone, several are a
/// list; nothing when the widget holds none.
[[nodiscard]] QJsonValue
cellValueOf(const Module &module, const QJsonValue &value, const QList<Option> &options);

} // namespace andu::forms
