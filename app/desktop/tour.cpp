// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour.h"

#include "core/base/literals.h"
#include "core/store/todo_repository.h"
#include "ui/todo/files_panel.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_page.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>
#include <qcoro/qcorofuture.h>
#include <qcoro/qcorosignal.h>

#include <cstdio>

namespace andu::desktop {

namespace {

constexpr int PatienceMs = 60000;
constexpr auto FileName = "返程车票.txt";
constexpr auto Opinion = "同意。年休假期间收文登记由孙丽负责。";

} // namespace

Tour::Tour(Application &application, DemoServer &server, QString directory)
    : m_application(application)
    , m_server(server)
    , m_directory(std::move(directory))
{ }

void Tour::start()
{
    QDir().mkpath(m_directory);
    walk().then([this](bool isDone) {
        tell(isDone ? u"done"_s : u"FAILED"_s);
        QFile file(m_directory + u"/summary.txt"_s);
        if (!file.open(QIODevice::WriteOnly)) {
            isDone = false;
        }
        file.write(m_lines.join(u'\n').toUtf8() + '\n');
        Q_EMIT finished(isDone);
    });
}

QCoro::Task<bool> Tour::walk()
{
    const bool isIn = co_await signIn();
    if (!isIn) {
        co_return false;
    }
    const bool isRead = co_await readTodo();
    if (!isRead) {
        co_return false;
    }
    const bool isApproved = co_await approveOffline();
    if (!isApproved) {
        co_return false;
    }
    const bool isBack = co_await reopen();
    if (!isBack) {
        co_return false;
    }
    const bool isDelivered = co_await deliver();
    if (!isDelivered) {
        co_return false;
    }
    co_return co_await askServer();
}

QCoro::Task<bool> Tour::signIn()
{
    m_application.start();
    co_await pause(300);
    auto *page = m_application.signInPage();
    find<QLineEdit>(u"password"_s)->setText(u"Yunhu2026"_s);
    auto *passphrase = find<QLineEdit>(u"passphrase"_s);
    if (passphrase->isVisible()) {
        passphrase->setText(u"demo passphrase"_s);
    }
    picture(u"sign-in"_s);
    if (!passphrase->isVisible()) {
        page->setHasKeychain(false);
        passphrase->setText(u"demo passphrase"_s);
    }
    find<QPushButton>(u"signIn"_s)->click();
    tell(u"signed in to "_s + m_server.url().toString() + u" as zhoumin"_s);
    co_return co_await until(u"first sync"_s, [this] {
        const Workplace *workplace = m_application.workplace();
        return workplace && workplace->status().phase == sync::SyncPhase::Idle
            && workplace->status().lastPullUtc.isValid();
    });
}

QCoro::Task<bool> Tour::readTodo()
{
    co_await pause(500);
    picture(u"todos"_s);
    store::Store &store = m_application.workplace()->store();
    const QFuture<Result<QList<Task>>> reading = store.read<QList<Task>>(
        [](store::Connection &connection) { return store::TodoRepository(connection).list({}); });
    const Result<QList<Task>> tasks = co_await reading;
    if (!tasks) {
        co_return false;
    }
    for (const Task &task : *tasks) {
        if (task.title.contains(u"吴昊年休假"_s)) {
            m_task = task.id;
            m_job = task.job.text();
        }
    }
    tell(u"synced "_s + QString::number(tasks->size()) + u" todos into the encrypted store"_s);
    if (m_task.isNull()) {
        tell(u"the leave todo of the sample office is missing"_s);
        co_return false;
    }
    m_application.workplace()->todos().reveal(TodoBox::Task, m_task);
    const bool isOpen = co_await until(u"the leave form"_s, [this] {
        const ui::TodoDetail &detail = m_application.workplace()->todos().detail();
        return detail.task() && detail.task()->id == m_task && detail.session();
    });
    co_await pause(300);
    picture(u"form"_s);
    co_return isOpen;
}

QCoro::Task<bool> Tour::approveOffline()
{
    m_server.stop();
    tell(u"stopped the server"_s);
    Q_EMIT m_application.workplace()->window().syncWanted();
    const bool isOffline = co_await until(u"the offline mark"_s, [this] {
        return m_application.workplace()->status().phase == sync::SyncPhase::Offline;
    });
    if (!isOffline) {
        co_return false;
    }
    auto *opinion = find<QPlainTextEdit>(u"opinion"_s);
    QPushButton *back = nullptr;
    QPushButton *agree = nullptr;
    for (QPushButton *button : m_application.workplace()->window().findChildren<QPushButton *>()) {
        if (button->objectName().startsWith(u"route/退回"_s)) {
            back = button;
        } else if (button->objectName() == u"route/同意"_s) {
            agree = button;
        }
    }
    if (!agree || !opinion) {
        tell(u"the route 同意 is missing"_s);
        co_return false;
    }
    if (back) {
        back->click(); // wants an opinion: the rule is shown, nothing is sent
        co_await pause(200);
        picture(u"rule-not-met"_s);
        tell(u"sending back without an opinion was refused by the form: "_s
             + find<QLabel>(u"errorText"_s)->text());
    }
    const bool isAttached = co_await attachOffline();
    if (!isAttached) {
        co_return false;
    }
    opinion->setPlainText(QString::fromUtf8(Opinion));
    opinion->setFocus();
    co_await pause(200);
    picture(u"opinion-offline"_s);
    agree->click();
    const bool isQueued = co_await until(u"the queued mark"_s, [this] {
        return find<QPushButton>(u"outboxButton"_s)->text().endsWith(u"2"_s);
    });
    co_await pause(300);
    picture(u"queued"_s);
    m_application.workplace()->window().toggleOutbox(true);
    co_await pause(300);
    picture(u"outbox-offline"_s);
    tell(u"approved with the route 同意; the intent is in the outbox"_s);
    co_return isQueued;
}

QCoro::Task<bool> Tour::attachOffline()
{
    const QString path = m_directory + u'/' + QString::fromUtf8(FileName);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("G1023\n") < 0) {
        co_return false;
    }
    file.close();
    ui::TodoDetail &detail = m_application.workplace()->todos().detail();
    m_work = detail.session()->work().id;
    Q_EMIT detail.findChild<ui::FilesPanel *>()->addWanted(u"proof"_s, { path });
    const bool isThere = co_await until(
        u"the file"_s, [this] { return find<QListWidget>(u"fileList"_s)->count() == 1; });
    find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(1);
    co_await pause(300);
    picture(u"file-offline"_s);
    find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(0);
    tell(u"added a file to the todo; it goes out before the decision"_s);
    co_return isThere;
}

