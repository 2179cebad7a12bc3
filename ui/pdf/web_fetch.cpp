// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/web_fetch.h"

#include "core/base/literals.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <chrono>

namespace andu::ui {

namespace {

constexpr qint64 MaxAnswerBytes = 16 << 20;
constexpr std::chrono::seconds Patience{ 20 };
constexpr std::chrono::milliseconds LookAtCancel{ 50 };

Result<QByteArray>
exchange(const QString &url, const QByteArray &type, const QByteArray &body, CancelFlag cancel)
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
    QEventLoop loop; // the only one of this thread
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(), [&](qint64 got) {
        if (got > MaxAnswerBytes) {
            reply->abort();
        }
    });
    const auto isCancelled = [&cancel] { return cancel && cancel->load(); };
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, reply.get(), [&] {
        if (isCancelled()) {
            reply->abort();
        }
    });
    look.start(LookAtCancel);
    loop.exec();
    if (isCancelled()) {
        return fail(ErrorCode::Cancelled, u"cancelled"_s);
    }
    if (reply->error() != QNetworkReply::NoError) {
        return fail(ErrorCode::Offline,
                    u"no answer from "_s + url + u": "_s + reply->errorString());
    }
    return reply->readAll();
}

} // namespace

pdf::Fetch webFetch(CancelFlag cancel)
{
    return [cancel = std::move(cancel)](
               const QString &url, const QByteArray &type, const QByteArray &body) {
        return exchange(url, type, body, cancel);
    };
}

} // namespace andu::ui
