// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/find_bar.h"

#include "core/base/literals.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace andu::ui {

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_line(new QLineEdit)
    , m_count(new QLabel)
{
    setObjectName(u"panel"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    m_line->setObjectName(u"findText"_s);
    m_line->setPlaceholderText(tr("Find in the form"));
    m_line->setAccessibleName(tr("Find in the form"));
    m_line->setMinimumWidth(180);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &FindBar::search);
    row->addWidget(m_line);
    m_count->setProperty("role", u"hint"_s);
    m_count->setMinimumWidth(56);
    row->addWidget(m_count);
    const auto tool = [&](const QString &icon, const QString &tip, const auto &run) {
        auto *button = new QToolButton;
        button->setIcon(theme.icon(icon));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, this, run);
        row->addWidget(button);
    };
    tool(u"chevron-up"_s, tr("Previous (Shift+F3)"), [this] { goOn(-1); });
    tool(u"chevron-down"_s, tr("Next (F3)"), [this] { goOn(1); });
    tool(u"close"_s, tr("Close (Esc)"), [this] { close(); });
    hide();
}

void FindBar::setPage(QWidget *page)
{
    m_page = page;
    m_matches.clear();
    m_at = -1;
    showCount();
}

void FindBar::open()
{
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
    search();
}

void FindBar::close()
{
    if (!isHidden()) {
        hide();
        Q_EMIT closed();
    }
}

void FindBar::search()
{
    m_matches = m_page ? findInForm(*m_page, m_line->text()) : QList<FormMatch>();
    m_at = -1;
    goOn(1);
}

void FindBar::goOn(int step)
{
    const qsizetype count = m_matches.size();
    if (count > 0) {
        m_at = m_at < 0 ? (step > 0 ? 0 : count - 1) : (m_at + step + count) % count;
        if (m_matches[m_at].part) {
            Q_EMIT matchWanted(m_matches[m_at]);
        } else {
            m_matches.clear(); // the page was built anew
        }
    }
    showCount();
}

void FindBar::showCount()
{
    const bool isAsked = !m_line->text().trimmed().isEmpty();
    m_count->setText(!isAsked ? QString()
                         : m_matches.isEmpty()
                         ? tr("Not found")
                         : tr("%1 of %2").arg(m_at + 1).arg(m_matches.size()));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isBack = key->modifiers() & Qt::ShiftModifier;
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
            || key->key() == Qt::Key_F3) {
            goOn(isBack ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace andu::ui
