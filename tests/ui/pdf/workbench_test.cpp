// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/form_fill.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "ui/pdf/change_text.h"
#include "ui/pdf/panel_drawer.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/signature_panel.h"
#include "ui/pdf/signing_settings_box.h"
#include "ui/pdf/working_copy.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace andu;
using pdf::view::Content;

namespace {

constexpr int PatienceMs = 60000;

} // namespace

/// How the workbench is worked with: by keyboard, with undo, in a narrow window, and what it keeps.
class WorkbenchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fields_areFilledByKeyboardAndUndone();
    void narrowWindow_hasADrawer();
    void closing_canHandOver();
    void placeAndTurn_areRemembered();
    void settings_areKept();
    void changes_areTranslated_data();
    void changes_areTranslated();

private:
    void open(const QByteArray &bytes);
    template <typename Widget>
    [[nodiscard]] Widget *widget(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::PdfWindow> m_window;
};

void WorkbenchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
}

void WorkbenchTest::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

void WorkbenchTest::open(const QByteArray &bytes)
{
    QVERIFY(!bytes.isEmpty());
    m_window->open(u"申请表.pdf"_s, Content::fromBytes(bytes));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete() && m_window->signatures().result(), PatienceMs);
}

void WorkbenchTest::fields_areFilledByKeyboardAndUndone()
{
    open(test::formPdf());
    auto &pages = m_window->pages();
    QTRY_VERIFY_WITH_TIMEOUT(pages.details().contains(0), PatienceMs);
    pages.setFocus();
    QTest::keyClick(&pages, Qt::Key_Tab);
    auto *name = widget<QLineEdit>(u"fieldEditor"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"Wu Hao"_s);
    QTest::keyClick(name, Qt::Key_Tab);
    auto *remarks = widget<QPlainTextEdit>(u"fieldEditor"_s);
    QVERIFY(remarks);
    QTest::keyClick(remarks, Qt::Key_Tab);
    // The check box has no editor: space ticks it.
    QTest::keyClick(&pages, Qt::Key_Space);
    auto *save = widget<QPushButton>(u"fieldStripSecond"_s);
    QTRY_VERIFY(save->isVisible());
    QTest::keyClick(&pages, Qt::Key_Tab);
    auto *unit = widget<QComboBox>(u"fieldEditor"_s);
    QVERIFY(unit);
    QCOMPARE(unit->currentText(), u"Office"_s);
    unit->setCurrentText(u"Finance"_s);
    QTest::keyClick(unit, Qt::Key_Return);
    auto *undo = widget<QAction>(u"undo"_s);
    undo->trigger(); // the unit
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workingCopy().pending().isEmpty() && m_window->isComplete(),
                             PatienceMs);
    // The fields of the new version are read in the background.
    const auto valueOf = [&pages](const QString &wanted) {
        for (const auto &field : pages.details().value(0).widgets) {
            if (field.name == wanted) {
                return field.value;
            }
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(u"name"_s), u"Wu Hao"_s, PatienceMs);
    QCOMPARE(valueOf(u"unit"_s), u"Office"_s);
    const auto widgets = pages.details().value(0).widgets;
    QVERIFY(std::any_of(
        widgets.begin(), widgets.end(), [](const auto &field) { return field.isChecked; }));
    QCOMPARE(m_window->workingCopy().pending().size(), 1);
    undo->trigger(); // the change of the document
    QVERIFY(m_window->workingCopy().pending().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!undo->isEnabled(), PatienceMs);
}

void WorkbenchTest::narrowWindow_hasADrawer()
{
    open(test::officialLetter(1));
    auto &panel = m_window->signatures();
    auto *toggle = widget<QAction>(u"panel"_s);
    m_window->resize(1440, 800);
    QTRY_VERIFY(panel.isVisible());
    const int wide = m_window->pages().width();
    m_window->resize(ui::PanelDrawer::NarrowBelow - 100, 800);
    QTRY_VERIFY(!panel.isVisible());
    QTRY_VERIFY(m_window->pages().width() > wide);
    const int alone = m_window->pages().width();
    toggle->trigger();
    QVERIFY(panel.isVisible());
    QCOMPARE(m_window->pages().width(), alone); // over the pages, not beside them
    QCOMPARE(panel.mapTo(m_window.get(), QPoint(panel.width(), 0)).x(), m_window->width());
    QTRY_VERIFY(panel.hasFocus());
    QTest::keyClick(&panel, Qt::Key_Escape);
    QVERIFY(!panel.isVisible());
    widget<QAction>(u"verify"_s)->trigger();
    QVERIFY(panel.isVisible());
    m_window->resize(1440, 800);
    QTRY_VERIFY(panel.isVisible() && toggle->isChecked());
    QTRY_COMPARE(m_window->pages().width(), wide);
}

