// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QDir>
#include <QUrlQuery>

#include <future>

// Resources are linked in from an object library; this must stand outside a namespace.
static void initSamples()
{
    Q_INIT_RESOURCE(samples);
}

namespace andu::server {

namespace {

std::optional<QStringList> matched(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size()
        && !(pattern.last() == u"{*}"_s && path.size() >= pattern.size())) {
        return std::nullopt;
    }
    QStringList captures;
    for (int i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i) == u"{*}"_s) {
            captures.append(path.mid(i).join(u'/'));
            return captures;
        }
        if (pattern.at(i).startsWith(u'{')) {
            captures.append(path.at(i));
        } else if (pattern.at(i) != path.at(i)) {
            return std::nullopt;
        }
    }
    return captures;
}

} // namespace

OfficeServer::OfficeServer(ServerOptions options)
    : m_options(std::move(options))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

OfficeServer::~OfficeServer()
{
    stop();
}

void OfficeServer::add(const char *verb, const QString &pattern, Action action, bool forAnybody)
{
    m_routes.append(
        Route{ verb, pattern.split(u'/', Qt::SkipEmptyParts), std::move(action), forAnybody });
}

QList<QPair<QString, QStringList>> OfficeServer::methods() const
{
    QList<QPair<QString, QStringList>> list;
    for (const Route &route : m_routes) {
        list.append({ QString::fromLatin1(route.verb), route.pattern });
    }
    return list;
}

void OfficeServer::inThread(const std::function<void()> &action)
{
    std::promise<void> done;
    m_thread.start([&action, &done] {
        action();
        done.set_value();
    });
    done.get_future().get();
}

Result<void> OfficeServer::open()
{
    m_organisation = Organisation();
    m_organisation.load(u":/samples"_s);
    m_documents = std::make_unique<Documents>();
    m_engine = std::make_unique<Engine>(*m_documents, m_organisation);
    m_routes.clear();
    addCenterRoutes(*this);
    addSignInRoutes(*this);
    addOrganisationRoutes(*this);
    addEmpowerRoutes(*this);
    addDocumentRoutes(*this);
    addMessageRoutes(*this);
    addTodoRoutes(*this);
    addWorkRoutes(*this);
    const Result<void> opened = m_documents->open(m_options.directory + u"/office.db"_s);
    if (opened && m_options.hasSample && m_documents->isEmpty()) {
        loadSamples(*this, u":/samples"_s);
        return m_documents->flush();
    }
    return opened;
}

Result<QUrl> OfficeServer::start()
{
    initSamples();
    QDir().mkpath(m_options.directory);
    Result<void> opened;
    inThread([this, &opened] { opened = open(); });
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    WebSocketHandler sockets;
    sockets.path = u"/x_message_assemble_communicate/ws/collaboration"_s;
    sockets.idleLimit = m_options.pushIdle;
    sockets.opened = [this](const Request &request, const std::shared_ptr<WebSocket> &socket) {
        inThread([&] { openSocket(request, socket); });
    };
    sockets.closed = [this](const std::shared_ptr<WebSocket> &socket) {
        inThread([&] { closeSocket(socket); });
    };
    sockets.answered
        = [](const QByteArray &text) { return text == "heartbeat" ? text : QByteArray(); };
    m_http = std::make_unique<HttpServer>(
        [this](Request request) { return run(std::move(request)); }, std::move(sockets));
    const auto port = m_http->listen(m_options.host, m_options.port);
    if (!port) {
        return tl::unexpected<Error>(port.error());
    }
    m_options.port = *port; // The same one after a restart.
    m_url = QUrl(u"http://%1:%2"_s.arg(m_options.host).arg(*port));
    return m_url;
}

void OfficeServer::stop()
{
    if (m_http) {
        m_http->close();
        m_http.reset();
    }
    inThread([this] {
        m_sockets.clear();
        m_engine.reset();
        m_documents.reset();
    });
}

Reply OfficeServer::run(Request request)
{
    Reply reply;
    inThread([&] { reply = answer(std::move(request)); });
    return reply;
}

void OfficeServer::openSocket(const Request &request, const std::shared_ptr<WebSocket> &socket)
{
    // Nobody is let in as well, and is told nothing.
    const QString person = callerOf(request).person;
    if (person.isEmpty()) {
        return;
    }
    m_sockets[person].append(socket);
    const auto stored = m_documents->list(u"consume"_s, [&person](const QJsonObject &row) {
        return json::text(row, "person"_L1) == person;
    });
    for (const QJsonObject &row : stored) {
        QJsonObject frame = row;
        const auto body = json::parse(json::text(row, "body"_L1).toUtf8());
        for (const QString &key : row.keys()) {
            if (key != u"type"_s && key != u"person"_s && key != u"title"_s) {
                frame.remove(key);
            }
        }
        frame.insert(u"body"_s, body ? *body : QJsonValue());
        socket->send(wireJson(frame));
        m_documents->remove(u"consume"_s, json::text(row, "id"_L1));
    }
    const auto flushed = m_documents->flush();
    Q_UNUSED(flushed) // What was sent may be sent again after a fault.
}

