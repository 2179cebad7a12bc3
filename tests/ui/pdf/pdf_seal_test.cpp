// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/seal_design.h"
#include "screens.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "tests/ui/pdf/test_key.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/seal_session.h"
#include "ui/pdf/signature_panel.h"
#include "ui/pdf/snapping.h"
#include "ui/pdf/working_copy.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using pdf::view::Content;
using test::chooseLanguage;
using test::screenPath;

namespace {

constexpr int PatienceMs = 60000;
constexpr double MmPerPt = 25.4 / 72;

} // namespace

/// Seals, signs and verifies through the window, with keys made by openssl.
class PdfSealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void snapping_drawsToLines_data();
    void snapping_drawsToLines();
    void seal_isPlacedByMouseSignedAndVerified();
    void preview_equalsTheResult();
    void seam_coversAllPages();
    void wrongPassword_isSaidInTheDialog();
    void useOfACabinetSeal_isRegisteredAndCancelledByUndo();
    void sealWithoutApproval_isRefused();
    void tamperedDocument_isNamed();
    void signedRevision_isShownAsItWas();
    void screens();

private:
    void open(const QByteArray &bytes);
    void fillDialog(const QString &action, const QString &password);
    void seal(const QString &action);
    [[nodiscard]] QString verdict();
    void saveScreen(const QString &name);
    template <typename Widget>
    [[nodiscard]] Widget *widget(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }

    QTemporaryDir m_keys;
    QString m_password;
    QString m_picture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::PdfWindow> m_window;
};

void PdfSealTest::initTestCase()
{
    chooseLanguage();
    m_password = test::makeKey(m_keys.path(), u"云湖市政务服务和数据管理局"_s);
    QVERIFY(!m_password.isEmpty());
    pdf::SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    const auto picture = pdf::drawSeal(design);
    QVERIFY(picture.has_value());
    m_picture = m_keys.filePath(u"seal.png"_s);
    QVERIFY(picture->save(m_picture));
}

void PdfSealTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
    m_window->setTrust({ { m_keys.filePath(u"signer.pem"_s) }, {} });
}

void PdfSealTest::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

void PdfSealTest::open(const QByteArray &bytes)
{
    m_window->open(u"关于开展政务数据质量专项治理行动的通知.pdf"_s, Content::fromBytes(bytes));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
}

void PdfSealTest::fillDialog(const QString &action, const QString &password)
{
    widget<QAction>(action)->trigger();
    QTRY_VERIFY(widget<QDialog>(u"sealDialog"_s));
    if (auto *picture = widget<QLineEdit>(u"sealPicture"_s); picture->isVisible()) {
        picture->setText(m_picture);
    }
    widget<QLineEdit>(u"keyPath"_s)->setText(m_keys.filePath(u"signer.p12"_s));
    QTest::keyClicks(widget<QLineEdit>(u"keySecret"_s), password);
    widget<QLineEdit>(u"sealReason"_s)->setText(u"印发"_s);
    QTest::mouseClick(widget<QPushButton>(u"sealContinue"_s), Qt::LeftButton);
}

