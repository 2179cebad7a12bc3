// SPDX-License-Identifier: GPL-3.0-or-later
#include "program_driver.h"

#include "core/base/literals.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_page.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <qcoro/qcorotask.h>

namespace andu::tests {

namespace {

QString titleOfLeave()
{
    return u"吴昊年休假申请"_s;
}

} // namespace

void ProgramDriver::begin()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<desktop::DemoServer>(m_place->filePath(u"office"_s),
                                                     QStringLiteral(ANDU_BIN));
    QVERIFY(m_server->start().has_value());
    startProgram();
}

void ProgramDriver::end()
{
    closeAccount();
    m_program.reset();
    m_server.reset();
    m_place.reset();
}

void ProgramDriver::startProgram()
{
    desktop::StartOptions options;
    options.profile = m_place->filePath(u"profile"_s);
    options.server = m_server->url();
    options.user = u"zhoumin"_s;
    options.language = u"en"_s;
    options.scheme = u"light"_s;
    m_program = std::make_unique<desktop::Application>(options);
    m_program->start();
}

void ProgramDriver::signIn(const QString &password)
{
    m_program->signInPage()->setHasKeychain(false);
    QTest::keyClicks(widget<QLineEdit>(u"password"_s), password);
    QTest::keyClicks(widget<QLineEdit>(u"passphrase"_s), QString::fromLatin1(Secret));
    QTest::mouseClick(widget<QPushButton>(u"signIn"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->workplace()->status().phase == sync::SyncPhase::Idle
                                 && m_program->workplace()->status().lastPullUtc.isValid(),
                             PatienceMs);
}

void ProgramDriver::closeAccount()
{
    m_program->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_program->isClosing(), PatienceMs);
}

void ProgramDriver::openOffline(const QString &passphrase)
{
    QTest::keyClicks(widget<QLineEdit>(u"unlock"_s), passphrase);
    QTest::mouseClick(widget<QPushButton>(u"openOffline"_s), Qt::LeftButton);
}

void ProgramDriver::openLeave()
{
    auto *list = widget<QListView>(u"todoList"_s);
    const auto rowOfLeave = [list] {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString().contains(titleOfLeave())) {
                return index;
            }
        }
        return QModelIndex();
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOfLeave().isValid(), PatienceMs);
    list->setCurrentIndex(rowOfLeave());
    const ui::TodoDetail &detail = m_program->workplace()->todos().detail();
    QTRY_VERIFY_WITH_TIMEOUT(detail.session() && detail.task()
                                 && detail.task()->title.contains(titleOfLeave()),
                             PatienceMs);
    m_job = detail.task()->job.text();
}

void ProgramDriver::clickRoute(const QString &name)
{
    auto *button = widget<QPushButton>(u"route/"_s + name);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
}

QList<Record> ProgramDriver::serverRecords()
{
    const auto records
        = QCoro::waitFor(m_program->workplace()->client().recordsOfJob(JobId::of(m_job)));
    return records.value_or(QList<Record>());
}

} // namespace andu::tests
