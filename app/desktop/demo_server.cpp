// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo_server.h"

#include "core/base/literals.h"

#include <sys/prctl.h>

#include <chrono>
#include <csignal>

namespace andu::desktop {

namespace {

constexpr int StartMs = 30000;
constexpr int StopMs = 10000;

} // namespace

DemoServer::DemoServer(QString dataDirectory, QString programs)
    : m_directory(std::move(dataDirectory))
    , m_programs(std::move(programs))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // A demonstration that is killed leaves no server behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

DemoServer::~DemoServer()
{
    stop();
}

Result<QUrl> DemoServer::start()
{
    const QString program = m_programs + u"/andu-server"_s;
    const QString port = QString::number(std::max(0, m_url.port(0)));
    m_process.start(program, { u"--data"_s, m_directory, u"--port"_s, port, u"--sample"_s });
    // The program has no window yet, or is a guided tour: waiting here holds up nobody.
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(StartMs)) {
            return fail(ErrorCode::Offline, u"the evaluation server did not start: "_s + program);
        }
    }
    m_url = QUrl(QString::fromUtf8(m_process.readLine()).trimmed());
    return m_url;
}

void DemoServer::stop()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.terminate();
    if (!m_process.waitForFinished(StopMs)) {
        m_process.kill();
        m_process.waitForFinished(StopMs);
    }
}

} // namespace andu::desktop
