// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/panel_drawer.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QWidget>

namespace andu::ui {

PanelDrawer::PanelDrawer(
    QWidget &viewer, QHBoxLayout &row, QWidget &panel, QWidget &area, QAction &toggle)
    : QObject(&viewer)
    , m_viewer(viewer)
    , m_row(row)
    , m_panel(panel)
    , m_area(area)
    , m_toggle(toggle)
{
    m_row.addWidget(&m_panel);
    m_panel.setFocusPolicy(Qt::ClickFocus);
    m_viewer.installEventFilter(this);
    m_area.installEventFilter(this);
    connect(&m_toggle, &QAction::toggled, this, [this](bool isOpen) {
        m_panel.setVisible(isOpen);
        fit();
        if (isOpen && m_isDrawer) {
            m_panel.setFocus(); // so that Tab and Escape mean the drawer
        }
    });
    auto *close = new QShortcut(Qt::Key_Escape, &m_panel);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, [this] {
        if (m_isDrawer) {
            m_toggle.setChecked(false);
        }
    });
}

bool PanelDrawer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_viewer && event->type() == QEvent::Resize) {
        setDrawer(m_viewer.width() < NarrowBelow);
    }
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        fit();
    }
    return false;
}

void PanelDrawer::setDrawer(bool isDrawer)
{
    if (isDrawer == m_isDrawer) {
        return;
    }
    m_isDrawer = isDrawer;
    if (isDrawer) {
        m_wasOpen = m_toggle.isChecked();
        m_row.removeWidget(&m_panel);
        m_toggle.setChecked(false);
    } else {
        m_row.addWidget(&m_panel);
        m_toggle.setChecked(m_wasOpen);
    }
}

void PanelDrawer::fit()
{
    if (m_isDrawer) {
        const int width = m_panel.minimumWidth();
        const int top = m_area.mapTo(&m_viewer, QPoint()).y();
        m_panel.setGeometry(m_viewer.width() - width, top, width, m_viewer.height() - top);
        m_panel.raise();
    }
}

} // namespace andu::ui
