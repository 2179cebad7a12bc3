// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/seal_design.h"
#include "screens.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "tests/ui/pdf/test_key.h"
#include "tests/ui/pdf/test_tsa.h"
#include "ui/pdf/batch_dialog.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using test::chooseLanguage;
using test::screenPath;

namespace {

constexpr int PatienceMs = 60000;

pdf::StoredSeal theSeal()
{
    pdf::SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    pdf::StoredSeal seal;
    seal.name = u"公章"_s;
    seal.kind = u"round"_s;
    seal.sizeMm = design.sizeMm;
    seal.picture = pdf::drawSeal(design).value_or(QImage());
    return seal;
}

} // namespace

/// Many files at once: sealed, verified, asked for their passwords.
class BatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { chooseLanguage(); }
    void init();
    void cleanup();
    void batch_sealsAndStartsAgain();
    void batch_isMadeForTheArchive();
    void batch_verifies();
    void batch_asksForPasswordsOnce();
    void screens();

private:
    [[nodiscard]] QStringList letters(int count);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    ui::SealOffice m_office;
};

void BatchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_office = {};
    m_office.book = std::make_shared<pdf::FileSealBook>(m_folder->filePath(u"cabinet"_s),
                                                        m_folder->filePath(u"register.jsonl"_s));
}

void BatchTest::cleanup()
{
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

QStringList BatchTest::letters(int count)
{
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(m_folder->filePath(u"letter%1.pdf"_s.arg(i)));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(test::officialLetter(1));
            paths.append(file.fileName());
        }
    }
    return paths;
}

void BatchTest::batch_sealsAndStartsAgain()
{
    const QString password = test::makeKey(m_folder->path(), u"云湖市政务服务和数据管理局"_s);
    QVERIFY(!password.isEmpty());
    QStringList files = letters(3);
    QFile broken(m_folder->filePath(u"broken.pdf"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no pdf");
    broken.close();
    files.append(broken.fileName());
    ui::SealPlan plan;
    const pdf::StoredSeal seal = theSeal();
    plan.look = { pdf::Picture(seal.picture), seal.sizeMm, {} };
    plan.rule = ui::PlaceRule::NameAndDate;
    plan.words = u"云湖市政务服务和数据管理局"_s;
    plan.key.path = m_folder->filePath(u"signer.p12"_s);
    plan.key.secret
        = std::make_shared<const crypto::SecureBytes>(QByteArrayView(password.toUtf8()));
    ui::BatchDialog dialog(ui::BatchMode::Seal, m_office, *m_settings, *m_theme);
    const QString target = m_folder->filePath(u"sealed"_s);
    dialog.addFiles(files);
    dialog.setTarget(target);
    dialog.setPlan(plan);
    dialog.show();
    QSignalSpy finished(&dialog.job(), &ui::BatchJob::finished);
    auto *start = dialog.findChild<QPushButton *>(u"batchStart"_s);
    auto *table = dialog.findChild<QTableWidget *>(u"batchFiles"_s);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, PatienceMs);
    QCOMPARE(finished.first().first().toString(), QString());
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(table->item(row, 1)->text(), u"Sealed"_s);
        QFile sealed(target + u"/letter%1.pdf"_s.arg(row));
        QFile source(files.at(row));
        QVERIFY(sealed.open(QIODevice::ReadOnly) && source.open(QIODevice::ReadOnly));
        const QByteArray before = source.readAll();
        QVERIFY(sealed.size() > before.size());
        QCOMPARE(sealed.read(before.size()), before);
    }
    QVERIFY(table->item(3, 1)->text().contains(u"damaged"_s));
    QVERIFY(!QFile::exists(target + u"/broken.pdf"_s));
    dialog.grab().save(screenPath(u"batch"_s));
    // Started again: what is there is left alone, what is missing is made.
    QVERIFY(QFile::remove(target + u"/letter1.pdf"_s));
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, PatienceMs);
    QVERIFY(table->item(0, 1)->text().contains(u"before"_s));
    QCOMPARE(table->item(1, 1)->text(), u"Sealed"_s);
}