void OfficeServer::closeSocket(const std::shared_ptr<WebSocket> &socket)
{
    for (auto it = m_sockets.begin(); it != m_sockets.end(); ++it) {
        it.value().removeAll(socket);
    }
}

void OfficeServer::deliver(const QList<Notice> &notices)
{
    for (const Notice &notice : notices) {
        const QList<std::shared_ptr<WebSocket>> sockets = m_sockets.value(notice.person);
        QJsonObject frame{ { u"type"_s, notice.type },
                           { u"person"_s, notice.person },
                           { u"title"_s, notice.title },
                           { u"body"_s, notice.body } };
        for (const std::shared_ptr<WebSocket> &socket : sockets) {
            socket->send(wireJson(frame));
        }
        const QString now = m_engine->now();
        frame.insert(u"id"_s, Engine::newId());
        frame.insert(u"body"_s, QString::fromUtf8(json::compact(notice.body)));
        frame.insert(u"consumed"_s, false);
        frame.insert(u"createTime"_s, now);
        frame.insert(u"updateTime"_s, now);
        QJsonObject instant = frame;
        instant.insert(u"consumerList"_s, QJsonArray{ u"ws"_s });
        m_documents->put(u"instant"_s, instant);
        if (sockets.isEmpty()) {
            frame.insert(u"instant"_s, instant.value("id"_L1));
            frame.insert(u"consumer"_s, u"ws"_s);
            frame.insert(u"id"_s, Engine::newId());
            m_documents->put(u"consume"_s, frame);
        }
    }
}

Caller OfficeServer::callerOf(const Request &request)
{
    // In this order: query, cookie, header, Authorization without a space.
    QString token = request.query.queryItemValue(u"x-token"_s, QUrl::FullyDecoded);
    if (token.isEmpty()) {
        for (const QByteArray &cookie : request.headers.value("cookie").split(';')) {
            if (cookie.trimmed().startsWith("x-token=")) {
                token = QString::fromLatin1(cookie.trimmed().mid(8));
            }
        }
    }
    if (token.isEmpty()) {
        token = QString::fromLatin1(request.headers.value("x-token"));
    }
    if (token.isEmpty() && !request.headers.value("authorization").contains(' ')) {
        token = QString::fromLatin1(request.headers.value("authorization"));
    }
    const QJsonObject row = m_documents->find(u"token"_s, token);
    return Caller{ json::text(row, "person"_L1),
                   row.isEmpty() ? QString() : token,
                   row.value("manager"_L1).toBool() };
}

Reply OfficeServer::answer(Request request)
{
    request.caller = callerOf(request);
    Reply reply = dispatch(request);
    deliver(m_engine->takeNotices());
    const auto flushed = m_documents->flush();
    if (!flushed) {
        reply = Reply::failure(flushed.error().detail);
    }
    if (!request.caller.token.isEmpty() && reply.status != 404
        && std::none_of(reply.headers.begin(), reply.headers.end(), [](const auto &header) {
               return header.first == "x-token";
           })) {
        reply.headers.append({ "x-token", request.caller.token.toLatin1() });
    }
    if (!reply.etag.isEmpty() && reply.status == 200
        && request.headers.value("if-none-match") == reply.etag) {
        reply.status = 304;
        reply.body.clear();
        reply.type.clear();
        reply.headers.removeIf(
            [](const auto &header) { return header.first == "Content-Disposition"; });
    }
    return reply;
}

Reply OfficeServer::dispatch(Request &request)
{
    QStringList path = request.path.split(u'/', Qt::SkipEmptyParts);
    if (path.size() > 3 && path.last() == u"mockputtopost"_s) {
        request.verb = request.verb == "POST" ? "PUT" : request.verb;
        path.removeLast();
    } else if (path.size() > 3 && path.last() == u"mockdeletetoget"_s) {
        request.verb = request.verb == "GET" ? "DELETE" : request.verb;
        path.removeLast();
    }
    if (request.verb == "OPTIONS") {
        return Reply::plain(204, {}, {});
    }
    if (request.verb == "HEAD") {
        request.verb = "GET"; // The body is left away when it is written.
    }
    bool isKnownPath = false;
    for (const Route &route : std::as_const(m_routes)) {
        const auto captures = matched(route.pattern, path);
        if (!captures) {
            continue;
        }
        isKnownPath = true;
        if (route.verb != request.verb) {
            continue;
        }
        const QByteArray type = request.headers.value("content-type");
        const bool hasBody = request.verb == "POST" || request.verb == "PUT";
        if (hasBody && !request.body.isEmpty() && !type.contains("json")
            && !type.contains("multipart")) {
            return Reply::plain(415, {}, {});
        }
        if (!route.isForAnybody && request.caller.isAnonymous()) {
            return Reply::anonymous(u"not cipher or manager or user."_s);
        }
        request.captures = *captures;
        return route.action(request);
    }
    if (isKnownPath) {
        return Reply::plain(405, {}, {});
    }
    return Reply::plain(404,
                        "text/html;charset=iso-8859-1",
                        "<html><head><title>Error 404 Not Found</title></head></html>");
}

} // namespace andu::server
