// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/values.h"

namespace andu::forms {

/// What Select, Radio and Checkbox send for the value that the data holds while they are edited.
[[nodiscard]] QJsonValue
collectedChoice(const Module &module, const QJsonValue &value, const QList<Option> &options);

/// Texts of the options that are chosen by @p value, joined as the web client does.
[[nodiscard]] QString shownChoice(const Module &module,
                                  const QJsonValue &value,
                                  const QList<Option> &options,
                                  Viewing viewing);

} // namespace andu::forms
