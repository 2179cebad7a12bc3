// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_detail.h"

#include "core/base/future.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/office_repository.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"
#include "ui/form/form_view.h"
#include "ui/form/org_editor.h"
#include "ui/text/error_text.h"
#include "ui/todo/action_bar.h"
#include "ui/todo/flow_panel.h"
#include "ui/todo/todo_list_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
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
                       QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_commands(commands)
    , m_account(account)
    , m_theme(theme)
    , m_title(new QLabel)
    , m_line(new QLabel)
    , m_due(new QLabel)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_form(new FormView(theme))
    , m_noForm(new QLabel)
    , m_files(new QListWidget)
    , m_flow(new FlowPanel(theme))
    , m_flowSide(new FlowPanel(theme))
    , m_actions(new ActionBar(theme))
{
    setObjectName(u"detailPane"_s);
    layOut();
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(AutosaveAfter);
    connect(&m_autosave, &QTimer::timeout, this, &TodoDetail::keepDraft);
    const auto dirty = [this] {
        m_actions->setError({});
        m_isDirty = true;
        m_autosave.start();
    };
    connect(m_form, &FormView::edited, this, dirty);
    connect(m_form, &FormView::previewWanted, this, [this](const QString &id) {
        wantAttachment(id, &TodoDetail::attachmentWanted);
    });
    connect(m_form, &FormView::saveWanted, this, [this](const QString &id) {
        wantAttachment(id, &TodoDetail::attachmentSaveWanted);
    });
    connect(m_actions, &ActionBar::opinionEdited, this, dirty);
    connect(m_actions, &ActionBar::draftWanted, this, [this] {
        m_isDirty = true;
        keepDraft();
    });
    connect(m_actions, &ActionBar::routeChosen, this, &TodoDetail::chooseRoute);
    connect(m_actions, &ActionBar::readConfirmed, this, &TodoDetail::confirmRead);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_files, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        if (m_session) {
            Q_EMIT attachmentWanted(m_session->work().attachments.at(m_files->row(item)));
        }
    });
}

TodoDetail::~TodoDetail()
{
    delete m_form; // Before the session that it shows.
}

void TodoDetail::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
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
    headLayout->addWidget(m_tabs);
    layout->addWidget(head);

    auto *formPage = new QStackedWidget;
    m_noForm->setAlignment(Qt::AlignCenter);
    m_noForm->setWordWrap(true);
    m_noForm->setProperty("role", u"hint"_s);
    formPage->addWidget(m_form);
    formPage->addWidget(m_noForm);
    m_pages->addWidget(formPage);
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

Result<TodoDetail::Content> TodoDetail::read(store::Connection &connection, const TaskId &id)
{
    Content content;
    const auto task = store::TodoRepository(connection).find(id);
    if (!task || !task->has_value()) {
        return task ? Result<Content>(fail(ErrorCode::NotFound, u"the todo is gone"_s))
                    : tl::unexpected<Error>(task.error());
    }
    content.task = **task;
    const auto work = store::WorkRepository(connection).find(content.task.work);
    if (work && work->has_value()) {
        content.work = **work;
        const auto form
            = store::FormRepository(connection).find(content.work->form, content.work->formTag);
        if (form && form->has_value()) {
            const auto source = forms::decodeForm(**form);
            if (source) {
                content.form = *source;
            } else {
                content.formError = source.error().detail;
            }
        }
    }
    const auto draft = store::DraftRepository(connection).find(id);
    if (draft) {
        content.draft = *draft;
    }
    const auto directory = store::OfficeRepository(connection).directory();
    if (directory) {
        content.directory = forms::Directory::fromJson(*directory);
    }
    const auto dictionaries = store::DictionaryRepository(connection).list();
    for (const OfficeDictionary &kept : dictionaries.value_or(QList<OfficeDictionary>())) {
        if (!kept.data.isNull()) {
            content.dictionaries.append(
                forms::Dictionary{ kept.name, kept.name, kept.name, kept.application, kept.data });
        }
    }
    return content;
}

