// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/document.h"

#include <set>

namespace andu::pdf::verify {

/// A terminal field of the form with what it inherits.
struct FormField
{
    std::string name; ///< Fully qualified.
    Ref ref; ///< Number 0 when the dictionary is direct.
    ValuePtr dict;
    std::string type; ///< Tx, Btn, Ch, Sig; empty when none is given.
    Value rawValue; ///< /V, inherited; a reference is not followed.
    std::vector<Ref> widgets; ///< Its annotations: itself or its kids.
    std::vector<Ref> parents; ///< The groups it is in, outermost first.

    [[nodiscard]] bool isSignature() const { return type == "Sig"; }
};

struct Form
{
    ValuePtr dict; ///< /AcroForm; null when there is none.
    std::vector<FormField> fields;
    std::set<Ref> nodes; ///< Every field and widget reached.
    std::vector<Ref> groups; ///< Nodes that hold other fields.
    bool isSound = true; ///< False for loops, nameless or doubled fields beyond the limits.
};

/// Fields in the order of the tree. ISO 32000-2, 12.7.4.
[[nodiscard]] Form readForm(const Document &document);

/// References of the leaves of the page tree, in order.
[[nodiscard]] std::vector<Ref> readPages(const Document &document);

/// Fields that only a page's annotations lead to.
[[nodiscard]] std::vector<FormField> readLooseSignatures(const Document &document,
                                                         const Form &form);

/// `text string` in UTF-8: UTF-16 and PDFDocEncoding (as Latin-1) are decoded.
[[nodiscard]] std::string utf8Of(const std::string &textString);

} // namespace andu::pdf::verify
