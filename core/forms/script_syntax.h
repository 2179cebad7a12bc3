// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace andu::forms {

/// Rewrites what newer browsers take and our engine (ECMAScript 2016 with a few extras) does not:
/// async functions and await (to generators), spread inside object literals, `catch` without a
/// name and `1_000`. Nothing when the text cannot be read or holds none of it;
/// what is not on this list stays as it is and the engine refuses it.
[[nodiscard]] std::optional<QString> olderSyntax(const QString &code);

} // namespace andu::forms
