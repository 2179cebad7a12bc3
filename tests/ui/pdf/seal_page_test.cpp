// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/seal_design.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "tests/ui/pdf/test_key.h"
#include "ui/pdf/batch_dialog.h"
#include "ui/seal/seal_list_model.h"
#include "ui/seal/seal_page.h"
#include "ui/seal/seal_use_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace andu;

namespace {

/// Where a picture for looking at goes.
QString screenPath(const QString &name)
{
    QDir().mkpath(QStringLiteral(ANDU_SCREENS "/pdf"));
    return QStringLiteral(ANDU_SCREENS "/pdf/") + name + qEnvironmentVariable("ANDU_SCREEN_SUFFIX")
        + u".png"_s;
}

/// Pictures in another language are made by running the screens alone.
void chooseLanguage()
{
    static QTranslator words;
    const QString name = qEnvironmentVariable("ANDU_SCREEN_LANGUAGE");
    if (!name.isEmpty() && words.load(u":/i18n/andu_"_s + name + u".qm"_s)) {
        QCoreApplication::installTranslator(&words);
    }
}

constexpr int PatienceMs = 60000;

pdf::StoredSeal sealOf(const QString &name, const QString &row, double mm)
{
    pdf::SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    design.row = row;
    design.sizeMm = QSizeF(mm, mm);
    pdf::StoredSeal seal;
    seal.name = name;
    seal.kind = u"round"_s;
    seal.sizeMm = design.sizeMm;
    seal.picture = pdf::drawSeal(design).value_or(QImage());
    seal.custodian = u"孙丽"_s;
    return seal;
}

} // namespace

/// The section with cabinet and register, and batches.
class SealPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { chooseLanguage(); }
    void init();
    void cleanup();
    void cabinet_showsSealsAndValidity();
    void addedSeal_isKept();
    void register_isFilteredAndItsChainJudged();
    void csv_isNoFormula();
    void batch_sealsAndStartsAgain();
    void batch_verifies();
    void screens();

private:
    void fillOffice();
    void show();
    [[nodiscard]] QStringList letters(int count);
    template <typename Widget>
    [[nodiscard]] Widget *widget(const QString &name)
    {
        return m_page->findChild<Widget *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Theme> m_theme;
    ui::SealOffice m_office;
    std::unique_ptr<ui::SealPage> m_page;
};

void SealPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_office = {};
    m_office.cabinetFolder = m_folder->filePath(u"cabinet"_s);
    m_office.registerPath = m_folder->filePath(u"register.jsonl"_s);
    m_office.operatorName = u"孙丽"_s;
}

void SealPageTest::cleanup()
{
    m_page.reset();
    m_theme.reset();
    m_folder.reset();
}

void SealPageTest::fillOffice()
{
    QVERIFY(QDir().mkpath(m_office.cabinetFolder));
    const pdf::SealCabinet cabinet(m_office.cabinetFolder);
    pdf::StoredSeal official = sealOf(u"公章"_s, {}, 42);
    official.perDay = 20;
    QVERIFY(cabinet.add(official).has_value());
    QVERIFY(cabinet.add(sealOf(u"合同专用章"_s, u"合同专用章"_s, 40)).has_value());
    pdf::StoredSeal old = sealOf(u"办公室章"_s, u"办公室"_s, 38);
    old.validUntilUtc = QDateTime::currentDateTimeUtc().addDays(-3);
    QVERIFY(cabinet.add(old).has_value());
    const pdf::SealRegister book(m_office.registerPath);
    for (int i = 0; i < 6; ++i) {
        pdf::SealUse use;
        use.timeUtc = QDateTime::currentDateTimeUtc().addDays(i == 0 ? -90 : -i);
        use.seal = i % 2 == 0 ? u"公章"_s : u"合同专用章"_s;
        use.documentTitle = u"关于开展政务数据质量专项治理行动的通知"_s;
        use.copies = 42;
        use.pages = 3;
        use.isSeam = i == 2;
        use.applicant = u"吴昊"_s;
        use.approver = u"林晓燕"_s;
        use.approval = u"YS-%1"_s.arg(i);
        use.operatorName = m_office.operatorName;
        use.digestBefore = QByteArray(32, char(i));
        use.digestAfter = QByteArray(32, char(i + 100));
        QVERIFY(book.append(use, {}).has_value());
    }
}

void SealPageTest::show()
{
    m_page = std::make_unique<ui::SealPage>(m_office, ui::TrustSettings(), *m_theme);
    QSignalSpy loaded(m_page.get(), &ui::SealPage::loaded);
    m_page->resize(1368, 852);
    m_page->show();
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, PatienceMs);
}

QStringList SealPageTest::letters(int count)
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

