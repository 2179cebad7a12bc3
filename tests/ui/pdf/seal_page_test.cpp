// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/seal_design.h"
#include "screens.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "ui/seal/seal_list_model.h"
#include "ui/seal/seal_page.h"
#include "ui/seal/seal_use_detail.h"
#include "ui/seal/seal_use_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDir>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using test::chooseLanguage;
using test::screenPath;

namespace {

constexpr int PatienceMs = 60000;
constexpr int SettleMs = 100; ///< Layouts of a picture.

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
    pdf::handOver(seal, u"孙丽"_s, QDateTime::currentDateTimeUtc());
    return seal;
}

} // namespace

/// The section with cabinet and register.
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
    void register_isSearched();
    void use_leadsToItsApprovalAndFile();
    void seal_isHandedOverAndFrozen();
    void electronicSeal_isImported();
    void csv_isNoFormula();
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
    QString m_registerPath;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::SealPage> m_page;
};

void SealPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_office = {};
    m_registerPath = m_folder->filePath(u"register.jsonl"_s);
    m_office.book
        = std::make_shared<pdf::FileSealBook>(m_folder->filePath(u"cabinet"_s), m_registerPath);
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
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
    pdf::SealBook &cabinet = *m_office.book;
    pdf::StoredSeal official = sealOf(u"公章"_s, {}, 42);
    official.perDay = 20;
    QVERIFY(cabinet.add(official).has_value());
    QVERIFY(cabinet.add(sealOf(u"合同专用章"_s, u"合同专用章"_s, 40)).has_value());
    pdf::StoredSeal old = sealOf(u"办公室章"_s, u"办公室"_s, 38);
    old.validUntilUtc = QDateTime::currentDateTimeUtc().addDays(-3);
    QVERIFY(cabinet.add(old).has_value());
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
        QVERIFY(m_office.book->registerUse(use, {}).has_value());
    }
}

void SealPageTest::show()
{
    m_page = std::make_unique<ui::SealPage>(m_office, *m_settings, *m_theme);
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
    const auto kept = pdf::SealCabinet(m_folder->filePath(u"cabinet"_s)).find(u"图书馆章"_s);
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
    QFile file(m_registerPath);
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

void SealPageTest::register_isSearched()
{
    fillOffice();
    pdf::SealUse other;
    other.timeUtc = QDateTime::currentDateTimeUtc();
    other.seal = u"公章"_s;
    other.documentTitle = u"收入证明（冯雪）"_s;
    other.job = u"job-9"_s;
    QVERIFY(m_office.book->registerUse(other, {}).has_value());
    show();
    const auto *rows = widget<QTableView>(u"sealRegister"_s)->model();
    QCOMPARE(rows->rowCount(), 6);
    QCOMPARE(rows->index(0, int(ui::SealUseModel::Column::Document)).data().toString(),
             u"收入证明（冯雪）"_s); // newest first
    auto *search = widget<QLineEdit>(u"registerSearch"_s);
    search->setText(u"冯雪"_s);
    QCOMPARE(rows->rowCount(), 1);
    search->clear();
    auto *seal = widget<QComboBox>(u"registerSeal"_s);
    seal->setCurrentIndex(seal->findData(u"合同专用章"_s));
    QCOMPARE(rows->rowCount(), 3);
    seal->setCurrentIndex(0);
    widget<QComboBox>(u"registerPeriod"_s)->setCurrentIndex(2);
    QCOMPARE(rows->rowCount(), 7);
    widget<QComboBox>(u"registerPeriod"_s)->setCurrentIndex(3);
    auto *from = widget<QDateEdit>(u"registerFrom"_s);
    QVERIFY(from->isVisible());
    const QDate day = QDate::currentDate().addDays(-2);
    from->setDate(day);
    widget<QDateEdit>(u"registerUntil"_s)->setDate(day);
    QCOMPARE(rows->rowCount(), 1);
}

void SealPageTest::use_leadsToItsApprovalAndFile()
{
    const QStringList files = letters(1);
    QFile file(files.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    pdf::SealUse use;
    use.timeUtc = QDateTime::currentDateTimeUtc();
    use.seal = u"公章"_s;
    use.job = u"job-317"_s;
    use.approvalTitle = u"用印申请"_s;
    use.digestAfter = pdf::digestOf(pdf::DigestKind::Sm3, file.readAll());
    QVERIFY(m_office.book->registerUse(use, {}).has_value());
    show();
    widget<QTableView>(u"sealRegister"_s)->selectRow(0);
    QTRY_VERIFY(widget<QPushButton>(u"useApproval"_s)->isVisible());
    QSignalSpy wanted(m_page.get(), &ui::SealPage::approvalWanted);
    QTest::mouseClick(widget<QPushButton>(u"useApproval"_s), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), u"job-317"_s);
    auto *detail = m_page->findChild<ui::SealUseDetail *>();
    auto *said = widget<QLabel>(u"useComparison"_s);
    detail->compare(files.first());
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"sealed file"_s), PatienceMs);
    file.close();
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n");
    file.close();
    detail->compare(files.first());
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"another file"_s), PatienceMs);
}

