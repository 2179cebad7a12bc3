// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/form_fill.h"
#include "core/pdf/object_text.h"
#include "core/pdf/seal_design.h"
#include "core/pdf/update.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "tests/ui/pdf/test_key.h"
#include "tests/ui/pdf/test_tsa.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/seal_session.h"
#include "ui/pdf/signature_panel.h"
#include "ui/pdf/signing_settings.h"
#include "ui/pdf/working_copy.h"

#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using pdf::view::Content;

namespace {

constexpr int PatienceMs = 60000;

/// A page with an empty signature field "Approval" at a place of its own.
QByteArray withEmptyField(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    auto document = pdf::Document::open(std::move(buffer));
    if (!document) {
        return {};
    }
    pdf::Update update(*document);
    QPDFObjectHandle page = *document->page(0);
    const QPDFObjGen field
        = update.add("<</Type /Annot /Subtype /Widget /FT /Sig /T (Approval) /F 4 "
                     "/Rect [300 500 420 560] /P "
                     + pdf::reference(page.getObjGen()) + ">>");
    update.change(page, { { "/Annots", "[" + pdf::reference(field) + "]" } });
    update.change(document->qpdf().getRoot(),
                  { { "/AcroForm", "<</Fields [" + pdf::reference(field) + "]>>" } });
    return bytes + update.finish();
}

} // namespace

/// What a signature says and needs beside its look, through the window: time stamps, fields, locks,
/// policies.
class SigningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void archive_isMadeInOneGo();
    void signedDocument_isMadeLongTermLater();
    void silentServer_isCancelledAndNothingSigned();
    void wrongServer_keepsTheDocument();
    void laterStep_keepsWhatStands();
    void emptyField_isFilledWithoutPlacing();
    void lock_forbidsFilling();
    void certification_forbidsMore();
    void words_areRemembered();
    void key_isAskedByPolicy();
    void placement_isUndone();
    void position_isTyped();

private:
    void open(const QByteArray &bytes);
    void openDialog(const QString &action);
    void submit();
    void place();
    void waitUntilDone();
    [[nodiscard]] QString verdict();
    [[nodiscard]] QString problem();
    [[nodiscard]] QByteArray bytes();
    void choose(const QString &box, int data);
    template <typename Widget>
    [[nodiscard]] Widget *widget(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }

    QTemporaryDir m_keys;
    QString m_password;
    QString m_picture;
    std::unique_ptr<test::TestTsa> m_tsa;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::PdfWindow> m_window;
};

void SigningTest::initTestCase()
{
    m_password = test::makeKey(m_keys.path(), u"云湖市政务服务和数据管理局"_s);
    QVERIFY(!m_password.isEmpty());
    pdf::SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    const auto picture = pdf::drawSeal(design);
    m_picture = m_keys.filePath(u"seal.png"_s);
    QVERIFY(picture && picture->save(m_picture));
    m_tsa = std::make_unique<test::TestTsa>(m_keys.path());
    QVERIFY(!m_tsa->address().isEmpty());
}

void SigningTest::init()
{
    m_tsa->setManner(test::TestTsa::Manner::Answers);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
    m_window->setTrust({ { m_keys.filePath(u"signer.pem"_s), m_tsa->certificate() }, {} });
}

void SigningTest::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

void SigningTest::open(const QByteArray &bytes)
{
    QVERIFY(!bytes.isEmpty());
    m_window->open(u"通知.pdf"_s, Content::fromBytes(bytes));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete() && !verdict().isEmpty(), PatienceMs);
}

void SigningTest::openDialog(const QString &action)
{
    widget<QAction>(action)->trigger();
    QTRY_VERIFY(widget<QDialog>(u"sealDialog"_s));
    if (auto *picture = widget<QLineEdit>(u"sealPicture"_s); picture->isVisible()) {
        picture->setText(m_picture);
    }
    widget<QLineEdit>(u"keyPath"_s)->setText(m_keys.filePath(u"signer.p12"_s));
    widget<QLineEdit>(u"keySecret"_s)->setText(m_password);
    widget<QPushButton>(u"sealMore"_s)->setChecked(true);
}

