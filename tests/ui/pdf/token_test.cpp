// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/seal_design.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "tests/ui/pdf/test_key.h"
#include "tests/ui/pdf/test_tsa.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/seal_session.h"
#include "ui/pdf/signature_panel.h"
#include "ui/pdf/working_copy.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using pdf::view::Content;

namespace {

constexpr int PatienceMs = 60000;

} // namespace

/// Seals with keys on tokens, through the window: SoftHSM behind PKCS #11, a fake SKF library.
class TokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pkcs11Token_signs();
    void skfToken_signsWithSm2();
    void electronicSeal_isSetAndStamped();

private:
    void fillToken(const QString &module);
    [[nodiscard]] QByteArray makeEsl(const QString &pki);
    void open(const QByteArray &bytes);
    void openDialog(ui::KeyPlace place);
    void submit();
    void place();
    void waitUntilDone();
    [[nodiscard]] QString verdict();
    template <typename Widget>
    [[nodiscard]] Widget *widget(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }

    QTemporaryDir m_keys;
    QString m_picture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::PdfWindow> m_window;
};

void TokenTest::initTestCase()
{
    QVERIFY(!test::makeKey(m_keys.path(), u"云湖市政务服务和数据管理局"_s).isEmpty());
    pdf::SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    const auto picture = pdf::drawSeal(design);
    m_picture = m_keys.filePath(u"seal.png"_s);
    QVERIFY(picture && picture->save(m_picture));
    // Programs find their helper beside themselves.
    const QString helper = QCoreApplication::applicationDirPath() + u"/andu-keyd"_s;
    QFile::remove(helper);
    QVERIFY(QFile::link(QStringLiteral(ANDU_KEYD), helper));
}

void TokenTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
    m_window->setTrust({ { m_keys.filePath(u"signer.pem"_s) }, {} });
}

void TokenTest::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

void TokenTest::fillToken(const QString &module)
{
    const QString tokens = m_folder->filePath(u"tokens"_s);
    QVERIFY(QDir().mkpath(tokens));
    QFile config(m_folder->filePath(u"softhsm.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(("directories.tokendir = "_L1 + tokens + u'\n').toUtf8());
    config.close();
    qputenv("SOFTHSM2_CONF", config.fileName().toUtf8());
    const QString der = m_folder->filePath(u"cert.der"_s);
    const QList<QStringList> steps{
        { u"softhsm2-util"_s,
          u"--init-token"_s,
          u"--free"_s,
          u"--label"_s,
          u"UKey"_s,
          u"--pin"_s,
          u"1234"_s,
          u"--so-pin"_s,
          u"5678"_s },
        { u"softhsm2-util"_s,
          u"--import"_s,
          m_keys.filePath(u"signer.key"_s),
          u"--token"_s,
          u"UKey"_s,
          u"--label"_s,
          u"office"_s,
          u"--id"_s,
          u"01"_s,
          u"--pin"_s,
          u"1234"_s },
        { u"openssl"_s,
          u"x509"_s,
          u"-in"_s,
          m_keys.filePath(u"signer.pem"_s),
          u"-outform"_s,
          u"DER"_s,
          u"-out"_s,
          der },
        { u"pkcs11-tool"_s,
          u"--module"_s,
          module,
          u"--token-label"_s,
          u"UKey"_s,
          u"--login"_s,
          u"--pin"_s,
          u"1234"_s,
          u"--write-object"_s,
          der,
          u"--type"_s,
          u"cert"_s,
          u"--label"_s,
          u"office"_s,
          u"--id"_s,
          u"01"_s },
    };
    for (const QStringList &step : steps) {
        QCOMPARE(QProcess::execute(step.first(), step.mid(1)), 0);
    }
}

void TokenTest::open(const QByteArray &bytes)
{
    m_window->open(u"通知.pdf"_s, Content::fromBytes(bytes));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete() && !verdict().isEmpty(), PatienceMs);
}

void TokenTest::openDialog(ui::KeyPlace keyPlace)
{
    widget<QAction>(u"seal"_s)->trigger();
    QTRY_VERIFY(widget<QDialog>(u"sealDialog"_s));
    widget<QLineEdit>(u"sealPicture"_s)->setText(m_picture);
    auto *combo = widget<QComboBox>(u"keyPlace"_s);
    combo->setCurrentIndex(combo->findData(int(keyPlace)));
}

void TokenTest::submit()
{
    QTest::mouseClick(widget<QPushButton>(u"sealContinue"_s), Qt::LeftButton);
}

void TokenTest::place()
{
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->sealing().isPlacing(), PatienceMs);
    QTest::keyClick(&m_window->pages(), Qt::Key_Return);
}

void TokenTest::waitUntilDone()
{
    const auto isChecked = [this] {
        const auto &result = m_window->signatures().result();
        return !m_window->workingCopy().pending().isEmpty() && m_window->isComplete() && result
            && !result->report.signatures.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(), PatienceMs);
}

QString TokenTest::verdict()
{
    const auto &result = m_window->signatures().result();
    return result ? ui::toJson(*result, {}).value("verdict"_L1).toString() : QString();
}

