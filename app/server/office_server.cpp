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

Result<QUrl> OfficeServer::start()
{
    initSamples();
    QDir().mkpath(m_options.directory);
    std::promise<Result<void>> opened;
    m_thread.start([this, &opened] {
        m_organisation = Organisation();
        m_organisation.load(u":/samples"_s);
        m_documents = std::make_unique<Documents>();
        m_engine = std::make_unique<Engine>(*m_documents, m_organisation);
        m_routes.clear();
        addOfficeRoutes(*this);
        addTodoRoutes(*this);
        addWorkRoutes(*this);
        auto done = m_documents->open(m_options.directory + u"/office.db"_s);
        if (done && m_options.hasSample && m_documents->isEmpty()) {
            loadSamples(*this, u":/samples"_s);
            done = m_documents->flush();
        }
        opened.set_value(done);
    });
    const Result<void> done = opened.get_future().get();
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    m_http = std::make_unique<HttpServer>([this](Request request) {
        std::promise<Reply> promise;
        m_thread.start([&] { promise.set_value(answer(std::move(request))); });
        return promise.get_future().get();
    });
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
    std::promise<void> closed;
    m_thread.start([this, &closed] {
        m_engine.reset();
        m_documents.reset();
        closed.set_value();
    });
    closed.get_future().get();
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
    const auto flushed = m_documents->flush();
    if (!flushed) {
        reply = Reply::failure(flushed.error().detail);
    }
    if (!request.caller.token.isEmpty()
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
            return Reply::plain(415,
                                "text/html;charset=iso-8859-1",
                                "<html><body>Unsupported Media Type</body></html>");
        }
        if (!route.isForAnybody && request.caller.isAnonymous()) {
            return Reply::anonymous(u"not cipher or manager or user."_s);
        }
        request.captures = *captures;
        return route.action(request);
    }
    const int status = isKnownPath ? 405 : 404;
    return Reply::plain(status,
                        "text/html;charset=iso-8859-1",
                        "<html><head><title>Error " + QByteArray::number(status)
                            + "</title></head></html>");
}

} // namespace andu::server
