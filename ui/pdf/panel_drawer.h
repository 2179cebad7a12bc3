// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QHBoxLayout;
class QWidget;

namespace andu::ui {

/// Keeps a panel beside the pages, or over them as a drawer while there is little room. An action
/// opens and closes it; Escape closes the drawer.
class PanelDrawer final : public QObject
{
    Q_OBJECT

public:
    /// @p row is the layout of @p viewer; the panel is its last widget. A drawer lies over @p area
    /// only, so that what stands above the pages stays in reach. @p toggle is checkable.
    PanelDrawer(QWidget &viewer, QHBoxLayout &row, QWidget &panel, QWidget &area, QAction &toggle);

    [[nodiscard]] bool isDrawer() const { return m_isDrawer; }
    bool eventFilter(QObject *watched, QEvent *event) override;

    static constexpr int NarrowBelow = 1360;

private:
    void fit();
    void setDrawer(bool isDrawer);

    QWidget &m_viewer;
    QHBoxLayout &m_row;
    QWidget &m_panel;
    QWidget &m_area;
    QAction &m_toggle;
    bool m_isDrawer = false;
    bool m_wasOpen = true; ///< Beside the pages, before there was little room.
};

} // namespace andu::ui
