// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workplace.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/store/todo_repository.h"
#include "ui/outbox/outbox_panel.h"
#include "ui/pdf/signing_settings_box.h"
#include "ui/seal/seal_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/toast.h"
#include "ui/text/error_text.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_page.h"

#include <QDesktopServices>
#include <QInputDialog>

namespace andu::desktop {

Workplace::Workplace(session::Session session,
                     const QString &folder,
                     ui::Theme &theme,
                     QSettings &settings)
    : m_session(std::move(session))
    , m_folder(folder)
    , m_theme(theme)
    , m_settings(settings)
    , m_client(m_network, m_session.endpoint)
    , m_engine(*m_session.store, m_client, m_clock)
    , m_commands(*m_session.store, m_clock)
    , m_sealBook(std::make_shared<seals::AccountSealBook>(*m_session.store))
    , m_window(std::make_unique<ui::MainWindow>(theme, settings))
{
    m_client.setToken(m_session.token);
    m_window->setPerson(m_session.account.name);
    m_desk = std::make_unique<AttachmentDesk>(
        *m_session.store, m_commands, m_theme, m_settings, *m_window);
    addSections();
    connectSync();
}

Workplace::~Workplace()
{
    m_todos->keepDraft();
    m_engine.stop();
    m_sealBook->close();
    m_desk.reset();
    m_window.reset(); // before the store that its pages read
}

void Workplace::addSections()
{
    m_todos
        = new ui::TodoPage(*m_session.store, m_commands, m_session.account, m_theme, m_settings);
    m_window->addSection(u"todo"_s, tr("To do"), u"todo"_s, m_todos);
    addSeals();
    auto *settings = new ui::SettingsPage(m_theme, m_settings);
    settings->addCard(new ui::SigningSettingsBox(m_theme, m_settings));
    m_window->addSection(u"settings"_s, tr("Settings"), u"settings"_s, settings, true);
    m_outbox = new ui::OutboxPanel(*m_session.store, m_commands, m_theme);
    m_window->setOutboxPanel(m_outbox);
    connect(m_todos, &ui::TodoPage::todoCountChanged, this, [this](int count) {
        m_window->setBadge(u"todo"_s, count);
    });
    connect(m_todos, &ui::TodoPage::queued, this, &Workplace::offerUndo);
    connectFiles();
    connect(m_outbox, &ui::OutboxPanel::closed, this, [this] { m_window->toggleOutbox(false); });
    connect(m_outbox, &ui::OutboxPanel::todoWanted, this, [this](const TaskId &task) {
        m_window->toggleOutbox(false);
        m_window->showSection(u"todo"_s);
        m_todos->reveal(TodoBox::Task, task);
    });
    connect(&m_engine, &sync::Engine::uploading, m_outbox, &ui::OutboxPanel::setProgress);
    connect(m_outbox, &ui::OutboxPanel::withdrawWanted, this, [this](const IntentId &id) {
        if (!m_engine.withdraw(id)) {
            m_window->toast().show(tr("This upload was interrupted. What the server has of it is "
                                      "asked as soon as it can be reached."));
        }
    });
    connect(m_outbox, &ui::OutboxPanel::syncWanted, this, &Workplace::syncNow);
    connect(m_outbox, &ui::OutboxPanel::failed, this, [this](const QString &text) {
        m_window->toast().show(text);
    });
    connect(
        m_outbox, &ui::OutboxPanel::countsChanged, m_window.get(), &ui::MainWindow::setOutboxCount);
}

void Workplace::offerUndo(const IntentId &id, const QString &title)
{
    m_window->toast().show(tr("In the outbox: %1").arg(title), tr("Undo"), [this, id] {
        whenDone(m_commands.discard(id), this, [this](const Result<void> &done) {
            if (!done) {
                m_window->toast().show(ui::errorText(done.error()));
            }
        });
    });
}

void Workplace::connectFiles()
{
    const ui::TodoDetail *detail = &m_todos->detail();
    AttachmentDesk *desk = m_desk.get();
    connect(detail, &ui::TodoDetail::fileWanted, desk, &AttachmentDesk::open);
    connect(detail, &ui::TodoDetail::fileSaveWanted, desk, &AttachmentDesk::save);
    connect(detail, &ui::TodoDetail::filesGiven, desk, &AttachmentDesk::add);
    connect(detail, &ui::TodoDetail::replacementGiven, desk, &AttachmentDesk::replace);
    connect(detail, &ui::TodoDetail::fileRemoved, desk, &AttachmentDesk::remove);
    connect(detail, &ui::TodoDetail::copyWanted, desk, &AttachmentDesk::keepCopy);
    connect(desk, &AttachmentDesk::queued, this, &Workplace::offerUndo);
    connect(detail, &ui::TodoDetail::told, this, [this](const QString &text) {
        m_window->toast().show(text);
    });
    connect(detail, &ui::TodoDetail::browserWanted, this, [this](const Task &task) {
        QDesktopServices::openUrl(o2oa::workPage(m_session.endpoint, task.work.text()));
    });
}

void Workplace::addSeals()
{
    ui::SealOffice office;
    office.book = m_sealBook;
    office.keys = std::make_shared<ui::KeyMemory>();
    office.operatorName = m_session.account.name;
    m_desk->setOffice(office);
    auto *seals = new ui::SealPage(office, m_settings, m_theme);
    m_window->addSection(u"seal"_s, tr("Seals"), u"seal"_s, seals);
    connect(seals, &ui::SealPage::sealWanted, m_desk.get(), &AttachmentDesk::sealFile);
    connect(m_desk.get(), &AttachmentDesk::registerChanged, seals, &ui::SealPage::reload);
    connect(m_desk.get(), &AttachmentDesk::told, this, [this](const QString &text) {
        m_window->toast().show(text);
    });
    connect(seals, &ui::SealPage::approvalWanted, this, &Workplace::showApproval);
    takeOverSealFiles(*seals);
}

/// The todo that a use of a seal rests on, wherever it lies by now.
void Workplace::showApproval(const QString &job)
{
    using Found = std::optional<Task>;
    const auto find = [job](store::Connection &connection) -> Result<Found> {
        const store::TodoRepository todos(connection);
        for (const TodoBox box :
             { TodoBox::Task, TodoBox::TaskCompleted, TodoBox::Read, TodoBox::ReadCompleted }) {
            const auto rows = todos.list({ box });
            if (!rows) {
                return tl::unexpected<Error>(rows.error());
            }
            for (const Task &row : *rows) {
                if (row.job.text() == job) {
                    return Found(row);
                }
            }
        }
        return Found();
    };
    whenDone(m_session.store->read<Found>(find), this, [this](const Result<Found> &found) {
        if (!found || !*found) {
            m_window->toast().show(tr("This approval is not on this computer."));
            return;
        }
        m_window->showSection(u"todo"_s);
        m_todos->reveal((*found)->box, (*found)->id);
    });
}

/// Seals and register of earlier versions lie in plain files.
void Workplace::takeOverSealFiles(ui::SealPage &seals)
{
    const auto take = [book = m_sealBook, folder = m_folder] {
        return book->importFiles(folder + u"/seals"_s, folder + u"/seal-uses.jsonl"_s);
    };
    whenDone(inBackground(take), &seals, [this, &seals](const Result<int> &taken) {
        if (!taken) {
            m_window->toast().show(
                tr("Seals in files of an earlier version could not be taken over. They are still "
                   "there."));
        } else if (*taken > 0) {
            seals.reload();
        }
    });
}

void Workplace::connectSync()
{
    connect(&m_engine, &sync::Engine::statusChanged, this, [this](const sync::SyncStatus &status) {
        m_status = status;
        m_window->setStatus(status, ui::phaseText(status));
        m_outbox->setStatus(status);
        m_todos->setOffline(status.phase == sync::SyncPhase::Offline);
    });
    connect(&m_client, &o2oa::Client::tokenChanged, this, [this](const QByteArray &token) {
        session::rememberToken(*m_session.store, token);
    });
    connect(m_window.get(), &ui::MainWindow::syncWanted, this, &Workplace::syncNow);
    connect(m_window.get(), &ui::MainWindow::signInWanted, this, &Workplace::askPassword);
    connect(m_window.get(), &ui::MainWindow::signOutWanted, this, &Workplace::closeWanted);
    connect(m_window.get(), &ui::MainWindow::searched, m_todos, [this](const QString &text) {
        m_window->showSection(u"todo"_s);
        m_todos->setFilter(text, false);
    });
    connect(m_window.get(), &ui::MainWindow::aboutToClose, this, [this] { m_todos->keepDraft(); });
}

void Workplace::start()
{
    m_window->setStatus(m_status, ui::phaseText(m_status));
    m_window->setOutboxCount(0, 0);
    m_window->show();
    m_engine.start();
}

void Workplace::shutDown()
{
    m_isEnding = true;
    m_todos->keepDraft();
    m_window->hide();
    m_engine.stop();
    connect(
        &m_engine, &sync::Engine::runEnded, this, &Workplace::endWhenIdle, Qt::QueuedConnection);
    connect(&m_network,
            &QNetworkAccessManager::finished,
            this,
            &Workplace::endWhenIdle,
            Qt::QueuedConnection);
    m_network.close();
    QMetaObject::invokeMethod(this, &Workplace::endWhenIdle, Qt::QueuedConnection);
}

void Workplace::endWhenIdle()
{
    if (m_isEnding && !m_engine.isRunning() && m_network.isIdle()) {
        m_isEnding = false;
        Q_EMIT ended();
    }
}

void Workplace::syncNow()
{
    m_engine.run(sync::RunMode::Incremental);
}

/// The session has ended on the server: a new one for the account that is open.
void Workplace::askPassword()
{
    bool isGiven = false;
    QString typed = QInputDialog::getText(m_window.get(),
                                          tr("Sign in again"),
                                          tr("Password of %1").arg(m_session.account.name),
                                          QLineEdit::Password,
                                          {},
                                          &isGiven);
    if (!isGiven || typed.isEmpty()) {
        return;
    }
    QByteArray bytes = typed.toUtf8();
    typed.fill(u'\0');
    auto secret = std::make_shared<crypto::SecureBytes>(QByteArrayView(bytes));
    bytes.fill('\0');
    m_client.signIn(m_session.account.unique, secret).then([this](const Result<Account> &account) {
        if (!account) {
            m_window->toast().show(ui::errorText(account.error()));
            return;
        }
        session::rememberToken(*m_session.store, m_client.token());
        syncNow();
    });
}

} // namespace andu::desktop
