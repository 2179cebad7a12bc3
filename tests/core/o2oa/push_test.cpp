// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/o2oa/push_channel.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocketServer>

using namespace andu;
using namespace std::chrono_literals;

namespace {

/// A push server that a test drives.
class PushServer
{
public:
    PushServer()
        : m_server(u"push"_s, QWebSocketServer::NonSecureMode)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            QWebSocket *socket = m_server.nextPendingConnection();
            socket->setParent(&m_server);
            sockets.append(socket);
            urls.append(socket->requestUrl());
            QObject::connect(
                socket, &QWebSocket::textMessageReceived, socket, [this, socket](const QString &t) {
                    received.append(t);
                    if (answersHeartbeat) {
                        socket->sendTextMessage(u"heartbeat"_s);
                    }
                });
        });
    }

    [[nodiscard]] o2oa::Endpoint endpoint() const
    {
        o2oa::Endpoint endpoint;
        endpoint.base = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
        return endpoint;
    }

    QList<QWebSocket *> sockets;
    QList<QUrl> urls;
    QStringList received;
    bool answersHeartbeat = true;

private:
    QWebSocketServer m_server;
};

const o2oa::PushTimes Fast{ 40ms, 20ms, 100ms };

} // namespace

class PushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frame_isOnlyAHint();
    void token_isInTheQuery();
    void heartbeat_isSent();
    void silence_reconnects();
    void close_reconnectsUntilStopped();
    void nobodyThere_keepsTrying();
};

void PushTest::frame_isOnlyAHint()
{
    PushServer server;
    o2oa::PushChannel channel(server.endpoint());
    QSignalSpy hints(&channel, &o2oa::PushChannel::hinted);
    channel.start("T");
    QTRY_COMPARE(server.sockets.size(), 1);
    QTRY_VERIFY(channel.isConnected());
    server.sockets.first()->sendTextMessage(
        u"{\n \"type\": \"task_create\", \"person\": \"x\", \"body\": {\"id\": \"1\"}}"_s);
    server.sockets.first()->sendTextMessage(u"not json"_s);
    server.sockets.first()->sendTextMessage(u"[1]"_s);
    server.sockets.first()->sendTextMessage(u"heartbeat"_s);
    server.sockets.first()->sendTextMessage(u"{\"type\":\"read_create\"}"_s);
    QTRY_COMPARE(hints.size(), 2);
    QCOMPARE(hints.at(0).at(0).toString(), u"task_create"_s);
    QCOMPARE(hints.at(1).at(0).toString(), u"read_create"_s);
}

void PushTest::token_isInTheQuery()
{
    PushServer server;
    o2oa::PushChannel channel(server.endpoint());
    channel.start("a+b/c=");
    QTRY_COMPARE(server.urls.size(), 1);
    QCOMPARE(server.urls.first().path(), u"/x_message_assemble_communicate/ws/collaboration"_s);
    QCOMPARE(QUrlQuery(server.urls.first()).queryItemValue(u"x-token"_s, QUrl::FullyDecoded),
             u"a+b/c="_s);
}

void PushTest::heartbeat_isSent()
{
    PushServer server;
    o2oa::PushChannel channel(server.endpoint(), Fast);
    channel.start("T");
    QTRY_VERIFY(server.received.size() >= 3);
    QCOMPARE(server.received.first(), u"heartbeat"_s);
    QCOMPARE(server.sockets.size(), 1);
}

void PushTest::silence_reconnects()
{
    PushServer server;
    server.answersHeartbeat = false;
    o2oa::PushChannel channel(server.endpoint(), Fast);
    channel.start("T");
    QTRY_VERIFY(server.sockets.size() >= 2);
}

void PushTest::close_reconnectsUntilStopped()
{
    PushServer server;
    o2oa::PushChannel channel(server.endpoint(), Fast);
    QSignalSpy changes(&channel, &o2oa::PushChannel::connectedChanged);
    channel.start("T");
    QTRY_COMPARE(server.sockets.size(), 1);
    QTRY_VERIFY(channel.isConnected());
    server.sockets.first()->close();
    QTRY_COMPARE(server.sockets.size(), 2);
    QTRY_COMPARE(changes.size(), 3); // Up, down, up.
    channel.stop();
    QTRY_COMPARE(changes.size(), 4);
    QTest::qWait(150);
    QCOMPARE(server.sockets.size(), 2);
}

void PushTest::nobodyThere_keepsTrying()
{
    o2oa::Endpoint endpoint;
    std::optional<PushServer> server(std::in_place);
    endpoint = server->endpoint();
    server.reset();
    o2oa::PushChannel channel(endpoint, Fast);
    QSignalSpy changes(&channel, &o2oa::PushChannel::connectedChanged);
    channel.start("T");
    QTest::qWait(100);
    QVERIFY(!channel.isConnected());
    QCOMPARE(changes.size(), 0);
}

QTEST_GUILESS_MAIN(PushTest)
#include "push_test.moc"
