// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/engine.h"
#include "app/server/http_server.h"
#include "app/server/message.h"
#include "app/server/web_socket.h"

#include <QThreadPool>
#include <QUrl>

#include <chrono>
#include <functional>

namespace andu::server {

/// How to run an evaluation server.
struct ServerOptions
{
    QString directory; ///< Holds office.db.
    quint16 port = 0; ///< 0: any free one.
    QString host = QStringLiteral("127.0.0.1");
    bool hasSample = false; ///< Fill an empty directory with the sample office.
    std::chrono::milliseconds pushIdle{ 300000 }; ///< A silent push connection is closed then.
};

/// The evaluation server: the part of O2OA's contract that Andu uses. Starting and stopping block;
/// rows live in one thread.
class OfficeServer
{
public:
    /// One route: verb, pattern with {names}, whether nobody may call it, what it does.
    using Action = std::function<Reply(const Request &)>;

    explicit OfficeServer(ServerOptions options);
    ~OfficeServer();
    OfficeServer(const OfficeServer &) = delete;
    OfficeServer &operator=(const OfficeServer &) = delete;
    OfficeServer(OfficeServer &&) = delete;
    OfficeServer &operator=(OfficeServer &&) = delete;

    [[nodiscard]] Result<QUrl> start();
    void stop();

    void add(const char *verb, const QString &pattern, Action action, bool forAnybody = false);
    [[nodiscard]] Documents &documents() { return *m_documents; }
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] const Organisation &organisation() const { return m_organisation; }
    [[nodiscard]] QUrl url() const { return m_url; }
    /// Verb and parts of the path of every call.
    [[nodiscard]] QList<QPair<QString, QStringList>> methods() const;

private:
    struct Route
    {
        QByteArray verb;
        QStringList pattern;
        Action action;
        bool isForAnybody = false;
    };

    Result<void> open();
    Reply answer(Request request);
    Reply dispatch(Request &request);
    Caller callerOf(const Request &request);
    /// Does something in the thread of the rows and waits for it.
    void inThread(const std::function<void()> &action);
    Reply run(Request request);
    void openSocket(const Request &request, const std::shared_ptr<WebSocket> &socket);
    void closeSocket(const std::shared_ptr<WebSocket> &socket);
    void deliver(const QList<Notice> &notices);

    ServerOptions m_options;
    Organisation m_organisation;
    std::unique_ptr<Documents> m_documents;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<HttpServer> m_http;
    QList<Route> m_routes;
    QHash<QString, QList<std::shared_ptr<WebSocket>>> m_sockets; ///< By person.
    QThreadPool m_thread; ///< The one thread of the rows.
    QUrl m_url;
};

void addCenterRoutes(OfficeServer &server);
void addSignInRoutes(OfficeServer &server);
void addOrganisationRoutes(OfficeServer &server);
void addEmpowerRoutes(OfficeServer &server);
void addDocumentRoutes(OfficeServer &server);
void addMessageRoutes(OfficeServer &server);
void addTodoRoutes(OfficeServer &server);
void addTodoLists(OfficeServer &server);
void addWorkRoutes(OfficeServer &server);
void addProcessRoutes(OfficeServer &server);
void addStartRoutes(OfficeServer &server);
void addDataRoutes(OfficeServer &server);
void addAttachmentRoutes(OfficeServer &server);

/// A file of a process instance.
struct StoredFile
{
    QString name;
    QString site; ///< Id of the form's attachment control.
    QByteArray bytes;
};

/// Keeps a file with a running work; the id of its row.
QString storeAttachment(OfficeServer &server,
                        const QJsonObject &work,
                        const QString &person,
                        const StoredFile &file);
/// Fills an empty server with the processes and todos under @p samples, dated relative to today.
void loadSamples(OfficeServer &server, const QString &samples);

} // namespace andu::server
