// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http_server.h"

#include "app/server/web_socket.h"
#include "core/base/literals.h"

#include <QUrl>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace andu::server {

namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = boost::asio::ip::tcp;

struct HttpServer::Core
{
    struct Connection
    {
        explicit Connection(boost::asio::io_context &context)
            : socket(context)
        { }

        Tcp::socket socket;
        int handle = -1; ///< Of the socket, while its thread runs; guarded by mutex.
        std::thread thread;
        std::atomic<bool> isDone = false;
    };

    void accept();
    void run(Connection &connection);

    Handler handler;
    WebSocketHandler sockets;
    boost::asio::io_context context;
    std::unique_ptr<Tcp::acceptor> acceptor;
    std::thread thread;
    std::mutex mutex; ///< Guards connections.
    std::list<std::unique_ptr<Connection>> connections;
    std::atomic<bool> isClosing = false;
};

namespace {

using HttpRequest = http::request<http::string_body>;
using HttpResponse = http::response<http::string_body>;
constexpr std::uint64_t BodyLimit = 256ULL << 20;

Request toRequest(const HttpRequest &message)
{
    Request request;
    request.verb
        = QByteArray(message.method_string().data(), qsizetype(message.method_string().size()));
    const QByteArray target(message.target().data(), qsizetype(message.target().size()));
    const QUrl url = QUrl::fromEncoded(target);
    request.path = QUrl::fromPercentEncoding(target.split('?').first());
    request.query = QUrlQuery(url);
    for (const auto &field : message) {
        const QByteArray name(field.name_string().data(), qsizetype(field.name_string().size()));
        request.headers.insert(name.toLower(),
                               QByteArray(field.value().data(), qsizetype(field.value().size())));
    }
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    return request;
}

HttpResponse toResponse(const Reply &reply, const HttpRequest &message)
{
    const bool isHead = message.method() == http::verb::head;
    HttpResponse response(http::status(unsigned(reply.status)), message.version());
    if (!reply.type.isEmpty()) {
        response.set(http::field::content_type, reply.type.toStdString());
    }
    if (!reply.etag.isEmpty()) {
        response.set(http::field::etag, reply.etag.toStdString());
    }
    for (const auto &[name, value] : reply.headers) {
        response.set(name.toStdString(), value.toStdString());
    }
    response.keep_alive(message.keep_alive());
    if (isHead) {
        response.content_length(std::uint64_t(reply.body.size()));
        return response;
    }
    response.body() = reply.body.toStdString();
    response.prepare_payload();
    return response;
}

/// Answers requests until the connection ends or asks for a WebSocket, which is answered.
std::optional<HttpRequest>
serve(Tcp::socket &socket, const HttpServer::Handler &handler, const QString &socketPath)
{
    beast::flat_buffer buffer;
    beast::error_code error;
    while (!error) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(BodyLimit);
        http::read(socket, buffer, parser, error);
        if (error) {
            break;
        }
        Request request = toRequest(parser.get());
        if (beast::websocket::is_upgrade(parser.get()) && request.path == socketPath) {
            return parser.release();
        }
        const HttpResponse response = toResponse(handler(std::move(request)), parser.get());
        http::write(socket, response, error);
        if (response.need_eof()) {
            break;
        }
    }
    socket.shutdown(Tcp::socket::shutdown_both, error);
    return std::nullopt;
}

} // namespace

void HttpServer::Core::run(Connection &connection)
{
    const auto upgrade = serve(connection.socket, handler, sockets.path);
    if (upgrade) {
        runWebSocket(std::move(connection.socket), *upgrade, toRequest(*upgrade), sockets);
    }
    const std::lock_guard lock(mutex);
    connection.handle = -1;
    beast::error_code ignored;
    connection.socket.close(ignored);
    connection.isDone = true;
}

void HttpServer::Core::accept()
{
    while (!isClosing) {
        auto connection = std::make_unique<Connection>(context);
        boost::system::error_code failed;
        acceptor->accept(connection->socket, failed);
        if (failed || isClosing) {
            break;
        }
        connection->socket.set_option(Tcp::no_delay(true), failed);
        Connection *raw = connection.get();
        const std::lock_guard lock(mutex);
        connections.remove_if([](const std::unique_ptr<Connection> &old) {
            if (old->isDone && old->thread.joinable()) {
                old->thread.join();
                return true;
            }
            return false;
        });
        raw->handle = raw->socket.native_handle();
        raw->thread = std::thread([this, raw] { run(*raw); });
        connections.push_back(std::move(connection));
    }
}

HttpServer::HttpServer(Handler handler, WebSocketHandler sockets)
    : m_core(std::make_unique<Core>())
{
    m_core->handler = std::move(handler);
    m_core->sockets = std::move(sockets);
}

HttpServer::~HttpServer()
{
    close();
}

Result<quint16> HttpServer::listen(const QString &host, quint16 port)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(host.toStdString(), error);
    if (error) {
        return fail(ErrorCode::BadInput, u"not an address to listen on"_s);
    }
    const Tcp::endpoint endpoint(address, port);
    auto acceptor = std::make_unique<Tcp::acceptor>(m_core->context);
    acceptor->open(endpoint.protocol(), error);
    acceptor->set_option(Tcp::acceptor::reuse_address(true), error);
    acceptor->bind(endpoint, error);
    if (!error) {
        acceptor->listen(boost::asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        return fail(ErrorCode::InUse,
                    u"cannot listen: "_s + QString::fromStdString(error.message()));
    }
    const quint16 bound = acceptor->local_endpoint().port();
    m_core->acceptor = std::move(acceptor);
    m_core->thread = std::thread([core = m_core.get()] { core->accept(); });
    return bound;
}

void HttpServer::close()
{
    if (!m_core->acceptor) {
        return;
    }
    m_core->isClosing = true;
    // A blocking accept ends when its socket is shut down.
    ::shutdown(m_core->acceptor->native_handle(), SHUT_RDWR);
    if (m_core->thread.joinable()) {
        m_core->thread.join();
    }
    {
        const std::lock_guard lock(m_core->mutex);
        for (const auto &connection : m_core->connections) {
            if (connection->handle >= 0) {
                ::shutdown(connection->handle, SHUT_RDWR);
            }
        }
    }
    for (const auto &connection : m_core->connections) {
        if (connection->thread.joinable()) {
            connection->thread.join();
        }
    }
    m_core->connections.clear();
    m_core->acceptor.reset();
}

} // namespace andu::server
