// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/http_fetch.h"

#include "core/base/literals.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <chrono>

namespace andu::cli {

namespace {

constexpr qint64 MaxAnswerBytes = 16 << 20;
constexpr std::chrono::seconds Patience{ 20 };

Result<QByteArray> exchange(const QString &url, const QByteArray &type, const QByteArray &body)
{
    const QUrl address(url);
    if (address.scheme() != u"http"_s && address.scheme() != u"https"_s) {
        return fail(ErrorCode::BadInput, u"not an http address: "_s + url);
    }
    QNetworkAccessManager network;
    network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    QNetworkRequest request(address);
    request.setTransferTimeout(int(std::chrono::milliseconds(Patience).count()));
    if (!type.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    }
    const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request)
                                                              : network.post(request, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(), [&](qint64 got) {
        if (got > MaxAnswerBytes) {
            reply->abort();
        }
    });
    loop.exec();
    if (reply->error() != QNetworkReply::NoError) {
        return fail(ErrorCode::Offline,
                    u"no answer from "_s + url + u": "_s + reply->errorString());
    }
    return reply->readAll();
}

} // namespace

pdf::Fetch httpFetch()
{
    return exchange;
}

} // namespace andu::cli
