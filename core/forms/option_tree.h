// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/module.h"

#include <QJsonArray>

namespace andu::forms {

/// Texts of a cascader's value in its tree of options; a path whose values are not in the tree has
/// none. One text for each chosen path.
[[nodiscard]] QStringList
cascaderTexts(const Module &module, const QJsonArray &tree, const QJsonValue &value);

/// The tree as the form itself has it, without asking a script or a dictionary.
[[nodiscard]] QJsonArray ownTree(const Module &module);

} // namespace andu::forms
