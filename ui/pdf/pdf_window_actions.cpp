// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons and keys of PdfWindow do.
#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/form_overlay.h"
#include "ui/pdf/pdf_actions.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/print_job.h"
#include "ui/pdf/seal_session.h"
#include "ui/pdf/side_pane.h"
#include "ui/pdf/working_copy.h"
#include "ui/shell/toast.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QShortcut>
#include <QUrl>

namespace andu::ui {

namespace {

constexpr int BusyAfterMs = 400; ///< Shorter work is not worth a line that comes and goes.

} // namespace

void PdfWindow::connectActions()
{
    addActions(m_actions->all());
    connect(m_notice, &PdfNotice::passwordGiven, this, [this](const auto &password) {
        m_copy->open(m_copy->content(), password);
        load(false);
    });
    connect(m_copy, &WorkingCopy::changed, this, [this] {
        m_fields->discard();
        load(true);
    });
    connectBusy();
    connect(m_problemStrip, &PdfStrip::firstChosen, m_problemStrip, &QWidget::hide);
    connect(m_copy, &WorkingCopy::failed, this, [this](const Error &error) {
        showProblem(pdfErrorText(error));
    });
    connect(m_fields, &FormOverlay::changed, this, &PdfWindow::describePending);
    connect(m_fieldStrip, &PdfStrip::firstChosen, m_fields, &FormOverlay::discard);
    connect(m_fieldStrip, &PdfStrip::secondChosen, this, &PdfWindow::saveFields);
    connect(m_pendingStrip, &PdfStrip::firstChosen, m_copy, &WorkingCopy::undo);
    connect(m_pendingStrip, &PdfStrip::secondChosen, this, &PdfWindow::handOver);
    connect(m_actions->undo, &QAction::triggered, this, &PdfWindow::undo);
    connect(m_actions->print, &QAction::triggered, this, &PdfWindow::startPrinting);
    connect(m_actions->saveCopy, &QAction::triggered, this, &PdfWindow::saveCopy);
    connect(m_actions->copy, &QAction::triggered, this, &PdfWindow::copyText);
    connect(m_actions->goToPage, &QAction::triggered, this, &PdfWindow::askPage);
    connect(m_actions->dark, &QAction::toggled, this, &PdfWindow::applyDark);
    connect(m_pages, &PageView::copyRequested, this, &PdfWindow::copyText);
    connect(m_pages, &PageView::linkClicked, this, &PdfWindow::followLink);
    connect(m_pages, &PageView::currentPageChanged, this, &PdfWindow::describePlace);
    connect(m_side, &SidePane::pageChosen, this, [this](int page) { m_pages->goTo(page); });
    connect(m_printing, &PrintJob::printed, this, [this] {
        m_toast->show(tr("The document was sent to the printer."));
    });
    connect(m_printing, &PrintJob::failed, this, [this](const Error &error) {
        m_toast->show(pdfErrorText(error));
    });
    connect(m_actions->thumbnails, &QAction::triggered, this, [this](bool isOn) {
        m_side->setView(isOn ? SideView::Thumbnails : SideView::Hidden);
    });
    connect(m_actions->outline, &QAction::triggered, this, [this](bool isOn) {
        m_side->setView(isOn ? SideView::Outline : SideView::Thumbnails);
    });
    connect(m_side, &SidePane::viewChanged, this, [this](SideView view) {
        m_actions->thumbnails->setChecked(view == SideView::Thumbnails);
        m_actions->outline->setChecked(view == SideView::Outline);
    });
}

/// Work that takes long shows as a line and can be cancelled.
void PdfWindow::connectBusy()
{
    connect(m_copy, &WorkingCopy::busyChanged, this, [this](bool isBusy) {
        describePending();
        updateLongTerm();
        if (isBusy) {
            m_problemStrip->hide();
            m_busyDelay.start();
        } else {
            m_busyDelay.stop();
            m_busyStrip->hide();
        }
    });
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(BusyAfterMs);
    connect(&m_busyDelay, &QTimer::timeout, this, [this] {
        m_busyStrip->show(u"accent"_s, tr("Working on the document…"), tr("Cancel"));
    });
    connect(m_busyStrip, &PdfStrip::firstChosen, m_copy, &WorkingCopy::cancel);
}

void PdfWindow::connectZoom()
{
    const auto showZoom = [this] {
        m_toolBar->setPercent(m_pages->percent());
        const ZoomMode mode = m_pages->zoomMode();
        m_actions->fitWidth->setChecked(mode == ZoomMode::Width);
        m_actions->fitPage->setChecked(mode == ZoomMode::Page);
        m_actions->trueSize->setChecked(mode == ZoomMode::TrueSize);
        describePlace();
    };
    connect(m_pages, &PageView::zoomChanged, this, showZoom);
    const auto zoomTo = [this, showZoom](ZoomMode mode) {
        m_pages->setZoom(mode, m_pages->percent());
        showZoom();
    };
    connect(m_actions->fitWidth, &QAction::triggered, this, [=] { zoomTo(ZoomMode::Width); });
    connect(m_actions->fitPage, &QAction::triggered, this, [=] { zoomTo(ZoomMode::Page); });
    connect(m_actions->trueSize, &QAction::triggered, this, [=] { zoomTo(ZoomMode::TrueSize); });
    connect(m_toolBar, &PdfToolBar::percentChosen, this, [this](double percent) {
        m_pages->setZoom(ZoomMode::Percent, percent);
    });
    const auto middle = [this] { return QRectF(m_pages->viewport()->rect()).center(); };
    connect(
        m_actions->zoomIn, &QAction::triggered, this, [=, this] { m_pages->zoomBy(1, middle()); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [=, this] {
        m_pages->zoomBy(-1, middle());
    });
    const auto spread = [this] {
        const bool isTwo = m_actions->twoPages->isChecked();
        const bool flows = m_actions->continuous->isChecked();
        m_pages->setSpread(isTwo ? (flows ? Spread::TwoContinuous : Spread::TwoPages)
                                 : (flows ? Spread::Continuous : Spread::OnePage));
        describePlace();
    };
    auto *group = new QActionGroup(this);
    group->addAction(m_actions->onePage);
    group->addAction(m_actions->twoPages);
    connect(group, &QActionGroup::triggered, this, spread);
    connect(m_actions->continuous, &QAction::triggered, this, spread);
    connect(m_actions->turnLeft, &QAction::triggered, this, [this] { m_pages->turn(-1); });
    connect(m_actions->turnRight, &QAction::triggered, this, [this] { m_pages->turn(1); });
}

void PdfWindow::connectFind()
{
    FindPane &pane = m_side->find();
    connect(m_actions->find, &QAction::triggered, this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this, &pane](const QString &text) {
        m_side->setView(text.isEmpty() ? SideView::Thumbnails : SideView::Find);
        pane.look(text, m_pages->currentPage());
    });
    connect(m_find, &QLineEdit::returnPressed, this, [&pane] {
        pane.step(QApplication::keyboardModifiers() & Qt::ShiftModifier ? -1 : 1);
    });
    connect(m_actions->findNext, &QAction::triggered, this, [&pane] { pane.step(1); });
    connect(m_actions->findPrevious, &QAction::triggered, this, [&pane] { pane.step(-1); });
    connect(&pane, &FindPane::changed, this, [this, &pane] {
        m_sealing->setWords(pane.hits());
        m_pages->setHits(pane.hits(), pane.current());
    });
    connect(&pane, &FindPane::hitChosen, this, [this](const pdf::view::SearchHit &hit) {
        m_pages->goTo(hit.page, hit.linesPt.value(0));
    });
}

void PdfWindow::applyDark()
{
    std::optional<pdf::view::DarkReading> colours;
    if (m_actions->dark->isChecked()) {
        // The dark scheme's paper, whatever scheme the window has.
        colours = m_theme.isDark()
            ? pdf::view::DarkReading{ m_theme.colour(Token::Surface), m_theme.colour(Token::Text) }
            : pdf::view::DarkReading{ m_theme.colour(Token::Text),
                                      m_theme.colour(Token::Surface2) };
    }
    m_pages->setDarkReading(colours);
}

void PdfWindow::followLink(const pdf::view::PageLink &link)
{
    if (link.page) {
        m_pages->goTo(*link.page);
        return;
    }
    const QUrl url(link.url, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool isKnown = scheme == u"http"_s || scheme == u"https"_s || scheme == u"mailto"_s;
    if (!url.isValid() || !isKnown) {
        m_toast->show(tr("This link leads to something that is not opened from a document."));
        return;
    }
    auto *box = new QMessageBox(this);
    box->setObjectName(u"linkQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Open this link from the document?"));
    box->setInformativeText(url.toString(QUrl::FullyEncoded).left(500));
    QPushButton *open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(open, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

void PdfWindow::askPage()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"goToPageDialog"_s);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setLabelText(tr("Page (1 to %1)").arg(m_pages->pageCount()));
    dialog->setIntRange(1, std::max(1, m_pages->pageCount()));
    dialog->setIntValue(m_pages->currentPage() + 1);
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int page) {
        m_pages->goTo(page - 1);
    });
    dialog->open();
}

