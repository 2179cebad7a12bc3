// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"
#include "core/base/result.h"

#include <functional>
#include <memory>

namespace andu::server {

struct WebSocketHandler;

/// HTTP/1.1 and WebSocket over Boost.Beast on one port, one thread a connection. The handlers are
/// called from those threads.
class HttpServer
{
public:
    using Handler = std::function<Reply(Request)>;

    HttpServer(Handler handler, WebSocketHandler sockets);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;
    HttpServer(HttpServer &&) = delete;
    HttpServer &operator=(HttpServer &&) = delete;

    /// Port 0 takes a free one; the port it listens on is answered.
    [[nodiscard]] Result<quint16> listen(const QString &host, quint16 port);
    /// Closes every connection and waits for its thread.
    void close();

private:
    struct Core;
    std::unique_ptr<Core> m_core;
};

} // namespace andu::server
