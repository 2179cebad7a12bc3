// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QNetworkRequest>
#include <qcoro/qcorotask.h>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace andu::o2oa {

/// Ends a request from outside: abort() is set while it runs.
struct AbortSwitch
{
    std::function<void()> abort;
    bool isPulled = false;
};

/// One request as it goes out.
struct HttpCall
{
    QByteArray verb;
    QNetworkRequest request;
    QByteArray body = {};
    QByteArray tokenName = "x-token"; ///< Header the answer's token is read from.
    qint64 maximumBytes = qint64{ 64 } << 20; ///< More than this is not read.
    std::function<void(qint64 sent, qint64 total)> uploading = {}; ///< Told as the body goes out.
    std::shared_ptr<AbortSwitch> abortSwitch = nullptr;
};

/// What came back over HTTP: an answer of whatever status, or the reason why there is none.
struct HttpAnswer
{
    int status = 0;
    QByteArray body; ///< With an error: what had arrived before it.
    QByteArray token; ///< Value of the token header, if any.
    QByteArray etag;
    QUrl url; ///< Where the answer came from, after redirects.
    std::optional<QDateTime> dateUtc; ///< The server's clock, if it told.
    std::optional<Error> error; ///< Offline, Tls, Cancelled or BadReply (too large).
};

/// Sends one request. Redirects stay on the same origin unless the request says otherwise; cookies
/// are neither sent nor kept.
[[nodiscard]] QCoro::Task<HttpAnswer> send(QNetworkAccessManager *network, HttpCall call);

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
