// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the keyboard is in a form: fields, Tab order, finding.
#include "core/base/literals.h"
#include "ui/form/find_bar.h"
#include "ui/form/form_tabs.h"
#include "ui/form/form_view.h"
#include "ui/form/grid_view.h"

#include <QApplication>
#include <QFocusEvent>
#include <QPainter>
#include <QScrollBar>

namespace andu::ui {

namespace {

/// Frame around what was found. Takes no clicks.
class FoundMark final : public QWidget
{
public:
    FoundMark(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Token::Warn), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }

private:
    const Theme &m_theme;
};

} // namespace

void FormView::releaseFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus)) {
        focus->clearFocus();
    }
}

void FormView::focusField(const QString &id)
{
    FieldBox *box = m_page.byId.value(id);
    if (!box && m_session) {
        const forms::Module *module = m_session->model().find(id);
        box = module ? m_page.byId.value(module->grid) : nullptr;
    }
    if (!box) {
        return;
    }
    openPagesAround(box);
    box->focusField();
    ensureWidgetVisible(box, 50, 80);
}

/// Brings the tab pages to the front that a part stands on.
void FormView::openPagesAround(QWidget *part)
{
    QWidget *page = part;
    while (QWidget *parent = page->parentWidget()) {
        if (auto *tabs = qobject_cast<FormTabs *>(parent); tabs && tabs->indexOf(page) >= 0) {
            tabs->setCurrentPage(tabs->indexOf(page));
        }
        page = parent;
    }
}

void FormView::openFind()
{
    if (!m_find) {
        m_find = new FindBar(m_theme, this);
        connect(m_find, &FindBar::matchWanted, this, &FormView::showMatch);
        connect(m_find, &FindBar::closed, this, [this] {
            delete m_found;
            m_matched ? (void)m_matched->focusField() : setFocus(Qt::OtherFocusReason);
        });
    }
    m_matched = nullptr;
    m_find->setPage(m_page.root);
    placeFind();
    m_find->open();
}

void FormView::findNext(int step)
{
    m_find && m_find->isVisible() ? m_find->goOn(step) : openFind();
}

void FormView::placeFind()
{
    if (m_find) {
        m_find->adjustSize();
        m_find->move(viewport()->x() + viewport()->width() - m_find->width() - 24,
                     viewport()->y() + 8);
    }
}

void FormView::showMatch(const FormMatch &match)
{
    openPagesAround(match.part);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QRect place = match.row < 0 ? match.place : match.part->rect();
    QWidget *part = match.part;
    m_matched = qobject_cast<FieldBox *>(part);
    if (match.row >= 0) {
        if (auto *grid = part->findChild<GridView *>()) {
            const QModelIndex index = grid->model()->index(match.row, match.column);
            grid->scrollTo(index);
            grid->setCurrentIndex(index);
            part = grid->viewport();
            place = grid->visualRect(index);
        }
    }
    delete m_found;
    m_found = new FoundMark(m_theme, widget());
    const QRect there(part->mapTo(widget(), place.topLeft()), place.size());
    m_found->setGeometry(there.adjusted(-2, -2, 2, 2));
    m_found->show();
    ensureVisible(there.center().x(), there.center().y(), there.width() / 2 + 20, 100);
}

/// Whatever takes the Tab key, in reading order. Editors are made when they are needed, so the
/// order in which they were made (Qt's own) says nothing.
QList<QWidget *> FormView::tabStops() const
{
    QList<QWidget *> stops;
    const std::function<void(QWidget *)> collect = [&](QWidget *part) {
        if (part->isHidden() || part->isWindow()) {
            return;
        }
        if (part->focusPolicy() & Qt::TabFocus && part->isEnabled() && !part->focusProxy()) {
            stops.append(part);
        }
        for (QObject *child : part->children()) {
            if (auto *widget = qobject_cast<QWidget *>(child)) {
                collect(widget);
            }
        }
    };
    if (widget()) {
        collect(widget());
    }
    return stops;
}

void FormView::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    const QList<QWidget *> stops = tabStops();
    if (!stops.isEmpty()) {
        const bool isBack = event->reason() == Qt::BacktabFocusReason;
        (isBack ? stops.last() : stops.first())->setFocus(event->reason());
    }
}

bool FormView::focusNextPrevChild(bool next)
{
    const auto reason = next ? Qt::TabFocusReason : Qt::BacktabFocusReason;
    const QList<QWidget *> stops = tabStops();
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype to = at < 0 ? (next ? 0 : stops.size() - 1) : at + (next ? 1 : -1);
    if (to >= 0 && to < stops.size()) {
        stops[to]->setFocus(reason);
        if (QWidget *focus = QApplication::focusWidget()) {
            ensureWidgetVisible(focus, 50, 80);
        }
        return true;
    }
    // Out of the form: to whatever comes before or behind it in the window.
    QWidget *outside = next ? nextInFocusChain() : previousInFocusChain();
    while (outside != this
           && (isAncestorOf(outside) || !(outside->focusPolicy() & Qt::TabFocus)
               || !outside->isVisible() || !outside->isEnabled())) {
        outside = next ? outside->nextInFocusChain() : outside->previousInFocusChain();
    }
    if (outside == this && !stops.isEmpty()) {
        outside = next ? stops.first() : stops.last();
    }
    outside->setFocus(reason);
    ensureWidgetVisible(QApplication::focusWidget() ? QApplication::focusWidget() : this, 50, 80);
    return true;
}

} // namespace andu::ui
