// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/seal_design.h"
#include "core/seals/account_seal_book.h"
#include "program_driver.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "tests/ui/pdf/test_key.h"
#include "ui/form/form_view.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/seal_session.h"
#include "ui/todo/action_bar.h"
#include "ui/todo/conflict_view.h"
#include "ui/todo/files_panel.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <qcoro/qcorotask.h>

#include <csignal>

using namespace andu;
using tests::PatienceMs;
using tests::Secret;

/// Files, handwriting, phrases and conflicts of a todo, in the program a person starts.
class TodoTest : public tests::ProgramDriver
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void fileAddedOffline_reachesTheServer();
    void upload_isTakenBackWhileItGoesOut_data();
    void upload_isTakenBackWhileItGoesOut();
    void sealedPdf_goesBackAsNewVersion();
    void handwriting_goesOutWithTheDecision();
    void phrases_areKeptForEveryProgram();
    void conflict_isDecidedFieldByField();

private:
    [[nodiscard]] ui::TodoDetail &detail() { return m_program->workplace()->todos().detail(); }
    [[nodiscard]] WorkId work() { return detail().session()->work().id; }
    [[nodiscard]] QList<Attachment> serverFiles();
    [[nodiscard]] QByteArray serverBytes(const Attachment &file);
    [[nodiscard]] QString localFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] static ui::PdfWindow *pdfWindow();
    void waitUntilSent();
    /// The window as it is, in light and dark, to be looked at.
    void picture(const QString &name);
};

void TodoTest::picture(const QString &name)
{
    const QString folder = QStringLiteral(ANDU_SCREENS);
    QVERIFY(QDir().mkpath(folder));
    for (const ui::Scheme scheme : { ui::Scheme::Dark, ui::Scheme::Light }) {
        m_program->theme().setScheme(scheme);
        QTest::qWait(100);
        const QString tone = scheme == ui::Scheme::Dark ? u"dark"_s : u"light"_s;
        QVERIFY(m_program->workplace()->window().grab().save(folder + u"/todo-"_s + name + u'-'
                                                             + tone + u".png"_s));
    }
}

ui::PdfWindow *TodoTest::pdfWindow()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *each : windows) {
        if (auto *window = qobject_cast<ui::PdfWindow *>(each)) {
            return window;
        }
    }
    return nullptr;
}

QList<Attachment> TodoTest::serverFiles()
{
    return QCoro::waitFor(m_program->workplace()->client().attachmentsOf(work()))
        .value_or(QList<Attachment>());
}

QByteArray TodoTest::serverBytes(const Attachment &file)
{
    const auto download = QCoro::waitFor(
        m_program->workplace()->client().downloadAttachment(file.id, work(), false, 0));
    return download ? download->bytes : QByteArray();
}

QString TodoTest::localFile(const QString &name, const QByteArray &bytes)
{
    const QString path = m_place->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TodoTest::waitUntilSent()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().phase == sync::SyncPhase::Idle
                                 && m_program->workplace()->status().queued == 0,
                             PatienceMs);
}

void TodoTest::fileAddedOffline_reachesTheServer()
{
    signIn();
    openLeave();
    m_server->stop();
    auto *panel = detail().findChild<ui::FilesPanel *>();
    auto *list = widget<QListWidget>(u"fileList"_s);
    QCOMPARE(list->count(), 0);
    QVERIFY(widget<QToolButton>(u"addFile"_s)->isVisibleTo(panel));
    Q_EMIT panel->addWanted(u"proof"_s, { localFile(u"车票.txt"_s, "a ticket") });
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, PatienceMs);
    QVERIFY(list->item(0)->text().startsWith(u"车票.txt"_s));
    QVERIFY(list->item(0)->text().contains(u"queued"_s));
    widget<QTabBar>(u"detailTabs"_s)->setCurrentIndex(1);
    list->setCurrentRow(0);
    picture(u"files"_s);
    QVERIFY(m_server->start().has_value());
    Q_EMIT m_program->workplace()->window().syncWanted();
    QTRY_COMPARE_WITH_TIMEOUT(serverFiles().size(), 1, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!list->item(0)->text().contains(u"queued"_s)
                                 && !list->item(0)->text().contains(u"sending"_s),
                             PatienceMs);
    const QList<Attachment> files = serverFiles();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().site, u"proof"_s);
    QCOMPARE(serverBytes(files.first()), QByteArray("a ticket"));

    list->setCurrentRow(0);
    QVERIFY(widget<QToolButton>(u"removeFile"_s)->isVisibleTo(panel));
    Q_EMIT panel->removeWanted(files.first().id.text());
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 0, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(serverFiles().isEmpty(), PatienceMs);
}

