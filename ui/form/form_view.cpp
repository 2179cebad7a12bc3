// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_view.h"

#include "core/base/literals.h"
#include "ui/form/form_builder.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace andu::ui {

FormView::FormView(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"formView"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
}

FormView::~FormView()
{
    releaseFocus();
}

void FormView::releaseFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus)) {
        focus->clearFocus();
    }
}

void FormView::setSession(forms::FormSession *session)
{
    releaseFocus();
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_boxes.clear();
    m_parts.clear();
    m_session = session;
    auto *page = new QWidget;
    page->setObjectName(u"canvas"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(24, 24, 24, 24);
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    card->setMaximumWidth(1100);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(8);
    outer->addWidget(card, 1, Qt::AlignTop);
    if (session) {
        FormBuilder builder(*session, m_theme);
        layout->addWidget(builder.build());
        m_boxes = builder.boxes();
        m_parts = builder.parts();
        connect(session, &forms::FormSession::valueChanged, this, [this](const QString &id) {
            if (FieldBox *box = m_boxes.value(id)) {
                box->showValue();
            }
            Q_EMIT edited();
        });
        connect(session, &forms::FormSession::stateChanged, this, [this](const QString &id) {
            if (FieldBox *box = m_boxes.value(id)) {
                box->showState();
            } else if (QWidget *part = m_parts.value(id)) {
                part->setVisible(!m_session->state(id).isHidden);
                if (auto *label = qobject_cast<QLabel *>(part)) {
                    label->setText(m_session->state(id).text);
                }
            }
        });
        connect(session, &forms::FormSession::focusWanted, this, &FormView::focusField);
    }
    card->setVisible(session != nullptr);
    setWidget(page);
}

void FormView::commit()
{
    for (FieldBox *box : std::as_const(m_boxes)) {
        box->commit();
    }
}

void FormView::focusField(const QString &id)
{
    FieldBox *box = m_boxes.value(id);
    if (!box) {
        return;
    }
    QWidget *page = box;
    while (QWidget *parent = page->parentWidget()) {
        auto *stack = qobject_cast<QStackedWidget *>(parent);
        if (stack && qobject_cast<QTabWidget *>(stack->parentWidget())) {
            stack->setCurrentWidget(page);
            qobject_cast<QTabWidget *>(stack->parentWidget())->setCurrentWidget(page);
        }
        page = parent;
    }
    ensureWidgetVisible(box, 50, 80);
    box->focusField();
}

} // namespace andu::ui
