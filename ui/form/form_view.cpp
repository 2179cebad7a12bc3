// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_view.h"

#include "core/base/literals.h"
#include "ui/form/find_bar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace andu::ui {

namespace {

constexpr double CardWidth = 1160;
constexpr double LeastZoom = 0.5;
constexpr double MostZoom = 3;
constexpr double ZoomStep = 1.1;
constexpr int SliceMs = 6; ///< Work in idle time, less than a frame.

} // namespace

FormView::FormView(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_idle(new QTimer(this))
{
    setObjectName(u"formView"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::TabFocus);
    m_idle->setInterval(0);
    connect(m_idle, &QTimer::timeout, this, &FormView::makeSome);
    connect(&theme, &Theme::changed, this, &FormView::rebuild);
    addShortcuts();
}

FormView::~FormView()
{
    releaseFocus();
    delete widget(); // Its editors use the host.
}

void FormView::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, void (FormView::*run)()) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    add(QKeySequence::ZoomIn, &FormView::zoomIn);
    add(QKeySequence(Qt::CTRL | Qt::Key_Equal), &FormView::zoomIn);
    add(QKeySequence::ZoomOut, &FormView::zoomOut);
    add(QKeySequence::Find, &FormView::openFind);
    add(Qt::Key_F3, &FormView::findNextOne);
    add(Qt::SHIFT | Qt::Key_F3, &FormView::findPreviousOne);
    auto *reset = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_0), this);
    reset->setContext(Qt::WidgetWithChildrenShortcut);
    connect(reset, &QShortcut::activated, this, [this] { setZoom(1); });
}

void FormView::setSession(forms::FormSession *session)
{
    releaseFocus();
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    delete takeWidget();
    m_page = {};
    m_errors = nullptr;
    m_failures.clear();
    m_host.reset();
    m_session = session;
    if (session) {
        m_host = std::make_unique<FormHost>(*session);
        m_host->setPhrases(m_phrases);
        m_host->setRecentPeople(m_recent);
        connectSession();
        connectHost();
    }
    rebuild();
    m_noteCount = session ? session->notes().size() : 0;
    Q_EMIT hintsChanged();
}

void FormView::connectSession()
{
    connect(m_session, &forms::FormSession::valueChanged, this, [this](const QString &id) {
        if (FieldBox *box = m_page.byId.value(id)) {
            box->showValue();
        }
        Q_EMIT edited();
        if (m_session->notes().size() != m_noteCount) {
            m_noteCount = m_session->notes().size();
            Q_EMIT hintsChanged();
        }
    });
    connect(m_session, &forms::FormSession::stateChanged, this, &FormView::showState);
    connect(m_session, &forms::FormSession::focusWanted, this, &FormView::focusField);
}

void FormView::connectHost()
{
    FormHost *host = m_host.get();
    connect(host, &FormHost::typed, this, &FormView::edited);
    connect(host, &FormHost::focusWanted, this, &FormView::focusField);
    connect(host, &FormHost::filesWanted, this, &FormView::filesWanted);
    connect(host, &FormHost::replaceWanted, this, &FormView::replaceWanted);
    connect(host, &FormHost::removeWanted, this, &FormView::removeWanted);
    connect(host, &FormHost::previewWanted, this, &FormView::previewWanted);
    connect(host, &FormHost::saveWanted, this, &FormView::saveWanted);
    connect(host, &FormHost::browserWanted, this, &FormView::browserWanted);
    connect(host, &FormHost::inkMade, this, &FormView::inkMade);
    connect(host, &FormHost::phraseWanted, this, &FormView::phraseWanted);
    connect(host, &FormHost::recentPeopleChanged, this, [this](const QStringList &names) {
        m_recent = names;
        Q_EMIT recentPeopleChanged(names);
    });
}

void FormView::rebuild()
{
    commit();
    delete takeWidget();
    m_page = {};
    m_next = 0;
    const FormLook look(m_theme, m_zoom);
    auto *canvas = new QWidget;
    canvas->setObjectName(u"canvas"_s);
    canvas->setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QHBoxLayout(canvas);
    const int margin = look.px(24);
    outer->setContentsMargins(margin, margin, margin, margin);
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    card->setMaximumWidth(look.px(CardWidth));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(margin, look.px(16), margin, margin);
    layout->setSpacing(look.px(8));
    outer->addWidget(card, 1, Qt::AlignTop);
    m_errors = new QFrame;
    m_errors->setObjectName(u"errorStrip"_s);
    new QVBoxLayout(m_errors);
    m_errors->hide();
    layout->addWidget(m_errors);
    if (m_zoom != 1) {
        card->setFont(look.font(TypeStep::Base));
        card->setStyleSheet(zoomSheet());
    }
    if (m_session) {
        m_page = FormBuilder(FormContext{ *m_session, look, *m_host }).build();
        layout->addWidget(m_page.root);
        updateErrors();
    }
    card->setVisible(m_session != nullptr);
    setWidget(canvas);
    if (m_find) {
        m_find->setPage(m_page.root);
    }
    m_idle->start();
}

