// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_page.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/store/todo_repository.h"
#include "ui/todo/todo_delegate.h"
#include "ui/todo/todo_detail.h"
#include "ui/todo/todo_list_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace andu::ui {

namespace {

constexpr int DraftsTab = 4;

struct Listing
{
    QList<Task> rows;
    QHash<TodoBox, int> counts;
    int drafts = 0;
};

bool isTyped(const Task &task)
{
    return task.state == TodoState::Draft || task.state == TodoState::Attention;
}

constexpr TodoBox Boxes[]
    = { TodoBox::Task, TodoBox::Read, TodoBox::TaskCompleted, TodoBox::ReadCompleted };

Result<Listing> readListing(store::Connection &connection, TodoBox box, bool isDrafts)
{
    const store::TodoRepository repository(connection);
    store::TodoFilter filter;
    filter.box = TodoBox::Task;
    auto todos = repository.list(filter);
    const auto counts = repository.counts();
    if (!todos || !counts) {
        return tl::unexpected<Error>(todos ? counts.error() : todos.error());
    }
    Listing listing{ {}, *counts, int(std::count_if(todos->begin(), todos->end(), isTyped)) };
    if (box == TodoBox::Task) {
        listing.rows = *todos;
        if (isDrafts) {
            listing.rows.removeIf([](const Task &task) { return !isTyped(task); });
        }
        return listing;
    }
    filter.box = box;
    auto rows = repository.list(filter);
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    listing.rows = *rows;
    return listing;
}

} // namespace

TodoPage::TodoPage(store::Store &store,
                   sync::Commands &commands,
                   const Account &account,
                   const Theme &theme,
                   QSettings &settings,
                   QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_theme(theme)
    , m_settings(settings)
    , m_model(new TodoListModel(this))
    , m_boxes(new QTabBar)
    , m_filter(new QLineEdit)
    , m_groupChip(new QToolButton)
    , m_processChip(new QToolButton)
    , m_list(new QListView)
    , m_listPages(new QStackedWidget)
    , m_emptyText(new QLabel)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_right(new QStackedWidget)
    , m_detail(new TodoDetail(store, commands, account, theme, settings))
{
    layOut();
    m_reload.setSingleShot(true);
    m_reload.setInterval(std::chrono::milliseconds(30));
    connect(&m_reload, &QTimer::timeout, this, &TodoPage::reload);
    connect(&m_store, &store::Store::changed, this, [this](store::Topics topics) {
        if (topics.testFlag(store::Topic::Todos) || topics.testFlag(store::Topic::Works)) {
            m_reload.start();
        }
    });
    connect(m_boxes, &QTabBar::currentChanged, this, [this](int index) {
        m_isDrafts = index == DraftsTab;
        m_box = m_isDrafts ? TodoBox::Task : Boxes[index];
        m_wanted = {};
        reload();
    });
    connect(m_filter, &QLineEdit::textChanged, m_model, &TodoListModel::setFilter);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &TodoPage::openCurrent);
    connect(m_detail, &TodoDetail::queued, this, &TodoPage::queued);
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, m_detail, &TodoDetail::sendDefault);
    auto *next = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this);
    connect(next, &QShortcut::activated, this, [this] { step(1); });
    auto *previous = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Up), this);
    connect(previous, &QShortcut::activated, this, [this] { step(-1); });
    reload();
}

void TodoPage::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *left = new QFrame;
    left->setObjectName(u"listPane"_s);
    left->setMinimumWidth(280);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 4, 0, 0);
    leftLayout->setSpacing(0);
    m_boxes->setObjectName(u"boxes"_s);
    m_boxes->setExpanding(false);
    for (const QString &text :
         { tr("To do"), tr("To read"), tr("Done"), tr("Read"), tr("Drafts") }) {
        m_boxes->addTab(text);
    }
    m_boxes->setUsesScrollButtons(false);
    leftLayout->addWidget(m_boxes);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(16, 6, 16, 8);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(m_theme.icon(u"filter"_s), QLineEdit::LeadingPosition);
    filterRow->setSpacing(6);
    filterRow->addWidget(m_filter, 1);
    filterRow->addWidget(makeChips());
    leftLayout->addLayout(filterRow);

    m_list->setObjectName(u"todoList"_s);
    m_list->setAccessibleName(tr("Todos"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TodoDelegate(m_theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_listPages->addWidget(m_list);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setProperty("role", u"hint"_s);
    m_listPages->addWidget(m_emptyText);
    leftLayout->addWidget(m_listPages, 1);

    auto *nothing = new QWidget;
    nothing->setObjectName(u"canvas"_s);
    nothing->setAttribute(Qt::WA_StyledBackground);
    auto *nothingLayout = new QVBoxLayout(nothing);
    auto *icon = new QLabel;
    icon->setPixmap(m_theme.pixmap(u"todo"_s, Token::Text3, 32, 2));
    icon->setAlignment(Qt::AlignCenter);
    auto *hint = new QLabel(tr("Choose a todo on the left to see its form, files and flow."));
    hint->setProperty("role", u"hint"_s);
    hint->setAlignment(Qt::AlignCenter);
    nothingLayout->addStretch();
    nothingLayout->addWidget(icon);
    nothingLayout->addWidget(hint);
    nothingLayout->addStretch();
    m_right->addWidget(nothing);
    m_right->addWidget(m_detail);

    m_splitter->setObjectName(u"todoSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ 376, 1000 });
    m_splitter->restoreState(m_settings.value("todo/splitter").toByteArray());
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_settings.setValue("todo/splitter", m_splitter->saveState());
    });
    layout->addWidget(m_splitter);
}

QWidget *TodoPage::makeChips()
{
    auto *chips = new QWidget;
    auto *row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QToolButton *chip : { m_groupChip, m_processChip }) {
        chip->setProperty("role", u"chip"_s);
        chip->setPopupMode(QToolButton::InstantPopup);
        chip->setFont(m_theme.font(TypeStep::Small));
        chip->setMenu(new QMenu(chip));
        row->addWidget(chip);
    }
    m_groupChip->setObjectName(u"groupChip"_s);
    m_processChip->setObjectName(u"processChip"_s);
    const QStringList names{ tr("By due time"), tr("By process"), tr("By arrival") };
    for (int grouping = 0; grouping < names.size(); ++grouping) {
        m_groupChip->menu()->addAction(
            names[grouping], this, [this, grouping] { setGrouping(grouping); });
    }
    setGrouping(std::clamp(m_settings.value("todo/grouping", 0).toInt(), 0, 2));
    m_processChip->setText(tr("Process"));
    connect(m_processChip->menu(), &QMenu::aboutToShow, this, &TodoPage::fillProcesses);
    return chips;
}

