// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTabBar;
class QVBoxLayout;

namespace andu::ui {

/// Pages behind tabs. Unlike a QTabWidget it is only as tall as the page that is shown: a form
/// scrolls as a whole.
class FormTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit FormTabs(QWidget *parent = nullptr);

    int addPage(QWidget *page, const QString &title);
    [[nodiscard]] int indexOf(const QWidget *page) const;
    [[nodiscard]] QTabBar *bar() const { return m_bar; }
    void setCurrentPage(int index);
    void setPageVisible(int index, bool isVisible);

private:
    void showPage(int current);

    QTabBar *m_bar;
    QVBoxLayout *m_layout;
    QList<QWidget *> m_pages;
};

} // namespace andu::ui
