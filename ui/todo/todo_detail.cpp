// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_detail.h"

#include "core/base/future.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/form_view.h"
#include "ui/text/error_text.h"
#include "ui/todo/action_bar.h"
#include "ui/todo/files_panel.h"
#include "ui/todo/flow_panel.h"
#include "ui/todo/form_tools.h"
#include "ui/todo/todo_conflict.h"
#include "ui/todo/todo_list_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include <chrono>

namespace andu::ui {

namespace {

constexpr int FlowBesideFrom
    = 900; ///< Width of the detail from which the flow stands beside the form.
constexpr std::chrono::milliseconds AutosaveAfter{ 2000 };
enum Page { FormPage, FilesPage, FlowPage };

} // namespace

TodoDetail::TodoDetail(store::Store &store,
                       sync::Commands &commands,
                       const Account &account,
                       const Theme &theme,
                       QSettings &settings,
                       QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_commands(commands)
    , m_account(account)
    , m_theme(theme)
    , m_settings(settings)
    , m_title(new QLabel)
    , m_line(new QLabel)
    , m_due(new QLabel)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_formPages(new QStackedWidget)
    , m_form(new FormView(theme))
    , m_noForm(new QLabel)
    , m_conflict(new ConflictView(theme))
    , m_tools(new FormTools(*m_form, theme))
    , m_files(new FilesPanel(theme))
    , m_flow(new FlowPanel(theme))
    , m_flowSide(new FlowPanel(theme))
    , m_actions(new ActionBar(theme))
{
    setObjectName(u"detailPane"_s);
    layOut();
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(AutosaveAfter);
    connect(&m_autosave, &QTimer::timeout, this, &TodoDetail::keepDraft);
    connectForm();
    connectFiles();
    connectActions();
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&m_store, &store::Store::changed, this, [this](store::Topics topics) {
        if (topics.testFlag(store::Topic::Outbox) || topics.testFlag(store::Topic::Works)) {
            refreshFiles();
        }
    });
}

void TodoDetail::connectForm()
{
    m_form->setZoom(m_settings.value("form/zoom", 1.0).toDouble());
    connect(m_form, &FormView::zoomChanged, this, [this](double zoom) {
        m_settings.setValue("form/zoom", zoom);
    });
    connect(m_form, &FormView::edited, this, &TodoDetail::markDirty);
    connect(m_form, &FormView::inkMade, this, [this](const QString &, const QImage &image) {
        m_actions->setInk(pngOf(image));
        markDirty();
    });
    connect(m_form, &FormView::phraseWanted, this, [this](const QString &phrase) {
        if (m_content) {
            keepPhrases(m_content->phrases + QStringList{ phrase });
        }
    });
    connect(m_form, &FormView::recentPeopleChanged, this, [this](const QStringList &names) {
        const auto writing
            = m_store.write<void>(store::Topic::Meta, [names](store::Connection &connection) {
                  return keepRecentPeople(connection, names);
              });
        whenDone(writing, this, [](const Result<void> &) {});
    });
    const auto toBrowser = [this] {
        if (m_task) {
            Q_EMIT browserWanted(*m_task);
        }
    };
    connect(m_form, &FormView::browserWanted, this, toBrowser);
    connect(m_tools, &FormTools::browserWanted, this, toBrowser);
    connect(m_conflict, &ConflictView::resolved, this, &TodoDetail::resolveConflict);
    connect(m_conflict, &ConflictView::laterWanted, this, [this] {
        if (m_content) {
            showForm(*m_content);
        }
    });
    connect(m_conflict, &ConflictView::copyWanted, this, [this] {
        if (m_content && m_content->isInConflict()) {
            Q_EMIT copyWanted(m_content->task.title + u".csv"_s,
                              conflictTable(conflictOf(*m_content, m_account)));
        }
    });
}

/// The form and the tab of files have the same wishes.
void TodoDetail::connectFiles()
{
    const auto open = [this](const QString &id) {
        if (const auto file = fileOf(id)) {
            Q_EMIT fileWanted(*file);
        }
    };
    const auto save = [this](const QString &id) {
        if (const auto file = fileOf(id)) {
            Q_EMIT fileSaveWanted(*file);
        }
    };
    const auto add = [this](const QString &site, const QStringList &paths) {
        if (m_task) {
            Q_EMIT filesGiven(m_task->id, site, paths);
        }
    };
    const auto replace = [this](const QString &id, const QString &path) {
        if (const auto file = fileOf(id)) {
            Q_EMIT replacementGiven(file->task.id, file->file, path);
        }
    };
    const auto remove = [this](const QString &id) {
        if (const auto file = fileOf(id)) {
            Q_EMIT fileRemoved(file->task.id, file->file);
        }
    };
    connect(m_form, &FormView::previewWanted, this, open);
    connect(m_form, &FormView::saveWanted, this, save);
    connect(m_form, &FormView::filesWanted, this, add);
    connect(m_form, &FormView::replaceWanted, this, replace);
    connect(m_form, &FormView::removeWanted, this, remove);
    connect(m_files, &FilesPanel::openWanted, this, open);
    connect(m_files, &FilesPanel::saveWanted, this, save);
    connect(m_files, &FilesPanel::addWanted, this, add);
    connect(m_files, &FilesPanel::replaceWanted, this, replace);
    connect(m_files, &FilesPanel::removeWanted, this, remove);
    connect(m_files, &FilesPanel::refused, this, &TodoDetail::told);
}

void TodoDetail::connectActions()
{
    connect(m_actions, &ActionBar::opinionEdited, this, &TodoDetail::markDirty);
    connect(m_actions, &ActionBar::draftWanted, this, [this] {
        m_isDirty = true;
        keepDraft();
    });
    connect(m_actions, &ActionBar::phrasesChanged, this, &TodoDetail::keepPhrases);
    connect(m_actions, &ActionBar::routeChosen, this, &TodoDetail::chooseRoute);
    connect(m_actions, &ActionBar::readConfirmed, this, &TodoDetail::confirmRead);
}

void TodoDetail::connectSession()
{
    forms::FormSession *session = m_session.get();
    connect(session, &forms::FormSession::noticed, this, &TodoDetail::told);
    connect(session, &forms::FormSession::titleWanted, m_title, &QLabel::setText);
    // Asked from within a script: what follows may end the session that runs it.
    connect(session,
            &forms::FormSession::saveRequested,
            this,
            &TodoDetail::saveData,
            Qt::QueuedConnection);
    connect(session,
            &forms::FormSession::processRequested,
            this,
            &TodoDetail::sendDefault,
            Qt::QueuedConnection);
    connect(session,
            &forms::FormSession::closeRequested,
            this,
            &TodoDetail::keepDraft,
            Qt::QueuedConnection);
}

void TodoDetail::markDirty()
{
    m_actions->setError({});
    m_isDirty = true;
    m_autosave.start();
}

TodoDetail::~TodoDetail()
{
    delete m_form; // Before the session that it shows.
}

QWidget *TodoDetail::makeHead()
{
    auto *head = new QFrame;
    head->setObjectName(u"detailHead"_s);
    auto *headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(24, 16, 24, 0);
    headLayout->setSpacing(4);
    auto *titleRow = new QHBoxLayout;
    m_title->setObjectName(u"todoTitle"_s);
    m_title->setFont(m_theme.font(TypeStep::Title));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_due->setProperty("role", u"chip"_s);
    m_due->setTextFormat(Qt::PlainText);
    m_due->setFont(m_theme.font(TypeStep::Caption));
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_due, 0, Qt::AlignTop);
    headLayout->addLayout(titleRow);
    m_line->setProperty("role", u"secondary"_s);
    m_line->setTextFormat(Qt::PlainText);
    headLayout->addWidget(m_line);
    m_tabs->setExpanding(false);
    m_tabs->setObjectName(u"detailTabs"_s);
    for (const QString &text : { tr("Form"), tr("Files"), tr("Flow") }) {
        m_tabs->addTab(text);
    }
    auto *tabRow = new QHBoxLayout;
    tabRow->addWidget(m_tabs, 1);
    tabRow->addWidget(m_tools);
    headLayout->addLayout(tabRow);
    return head;
}

