// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

#include "core/base/literals.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"

#include <QCryptographicHash>
#include <qcoro/qcorofuture.h>

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
constexpr int FewRows = 10; // Fewer than this may vanish without a question.
constexpr qint64 LargestAttachmentBytes = qint64{ 32 }
    << 20; // Larger ones come when they are opened.

QString tagName(TodoBox box)
{
    return u"etag.%1"_s.arg(int(box));
}

bool endsRun(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Unauthorized
        || error.code == ErrorCode::Tls || error.code == ErrorCode::DiskFull
        || error.code == ErrorCode::Storage;
}

Result<QList<Task>> tasksWithWorks(Connection &connection)
{
    QList<Task> all;
    for (const TodoBox box :
         { TodoBox::Task, TodoBox::Read, TodoBox::TaskCompleted, TodoBox::ReadCompleted }) {
        const auto rows = store::TodoRepository(connection).list(store::TodoFilter{ box, {}, 200 });
        if (!rows) {
            return rows;
        }
        all.append(*rows);
    }
    return all;
}

} // namespace

Puller::Puller(store::Store &store, o2oa::Client &client, const Clock &clock)
    : m_store(store)
    , m_client(client)
    , m_clock(clock)
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
    for (const TodoBox box :
         { TodoBox::Task, TodoBox::Read, TodoBox::TaskCompleted, TodoBox::ReadCompleted }) {
        const Result<void> pulled = co_await pullBox(box, mode, &summary);
        if (!pulled) {
            co_return tl::unexpected<Error>(pulled.error());
        }
    }
    const Result<QList<StartableProcess>> processes = co_await m_client.startableProcesses();
    if (processes) {
        const QFuture<Result<void>> writing
            = m_store.write<void>(Topic::Meta, [list = *processes](Connection &connection) {
                  return store::ProcessRepository(connection).replaceAll(list);
              });
        const Result<void> written = co_await writing;
        if (!written) {
            co_return tl::unexpected<Error>(written.error());
        }
    } else if (endsRun(processes.error())) {
        co_return tl::unexpected<Error>(processes.error());
    }
    const Result<void> works = co_await pullWorks(mode, progress, &summary);
    if (!works) {
        co_return tl::unexpected<Error>(works.error());
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

QCoro::Task<Result<void>> Puller::pullBox(TodoBox box, RunMode mode, PullSummary *summary)
{
    QByteArray etag;
    if (mode == RunMode::Incremental) {
        const Result<QString> kept = co_await meta(tagName(box));
        etag = kept ? kept->toLatin1() : QByteArray();
    }
    const Result<o2oa::TodoListing> listing = co_await m_client.listTodos(box, etag);
    if (!listing) {
        co_return tl::unexpected<Error>(listing.error());
    }
    if (listing->isNotModified) {
        co_return Result<void>();
    }
    const o2oa::TodoListing rows = *listing;
    const QFuture<Result<store::ReplaceCounts>> writing = m_store.write<store::ReplaceCounts>(
        Topic::Todos | Topic::Meta,
        [rows, box, mode](Connection &connection) -> Result<store::ReplaceCounts> {
            const store::TodoRepository todos(connection);
            const auto stored = todos.list(store::TodoFilter{ box });
            const auto gone = todos.countGone(box, rows.rows);
            if (!stored || !gone) {
                return tl::unexpected<Error>(stored ? gone.error() : stored.error());
            }
            if (!rows.isComplete) {
                // Without a complete list nothing is known to be gone.
                for (const Task &task : rows.rows) {
                    const auto done = todos.upsert(task);
                    if (!done) {
                        return tl::unexpected<Error>(done.error());
                    }
                }
                return store::ReplaceCounts{ 0, int(rows.rows.size()), 0 };
            }
            if (mode == RunMode::Incremental && rows.rows.isEmpty() && *gone > FewRows) {
                return fail(ErrorCode::Conflict,
                            u"the server lists nothing of %1 rows"_s.arg(*gone));
            }
            const auto counts = todos.replaceBox(box, rows.rows);
            if (!counts) {
                return counts;
            }
            const auto kept = store::MetaRepository(connection)
                                  .setValue(tagName(box), QString::fromLatin1(rows.etag));
            if (!kept) {
                return tl::unexpected<Error>(kept.error());
            }
            return counts;
        });
    const Result<store::ReplaceCounts> counts = co_await writing;
    if (!counts) {
        co_return tl::unexpected<Error>(counts.error());
    }
    summary->added += counts->added;
    summary->changed += counts->changed;
    summary->removed += counts->removed;
    co_return Result<void>();
}

QCoro::Task<Result<void>> Puller::pullWorks(RunMode mode, Progress progress, PullSummary *summary)
{
    const QFuture<Result<QList<Task>>> reading = m_store.read<QList<Task>>(
        [](Connection &connection) { return tasksWithWorks(connection); });
    const Result<QList<Task>> tasks = co_await reading;
    if (!tasks) {
        co_return tl::unexpected<Error>(tasks.error());
    }
    QHash<QString, QString> wanted; // work → stamp of the row that names it
    QStringList order;
    for (const Task &task : *tasks) {
        if (!task.work.isNull()) {
            QString &stamp = wanted[task.work.text()];
            if (stamp.isEmpty()) {
                order.append(task.work.text());
            }
            stamp += task.id.text() + QString::number(task.updateUtc.toMSecsSinceEpoch())
                + task.title;
        }
    }
    int done = 0;
    for (const QString &id : order) {
        const QString stampName = u"work."_s + id;
        const QByteArray digest
            = QCryptographicHash::hash(wanted.value(id).toUtf8(), QCryptographicHash::Sha256);
        const QString stamp = QString::fromLatin1(digest.toHex());
        const Result<QString> kept = co_await meta(stampName);
        if (mode == RunMode::Incremental && kept && *kept == stamp) {
            progress(++done, int(order.size()));
            continue;
        }
        const Result<void> pulled = co_await pullWork(WorkId::of(id));
        if (!pulled && endsRun(pulled.error())) {
            co_return pulled;
        }
        progress(++done, int(order.size()));
        ++(pulled ? summary->worksRead : summary->worksFailed);
        if (pulled) {
            const QFuture<Result<void>> writing
                = m_store.write<void>({}, [stampName, stamp](Connection &connection) {
                      return store::MetaRepository(connection).setValue(stampName, stamp);
                  });
            const Result<void> written = co_await writing;
            if (!written) {
                co_return written;
            }
        }
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Puller::pullWork(WorkId id)
{
    const Result<WorkItem> fetched = co_await m_client.work(id);
    if (!fetched) {
        co_return tl::unexpected<Error>(fetched.error());
    }
    WorkItem work = *fetched;
    work.id = id; // A todo keeps the id it knows, also when the answer is the finished work.
    const Result<void> form = co_await pullForm(&work);
    if (!form && endsRun(form.error())) {
        co_return form;
    }
    const Result<void> files = co_await pullAttachments(&work);
    if (!files && endsRun(files.error())) {
        co_return files;
    }
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Works, [work](Connection &connection) {
              return store::WorkRepository(connection).save(work);
          });
    co_return co_await writing;
}

QCoro::Task<Result<void>> Puller::pullForm(WorkItem *work)
{
    const Result<o2oa::FormReference> reference = co_await m_client.formOf(work->id);
    if (!reference) {
        co_return tl::unexpected<Error>(reference.error());
    }
    if (reference->id.isNull()) {
        co_return Result<void>();
    }
    work->form = reference->id;
    work->formTag = reference->tag;
    const FormId id = reference->id;
    const QString tag = reference->tag;
    const QFuture<Result<bool>> reading = m_store.read<bool>([id, tag](Connection &connection) {
        return store::FormRepository(connection).contains(id, tag);
    });
    const Result<bool> isHere = co_await reading;
    if (isHere && *isHere && !reference->stored) {
        co_return Result<void>();
    }
    std::optional<FormDefinition> definition = reference->stored;
    if (!definition) {
        const Result<FormDefinition> fetched = co_await m_client.form(id, tag);
        if (!fetched) {
            co_return tl::unexpected<Error>(fetched.error());
        }
        definition = *fetched;
    }
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Forms, [form = *definition](Connection &connection) {
              return store::FormRepository(connection).save(form);
          });
    co_return co_await writing;
}

QCoro::Task<Result<void>> Puller::pullAttachments(WorkItem *work)
{
    for (Attachment &attachment : work->attachments) {
        const QString key = attachment.blobKey();
        if (m_store.blobs().contains(key)) {
            attachment.isDownloaded = true;
            continue;
        }
        if (attachment.sizeBytes > LargestAttachmentBytes) {
            continue;
        }
        const Result<QByteArray> bytes
            = co_await m_client.downloadAttachment(attachment.id, work->id);
        if (!bytes) {
            if (endsRun(bytes.error())) {
                co_return tl::unexpected<Error>(bytes.error());
            }
            continue;
        }
        if (bytes->size() != attachment.sizeBytes) {
            continue; // Changed while it was read: the next run fetches it.
        }
        const Result<void> written = m_store.blobs().write(key, *bytes);
        if (!written) {
            co_return written;
        }
        attachment.isDownloaded = true;
    }
    co_return Result<void>();
}

} // namespace andu::sync
