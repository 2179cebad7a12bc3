// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace andu::pdf::verify {

/// Strings that a content stream shows, one behind the other, as the bytes that stand there: text
/// only for fonts with a simple encoding.
[[nodiscard]] std::string shownStrings(std::string_view content);

/// Whether an appearance shows @p value (UTF-8), white space aside. Says no when it cannot tell.
[[nodiscard]] bool showsValue(std::string_view content, std::string_view value);

} // namespace andu::pdf::verify