void TodoDetail::open(const TaskId &id)
{
    keepDraft();
    const quint64 request = ++m_request;
    const auto reading = m_store.read<Content>(
        [id](store::Connection &connection) { return read(connection, id); });
    whenDone(reading, this, [this, request](const Result<Content> &content) {
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
    m_form->setSession(nullptr);
    m_session.reset();
    m_task.reset();
    m_isDirty = false;
    setEnabled(false);
}

void TodoDetail::show(const Content &content)
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
    m_actions->setError({});
    showForm(content);
    const QList<Attachment> files = content.work ? content.work->attachments : QList<Attachment>();
    const QList<Record> records = content.work ? content.work->records : QList<Record>();
    showFiles(files);
    m_flow->setRecords(records);
    m_flowSide->setRecords(records);
    m_tabs->setTabText(FilesPage, tr("Files") + u"  "_s + QString::number(files.size()));
    m_tabs->setTabText(FlowPage, tr("Flow") + u"  "_s + QString::number(records.size()));
    m_tabs->setCurrentIndex(FormPage);
    m_isDirty = false;
    Q_EMIT opened();
}

void TodoDetail::showForm(const Content &content)
{
    m_form->setSession(nullptr);
    m_session.reset();
    auto *page = qobject_cast<QStackedWidget *>(m_pages->widget(FormPage));
    if (!content.work || !content.form) {
        m_noForm->setText(
            !content.formError.isEmpty()
                ? tr("This form cannot be read. The data of the todo is kept; it can be "
                     "handled in the browser.")
                : tr("The content of this todo has not been synced yet."));
        page->setCurrentWidget(m_noForm);
        m_actions->hide();
        return;
    }
    page->setCurrentWidget(m_form);
    forms::FormInput input;
    input.source = *content.form;
    input.work = *content.work;
    input.user = m_account;
    input.directory = content.directory;
    input.dictionaries = content.dictionaries;
    input.now = QDateTime::currentDateTime();
    const bool isOnItsWay
        = content.task.state == TodoState::Queued || content.task.state == TodoState::Delivered;
    const bool isMine = content.task.box == TodoBox::Task && !isOnItsWay;
    if (!isMine) {
        input.work.control.allowSave = false;
    }
    m_session = std::make_unique<forms::FormSession>(std::move(input));
    QString opinion = m_session->offeredOpinion();
    if (content.draft) {
        m_session->restore(content.draft->changes);
        opinion = content.draft->opinion;
    }
    m_form->setSession(m_session.get());
    m_actions->setOpinion(opinion);
    if (isMine) {
        m_actions->setRoutes(m_session->routes());
    } else if (content.task.box == TodoBox::Read && !isOnItsWay) {
        m_actions->setReadOnlyTodo();
    } else {
        m_actions->hide();
    }
}

void TodoDetail::showFiles(const QList<Attachment> &attachments)
{
    m_files->clear();
    for (const Attachment &attachment : attachments) {
        const QString line = attachment.name + u"\n"_s
            + QLocale().formattedDataSize(attachment.sizeBytes, 0) + u" · "_s
            + nameOf(attachment.person);
        m_files->addItem(new QListWidgetItem(m_theme.icon(u"file"_s), line));
    }
    if (attachments.isEmpty()) {
        auto *item = new QListWidgetItem(tr("No files"));
        item->setFlags(Qt::NoItemFlags);
        m_files->addItem(item);
    }
}

void TodoDetail::wantAttachment(const QString &id, void (TodoDetail::*wish)(const Attachment &))
{
    if (!m_session) {
        return;
    }
    const QList<Attachment> attachments = m_session->work().attachments;
    for (const Attachment &attachment : attachments) {
        if (attachment.id.text() == id) {
            Q_EMIT(this->*wish)(attachment);
        }
    }
}

void TodoDetail::setOffline(bool isOffline)
{
    m_actions->setOffline(isOffline);
}

void TodoDetail::sendDefault()
{
    if (m_session && m_actions->isVisible() && !m_actions->defaultRoute().isEmpty()) {
        m_actions->askConfirmation(m_actions->defaultRoute());
    }
}

void TodoDetail::keepDraft()
{
    m_autosave.stop();
    if (!m_task || !m_session || m_session->isReadonly()) {
        return;
    }
    m_form->commit();
    if (!m_isDirty) {
        return;
    }
    m_isDirty = false;
    m_autosave.stop();
    store::Draft draft;
    draft.task = m_task->id;
    draft.changes = m_session->changes();
    draft.base = m_session->base(draft.changes);
    draft.opinion = m_actions->opinion();
    draft.savedUtc = QDateTime::currentDateTimeUtc();
    whenDone(m_commands.saveDraft(draft), this, [this](const Result<void> &saved) {
        if (!saved) {
            m_isDirty = true;
            m_actions->setError(errorText(saved.error()));
        }
    });
}

void TodoDetail::chooseRoute(const QString &name)
{
    if (!m_session || !m_task) {
        return;
    }
    m_form->commit();
    const QList<forms::RouteChoice> routes = m_session->routes();
    for (const forms::RouteChoice &route : routes) {
        if (route.name == name) {
            const QString opinion = m_actions->opinion().trimmed();
            if (askPeople(route) && isAccepted(route, opinion)) {
                send(route, opinion);
            }
            return;
        }
    }
}

/// Asks for the next people where nobody is chosen yet.
bool TodoDetail::askPeople(const forms::RouteChoice &route)
{
    for (const forms::Selector &selector : route.selectors) {
        const QJsonArray chosen = forms::orgValues(m_session->data().value(selector.dataKey));
        const int least = route.isAppendTask ? std::max(1, selector.min) : selector.min;
        if (!chosen.isEmpty() && chosen.size() >= least) {
            continue;
        }
        OrgPicker picker(m_session->directory(),
                         json::texts(selector.json, "selectType"_L1),
                         selector.max,
                         chosen,
                         this);
        picker.setWindowTitle(selector.title);
        if (picker.exec() != QDialog::Accepted) {
            return false;
        }
        m_session->choosePeople(selector, picker.chosen());
    }
    return true;
}

bool TodoDetail::isAccepted(const forms::RouteChoice &route, const QString &opinion)
{
    QList<forms::Failure> failures = m_session->checkRoute(route, opinion);
    for (const QString &name : { QString(), route.name }) {
        if (!failures.isEmpty()) {
            break;
        }
        const forms::CheckResult check = m_session->check(name, opinion);
        failures = check.fields.isEmpty() ? check.form : check.fields;
    }
    m_form->showFailures(failures);
    if (failures.isEmpty()) {
        m_actions->setError({});
        return true;
    }
    QStringList lines;
    for (const forms::Failure &failure : std::as_const(failures)) {
        if (!lines.contains(failure.text)) {
            lines.append(failure.text);
        }
    }
    m_actions->setError(lines.mid(0, 4).join(u'\n'));
    m_form->focusField(failures.first().field);
    return false;
}

void TodoDetail::send(const forms::RouteChoice &route, const QString &opinion)
{
    m_session->prepareSave();
    sync::Approval approval;
    approval.task = m_task->id;
    approval.routeName = route.name;
    approval.opinion = opinion.isEmpty() ? route.defaultOpinion : opinion;
    approval.changes = m_session->changes(true);
    approval.base = m_session->base(approval.changes);
    if (route.isAppendTask && !route.selectors.isEmpty()) {
        const QJsonArray people
            = forms::orgValues(m_session->data().value(route.selectors.first().dataKey));
        for (const QJsonValue &person : people) {
            approval.appendTaskIdentityList.append(
                json::text(person.toObject(), "distinguishedName"_L1));
        }
    }
    m_autosave.stop();
    m_isDirty = false;
    const QString title = route.label + u"：“"_s + m_task->title + u"”"_s;
    m_actions->setEnabled(false);
    whenDone(m_commands.processTask(approval), this, [this, title](const Result<IntentId> &intent) {
        m_actions->setEnabled(true);
        if (intent) {
            Q_EMIT queued(*intent, title);
        } else {
            m_isDirty = true;
            m_actions->setError(errorText(intent.error()));
        }
    });
}

void TodoDetail::confirmRead()
{
    if (!m_task) {
        return;
    }
    const QString title = m_task->title;
    whenDone(m_commands.confirmRead(m_task->id, {}),
             this,
             [this, title](const Result<IntentId> &intent) {
                 if (intent) {
                     Q_EMIT queued(*intent, title);
                 } else {
                     m_actions->setError(errorText(intent.error()));
                 }
             });
}

} // namespace andu::ui
