// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/todo_files.h"

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"
#include "core/sync/pending_files.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <qcoro/qcorofuture.h>

namespace andu::cli {

namespace {

using store::Connection;

struct Files
{
    TaskId task;
    QList<Attachment> files;
};

QCoro::Task<Result<Files>> filesOf(Office *office, QString id)
{
    const auto parsed = TaskId::parse(id);
    if (!parsed) {
        co_return fail(ErrorCode::BadInput, u"an id is needed"_s);
    }
    const QFuture<Result<Files>> reading = office->session.store->read<
        Files>([id = *parsed](Connection &connection) -> Result<Files> {
        const auto task = store::TodoRepository(connection).find(id);
        if (!task || !task->has_value()) {
            return fail(ErrorCode::NotFound, u"the todo is not here; sync first"_s);
        }
        const auto work = store::WorkRepository(connection).find((*task)->work);
        if (!work || !work->has_value()) {
            return fail(ErrorCode::NotFound, u"the todo's content is not here; sync first"_s);
        }
        const auto files = shownFiles(connection, **work);
        return files ? Result<Files>(Files{ id, *files }) : tl::unexpected<Error>(files.error());
    });
    co_return co_await reading;
}

Result<Attachment> fileIn(const Files &files, const QString &id)
{
    for (const Attachment &file : files.files) {
        if (file.id.text() == id) {
            return file;
        }
    }
    return fail(ErrorCode::NotFound, u"the todo has no such file"_s);
}

Result<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > sync::LargestUploadBytes) {
        return fail(ErrorCode::BadInput, path + u": "_s + file.errorString());
    }
    return file.readAll();
}

} // namespace

Result<QList<Attachment>> shownFiles(Connection &connection, const WorkItem &work)
{
    const auto intents = store::Outbox(connection).list();
    if (!intents) {
        return tl::unexpected<Error>(intents.error());
    }
    return sync::withPending(work.attachments, work.job, *intents);
}

QCoro::Task<Exit> attachFile(Office *office, Options options)
{
    const Result<Files> files = co_await filesOf(office, options.words.value(2));
    const QString path = options.words.value(3);
    if (!files) {
        co_return complain(files.error());
    }
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) {
        co_return complain(bytes.error());
    }
    const sync::NewFile file{ options.site, QFileInfo(path).fileName(), *bytes };
    QFuture<Result<IntentId>> writing;
    if (options.replaced.isEmpty()) {
        writing = office->commands.addFile(files->task, file);
    } else {
        const Result<Attachment> current = fileIn(*files, options.replaced);
        if (!current) {
            co_return complain(current.error());
        }
        writing = office->commands.replaceFile(files->task, *current, file);
    }
    const Result<IntentId> intent = co_await writing;
    if (!intent) {
        co_return complain(intent.error());
    }
    co_return co_await deliver(office, *intent, options);
}

QCoro::Task<Exit> detachFile(Office *office, Options options)
{
    const Result<Files> files = co_await filesOf(office, options.words.value(2));
    if (!files) {
        co_return complain(files.error());
    }
    const Result<Attachment> current = fileIn(*files, options.words.value(3));
    if (!current) {
        co_return complain(current.error());
    }
    const QFuture<Result<IntentId>> writing = office->commands.removeFile(files->task, *current);
    const Result<IntentId> intent = co_await writing;
    if (!intent) {
        co_return complain(intent.error());
    }
    if (intent->isNull()) {
        print(options, QJsonObject{ { u"state"_s, u"removed"_s } }, u"removed"_s);
        co_return Exit::Done;
    }
    co_return co_await deliver(office, *intent, options);
}

QCoro::Task<Exit> fetchFile(Office *office, Options options)
{
    const Result<Files> files = co_await filesOf(office, options.words.value(2));
    if (!files) {
        co_return complain(files.error());
    }
    const Result<Attachment> file = fileIn(*files, options.words.value(3));
    if (!file) {
        co_return complain(file.error());
    }
    const Result<QByteArray> bytes = office->session.store->blobs().read(file->blobKey());
    if (!bytes) {
        co_return complain(bytes.error());
    }
    QSaveFile target(options.words.value(4));
    if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size()
        || !target.commit()) {
        co_return complain(Error{ ErrorCode::Storage, target.errorString() });
    }
    print(options,
          QJsonObject{ { u"name"_s, file->name }, { u"sizeBytes"_s, bytes->size() } },
          file->name);
    co_return Exit::Done;
}

} // namespace andu::cli