void SigningTest::choose(const QString &box, int data)
{
    auto *combo = widget<QComboBox>(box);
    const int at = combo->findData(data);
    QVERIFY(at >= 0);
    combo->setCurrentIndex(at);
}

void SigningTest::submit()
{
    QTest::mouseClick(widget<QPushButton>(u"sealContinue"_s), Qt::LeftButton);
}

void SigningTest::place()
{
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    QTest::keyClick(&m_window->pages(), Qt::Key_Return);
}

void SigningTest::waitUntilDone()
{
    const auto isChecked = [this] {
        const auto &result = m_window->signatures().result();
        return !m_window->workingCopy().pending().isEmpty() && m_window->isComplete() && result
            && !result->report.signatures.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(), PatienceMs);
}

QString SigningTest::verdict()
{
    const auto &result = m_window->signatures().result();
    return result ? ui::toJson(*result, {}).value("verdict"_L1).toString() : QString();
}

QString SigningTest::problem()
{
    auto *text = widget<QLabel>(u"problemStripText"_s);
    return text->isVisible() ? text->text() : QString();
}

QByteArray SigningTest::bytes()
{
    return m_window->workingCopy().content().readAll().value_or(QByteArray());
}

void SigningTest::archive_isMadeInOneGo()
{
    open(test::officialLetter(1));
    openDialog(u"seal"_s);
    choose(u"sealLevel"_s, int(ui::SignatureLevel::Archive));
    submit();
    QVERIFY(widget<QLabel>(u"sealProblem"_s)->isVisible()); // no server yet
    widget<QLineEdit>(u"sealServer"_s)->setText(m_tsa->address());
    place();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workingCopy().pending().size(), 3, PatienceMs);
    const auto isStamped = [this] {
        const auto &result = m_window->signatures().result();
        return result && result->report.signatures.size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isStamped(), PatienceMs);
    QCOMPARE(verdict(), u"valid-with-later-additions"_s);
    const auto &signatures = m_window->signatures().result()->report.signatures;
    QVERIFY(signatures.front().timeSource == pdf::verify::TimeSource::Timestamp);
    QVERIFY(signatures.back().kind == pdf::verify::SignatureKind::Timestamp);
    QCOMPARE(m_tsa->requests(), 2);
    QVERIFY(bytes().contains("/DSS"));
    QCOMPARE(ui::signingSettingsIn(*m_settings).timestampUrl, m_tsa->address());
}

void SigningTest::signedDocument_isMadeLongTermLater()
{
    ui::SigningSettings settings;
    settings.timestampUrl = m_tsa->address();
    ui::keep(*m_settings, settings);
    open(test::officialLetter(1));
    QVERIFY(!widget<QAction>(u"longTerm"_s)->isEnabled()); // nothing is signed
    openDialog(u"sign"_s);
    choose(u"sealLevel"_s, int(ui::SignatureLevel::Plain));
    place();
    waitUntilDone();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
    auto *button = widget<QPushButton>(u"addLongTerm"_s);
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workingCopy().pending().size(), 3, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid-with-later-additions"_s, PatienceMs);
    QVERIFY(bytes().contains("/DocTimeStamp"));
}

void SigningTest::silentServer_isCancelledAndNothingSigned()
{
    m_tsa->setManner(test::TestTsa::Manner::Silent);
    const QByteArray before = test::officialLetter(1);
    open(before);
    openDialog(u"sign"_s);
    choose(u"sealLevel"_s, int(ui::SignatureLevel::Timestamped));
    widget<QLineEdit>(u"sealServer"_s)->setText(m_tsa->address());
    place();
    auto *cancel = widget<QPushButton>(u"busyStripFirst"_s);
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), PatienceMs);
    QElapsedTimer timer;
    timer.start();
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"Nothing was signed"_s), PatienceMs);
    QVERIFY2(timer.elapsed() < 5000, "cancelling waits for the server");
    QCOMPARE(bytes(), before);
    QVERIFY(!cancel->isVisible());
}

