// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/verify/revocation.h"

#include <QByteArray>

#include <functional>
#include <map>

namespace andu::pdf::verify {

/// Carries bytes to a server and back; the layer above owns the network. An empty body is a GET.
using Fetch = std::function<Result<QByteArray>(
    const QString &url, const QByteArray &contentType, const QByteArray &body)>;

/// Asks the servers that certificates name whether they were revoked: OCSP, else lists. Only
/// certificates with a path to an anchor are to be asked about: a stranger's certificate may name
/// any address. Each is asked once.
class OnlineRevocation
{
public:
    /// @param nowUtc answers must be fresh then.
    OnlineRevocation(Fetch fetch, std::int64_t nowUtc)
        : m_fetch(std::move(fetch))
        , m_now(nowUtc)
    { }

    struct Answer
    {
        RevocationData data; ///< Signed by the issuer, fresh.
        bool isKnown = false; ///< Somebody answered.
    };
    [[nodiscard]] const Answer &ask(X509 *certificate, X509 *issuer);

private:
    [[nodiscard]] bool askOcsp(X509 *certificate, X509 *issuer, Answer &answer) const;
    [[nodiscard]] bool askList(X509 *certificate, X509 *issuer, Answer &answer) const;

    Fetch m_fetch;
    std::int64_t m_now;
    std::map<std::string, Answer> m_known; ///< By digest of the certificate.
};

} // namespace andu::pdf::verify
