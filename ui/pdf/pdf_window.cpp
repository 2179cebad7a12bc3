// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdf_window.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/form_overlay.h"
#include "ui/pdf/panel_drawer.h"
#include "ui/pdf/pdf_actions.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/print_job.h"
#include "ui/pdf/seal_session.h"
#include "ui/pdf/side_pane.h"
#include "ui/pdf/signature_panel.h"
#include "ui/pdf/working_copy.h"
#include "ui/shell/toast.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QStackedWidget>

namespace andu::ui {

namespace {

constexpr int HeaderHeight = 48;
constexpr int StatusHeight = 28;
constexpr int FindWidth = 240;
constexpr int NameIcon = 16;

QLabel *statusLabel(const QString &name, const Theme &theme)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme.font(TypeStep::Caption));
    label->setProperty("role", u"secondary"_s);
    return label;
}

} // namespace

PdfWindow::PdfWindow(const Theme &theme, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_places(settings)
    , m_actions(std::make_unique<PdfActions>(this))
    , m_copy(new WorkingCopy(this))
    , m_printing(new PrintJob(this))
    , m_pages(new PageView(theme, m_queue))
    , m_fields(new FormOverlay(theme, *m_pages))
    , m_side(new SidePane(theme, m_queue))
    , m_notice(new PdfNotice(theme))
    , m_pendingStrip(new PdfStrip(u"pendingStrip"_s))
    , m_fieldStrip(new PdfStrip(u"fieldStrip"_s))
    , m_sealStrip(new PdfStrip(u"sealStrip"_s))
    , m_busyStrip(new PdfStrip(u"busyStrip"_s))
    , m_problemStrip(new PdfStrip(u"problemStrip"_s))
    , m_sealing(new SealSession(theme, settings, *m_pages, *m_copy, *m_sealStrip))
    , m_panel(new SignaturePanel(theme))
    , m_stateChip(new QLabel)
    , m_revisionChip(new QLabel)
    , m_stack(new QStackedWidget)
    , m_nameLabel(new QLabel)
    , m_nameIcon(new QLabel)
    , m_find(new QLineEdit)
    , m_placeLabel(statusLabel(u"pdfPlace"_s, theme))
    , m_paperLabel(statusLabel(u"pdfPaper"_s, theme))
    , m_kindLabel(statusLabel(u"pdfKind"_s, theme))
    , m_rightsLabel(statusLabel(u"pdfRights"_s, theme))
{
    setObjectName(u"pdfWindow"_s);
    setMinimumSize(1024, 640);
    auto *frame = new QWidget;
    frame->setObjectName(u"shell"_s);
    frame->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_toolBar = new PdfToolBar(*m_actions);
    layout->addWidget(makeHeader());
    layout->addWidget(m_toolBar);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeStatusBar());
    setCentralWidget(frame);
    m_toast = new Toast(frame);
    m_pages->setOverlay(m_fields);
    m_sealing->setParent(this);
    m_sealing->setIdleOverlay(m_fields);
    m_actions->refreshIcons(theme);
    connectActions();
    connectZoom();
    connectFind();
    connectSealing();
    connect(&m_theme, &Theme::changed, this, [this] {
        m_actions->refreshIcons(m_theme);
        applyDark();
    });
    resize(1440, 900);
    restoreGeometry(m_settings.value("pdf/geometry").toByteArray());
}

PdfWindow::~PdfWindow() = default;

QWidget *PdfWindow::makeHeader()
{
    auto *header = new QFrame;
    header->setObjectName(u"header"_s);
    header->setFixedHeight(HeaderHeight);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    m_nameLabel->setObjectName(u"pdfName"_s);
    m_nameLabel->setTextFormat(Qt::PlainText);
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    m_nameLabel->setFont(bold);
    m_nameLabel->setMinimumWidth(80);
    m_find->setObjectName(u"pdfFind"_s);
    m_find->setPlaceholderText(tr("Find in the text  (Ctrl+F)"));
    m_find->setAccessibleName(tr("Find in the text"));
    m_find->setClearButtonEnabled(true);
    m_find->setFixedSize(FindWidth, 32);
    layout->addWidget(m_nameIcon);
    layout->addWidget(m_nameLabel);
    for (QLabel *chip : { m_stateChip, m_revisionChip }) {
        chip->setProperty("role", u"chip"_s);
        chip->setFont(m_theme.font(TypeStep::Caption));
        chip->hide();
        layout->addWidget(chip);
    }
    m_stateChip->setObjectName(u"pdfState"_s);
    m_revisionChip->setObjectName(u"pdfRevision"_s);
    layout->addStretch();
    layout->addWidget(m_find);
    return header;
}

