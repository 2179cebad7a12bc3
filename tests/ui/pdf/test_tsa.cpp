// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pdf/test_tsa.h"

#include "core/base/literals.h"

#include <QFile>
#include <QProcess>
#include <QTcpSocket>

namespace andu::test {

namespace {

constexpr auto Config = "[tsa]\n"
                        "serial = %1/serial\n"
                        "signer_cert = %1/tsa.pem\n"
                        "signer_key = %1/tsa.key\n"
                        "signer_digest = sha256\n"
                        "default_policy = 1.2.3.4.1\n"
                        "digests = sha256, sha384, sha512\n"
                        "accuracy = secs:1\n"
                        "ess_cert_id_alg = sha256\n"
                        "ess_cert_id_chain = no\n";

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

TestTsa::TestTsa(const QString &folder, QObject *parent)
    : QTcpServer(parent)
    , m_folder(folder)
{
    m_isReady = makeKey() && listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_received.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

bool TestTsa::makeKey()
{
    const QString config = QString::fromLatin1(Config).arg(m_folder);
    return write(m_folder + u"/tsa.conf"_s, config.toUtf8())
        && write(m_folder + u"/serial"_s, "01\n")
        && QProcess::execute(u"openssl"_s,
                             { u"req"_s,
                               u"-x509"_s,
                               u"-newkey"_s,
                               u"rsa:2048"_s,
                               u"-nodes"_s,
                               u"-days"_s,
                               u"30"_s,
                               u"-subj"_s,
                               u"/CN=Fake time stamp authority"_s,
                               u"-addext"_s,
                               u"extendedKeyUsage=critical,timeStamping"_s,
                               u"-keyout"_s,
                               m_folder + u"/tsa.key"_s,
                               u"-out"_s,
                               certificate() })
        == 0;
}

QString TestTsa::address() const
{
    return m_isReady ? u"http://127.0.0.1:%1/tsa"_s.arg(serverPort()) : QString();
}

QByteArray TestTsa::answerTo(const QByteArray &query)
{
    const QString in = m_folder + u"/query.tsq"_s;
    const QString out = m_folder + u"/answer.tsr"_s;
    if (m_manner == Manner::TalksNonsense || !write(in, query)) {
        return "this is no time stamp";
    }
    QProcess::execute(u"openssl"_s,
                      { u"ts"_s,
                        u"-reply"_s,
                        u"-config"_s,
                        m_folder + u"/tsa.conf"_s,
                        u"-section"_s,
                        u"tsa"_s,
                        u"-queryfile"_s,
                        in,
                        u"-out"_s,
                        out });
    QFile file(out);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTsa::take(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    const qsizetype head = received.indexOf("\r\n\r\n");
    const QByteArray name = "content-length:";
    const qsizetype at = received.toLower().indexOf(name);
    if (head < 0 || at < 0) {
        return;
    }
    const qsizetype end = received.indexOf('\r', at);
    const qsizetype size = received.mid(at + name.size(), end - at - name.size()).trimmed().toInt();
    if (received.size() < head + 4 + size) {
        return;
    }
    ++m_requests;
    if (m_manner == Manner::Silent) {
        return;
    }
    const QByteArray answer = answerTo(received.mid(head + 4, size));
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\n"
                  "Connection: close\r\nContent-Length: "
                  + QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
    socket->disconnectFromHost();
}

} // namespace andu::test
