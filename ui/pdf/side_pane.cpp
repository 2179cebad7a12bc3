// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/side_pane.h"

#include "core/base/literals.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int ThumbnailsWidth = 120;
constexpr int ListWidth = 248;

void addEntries(QTreeWidgetItem *parent, const QList<pdf::view::OutlineEntry> &entries)
{
    for (const pdf::view::OutlineEntry &entry : entries) {
        auto *item = new QTreeWidgetItem(parent);
        item->setText(0, entry.title);
        item->setToolTip(0, entry.title.toHtmlEscaped());
        item->setData(0, Qt::UserRole, entry.page ? QVariant(*entry.page) : QVariant());
        if (entry.page) {
            item->setText(1, QString::number(*entry.page + 1));
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
        addEntries(item, entry.children);
        item->setExpanded(entry.isOpen);
    }
}

} // namespace

SidePane::SidePane(const Theme &theme, pdf::view::RenderQueue &queue, QWidget *parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget)
    , m_thumbnails(new ThumbnailList(theme, queue))
    , m_outline(new QTreeWidget)
    , m_noOutline(new QLabel(tr("This document has no outline.")))
    , m_outlineStack(new QStackedWidget)
    , m_find(new FindPane(theme))
{
    setObjectName(u"pdfSide"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_outline->setObjectName(u"outline"_s);
    m_outline->setAccessibleName(tr("Outline"));
    m_outline->setColumnCount(2);
    m_outline->setHeaderHidden(true);
    m_outline->header()->setStretchLastSection(false);
    m_outline->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_outline->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_outline->setIndentation(14);
    m_outline->setFont(theme.font(TypeStep::Small));
    m_noOutline->setProperty("role", u"hint"_s);
    m_noOutline->setWordWrap(true);
    m_noOutline->setAlignment(Qt::AlignTop);
    m_noOutline->setContentsMargins(12, 12, 12, 12);
    m_outlineStack->addWidget(m_outline);
    m_outlineStack->addWidget(m_noOutline);
    m_stack->addWidget(m_thumbnails);
    m_stack->addWidget(m_outlineStack);
    m_stack->addWidget(m_find);
    setFixedWidth(ThumbnailsWidth);
    connect(m_thumbnails, &ThumbnailList::pageChosen, this, &SidePane::pageChosen);
    const auto choose = [this](const QTreeWidgetItem *item) {
        const QVariant page = item->data(0, Qt::UserRole);
        if (page.isValid()) {
            Q_EMIT pageChosen(page.toInt());
        }
    };
    connect(m_outline, &QTreeWidget::itemClicked, this, choose);
    connect(m_outline, &QTreeWidget::itemActivated, this, choose);
}

void SidePane::showDocument(const pdf::view::DocumentFacts &facts)
{
    m_thumbnails->showPages(facts.pageSizesPt);
    m_outline->clear();
    addEntries(m_outline->invisibleRootItem(), facts.outline);
    m_outlineStack->setCurrentIndex(facts.outline.isEmpty() ? 1 : 0);
}

void SidePane::setView(SideView view)
{
    if (view == m_view) {
        return;
    }
    m_view = view;
    setVisible(view != SideView::Hidden);
    if (view != SideView::Hidden) {
        m_stack->setCurrentIndex(int(view) - int(SideView::Thumbnails));
        setFixedWidth(view == SideView::Thumbnails ? ThumbnailsWidth : ListWidth);
    }
    Q_EMIT viewChanged(view);
}

} // namespace andu::ui