void PdfSealTest::seal(const QString &action)
{
    fillDialog(action, m_password);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    QTest::mouseClick(widget<QPushButton>(u"sealStripSecond"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QPushButton>(u"pendingStripSecond"_s)->isVisible(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
}

QString PdfSealTest::verdict()
{
    const auto &result = m_window->signatures().result();
    return result ? ui::toJson(*result, {}).value("verdict"_L1).toString() : QString();
}

void PdfSealTest::saveScreen(const QString &name)
{
    m_window->grab().save(screenPath(name));
}

void PdfSealTest::snapping_drawsToLines_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QPointF>("corner");
    QTest::newRow("to the right edge") << QRectF(167, 50, 42, 42) << QPointF(168, 50);
    QTest::newRow("to the centre line") << QRectF(85, 50, 42, 42) << QPointF(84, 50);
    QTest::newRow("to a word") << QRectF(118, 189.5, 42, 42) << QPointF(119, 189);
    QTest::newRow("beyond the page") << QRectF(-60, 290, 42, 42) << QPointF(0, 255);
    QTest::newRow("far from everything") << QRectF(30, 50, 42, 42) << QPointF(30, 50);
}

void PdfSealTest::snapping_drawsToLines()
{
    QFETCH(QRectF, box);
    QFETCH(QPointF, corner);
    const ui::Snap snap = ui::snapped(box, QSizeF(210, 297), { QPointF(140, 210) }, 2);
    QCOMPARE(snap.boxMm.topLeft(), corner);
    QCOMPARE(snap.boxMm.size(), box.size());
}

void PdfSealTest::seal_isPlacedByMouseSignedAndVerified()
{
    const QByteArray before = test::officialLetter(1);
    open(before);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"unsigned"_s, PatienceMs);
    fillDialog(u"seal"_s, m_password);
    auto &placement = m_window->sealing().placement();
    QTRY_VERIFY_WITH_TIMEOUT(placement.isActive(), PatienceMs);
    QVERIFY(!widget<QDialog>(u"sealDialog"_s) || !widget<QDialog>(u"sealDialog"_s)->isVisible());
    auto &pages = m_window->pages();
    const auto at = [&](double x, double y) {
        return pages.transformOf(0).toView(QPointF(x, y) / MmPerPt).toPoint();
    };
    const QPointF from = placement.parts().first().displayedMm.center();
    QTest::mousePress(pages.viewport(), Qt::LeftButton, {}, at(from.x(), from.y()));
    QTest::mouseMove(pages.viewport(), at(140, 205));
    QTest::mouseMove(pages.viewport(), at(142, 212));
    QTest::mouseRelease(pages.viewport(), Qt::LeftButton, {}, at(142, 212));
    const QRectF box = placement.parts().first().displayedMm;
    QVERIFY(QLineF(box.center(), QPointF(142, 212)).length() < 1);
    QCOMPARE(box.size(), QSizeF(42, 42));
    QTest::keyClick(&pages, Qt::Key_Left);
    QVERIFY(std::abs(placement.parts().first().displayedMm.left() - (box.left() - 1)) < 0.01);
    QTRY_VERIFY_WITH_TIMEOUT(placement.isPreviewExact(), PatienceMs);
    saveScreen(u"placing"_s);
    QTest::keyClick(&pages, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QCOMPARE(widget<QLabel>(u"verdictTitle"_s)->text(), u"Signatures valid"_s);
    QVERIFY(m_window->signatures().result()->claims.values().first().reason == u"印发"_s);

    QSignalSpy handed(m_window.get(), &ui::PdfWindow::newVersionReady);
    QTest::mouseClick(widget<QPushButton>(u"pendingStripSecond"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(handed.count(), 1, PatienceMs);
    const QByteArray after = handed.first().first().toByteArray();
    QVERIFY(after.startsWith(before));
    // Another program agrees.
    QFile file(m_folder->filePath(u"sealed.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(after);
    file.close();
    QProcess judge;
    judge.start(u"pdfsig"_s, { u"-nocert"_s, file.fileName() });
    QVERIFY(judge.waitForFinished());
    QVERIFY(judge.readAllStandardOutput().contains("Signature is Valid"));
}

void PdfSealTest::preview_equalsTheResult()
{
    open(test::officialLetter(1));
    m_window->pages().setZoom(ui::ZoomMode::Percent, 75);
    fillDialog(u"seal"_s, m_password);
    auto &session = m_window->sealing();
    QTRY_VERIFY_WITH_TIMEOUT(session.isPlacing(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(session.placement().isPreviewExact(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    auto &pages = m_window->pages();
    const QRectF box = session.placement().parts().first().displayedMm;
    const auto shot = [&] {
        const QRectF pt(box.topLeft() / MmPerPt, box.size() / MmPerPt);
        const QRect at = pages.transformOf(0).toView(pt).toAlignedRect().adjusted(2, 2, -2, -2);
        return pages.viewport()->grab(at).toImage().convertToFormat(QImage::Format_RGB32);
    };
    pages.goTo(0, QRectF(box.topLeft() / MmPerPt, box.size() / MmPerPt));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete() && session.placement().isPreviewExact(),
                             PatienceMs);
    const QImage before = shot();
    QTest::keyClick(&pages, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workingCopy().pending().isEmpty(), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    const QImage after = shot();
    QCOMPARE(after.size(), before.size());
    int different = 0;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x) {
            const QColor a = before.pixelColor(x, y);
            const QColor b = after.pixelColor(x, y);
            different += std::abs(a.red() - b.red()) > 24 || std::abs(a.green() - b.green()) > 24;
        }
    }
    // Blending over the page rounds differently in Qt and Poppler; shape and place are equal.
    QVERIFY2(different * 200 < after.width() * after.height(),
             qPrintable(QString::number(different)));
}

void PdfSealTest::seam_coversAllPages()
{
    open(test::officialLetter(3));
    fillDialog(u"seam"_s, m_password);
    auto &session = m_window->sealing();
    QTRY_VERIFY_WITH_TIMEOUT(session.isPlacing(), PatienceMs);
    QCOMPARE(session.placement().parts().size(), 3);
    for (const pdf::Part &part : session.placement().parts()) {
        QVERIFY(std::abs(part.displayedMm.right() - 210) < 0.3);
        QVERIFY(std::abs(part.displayedMm.width() - 14) < 0.3);
    }
    const double before = session.placement().parts().last().displayedMm.top();
    QTest::keyClick(&m_window->pages(), Qt::Key_Down);
    QVERIFY(std::abs(session.placement().parts().last().displayedMm.top() - before - 1) < 0.01);
    QTRY_VERIFY_WITH_TIMEOUT(session.placement().isPreviewExact(), PatienceMs);
    saveScreen(u"seam"_s);
    QTest::keyClick(&m_window->pages(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
    QCOMPARE(m_window->signatures().result()->report.signatures.size(), size_t(1));
}

void PdfSealTest::wrongPassword_isSaidInTheDialog()
{
    open(test::officialLetter(1));
    fillDialog(u"seal"_s, u"wrong"_s);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QLabel>(u"sealProblem"_s)->isVisible(), PatienceMs);
    QCOMPARE(widget<QLabel>(u"sealProblem"_s)->text(), u"The password does not open it."_s);
    QVERIFY(widget<QLineEdit>(u"keySecret"_s)->text().isEmpty());
    QVERIFY(!m_window->sealing().isPlacing());
    widget<QDialog>(u"sealDialog"_s)->reject();
}

void PdfSealTest::useOfACabinetSeal_isRegisteredAndCancelledByUndo()
{
    ui::SealOffice office;
    const QString cabinet = m_folder->filePath(u"cabinet"_s);
    const QString path = m_folder->filePath(u"register.jsonl"_s);
    office.book = std::make_shared<pdf::FileSealBook>(cabinet, path);
    office.operatorName = u"孙丽"_s;
    pdf::StoredSeal stored;
    stored.name = u"公章"_s;
    stored.kind = u"round"_s;
    stored.sizeMm = QSizeF(42, 42);
    stored.picture = QImage(m_picture);
    QVERIFY(office.book->add(stored).has_value());
    m_window->setOffice(office);
    ui::SealApproval approval;
    approval.title = u"用印申请：专项治理通知"_s;
    approval.number = u"YS-317"_s;
    approval.job = u"job-317"_s;
    m_window->setApproval(approval); // came with the todo
    open(test::officialLetter(1));
    widget<QAction>(u"seal"_s)->trigger();
    QTRY_VERIFY(widget<QComboBox>(u"sealChoice"_s));
    QCOMPARE(widget<QComboBox>(u"sealChoice"_s)->currentText(), u"公章"_s);
    widget<QLineEdit>(u"keyPath"_s)->setText(m_keys.filePath(u"signer.p12"_s));
    widget<QLineEdit>(u"keySecret"_s)->setText(m_password);
    widget<QLineEdit>(u"sealApplicant"_s)->setText(u"吴昊"_s);
    widget<QLineEdit>(u"sealApprover"_s)->setText(u"林晓燕"_s);
    widget<QLineEdit>(u"sealDocumentNumber"_s)->setText(u"云政数〔2026〕32号"_s);
    widget<QSpinBox>(u"sealCopies"_s)->setValue(42);
    QTest::qWait(100);
    widget<QDialog>(u"sealDialog"_s)->grab().save(screenPath(u"seal_dialog_office"_s));
    QTest::mouseClick(widget<QPushButton>(u"sealContinue"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    QTest::mouseClick(widget<QPushButton>(u"sealStripSecond"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QPushButton>(u"pendingStripFirst"_s)->isVisible(), PatienceMs);
    const pdf::SealRegister book(path);
    auto rows = book.read();
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().approval, u"YS-317"_s);
    QCOMPARE(rows->first().job, u"job-317"_s);
    QCOMPARE(rows->first().copies, 42);
    QCOMPARE(rows->first().documentNumber, u"云政数〔2026〕32号"_s);
    QCOMPARE(rows->first().approvalTitle, u"用印申请：专项治理通知"_s);
    QCOMPARE(rows->first().fileName, u"关于开展政务数据质量专项治理行动的通知.pdf"_s);
    QCOMPARE(rows->first().operatorName, u"孙丽"_s);
    QVERIFY(rows->first().digestBefore != rows->first().digestAfter);
    // The panel finds the row of the register that belongs to the signature.
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
    QCOMPARE(m_window->signatures().result()->uses.size(), 1);
    QCOMPARE(m_window->signatures().result()->uses.values().first().number, rows->first().number);
    QTest::mouseClick(widget<QPushButton>(u"pendingStripFirst"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(book.read()->size(), 2, PatienceMs);
    QCOMPARE(book.read()->last().cancels, rows->first().number);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"unsigned"_s, PatienceMs);
}

void PdfSealTest::sealWithoutApproval_isRefused()
{
    ui::SealOffice office;
    const QString cabinet = m_folder->filePath(u"cabinet"_s);
    const QString path = m_folder->filePath(u"register.jsonl"_s);
    office.book = std::make_shared<pdf::FileSealBook>(cabinet, path);
    pdf::StoredSeal stored;
    stored.name = u"公章"_s;
    stored.sizeMm = QSizeF(42, 42);
    stored.picture = QImage(m_picture);
    QVERIFY(office.book->add(stored).has_value());
    m_window->setOffice(office);
    open(test::officialLetter(1));
    fillDialog(u"seal"_s, m_password);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    QTest::keyClick(&m_window->pages(), Qt::Key_Return);
    auto *problem = widget<QLabel>(u"problemStripText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), PatienceMs);
    QVERIFY(problem->text().contains(u"needs an approval"_s));
    QVERIFY(m_window->workingCopy().pending().isEmpty());
}

void PdfSealTest::tamperedDocument_isNamed()
{
    open(test::officialLetter(1));
    seal(u"seal"_s);
    QSignalSpy handed(m_window.get(), &ui::PdfWindow::newVersionReady);
    QTest::mouseClick(widget<QPushButton>(u"pendingStripSecond"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(handed.count(), 1, PatienceMs);
    QByteArray bytes = handed.first().first().toByteArray();
    const qsizetype title = bytes.indexOf("/CreationDate");
    QVERIFY(title > 0);
    bytes[title + 20] = bytes.at(title + 20) == '1' ? '0' : '1';
    open(bytes);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"invalid"_s, PatienceMs);
    QCOMPARE(widget<QLabel>(u"verdictTitle"_s)->text(), u"Signature invalid"_s);
}

void PdfSealTest::signedRevision_isShownAsItWas()
{
    open(test::officialLetter(2));
    seal(u"seam"_s);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
    seal(u"seal"_s);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid-with-later-additions"_s, PatienceMs);
    const auto &signatures = m_window->signatures().result()->report.signatures;
    QCOMPARE(signatures.size(), size_t(2));
    const QString first = QString::fromStdString(signatures.front().field);
    auto *button = widget<QPushButton>(u"revision_"_s + first);
    QVERIFY(button);
    button->click();
    ui::PdfWindow *shown = nullptr;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        shown
            = top->objectName() == u"revisionWindow"_s ? qobject_cast<ui::PdfWindow *>(top) : shown;
    }
    QVERIFY(shown);
    QTRY_VERIFY_WITH_TIMEOUT(shown->isComplete() && shown->signatures().result(), PatienceMs);
    QCOMPARE(shown->signatures().result()->report.signatures.size(), size_t(1));
    QVERIFY(shown->signatures().result()->report.verdict == pdf::verify::Verdict::Valid);
    QVERIFY(!shown->findChild<QAction *>(u"seal"_s)->isEnabled());
    shown->close();
    const QString report = ui::reportText(*m_window->signatures().result(), u"a.pdf"_s);
    QVERIFY(report.contains(u"Signatures valid"_s) && report.contains(u"印发"_s));
}

void PdfSealTest::screens()
{
    open(test::officialLetter(3));
    seal(u"seam"_s);
    seal(u"seal"_s);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid-with-later-additions"_s, PatienceMs);
    widget<QAction>(u"twoPages"_s)->trigger();
    m_window->pages().setZoom(ui::ZoomMode::Percent, 60);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QTest::qWait(200);
    saveScreen(u"sealed_light"_s);
    m_theme->setScheme(ui::Scheme::Dark);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    saveScreen(u"sealed_dark"_s);
    widget<QAction>(u"seal"_s)->trigger();
    QTRY_VERIFY(widget<QDialog>(u"sealDialog"_s));
    widget<QLineEdit>(u"sealPicture"_s)->setText(m_picture);
    widget<QDialog>(u"sealDialog"_s)->grab().save(screenPath(u"seal_dialog_dark"_s));
    m_theme->setScheme(ui::Scheme::Light);
    widget<QPushButton>(u"sealMore"_s)->setChecked(true);
    widget<QComboBox>(u"sealLevel"_s)->setCurrentIndex(3);
    QTest::qWait(100);
    widget<QDialog>(u"sealDialog"_s)->grab().save(screenPath(u"seal_dialog_more"_s));
    widget<QDialog>(u"sealDialog"_s)->reject();
    m_window->resize(1180, 760);
    widget<QAction>(u"panel"_s)->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QTest::qWait(100);
    saveScreen(u"drawer"_s);
}

QTEST_MAIN(PdfSealTest)
#include "pdf_seal_test.moc"
