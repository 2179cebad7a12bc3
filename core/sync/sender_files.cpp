// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/repositories.h"
#include "core/sync/sender.h"

#include <qcoro/qcorofuture.h>

namespace andu::sync {

namespace {

using store::Connection;

const Attachment *findFile(const QList<Attachment> &files, const AttachmentId &id)
{
    const auto found = std::find_if(
        files.begin(), files.end(), [&id](const Attachment &file) { return file.id == id; });
    return found == files.end() ? nullptr : &*found;
}

qint64 milliseconds(const Attachment &file)
{
    return file.updateUtc.toMSecsSinceEpoch();
}

/// Later intents know the file by the id and time it had here; the server has given it its own.
Result<void> passOn(Connection &connection, const Intent &landed, const Attachment &file)
{
    const store::Outbox outbox(connection);
    const auto intents = outbox.list();
    if (!intents) {
        return tl::unexpected<Error>(intents.error());
    }
    const qint64 here = landed.createdUtc.toMSecsSinceEpoch();
    for (Intent intent : *intents) {
        const bool isSameFile = intent.kind == IntentKind::UploadAttachment
            && intent.state != IntentState::Delivered
            && json::text(intent.payload, "attachment"_L1)
                == json::text(landed.payload, "attachment"_L1);
        if (intent.id == landed.id || !isSameFile) {
            continue;
        }
        intent.payload.insert(u"attachment"_s, file.id.text());
        if (intent.payload.value("seen"_L1).toInteger() == here) {
            intent.payload.insert(u"seen"_s, milliseconds(file));
        }
        const auto updated = outbox.update(intent);
        if (!updated) {
            return updated;
        }
    }
    return {};
}

} // namespace

Result<void>
Sender::applyLanded(store::Connection &connection, const Intent &intent, const LandedFile &landed)
{
    if (const Attachment *file = findFile(landed.files, landed.id)) {
        const auto passed = passOn(connection, intent, *file);
        if (!passed) {
            return passed;
        }
    }
    const store::WorkRepository works(connection);
    const auto kept = works.find(WorkId::of(json::text(intent.payload, "work"_L1)));
    if (!kept || !kept->has_value()) {
        return kept ? Result<void>() : tl::unexpected<Error>(kept.error());
    }
    WorkItem work = **kept;
    work.attachments = landed.files;
    return works.save(work);
}

/// Whether the server's file has exactly these bytes.
QCoro::Task<Result<bool>> Sender::holds(Attachment file, WorkId work, QByteArray bytes)
{
    if (file.sizeBytes != bytes.size()) {
        co_return false;
    }
    const Result<o2oa::Download> download
        = co_await m_client.downloadAttachment(file.id, work, false, 0);
    if (!download) {
        co_return tl::unexpected<Error>(download.error());
    }
    if (download->broken) {
        co_return tl::unexpected<Error>(*download->broken);
    }
    co_return download->bytes == bytes;
}

/// The file that a begun send has made: among those that were not there then, one with these bytes.
/// NotFound when there is none.
QCoro::Task<Result<AttachmentId>> Sender::landedBefore(Intent intent, FileOrder order)
{
    const Result<QList<Attachment>> files = co_await m_client.attachmentsOf(order.work);
    if (!files) {
        co_return tl::unexpected<Error>(files.error());
    }
    const QStringList known = json::texts(intent.payload, "known"_L1);
    for (const Attachment &file : *files) {
        if (known.contains(file.id.text()) || file.site != order.site) {
            continue;
        }
        const Result<bool> isIt = co_await holds(file, order.work, order.bytes);
        if (!isIt) {
            co_return tl::unexpected<Error>(isIt.error());
        }
        if (*isIt) {
            co_return file.id;
        }
    }
    co_return fail(ErrorCode::NotFound, u"the file is not on the server"_s);
}

bool Sender::withdraw(const IntentId &id)
{
    if (id != m_current) {
        return false;
    }
    m_withdrawn = id;
    m_client.abortUpload();
    return true;
}

/// The person has ended an upload: the server is asked whether it has the file all the same.
QCoro::Task<Sender::Outcome> Sender::checkWithdrawn(Intent intent, FileOrder order)
{
    m_withdrawn = {};
    // Kept with the entry: without an answer now, the question is asked again, not the upload.
    intent.payload.insert(u"withdrawn"_s, true);
    const Result<void> marked = co_await mark(intent, order.step);
    if (!marked) {
        co_return Outcome{ false, marked.error() };
    }
    const bool isNew = json::text(intent.payload, "action"_L1) == u"new"_s;
    Result<AttachmentId> landed = AttachmentId::of(json::text(intent.payload, "attachment"_L1));
    if (isNew) {
        landed = co_await landedBefore(intent, order);
    }
    if (!landed && landed.error().code != ErrorCode::NotFound) {
        co_return Outcome{ false, landed.error() };
    }
    const Result<QList<Attachment>> files = co_await m_client.attachmentsOf(order.work);
    if (!files) {
        co_return Outcome{ false, files.error() };
    }
    const Attachment *file = landed ? findFile(*files, *landed) : nullptr;
    if (file != nullptr && file->sizeBytes == order.bytes.size()) {
        const Attachment found = *file;
        const Result<bool> isIt = co_await holds(found, order.work, order.bytes);
        if (!isIt) {
            co_return Outcome{ false, isIt.error() };
        }
        if (*isIt) {
            const Outcome outcome = co_await landFile(intent, found.id, order.bytes);
            co_return outcome;
        }
    }
    co_return Outcome{ false, std::nullopt, std::nullopt, true };
}

/// Uploads a file once. A send that was begun before is looked for first: among the files that
/// were not there then, one with these bytes.
QCoro::Task<Result<AttachmentId>> Sender::uploadOnce(Intent *intent, FileOrder order)
{
    const Result<QList<Attachment>> files = co_await m_client.attachmentsOf(order.work);
    if (!files) {
        co_return tl::unexpected<Error>(files.error());
    }
    if (intent->step == order.step) {
        const Result<AttachmentId> before = co_await landedBefore(*intent, order);
        if (before || before.error().code != ErrorCode::NotFound) {
            co_return before;
        }
    }
    QJsonArray known;
    for (const Attachment &file : *files) {
        known.append(file.id.text());
    }
    intent->payload.insert(u"known"_s, known);
    const Result<void> marked = co_await mark(*intent, order.step);
    if (!marked) {
        co_return tl::unexpected<Error>(marked.error());
    }
    const Result<AttachmentId> sent
        = co_await m_client.uploadAttachment(order.work, order.site, order.name, order.bytes);
    if (m_observer) {
        m_observer(u"uploaded"_s);
    }
    co_return sent;
}

/// Replaces the version the person saw; another one is never overwritten.
QCoro::Task<Result<AttachmentId>> Sender::replaceOnce(Intent *intent, FileOrder order)
{
    const AttachmentId id = AttachmentId::of(json::text(intent->payload, "attachment"_L1));
    const Result<QList<Attachment>> files = co_await m_client.attachmentsOf(order.work);
    if (!files) {
        co_return tl::unexpected<Error>(files.error());
    }
    const Attachment *file = findFile(*files, id);
    if (file == nullptr) {
        co_return fail(ErrorCode::Conflict, u"the file was removed on the server"_s);
    }
    if (milliseconds(*file) != intent->payload.value("seen"_L1).toInteger()) {
        const Attachment found = *file;
        const Result<bool> isIt = co_await holds(found, order.work, order.bytes);
        if (!isIt) {
            co_return tl::unexpected<Error>(isIt.error());
        }
        if (*isIt) {
            co_return id;
        }
        co_return fail(ErrorCode::Conflict, u"the file was replaced on the server"_s);
    }
    const Result<void> marked = co_await mark(*intent, order.step);
    if (!marked) {
        co_return tl::unexpected<Error>(marked.error());
    }
    const Result<void> sent
        = co_await m_client.replaceAttachment(id, order.work, order.name, order.bytes);
    if (m_observer) {
        m_observer(u"uploaded"_s);
    }
    if (!sent) {
        co_return tl::unexpected<Error>(sent.error());
    }
    co_return id;
}

QCoro::Task<Sender::Outcome> Sender::sendRemoval(Intent intent)
{
    const WorkId work = WorkId::of(json::text(intent.payload, "work"_L1));
    const AttachmentId id = AttachmentId::of(json::text(intent.payload, "attachment"_L1));
    const Result<QList<Attachment>> files = co_await m_client.attachmentsOf(work);
    if (!files) {
        co_return Outcome{ false, files.error() };
    }
    const Attachment *file = findFile(*files, id);
    if (file == nullptr) {
        co_return Outcome{ true, std::nullopt, LandedFile{ {}, *files } };
    }
    if (milliseconds(*file) != intent.payload.value("seen"_L1).toInteger()) {
        co_return Outcome{ false,
                           Error{ ErrorCode::Conflict, u"the file was replaced on the server"_s } };
    }
    const Result<void> marked = co_await mark(intent, u"remove"_s);
    if (!marked) {
        co_return Outcome{ false, marked.error() };
    }
    const Result<void> removed = co_await m_client.removeAttachment(id, work);
    if (m_observer) {
        m_observer(u"removed"_s);
    }
    if (!removed && removed.error().code != ErrorCode::NotFound) {
        co_return Outcome{ false, removed.error() };
    }
    co_return co_await landFile(intent, {}, {});
}

/// What the server has now, with the bytes kept under the name of its version.
QCoro::Task<Sender::Outcome> Sender::landFile(Intent intent, AttachmentId id, QByteArray bytes)
{
    const WorkId work = WorkId::of(json::text(intent.payload, "work"_L1));
    const Result<QList<Attachment>> listed = co_await m_client.attachmentsOf(work);
    if (!listed) {
        co_return Outcome{ false, listed.error() };
    }
    LandedFile landed{ id, *listed };
    vault::BlobStore &blobs = m_store.blobs();
    const Attachment *file = findFile(landed.files, id);
    if (file != nullptr && file->sizeBytes == bytes.size()) {
        const QString key = file->blobKey();
        const QFuture<Result<void>> writing = m_store.write<void>(
            {}, [&blobs, key, bytes](Connection &) { return blobs.write(key, bytes); });
        const Result<void> written = co_await writing;
        if (!written) {
            co_return Outcome{ false, written.error() };
        }
    }
    for (Attachment &each : landed.files) {
        each.isDownloaded = blobs.contains(each.blobKey());
    }
    co_return Outcome{ true, std::nullopt, landed };
}

QCoro::Task<Sender::Outcome> Sender::sendFile(Intent intent)
{
    const QString action = json::text(intent.payload, "action"_L1);
    if (action == u"remove"_s) {
        co_return co_await sendRemoval(intent);
    }
    const QString key = json::text(intent.payload, "key"_L1);
    vault::BlobStore &blobs = m_store.blobs();
    const QFuture<Result<QByteArray>> reading
        = m_store.read<QByteArray>([&blobs, key](Connection &) { return blobs.read(key); });
    const Result<QByteArray> bytes = co_await reading;
    if (!bytes) {
        const bool isGone = bytes.error().code == ErrorCode::NotFound;
        co_return Outcome{ false,
                           isGone ? Error{ ErrorCode::Damaged, u"the file's bytes are gone"_s }
                                  : bytes.error() };
    }
    const FileOrder order{ WorkId::of(json::text(intent.payload, "work"_L1)),
                           json::text(intent.payload, "site"_L1),
                           json::text(intent.payload, "name"_L1),
                           *bytes,
                           u"upload"_s };
    if (intent.payload.value("withdrawn"_L1).toBool()) {
        co_return co_await checkWithdrawn(intent, order);
    }
    Result<AttachmentId> id = fail(ErrorCode::BadInput, u"unknown change of a file"_s);
    if (action == u"new"_s) {
        id = co_await uploadOnce(&intent, order);
    } else if (action == u"replace"_s) {
        id = co_await replaceOnce(&intent, order);
    }
    if (!id && m_withdrawn == intent.id) {
        co_return co_await checkWithdrawn(intent, order);
    }
    if (!id) {
        co_return Outcome{ false, id.error() };
    }
    const Outcome outcome = co_await landFile(intent, *id, *bytes);
    co_return outcome;
}

/// Handwriting of an opinion goes to the server before the decision that names it.
QCoro::Task<Result<void>> Sender::sendInk(Intent *intent)
{
    const QByteArray ink = QByteArray::fromBase64(json::text(intent->payload, "ink"_L1).toLatin1());
    if (ink.isEmpty() || !json::texts(intent->payload, "media"_L1).isEmpty()) {
        co_return Result<void>();
    }
    const FileOrder order{ WorkId::of(json::text(intent->payload, "work"_L1)),
                           u"$mediaOpinion"_s,
                           u"handwriting.png"_s,
                           ink,
                           u"media"_s };
    const Result<AttachmentId> id = co_await uploadOnce(intent, order);
    if (!id) {
        co_return tl::unexpected<Error>(id.error());
    }
    intent->payload.insert(u"media"_s, QJsonArray{ id->text() });
    co_return Result<void>();
}

} // namespace andu::sync
