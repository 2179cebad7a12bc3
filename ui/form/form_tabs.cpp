// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_tabs.h"

#include "core/base/literals.h"
#include "ui/form/paper_part.h"

#include <QTabBar>
#include <QVBoxLayout>

namespace andu::ui {

FormTabs::FormTabs(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QTabBar)
    , m_layout(new QVBoxLayout(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_bar->setDocumentMode(true);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_layout->addWidget(m_bar);
    connect(m_bar, &QTabBar::currentChanged, this, &FormTabs::showPage);
}

void FormTabs::showPage(int current)
{
    for (int at = 0; at < m_pages.size(); ++at) {
        m_pages[at]->setVisible(at == current);
    }
    if (QWidget *page = m_pages.value(current)) {
        // Parts that were made behind another page could not ask for the room they need: hidden
        // widgets do not, and the style sheet measures them only now.
        for (QWidget *part : page->findChildren<QWidget *>()) {
            if (dynamic_cast<PaperPart *>(part)) {
                part->updateGeometry();
            }
        }
    }
}

int FormTabs::addPage(QWidget *page, const QString &title)
{
    QString text = title;
    page->setVisible(false);
    m_pages.append(page);
    m_layout->addWidget(page);
    const int index = m_bar->addTab(text.replace(u'&', u"&&"_s));
    page->setVisible(m_bar->currentIndex() == index);
    return index;
}

int FormTabs::indexOf(const QWidget *page) const
{
    return int(m_pages.indexOf(const_cast<QWidget *>(page)));
}

void FormTabs::setCurrentPage(int index)
{
    m_bar->setCurrentIndex(index);
}

void FormTabs::setPageVisible(int index, bool isVisible)
{
    m_bar->setTabVisible(index, isVisible);
}

} // namespace andu::ui