void TodoTest::upload_isTakenBackWhileItGoesOut_data()
{
    QTest::addColumn<bool>("isServerLost");
    QTest::newRow("the server answers") << false;
    QTest::newRow("the server is lost, too") << true;
}

void TodoTest::upload_isTakenBackWhileItGoesOut()
{
    QFETCH(bool, isServerLost);
    signIn();
    openLeave();
    waitUntilSent();
    const auto pid = static_cast<pid_t>(m_server->processId());
    QSignalSpy progress(&m_program->workplace()->engine(), &sync::Engine::uploading);
    // Larger than what the sockets hold: it goes out a part and waits for the server.
    const QByteArray large(64 << 20, 'x');
    const QString path = localFile(u"large.bin"_s, large);
    QObject watcher;
    connect(&m_program->workplace()->engine(), &sync::Engine::uploading, &watcher, [pid] {
        ::kill(pid, SIGSTOP);
    });
    Q_EMIT detail().findChild<ui::FilesPanel *>()->addWanted(u"proof"_s, { path });
    const auto cancelButton = [this] {
        const QList<QPushButton *> buttons
            = m_program->workplace()->window().findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [](QPushButton *each) {
            return each->objectName().startsWith(u"cancelUpload/"_s);
        });
        return found == buttons.end() ? nullptr : *found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty() && cancelButton(), PatienceMs);
    cancelButton()->click();
    disconnect(&m_program->workplace()->engine(), &sync::Engine::uploading, &watcher, nullptr);
    if (isServerLost) {
        ::kill(pid, SIGKILL);
        m_server->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().phase == sync::SyncPhase::Offline,
                                 PatienceMs);
        QCOMPARE(m_program->workplace()->status().queued, 1);
        QVERIFY(m_server->start().has_value());
        Q_EMIT m_program->workplace()->window().syncWanted();
    } else {
        ::kill(pid, SIGCONT);
    }
    auto *list = widget<QListWidget>(u"fileList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 0, PatienceMs);
    waitUntilSent();
    QVERIFY(serverFiles().isEmpty());
    QCOMPARE(m_program->workplace()->status().attention, 0);
}