QWidget *PdfWindow::makeBody()
{
    auto *viewer = new QWidget;
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_problemStrip);
    middle->addWidget(m_busyStrip);
    middle->addWidget(m_pendingStrip);
    middle->addWidget(m_fieldStrip);
    middle->addWidget(m_sealStrip);
    middle->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout(viewer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addLayout(middle, 1);
    new PanelDrawer(*viewer, *row, *m_panel, *m_pages, *m_actions->panel);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(viewer);
    return m_stack;
}

QWidget *PdfWindow::makeStatusBar()
{
    auto *bar = new QFrame;
    bar->setObjectName(u"pdfStatus"_s);
    bar->setFixedHeight(StatusHeight);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(24);
    layout->addWidget(m_placeLabel);
    layout->addWidget(m_paperLabel);
    layout->addWidget(m_kindLabel);
    layout->addStretch();
    layout->addWidget(m_rightsLabel);
    return bar;
}

void PdfWindow::open(const QString &name,
                     const pdf::view::Content &content,
                     const PdfPolicy &policy)
{
    rememberPlace();
    m_name = name;
    m_policy = policy;
    m_isShown = false;
    m_mayClose = false;
    m_nameLabel->setText(m_nameLabel->fontMetrics().elidedText(name, Qt::ElideMiddle, 640));
    m_nameIcon->setPixmap(
        m_theme.pixmap(u"file-pdf"_s, Token::Seal, NameIcon, devicePixelRatioF()));
    setWindowTitle(name);
    m_sealing->cancel();
    m_sealing->setTitle(name);
    m_panel->clear();
    describeCheck();
    m_copy->open(content, m_presetPassword);
    m_fields->discard();
    m_problemStrip->hide();
    load(false);
}

void PdfWindow::load(bool keepsPlace)
{
    const int number = ++m_loads;
    if (!keepsPlace) {
        m_notice->showLoading();
        m_stack->setCurrentIndex(0);
    }
    const auto content = m_copy->content();
    const auto password = m_copy->password();
    const auto read = [content, password] { return pdf::view::readFacts(content, password.get()); };
    const auto done = [this, number, keepsPlace](const Result<pdf::view::DocumentFacts> &facts) {
        if (number != m_loads) {
            return;
        }
        if (facts) {
            showDocument(*facts, keepsPlace);
        } else {
            showFailure(facts.error());
        }
    };
    whenDone(inBackground(read), this, done);
}

void PdfWindow::showFailure(const Error &error)
{
    m_isShown = false;
    m_stack->setCurrentIndex(0);
    if (error.code == ErrorCode::WrongKey) {
        m_notice->askPassword(m_name, m_copy->password() != nullptr);
    } else {
        m_notice->showProblem(tr("This file cannot be shown"), pdfErrorText(error), error.detail);
    }
    updateRights();
}

void PdfWindow::showDocument(const pdf::view::DocumentFacts &facts, bool keepsPlace)
{
    m_facts = facts;
    m_isShown = true;
    m_queue.setContent(m_copy->content(), m_copy->password());
    m_side->showDocument(facts);
    m_pages->showDocument(facts, keepsPlace);
    m_side->find().setDocument(m_copy->content(), m_copy->password());
    m_stack->setCurrentIndex(1);
    if (!keepsPlace) {
        restorePlace();
        m_pages->setFocus();
    }
    m_kindLabel->setText(facts.wasRepaired ? tr("PDF %1, damaged and repaired").arg(facts.version)
                             : facts.isEncrypted ? tr("PDF %1, encrypted").arg(facts.version)
                                                 : tr("PDF %1").arg(facts.version));
    updateRights();
    describePlace();
    describePending();
    verify();
    if (!m_sealWanted.isEmpty() && m_policy.mayChange) {
        m_sealing->start(SealMode::Seal, std::exchange(m_sealWanted, QString()));
    }
}