void PdfWindow::copyText()
{
    if (!m_actions->copy->isEnabled()) {
        m_toast->show(tr("Copying text from this document is not allowed."));
        return;
    }
    const QString text = m_pages->selectedText();
    if (!text.isEmpty()) {
        QApplication::clipboard()->setText(text);
        m_toast->show(tr("%n character(s) copied", nullptr, int(text.size())));
    }
}

void PdfWindow::startPrinting()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_name);
    printer->setFullPage(true);
    printer->setPageLayout(paperFor(m_pages->pageSizePt(m_pages->currentPage())));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange
                       | QAbstractPrintDialog::PrintCurrentPage);
    dialog->setMinMax(1, m_pages->pageCount());
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(printer); });
    dialog->open();
}

void PdfWindow::printTo(const std::shared_ptr<QPrinter> &printer)
{
    QString range;
    if (printer->printRange() == QPrinter::PageRange && printer->fromPage() > 0) {
        range = u"%1-%2"_s.arg(printer->fromPage()).arg(printer->toPage());
    } else if (printer->printRange() == QPrinter::CurrentPage) {
        range = QString::number(m_pages->currentPage() + 1);
    }
    m_printing->start(m_copy->content(),
                      m_copy->password(),
                      m_facts.pageSizesPt,
                      pagesOf(range, m_pages->pageCount()),
                      printer);
}

