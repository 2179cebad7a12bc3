// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/web_socket.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <string>

namespace andu::server {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Tcp = boost::asio::ip::tcp;

namespace {

/// A client that does not read is given up when so many texts wait for it.
constexpr std::size_t QueueLimit = 2000;
constexpr std::size_t TextLimit = 64 * 1024;

/// Runs in the one thread of its own context.
class Session final : public std::enable_shared_from_this<Session>
{
public:
    Session(boost::asio::io_context &context, Tcp::socket socket, const WebSocketHandler &handler)
        : m_stream(std::move(socket))
        , m_idle(context)
        , m_handler(handler)
    {
        m_stream.read_message_max(TextLimit);
    }

    bool accept(const beast::http::request<beast::http::string_body> &upgrade)
    {
        beast::error_code error;
        m_stream.accept(upgrade, error);
        m_stream.text(true);
        return !error;
    }

    void begin()
    {
        watch();
        read();
    }

    void enqueue(std::string text)
    {
        if (m_isEnding) {
            return;
        }
        if (m_queue.size() >= QueueLimit) {
            end();
            return;
        }
        m_queue.push_back(std::move(text));
        if (m_queue.size() == 1) {
            write();
        }
    }

private:
    void read()
    {
        m_stream.async_read(m_buffer,
                            [self = shared_from_this()](beast::error_code error, std::size_t) {
                                if (error) {
                                    self->end();
                                    return;
                                }
                                self->take();
                            });
    }

    void take()
    {
        const std::string text = beast::buffers_to_string(m_buffer.data());
        m_buffer.consume(m_buffer.size());
        watch();
        const QByteArray answer = m_handler.answered(QByteArray::fromStdString(text));
        if (!answer.isEmpty()) {
            enqueue(answer.toStdString());
        }
        read();
    }

    void write()
    {
        m_stream.async_write(boost::asio::buffer(m_queue.front()),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error) {
                                     self->end();
                                     return;
                                 }
                                 self->m_queue.pop_front();
                                 if (!self->m_queue.empty()) {
                                     self->write();
                                 }
                             });
    }

    /// Starts the time a client may be silent for anew.
    void watch()
    {
        m_idle.expires_after(m_handler.idleLimit);
        m_idle.async_wait([self = shared_from_this()](beast::error_code error) {
            if (error || self->m_isEnding) {
                return;
            }
            const std::string limit = std::to_string(self->m_handler.idleLimit.count());
            const websocket::close_reason reason(websocket::close_code::going_away,
                                                 "Idle timeout expired: " + limit + '/' + limit
                                                     + " ms");
            self->m_isEnding = true;
            self->m_stream.async_close(reason, [self](beast::error_code) { self->end(); });
        });
    }

    void end()
    {
        m_isEnding = true;
        m_idle.cancel();
        beast::error_code ignored;
        beast::get_lowest_layer(m_stream).shutdown(Tcp::socket::shutdown_both, ignored);
    }

    websocket::stream<Tcp::socket> m_stream;
    boost::asio::steady_timer m_idle;
    const WebSocketHandler &m_handler;
    beast::flat_buffer m_buffer;
    std::deque<std::string> m_queue;
    bool m_isEnding = false;
};

/// What others hold of a session. It outlives the session, not the other way round.
class Handle final : public WebSocket
{
public:
    Handle(std::shared_ptr<boost::asio::io_context> context, std::weak_ptr<Session> session)
        : m_context(std::move(context))
        , m_session(std::move(session))
    { }

    void send(const QByteArray &text) override
    {
        boost::asio::post(*m_context, [session = m_session, copy = text.toStdString()]() mutable {
            if (const auto self = session.lock()) {
                self->enqueue(std::move(copy));
            }
        });
    }

private:
    std::shared_ptr<boost::asio::io_context> m_context;
    std::weak_ptr<Session> m_session;
};

} // namespace

void runWebSocket(Tcp::socket socket,
                  const beast::http::request<beast::http::string_body> &upgrade,
                  const Request &request,
                  const WebSocketHandler &handler)
{
    // A context of its own: a slow client holds up nobody but itself.
    const auto context = std::make_shared<boost::asio::io_context>(1);
    beast::error_code error;
    const auto protocol = socket.local_endpoint(error).protocol();
    if (error) {
        return;
    }
    Tcp::socket own(*context, protocol, socket.release());
    const auto session = std::make_shared<Session>(*context, std::move(own), handler);
    if (!session->accept(upgrade)) {
        return;
    }
    session->begin();
    const auto handle = std::make_shared<Handle>(context, session);
    handler.opened(request, handle);
    context->run();
    handler.closed(handle);
}

} // namespace andu::server
