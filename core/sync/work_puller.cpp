// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/work_puller.h"

#include "core/base/literals.h"
#include "core/store/repositories.h"

#include <qcoro/qcorofuture.h>

namespace andu::sync {

namespace {

using store::Connection;
using store::Topic;
constexpr qint64 LargestAttachmentBytes = qint64{ 32 }
    << 20; // Larger ones come when they are opened.

} // namespace

bool endsPull(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Unauthorized
        || error.code == ErrorCode::Tls || error.code == ErrorCode::DiskFull
        || error.code == ErrorCode::Storage;
}

WorkPuller::WorkPuller(store::Store &store, o2oa::Client &client)
    : m_store(store)
    , m_client(client)
{ }

/// Opens the work, or what has become of it: branches merge and split while their job goes on.
QCoro::Task<Result<o2oa::OpenedWork>> WorkPuller::open(Wish wish)
{
    const Result<o2oa::OpenedWork> opened = co_await m_client.work(wish.work, wish.etag);
    const bool isGone = !opened
        && (opened.error().code == ErrorCode::NotFound
            || opened.error().code == ErrorCode::Refused);
    if (!isGone || wish.job.isNull()) {
        co_return opened;
    }
    const Result<QList<WorkId>> works = co_await m_client.worksOfJob(wish.job);
    if (!works || works->isEmpty() || works->first() == wish.work) {
        co_return opened;
    }
    co_return co_await m_client.work(works->first(), QByteArray());
}

QCoro::Task<Result<WorkPuller::Outcome>> WorkPuller::pull(Wish wish)
{
    const Result<o2oa::OpenedWork> opened = co_await open(wish);
    if (!opened) {
        co_return tl::unexpected<Error>(opened.error());
    }
    if (!opened->item) {
        co_return co_await fillUp(wish);
    }
    WorkItem work = *opened->item;
    const WorkId source = work.id;
    work.id = wish.work; // A todo keeps the id it knows, also when the answer is the finished work.
    Outcome outcome{ true, true, opened->etag };
    const Result<void> form = co_await pullForm(&work);
    if (!form && endsPull(form.error())) {
        co_return tl::unexpected<Error>(form.error());
    }
    const Result<bool> files = co_await pullFiles(&work, source);
    if (!files) {
        co_return tl::unexpected<Error>(files.error());
    }
    outcome.isWhole = form.has_value() && *files;
    const Result<void> saved = co_await save(work);
    if (!saved) {
        co_return tl::unexpected<Error>(saved.error());
    }
    co_return outcome;
}

/// The work is as it was; files that could not be fetched then are tried again.
QCoro::Task<Result<WorkPuller::Outcome>> WorkPuller::fillUp(Wish wish)
{
    const WorkId id = wish.work;
    const QFuture<Result<std::optional<WorkItem>>> reading = m_store.read<std::optional<WorkItem>>(
        [id](Connection &connection) { return store::WorkRepository(connection).find(id); });
    const Result<std::optional<WorkItem>> kept = co_await reading;
    if (!kept) {
        co_return tl::unexpected<Error>(kept.error());
    }
    Outcome outcome{ false, true, wish.etag };
    bool isMissing = false;
    for (const Attachment &attachment : *kept ? (*kept)->attachments : QList<Attachment>()) {
        isMissing = isMissing
            || (!attachment.isDownloaded && attachment.sizeBytes <= LargestAttachmentBytes);
    }
    if (!isMissing) {
        co_return outcome;
    }
    WorkItem work = **kept;
    const Result<bool> files = co_await pullFiles(&work, work.id);
    if (!files) {
        co_return tl::unexpected<Error>(files.error());
    }
    outcome.isWhole = *files;
    const Result<void> saved = co_await save(work);
    if (!saved) {
        co_return tl::unexpected<Error>(saved.error());
    }
    co_return outcome;
}

QCoro::Task<Result<void>> WorkPuller::save(WorkItem work)
{
    const QFuture<Result<void>> writing
        = m_store.write<void>(Topic::Works, [work](Connection &connection) {
              return store::WorkRepository(connection).save(work);
          });
    co_return co_await writing;
}

QCoro::Task<Result<void>> WorkPuller::pullForm(WorkItem *work)
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

/// True when every file is here that should be. One that fails does not keep the others away.
QCoro::Task<Result<bool>> WorkPuller::pullFiles(WorkItem *work, WorkId source)
{
    bool isWhole = true;
    for (qsizetype i = 0; i < work->attachments.size(); ++i) {
        const Attachment attachment = work->attachments.at(i);
        if (m_store.blobs().contains(attachment.blobKey())) {
            work->attachments[i].isDownloaded = true;
            continue;
        }
        if (attachment.sizeBytes > LargestAttachmentBytes) {
            continue;
        }
        const bool isFinished = work->isFinished;
        const Result<bool> pulled = co_await pullFile(attachment, source, isFinished);
        if (!pulled && endsPull(pulled.error())) {
            co_return pulled;
        }
        work->attachments[i].isDownloaded = pulled && *pulled;
        isWhole = isWhole && work->attachments.at(i).isDownloaded;
    }
    co_return isWhole;
}

/// Fetches one file; a transfer that broke off goes on where it ended. False when what came is not
/// the file that was listed: it changed meanwhile, and the next run lists it anew.
QCoro::Task<Result<bool>>
WorkPuller::pullFile(Attachment attachment, WorkId source, bool isFinished)
{
    vault::BlobStore &blobs = m_store.blobs();
    const QString key = attachment.blobKey();
    const QString partKey = key + u".part"_s;
    const QFuture<Result<QByteArray>> reading
        = m_store.read<QByteArray>([&blobs, partKey](Connection &) { return blobs.read(partKey); });
    const Result<QByteArray> begun = co_await reading;
    QByteArray bytes = begun ? *begun : QByteArray();
    const Result<o2oa::Download> download
        = co_await m_client.downloadAttachment(attachment.id, source, isFinished, bytes.size());
    if (!download) {
        co_return tl::unexpected<Error>(download.error());
    }
    const bool isContinued = download->offset > 0 && download->offset == bytes.size();
    bytes = isContinued ? bytes + download->bytes : download->bytes;
    if (download->broken && bytes.size() < attachment.sizeBytes) {
        const QFuture<Result<void>> keeping = m_store.write<void>(
            {}, [&blobs, partKey, bytes](Connection &) { return blobs.write(partKey, bytes); });
        const Result<void> kept = co_await keeping;
        if (!kept) {
            co_return tl::unexpected<Error>(kept.error());
        }
        co_return false;
    }
    const bool isWhole = bytes.size() == attachment.sizeBytes;
    const bool isBegun = begun.has_value();
    const auto finish = [&blobs, partKey, key, bytes, isBegun, isWhole](Connection &) {
        const auto removed = isBegun ? blobs.remove(partKey) : Result<void>();
        return removed && isWhole ? blobs.write(key, bytes) : removed;
    };
    const QFuture<Result<void>> writing = m_store.write<void>({}, finish);
    const Result<void> written = co_await writing;
    if (!written) {
        co_return tl::unexpected<Error>(written.error());
    }
    co_return isWhole;
}

} // namespace andu::sync
