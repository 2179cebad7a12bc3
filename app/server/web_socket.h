// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace andu::server {

/// One open WebSocket (RFC 6455) of a client.
class WebSocket
{
public:
    WebSocket() = default;
    virtual ~WebSocket() = default;
    WebSocket(const WebSocket &) = delete;
    WebSocket &operator=(const WebSocket &) = delete;
    WebSocket(WebSocket &&) = delete;
    WebSocket &operator=(WebSocket &&) = delete;

    /// Sends a text. Thread: any.
    virtual void send(const QByteArray &text) = 0;
};

/// What the server does with WebSockets.
struct WebSocketHandler
{
    QString path; ///< Where they are opened; an upgrade elsewhere is an ordinary request.
    std::chrono::milliseconds idleLimit{ 300000 }; ///< Without a text the server closes.
    std::function<void(const Request &, const std::shared_ptr<WebSocket> &)> opened;
    std::function<void(const std::shared_ptr<WebSocket> &)> closed;
    /// The answer to a text of the client; empty for none.
    std::function<QByteArray(const QByteArray &)> answered;
};

/// Speaks WebSocket on an accepted connection until it ends; blocks.
void runWebSocket(boost::asio::ip::tcp::socket socket,
                  const boost::beast::http::request<boost::beast::http::string_body> &upgrade,
                  const Request &request,
                  const WebSocketHandler &handler);

} // namespace andu::server
