// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_list_model.h"

#include "core/base/literals.h"
#include "core/domain/account.h"

#include <QLocale>

namespace andu::ui {

namespace {

constexpr int SoonDays = 3;

} // namespace

Urgency urgencyOf(const Task &task, const QDateTime &nowUtc)
{
    if (task.box != TodoBox::Task || !task.expireUtc) {
        return Urgency::None;
    }
    if (*task.expireUtc < nowUtc) {
        return Urgency::Overdue;
    }
    const qint64 days = nowUtc.toLocalTime().date().daysTo(task.expireUtc->toLocalTime().date());
    return days == 0 ? Urgency::Today : days <= SoonDays ? Urgency::Soon : Urgency::Later;
}

QString dueText(const Task &task, const QDateTime &nowUtc)
{
    const QLocale locale;
    if (task.completedUtc) {
        return locale.toString(task.completedUtc->toLocalTime(), u"MM-dd HH:mm"_s);
    }
    if (!task.expireUtc) {
        return locale.toString(task.startUtc.toLocalTime(), u"MM-dd HH:mm"_s);
    }
    const QDateTime due = task.expireUtc->toLocalTime();
    const int days = int(nowUtc.toLocalTime().date().daysTo(due.date()));
    switch (urgencyOf(task, nowUtc)) {
    case Urgency::Overdue:
        return days == 0 ? TodoListModel::tr("overdue today")
                         : TodoListModel::tr("%n day(s) overdue", nullptr, -days);
    case Urgency::Today:
        return TodoListModel::tr("today %1").arg(due.toString(u"HH:mm"_s));
    case Urgency::Soon:
        return TodoListModel::tr("%n day(s) left", nullptr, days);
    default:
        return locale.toString(due, u"MM-dd"_s);
    }
}

TodoListModel::TodoListModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void TodoListModel::replaceAll(QList<Task> tasks, const QDateTime &nowUtc)
{
    m_tasks = std::move(tasks);
    m_nowUtc = nowUtc;
    arrange();
}

void TodoListModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    arrange();
}

void TodoListModel::setProcess(const QString &processName)
{
    m_process = processName;
    arrange();
}

void TodoListModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    arrange();
}

QStringList TodoListModel::processes() const
{
    QStringList names;
    for (const Task &task : m_tasks) {
        if (!names.contains(task.processName)) {
            names.append(task.processName);
        }
    }
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return a.localeAwareCompare(b) < 0;
    });
    return names;
}

bool TodoListModel::isShown(const Task &task) const
{
    if (!m_process.isEmpty() && task.processName != m_process) {
        return false;
    }
    const QString text = task.title + u' ' + task.processName + u' ' + task.activityName + u' '
        + nameOf(task.creatorPerson) + u' ' + task.serial;
    return m_filter.isEmpty() || text.contains(m_filter, Qt::CaseInsensitive);
}

bool TodoListModel::isBefore(const Row &a, const Row &b) const
{
    if (m_grouping == Grouping::Process && a.group != b.group) {
        return a.group.localeAwareCompare(b.group) < 0;
    }
    if (m_grouping == Grouping::Arrival) {
        return m_tasks[a.task].startUtc > m_tasks[b.task].startUtc;
    }
    if (a.urgency != b.urgency) {
        return a.urgency < b.urgency;
    }
    const bool hasDue = a.urgency != Urgency::None;
    return hasDue && m_tasks[a.task].expireUtc < m_tasks[b.task].expireUtc;
}

void TodoListModel::arrange()
{
    QList<Row> rows;
    for (int at = 0; at < m_tasks.size(); ++at) {
        if (isShown(m_tasks[at])) {
            rows.append(Row{ at, urgencyOf(m_tasks[at], m_nowUtc), groupOf(m_tasks[at]), 0 });
        }
    }
    std::stable_sort(
        rows.begin(), rows.end(), [this](const Row &a, const Row &b) { return isBefore(a, b); });
    beginResetModel();
    insertHeads(rows);
    endResetModel();
}

/// A single group needs no head.
void TodoListModel::insertHeads(const QList<Row> &rows)
{
    m_rows.clear();
    const bool isGrouped = !rows.isEmpty() && rows.first().group != rows.last().group;
    qsizetype head = -1;
    for (const Row &row : rows) {
        if (isGrouped && (m_rows.isEmpty() || m_rows.last().group != row.group)) {
            head = m_rows.size();
            const bool isByDue = m_grouping == Grouping::Due;
            m_rows.append(Row{ -1, isByDue ? row.urgency : Urgency::None, row.group, 0 });
        }
        m_rows.append(row);
        if (head >= 0) {
            ++m_rows[head].count;
        }
    }
}

const Task *TodoListModel::taskAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || m_rows[index.row()].task < 0) {
        return nullptr;
    }
    return &m_tasks[m_rows[index.row()].task];
}

QModelIndex TodoListModel::find(const TaskId &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].task >= 0 && m_tasks[m_rows[row].task].id == id) {
            return index(row);
        }
    }
    return {};
}

QModelIndex TodoListModel::firstTask() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].task >= 0) {
            return index(row);
        }
    }
    return {};
}

int TodoListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TodoListModel::groupOf(const Task &task) const
{
    if (m_grouping == Grouping::Process) {
        return task.processName;
    }
    if (m_grouping == Grouping::Arrival) {
        const QDateTime at = (task.completedUtc ? *task.completedUtc : task.startUtc).toLocalTime();
        const qint64 days = at.date().daysTo(m_nowUtc.toLocalTime().date());
        return days <= 0 ? tr("Today") : days < 7 ? tr("Last seven days") : tr("Earlier");
    }
    switch (urgencyOf(task, m_nowUtc)) {
    case Urgency::Overdue:
        return tr("Overdue");
    case Urgency::Today:
        return tr("Due today");
    case Urgency::Soon:
        return tr("Due in three days");
    case Urgency::Later:
        return tr("Later");
    case Urgency::None:
        break;
    }
    return tr("No due time");
}

QVariant TodoListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Row &row = m_rows[index.row()];
    if (role == HeadRole) {
        return row.task < 0;
    }
    if (role == UrgencyRole) {
        return int(row.urgency);
    }
    if (row.task < 0) {
        return role == Qt::DisplayRole ? row.group + u"  "_s + QString::number(row.count)
                                       : QVariant();
    }
    const Task &task = m_tasks[row.task];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return task.title;
    case Qt::ToolTipRole:
        return task.title.toHtmlEscaped();
    case IdRole:
        return task.id.text();
    default:
        return {};
    }
}

Qt::ItemFlags TodoListModel::flags(const QModelIndex &index) const
{
    return taskAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace andu::ui
