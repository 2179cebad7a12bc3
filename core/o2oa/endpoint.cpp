// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/endpoint.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/wire.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace andu::o2oa {

namespace {

const auto Center = "x_program_center"_L1;
const auto Surface = "x_processplatform_assemble_surface"_L1;

QUrl origin(const QUrl &url)
{
    QUrl clean;
    clean.setScheme(url.scheme());
    clean.setHost(url.host());
    clean.setPort(url.port());
    return clean;
}

QUrl joined(const QUrl &base, const QString &path)
{
    QUrl url = base;
    url.setPath(path);
    return url;
}

/// A request of the discovery: whoever serves the address may send it to its secure twin.
HttpCall plainCall(const QUrl &url)
{
    HttpCall call;
    call.verb = "GET";
    call.request.setUrl(url);
    call.request.setRawHeader("Accept", "*/*"); // The echo answers 406 to anything narrower.
    call.request.setTransferTimeout(10000);
    call.request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                              QNetworkRequest::NoLessSafeRedirectPolicy);
    call.maximumBytes = qint64{ 4 } << 20;
    return call;
}

/// How far the server's clock text is from UTC, in whole quarters of an hour. Its own Date header
/// is the measure; this machine's clock may be wrong.
int offsetFrom(const QString &serverTime, const std::optional<QDateTime> &dateUtc)
{
    QDateTime local = QDateTime::fromString(serverTime, u"yyyy-MM-dd HH:mm:ss"_s);
    if (!local.isValid()) {
        return 8 * 3600;
    }
    local.setTimeSpec(Qt::UTC);
    const QDateTime now = dateUtc.value_or(QDateTime::currentDateTimeUtc());
    const qint64 seconds = now.secsTo(local);
    const qint64 quarters = qRound64(double(seconds) / 900.0);
    constexpr qint64 MostQuarters = 56; // Fourteen hours: no zone is farther from UTC.
    return qAbs(quarters) <= MostQuarters ? int(quarters * 900) : 8 * 3600;
}

/// An application that answered the echo.
struct Echo
{
    QUrl origin; ///< Where it answered, after redirects.
    int utcOffsetSeconds = 0;
};

QCoro::Task<Result<Echo>> probe(QNetworkAccessManager *network, QUrl base, QString app)
{
    const HttpCall call = plainCall(joined(base, u'/' + app + u"/jaxrs/echo"_s));
    const HttpAnswer answer = co_await send(network, call);
    if (answer.error) {
        co_return tl::unexpected<Error>(*answer.error);
    }
    const auto parsed = json::parse(answer.body);
    if (answer.status != 200 || !parsed
        || json::at(*parsed, u"/data/servletContextName").toString() != app) {
        co_return fail(ErrorCode::NotO2oa, u"no O2OA echo, status %1"_s.arg(answer.status));
    }
    const QString time = json::at(*parsed, u"/data/serverTime").toString();
    co_return Echo{ origin(answer.url), offsetFrom(time, answer.dateUtc) };
}

QHash<QString, QList<VerbTwin>> twinsIn(const QJsonObject &mock)
{
    QHash<QString, QList<VerbTwin>> twins;
    for (auto app = mock.begin(); app != mock.end(); ++app) {
        const QJsonObject verbs = app.value().toObject();
        for (auto verb = verbs.begin(); verb != verbs.end(); ++verb) {
            const QJsonObject rule = verb.value().toObject();
            const VerbTwin twin{ verb.key().toUpper().toLatin1(),
                                 json::text(rule, "to"_L1).toUpper().toLatin1(),
                                 json::text(rule, "append"_L1) };
            if ((twin.to == "POST" || twin.to == "GET") && !twin.append.isEmpty()) {
                twins[app.key()].append(twin);
            }
        }
    }
    return twins;
}

/// What the web server's bootstrap file says.
struct WebConfig
{
    QList<QUrl> centers;
    QHash<QString, QList<VerbTwin>> twins;
};