QString FormView::zoomSheet() const
{
    const FormLook look(m_theme, m_zoom);
    // The theme's style sheet fixes heights in pixels and fonts by class; these follow the zoom.
    const int box = look.px(14);
    const int ring = look.px(5);
    return u"QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QPushButton, QToolButton, QCheckBox,"
           "QRadioButton, QLabel, QTableView, QHeaderView, QTabBar { font-size: %1pt; }"
           "QLineEdit, QComboBox, QPushButton { min-height: %2px; }"
           "QCheckBox::indicator { width: %3px; height: %3px; }"
           "QRadioButton::indicator { width: %3px; height: %3px; border-radius: %4px; }"
           "QRadioButton::indicator:checked { width: %5px; height: %5px; border-width: %6px; }"_s
               .arg(look.font(TypeStep::Base).pointSizeF())
               .arg(look.px(22))
               .arg(box)
               .arg((box + 2) / 2)
               .arg(box + 2 - 2 * ring)
               .arg(ring);
}

void FormView::showState(const QString &id)
{
    if (FieldBox *box = m_page.byId.value(id)) {
        box->showState();
    } else if (m_page.parts.contains(id)) {
        m_page.parts.value(id).apply(m_session->state(id), id);
    } else if (const forms::Module *module = m_session->model().find(id);
               module && !module->grid.isEmpty()) {
        if (FieldBox *grid = m_page.byId.value(module->grid)) {
            grid->showState();
        }
    }
    if (!m_failures.isEmpty() && m_session->state(id).mark.isEmpty()) {
        const auto gone = m_failures.removeIf(
            [&id](const forms::Failure &failure) { return failure.field == id; });
        if (gone > 0) {
            updateErrors();
        }
    }
}

void FormView::commit()
{
    for (FieldBox *box : std::as_const(m_page.boxes)) {
        box->commit();
    }
}

void FormView::showFailures(const QList<forms::Failure> &failures)
{
    m_failures = failures;
    updateErrors();
    if (!failures.isEmpty()) {
        verticalScrollBar()->setValue(0);
    }
}

void FormView::updateErrors()
{
    if (!m_errors) {
        return;
    }
    qDeleteAll(m_errors->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_errors->setHidden(m_failures.isEmpty());
    auto *title = new QLabel(tr("%n entries need attention", nullptr, int(m_failures.size())));
    m_errors->layout()->addWidget(title);
    for (const forms::Failure &failure : std::as_const(m_failures)) {
        const forms::Module *module = m_session->model().find(failure.field);
        QString text = failure.text;
        if (module && !module->label.isEmpty() && !text.contains(module->label)) {
            text = tr("%1: %2").arg(module->label, text);
        }
        auto *link = new QPushButton(text.replace(u'&', u"&&"_s));
        link->setProperty("role", u"link"_s);
        link->setObjectName(u"error:"_s + failure.field);
        link->setEnabled(module != nullptr);
        link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(
            link,
            &QPushButton::clicked,
            this,
            [this, id = failure.field] { focusField(id); },
            Qt::QueuedConnection);
        m_errors->layout()->addWidget(link);
    }
}

QUndoStack *FormView::undoStack() const
{
    return m_host ? &m_host->undoStack() : nullptr;
}

void FormView::setPhrases(const QStringList &phrases)
{
    m_phrases = phrases;
    if (m_host) {
        m_host->setPhrases(phrases);
    }
}

void FormView::setRecentPeople(const QStringList &names)
{
    m_recent = names;
    if (m_host) {
        m_host->setRecentPeople(names);
    }
}

void FormView::setAttachments(const QList<Attachment> &attachments)
{
    if (m_host) {
        m_host->setAttachments(attachments);
    }
}

void FormView::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, LeastZoom, MostZoom);
    if (qFuzzyCompare(wanted, m_zoom)) {
        return;
    }
    const double place = verticalScrollBar()->maximum() > 0
        ? double(verticalScrollBar()->value()) / verticalScrollBar()->maximum()
        : 0;
    m_zoom = wanted;
    rebuild();
    QTimer::singleShot(0, this, [this, place] {
        verticalScrollBar()->setValue(qRound(place * verticalScrollBar()->maximum()));
    });
    Q_EMIT zoomChanged(m_zoom);
}

void FormView::zoomIn()
{
    setZoom(m_zoom * ZoomStep);
}

void FormView::zoomOut()
{
    setZoom(m_zoom / ZoomStep);
}

void FormView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
        event->accept();
        return;
    }
    QScrollArea::wheelEvent(event);
}

void FormView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_idle->start();
}

void FormView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeFind();
    delete m_found; // it stands where something else is now
    m_idle->start();
}

void FormView::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    makeVisible();
}

/// Editors for what can be seen.
void FormView::makeVisible()
{
    const QRect seen = viewport()->rect();
    for (FieldBox *box : std::as_const(m_page.boxes)) {
        if (!box->isMade() && box->isVisible()) {
            const QPoint at = box->mapTo(viewport(), QPoint());
            if (QRect(at, box->size()).intersects(seen)) {
                box->make();
            }
        }
    }
}

/// The rest, a few at a time, whenever there is nothing else to do.
void FormView::makeSome()
{
    if (!isVisible()) {
        m_idle->stop();
        return;
    }
    makeVisible();
    QElapsedTimer clock;
    clock.start();
    while (m_next < m_page.boxes.size() && clock.elapsed() < SliceMs) {
        m_page.boxes[m_next++]->make();
    }
    if (m_next >= m_page.boxes.size()) {
        m_idle->stop();
    }
}

void FormView::makeAll()
{
    for (FieldBox *box : std::as_const(m_page.boxes)) {
        box->make();
    }
}

} // namespace andu::ui
