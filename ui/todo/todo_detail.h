// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"
#include "core/forms/form_session.h"
#include "core/store/outbox.h"
#include "core/store/store.h"
#include "core/sync/commands.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QListWidget;
class QStackedWidget;
class QTabBar;

namespace andu::ui {

class ActionBar;
class FlowPanel;
class FormView;

/// One todo: its form, files and flow, and the bar that decides. Keeps what is typed as a draft.
class TodoDetail final : public QFrame
{
    Q_OBJECT

public:
    TodoDetail(store::Store &store,
               sync::Commands &commands,
               const Account &account,
               const Theme &theme,
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
    /// A file of the todo is to be shown, or saved; the shell knows how and where.
    void attachmentWanted(const andu::Attachment &attachment);
    void attachmentSaveWanted(const andu::Attachment &attachment);

private:
    struct Content
    {
        Task task;
        std::optional<WorkItem> work;
        std::optional<forms::FormSource> form;
        std::optional<store::Draft> draft;
        forms::Directory directory;
        QList<forms::Dictionary> dictionaries;
        QString formError;
    };

    [[nodiscard]] static Result<Content> read(store::Connection &connection, const TaskId &id);
    void show(const Content &content);
    void showForm(const Content &content);
    void showFiles(const QList<Attachment> &attachments);
    void layOut();
    void wantAttachment(const QString &id, void (TodoDetail::*wish)(const Attachment &));
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
    std::optional<Task> m_task;
    std::unique_ptr<forms::FormSession> m_session;
    QLabel *m_title;
    QLabel *m_line;
    QLabel *m_due;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    FormView *m_form;
    QLabel *m_noForm;
    QListWidget *m_files;
    FlowPanel *m_flow; ///< The tab 流转 in narrow windows.
    FlowPanel *m_flowSide; ///< Beside the form in wide ones.
    ActionBar *m_actions;
    QTimer m_autosave;
    bool m_isDirty = false;
    quint64 m_request = 0; ///< The newest open() wins.
};

} // namespace andu::ui
