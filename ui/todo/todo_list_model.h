// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/task.h"

#include <QAbstractListModel>

namespace andu::ui {

/// How urgent a todo is, as the list groups it.
enum class Urgency { Overdue, Today, Soon, Later, None };

[[nodiscard]] Urgency urgencyOf(const Task &task, const QDateTime &nowUtc);
/// "剩 1 天", "超 2 天", "今天 17:00"; the date for what is done or not due.
[[nodiscard]] QString dueText(const Task &task, const QDateTime &nowUtc);

/// How the rows of a box are put together.
enum class Grouping { Due, Process, Arrival };

/// Rows of one box in groups; group heads are rows of their own.
class TodoListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { HeadRole = Qt::UserRole + 1, IdRole, UrgencyRole };

    explicit TodoListModel(QObject *parent = nullptr);

    void replaceAll(QList<Task> tasks, const QDateTime &nowUtc);
    /// Shows only what contains the text in title, process or people.
    void setFilter(const QString &text);
    /// Shows only todos of this process; empty shows all.
    void setProcess(const QString &processName);
    void setGrouping(Grouping grouping);
    /// Names of the processes of all rows, sorted.
    [[nodiscard]] QStringList processes() const;
    [[nodiscard]] const Task *taskAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex find(const TaskId &id) const;
    [[nodiscard]] QModelIndex firstTask() const;
    [[nodiscard]] const QDateTime &nowUtc() const { return m_nowUtc; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        int task = -1; ///< Place in m_tasks; -1 for a head.
        Urgency urgency = Urgency::None;
        QString group; ///< Text of the head above it.
        int count = 0; ///< Todos below a head.
    };

    void arrange();
    void insertHeads(const QList<Row> &rows);
    [[nodiscard]] bool isShown(const Task &task) const;
    [[nodiscard]] bool isBefore(const Row &a, const Row &b) const;
    [[nodiscard]] QString groupOf(const Task &task) const;

    QList<Task> m_tasks;
    QList<Row> m_rows;
    QDateTime m_nowUtc;
    QString m_filter;
    QString m_process;
    Grouping m_grouping = Grouping::Due;
};

} // namespace andu::ui
