// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/application.h"
#include "app/desktop/demo_server.h"

#include <QTemporaryDir>

namespace andu::tests {

constexpr int PatienceMs = 30000;
constexpr auto Secret = "a passphrase of mine";

/// Drives the real window by object names, against the real evaluation server in a process.
class ProgramDriver : public QObject
{
protected:
    void begin();
    void end();
    void startProgram();
    void signIn(const QString &password = QStringLiteral("Yunhu2026"));
    void closeAccount();
    void openOffline(const QString &passphrase);
    /// Opens the sample office's leave, of which the person is the approver.
    void openLeave();
    void clickRoute(const QString &name);
    [[nodiscard]] QList<Record> serverRecords();
    template <typename Widget>
    [[nodiscard]] Widget *widget(const QString &name)
    {
        QWidget *window = m_program->workplace()
            ? static_cast<QWidget *>(&m_program->workplace()->window())
            : m_program->signInPage();
        return window->findChild<Widget *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desktop::DemoServer> m_server;
    std::unique_ptr<desktop::Application> m_program;
    QString m_job;
};

} // namespace andu::tests
