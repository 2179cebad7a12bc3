// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/form_fields.h"

namespace andu::pdf::verify {

/// A signature dictionary and where it hangs.
struct FoundSignature
{
    std::string field;
    Ref valueRef; ///< Number 0 when the dictionary is direct.
    ValuePtr dict;
    bool isRemoved = false; ///< An earlier revision shows it, the file as it is does not.
    bool isLoose = false; ///< No entry of the form leads to it.
};

/// More are not looked at; the file is then no good.
inline constexpr std::size_t MaxSignatures = 2000;

/// Every signature of the file: through the form, through annotations of pages, and through the
/// forms of earlier revisions, so that a signature cannot be hidden by a later update. Fields that
/// share one dictionary count once.
[[nodiscard]] std::vector<FoundSignature> findSignatures(const Document &now);

/// Whether the document shows the same signature dictionary, byte for byte at the same place.
[[nodiscard]] bool showsSignature(const Document &document, const FoundSignature &signature);

} // namespace andu::pdf::verify
