// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workplace.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/outbox/outbox_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/toast.h"
#include "ui/text/error_text.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_page.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QSaveFile>
#include <QThreadPool>

#include <optional>

namespace andu::desktop {

Workplace::Workplace(session::Session session, ui::Theme &theme, QSettings &settings)
    : m_session(std::move(session))
    , m_theme(theme)
    , m_settings(settings)
    , m_client(m_network, m_session.endpoint)
    , m_engine(*m_session.store, m_client, m_clock)
    , m_commands(*m_session.store, m_clock)
    , m_window(std::make_unique<ui::MainWindow>(theme, settings))
{
    m_client.setToken(m_session.token);
    m_window->setPerson(m_session.account.name);
    addSections();
    connectSync();
}

Workplace::~Workplace()
{
    m_todos->keepDraft();
    m_engine.stop();
    m_window.reset(); // before the store that its pages read
}

void Workplace::addSections()
{
    m_todos
        = new ui::TodoPage(*m_session.store, m_commands, m_session.account, m_theme, m_settings);
    m_window->addSection(u"todo"_s, tr("To do"), u"todo"_s, m_todos);
    m_window->addSection(u"settings"_s,
                         tr("Settings"),
                         u"settings"_s,
                         new ui::SettingsPage(m_theme, m_settings),
                         true);
    m_outbox = new ui::OutboxPanel(*m_session.store, m_commands, m_theme);
    m_window->setOutboxPanel(m_outbox);
    connect(m_todos, &ui::TodoPage::todoCountChanged, this, [this](int count) {
        m_window->setBadge(u"todo"_s, count);
    });
    connect(m_todos, &ui::TodoPage::queued, this, [this](const IntentId &id, const QString &title) {
        m_window->toast().show(tr("In the outbox: %1").arg(title), tr("Undo"), [this, id] {
            whenDone(m_commands.discard(id), this, [this](const Result<void> &done) {
                if (!done) {
                    m_window->toast().show(ui::errorText(done.error()));
                }
            });
        });
    });
    connect(
        &m_todos->detail(), &ui::TodoDetail::attachmentWanted, this, &Workplace::saveAttachment);
    connect(m_outbox, &ui::OutboxPanel::closed, this, [this] { m_window->toggleOutbox(false); });
    connect(m_outbox, &ui::OutboxPanel::todoWanted, this, [this](const TaskId &task) {
        m_window->toggleOutbox(false);
        m_window->showSection(u"todo"_s);
        m_todos->reveal(TodoBox::Task, task);
    });
    connect(m_outbox, &ui::OutboxPanel::syncWanted, this, &Workplace::syncNow);
    connect(m_outbox, &ui::OutboxPanel::failed, this, [this](const QString &text) {
        m_window->toast().show(text);
    });
    connect(
        m_outbox, &ui::OutboxPanel::countsChanged, m_window.get(), &ui::MainWindow::setOutboxCount);
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

void Workplace::saveAttachment(const Attachment &attachment)
{
    if (!attachment.isDownloaded) {
        m_window->toast().show(tr("This file has not been synced to this computer yet."));
        return;
    }
    // The name comes from the server: only its last part, and nothing that hides it.
    QString name = attachment.name.section(u'/', -1).section(u'\\', -1);
    name.remove(QChar(u'\0'));
    while (name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    const QString path = QFileDialog::getSaveFileName(m_window.get(), tr("Save the file"), name);
    if (path.isEmpty()) {
        return;
    }
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(promise->future(), this, [this](const Result<void> &done) {
        m_window->toast().show(done ? tr("The file was saved.") : ui::errorText(done.error()));
    });
    vault::BlobStore &blobs = m_session.store->blobs();
    QThreadPool::globalInstance()->start([promise, path, &blobs, key = attachment.blobKey()] {
        const auto content = blobs.read(key);
        QSaveFile file(path);
        Result<void> result;
        if (!content) {
            result = tl::unexpected<Error>(content.error());
        } else if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size()
                   || !file.commit()) {
            result = fail(ErrorCode::Storage, file.errorString());
        }
        promise->addResult(result);
        promise->finish();
    });
}

} // namespace andu::desktop
