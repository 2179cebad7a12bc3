// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/form_tools.h"

#include "core/base/literals.h"
#include "ui/form/form_notes.h"
#include "ui/form/form_view.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QShortcut>
#include <QToolButton>
#include <QUndoStack>
#include <QWidgetAction>

namespace andu::ui {

FormTools::FormTools(FormView &form, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_theme(theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_notes = add(u"formNotes"_s, u"info"_s, tr("What does not work here"));
    m_notes->setProperty("role", u"warn"_s);
    m_notes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_notes, &QToolButton::clicked, this, &FormTools::showNotes);
    connect(&m_form, &FormView::hintsChanged, this, &FormTools::countNotes);
    m_undo = add(u"formUndo"_s, u"undo"_s, tr("Undo"));
    connect(m_undo, &QToolButton::clicked, this, [this] { m_form.undoStack()->undo(); });
    m_redo = add(u"formRedo"_s, u"forward"_s, tr("Redo"));
    connect(m_redo, &QToolButton::clicked, this, [this] { m_form.undoStack()->redo(); });
    m_zoom = add(u"formZoom"_s, u"zoom-in"_s, tr("Zoom"));
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_zoom);
    menu->addAction(m_theme.icon(u"zoom-in"_s), tr("Larger"), &m_form, &FormView::zoomIn);
    menu->addAction(m_theme.icon(u"zoom-out"_s), tr("Smaller"), &m_form, &FormView::zoomOut);
    for (const int percent : { 100, 125, 150, 200 }) {
        menu->addAction(QString::number(percent) + u" %"_s, this, [this, percent] {
            m_form.setZoom(percent / 100.0);
        });
    }
    m_zoom->setMenu(menu);
    connect(&m_form, &FormView::zoomChanged, this, &FormTools::showZoom);
    m_print = add(u"formPrint"_s, u"print"_s, tr("Print"));
    connect(m_print, &QToolButton::clicked, this, &FormTools::print);
    auto *shortcut = new QShortcut(QKeySequence::Print, this);
    connect(shortcut, &QShortcut::activated, m_print, &QToolButton::click);
    m_print->setToolTip(tr("Print (%1)").arg(shortcut->key().toString(QKeySequence::NativeText)));
    m_browser = add(u"openInBrowser"_s, u"share"_s, tr("Open in the browser"));
    connect(m_browser, &QToolButton::clicked, this, &FormTools::browserWanted);
    showZoom();
    setSession(nullptr, {});
}

QToolButton *FormTools::add(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    return button;
}

void FormTools::setSession(forms::FormSession *session, const QString &title)
{
    m_session = session;
    m_title = title;
    QUndoStack *stack = session ? m_form.undoStack() : nullptr;
    m_undo->setEnabled(stack && stack->canUndo());
    m_redo->setEnabled(stack && stack->canRedo());
    if (stack) {
        connect(stack, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
        connect(stack, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    }
    const bool isEditable = session && !session->isReadonly();
    m_undo->setVisible(isEditable);
    m_redo->setVisible(isEditable);
    m_zoom->setEnabled(session);
    m_print->setEnabled(session);
    countNotes();
}

void FormTools::countNotes()
{
    const qsizetype count = m_session ? m_form.hints().size() : 0;
    m_notes->setVisible(count > 0);
    m_notes->setText(QString::number(count));
}

/// The information panel of the form.
void FormTools::showNotes()
{
    if (!m_session) {
        return;
    }
    auto *menu = new QMenu(m_notes);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *notes = new FormNotes(m_theme);
    notes->setMinimumWidth(420);
    notes->setHints(m_form.hints());
    connect(notes, &FormNotes::fieldWanted, this, [this, menu](const QString &id) {
        menu->close();
        m_form.focusField(id);
    });
    connect(notes, &FormNotes::browserWanted, this, [this, menu] {
        menu->close();
        Q_EMIT browserWanted();
    });
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(notes);
    menu->addAction(action);
    menu->popup(m_notes->mapToGlobal(QPoint(0, m_notes->height())));
}

void FormTools::showZoom()
{
    m_zoom->setText(QString::number(qRound(m_form.zoom() * 100)) + u" %"_s);
}

void FormTools::print()
{
    if (!m_session) {
        return;
    }
    m_form.commit();
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4),
                                       QPageLayout::Portrait,
                                       { 15, 15, 15, 15 },
                                       QPageLayout::Millimeter));
    printer->setDocName(m_title);
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print"));
    connect(dialog, &QDialog::finished, this, [this, printer](int result) {
        if (result == QDialog::Accepted && m_session) {
            m_form.print(*printer);
        }
    });
    dialog->open();
}

} // namespace andu::ui
