// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace andu::pdf {

/// Carries bytes to a server and back; the layer above owns the network.
/// @param body empty for a GET.
using Fetch = std::function<Result<QByteArray>(
    const QString &url, const QByteArray &contentType, const QByteArray &body)>;

/// A server that stamps digests with its time (RFC 3161).
struct TimestampAuthority
{
    QString url;
    Fetch fetch;
    QList<QByteArray>
        trusted; ///< Roots in DER its certificate must lead to; none: not checked here.
};

/// Token for a SHA-256 digest. The answer is checked against the request: imprint, nonce, status,
/// signature, and that the certificate is one for time stamping and valid at the stamped time.
/// BadReply otherwise, Offline when the server does not answer.
[[nodiscard]] Result<QByteArray> requestToken(const TimestampAuthority &authority,
                                              const QByteArray &sha256);

} // namespace andu::pdf
