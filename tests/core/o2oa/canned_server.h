// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace andu::test {

/// A request as it arrived.
struct Seen
{
    QByteArray verb;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
};

/// An HTTP server that says what a test tells it to, byte by byte.
class CannedServer : public QTcpServer
{
public:
    /// Gives the whole answer with status line; an empty one hangs up without a word.
    using Script = std::function<QByteArray(const Seen &)>;

    explicit CannedServer(Script script)
        : m_script(std::move(script))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(serverPort());
        return url;
    }
    void setKeepsOpen(bool keeps) { m_keepsOpen = keeps; }
    [[nodiscard]] const QList<Seen> &seen() const { return m_seen; }

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status)
            + " X\r\nContent-Type: application/json;charset=utf-8\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n"
            + body;
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_buffers[socket];
        bytes += socket->readAll();
        if (bytes.startsWith('\x16')) { // A TLS hello: plain HTTP servers hang up, too.
            m_buffers.remove(socket);
            socket->abort();
            return;
        }
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        Seen seen;
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        seen.verb = lines.first().split(' ').value(0);
        seen.path = lines.first().split(' ').value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            seen.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = seen.headers.value("content-length").toLongLong();
        if (bytes.size() < end + 4 + length) {
            return;
        }
        seen.body = bytes.mid(end + 4, length);
        m_buffers.remove(socket);
        m_seen.append(seen);
        const QByteArray reply = m_script(seen);
        if (reply.isEmpty()) {
            socket->abort();
            return;
        }
        socket->write(reply);
        if (!m_keepsOpen) {
            socket->disconnectFromHost();
        }
    }

    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Seen> m_seen;
    bool m_keepsOpen = false;
};

} // namespace andu::test
