// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/timestamp.h"

#include <openssl/x509.h>

namespace andu::pdf {

/// Addresses named by a certificate; only http and https.
[[nodiscard]] QStringList crlUrlsOf(X509 *certificate);
[[nodiscard]] QStringList ocspUrlsOf(X509 *certificate);
[[nodiscard]] QStringList issuerUrlsOf(X509 *certificate);

/// A revocation list in DER, from DER or PEM; BadInput for anything else.
[[nodiscard]] Result<QByteArray> crlFrom(const QByteArray &bytes);
/// A revocation list that the issuer signed; BadReply otherwise.
[[nodiscard]] Result<QByteArray> fetchCrl(X509 *certificate, X509 *issuer, const Fetch &fetch);
/// OCSP answer for @p certificate, signed by its issuer or a delegate of it.
[[nodiscard]] Result<QByteArray> fetchOcsp(X509 *certificate, X509 *issuer, const Fetch &fetch);

} // namespace andu::pdf
