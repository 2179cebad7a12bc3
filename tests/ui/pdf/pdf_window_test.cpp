// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "screens.h"
#include "tests/ui/pdf/sample_pdf.h"
#include "ui/pdf/find_pane.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/print_job.h"
#include "ui/pdf/working_copy.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace andu;
using pdf::view::Content;
using test::chooseLanguage;
using test::screenPath;

namespace {

constexpr int PatienceMs = 20000;

} // namespace

/// Drives the workbench by object names over generated files.
class PdfWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { chooseLanguage(); }
    void init();
    void cleanup();
    void document_isShownAndDescribed();
    void password_isAskedAndTakenOnce();
    void brokenFile_saysSo();
    void damagedTable_isReadAndNamed();
    void find_listsAndGoesToPlaces();
    void selection_isCopiedUnlessForbidden_data();
    void selection_isCopiedUnlessForbidden();
    void links_areAskedBefore();
    void outline_leadsToPages();
    void place_isRemembered();
    void fields_areFilledIncrementally();
    void zoom_modesFit();
    void dark_turnsThePaper();
    void print_keepsMillimetres();
    void thousandPages_scrollSmoothly();
    void screens();

private:
    void open(const QByteArray &bytes, const ui::PdfPolicy &policy = {});
    void trigger(const QString &action);
    void saveScreen(const QString &name);
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

void PdfWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::Scheme::Light);
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
}

void PdfWindowTest::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_settings.reset();
    m_folder.reset();
}