void SealPageTest::cabinet_showsSealsAndValidity()
{
    fillOffice();
    show();
    auto *cards = widget<QListView>(u"sealCards"_s);
    const QAbstractItemModelTester tester(cards->model());
    QCOMPARE(cards->model()->rowCount(), 3);
    QSignalSpy wanted(m_page.get(), &ui::SealPage::sealWanted);
    for (int row = 0; row < 3; ++row) {
        cards->setCurrentIndex(cards->model()->index(row, 0));
        const QString name = cards->currentIndex().data().toString();
        QCOMPARE(widget<QLabel>(u"sealName"_s)->text(), name);
        QCOMPARE(widget<QPushButton>(u"sealUse"_s)->isEnabled(), name != u"办公室章"_s);
        if (name == u"公章"_s) {
            QTest::mouseClick(widget<QPushButton>(u"sealUse"_s), Qt::LeftButton);
        }
    }
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), u"公章"_s);
}

void SealPageTest::addedSeal_isKept()
{
    show();
    QVERIFY(widget<QLabel>(u"sealsEmpty"_s)->isVisible());
    QTest::mouseClick(widget<QPushButton>(u"sealAdd"_s), Qt::LeftButton);
    QTRY_VERIFY(widget<QDialog>(u"addSealDialog"_s));
    QTest::mouseClick(widget<QPushButton>(u"addSealAdd"_s), Qt::LeftButton);
    QVERIFY(widget<QLabel>(u"addSealProblem"_s)->isVisible());
    widget<QLineEdit>(u"addSealText"_s)->setText(u"云湖市图书馆"_s);
    widget<QLineEdit>(u"addSealName"_s)->setText(u"图书馆章"_s);
    QTest::mouseClick(widget<QPushButton>(u"addSealAdd"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        widget<QListView>(u"sealCards"_s)->model()->rowCount(), 1, PatienceMs);
    const auto kept = pdf::SealCabinet(m_office.cabinetFolder).find(u"图书馆章"_s);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->sizeMm, QSizeF(42, 42));
    QVERIFY(!kept->picture.isNull());
}

void SealPageTest::register_isFilteredAndItsChainJudged()
{
    fillOffice();
    show();
    auto *table = widget<QTableView>(u"sealRegister"_s);
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 5); // the sixth is older than 30 days
    QVERIFY(widget<QLabel>(u"registerChain"_s)->text().contains(u"6 row"_s));
    QFile file(m_office.registerPath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    bytes.replace(QByteArray("YS-3"), QByteArray("YS-9"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    m_page->reload();
    QTRY_VERIFY_WITH_TIMEOUT(widget<QLabel>(u"registerChain"_s)->text().contains(u"broken"_s),
                             PatienceMs);
}

void SealPageTest::csv_isNoFormula()
{
    ui::SealUseModel model;
    pdf::SealUse use;
    use.number = u"YY1"_s;
    use.timeUtc = QDateTime::currentDateTimeUtc();
    use.documentTitle = u"=HYPERLINK(\"x\")"_s;
    model.replaceAll({ use });
    QVERIFY(model.csv().contains("\"'=HYPERLINK(\"\"x\"\")\""));
}

void SealPageTest::batch_sealsAndStartsAgain()
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
    const pdf::StoredSeal seal = sealOf(u"公章"_s, {}, 42);
    plan.look = { pdf::Picture(seal.picture), seal.sizeMm, {} };
    plan.rule = ui::PlaceRule::NameAndDate;
    plan.words = u"云湖市政务服务和数据管理局"_s;
    plan.key.path = m_folder->filePath(u"signer.p12"_s);
    plan.key.secret
        = std::make_shared<const crypto::SecureBytes>(QByteArrayView(password.toUtf8()));
    ui::BatchDialog dialog(ui::BatchMode::Seal, m_office, {}, *m_theme);
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

void SealPageTest::batch_verifies()
{
    ui::BatchDialog dialog(ui::BatchMode::Verify, m_office, {}, *m_theme);
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

void SealPageTest::screens()
{
    fillOffice();
    show();
    m_page->grab().save(screenPath(u"seals_light"_s));
    m_theme->setScheme(ui::Scheme::Dark);
    m_page->grab().save(screenPath(u"seals_dark"_s));
    QTest::mouseClick(widget<QPushButton>(u"sealAdd"_s), Qt::LeftButton);
    QTRY_VERIFY(widget<QDialog>(u"addSealDialog"_s));
    widget<QLineEdit>(u"addSealText"_s)->setText(u"云湖市图书馆"_s);
    widget<QDialog>(u"addSealDialog"_s)->grab().save(screenPath(u"add_seal_dark"_s));
}

QTEST_MAIN(SealPageTest)
#include "seal_page_test.moc"