QCoro::Task<WebConfig> webConfig(QNetworkAccessManager *network, QUrl web)
{
    WebConfig config;
    const HttpCall call = plainCall(joined(web, u"/x_desktop/res/config/config.json"_s));
    const HttpAnswer answer = co_await send(network, call);
    const auto parsed = json::parse(answer.body);
    if (answer.status != 200 || !parsed) {
        co_return config;
    }
    config.twins = twinsIn(json::at(*parsed, u"/mock").toObject());
    const QJsonArray list = json::at(*parsed, u"/center").toArray();
    for (const auto &value : list) {
        QUrl center = origin(answer.url);
        const QString host = json::text(value.toObject(), "host"_L1);
        if (!host.isEmpty()) {
            center.setHost(host);
        }
        center.setPort(json::text(value.toObject(), "port"_L1).toInt());
        if (center.isValid() && center.port() > 0) {
            config.centers.append(center);
        }
    }
    co_return config;
}

void readAssembles(Endpoint &endpoint, const QJsonObject &assembles)
{
    for (auto it = assembles.begin(); it != assembles.end(); ++it) {
        const QJsonObject row = it.value().toObject();
        const int port = row.value("port"_L1).toInt();
        const QString host = json::text(row, "host"_L1);
        QUrl url = endpoint.base;
        if (!host.isEmpty() && port > 0 && port < 65536) {
            url.setHost(host);
            url.setPort(port);
            endpoint.apps.insert(it.key(), url);
        }
    }
}

QCoro::Task<Endpoint> assemble(QNetworkAccessManager *network, Echo center)
{
    Endpoint endpoint;
    endpoint.base = center.origin;
    endpoint.utcOffsetSeconds = center.utcOffsetSeconds;
    const QString path
        = u"/x_program_center/jaxrs/distribute/webserver/assemble/source/"_s + center.origin.host();
    const HttpCall call = plainCall(joined(center.origin, path));
    const HttpAnswer answer = co_await send(network, call);
    const auto parsed = json::parse(answer.body);
    if (answer.status != 200 || !parsed) {
        co_return endpoint; // Everything is tried at the address itself.
    }
    const QJsonObject data = json::at(*parsed, u"/data").toObject();
    const QString tokenName = json::text(data, "tokenName"_L1);
    if (!tokenName.isEmpty()) {
        endpoint.tokenName = tokenName;
    }
    endpoint.twins = twinsIn(data.value("mockConfig"_L1).toObject());
    if (data.value("standalone"_L1).toBool()) {
        co_return endpoint;
    }
    readAssembles(endpoint, data.value("assembles"_L1).toObject());
    // A map may name a port that only the inside of the installation reaches; a proxy serves the
    // center's address then.
    const QUrl named = endpoint.apps.value(QString(Surface), center.origin);
    const Result<Echo> direct = co_await probe(network, named, QString(Surface));
    if (!direct) {
        const Result<Echo> proxied = co_await probe(network, center.origin, QString(Surface));
        if (proxied) {
            endpoint.apps.clear();
        }
    }
    co_return endpoint;
}

QList<QUrl> candidates(const QString &typed)
{
    const QString text = typed.trimmed();
    QList<QUrl> list;
    if (text.contains(u"://"_s)) {
        list.append(origin(QUrl(text)));
    } else {
        for (const QString &scheme : { u"https://"_s, u"http://"_s }) {
            list.append(origin(QUrl(scheme + text)));
        }
    }
    return list;
}

/// Remembers the most telling failure: a refused certificate over "not O2OA" over "nobody there". A
/// handshake that fails at an address whose scheme was only guessed says little.
void remember(Error &kept, const Error &fresh, bool isGuess)
{
    const auto weight = [isGuess](const Error &error) {
        const bool isCertificate = error.detail.startsWith(u"certificate"_s);
        return error.code == ErrorCode::Tls ? (isCertificate || !isGuess ? 3 : 1)
            : error.code == ErrorCode::NotO2oa || error.code == ErrorCode::BadReply ? 2
                                                                                    : 0;
    };
    if (weight(fresh) > weight(kept)) {
        kept = fresh;
    }
}

} // namespace

