// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/document.h"

namespace andu::pdf::verify {

/// Where in the bytes of a file an object number is first written as a reference, `N G R`. One pass
/// over the bytes for all numbers, made when first asked. What looks like a reference inside a
/// picture counts, too, and where readers may differ everything does: "used" may be wrong, "not
/// used" is not.
class ReferenceIndex
{
public:
    explicit ReferenceIndex(const Document &now)
        : m_now(now)
    { }

    /// Whether the bytes of @p then, an earlier revision of the file, may refer to @p number
    /// outside of trailers.
    [[nodiscard]] bool isUsed(std::int64_t number, const Document &then);

private:
    void build();
    void scan(Bytes bytes, std::int64_t begin, std::int64_t end, std::optional<std::int64_t> place);
    void scanObjectStreams();

    const Document &m_now;
    bool m_isBuilt = false;
    bool m_isComplete = true; ///< False when not all bytes could be looked at.
    std::vector<std::int64_t> m_first; ///< By number; offset in the file, -1 for nowhere.
};

} // namespace andu::pdf::verify
