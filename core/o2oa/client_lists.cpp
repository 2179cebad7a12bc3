// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"
#include "core/o2oa/codec.h"

#include <QSet>

namespace andu::o2oa {

namespace {

constexpr int PageSize = 200;
constexpr int MaximumRows = 20000;
constexpr int MaximumRestarts = 3;

QString boxName(TodoBox box)
{
    switch (box) {
    case TodoBox::Task:
        return u"task"_s;
    case TodoBox::Read:
        return u"read"_s;
    case TodoBox::TaskCompleted:
        return u"taskcompleted"_s;
    case TodoBox::ReadCompleted:
        return u"readcompleted"_s;
    }
    return u"task"_s;
}

QList<Task> tasksOf(const QJsonArray &rows, TodoBox box, int offset, int *unusable = nullptr)
{
    QList<Task> list;
    for (const auto &value : rows) {
        const auto task = codec::task(value.toObject(), box, offset);
        if (task) {
            list.append(*task);
        } else if (unusable != nullptr) {
            ++*unusable;
        }
    }
    return list;
}

/// Rows of a keyset walk, joined page by page; says what to ask next.
struct Walk
{
    TodoListing listing;
    QSet<TaskId> seen;
    qint64 total = -1;
    QString anchor = QStringLiteral("(0)");
    bool isMoving = false; ///< The total changed under the walk: begin again.
    bool isKnown = false; ///< The last page brought nothing new.

    [[nodiscard]] bool wantsMore() const
    {
        return !listing.isComplete && !isMoving && !isKnown && !anchor.isEmpty()
            && listing.rows.size() < MaximumRows;
    }

    void take(const QJsonArray &rows, qint64 count, TodoBox box, int offset, const KnownRows &known)
    {
        isKnown = !rows.isEmpty() && !known.isEmpty();
        isMoving = total >= 0 && count != total;
        total = count;
        for (const Task &task : tasksOf(rows, box, offset, &listing.unusable)) {
            const auto before = known.constFind(task.id);
            isKnown = isKnown && before != known.constEnd() && *before == task.updateUtc;
            if (!seen.contains(task.id)) {
                seen.insert(task.id);
                listing.rows.append(task);
            }
        }
        anchor = rows.isEmpty() ? QString() : json::text(rows.last().toObject(), "id"_L1);
        listing.isComplete = rows.size() < PageSize;
    }
};

} // namespace

/// One walk from the newest row on. Absent when the list moved under it.
QCoro::Task<Result<std::optional<TodoListing>>>
Client::walkTodos(TodoBox box, QByteArray etag, KnownRows known)
{
    Walk walk;
    while (walk.wantsMore()) {
        const bool isFirst = walk.total < 0;
        const QString path
            = boxName(box) + u"/list/"_s + walk.anchor + u"/next/"_s + QString::number(PageSize);
        const QByteArray tag = isFirst ? etag : QByteArray();
        const Result<Envelope> page = co_await ask("GET", path, QByteArray(), tag);
        if (!page) {
            // The row that a later page begins behind may have vanished meanwhile.
            const bool isAnchorGone = !isFirst
                && (page.error().code == ErrorCode::Refused
                    || page.error().code == ErrorCode::NotFound);
            co_return isAnchorGone ? Result<std::optional<TodoListing>>(std::nullopt)
                                   : tl::unexpected<Error>(page.error());
        }
        if (page->notModified) {
            co_return TodoListing{ {}, true, true, etag, 0 };
        }
        if (isFirst) {
            walk.listing.etag = page->etag;
        }
        walk.take(page->data.toArray(), page->count, box, m_endpoint.utcOffsetSeconds, known);
    }
    if (walk.isMoving) {
        co_return std::nullopt;
    }
    // Rows that could not be read make the listing useless as evidence of what is gone.
    walk.listing.isComplete = walk.listing.isComplete && walk.listing.unusable == 0;
    co_return walk.listing;
}

QCoro::Task<Result<TodoListing>> Client::listTodos(TodoBox box, QByteArray etag, KnownRows known)
{
    for (int attempt = 0; attempt < MaximumRestarts; ++attempt) {
        const Result<std::optional<TodoListing>> listing = co_await walkTodos(box, etag, known);
        if (!listing) {
            co_return tl::unexpected<Error>(listing.error());
        }
        if (listing->has_value()) {
            co_return **listing;
        }
        etag.clear();
    }
    co_return fail(ErrorCode::Conflict, u"the list kept changing while it was read"_s);
}

QCoro::Task<Result<std::optional<Task>>> Client::task(TaskId id)
{
    const Result<Envelope> envelope = co_await ask("GET", u"task/"_s + id.text());
    if (!envelope) {
        if (envelope.error().code == ErrorCode::NotFound) {
            co_return std::optional<Task>();
        }
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return codec::task(envelope->data.toObject(), TodoBox::Task, m_endpoint.utcOffsetSeconds);
}

QCoro::Task<Result<QList<Task>>> Client::completedTasksOfJob(JobId job)
{
    const Result<Envelope> envelope
        = co_await ask("GET", u"taskcompleted/list/job/"_s + job.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return tasksOf(
        envelope->data.toArray(), TodoBox::TaskCompleted, m_endpoint.utcOffsetSeconds);
}

QCoro::Task<Result<QList<Task>>> Client::completedReadsOfJob(JobId job)
{
    const Result<Envelope> envelope
        = co_await ask("GET", u"readcompleted/list/job/"_s + job.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return tasksOf(
        envelope->data.toArray(), TodoBox::ReadCompleted, m_endpoint.utcOffsetSeconds);
}

QCoro::Task<Result<QList<Task>>> Client::openTasksOfJob(JobId job)
{
    const Result<Envelope> envelope = co_await ask("GET", u"task/list/job/"_s + job.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return tasksOf(envelope->data.toArray(), TodoBox::Task, m_endpoint.utcOffsetSeconds);
}

} // namespace andu::o2oa
