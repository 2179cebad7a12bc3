// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/parser.h"

namespace andu::pdf::verify {

/// Undoes the filters of a stream: Flate and LZW with predictors, ASCIIHex, ASCII85.
/// @param dict the stream's dictionary; Filter and DecodeParms must be direct.
/// @param limitBytes no step may give more; a bomb ends here.
/// @return nullopt for an unknown filter, broken data or more bytes than allowed.
/// Standard: ISO 32000-2, 7.4.
[[nodiscard]] std::optional<std::string>
decodeStream(Bytes raw, const Value &dict, std::size_t limitBytes);

} // namespace andu::pdf::verify
