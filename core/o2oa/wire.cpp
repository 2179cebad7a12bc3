// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/wire.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QHash>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QScopedPointer>
#include <QSslError>
#include <qcoro/qcorosignal.h>

#include <algorithm>
#include <memory>

namespace andu::o2oa {

namespace {

/// A body that can be read once. Qt sends a request again on its own when the connection ends
/// without an answer; the server may have acted by then, so only the outbox may decide to repeat.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = qMin<qint64>(maxSize, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count == 0 && maxSize > 0 ? -1 : count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

QNetworkReply *start(QNetworkAccessManager *network, HttpCall &call)
{
    if (call.verb == "GET" || call.verb == "HEAD") {
        return network->sendCustomRequest(call.request, call.verb, call.body);
    }
    call.request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    call.request.setHeader(QNetworkRequest::ContentLengthHeader, call.body.size());
    auto *body = new OneShotBody(call.body, nullptr);
    QNetworkReply *reply = network->sendCustomRequest(call.request, call.verb, body);
    body->setParent(reply);
    return reply;
}

/// Why a request brought no answer, as noticed while it ran.
struct Trouble
{
    bool isTooLarge = false;
    QString certificate; ///< What was wrong with the certificate, if it was that.
};

Error networkError(const QNetworkReply &reply, const Trouble &trouble)
{
    if (trouble.isTooLarge) {
        return Error{ ErrorCode::BadReply, u"the answer is too large"_s };
    }
    if (!trouble.certificate.isEmpty()) {
        return Error{ ErrorCode::Tls, u"certificate: "_s + trouble.certificate };
    }
    const QNetworkReply::NetworkError code = reply.error();
    if (code == QNetworkReply::SslHandshakeFailedError) {
        return Error{ ErrorCode::Tls, u"the TLS handshake failed"_s };
    }
    return Error{ ErrorCode::Offline, u"network error %1"_s.arg(int(code)) };
}

void watch(QNetworkReply *reply, qint64 maximumBytes, Trouble *trouble)
{
    QObject::connect(reply,
                     &QNetworkReply::downloadProgress,
                     reply,
                     [reply, maximumBytes, trouble](qint64 received, qint64 total) {
                         if (received > maximumBytes || total > maximumBytes) {
                             trouble->isTooLarge = true;
                             reply->abort();
                         }
                     });
    QObject::connect(
        reply, &QNetworkReply::sslErrors, reply, [trouble](const QList<QSslError> &errors) {
            trouble->certificate
                = errors.isEmpty() ? u"refused"_s : errors.first().errorString().left(200);
        });
}

void setPolicies(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!request.attribute(QNetworkRequest::RedirectPolicyAttribute).isValid()) {
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::SameOriginRedirectPolicy);
    }
}

bool isSignInLost(int status, const QJsonObject &body)
{
    static const QRegularExpression pattern(u"^not (anonymous|cipher|manager|user)"_s);
    return status == 401
        || (status == 500 && !body.contains("prompt"_L1)
            && pattern.match(json::text(body, "message"_L1)).hasMatch());
}

/// Last part of the exception's class. An inner service puts the class into the message instead of
/// the prompt: "com.x….ExceptionEntityNotExist: …".
QString exceptionIn(const QJsonObject &body)
{
    static const QRegularExpression inner(
        u"^\\s*(?:[A-Za-z_$][\\w$]*\\.)+([A-Za-z_$][\\w$]*)\\s*(?::|$)"_s);
    const QString prompt = json::text(body, "prompt"_L1);
    const QString name = prompt.isEmpty()
        ? inner.match(json::text(body, "message"_L1).left(400)).captured(1)
        : prompt.section(u'.', -1);
    return name.section(u'$', -1).left(100);
}

ErrorCode codeOf(const QString &exception)
{
    static const QHash<QString, ErrorCode> codes{
        { u"ExceptionEntityNotExist"_s, ErrorCode::NotFound },
        { u"ExceptionWorkNotExist"_s, ErrorCode::NotFound },
        { u"ExceptionWorkCompletedNotExist"_s, ErrorCode::NotFound },
        { u"ExceptionProcessNotExist"_s, ErrorCode::NotFound },
        { u"ExceptionApplicationNotExist"_s, ErrorCode::NotFound },
        { u"ExceptionApplicationDictNotExist"_s, ErrorCode::NotFound },
        { u"ExceptionUnauthorized"_s, ErrorCode::Unauthorized },
        { u"ExceptionPersonNotExistOrInvalidPassword"_s, ErrorCode::WrongPassword },
        { u"ExceptionPasswordEmpty"_s, ErrorCode::WrongPassword },
        { u"ExceptionCredentialEmpty"_s, ErrorCode::WrongPassword },
        { u"ExceptionFailureLocked"_s, ErrorCode::Locked },
        { u"ExceptionFailureBanned"_s, ErrorCode::Locked },
        { u"ExceptionLoginDisable"_s, ErrorCode::Locked },
        { u"ExceptionInvalidIpAddress"_s, ErrorCode::Locked },
    };
    return codes.value(exception, ErrorCode::Refused);
}