void WorkbenchTest::closing_canHandOver()
{
    const QByteArray before = test::formPdf();
    open(before);
    m_window->workingCopy().change(
        { u"filled in"_s,
          [](pdf::Document &document, const ui::CancelFlag &) {
              return pdf::fillFields(document, { { u"name"_s, u"Wu"_s } });
          },
          {},
          {},
          {} });
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workingCopy().pending().isEmpty() && m_window->isComplete(),
                             PatienceMs);
    QVERIFY(!m_window->close());
    QTRY_VERIFY(widget<QPushButton>(u"closeHandOver"_s));
    QSignalSpy handed(m_window.get(), &ui::PdfWindow::newVersionReady);
    QSignalSpy closed(m_window.get(), &ui::PdfWindow::closed);
    QTest::mouseClick(widget<QPushButton>(u"closeHandOver"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    QCOMPARE(handed.count(), 1);
    QVERIFY(handed.first().first().toByteArray().startsWith(before));
}

void WorkbenchTest::placeAndTurn_areRemembered()
{
    open(test::officialLetter(3));
    m_window->pages().goTo(1);
    widget<QAction>(u"turnRight"_s)->trigger();
    widget<QAction>(u"outlineAction"_s)->trigger();
    QCOMPARE(m_window->pages().rotation(), 1);
    QVERIFY(m_window->close());
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
    open(test::officialLetter(3));
    QCOMPARE(m_window->pages().rotation(), 1);
    QCOMPARE(m_window->pages().currentPage(), 1);
    QVERIFY(widget<QAction>(u"outlineAction"_s)->isChecked());
}

void WorkbenchTest::settings_areKept()
{
    ui::SigningSettingsBox box(*m_theme, *m_settings);
    box.show();
    auto *server = box.findChild<QLineEdit *>(u"settingsTimestamp"_s);
    server->setText(u"ftp://tsa.example"_s);
    QCOMPARE(ui::signingSettingsIn(*m_settings).timestampUrl, QString());
    server->setText(u"https://tsa.example/ts"_s);
    QCOMPARE(ui::signingSettingsIn(*m_settings).timestampUrl, u"https://tsa.example/ts"_s);
    auto *policy = box.findChild<QComboBox *>(u"settingsReauthentication"_s);
    auto *minutes = box.findChild<QSpinBox *>(u"settingsMinutes"_s);
    QVERIFY(!minutes->isVisible());
    policy->setCurrentIndex(policy->findData(int(ui::Reauthentication::AfterMinutes)));
    QVERIFY(minutes->isVisible());
    minutes->setValue(30);
    const ui::SigningSettings kept = ui::signingSettingsIn(*m_settings);
    QVERIFY(kept.reauthentication == ui::Reauthentication::AfterMinutes);
    QCOMPARE(kept.reauthenticationMinutes, 30);
    ui::SigningSettings trusting = kept;
    trusting.trust.files = { u"/a.pem"_s };
    trusting.trust.folders = { u"/b"_s };
    ui::keep(*m_settings, trusting);
    ui::SigningSettingsBox again(*m_theme, *m_settings);
    auto *list = again.findChild<QListWidget *>(u"settingsTrust"_s);
    QCOMPARE(list->count(), 2);
    list->setCurrentRow(1);
    QTest::mouseClick(again.findChild<QPushButton *>(u"settingsTrustRemove"_s), Qt::LeftButton);
    QCOMPARE(ui::signingSettingsIn(*m_settings).trust.folders, QStringList());
    QCOMPARE(ui::signingSettingsIn(*m_settings).trust.files, QStringList{ u"/a.pem"_s });
}

void WorkbenchTest::changes_areTranslated_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a name") << u"signature added: Approval 1"_s << u"新增签章：Approval 1"_s;
    QTest::newRow("two values") << u"page 3: annotation added (FreeText)"_s
                                << u"第 3 页：新增批注（FreeText）"_s;
    QTest::newRow("no value") << u"validation data added"_s << u"添加了验证数据"_s;
    // The name of a field is a name, whatever it says.
    QTest::newRow("a name like a place") << u"field filled: %2 %1"_s << u"填写了域：%2 %1"_s;
    QTest::newRow("unknown") << u"something new"_s << u"something new"_s;
}

void WorkbenchTest::changes_areTranslated()
{
    QFETCH(QString, english);
    QFETCH(QString, shown);
    QTranslator words;
    QVERIFY(words.load(u":/i18n/andu_zh_CN.qm"_s));
    QCoreApplication::installTranslator(&words);
    const QString text = ui::changeText(english);
    QCoreApplication::removeTranslator(&words);
    QCOMPARE(text, shown);
    QCOMPARE(ui::changeText(english), english);
}

QTEST_MAIN(WorkbenchTest)
#include "workbench_test.moc"
