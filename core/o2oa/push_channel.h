// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/o2oa/endpoint.h"

#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <chrono>

namespace andu::o2oa {

/// How patient the channel is.
struct PushTimes
{
    std::chrono::milliseconds heartbeat{ 30000 }; ///< The server hangs up after 300 s of silence.
    std::chrono::milliseconds firstPause{ 4000 };
    std::chrono::milliseconds longestPause{ 600000 };
};

/// The server's push (x_message_assemble_communicate, WebSocket). A frame is only a hint that
/// something of a kind has happened: nothing in it is trusted or kept. Without a WebSocket it keeps
/// asking with growing pauses and nobody misses it but for the delay.
class PushChannel : public QObject
{
    Q_OBJECT

public:
    explicit PushChannel(Endpoint endpoint, PushTimes times = {}, QObject *parent = nullptr);
    ~PushChannel() override;
    PushChannel(const PushChannel &) = delete;
    PushChannel &operator=(const PushChannel &) = delete;
    PushChannel(PushChannel &&) = delete;
    PushChannel &operator=(PushChannel &&) = delete;

    /// Connects with that session, now and whenever the connection breaks.
    void start(const QByteArray &token);
    void stop();
    /// For the next connection; a living one stays.
    void setToken(const QByteArray &token) { m_token = token; }
    [[nodiscard]] bool isConnected() const;

Q_SIGNALS:
    /// Type of a frame: task_create, read_create, im_create …
    void hinted(const QString &type);
    void connectedChanged(bool isConnected);

private:
    void open();
    void pause();
    void take(const QString &frame);

    Endpoint m_endpoint;
    PushTimes m_times;
    QByteArray m_token;
    QWebSocket m_socket;
    QTimer m_heartbeat;
    QTimer m_retry;
    int m_failures = 0;
    bool m_isWanted = false;
    bool m_isAlive = false; ///< Something came since the last heartbeat.
};

} // namespace andu::o2oa