void SigningTest::wrongServer_keepsTheDocument()
{
    m_tsa->setManner(test::TestTsa::Manner::TalksNonsense);
    const QByteArray before = test::officialLetter(1);
    open(before);
    openDialog(u"sign"_s);
    choose(u"sealLevel"_s, int(ui::SignatureLevel::Timestamped));
    widget<QLineEdit>(u"sealServer"_s)->setText(m_tsa->address());
    place();
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"cannot be used"_s), PatienceMs);
    QVERIFY(problem().contains(u"the document is as before"_s));
    QCOMPARE(bytes(), before);
}

void SigningTest::laterStep_keepsWhatStands()
{
    ui::SigningSettings settings;
    settings.timestampUrl = u"http://127.0.0.1:1/"_s; // nobody listens there
    ui::keep(*m_settings, settings);
    open(test::officialLetter(1));
    openDialog(u"sign"_s);
    place();
    waitUntilDone();
    QTRY_VERIFY(widget<QAction>(u"longTerm"_s)->isEnabled());
    widget<QAction>(u"longTerm"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"What is signed stands"_s), PatienceMs);
    QCOMPARE(m_window->workingCopy().pending().size(), 2);
    QVERIFY(bytes().contains("/DSS"));
}

void SigningTest::emptyField_isFilledWithoutPlacing()
{
    open(withEmptyField(test::officialLetter(2)));
    openDialog(u"sign"_s);
    auto *field = widget<QComboBox>(u"sealField"_s);
    QVERIFY(field->isVisible());
    field->setCurrentIndex(field->findData(u"Approval"_s));
    QVERIFY(!widget<QComboBox>(u"placeRule"_s)->isVisible());
    submit();
    waitUntilDone();
    QVERIFY(!m_window->sealing().isPlacing());
    const auto &signatures = m_window->signatures().result()->report.signatures;
    QCOMPARE(signatures.size(), size_t(1));
    QCOMPARE(signatures.front().field, std::string("Approval"));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
}

void SigningTest::lock_forbidsFilling()
{
    open(test::formPdf());
    openDialog(u"sign"_s);
    choose(u"sealLock"_s, int(pdf::LockAction::Include));
    submit();
    QVERIFY(widget<QLabel>(u"sealProblem"_s)->isVisible()); // no field was ticked
    auto *fields = widget<QListWidget>(u"sealLockFields"_s);
    QVERIFY(fields->count() > 1);
    fields->item(0)->setCheckState(Qt::Checked);
    const QString locked = fields->item(0)->text();
    const QString open = fields->item(1)->text();
    widget<QLineEdit>(u"keySecret"_s)->setText(m_password);
    place();
    waitUntilDone();
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes());
    QVERIFY(buffer->open(QIODevice::ReadOnly));
    auto document = pdf::Document::open(std::move(buffer));
    QVERIFY(document.has_value());
    const auto refused = pdf::fillFields(*document, { { locked, u"x"_s } });
    QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
    const auto limits = pdf::fieldsOf(*document).and_then(
        [&](const std::vector<pdf::Field> &all) { return pdf::limitsOf(*document, all); });
    QVERIFY(limits && limits->isLocked(locked) && !limits->isLocked(open));
}

void SigningTest::certification_forbidsMore()
{
    open(test::officialLetter(1));
    openDialog(u"seal"_s);
    choose(u"sealCertify"_s, 1);
    place();
    waitUntilDone();
    QVERIFY(m_window->signatures().result()->report.signatures.front().kind
            == pdf::verify::SignatureKind::Certification);
    widget<QAction>(u"seal"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"allows no changes"_s), PatienceMs);
    QVERIFY(!m_window->sealing().isPlacing());
}

void SigningTest::words_areRemembered()
{
    open(test::officialLetter(1));
    openDialog(u"sign"_s);
    widget<QLineEdit>(u"sealReason"_s)->setText(u"同意印发"_s);
    widget<QLineEdit>(u"sealLocation"_s)->setText(u"云湖市"_s);
    widget<QLineEdit>(u"sealContact"_s)->setText(u"0000-660013"_s);
    place();
    waitUntilDone();
    const auto claims = m_window->signatures().result()->claims.values().first();
    QCOMPARE(claims.location, u"云湖市"_s);
    QCOMPARE(claims.contact, u"0000-660013"_s);
    QTRY_VERIFY(!widget<QDialog>(u"sealDialog"_s));
    openDialog(u"sign"_s);
    QCOMPARE(widget<QLineEdit>(u"sealReason"_s)->text(), u"同意印发"_s);
    QCOMPARE(widget<QLineEdit>(u"sealContact"_s)->text(), u"0000-660013"_s);
    // No secret is ever among the settings.
    m_settings->sync();
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(m_password.toUtf8()));
    widget<QDialog>(u"sealDialog"_s)->reject();
}

