// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QNetworkRequest>
#include <qcoro/qcorotask.h>

#include <optional>

class QHttpMultiPart;
class QNetworkAccessManager;

namespace andu::o2oa {

/// What came back over HTTP: an answer of whatever status, or the reason why there is none.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray token; ///< Value of the token header, if any.
    QByteArray etag;
    std::optional<Error> error; ///< Offline, Tls or BadReply (too large); status is 0 then.
};

/// Sends one request and reads at most 64 MiB. Redirects stay on the same origin; cookies are
/// neither sent nor kept.
[[nodiscard]] QCoro::Task<HttpAnswer> send(QNetworkAccessManager *network,
                                           QByteArray verb,
                                           QNetworkRequest request,
                                           QByteArray body,
                                           QByteArray tokenName = "x-token",
                                           QHttpMultiPart *parts = nullptr);

/// The envelope of an O2OA answer.
struct Envelope
{
    QJsonValue data;
    qint64 count = 0;
    QByteArray etag;
    bool notModified = false;
};

/// Opens the envelope or says why not: Unauthorized, NotFound, Refused (with the server's words and
/// prompt class), BadReply, Offline.
[[nodiscard]] Result<Envelope> openEnvelope(const HttpAnswer &answer);

} // namespace andu::o2oa
