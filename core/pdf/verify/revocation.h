// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/public_key.h"

namespace andu::pdf::verify {

/// Validation data that travels with a file. Hostile until its own signature is checked.
struct RevocationData
{
    std::vector<std::string> crls; ///< DER.
    std::vector<std::string> ocspResponses; ///< DER OCSPResponse or BasicOCSPResponse.
    std::vector<Certificate> pool; ///< May hold a responder's certificate.
};

/// When @p certificate was revoked (seconds since 1970), as far as signed data of its issuer says
/// so; nullopt when nothing says it. RFC 5280, 5.3; RFC 6960.
[[nodiscard]] std::optional<std::int64_t>
revocationTime(const RevocationData &data, X509 *certificate, X509 *issuer);

/// Whether the issuer's signed data, valid at @p nowUtc, says either way about @p certificate.
[[nodiscard]] bool
isFreshlyAnswered(const RevocationData &data, X509 *certificate, X509 *issuer, std::int64_t nowUtc);

} // namespace andu::pdf::verify