void TodoDetail::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_noForm->setAlignment(Qt::AlignCenter);
    m_noForm->setWordWrap(true);
    m_noForm->setProperty("role", u"hint"_s);
    m_formPages->addWidget(m_form);
    m_formPages->addWidget(m_noForm);
    m_formPages->addWidget(m_conflict);
    m_pages->addWidget(m_formPages);
    m_pages->addWidget(m_files);
    m_pages->addWidget(m_flow);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_pages, 1);
    m_flowSide->setFixedWidth(264);
    middle->addWidget(m_flowSide);
    layout->addLayout(middle, 1);
    layout->addWidget(m_actions);
}

void TodoDetail::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool isWide = width() >= FlowBesideFrom;
    m_flowSide->setVisible(isWide);
    m_tabs->setTabVisible(FlowPage, !isWide);
}

void TodoDetail::open(const TaskId &id)
{
    keepDraft();
    const quint64 request = ++m_request;
    const auto reading = m_store.read<TodoContent>(
        [id](store::Connection &connection) { return readTodo(connection, id); });
    whenDone(reading, this, [this, request](const Result<TodoContent> &content) {
        if (request != m_request) {
            return;
        }
        if (content) {
            show(*content);
        } else {
            clear();
        }
    });
}

void TodoDetail::clear()
{
    ++m_request;
    m_autosave.stop();
    m_tools->setSession(nullptr, {});
    m_form->setSession(nullptr);
    m_session.reset();
    m_task.reset();
    m_content.reset();
    m_isDirty = false;
    setEnabled(false);
}

