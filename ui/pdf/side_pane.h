// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/find_pane.h"
#include "ui/pdf/thumbnail_list.h"

class QLabel;
class QStackedWidget;
class QTreeWidget;

namespace andu::ui {

enum class SideView { Hidden, Thumbnails, Outline, Find };

/// Left of the pages: thumbnails, outline or what was found.
class SidePane final : public QFrame
{
    Q_OBJECT

public:
    SidePane(const Theme &theme, pdf::view::RenderQueue &queue, QWidget *parent = nullptr);

    void showDocument(const pdf::view::DocumentFacts &facts);
    void setView(SideView view);
    [[nodiscard]] SideView view() const { return m_view; }
    [[nodiscard]] ThumbnailList &thumbnails() { return *m_thumbnails; }
    [[nodiscard]] FindPane &find() { return *m_find; }

Q_SIGNALS:
    void pageChosen(int page);
    void viewChanged(andu::ui::SideView view);

private:
    SideView m_view = SideView::Thumbnails;
    QStackedWidget *m_stack;
    ThumbnailList *m_thumbnails;
    QTreeWidget *m_outline;
    QLabel *m_noOutline;
    QStackedWidget *m_outlineStack;
    FindPane *m_find;
};

} // namespace andu::ui
