// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace andu::pdf::verify {

/// Strings that a content stream shows, one behind the other without white space, as the bytes that
/// stand there: text only for fonts with a simple encoding.
[[nodiscard]] std::string shownText(std::string_view content);

/// A text (UTF-8) as shownText() would give it; a zero byte when simple encodings cannot say it.
[[nodiscard]] std::string comparableText(std::string_view utf8);

/// Whether a content stream paints pictures, shadings or other streams.
[[nodiscard]] bool paintsPictures(std::string_view content);

/// Whether an appearance shows @p value (UTF-8). Says no when it cannot tell.
[[nodiscard]] bool showsValue(std::string_view content, std::string_view value);

} // namespace andu::pdf::verify