/// What a page of the container means. Below 500 it is a definite no: it does not know the call.
/// Above, the outcome is unknown.
Error withoutEnvelope(int status)
{
    const bool isDefinite = status >= 400 && status < 500 && status != 408 && status != 429;
    const ErrorCode code = status == 401 ? ErrorCode::Unauthorized
        : isDefinite                     ? ErrorCode::Refused
                                         : ErrorCode::BadReply;
    return Error{ code, u"status %1, no envelope"_s.arg(status) };
}

Error refusal(int status, const QJsonObject &body)
{
    const QString name = exceptionIn(body);
    return Error{ codeOf(name),
                  u"status %1 %2"_s.arg(status).arg(name),
                  json::text(body, "message"_L1).left(2000),
                  name };
}

} // namespace

QCoro::Task<HttpAnswer> send(QNetworkAccessManager *network, HttpCall call)
{
    setPolicies(call.request);
    QNetworkReply *reply = start(network, call);
    QScopedPointer<QNetworkReply, QScopedPointerDeleteLater> owner(reply);
    const std::unique_ptr<Trouble> trouble = std::make_unique<Trouble>();
    watch(reply, call.maximumBytes, trouble.get());
    if (call.uploading) {
        QObject::connect(reply, &QNetworkReply::uploadProgress, reply, call.uploading);
    }
    if (call.abortSwitch) {
        call.abortSwitch->abort = [reply, pulled = call.abortSwitch.get()] {
            pulled->isPulled = true;
            reply->abort();
        };
    }
    if (!reply->isFinished()) {
        co_await qCoro(reply, &QNetworkReply::finished);
    }
    if (call.abortSwitch) {
        call.abortSwitch->abort = nullptr;
    }
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.url = reply->url();
    answer.token = reply->rawHeader(call.tokenName);
    answer.etag = reply->rawHeader("ETag");
    const QDateTime date
        = QDateTime::fromString(QString::fromLatin1(reply->rawHeader("Date")), Qt::RFC2822Date);
    if (date.isValid()) {
        answer.dateUtc = date.toUTC();
    }
    // An answer whose body broke off is an unknown outcome, not an answer.
    const QNetworkReply::NetworkError code = reply->error();
    const bool isHttpStatus = code >= QNetworkReply::ContentAccessDenied && answer.status >= 400;
    const bool isBroken = code != QNetworkReply::NoError && !isHttpStatus;
    const bool isShort = reply->isOpen()
        && reply->header(QNetworkRequest::ContentLengthHeader).isValid()
        && !reply->hasRawHeader("Content-Encoding") && answer.status == 200 && call.verb != "HEAD"
        && reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()
            > reply->bytesAvailable();
    if (reply->isOpen()) {
        answer.body = reply->readAll();
    }
    if (isBroken || isShort) {
        answer.error = isBroken ? networkError(*reply, *trouble)
                                : Error{ ErrorCode::Offline, u"the answer broke off"_s };
    }
    if (answer.error && call.abortSwitch && call.abortSwitch->isPulled) {
        answer.error = Error{ ErrorCode::Cancelled, u"the upload was ended"_s };
    }
    reply->disconnect();
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
        return tl::unexpected<Error>(withoutEnvelope(answer.status));
    }
    const QJsonObject body = parsed->toObject();
    if (isSignInLost(answer.status, body)) {
        return fail(ErrorCode::Unauthorized, u"the session is not accepted"_s);
    }
    // A warning comes with its result; an error may carry data, too, and is one all the same.
    const QString type = json::text(body, "type"_L1);
    if ((type == u"success"_s || type == u"warn"_s) && answer.status < 400) {
        return Envelope{
            body.value("data"_L1), body.value("count"_L1).toInteger(), answer.etag, false
        };
    }
    if (type.isEmpty()) {
        return tl::unexpected<Error>(withoutEnvelope(answer.status));
    }
    return tl::unexpected<Error>(refusal(answer.status, body));
}

} // namespace andu::o2oa