void SealPageTest::seal_isHandedOverAndFrozen()
{
    QVERIFY(m_office.book->add(sealOf(u"公章"_s, {}, 42)).has_value());
    show();
    QTest::mouseClick(widget<QPushButton>(u"sealHandOver"_s), Qt::LeftButton);
    QTRY_VERIFY(widget<QInputDialog>(u"custodianDialog"_s));
    auto *dialog = widget<QInputDialog>(u"custodianDialog"_s);
    dialog->setTextValue(u"林晓燕"_s);
    dialog->accept();
    const auto kept = [this] { return m_office.book->seals()->first(); };
    QTRY_COMPARE_WITH_TIMEOUT(pdf::custodianOf(kept()), u"林晓燕"_s, PatienceMs);
    QCOMPARE(kept().custody.size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QPushButton>(u"sealUse"_s)->isEnabled(), PatienceMs);
    widget<QAction>(u"sealFreeze"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!widget<QPushButton>(u"sealUse"_s)->isEnabled(), PatienceMs);
    QVERIFY(kept().isFrozen);
    QCOMPARE(widget<QLabel>(u"sealState"_s)->text(), u"Frozen"_s);
}

void SealPageTest::electronicSeal_isImported()
{
    const QString pki = m_folder->filePath(u"pki"_s);
    QVERIFY(QDir().mkpath(pki));
    QCOMPARE(QProcess::execute(QStringLiteral(ANDU_MAKE_KEYS), { pki }), 0);
    const QString esl = m_folder->filePath(u"seal.esl"_s);
    // Another program of ours makes it: anductl seal make --esl.
    QFile pass(m_folder->filePath(u"pass"_s));
    QVERIFY(pass.open(QIODevice::WriteOnly));
    pass.write("fake");
    pass.close();
    QProcess make;
    make.start(QStringLiteral(ANDU_ANDUCTL),
               { u"seal"_s,
                 u"make"_s,
                 u"--text"_s,
                 u"云湖市图书馆"_s,
                 u"--name"_s,
                 u"图书馆电子章"_s,
                 u"--esl"_s,
                 esl,
                 u"--out"_s,
                 m_folder->filePath(u"a.png"_s),
                 u"--p12"_s,
                 pki + u"/sealmaker.p12"_s,
                 u"--pass-file"_s,
                 pass.fileName(),
                 u"--user-cert"_s,
                 pki + u"/sm2.pem"_s });
    QVERIFY(make.waitForFinished());
    QVERIFY2(make.exitCode() == 0, make.readAllStandardError().constData());
    show();
    QTest::mouseClick(widget<QPushButton>(u"sealAdd"_s), Qt::LeftButton);
    QTRY_VERIFY(widget<QDialog>(u"addSealDialog"_s));
    widget<QComboBox>(u"addSealSource"_s)->setCurrentIndex(2);
    widget<QLineEdit>(u"addSealFile"_s)->setText(m_folder->filePath(u"a.png"_s)); // no seal
    QTest::mouseClick(widget<QPushButton>(u"addSealAdd"_s), Qt::LeftButton);
    QVERIFY(widget<QLabel>(u"addSealProblem"_s)->isVisible());
    widget<QLineEdit>(u"addSealFile"_s)->setText(esl);
    widget<QLineEdit>(u"addSealCustodian"_s)->setText(u"孙丽"_s);
    QTest::mouseClick(widget<QPushButton>(u"addSealAdd"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        widget<QListView>(u"sealCards"_s)->model()->rowCount(), 1, PatienceMs);
    const pdf::StoredSeal kept = m_office.book->seals()->first();
    QCOMPARE(kept.name, u"图书馆电子章"_s);
    QCOMPARE(kept.sizeMm, QSizeF(42, 42));
    QVERIFY(!kept.esl.isEmpty() && kept.validUntilUtc);
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

void SealPageTest::screens()
{
    fillOffice();
    show();
    QTest::qWait(SettleMs);
    m_page->grab().save(screenPath(u"seals_light"_s));
    m_theme->setScheme(ui::Scheme::Dark);
    QTest::qWait(SettleMs);
    m_page->grab().save(screenPath(u"seals_dark"_s));
    widget<QTableView>(u"sealRegister"_s)->selectRow(2);
    QTRY_VERIFY(widget<QPushButton>(u"useApproval"_s)->isVisible());
    m_theme->setScheme(ui::Scheme::Light);
    QTest::qWait(SettleMs);
    m_page->grab().save(screenPath(u"seal_use_light"_s));
    m_theme->setScheme(ui::Scheme::Dark);
    QTest::mouseClick(widget<QPushButton>(u"sealAdd"_s), Qt::LeftButton);
    QTRY_VERIFY(widget<QDialog>(u"addSealDialog"_s));
    widget<QLineEdit>(u"addSealText"_s)->setText(u"云湖市图书馆"_s);
    widget<QDialog>(u"addSealDialog"_s)->grab().save(screenPath(u"add_seal_dark"_s));
}

QTEST_MAIN(SealPageTest)
#include "seal_page_test.moc"
