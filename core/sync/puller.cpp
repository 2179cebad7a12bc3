// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

#include "core/base/literals.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"
#include "core/sync/phrases.h"

#include <QCryptographicHash>
#include <qcoro/qcorofuture.h>

namespace andu::sync {

namespace {

using store::Connection;
using store::Coverage;
using store::ReplaceCounts;
using store::Topic;
constexpr int FewRows = 10; // Fewer than this may vanish without a question.
constexpr int PageRows = 200; // A tag tells about the first page only.
constexpr int MostDoneWorks = 200; // Older ones are read when they are opened.
constexpr qint64 ListingAgeSeconds = qint64{ 24 } * 3600;

QString tagName(TodoBox box)
{
    return u"etag.%1"_s.arg(int(box));
}

QString listedName(TodoBox box)
{
    return u"listed.%1"_s.arg(int(box));
}

/// Lists whose rows wait for the person; done rows are kept by the server and only grow.
bool isOpenBox(TodoBox box)
{
    return box == TodoBox::Task || box == TodoBox::Read;
}

/// A work behind todos and what would make it worth reading again.
struct WantedWork
{
    WorkId work;
    JobId job;
    QString stamp; ///< Of the rows that name it.
    bool isOpen = false; ///< Somebody may save in it without any row telling.
    QString keptStamp;
    QByteArray keptTag;
};

Result<QList<WantedWork>> wantedWorks(Connection &connection, const QDate &today)
{
    QList<WantedWork> wanted;
    QHash<WorkId, qsizetype> places;
    for (const TodoBox box :
         { TodoBox::Task, TodoBox::Read, TodoBox::TaskCompleted, TodoBox::ReadCompleted }) {
        const int limit = isOpenBox(box) ? 0 : MostDoneWorks;
        const auto rows
            = store::TodoRepository(connection).list(store::TodoFilter{ box, {}, limit });
        if (!rows) {
            return tl::unexpected<Error>(rows.error());
        }
        for (const Task &task : *rows) {
            if (task.work.isNull()) {
                continue;
            }
            if (!places.contains(task.work)) {
                places.insert(task.work, wanted.size());
                wanted.append(WantedWork{ task.work, task.job, {}, false, {}, {} });
            }
            WantedWork &work = wanted[places.value(task.work)];
            work.isOpen = work.isOpen || isOpenBox(box);
            work.stamp += task.id.text() + QString::number(task.updateUtc.toMSecsSinceEpoch())
                + task.title;
        }
    }
    const store::MetaRepository meta(connection);
    for (WantedWork &work : wanted) {
        // A form may get another tag while its works stay as they are: once a day they are opened
        // in any case.
        const QString day = work.isOpen ? today.toString(Qt::ISODate) : QString();
        const QByteArray digest
            = QCryptographicHash::hash((work.stamp + day).toUtf8(), QCryptographicHash::Sha256);
        work.stamp = QString::fromLatin1(digest.toHex());
        work.keptStamp = meta.value(u"work."_s + work.work.text()).value_or(QString());
        work.keptTag = meta.value(u"tag."_s + work.work.text()).value_or(QString()).toLatin1();
    }
    return wanted;
}

Result<o2oa::KnownRows> knownRows(Connection &connection, TodoBox box)
{
    const auto rows = store::TodoRepository(connection).list(store::TodoFilter{ box });
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    o2oa::KnownRows known;
    for (const Task &task : *rows) {
        known.insert(task.id, task.updateUtc);
    }
    return known;
}

/// Rows and tag in one transaction.
Result<ReplaceCounts> writeBox(Connection &connection,
                               TodoBox box,
                               const o2oa::TodoListing &listing,
                               RunMode mode,
                               const QDateTime &now)
{
    const store::TodoRepository todos(connection);
    const Coverage coverage = listing.isComplete ? Coverage::Complete : Coverage::Newest;
    const auto gone = todos.countGone(box, listing.rows);
    if (!gone) {
        return tl::unexpected<Error>(gone.error());
    }
    if (mode == RunMode::Incremental && coverage == Coverage::Complete && listing.rows.isEmpty()
        && *gone > FewRows) {
        return fail(ErrorCode::Conflict, u"the server lists nothing of %1 rows"_s.arg(*gone));
    }
    auto counts = todos.replaceBox(box, listing.rows, coverage);
    if (!counts) {
        return counts;
    }
    const store::MetaRepository meta(connection);
    const bool isTagTelling
        = listing.unusable == 0 && (!isOpenBox(box) || listing.rows.size() < PageRows);
    const QString tag = isTagTelling ? QString::fromLatin1(listing.etag) : QString();
    auto kept = meta.setValue(tagName(box), tag);
    if (kept && coverage == Coverage::Complete) {
        kept = meta.setValue(listedName(box), now.toString(Qt::ISODateWithMs));
    }
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    return counts;
}

void count(const Result<WorkPuller::Outcome> &pulled, PullSummary *summary)
{
    summary->worksRead += pulled && pulled->isRead ? 1 : 0;
    summary->worksFailed += pulled && pulled->isWhole ? 0 : 1;
}

/// Nothing more is to be had until a row or the tag changes: all of it was read, or the server will
/// not show a work that is done.
bool isSettled(const Result<WorkPuller::Outcome> &pulled, bool isOpen)
{
    if (pulled) {
        return pulled->isWhole && pulled->isRead;
    }
    return !isOpen
        && (pulled.error().code == ErrorCode::NotFound
            || pulled.error().code == ErrorCode::Refused);
}

} // namespace

Puller::Puller(store::Store &store, o2oa::Client &client, const Clock &clock)
    : m_store(store)
    , m_client(client)
    , m_clock(clock)
    , m_works(store, client)
    , m_office(store, client, clock)
{ }

QCoro::Task<Result<QString>> Puller::meta(QString name)
{
    const QFuture<Result<QString>> reading = m_store.read<QString>(
        [name](Connection &connection) { return store::MetaRepository(connection).value(name); });
    co_return co_await reading;
}

QCoro::Task<Result<PullSummary>> Puller::run(RunMode mode, Progress progress)
{
    PullSummary summary;
    const QList<TodoBox> boxes{
        TodoBox::Task, TodoBox::Read, TodoBox::TaskCompleted, TodoBox::ReadCompleted
    };
    const Result<void> lists = co_await pullBoxes(boxes, mode, &summary);
    if (!lists) {
        co_return tl::unexpected<Error>(lists.error());
    }
    const Result<void> processes = co_await pullProcesses(mode);
    if (!processes) {
        co_return tl::unexpected<Error>(processes.error());
    }
    const Result<void> works = co_await pullWorks(mode, progress, &summary);
    if (!works) {
        co_return tl::unexpected<Error>(works.error());
    }
    const Result<void> office = co_await m_office.run(mode);
    if (!office) {
        co_return tl::unexpected<Error>(office.error());
    }
    const Result<void> phrases = co_await syncPhrases(&m_store, &m_client, m_clock.nowUtc(), mode);
    if (!phrases && endsPull(phrases.error())) {
        co_return tl::unexpected<Error>(phrases.error());
    }
    const QString now = m_clock.nowUtc().toString(Qt::ISODateWithMs);
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Meta, [now](Connection &connection) {
              return store::MetaRepository(connection).setValue(u"pull.last"_s, now);
          });
    const Result<void> written = co_await writing;
    if (!written) {
        co_return tl::unexpected<Error>(written.error());
    }
    co_return summary;
}