void TodoTest::sealedPdf_goesBackAsNewVersion()
{
    const QString password = test::makeKey(m_place->path(), u"云湖市政务服务和数据管理局"_s);
    QVERIFY(!password.isEmpty());
    signIn();
    openLeave();
    pdf::SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    pdf::StoredSeal seal;
    seal.name = u"公章"_s;
    seal.kind = u"round"_s;
    seal.sizeMm = QSizeF(42, 42);
    seal.picture = pdf::drawSeal(design).value_or(QImage());
    seals::AccountSealBook book(m_program->workplace()->store());
    QVERIFY(book.add(seal).has_value());
    const QByteArray letter = test::officialLetter(1);
    Q_EMIT detail().findChild<ui::FilesPanel *>()->addWanted(
        u"proof"_s, { localFile(u"notice.pdf"_s, letter) });
    auto *list = widget<QListWidget>(u"fileList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(serverFiles().size(), 1, PatienceMs);
    waitUntilSent();
    const Attachment before = serverFiles().first();

    list->setCurrentRow(0);
    widget<QToolButton>(u"openFile"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(pdfWindow(), PatienceMs);
    ui::PdfWindow *window = pdfWindow();
    QTRY_VERIFY_WITH_TIMEOUT(window->isComplete(), PatienceMs);
    window->findChild<QAction *>(u"seal"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QDialog *>(u"sealDialog"_s), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(
        window->findChild<QComboBox *>(u"sealChoice"_s)->currentText(), seal.name, PatienceMs);
    window->findChild<QLineEdit *>(u"keyPath"_s)->setText(m_place->filePath(u"signer.p12"_s));
    window->findChild<QLineEdit *>(u"keySecret"_s)->setText(password);
    window->findChild<QLineEdit *>(u"sealApprover"_s)->setText(u"周敏"_s);
    window->findChild<QPushButton *>(u"sealContinue"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(window->sealing().isPlacing(), PatienceMs);
    QTest::mouseClick(window->findChild<QPushButton *>(u"sealStripSecond"_s), Qt::LeftButton);
    auto *handOver = window->findChild<QPushButton *>(u"pendingStripSecond"_s);
    QTRY_VERIFY_WITH_TIMEOUT(handOver && handOver->isVisible(), PatienceMs);
    QTest::mouseClick(handOver, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QPushButton *>(u"putBack"_s), PatienceMs);
    window->findChild<QPushButton *>(u"putBack"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().queued == 0
                                 && serverFiles().size() == 1
                                 && serverFiles().first().sizeBytes > before.sizeBytes,
                             PatienceMs);
    const Attachment after = serverFiles().first();
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.name, u"notice.pdf"_s);
    const QByteArray sealed = serverBytes(after);
    QVERIFY(sealed.startsWith(letter));
    // The register leads from the use of the seal back to this todo.
    const auto uses = book.uses();
    QVERIFY(uses.has_value());
    QCOMPARE(uses->size(), 1);
    QCOMPARE(uses->first().job, m_job);
    QVERIFY(uses->first().approvalTitle.contains(u"吴昊年休假"_s));
    QCOMPARE(uses->first().digestAfter, pdf::digestOf(pdf::DigestKind::Sm3, sealed));
    window->close();
}

void TodoTest::handwriting_goesOutWithTheDecision()
{
    signIn();
    openLeave();
    QImage ink(60, 30, QImage::Format_ARGB32);
    ink.fill(Qt::black);
    Q_EMIT detail().findChild<ui::FormView *>()->inkMade(u"opinion"_s, ink);
    QVERIFY(widget<QWidget>(u"inkChip"_s)->isVisible());
    picture(u"handwriting"_s);
    closeAccount(); // Handwriting is part of the draft.
    openOffline(QString::fromLatin1(Secret));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace(), PatienceMs);
    openLeave();
    QVERIFY(widget<QWidget>(u"inkChip"_s)->isVisible());
    const WorkId id = work();
    clickRoute(u"同意"_s);
    const auto sites = [this, id] {
        QStringList found;
        const auto files = QCoro::waitFor(m_program->workplace()->client().attachmentsOf(id));
        for (const Attachment &file : files.value_or(QList<Attachment>())) {
            found.append(file.site);
        }
        return found;
    };
    QTRY_COMPARE_WITH_TIMEOUT(sites(), QStringList{ u"$mediaOpinion"_s }, PatienceMs);
    const auto decided = [this] {
        for (const Record &record : serverRecords()) {
            if (record.routeName == u"同意"_s) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(decided(), PatienceMs);
}

void TodoTest::phrases_areKeptForEveryProgram()
{
    signIn();
    openLeave();
    QTest::keyClicks(widget<QPlainTextEdit>(u"opinion"_s), u"as planned"_s);
    QMenu *menu = widget<QToolButton>(u"phrases"_s)->menu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Keep this text as a phrase"_s) {
            action->trigger();
        }
    }
    const auto onServer = [this] {
        const auto text = QCoro::waitFor(m_program->workplace()->client().personalText(u"idea"_s));
        const auto parsed = json::parse(text.value_or(QString()).toUtf8());
        return parsed ? json::texts(parsed->toObject(), "ideas"_L1) : QStringList();
    };
    QTest::qWait(200);
    Q_EMIT m_program->workplace()->window().syncWanted();
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), QStringList{ u"as planned"_s }, PatienceMs);
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().first()->text(), u"as planned"_s);
}

void TodoTest::conflict_isDecidedFieldByField()
{
    signIn();
    openLeave();
    const WorkId id = work();
    detail().session()->edit(u"reason"_s, u"mine"_s);
    detail().session()->edit(u"phone"_s, u"13900000000"_s);
    o2oa::Client &client = m_program->workplace()->client();
    QVERIFY(QCoro::waitFor(client.saveData(id, QJsonObject{ { u"reason"_s, u"theirs"_s } })));
    QTest::keyClicks(widget<QPlainTextEdit>(u"opinion"_s), u"fine"_s);
    clickRoute(u"同意"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->workplace()->status().attention, 1, PatienceMs);
    auto *view = widget<ui::ConflictView>(u"conflictView"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view->isVisible(), PatienceMs);
    QVERIFY(!view->isDecided());
    picture(u"conflict"_s);
    view->choose(u"reason"_s, ui::ConflictChoice::Mine);
    QVERIFY(view->isDecided());
    widget<QPushButton>(u"sendMerged"_s)->click();
    waitUntilSent();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->workplace()->status().attention, 0, PatienceMs);
    int found = 0;
    for (const Record &record : serverRecords()) {
        found += record.opinion == u"fine"_s ? 1 : 0;
    }
    QCOMPARE(found, 1);
    const auto opened = QCoro::waitFor(client.work(id));
    QVERIFY(opened && opened->item);
    QCOMPARE(opened->item->data.value("reason"_L1).toString(), u"mine"_s);
    QCOMPARE(opened->item->data.value("phone"_L1).toString(), u"13900000000"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    vault::registerPluginPath();
    TodoTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "todo_test.moc"