QCoro::Task<bool> Tour::reopen()
{
    m_application.close();
    const bool isClosed
        = co_await until(u"the account put away"_s, [this] { return !m_application.isClosing(); });
    if (!isClosed) {
        co_return false;
    }
    co_await pause(300);
    picture(u"account-closed"_s);
    find<QLineEdit>(u"unlock"_s)->setText(u"demo passphrase"_s);
    find<QPushButton>(u"openOffline"_s)->click();
    const bool isOpen = co_await until(u"the account opened offline"_s,
                                       [this] { return m_application.workplace() != nullptr; });
    co_await pause(800);
    picture(u"opened-offline"_s);
    tell(u"closed the account and opened it again without the server"_s);
    co_return isOpen;
}

QCoro::Task<bool> Tour::deliver()
{
    const auto url = m_server.start();
    if (!url) {
        tell(url.error().detail);
        co_return false;
    }
    tell(u"started the server again"_s);
    Q_EMIT m_application.workplace()->window().syncWanted();
    const bool isDelivered = co_await until(u"the delivery"_s, [this] {
        const sync::SyncStatus &status = m_application.workplace()->status();
        return status.phase == sync::SyncPhase::Idle && status.queued == 0 && status.attention == 0
            && status.lastPullUtc.isValid();
    });
    m_application.workplace()->window().toggleOutbox(true);
    co_await pause(400);
    picture(u"delivered"_s);
    m_application.workplace()->window().toggleOutbox(false);
    m_application.workplace()->todos().reveal(TodoBox::TaskCompleted, {});
    co_await pause(600);
    picture(u"done-list"_s);
    for (const QString &section : { u"seal"_s, u"settings"_s, u"todo"_s }) {
        m_application.workplace()->window().showSection(section);
        co_await pause(500);
        if (section != u"todo"_s) {
            picture(section);
        }
    }
    m_application.theme().setScheme(ui::Scheme::Dark);
    m_application.workplace()->todos().reveal(TodoBox::Task, {});
    co_await pause(600);
    picture(u"dark"_s);
    co_return isDelivered;
}

QCoro::Task<bool> Tour::askServer()
{
    o2oa::Client &client = m_application.workplace()->client();
    const Result<QList<Record>> records = co_await client.recordsOfJob(JobId::of(m_job));
    if (!records) {
        tell(u"the server's records could not be read"_s);
        co_return false;
    }
    int found = 0;
    tell(u"the server's records of the job:"_s);
    for (const Record &record : *records) {
        tell(u"  "_s + record.activityName + u" | "_s + nameOf(record.person) + u" | "_s
             + record.routeName + u" | "_s + record.opinion);
        found += record.opinion == QString::fromUtf8(Opinion) ? 1 : 0;
    }
    tell(u"the opinion typed offline is there "_s + QString::number(found) + u" time(s)"_s);
    const Result<QList<Attachment>> files = co_await client.attachmentsOf(m_work);
    const bool hasFile
        = files && files->size() == 1 && files->first().name == QString::fromUtf8(FileName);
    tell(hasFile ? u"the file added offline is on the server"_s : u"the file is missing"_s);
    co_return found == 1 && hasFile;
}

QCoro::Task<bool> Tour::until(QString what, std::function<bool()> holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > PatienceMs) {
            tell(u"waited in vain for: "_s + what);
            co_return false;
        }
        co_await pause(50);
    }
    co_return true;
}

QCoro::Task<void> Tour::pause(int milliseconds)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(milliseconds);
    co_await qCoro(&timer, &QTimer::timeout);
}

void Tour::picture(const QString &name)
{
    QWidget *window = m_application.signInPage();
    if (m_application.workplace()) {
        window = &m_application.workplace()->window();
    }
    const QString file = u"%1-%2.png"_s.arg(++m_pictures, 2, 10, QChar(u'0')).arg(name);
    if (!window->grab().save(m_directory + u'/' + file)) {
        tell(u"could not save "_s + file);
    }
    tell(u"picture "_s + file);
}

void Tour::tell(const QString &line)
{
    m_lines.append(line);
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

template <typename Widget>
Widget *Tour::find(const QString &name) const
{
    QWidget *window = m_application.signInPage();
    if (m_application.workplace()) {
        window = &m_application.workplace()->window();
    }
    return window->findChild<Widget *>(name);
}

} // namespace andu::desktop