void TodoDetail::show(const TodoContent &content)
{
    setEnabled(true);
    m_task = content.task;
    m_title->setText(content.task.title);
    QStringList parts{ content.task.processName };
    for (const QString &part :
         { nameOf(content.task.creatorUnit) + u' ' + nameOf(content.task.creatorPerson),
           content.task.activityName,
           content.task.serial }) {
        if (!part.trimmed().isEmpty()) {
            parts.append(part.trimmed());
        }
    }
    m_line->setText(parts.join(u"  ·  "_s));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Urgency urgency = urgencyOf(content.task, now);
    m_due->setText(dueText(content.task, now));
    m_due->setVisible(urgency != Urgency::None);
    m_due->setProperty("tone",
                       urgency == Urgency::Overdue     ? u"danger"_s
                           : urgency == Urgency::Later ? QString()
                                                       : u"warn"_s);
    m_due->style()->polish(m_due);
    m_content = content;
    m_actions->setError({});
    if (content.isInConflict()) {
        showConflict(content);
    } else {
        showForm(content);
    }
    showFiles(content.work ? content.work->attachments : QList<Attachment>());
    const QList<Record> records = content.work ? content.work->records : QList<Record>();
    m_flow->setRecords(records);
    m_flowSide->setRecords(records);
    m_tabs->setTabText(FlowPage, tr("Flow") + u"  "_s + QString::number(records.size()));
    m_tabs->setCurrentIndex(FormPage);
    m_isDirty = false;
    Q_EMIT opened();
}

void TodoDetail::showForm(const TodoContent &content)
{
    m_tools->setSession(nullptr, {});
    m_form->setSession(nullptr);
    m_session.reset();
    m_files->setSites({});
    if (!content.work || !content.form) {
        m_noForm->setText(
            !content.formError.isEmpty()
                ? tr("This form cannot be read. The data of the todo is kept; it can be "
                     "handled in the browser.")
                : tr("The content of this todo has not been synced yet."));
        m_formPages->setCurrentWidget(m_noForm);
        m_actions->hide();
        return;
    }
    m_formPages->setCurrentWidget(m_form);
    m_session = std::make_unique<forms::FormSession>(inputOf(content, m_account));
    connectSession();
    QString opinion = m_session->offeredOpinion();
    QByteArray ink;
    if (content.draft) {
        m_session->restore(content.draft->changes);
        opinion = content.draft->opinion;
        ink = content.draft->ink;
    } else if (content.waiting) {
        // On its way or stopped: what the person wrote is shown, not what the server has.
        const QJsonObject &payload = content.waiting->payload;
        m_session->restore(payload.value("changes"_L1).toObject());
        opinion = json::text(payload, "opinion"_L1);
        ink = QByteArray::fromBase64(json::text(payload, "ink"_L1).toLatin1());
    }
    m_form->setPhrases(content.phrases);
    m_form->setRecentPeople(content.recentPeople);
    m_form->setSession(m_session.get());
    m_tools->setSession(m_session.get(), content.task.title);
    m_files->setSites(fileSites(*m_session));
    m_actions->setPhrases(content.phrases);
    m_actions->setOpinion(opinion);
    m_actions->setInk(ink);
    const bool isOnItsWay
        = content.task.state == TodoState::Queued || content.task.state == TodoState::Delivered;
    if (content.isMine()) {
        m_actions->setRoutes(m_session->routes());
    } else if (content.task.box == TodoBox::Read && !isOnItsWay) {
        m_actions->setReadOnlyTodo();
    } else {
        m_actions->hide();
    }
}

void TodoDetail::showConflict(const TodoContent &content)
{
    m_tools->setSession(nullptr, {});
    m_form->setSession(nullptr);
    m_session.reset();
    m_files->setSites({});
    m_actions->hide();
    m_conflict->setContent(conflictOf(content, m_account));
    m_formPages->setCurrentWidget(m_conflict);
}

void TodoDetail::showFiles(const QList<Attachment> &files)
{
    m_files->setFiles(files);
    m_form->setAttachments(files);
    if (m_session) {
        m_session->setAttachments(files);
    }
    m_tabs->setTabText(FilesPage,
                       tr("Files") + u"  "_s + QString::number(listedFiles(files).size()));
}

/// What is sent or comes in shows at once; the form with what is typed stays as it is.
void TodoDetail::refreshFiles()
{
    if (!m_content || !m_content->work) {
        return;
    }
    const quint64 request = m_request;
    const WorkId work = m_content->work->id;
    const auto reading = m_store.read<QList<Attachment>>(
        [work](store::Connection &connection) { return readFiles(connection, work); });
    whenDone(reading, this, [this, request](const Result<QList<Attachment>> &files) {
        if (files && request == m_request && m_content && m_content->work
            && *files != m_content->work->attachments) {
            m_content->work->attachments = *files;
            showFiles(*files);
        }
    });
}

std::optional<TodoFile> TodoDetail::fileOf(const QString &id) const
{
    if (!m_content || !m_content->work) {
        return std::nullopt;
    }
    for (const Attachment &file : m_content->work->attachments) {
        if (file.id.text() == id) {
            return TodoFile{ m_content->task,
                             file,
                             m_content->isMine() && m_content->work->control.allowSave };
        }
    }
    return std::nullopt;
}

} // namespace andu::ui