void TokenTest::pkcs11Token_signs()
{
    const QString module = u"/usr/lib/softhsm/libsofthsm2.so"_s;
    if (!QFile::exists(module)) {
        QSKIP("SoftHSM is not installed");
    }
    fillToken(module);
    open(test::officialLetter(1));
    openDialog(ui::KeyPlace::Pkcs11);
    QVERIFY(widget<QLineEdit>(u"keyLabel"_s)->isVisible());
    widget<QLineEdit>(u"keyPath"_s)->setText(module);
    widget<QLineEdit>(u"keyLabel"_s)->setText(u"office"_s);
    widget<QLineEdit>(u"keySecret"_s)->setText(u"0000"_s);
    submit();
    auto *complaint = widget<QLabel>(u"sealProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(complaint->isVisible(), PatienceMs);
    QCOMPARE(complaint->text(), u"The password does not open it."_s);
    widget<QLineEdit>(u"keySecret"_s)->setText(u"1234"_s);
    place();
    waitUntilDone();
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"valid"_s, PatienceMs);
}

void TokenTest::skfToken_signsWithSm2()
{
    const QString pki = m_folder->filePath(u"pki"_s);
    QVERIFY(QDir().mkpath(pki));
    QCOMPARE(QProcess::execute(QStringLiteral(ANDU_MAKE_KEYS), { pki }), 0);
    qputenv("ANDU_FAKE_SKF", (pki + u"/sm2"_s).toUtf8());
    open(test::officialLetter(1));
    openDialog(ui::KeyPlace::Skf);
    widget<QLineEdit>(u"keyPath"_s)->setText(QStringLiteral(ANDU_FAKE_SKF_LIBRARY));
    widget<QLineEdit>(u"keyLabel"_s)->setText(u"seal"_s);
    widget<QLineEdit>(u"keySecret"_s)->setText(u"boom"_s); // the library crashes
    submit();
    auto *complaint = widget<QLabel>(u"sealProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(complaint->isVisible(), PatienceMs);
    QVERIFY(complaint->text().contains(u"library failed"_s));
    widget<QLineEdit>(u"keySecret"_s)->setText(u"1234"_s);
    place();
    waitUntilDone();
    const auto &signatures = m_window->signatures().result()->report.signatures;
    QCOMPARE(signatures.size(), size_t(1));
    QVERIFY(signatures.front().integrity == pdf::verify::Integrity::Ok);
    QVERIFY(signatures.front().algorithm.find("SM2") != std::string::npos);
}

/// An electronic seal for the SM2 key of @p pki, as its maker would deliver it.
QByteArray TokenTest::makeEsl(const QString &pki)
{
    const QString path = m_folder->filePath(u"seal.esl"_s);
    const QStringList arguments{ u"seal"_s,        u"make"_s,
                                 u"--text"_s,      u"云湖市政务"_s,
                                 u"--name"_s,      u"电子公章"_s,
                                 u"--out"_s,       m_folder->filePath(u"a.png"_s),
                                 u"--esl"_s,       path,
                                 u"--p12"_s,       pki + u"/sealmaker.p12"_s,
                                 u"--pass-file"_s, pki + u"/pass"_s,
                                 u"--user-cert"_s, pki + u"/sm2.pem"_s };
    QFile file(path);
    return QProcess::execute(QStringLiteral(ANDU_ANDUCTL), arguments) == 0
            && file.open(QIODevice::ReadOnly)
        ? file.readAll()
        : QByteArray();
}

void TokenTest::electronicSeal_isSetAndStamped()
{
    const QString pki = m_folder->filePath(u"pki"_s);
    QVERIFY(QDir().mkpath(pki));
    QCOMPARE(QProcess::execute(QStringLiteral(ANDU_MAKE_KEYS), { pki }), 0);
    const auto seal = pdf::importEsl(makeEsl(pki), QDateTime::currentDateTimeUtc().addSecs(1), {});
    QVERIFY(seal.has_value());
    ui::SealOffice office;
    office.book = std::make_shared<pdf::FileSealBook>(m_folder->filePath(u"cabinet"_s),
                                                      m_folder->filePath(u"register"_s));
    office.rules.needsApproval = false;
    QVERIFY(office.book->add(*seal).has_value());
    m_window->setOffice(office);
    test::TestTsa tsa(m_folder->path());
    open(test::officialLetter(1));
    openDialog(ui::KeyPlace::Pkcs12);
    QCOMPARE(widget<QComboBox>(u"sealChoice"_s)->currentText(), u"电子公章"_s);
    widget<QLineEdit>(u"keyPath"_s)->setText(pki + u"/sm2.p12"_s);
    widget<QLineEdit>(u"keySecret"_s)->setText(u"fake"_s);
    auto *level = widget<QComboBox>(u"sealLevel"_s);
    level->setCurrentIndex(level->findData(int(ui::SignatureLevel::Timestamped)));
    widget<QLineEdit>(u"sealServer"_s)->setText(tsa.address());
    place();
    const auto isStamped = [this] {
        const auto &result = m_window->signatures().result();
        return result && result->report.signatures.size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isStamped(), PatienceMs);
    const auto &signatures = m_window->signatures().result()->report.signatures;
    QVERIFY(signatures.front().integrity == pdf::verify::Integrity::Ok);
    QVERIFY(signatures.back().kind == pdf::verify::SignatureKind::Timestamp);
    QCOMPARE(tsa.requests(), 1);
    QCOMPARE(office.book->uses()->size(), 1);
}

QTEST_MAIN(TokenTest)
#include "token_test.moc"
