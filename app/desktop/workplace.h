// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/attachment_desk.h"
#include "app/desktop/closable_network.h"
#include "app/session/session.h"
#include "core/base/clock.h"
#include "core/o2oa/client.h"
#include "core/seals/account_seal_book.h"
#include "core/sync/commands.h"
#include "core/sync/engine.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QSettings>

namespace andu::ui {
class OutboxPanel;
class SealPage;
class TodoPage;
} // namespace andu::ui

namespace andu::desktop {

/// One account at work: its session, its sync and its window. The composition root of the sections.
class Workplace : public QObject
{
    Q_OBJECT

public:
    /// @p theme and @p settings outlive the workplace.
    /// @p folder is the account's: earlier versions kept seals in files below it.
    Workplace(session::Session session,
              const QString &folder,
              ui::Theme &theme,
              QSettings &settings);
    ~Workplace() override;

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::TodoPage &todos() { return *m_todos; }
    [[nodiscard]] o2oa::Client &client() { return m_client; }
    [[nodiscard]] sync::Engine &engine() { return m_engine; }
    [[nodiscard]] const sync::SyncStatus &status() const { return m_status; }
    [[nodiscard]] store::Store &store() { return *m_session.store; }
    [[nodiscard]] const Account &account() const { return m_session.account; }
    void start();
    /// Keeps what is typed, takes the window away and lets what is under way end. ended() follows
    /// when the workplace may be destroyed.
    void shutDown();

Q_SIGNALS:
    void closeWanted();
    void ended();

private:
    void addSections();
    void connectFiles();
    void offerUndo(const IntentId &id, const QString &title);
    void connectSync();
    void endWhenIdle();
    void syncNow();
    void askPassword();
    void addSeals();
    void showApproval(const QString &job);
    void takeOverSealFiles(ui::SealPage &seals);

    session::Session m_session;
    QString m_folder;
    ui::Theme &m_theme;
    QSettings &m_settings;
    SystemClock m_clock;
    ClosableNetwork m_network;
    o2oa::Client m_client;
    sync::Engine m_engine;
    sync::Commands m_commands;
    sync::SyncStatus m_status;
    std::shared_ptr<seals::AccountSealBook> m_sealBook;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<AttachmentDesk> m_desk;
    ui::TodoPage *m_todos = nullptr;
    ui::OutboxPanel *m_outbox = nullptr;
    bool m_isEnding = false;
};

} // namespace andu::desktop
