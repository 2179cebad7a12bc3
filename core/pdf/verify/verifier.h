// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/report.h"

namespace andu::pdf::verify {

struct VerifyOptions
{
    std::string_view password; ///< Opens encrypted files; user or owner password.
    std::optional<std::int64_t> atUtc; ///< Judge certificates at this time (seconds since 1970).
    std::int64_t nowUtc = 0;
    Fetch fetch; ///< When set, servers are asked about revocation.
};

/// Judges every signature of a PDF whose bytes may be hostile.
///
/// Fails with BadInput (no PDF), Damaged (nobody can say what it shows) or WrongKey (encrypted, and
/// the password does not open it). A damaged file that holds signatures is no failure: its verdict
/// is Invalid. Thread: any; nothing is shared but @p anchors.
[[nodiscard]] Result<Report>
verify(std::string_view bytes, const TrustAnchors &anchors, const VerifyOptions &options);

/// What was signed: the file up to the end of the signed revision.
[[nodiscard]] std::string_view signedRevision(std::string_view bytes,
                                              const SignatureReport &signature);

} // namespace andu::pdf::verify