void PdfWindowTest::open(const QByteArray &bytes, const ui::PdfPolicy &policy)
{
    QVERIFY(!bytes.isEmpty());
    m_window->open(
        u"关于开展政务数据质量专项治理行动的通知.pdf"_s, Content::fromBytes(bytes), policy);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void PdfWindowTest::trigger(const QString &action)
{
    auto *found = widget<QAction>(action);
    QVERIFY2(found, qPrintable(action));
    QVERIFY2(found->isEnabled(), qPrintable(action));
    found->trigger();
}

void PdfWindowTest::saveScreen(const QString &name)
{
    m_window->grab().save(screenPath(name));
}

void PdfWindowTest::document_isShownAndDescribed()
{
    open(test::officialLetter(3));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QCOMPARE(m_window->pages().pageCount(), 3);
    QCOMPARE(widget<QLabel>(u"pdfPaper"_s)->text(), u"210 × 297 mm"_s);
    QCOMPARE(widget<QLabel>(u"pdfPlace"_s)->text(), u"Page 1 of 3"_s);
    // The red line of the head was drawn: some red in the picture of the pages.
    const QImage shot = m_window->pages().viewport()->grab().toImage();
    int red = 0;
    for (int y = 0; y < shot.height(); y += 2) {
        for (int x = 0; x < shot.width(); x += 2) {
            const QColor colour = shot.pixelColor(x, y);
            red += colour.red() > 180 && colour.green() < 60 ? 1 : 0;
        }
    }
    QVERIFY(red > 100);
}

void PdfWindowTest::password_isAskedAndTakenOnce()
{
    open(test::encrypted(test::officialLetter(1), u"secret"_s));
    QTRY_VERIFY(widget<QLineEdit>(u"pdfPassword"_s)->isVisible());
    QVERIFY(!m_window->isComplete());
    QTest::keyClicks(widget<QLineEdit>(u"pdfPassword"_s), u"wrong"_s);
    QTest::keyClick(widget<QLineEdit>(u"pdfPassword"_s), Qt::Key_Return);
    QTRY_VERIFY(widget<QLabel>(u"noticeText"_s)->text().contains(u"does not open"_s));
    QVERIFY(widget<QLineEdit>(u"pdfPassword"_s)->text().isEmpty());
    QTest::keyClicks(widget<QLineEdit>(u"pdfPassword"_s), u"secret"_s);
    QTest::mouseClick(widget<QPushButton>(u"pdfPasswordOpen"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QVERIFY(widget<QLabel>(u"pdfKind"_s)->text().contains(u"encrypted"_s));
    QVERIFY(widget<QLabel>(u"pdfRights"_s)->text().contains(u"not allowed"_s)); // --extract=n
}

void PdfWindowTest::brokenFile_saysSo()
{
    open("this is no document at all");
    QTRY_COMPARE(widget<QLabel>(u"noticeTitle"_s)->text(), u"This file cannot be shown"_s);
    QVERIFY(widget<QLabel>(u"noticeText"_s)->text().contains(u"damaged"_s));
    QVERIFY(!widget<QAction>(u"print"_s)->isEnabled());
    QVERIFY(!widget<QAction>(u"seal"_s)->isEnabled());
}

void PdfWindowTest::damagedTable_isReadAndNamed()
{
    QByteArray bytes = test::officialLetter(1);
    const qsizetype at = bytes.lastIndexOf("startxref");
    bytes.replace(at, bytes.size() - at, "startxref\n7\n%%EOF\n");
    open(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QVERIFY(widget<QLabel>(u"pdfKind"_s)->text().contains(u"damaged"_s));
}

void PdfWindowTest::find_listsAndGoesToPlaces()
{
    open(test::manyPages(40));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    trigger(u"find"_s);
    widget<QLineEdit>(u"pdfFind"_s)->setText(u"第33页第7行"_s);
    auto *hits = widget<QListWidget>(u"findHits"_s);
    QTRY_COMPARE_WITH_TIMEOUT(hits->count(), 1, PatienceMs);
    QTRY_COMPARE(m_window->pages().currentPage(), 32);
    QTRY_COMPARE(widget<QLabel>(u"findSummary"_s)->text(), u"1 place(s) found"_s);
    widget<QLineEdit>(u"pdfFind"_s)->setText(u"第1行"_s);
    QTRY_COMPARE_WITH_TIMEOUT(hits->count(), 40, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    const int page = m_window->pages().currentPage();
    QTest::keyClick(widget<QLineEdit>(u"pdfFind"_s), Qt::Key_Return);
    QTRY_VERIFY(m_window->pages().currentPage() != page);
}

void PdfWindowTest::selection_isCopiedUnlessForbidden_data()
{
    QTest::addColumn<bool>("mayCopy");
    QTest::newRow("allowed") << true;
    QTest::newRow("forbidden by the office") << false;
}

void PdfWindowTest::selection_isCopiedUnlessForbidden()
{
    QFETCH(bool, mayCopy);
    ui::PdfPolicy policy;
    policy.mayCopy = mayCopy;
    open(test::manyPages(2), policy);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QApplication::clipboard()->setText(u"before"_s);
    auto &pages = m_window->pages();
    const auto &layer = pages.details().value(0).text;
    const auto places = layer.find(u"第1页第0行"_s);
    QVERIFY2(places.size() == 1, qPrintable(layer.text.left(80)));
    const QRectF line = layer.lines(places.first()).first();
    const auto transform = pages.transformOf(0);
    const auto at
        = [&](double x) { return transform.toView(QPointF(x, line.center().y())).toPoint(); };
    QTest::mousePress(pages.viewport(), Qt::LeftButton, {}, at(line.left() + 1));
    QTest::mouseMove(pages.viewport(), at(line.center().x()));
    QTest::mouseMove(pages.viewport(), at(line.right() - 0.5));
    QTest::mouseRelease(pages.viewport(), Qt::LeftButton, {}, at(line.right() - 0.5));
    QTest::keyClick(&pages, Qt::Key_C, Qt::ControlModifier);
    const QString expected = layer.text.mid(places.first().from, places.first().length);
    QCOMPARE(QApplication::clipboard()->text(), mayCopy ? expected : u"before"_s);
}

void PdfWindowTest::links_areAskedBefore()
{
    open(test::linkedPdf());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    auto &pages = m_window->pages();
    const auto links = pages.details().value(0).links;
    QCOMPARE(links.size(), 2);
    const auto click = [&](const QRectF &area) {
        QTest::mouseClick(pages.viewport(),
                          Qt::LeftButton,
                          {},
                          pages.transformOf(0).toView(area.center()).toPoint());
    };
    click(links.at(0).areaPt);
    QTRY_VERIFY(widget<QMessageBox>(u"linkQuestion"_s));
    auto *question = widget<QMessageBox>(u"linkQuestion"_s);
    QCOMPARE(question->informativeText(), u"https://office.example/notice"_s);
    question->reject();
    click(links.at(1).areaPt);
    QTRY_COMPARE(pages.currentPage(), 1);
    // A page with /Rotate is measured as it is displayed.
    QCOMPARE(pages.pageSizePt(1), QSizeF(595, 842));
}

void PdfWindowTest::outline_leadsToPages()
{
    open(test::linkedPdf());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    trigger(u"outlineAction"_s);
    auto *outline = widget<QTreeWidget>(u"outline"_s);
    QCOMPARE(outline->topLevelItemCount(), 2);
    QCOMPARE(outline->topLevelItem(1)->text(0), u"Second chapter"_s);
    const QRect at = outline->visualItemRect(outline->topLevelItem(1));
    QTest::mouseClick(outline->viewport(), Qt::LeftButton, {}, at.center());
    QTRY_COMPARE(m_window->pages().currentPage(), 1);
}

void PdfWindowTest::place_isRemembered()
{
    open(test::manyPages(20));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    m_window->pages().setZoom(ui::ZoomMode::Percent, 80);
    m_window->pages().goTo(12);
    m_window->close();
    m_window = std::make_unique<ui::PdfWindow>(*m_theme, *m_settings);
    open(test::manyPages(20));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QCOMPARE(m_window->pages().currentPage(), 12);
    QCOMPARE(qRound(m_window->pages().percent()), 80);
    QFile file(m_settings->fileName());
    m_settings->sync();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(u"通知"_s.toUtf8()));
}

void PdfWindowTest::fields_areFilledIncrementally()
{
    const QByteArray before = test::formPdf();
    open(before);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    auto &pages = m_window->pages();
    const auto click = [&](const QString &field) {
        for (const auto &found : pages.details().value(0).widgets) {
            if (found.name == field) {
                QTest::mouseClick(pages.viewport(),
                                  Qt::LeftButton,
                                  {},
                                  pages.transformOf(0).toView(found.areaPt.center()).toPoint());
                return;
            }
        }
        QFAIL("no such field");
    };
    click(u"name"_s);
    auto *editor = widget<QLineEdit>(u"fieldEditor"_s);
    QVERIFY(editor);
    editor->setText(u"吴昊 Wu"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    click(u"agreed"_s);
    QTRY_VERIFY(widget<QPushButton>(u"fieldStripSecond"_s)->isVisible());
    saveScreen(u"fields"_s);
    QTest::mouseClick(widget<QPushButton>(u"fieldStripSecond"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QPushButton>(u"pendingStripSecond"_s)->isVisible(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    // The fields of the new version are read in the background.
    const auto isFilled = [&pages] {
        int filled = 0;
        for (const auto &found : pages.details().value(0).widgets) {
            filled += found.name == u"name"_s && found.value == u"吴昊 Wu"_s ? 1 : 0;
            filled += found.name == u"agreed"_s && found.isChecked ? 1 : 0;
        }
        return filled == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFilled(), PatienceMs);
    QSignalSpy handed(m_window.get(), &ui::PdfWindow::newVersionReady);
    QTest::mouseClick(widget<QPushButton>(u"pendingStripSecond"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(handed.count(), 1, PatienceMs);
    const QByteArray after = handed.first().first().toByteArray();
    QVERIFY(after.size() > before.size());
    QVERIFY(after.startsWith(before));
    QVERIFY(m_window->workingCopy().pending().isEmpty());
}

void PdfWindowTest::zoom_modesFit()
{
    open(test::officialLetter(2));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    auto &pages = m_window->pages();
    trigger(u"fitPage"_s);
    QTRY_VERIFY(pages.transformOf(0).rect.height() <= pages.viewport()->height());
    trigger(u"fitWidth"_s);
    QTRY_VERIFY(pages.transformOf(0).rect.width() > pages.viewport()->width() * 0.9);
    trigger(u"trueSize"_s);
    const double inches = pages.transformOf(0).rect.width() / pages.screen()->physicalDotsPerInch();
    QVERIFY(std::abs(inches * 25.4 - 210) < 0.5);
    trigger(u"turnRight"_s);
    QTRY_VERIFY(pages.transformOf(0).rect.width() > pages.transformOf(0).rect.height());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
}

void PdfWindowTest::dark_turnsThePaper()
{
    open(test::officialLetter(1));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    auto &pages = m_window->pages();
    const auto paper = [&] {
        const QPoint at = pages.transformOf(0).toView(QPointF(20, 20)).toPoint();
        return pages.viewport()->grab().toImage().pixelColor(at);
    };
    QCOMPARE(paper(), QColor(Qt::white));
    trigger(u"darkReading"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QVERIFY(paper().lightness() < 80);
}

void PdfWindowTest::print_keepsMillimetres()
{
    // A black square of exactly 100 mm, 30 mm from left and top.
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(254);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter(&writer);
        painter.fillRect(QRect(300, 300, 1000, 1000), Qt::black);
    }
    const QString path = m_folder->filePath(u"printed.pdf"_s);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(path);
    printer->setResolution(300);
    ui::PrintJob job;
    QSignalSpy printed(&job, &ui::PrintJob::printed);
    job.start(Content::fromBytes(bytes), {}, { QSizeF(595.28, 841.89) }, { 0 }, printer);
    printer.reset();
    QTRY_COMPARE_WITH_TIMEOUT(printed.count(), 1, PatienceMs);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto reader = pdf::view::PageReader::open(Content::fromBytes(file.readAll()), nullptr);
    QVERIFY(reader.has_value());
    QVERIFY(std::abs((*reader)->facts().pageSizesPt.first().width() - 595.28) < 1);
    const QImage shown = (*reader)->render(0, { 254 / 72.0, 0, {}, false }, nullptr);
    const auto isBlack = [&](int x, int y) { return qGray(shown.pixel(x, y)) < 128; };
    int left = 0;
    while (left < shown.width() && !isBlack(left, 800)) {
        ++left;
    }
    int right = shown.width() - 1;
    while (right > 0 && !isBlack(right, 800)) {
        --right;
    }
    QVERIFY2(std::abs(left - 300) <= 2, qPrintable(QString::number(left)));
    QVERIFY2(std::abs(right - left + 1 - 1000) <= 2, qPrintable(QString::number(right - left + 1)));
}

void PdfWindowTest::thousandPages_scrollSmoothly()
{
    open(test::manyPages(1000));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    auto *bar = m_window->pages().verticalScrollBar();
    QElapsedTimer clock;
    qint64 worst = 0;
    qint64 sum = 0;
    int steps = 0;
    for (int value = 0; value < bar->maximum(); value += std::max(1, bar->maximum() / 300)) {
        clock.start();
        bar->setValue(value);
        m_window->pages().viewport()->repaint();
        worst = std::max(worst, clock.nsecsElapsed());
        sum += clock.nsecsElapsed();
        ++steps;
        QTest::qWait(5);
    }
    qInfo("1000 pages: %d scroll steps, mean %.2f ms, worst %.2f ms",
          steps,
          double(sum) / steps / 1e6,
          double(worst) / 1e6);
    QVERIFY(double(sum) / steps / 1e6 < 8); // a frame, on average
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
}

void PdfWindowTest::screens()
{
    open(test::officialLetter(3));
    trigger(u"twoPages"_s);
    m_window->pages().setZoom(ui::ZoomMode::Percent, 60);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    QTest::qWait(300);
    saveScreen(u"viewer_light"_s);
    m_theme->setScheme(ui::Scheme::Dark);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    saveScreen(u"viewer_dark"_s);
    widget<QLineEdit>(u"pdfFind"_s)->setText(u"2026年9月"_s);
    QTRY_VERIFY_WITH_TIMEOUT(widget<QListWidget>(u"findHits"_s)->count() > 10, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    saveScreen(u"find_dark"_s);
    m_window->resize(1024, 640);
    m_theme->setScheme(ui::Scheme::Light);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isComplete(), PatienceMs);
    saveScreen(u"narrow"_s);
    QTest::qWait(1);
}

QTEST_MAIN(PdfWindowTest)
#include "pdf_window_test.moc"