void PdfWindow::saveCopy()
{
    auto *dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(u"pdf"_s);
    QString name = m_name.section(u'/', -1).section(u'\\', -1);
    while (name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto write = [content = m_copy->content(), path]() -> Result<void> {
            const auto bytes = content.readAll();
            if (!bytes) {
                return tl::unexpected<Error>(bytes.error());
            }
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size()
                || !file.commit()) {
                return fail(ErrorCode::Storage, file.errorString());
            }
            return {};
        };
        whenDone(inBackground(write), this, [this](const Result<void> &result) {
            m_toast->show(result ? tr("The copy was saved.") : pdfErrorText(result.error()));
        });
    });
    dialog->open();
}

void PdfWindow::saveFields()
{
    m_fields->commit();
    const QList<pdf::FieldValue> values = m_fields->values();
    WorkingCopy::Change change;
    change.what = tr("%n field(s) filled in", nullptr, int(values.size()));
    change.make = [values](pdf::Document &document, const CancelFlag &) {
        return pdf::fillFields(document, values);
    };
    m_copy->change(std::move(change));
}

/// The last thing done, whatever it was: a movement, a value typed, a change of the document.
void PdfWindow::undo()
{
    if (m_sealing->isPlacing()) {
        m_sealing->placement().undo();
    } else if (!m_fields->undo()) {
        m_copy->undo();
    }
}

void PdfWindow::handOver()
{
    const QStringList changes = m_copy->pending();
    const auto read = [content = m_copy->content()] { return content.readAll(); };
    whenDone(inBackground(read), this, [this, changes](const Result<QByteArray> &bytes) {
        const bool closes = std::exchange(m_closesWhenHandedOver, false);
        if (!bytes) {
            showProblem(pdfErrorText(bytes.error()));
            return;
        }
        m_copy->markHandedOver();
        describePending();
        Q_EMIT newVersionReady(*bytes, changes);
        m_toast->show(tr("Handed over as the new version."));
        if (closes) {
            close();
        }
    });
}

void PdfWindow::askBeforeClosing()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(u"closeQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setText(tr("The changes have not been handed over."));
    box->setInformativeText(tr("They are lost when the window is closed now."));
    // What is typed into fields has to be saved in the document first.
    if (m_fields->values().isEmpty()) {
        QPushButton *handOver = box->addButton(tr("Hand over and close"), QMessageBox::AcceptRole);
        handOver->setObjectName(u"closeHandOver"_s);
        connect(handOver, &QPushButton::clicked, this, [this] {
            m_closesWhenHandedOver = true;
            this->handOver();
        });
    }
    QPushButton *discard = box->addButton(tr("Close and discard"), QMessageBox::DestructiveRole);
    box->addButton(tr("Stay"), QMessageBox::RejectRole);
    connect(discard, &QPushButton::clicked, this, [this] {
        m_mayClose = true;
        close();
    });
    box->open();
}

void PdfWindow::closeEvent(QCloseEvent *event)
{
    m_fields->commit();
    const bool isUnsaved = !m_copy->pending().isEmpty() || !m_fields->values().isEmpty();
    if (isUnsaved && !m_mayClose) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    rememberPlace();
    m_settings.setValue("pdf/geometry", saveGeometry());
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void PdfWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        rememberPlace();
    }
}

} // namespace andu::ui
