// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/push_channel.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QUrlQuery>

#include <algorithm>

namespace andu::o2oa {

namespace {

constexpr quint64 LargestFrame = quint64{ 1 } << 20;

} // namespace

PushChannel::PushChannel(Endpoint endpoint, PushTimes times, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_times(times)
{
    m_socket.setMaxAllowedIncomingFrameSize(LargestFrame);
    m_socket.setMaxAllowedIncomingMessageSize(LargestFrame);
    m_heartbeat.setInterval(m_times.heartbeat);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &PushChannel::open);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &PushChannel::take);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_failures = 0;
        m_isAlive = true;
        m_heartbeat.start();
        Q_EMIT connectedChanged(true);
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        if (m_heartbeat.isActive()) {
            m_heartbeat.stop();
            Q_EMIT connectedChanged(false);
        }
        pause();
    });
    connect(&m_socket,
            qOverload<QAbstractSocket::SocketError>(&QWebSocket::error),
            this,
            &PushChannel::pause);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        // A connection that says nothing for a whole round is dead, whatever the system thinks.
        if (!std::exchange(m_isAlive, false)) {
            m_socket.abort();
            return;
        }
        m_socket.sendTextMessage(u"heartbeat"_s);
    });
}

PushChannel::~PushChannel()
{
    m_socket.disconnect(this);
}

bool PushChannel::isConnected() const
{
    return m_heartbeat.isActive();
}

void PushChannel::start(const QByteArray &token)
{
    m_token = token;
    m_isWanted = true;
    m_failures = 0;
    open();
}

void PushChannel::stop()
{
    m_isWanted = false;
    m_retry.stop();
    m_socket.abort();
}

void PushChannel::open()
{
    if (!m_isWanted || m_token.isEmpty() || m_socket.state() != QAbstractSocket::UnconnectedState) {
        return;
    }
    // The server reads the token from the query only.
    QUrlQuery query;
    query.addQueryItem(m_endpoint.tokenName, QString::fromLatin1(m_token.toPercentEncoding()));
    QUrl url = m_endpoint.webSocket();
    url.setQuery(query);
    m_socket.open(url);
}

void PushChannel::pause()
{
    if (!m_isWanted || m_retry.isActive()) {
        return;
    }
    const auto longer = m_times.firstPause * (1 << qMin(m_failures, 8));
    ++m_failures;
    m_retry.start(std::min<std::chrono::milliseconds>(longer, m_times.longestPause));
}

void PushChannel::take(const QString &frame)
{
    m_isAlive = true;
    if (frame == u"heartbeat"_s) {
        return;
    }
    const auto parsed = json::parse(frame.toUtf8());
    const QString type = parsed ? json::text(parsed->toObject(), "type"_L1).left(100) : QString();
    if (!type.isEmpty()) {
        Q_EMIT hinted(type);
    }
}

} // namespace andu::o2oa
