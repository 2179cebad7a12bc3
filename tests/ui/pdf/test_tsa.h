// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace andu::test {

/// A time stamp server on this computer that lets openssl answer; or one that never answers.
class TestTsa final : public QTcpServer
{
    Q_OBJECT

public:
    enum class Manner { Answers, Silent, TalksNonsense };

    /// Makes its key in @p folder: "tsa.pem". Empty address() when openssl failed.
    explicit TestTsa(const QString &folder, QObject *parent = nullptr);

    void setManner(Manner manner) { m_manner = manner; }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString certificate() const { return m_folder + QStringLiteral("/tsa.pem"); }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    [[nodiscard]] bool makeKey();
    void take(QTcpSocket *socket);
    [[nodiscard]] QByteArray answerTo(const QByteArray &query);

    QString m_folder;
    Manner m_manner = Manner::Answers;
    bool m_isReady = false;
    int m_requests = 0;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace andu::test