void BatchTest::batch_isMadeForTheArchive()
{
    const QString password = test::makeKey(m_folder->path(), u"云湖市政务服务和数据管理局"_s);
    QVERIFY(!password.isEmpty());
    test::TestTsa tsa(m_folder->path());
    QVERIFY(!tsa.address().isEmpty());
    ui::SealPlan plan;
    plan.seal = theSeal();
    plan.look = { pdf::Picture(plan.seal->picture), plan.seal->sizeMm, {} };
    plan.approval.number = u"YS-1"_s;
    plan.level = ui::SignatureLevel::Archive;
    plan.timestampUrl = tsa.address();
    plan.key.path = m_folder->filePath(u"signer.p12"_s);
    plan.key.secret
        = std::make_shared<const crypto::SecureBytes>(QByteArrayView(password.toUtf8()));
    QVERIFY(QDir().mkpath(m_folder->filePath(u"sealed"_s)));
    ui::BatchJob job;
    QSignalSpy done(&job, &ui::BatchJob::fileDone);
    const auto result = [&done](int at) { return done.at(at).at(1).value<ui::BatchResult>(); };
    job.seal({ { letters(1).first(), {} } }, m_folder->filePath(u"sealed"_s), plan, m_office);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, PatienceMs);
    QVERIFY(result(0).state == ui::BatchState::Done && !result(0).error);
    QTRY_VERIFY(!job.isRunning());
    QFile sealed(m_folder->filePath(u"sealed/letter0.pdf"_s));
    QVERIFY(sealed.open(QIODevice::ReadOnly));
    const QByteArray bytes = sealed.readAll();
    QVERIFY(bytes.contains("/DSS") && bytes.contains("/DocTimeStamp"));
    QCOMPARE(m_office.book->uses()->size(), 1);
    // A server that fails costs the time stamp of the signature: nothing is written at all.
    tsa.setManner(test::TestTsa::Manner::TalksNonsense);
    QVERIFY(sealed.remove());
    job.seal({ { letters(1).first(), {} } }, m_folder->filePath(u"sealed"_s), plan, m_office);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 2, PatienceMs);
    QVERIFY(result(1).state == ui::BatchState::Failed);
    QVERIFY(!QFile::exists(sealed.fileName()));
    QCOMPARE(m_office.book->uses()->size(), 1);
    QTRY_VERIFY(!job.isRunning());
}

void BatchTest::batch_verifies()
{
    ui::BatchDialog dialog(ui::BatchMode::Verify, m_office, *m_settings, *m_theme);
    QCOMPARE(letters(2).size(), 2);
    dialog.addFolder(m_folder->path());
    dialog.show();
    QSignalSpy finished(&dialog.job(), &ui::BatchJob::finished);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"batchStart"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, PatienceMs);
    auto *table = dialog.findChild<QTableWidget *>(u"batchFiles"_s);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 1)->text(), u"Not signed"_s);
}

void BatchTest::batch_asksForPasswordsOnce()
{
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    };
    const QByteArray letter = test::officialLetter(1);
    const QStringList files{ write(u"a.pdf"_s, test::encrypted(letter, u"one"_s)),
                             write(u"b.pdf"_s, letter),
                             write(u"c.pdf"_s, test::encrypted(letter, u"two"_s)) };
    ui::BatchDialog dialog(ui::BatchMode::Verify, m_office, *m_settings, *m_theme);
    dialog.addFiles(files);
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"batchStart"_s), Qt::LeftButton);
    auto *password = dialog.findChild<QLineEdit *>(u"batchPassword"_s);
    auto *asks = dialog.findChild<QLabel *>(u"batchPasswordText"_s);
    auto *table = dialog.findChild<QTableWidget *>(u"batchFiles"_s);
    const auto result = [table](int row) { return table->item(row, 1)->text(); };
    QTRY_VERIFY_WITH_TIMEOUT(password->isVisible(), PatienceMs);
    QCOMPARE(result(1), u"Not signed"_s); // those that need none are done
    QVERIFY(asks->text().startsWith(u"a.pdf"_s));
    QTest::keyClicks(password, u"wrong"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY(asks->text().startsWith(u"c.pdf"_s));
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"batchPasswordSkip"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(result(0).contains(u"does not open"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(password->isVisible(), PatienceMs);
    QVERIFY(asks->text().startsWith(u"a.pdf"_s));
    QTest::keyClicks(password, u"one"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(result(0), u"Not signed"_s, PatienceMs);
    QVERIFY(result(2).startsWith(u"Skipped"_s));
    QVERIFY(!password->isVisible());
}

void BatchTest::screens()
{
    ui::BatchDialog dialog(ui::BatchMode::Verify, m_office, *m_settings, *m_theme);
    dialog.addFiles(letters(4));
    QFile file(m_folder->filePath(u"机密.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(test::encrypted(test::officialLetter(1), u"one"_s));
    file.close();
    dialog.addFiles({ file.fileName() });
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"batchStart"_s), Qt::LeftButton);
    auto *password = dialog.findChild<QLineEdit *>(u"batchPassword"_s);
    QTRY_VERIFY_WITH_TIMEOUT(password->isVisible(), PatienceMs);
    dialog.grab().save(screenPath(u"batch_password"_s));
}

QTEST_MAIN(BatchTest)
#include "batch_test.moc"
