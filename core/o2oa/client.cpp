// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/client.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/codec.h"
#include "core/o2oa/password.h"

#include <QNetworkAccessManager>

namespace andu::o2oa {

namespace {

const auto Authentication = "x_organization_assemble_authentication"_L1;
const auto Surface = "x_processplatform_assemble_surface"_L1;

QByteArray signInBody(const QString &credential, QByteArray &secret, const QByteArray &encrypted)
{
    QJsonObject object{ { u"credential"_s, credential },
                        { u"captcha"_s, QString() },
                        { u"captchaAnswer"_s, QString() },
                        { u"isEncrypted"_s, encrypted.isEmpty() ? u"n"_s : u"y"_s } };
    // The member is put in by hand so that the password never becomes a QString.
    QByteArray body = json::compact(object);
    body.chop(1);
    body += ",\"password\":\"";
    if (!encrypted.isEmpty()) {
        body += encrypted;
    } else {
        for (const char byte : std::as_const(secret)) {
            if (byte == '"' || byte == '\\') {
                body += '\\';
            }
            if (static_cast<unsigned char>(byte) >= 0x20) {
                body += byte;
            }
        }
    }
    body += "\"}";
    crypto::wipe(secret);
    return body;
}

} // namespace

Client::Client(QNetworkAccessManager &network, Endpoint endpoint, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_endpoint(std::move(endpoint))
{ }

QNetworkRequest Client::requestFor(const QUrl &url, bool hasJson) const
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("x-client", "andu");
    // A processing may wait ten seconds for the next step, proxies two minutes.
    request.setTransferTimeout(hasJson ? 130000 : 60000);
    if (hasJson) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json; charset=utf-8"_s);
    }
    if (!m_token.isEmpty()) {
        request.setRawHeader(m_endpoint.tokenName.toLatin1(), m_token);
    }
    return request;
}

void Client::adopt(const HttpAnswer &answer, const QByteArray &sentToken)
{
    // An answer to a token that is not ours any more tells nothing about the one we have.
    if (answer.token.isEmpty() || answer.token == "anonymous" || answer.token == m_token
        || m_token.isEmpty() || sentToken != m_token) {
        return;
    }
    m_token = answer.token;
    Q_EMIT tokenChanged(m_token);
}

QCoro::Task<HttpAnswer>
Client::call(QByteArray verb, QString app, QString path, QByteArray body, QByteArray etag)
{
    HttpCall call;
    const bool hasJson = verb != "GET" && verb != "DELETE";
    call.verb = verb;
    call.body = body;
    call.tokenName = m_endpoint.tokenName.toLatin1();
    for (const VerbTwin &twin : m_endpoint.twins.value(app)) {
        if (twin.verb == verb) {
            const qsizetype end = path.indexOf(u'?');
            path.insert(end < 0 ? path.size() : end, u'/' + twin.append);
            call.verb = twin.to;
        }
    }
    call.request = requestFor(m_endpoint.url(app, path), hasJson);
    if (!etag.isEmpty()) {
        call.request.setRawHeader("If-None-Match", etag);
    }
    const QByteArray sentToken = m_token;
    const HttpAnswer answer = co_await send(&m_network, call);
    adopt(answer, sentToken);
    co_return answer;
}

QCoro::Task<Result<Envelope>>
Client::ask(QByteArray verb, QString path, QByteArray body, QByteArray etag)
{
    co_return co_await askApp(QString(Surface), verb, path, body, etag);
}

QCoro::Task<Result<Envelope>>
Client::askApp(QString app, QByteArray verb, QString path, QByteArray body, QByteArray etag)
{
    const HttpAnswer answer = co_await call(verb, app, path, body, etag);
    co_return co_await judge(answer);
}

QCoro::Task<Result<Envelope>> Client::judge(HttpAnswer answer)
{
    const Result<Envelope> envelope = openEnvelope(answer);
    if (!envelope && envelope.error().code == ErrorCode::Unauthorized) {
        // The same words refuse a call that only managers may make: the session itself is asked.
        const bool isOut = co_await isSignedOut();
        if (!isOut) {
            co_return fail(ErrorCode::Refused, u"the call is not for this person"_s);
        }
        Q_EMIT signedOut();
    }
    co_return envelope;
}

QCoro::Task<bool> Client::isSignedOut()
{
    const Result<Account> account = co_await whoAmI();
    co_return !account && account.error().code == ErrorCode::Unauthorized;
}

QCoro::Task<Result<Envelope>> Client::authenticate(QByteArray verb, QString path, QByteArray body)
{
    const HttpAnswer answer
        = co_await call(verb, QString(Authentication), path, body, QByteArray());
    co_return openEnvelope(answer);
}

QCoro::Task<Result<Account>> Client::signIn(QString credential,
                                            std::shared_ptr<crypto::SecureBytes> password)
{
    m_token.clear();
    QByteArray encrypted;
    const Result<Envelope> key
        = co_await authenticate("GET", u"authentication/captchaRSAPublicKey"_s);
    if (!key && key.error().code != ErrorCode::Refused) {
        co_return tl::unexpected<Error>(key.error());
    }
    const QJsonObject offer = key ? key->data.toObject() : QJsonObject();
    const QString publicKey = json::text(offer, "publicKey"_L1);
    if (!publicKey.isEmpty() && offer.value("rsaEnable"_L1).toBool(true)) {
        const Result<QByteArray> sealed = encryptPassword(publicKey, *password);
        if (sealed) {
            encrypted = *sealed;
        }
    }
    const Result<Envelope> mode = co_await authenticate("GET", u"authentication/mode"_s);
    // With a captcha demanded a program uses the plain call, which asks for none (6.x); it takes no
    // encrypted password.
    const bool wantsCaptcha = mode && mode->data.toObject().value("captchaLogin"_L1).toBool();
    if (!mode && mode.error().code != ErrorCode::Refused) {
        co_return tl::unexpected<Error>(mode.error());
    }
    QByteArray secret = password->view().toByteArray();
    if (wantsCaptcha) {
        encrypted.clear();
    }
    QByteArray body = signInBody(credential, secret, encrypted);
    const QString path = wantsCaptcha ? u"authentication"_s : u"authentication/captcha"_s;
    const Result<Envelope> envelope = co_await authenticate("POST", path, body);
    crypto::wipe(body);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    const QJsonObject answer = envelope->data.toObject();
    const QString token = json::text(answer, "token"_L1);
    if (token.isEmpty() || json::text(answer, "tokenType"_L1) == u"anonymous"_s) {
        co_return fail(ErrorCode::BadReply, u"sign-in without a token"_s);
    }
    m_token = token.toLatin1();
    Q_EMIT tokenChanged(m_token);
    co_return codec::account(answer);
}

QCoro::Task<Result<Account>> Client::whoAmI()
{
    const Result<Envelope> envelope = co_await authenticate("GET", u"authentication"_s);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    const QJsonObject answer = envelope->data.toObject();
    if (json::text(answer, "tokenType"_L1) == u"anonymous"_s) {
        co_return fail(ErrorCode::Unauthorized, u"the session is anonymous"_s);
    }
    co_return codec::account(answer);
}

} // namespace andu::o2oa
