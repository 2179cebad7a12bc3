// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "program_driver.h"
#include "ui/shell/toast.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <qcoro/qcorotask.h>

using namespace andu;
using tests::PatienceMs;
using tests::Secret;

class LoopTest : public tests::ProgramDriver
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void signIn_saysWhatIsWrong_data();
    void signIn_saysWhatIsWrong();
    void approvalOffline_reachesTheServerOnce();
    void opinionTyped_survivesClosingTheAccount();
    void undo_takesTheApprovalBack();
    void readTodo_isConfirmed();
    void wrongPassphrase_opensNothing();
};

void LoopTest::signIn_saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong password") << QString() << u"not it"_s << u"password"_s;
    QTest::newRow("nobody there") << u"http://127.0.0.1:1"_s << u"Yunhu2026"_s << u"reached"_s;
    QTest::newRow("no password") << QString() << QString() << u"fill in"_s;
}

void LoopTest::signIn_saysWhatIsWrong()
{
    QFETCH(QString, server);
    QFETCH(QString, password);
    QFETCH(QString, said);
    if (!server.isEmpty()) {
        m_program->signInPage()->setServer(server);
    }
    m_program->signInPage()->setHasKeychain(false);
    QTest::keyClicks(widget<QLineEdit>(u"password"_s), password);
    QTest::keyClicks(widget<QLineEdit>(u"passphrase"_s), QString::fromLatin1(Secret));
    QTest::keyClick(widget<QLineEdit>(u"passphrase"_s), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QLabel>(u"signInError"_s)->text().contains(said), PatienceMs);
    QVERIFY(!m_program->workplace());
    QVERIFY(widget<QPushButton>(u"signIn"_s)->isEnabled());
}

void LoopTest::approvalOffline_reachesTheServerOnce()
{
    signIn();
    openLeave();
    m_server->stop();
    QTest::keyClicks(widget<QPlainTextEdit>(u"opinion"_s), u"approved without a network"_s);
    clickRoute(u"同意"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().phase == sync::SyncPhase::Offline,
                             PatienceMs);
    QCOMPARE(m_program->workplace()->status().queued, 1);

    closeAccount(); // another run of the program, still without a server
    openOffline(QString::fromLatin1(Secret));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace(), PatienceMs);
    QVERIFY(m_server->start().has_value());
    Q_EMIT m_program->workplace()->window().syncWanted();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().phase == sync::SyncPhase::Idle
                                 && m_program->workplace()->status().queued == 0
                                 && m_program->workplace()->status().lastPullUtc.isValid(),
                             PatienceMs);
    int found = 0;
    for (const Record &record : serverRecords()) {
        found += record.opinion == u"approved without a network"_s ? 1 : 0;
    }
    QCOMPARE(found, 1);
}

void LoopTest::opinionTyped_survivesClosingTheAccount()
{
    signIn();
    openLeave();
    QTest::keyClicks(widget<QPlainTextEdit>(u"opinion"_s), u"half a sentence"_s);
    closeAccount();
    openOffline(QString::fromLatin1(Secret));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace(), PatienceMs);
    openLeave();
    QCOMPARE(widget<QPlainTextEdit>(u"opinion"_s)->toPlainText(), u"half a sentence"_s);
}

void LoopTest::undo_takesTheApprovalBack()
{
    signIn();
    openLeave();
    m_server->stop();
    QTest::keyClicks(widget<QPlainTextEdit>(u"opinion"_s), u"too fast"_s);
    clickRoute(u"同意"_s);
    auto *undo = widget<QPushButton>(u"toastAction"_s);
    QVERIFY(undo);
    QTRY_VERIFY_WITH_TIMEOUT(undo->isVisible(), PatienceMs);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->workplace()->status().queued, 0, PatienceMs);
    openLeave();
    QTRY_VERIFY_WITH_TIMEOUT(widget<QPlainTextEdit>(u"opinion"_s)->isVisible(), PatienceMs);
    QCOMPARE(widget<QPlainTextEdit>(u"opinion"_s)->toPlainText(), u"too fast"_s);
}

void LoopTest::readTodo_isConfirmed()
{
    signIn();
    widget<QTabBar>(u"boxes"_s)->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QPushButton>(u"confirmRead"_s), PatienceMs);
    const QString title = m_program->workplace()->todos().detail().task()->title;
    QTest::mouseClick(widget<QPushButton>(u"confirmRead"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().phase == sync::SyncPhase::Idle
                                 && m_program->workplace()->status().queued == 0,
                             PatienceMs);
    auto *list = widget<QListView>(u"todoList"_s);
    widget<QTabBar>(u"boxes"_s)->setCurrentIndex(3);
    QTRY_VERIFY_WITH_TIMEOUT(
        list->model()
                ->match(list->model()->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchContains)
                .size()
            == 1,
        PatienceMs);
}

void LoopTest::wrongPassphrase_opensNothing()
{
    signIn();
    closeAccount();
    openOffline(u"something else"_s);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QLabel>(u"signInError"_s)->text().contains(u"passphrase"_s),
                             PatienceMs);
    QVERIFY(!m_program->workplace());
    openOffline(QString::fromLatin1(Secret));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace(), PatienceMs);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    vault::registerPluginPath();
    LoopTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "loop_test.moc"