QCoro::Task<Result<PullSummary>> Puller::runTodos()
{
    PullSummary summary;
    const QList<TodoBox> boxes{ TodoBox::Task, TodoBox::Read };
    const Result<void> lists = co_await pullBoxes(boxes, RunMode::Incremental, &summary);
    if (!lists) {
        co_return tl::unexpected<Error>(lists.error());
    }
    const Progress silent = [](int, int) {};
    const Result<void> works = co_await pullWorks(RunMode::Incremental, silent, &summary);
    if (!works) {
        co_return tl::unexpected<Error>(works.error());
    }
    co_return summary;
}

QCoro::Task<Result<void>>
Puller::pullBoxes(QList<TodoBox> boxes, RunMode mode, PullSummary *summary)
{
    for (const TodoBox box : boxes) {
        const Result<void> pulled = co_await pullBox(box, mode, summary);
        if (!pulled) {
            co_return pulled;
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Puller::pullProcesses(RunMode mode)
{
    const QString name = u"etag.processes"_s;
    const Result<QString> kept = co_await meta(name);
    const bool isConditional = mode == RunMode::Incremental && kept.has_value();
    const QByteArray etag = isConditional ? kept->toLatin1() : QByteArray();
    const Result<o2oa::ProcessListing> listing = co_await m_client.startableProcesses(etag);
    if (!listing) {
        co_return endsPull(listing.error()) ? tl::unexpected<Error>(listing.error())
                                            : Result<void>();
    }
    if (listing->isNotModified) {
        co_return Result<void>();
    }
    const QString tag = QString::fromLatin1(listing->etag);
    const QFuture<Result<void>> writing = m_store.write<void>(
        Topic::Meta, [name, tag, rows = listing->rows](Connection &connection) {
            const auto replaced = store::ProcessRepository(connection).replaceAll(rows);
            return replaced ? store::MetaRepository(connection).setValue(name, tag) : replaced;
        });
    co_return co_await writing;
}

QCoro::Task<Result<void>> Puller::pullBox(TodoBox box, RunMode mode, PullSummary *summary)
{
    const QDateTime now = m_clock.nowUtc();
    QByteArray etag;
    o2oa::KnownRows known;
    const Result<QString> listed = co_await meta(listedName(box));
    const QDateTime listedUtc
        = QDateTime::fromString(listed.value_or(QString()), Qt::ISODateWithMs);
    const bool isFresh = listedUtc.isValid() && listedUtc.secsTo(now) < ListingAgeSeconds;
    if (mode == RunMode::Incremental && (isOpenBox(box) || isFresh)) {
        const Result<QString> kept = co_await meta(tagName(box));
        etag = kept ? kept->toLatin1() : QByteArray();
    }
    if (mode == RunMode::Incremental && isFresh && !isOpenBox(box)) {
        const QFuture<Result<o2oa::KnownRows>> reading = m_store.read<o2oa::KnownRows>(
            [box](Connection &connection) { return knownRows(connection, box); });
        const Result<o2oa::KnownRows> rows = co_await reading;
        known = rows.value_or(o2oa::KnownRows());
    }
    const Result<o2oa::TodoListing> listing = co_await m_client.listTodos(box, etag, known);
    if (!listing) {
        co_return tl::unexpected<Error>(listing.error());
    }
    if (listing->isNotModified) {
        co_return Result<void>();
    }
    const QFuture<Result<ReplaceCounts>> writing = m_store.write<ReplaceCounts>(
        Topic::Todos | Topic::Meta, [rows = *listing, box, mode, now](Connection &connection) {
            return writeBox(connection, box, rows, mode, now);
        });
    const Result<ReplaceCounts> counts = co_await writing;
    if (!counts) {
        co_return tl::unexpected<Error>(counts.error());
    }
    summary->added += counts->added;
    summary->changed += counts->changed;
    summary->removed += counts->removed;
    co_return Result<void>();
}

QCoro::Task<Result<void>> Puller::rememberWork(WorkId work, QString stamp, QByteArray tag)
{
    const QFuture<Result<void>> writing
        = m_store.write<void>({}, [work, stamp, tag](Connection &connection) {
              const store::MetaRepository meta(connection);
              const auto tagged = meta.setValue(u"tag."_s + work.text(), QString::fromLatin1(tag));
              return tagged ? meta.setValue(u"work."_s + work.text(), stamp) : tagged;
          });
    co_return co_await writing;
}

QCoro::Task<Result<void>> Puller::pullWorks(RunMode mode, Progress progress, PullSummary *summary)
{
    const QDate today = m_clock.nowUtc().date();
    const QFuture<Result<QList<WantedWork>>> reading = m_store.read<QList<WantedWork>>(
        [today](Connection &connection) { return wantedWorks(connection, today); });
    const Result<QList<WantedWork>> wanted = co_await reading;
    if (!wanted) {
        co_return tl::unexpected<Error>(wanted.error());
    }
    int done = 0;
    for (const WantedWork &work : *wanted) {
        progress(done++, int(wanted->size()));
        const bool isSame = mode == RunMode::Incremental && work.keptStamp == work.stamp;
        if (isSame && !work.isOpen) {
            continue;
        }
        const WorkPuller::Wish wish{ work.work, work.job, isSame ? work.keptTag : QByteArray() };
        const Result<WorkPuller::Outcome> pulled = co_await m_works.pull(wish);
        if (!pulled && endsPull(pulled.error())) {
            co_return tl::unexpected<Error>(pulled.error());
        }
        count(pulled, summary);
        if (isSettled(pulled, work.isOpen)) {
            const QByteArray tag = pulled ? pulled->etag : QByteArray();
            const Result<void> kept = co_await rememberWork(work.work, work.stamp, tag);
            if (!kept) {
                co_return kept;
            }
        }
    }
    progress(int(wanted->size()), int(wanted->size()));
    co_return Result<void>();
}

} // namespace andu::sync
