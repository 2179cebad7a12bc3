// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/change.h"
#include "core/pdf/verify/document.h"

namespace andu::pdf::verify {

/// Whether the bytes behind a signed revision are nothing but well-formed later revisions: each
/// object is named by its revision's cross-reference section, each section is in the chain, and
/// nothing else stands between. What is not so may be read differently by other readers, so every
/// fault counts as a forbidden change.
/// @param now the file as it is. @param then as it was when signed.
/// @return faults; empty when all is well.
[[nodiscard]] std::vector<Change> tailFaults(const Document &now, const Document &then);

} // namespace andu::pdf::verify
