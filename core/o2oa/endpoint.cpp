// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/endpoint.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/wire.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

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

QNetworkRequest plainRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "*/*"); // The echo answers 406 to anything narrower.
    request.setTransferTimeout(10000);
    return request;
}

/// How far the server's clock text is from UTC, in whole quarters of an hour.
int offsetFrom(const QString &serverTime)
{
    QDateTime local = QDateTime::fromString(serverTime, u"yyyy-MM-dd HH:mm:ss"_s);
    if (!local.isValid()) {
        return 8 * 3600;
    }
    local.setTimeSpec(Qt::UTC);
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(local);
    const qint64 quarters = qRound64(double(seconds) / 900.0);
    return qAbs(quarters) <= 14 * 4 ? int(quarters * 900) : 8 * 3600;
}

QCoro::Task<Result<int>> probe(QNetworkAccessManager *network, QUrl base, QString app)
{
    const QNetworkRequest request = plainRequest(joined(base, u'/' + app + u"/jaxrs/echo"_s));
    const HttpAnswer answer = co_await send(network, "GET", request, QByteArray());
    if (answer.error) {
        co_return tl::unexpected<Error>(*answer.error);
    }
    const auto parsed = json::parse(answer.body);
    if (answer.status != 200 || !parsed
        || json::at(*parsed, u"/data/servletContextName").toString() != app) {
        co_return fail(ErrorCode::NotO2oa, u"no O2OA echo, status %1"_s.arg(answer.status));
    }
    co_return offsetFrom(json::at(*parsed, u"/data/serverTime").toString());
}

QCoro::Task<QList<QUrl>> centersNamedBy(QNetworkAccessManager *network, QUrl web)
{
    QList<QUrl> centers;
    const QNetworkRequest request
        = plainRequest(joined(web, u"/x_desktop/res/config/config.json"_s));
    const HttpAnswer answer = co_await send(network, "GET", request, QByteArray());
    const auto parsed = json::parse(answer.body);
    if (answer.status != 200 || !parsed) {
        co_return centers;
    }
    const QJsonArray list = json::at(*parsed, u"/center").toArray();
    for (const QJsonValue &value : list) {
        QUrl center = web;
        const QString host = json::text(value.toObject(), "host"_L1);
        if (!host.isEmpty()) {
            center.setHost(host);
        }
        center.setPort(json::text(value.toObject(), "port"_L1).toInt());
        if (center.isValid() && center.port() > 0) {
            centers.append(center);
        }
    }
    co_return centers;
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

QCoro::Task<Result<Endpoint>> assemble(QNetworkAccessManager *network, QUrl center, int offset)
{
    Endpoint endpoint;
    endpoint.base = center;
    endpoint.utcOffsetSeconds = offset;
    const QString path
        = u"/x_program_center/jaxrs/distribute/webserver/assemble/source/"_s + center.host();
    const QNetworkRequest request = plainRequest(joined(center, path));
    const HttpAnswer answer = co_await send(network, "GET", request, QByteArray());
    const auto parsed = json::parse(answer.body);
    if (answer.status != 200 || !parsed) {
        co_return endpoint; // Everything is tried at the address itself.
    }
    const QJsonObject data = json::at(*parsed, u"/data").toObject();
    const QString tokenName = json::text(data, "tokenName"_L1);
    if (!tokenName.isEmpty()) {
        endpoint.tokenName = tokenName;
    }
    if (data.value("standalone"_L1).toBool()) {
        co_return endpoint;
    }
    readAssembles(endpoint, data.value("assembles"_L1).toObject());
    // A map may name a port that only the inside of the installation reaches; a proxy serves the
    // center's address then.
    const QUrl named = endpoint.apps.value(QString(Surface), center);
    const Result<int> direct = co_await probe(network, named, QString(Surface));
    if (!direct) {
        const Result<int> proxied = co_await probe(network, center, QString(Surface));
        if (proxied) {
            endpoint.apps.clear();
        }
    }
    co_return endpoint;
}

QList<QUrl> candidates(const QUrl &typed)
{
    QString text = typed.toString().trimmed();
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

/// Remembers the most telling failure: a TLS fault over "not O2OA" over "nobody there".
void remember(Error &kept, const Error &fresh)
{
    const auto weight = [](ErrorCode code) {
        return code == ErrorCode::Tls ? 3 : code == ErrorCode::NotO2oa ? 2 : 1;
    };
    if (weight(fresh.code) > weight(kept.code)) {
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

QJsonObject Endpoint::toJson() const
{
    QJsonObject map;
    for (auto it = apps.begin(); it != apps.end(); ++it) {
        map.insert(it.key(), it.value().toString());
    }
    return { { u"base"_s, base.toString() },
             { u"tokenName"_s, tokenName },
             { u"utcOffset"_s, utcOffsetSeconds },
             { u"apps"_s, map } };
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
    return endpoint;
}

QCoro::Task<Result<Endpoint>> discover(QNetworkAccessManager &network, QUrl typed)
{
    QNetworkAccessManager *manager = &network;
    Error kept{ ErrorCode::Offline, u"nothing answers at the address"_s };
    const QList<QUrl> origins = candidates(typed);
    for (const QUrl &web : origins) {
        if (web.host().isEmpty()) {
            co_return fail(ErrorCode::BadInput, u"not an address"_s);
        }
        QList<QUrl> centers{ web };
        const QList<QUrl> named = co_await centersNamedBy(manager, web);
        centers.append(named);
        QUrl usual = web;
        usual.setPort(20030);
        if (!centers.contains(usual)) {
            centers.append(usual);
        }
        for (const QUrl &center : centers) {
            const Result<int> offset = co_await probe(manager, center, QString(Center));
            if (offset) {
                co_return co_await assemble(manager, center, *offset);
            }
            remember(kept, offset.error());
        }
    }
    co_return tl::unexpected<Error>(kept);
}

} // namespace andu::o2oa
