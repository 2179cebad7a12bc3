// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"
#include "core/forms/form_session.h"
#include "core/store/outbox.h"
#include "core/store/store.h"
#include "core/sync/commands.h"
#include "ui/theme/theme.h"
#include "ui/todo/todo_content.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QSettings;
class QStackedWidget;
class QTabBar;

namespace andu::ui {

class ActionBar;
class ConflictView;
class FilesPanel;
class FlowPanel;
class FormTools;
class FormView;

/// One todo: its form, files and flow, and the bar that decides. Keeps what is typed as a draft;
/// where the server has other values, the person decides here.
class TodoDetail final : public QFrame
{
    Q_OBJECT

public:
    TodoDetail(store::Store &store,
               sync::Commands &commands,
               const Account &account,
               const Theme &theme,
               QSettings &settings,
               QWidget *parent = nullptr);
    ~TodoDetail() override;

    /// Reads the todo from the store and shows it; a draft of it is put back.
    void open(const TaskId &id);
    void clear();
    [[nodiscard]] const std::optional<Task> &task() const { return m_task; }
    [[nodiscard]] forms::FormSession *session() const { return m_session.get(); }
    void setOffline(bool isOffline);
    /// Sends with the default route after asking once.
    void sendDefault();
    /// Writes what is typed as a draft now; nothing when nothing was typed.
    void keepDraft();

Q_SIGNALS:
    void opened();
    /// The decision is in the outbox.
    void queued(const andu::IntentId &intent, const QString &title);
    /// Wishes about files; the shell knows how to read and write them.
    void fileWanted(const andu::ui::TodoFile &file);
    void fileSaveWanted(const andu::ui::TodoFile &file);
    void filesGiven(const andu::TaskId &task, const QString &site, const QStringList &paths);
    void
    replacementGiven(const andu::TaskId &task, const andu::Attachment &file, const QString &path);
    void fileRemoved(const andu::TaskId &task, const andu::Attachment &file);
    void browserWanted(const andu::Task &task);
    /// Mine is to be saved beside the server's, as a table.
    void copyWanted(const QString &name, const QByteArray &table);
    /// Something to be said in passing.
    void told(const QString &text);

private:
    void show(const TodoContent &content);
    void showForm(const TodoContent &content);
    void showConflict(const TodoContent &content);
    void showFiles(const QList<Attachment> &files);
    void refreshFiles();
    void layOut();
    [[nodiscard]] QWidget *makeHead();
    void connectForm();
    void connectFiles();
    void connectActions();
    void connectSession();
    [[nodiscard]] std::optional<TodoFile> fileOf(const QString &id) const;
    void markDirty();
    void saveData();
    void keepPhrases(const QStringList &phrases);
    void resolveConflict(const QJsonObject &chosen);
    void chooseRoute(const QString &name);
    [[nodiscard]] bool askPeople(const forms::RouteChoice &route);
    [[nodiscard]] bool isAccepted(const forms::RouteChoice &route, const QString &opinion);
    void send(const forms::RouteChoice &route, const QString &opinion);
    void confirmRead();
    void resizeEvent(QResizeEvent *event) override;

    store::Store &m_store;
    sync::Commands &m_commands;
    const Account &m_account;
    const Theme &m_theme;
    QSettings &m_settings;
    std::optional<Task> m_task;
    std::optional<TodoContent> m_content; ///< As it was shown last.
    std::unique_ptr<forms::FormSession> m_session;
    QLabel *m_title;
    QLabel *m_line;
    QLabel *m_due;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QStackedWidget *m_formPages;
    FormView *m_form;
    QLabel *m_noForm;
    ConflictView *m_conflict;
    FormTools *m_tools;
    FilesPanel *m_files;
    FlowPanel *m_flow; ///< The tab 流转 in narrow windows.
    FlowPanel *m_flowSide; ///< Beside the form in wide ones.
    ActionBar *m_actions;
    QTimer m_autosave;
    bool m_isDirty = false;
    quint64 m_request = 0; ///< The newest open() wins.
};

} // namespace andu::ui