QUrl Endpoint::url(const QString &app, const QString &path) const
{
    QUrl url = apps.value(app, base);
    const qsizetype question = path.indexOf(u'?');
    url.setPath(u'/' + app + u"/jaxrs/"_s + path.left(question < 0 ? path.size() : question));
    if (question >= 0) {
        url.setQuery(path.mid(question + 1));
    }
    return url;
}

QUrl Endpoint::webSocket() const
{
    const QString app = u"x_message_assemble_communicate"_s;
    QUrl url = apps.value(app, base);
    url.setScheme(url.scheme() == u"https"_s ? u"wss"_s : u"ws"_s);
    url.setPath(u'/' + app + u"/ws/collaboration"_s);
    return url;
}

QUrl workPage(const Endpoint &endpoint, const QString &work)
{
    static constexpr int CenterPort = 20030; // Where 6.x has its center beside a web server.
    QUrl url = endpoint.base;
    if (url.port() == CenterPort) {
        url.setPort(-1);
    }
    url.setPath(u"/x_desktop/work.html"_s);
    QUrlQuery query;
    query.addQueryItem(u"workid"_s, work);
    url.setQuery(query);
    return url;
}

QJsonObject Endpoint::toJson() const
{
    QJsonObject map;
    for (auto it = apps.begin(); it != apps.end(); ++it) {
        map.insert(it.key(), it.value().toString());
    }
    QJsonObject mock;
    for (auto it = twins.begin(); it != twins.end(); ++it) {
        QJsonObject verbs;
        for (const VerbTwin &twin : it.value()) {
            verbs.insert(QString::fromLatin1(twin.verb),
                         QJsonObject{ { u"to"_s, QString::fromLatin1(twin.to) },
                                      { u"append"_s, twin.append } });
        }
        mock.insert(it.key(), verbs);
    }
    return { { u"base"_s, base.toString() },
             { u"tokenName"_s, tokenName },
             { u"utcOffset"_s, utcOffsetSeconds },
             { u"apps"_s, map },
             { u"mock"_s, mock } };
}

Endpoint Endpoint::fromJson(const QJsonObject &object)
{
    Endpoint endpoint;
    endpoint.base = QUrl(json::text(object, "base"_L1));
    endpoint.tokenName = json::text(object, "tokenName"_L1);
    endpoint.utcOffsetSeconds = object.value("utcOffset"_L1).toInt();
    const QJsonObject map = object.value("apps"_L1).toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        endpoint.apps.insert(it.key(), QUrl(it.value().toString()));
    }
    endpoint.twins = twinsIn(object.value("mock"_L1).toObject());
    return endpoint;
}

QCoro::Task<Result<Endpoint>> discover(QNetworkAccessManager &network, const QUrl &typed)
{
    return discover(network, typed.toString());
}

QCoro::Task<Result<Endpoint>> discover(QNetworkAccessManager &network, QString typed)
{
    QNetworkAccessManager *manager = &network;
    Error kept{ ErrorCode::Offline, u"nothing answers at the address"_s };
    const QList<QUrl> origins = candidates(typed);
    for (const QUrl &web : origins) {
        const bool isWebScheme = web.scheme() == u"http"_s || web.scheme() == u"https"_s;
        if (web.host().isEmpty() || !isWebScheme) {
            co_return fail(ErrorCode::BadInput, u"not an address"_s);
        }
        QList<QUrl> centers{ web };
        WebConfig config = co_await webConfig(manager, web);
        centers.append(config.centers);
        QUrl usual = web;
        usual.setPort(20030);
        if (!centers.contains(usual)) {
            centers.append(usual);
        }
        for (const QUrl &center : centers) {
            const Result<Echo> echo = co_await probe(manager, center, QString(Center));
            if (echo) {
                Endpoint endpoint = co_await assemble(manager, *echo);
                config.twins.insert(endpoint.twins);
                endpoint.twins = config.twins;
                co_return endpoint;
            }
            remember(kept, echo.error(), origins.size() > 1);
        }
    }
    co_return tl::unexpected<Error>(kept);
}

} // namespace andu::o2oa
