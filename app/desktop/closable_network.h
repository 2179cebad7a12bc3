// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace andu::desktop {

/// Network access that can be cut: what is under way ends at once with an error, and so does all
/// that comes after. Whoever waits for an answer goes on and finishes.
class ClosableNetwork final : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

    void close()
    {
        m_isClosed = true;
        for (QNetworkReply *reply : findChildren<QNetworkReply *>()) {
            reply->abort();
        }
    }

    [[nodiscard]] bool isIdle() const
    {
        const auto replies = findChildren<QNetworkReply *>();
        return std::all_of(replies.begin(), replies.end(), [](const QNetworkReply *reply) {
            return reply->isFinished();
        });
    }

protected:
    QNetworkReply *
    createRequest(Operation operation, const QNetworkRequest &request, QIODevice *content) override
    {
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, content);
        if (m_isClosed) {
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
        }
        return reply;
    }

private:
    bool m_isClosed = false;
};

} // namespace andu::desktop
