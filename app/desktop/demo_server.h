// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QUrl>

namespace andu::desktop {

/// The evaluation server beside the program, started as a process of its own on loopback.
class DemoServer
{
public:
    /// @p programs is the folder of andu-server.
    DemoServer(QString dataDirectory, QString programs);
    ~DemoServer();

    /// Starts with the sample office and waits for its address; the port stays the same later on.
    [[nodiscard]] Result<QUrl> start();
    void stop();
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QString m_directory;
    QString m_programs;
    QProcess m_process;
    QUrl m_url;
};

} // namespace andu::desktop