void SigningTest::key_isAskedByPolicy()
{
    ui::SealOffice office;
    office.keys = std::make_shared<ui::KeyMemory>();
    m_window->setOffice(office);
    open(test::officialLetter(1));
    const auto signsWithoutPassword = [this] {
        openDialog(u"sign"_s);
        widget<QLineEdit>(u"keySecret"_s)->clear();
        submit();
        QTest::qWait(0);
        const auto isSettled = [this] {
            return m_window->sealing().isPlacing() || widget<QLabel>(u"sealProblem"_s)->isVisible();
        };
        const bool isDone = QTest::qWaitFor(isSettled, PatienceMs);
        const bool isPlacing = m_window->sealing().isPlacing();
        m_window->sealing().cancel();
        if (auto *dialog = widget<QDialog>(u"sealDialog"_s)) {
            dialog->reject();
        }
        return isDone && isPlacing
            && QTest::qWaitFor([this] { return !widget<QDialog>(u"sealDialog"_s); });
    };
    const auto unlock = [this] {
        openDialog(u"sign"_s);
        submit();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
        m_window->sealing().cancel();
        QTRY_VERIFY(!widget<QDialog>(u"sealDialog"_s));
    };
    unlock();
    QVERIFY(!signsWithoutPassword()); // each use, unless told otherwise
    QTRY_VERIFY(!widget<QDialog>(u"sealDialog"_s));
    ui::SigningSettings settings = ui::signingSettingsIn(*m_settings);
    settings.reauthentication = ui::Reauthentication::AfterMinutes;
    ui::keep(*m_settings, settings);
    unlock();
    QVERIFY(signsWithoutPassword());
    settings.reauthentication = ui::Reauthentication::EachUse; // made stricter meanwhile
    ui::keep(*m_settings, settings);
    QVERIFY(!signsWithoutPassword());
}

void SigningTest::placement_isUndone()
{
    open(test::officialLetter(2));
    openDialog(u"seal"_s);
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    const auto part = [this] { return m_window->sealing().placement().parts().first(); };
    const pdf::Part before = part();
    QTest::keyClick(&m_window->pages(), Qt::Key_Left);
    QTest::keyClick(&m_window->pages(), Qt::Key_PageDown);
    QCOMPARE(part().page, 1);
    QVERIFY(widget<QAction>(u"undo"_s)->isEnabled());
    widget<QAction>(u"undo"_s)->trigger();
    QCOMPARE(part().page, 0);
    widget<QAction>(u"undo"_s)->trigger();
    QCOMPARE(part().displayedMm, before.displayedMm);
    QTest::keyClick(&m_window->pages(), Qt::Key_Escape);
    QVERIFY(!m_window->sealing().isPlacing());
}

void SigningTest::position_isTyped()
{
    open(test::officialLetter(2));
    openDialog(u"seal"_s);
    QVERIFY(!widget<QDoubleSpinBox>(u"placeLeft"_s)->isVisible());
    choose(u"placeRule"_s, int(ui::PlaceRule::Position));
    widget<QDoubleSpinBox>(u"placeLeft"_s)->setValue(21.5);
    widget<QDoubleSpinBox>(u"placeTop"_s)->setValue(30);
    widget<QLineEdit>(u"sealPages"_s)->setText(u"1-2"_s);
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    const auto &parts = m_window->sealing().placement().parts();
    QCOMPARE(parts.size(), 2); // one signature on both pages
    for (const pdf::Part &part : parts) {
        QCOMPARE(part.displayedMm, QRectF(21.5, 30, 42, 42));
    }
    QTest::keyClick(&m_window->pages(), Qt::Key_Return);
    waitUntilDone();
    QCOMPARE(m_window->signatures().result()->report.signatures.size(), size_t(1));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
}

QTEST_MAIN(SigningTest)
#include "signing_test.moc"
