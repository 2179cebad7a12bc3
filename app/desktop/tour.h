// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/application.h"
#include "app/desktop/demo_server.h"

#include <QFile>
#include <QObject>
#include <qcoro/qcorotask.h>

#include <functional>

namespace andu::desktop {

/// Walks through the main job as a person would, by object names, and leaves numbered pictures and
/// a summary of what was done and what the server holds afterwards. Stops at the first thing that
/// fails.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(Application &application, DemoServer &server, QString directory);
    void start();

Q_SIGNALS:
    void finished(bool isDone);

private:
    QCoro::Task<bool> walk();
    QCoro::Task<bool> signIn();
    QCoro::Task<bool> readTodo();
    QCoro::Task<bool> approveOffline();
    QCoro::Task<bool> attachOffline();
    QCoro::Task<bool> reopen();
    QCoro::Task<bool> deliver();
    QCoro::Task<bool> askServer();
    /// Waits until something holds; says what was waited for when it does not.
    QCoro::Task<bool> until(QString what, std::function<bool()> holds);
    QCoro::Task<void> pause(int milliseconds);
    void picture(const QString &name);
    void tell(const QString &line);
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const;

    Application &m_application;
    DemoServer &m_server;
    QString m_directory;
    QStringList m_lines;
    QString m_job;
    TaskId m_task;
    WorkId m_work;
    int m_pictures = 0;
};

} // namespace andu::desktop
