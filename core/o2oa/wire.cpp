// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/wire.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QHttpMultiPart>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QScopedPointer>
#include <qcoro/qcorosignal.h>

namespace andu::o2oa {

namespace {

constexpr qint64 MaximumBytes = qint64{ 64 } << 20;

Error networkError(const QNetworkReply &reply)
{
    const QNetworkReply::NetworkError code = reply.error();
    const bool isTls = code == QNetworkReply::SslHandshakeFailedError;
    return Error{ isTls ? ErrorCode::Tls : ErrorCode::Offline,
                  u"network error %1"_s.arg(int(code)) };
}

bool isSignInLost(int status, const QJsonObject &body)
{
    static const QRegularExpression pattern(u"^not (anonymous|cipher|manager|user)"_s);
    return status == 401
        || (status == 500 && !body.contains("prompt"_L1)
            && pattern.match(json::text(body, "message"_L1)).hasMatch());
}

Error refusal(int status, const QJsonObject &body)
{
    const QString prompt = json::text(body, "prompt"_L1);
    QString name = prompt.section(u'.', -1);
    const QString message = json::text(body, "message"_L1).left(2000);
    if (name.isEmpty() && message.contains(u"ExceptionEntityNotExist"_s)) {
        name = u"ExceptionEntityNotExist"_s; // From an inner service: no prompt.
    }
    const bool isGone = name == u"ExceptionEntityNotExist"_s;
    const bool isLocked
        = name == u"ExceptionFailureLocked"_s || name == u"ExceptionFailureBanned"_s;
    const bool isPassword = name == u"ExceptionPersonNotExistOrInvalidPassword"_s;
    const ErrorCode code = isGone ? ErrorCode::NotFound
        : isLocked                ? ErrorCode::Locked
        : isPassword              ? ErrorCode::WrongPassword
                                  : ErrorCode::Refused;
    return Error{ code, u"status %1 %2"_s.arg(status).arg(name), message, name };
}

} // namespace

QCoro::Task<HttpAnswer> send(QNetworkAccessManager *network,
                             QByteArray verb,
                             QNetworkRequest request,
                             QByteArray body,
                             QByteArray tokenName,
                             QHttpMultiPart *parts)
{
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QNetworkReply *reply = parts != nullptr ? network->sendCustomRequest(request, verb, parts)
                                            : network->sendCustomRequest(request, verb, body);
    if (parts != nullptr) {
        parts->setParent(reply);
    }
    QScopedPointer<QNetworkReply, QScopedPointerDeleteLater> owner(reply);
    QObject::connect(
        reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
            if (received > MaximumBytes || total > MaximumBytes) {
                reply->abort();
            }
        });
    if (!reply->isFinished()) {
        co_await qCoro(reply, &QNetworkReply::finished);
    }
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // An answer whose body broke off is an unknown outcome, not an answer.
    const QNetworkReply::NetworkError code = reply->error();
    const bool isHttpStatus = code >= QNetworkReply::ContentAccessDenied && answer.status >= 400;
    if (code != QNetworkReply::NoError && !isHttpStatus) {
        answer.status = 0;
        answer.error = networkError(*reply);
        co_return answer;
    }
    answer.body = reply->readAll();
    answer.token = reply->rawHeader(tokenName);
    answer.etag = reply->rawHeader("ETag");
    co_return answer;
}

Result<Envelope> openEnvelope(const HttpAnswer &answer)
{
    if (answer.error) {
        return tl::unexpected<Error>(*answer.error);
    }
    if (answer.status == 304) {
        return Envelope{ {}, 0, answer.etag, true };
    }
    if (answer.status == 502 || answer.status == 503 || answer.status == 504) {
        return fail(ErrorCode::Offline, u"gateway status %1"_s.arg(answer.status));
    }
    const auto parsed = json::parse(answer.body);
    if (!parsed || !parsed->isObject()) {
        const ErrorCode code = answer.status == 401 ? ErrorCode::Unauthorized : ErrorCode::BadReply;
        return fail(code, u"status %1, no JSON envelope"_s.arg(answer.status));
    }
    const QJsonObject body = parsed->toObject();
    if (isSignInLost(answer.status, body)) {
        return fail(ErrorCode::Unauthorized, u"the session is not accepted"_s);
    }
    if (json::text(body, "type"_L1) == u"success"_s && answer.status < 400) {
        return Envelope{
            body.value("data"_L1), body.value("count"_L1).toInteger(), answer.etag, false
        };
    }
    if (!body.contains("type"_L1)) {
        return fail(ErrorCode::BadReply, u"status %1, no type in the answer"_s.arg(answer.status));
    }
    return tl::unexpected<Error>(refusal(answer.status, body));
}

} // namespace andu::o2oa