void TodoPage::setGrouping(int grouping)
{
    m_settings.setValue("todo/grouping", grouping);
    m_groupChip->setText(m_groupChip->menu()->actions().at(grouping)->text());
    m_model->setGrouping(Grouping(grouping));
}

void TodoPage::fillProcesses()
{
    QMenu *menu = m_processChip->menu();
    menu->clear();
    const auto choose = [this](const QString &name) {
        m_processChip->setText(name.isEmpty() ? tr("Process") : name);
        m_processChip->setProperty("isChosen", !name.isEmpty());
        m_processChip->style()->polish(m_processChip);
        m_model->setProcess(name);
    };
    menu->addAction(tr("All processes"), this, [choose] { choose({}); });
    menu->addSeparator();
    const QStringList names = m_model->processes();
    for (const QString &name : names) {
        QString text = name;
        menu->addAction(text.replace(u'&', u"&&"_s), this, [choose, name] { choose(name); });
    }
}

void TodoPage::reload()
{
    const TodoBox box = m_box;
    const bool isDrafts = m_isDrafts;
    const auto reading = m_store.read<Listing>([box, isDrafts](store::Connection &connection) {
        return readListing(connection, box, isDrafts);
    });
    whenDone(reading, this, [this, box, isDrafts](const Result<Listing> &listing) {
        if (listing && box == m_box && isDrafts == m_isDrafts) {
            showCounts(listing->counts, listing->drafts);
            showRows(listing->rows);
        }
    });
}

void TodoPage::showCounts(const QHash<TodoBox, int> &counts, int drafts)
{
    const QStringList names{ tr("To do"), tr("To read"), tr("Done"), tr("Read"), tr("Drafts") };
    for (int tab = 0; tab < names.size(); ++tab) {
        const int count = tab == DraftsTab ? drafts : counts.value(Boxes[tab]);
        m_boxes->setTabText(tab,
                            count > 0 ? names[tab] + u' ' + QString::number(count) : names[tab]);
    }
    Q_EMIT todoCountChanged(counts.value(TodoBox::Task));
}

void TodoPage::showRows(const QList<Task> &rows)
{
    TaskId wanted = m_wanted;
    const Task *current = m_model->taskAt(m_list->currentIndex());
    if (wanted.isNull() && current) {
        wanted = current->id;
    }
    const std::optional<Task> open = m_detail->task();
    m_model->replaceAll(rows, QDateTime::currentDateTimeUtc());
    m_emptyText->setText(m_box == TodoBox::Task ? tr("Nothing to do. New todos will appear here.")
                                                : tr("Nothing here yet."));
    m_listPages->setCurrentIndex(rows.isEmpty() ? 1 : 0);
    QModelIndex index = m_model->find(wanted);
    if (!index.isValid()) {
        index = m_model->firstTask();
    }
    m_wanted = {};
    const Task *task = m_model->taskAt(index);
    // The open detail stays as it is while its row has not changed: typing is never interrupted.
    const bool isSame = task && open && *task == *open && m_detail->session();
    if (isSame) {
        const QSignalBlocker blocker(m_list->selectionModel());
        m_list->setCurrentIndex(index);
        m_list->viewport()->update();
    } else {
        m_list->setCurrentIndex(index);
        openCurrent();
    }
}

void TodoPage::openCurrent()
{
    const Task *task = m_model->taskAt(m_list->currentIndex());
    if (!task) {
        m_right->setCurrentIndex(0);
        m_detail->clear();
        return;
    }
    m_right->setCurrentIndex(1);
    m_detail->open(task->id);
}

void TodoPage::step(int direction)
{
    int row = m_list->currentIndex().row() + direction;
    while (row >= 0 && row < m_model->rowCount()) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_model->taskAt(index)) {
            m_list->setCurrentIndex(index);
            return;
        }
        row += direction;
    }
}

void TodoPage::reveal(TodoBox box, const TaskId &id)
{
    m_wanted = id;
    for (int tab = 0; tab < 4; ++tab) {
        if (Boxes[tab] == box && m_boxes->currentIndex() != tab) {
            const QSignalBlocker blocker(m_boxes);
            m_boxes->setCurrentIndex(tab);
            m_box = box;
            m_isDrafts = false;
        }
    }
    reload();
}

void TodoPage::setFilter(const QString &text, bool takesFocus)
{
    m_filter->setText(text);
    if (takesFocus) {
        m_filter->setFocus();
    }
}

void TodoPage::setOffline(bool isOffline)
{
    m_detail->setOffline(isOffline);
}

void TodoPage::keepDraft()
{
    m_detail->keepDraft();
}

} // namespace andu::ui
