// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/account.h"
#include "core/domain/task.h"
#include "core/store/store.h"
#include "core/sync/commands.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace andu::ui {

class TodoDetail;
class TodoListModel;

/// The section 待办: list and detail.
class TodoPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p settings keeps grouping, filter and widths; it outlives the page.
    TodoPage(store::Store &store,
             sync::Commands &commands,
             const Account &account,
             const Theme &theme,
             QSettings &settings,
             QWidget *parent = nullptr);

    [[nodiscard]] TodoDetail &detail() { return *m_detail; }
    void setOffline(bool isOffline);
    /// Shows a box and selects a todo in it, if it is there.
    void reveal(TodoBox box, const TaskId &id);
    /// Filters the list by a text.
    void setFilter(const QString &text, bool takesFocus);
    /// Writes what is typed and not kept yet.
    void keepDraft();

Q_SIGNALS:
    void todoCountChanged(int count);
    void queued(const andu::IntentId &intent, const QString &title);

private:
    void layOut();
    [[nodiscard]] QWidget *makeChips();
    void fillProcesses();
    void setGrouping(int grouping);
    void reload();
    void showCounts(const QHash<TodoBox, int> &counts, int drafts);
    void showRows(const QList<Task> &rows);
    void openCurrent();
    void step(int direction);

    store::Store &m_store;
    const Theme &m_theme;
    QSettings &m_settings;
    TodoListModel *m_model;
    QTabBar *m_boxes;
    QLineEdit *m_filter;
    QToolButton *m_groupChip;
    QToolButton *m_processChip;
    QListView *m_list;
    QStackedWidget *m_listPages;
    QLabel *m_emptyText;
    QSplitter *m_splitter;
    QStackedWidget *m_right;
    TodoDetail *m_detail;
    QTimer m_reload; ///< Many changes in a row are read once.
    TodoBox m_box = TodoBox::Task;
    bool m_isDrafts = false; ///< The tab 草稿: todos with something typed here only.
    TaskId m_wanted; ///< To be selected after the next reading.
};

} // namespace andu::ui