void PdfWindow::updateRights()
{
    const bool mayPrint = m_policy.mayPrint && m_facts.mayPrint;
    const bool mayCopy = m_policy.mayCopy && m_facts.mayCopy;
    const bool mayChange = m_isShown && m_policy.mayChange;
    m_actions->print->setEnabled(m_isShown && mayPrint);
    m_actions->copy->setEnabled(m_isShown && mayCopy);
    m_actions->saveCopy->setEnabled(m_isShown && m_policy.maySaveCopy);
    for (QAction *action : { m_actions->sign, m_actions->seal, m_actions->seam }) {
        action->setEnabled(mayChange);
    }
    for (QAction *action : { m_actions->verify, m_actions->find, m_actions->goToPage }) {
        action->setEnabled(m_isShown);
    }
    m_fields->setEnabled(mayChange && m_facts.hasForm && m_facts.mayFill);
    updateLongTerm();
    m_rightsLabel->setText(m_isShown ? rightsText(mayPrint, mayCopy) : QString());
}

void PdfWindow::describePlace()
{
    const QList<int> visible = m_pages->visiblePages();
    m_side->thumbnails().setShown(visible);
    const int count = m_pages->pageCount();
    const int current = m_pages->currentPage();
    const int last = isPaired(m_pages->spread()) ? std::min(current + 1, count - 1) : current;
    m_placeLabel->setText(last > current
                              ? tr("Pages %1–%2 of %3").arg(current + 1).arg(last + 1).arg(count)
                              : tr("Page %1 of %2").arg(current + 1).arg(count));
    m_paperLabel->setText(paperText(m_pages->pageSizePt(current)));
}

void PdfWindow::describePending()
{
    const QStringList pending = m_copy->pending();
    if (pending.isEmpty()) {
        m_pendingStrip->hide();
    } else {
        m_pendingStrip->show(
            u"warn"_s,
            tr("Not handed over yet: %1").arg(QLocale().createSeparatedList(pending)),
            tr("Undo"),
            tr("Hand over as new version"));
    }
    const qsizetype typed = m_fields->values().size();
    const bool hasUndo = !pending.isEmpty() || typed > 0 || m_sealing->isPlacing();
    m_actions->undo->setEnabled(hasUndo && !m_copy->isBusy());
    if (typed == 0) {
        m_fieldStrip->hide();
    } else {
        m_fieldStrip->show(
            u"accent"_s,
            tr("%n field(s) filled in, not saved in the document yet", nullptr, int(typed)),
            tr("Discard"),
            tr("Save in the document"));
    }
}

void PdfWindow::restorePlace()
{
    const ReadingPlace place = m_places.placeIn(m_name).value_or(ReadingPlace());
    m_pages->setSpread(place.spread);
    m_pages->turn(place.rotation - m_pages->rotation());
    m_pages->setZoom(place.zoomMode, place.percent);
    m_side->setView(place.side);
    m_actions->twoPages->setChecked(isPaired(place.spread));
    m_actions->onePage->setChecked(!isPaired(place.spread));
    m_actions->continuous->setChecked(isContinuous(place.spread));
    m_pages->goTo(std::min(place.page, m_pages->pageCount() - 1));
}

void PdfWindow::rememberPlace()
{
    if (m_isShown) {
        // A search is over when the document is closed.
        const SideView side
            = m_side->view() == SideView::Find ? SideView::Thumbnails : m_side->view();
        m_places.remember(m_name,
                          { m_pages->currentPage(),
                            m_pages->zoomMode(),
                            m_pages->percent(),
                            m_pages->spread(),
                            m_pages->rotation(),
                            side });
    }
}

bool PdfWindow::isComplete() const
{
    return m_isShown && !m_copy->isBusy() && m_pages->isComplete();
}

} // namespace andu::ui
