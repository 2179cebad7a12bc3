// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/todo_files.h"
#include "core/base/literals.h"
#include "core/forms/form_source.h"
#include "core/store/outbox.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"

#include <QFile>
#include <qcoro/qcorofuture.h>

namespace andu::cli {

namespace {

using store::Connection;
constexpr qint64 LargestInkBytes = qint64{ 4 } << 20;

struct Shown
{
    Task task;
    std::optional<WorkItem> work;
    std::optional<store::Draft> draft;
    bool isFormHere = false;
    std::optional<Error> formError;
};

std::optional<TodoBox> boxOf(const QString &name)
{
    if (name.isEmpty() || name == u"task"_s) {
        return TodoBox::Task;
    }
    if (name == u"read"_s) {
        return TodoBox::Read;
    }
    if (name == u"taskcompleted"_s) {
        return TodoBox::TaskCompleted;
    }
    if (name == u"readcompleted"_s) {
        return TodoBox::ReadCompleted;
    }
    return std::nullopt;
}

Result<Shown> readShown(Connection &connection, const TaskId &id)
{
    const auto task = store::TodoRepository(connection).find(id);
    if (!task || !task->has_value()) {
        return fail(ErrorCode::NotFound, u"the todo is not here; sync first"_s);
    }
    Shown shown;
    shown.task = **task;
    if (!shown.task.work.isNull()) {
        const auto work = store::WorkRepository(connection).find(shown.task.work);
        shown.work = work ? *work : std::nullopt;
    }
    if (shown.work) {
        shown.work->attachments = shownFiles(connection, *shown.work).value_or(QList<Attachment>());
    }
    if (shown.work) {
        const auto form
            = store::FormRepository(connection).find(shown.work->form, shown.work->formTag);
        shown.isFormHere = form && form->has_value();
        const auto source = shown.isFormHere ? forms::decodeForm(**form)
                                             : Result<forms::FormSource>(forms::FormSource());
        if (!source) {
            shown.formError = source.error();
        }
    }
    const auto draft = store::DraftRepository(connection).find(id);
    shown.draft = draft ? *draft : std::nullopt;
    return shown;
}

QCoro::Task<Result<Shown>> shownOf(Office *office, QString id)
{
    const auto parsed = TaskId::parse(id);
    if (!parsed) {
        co_return fail(ErrorCode::BadInput, u"an id is needed"_s);
    }
    const QFuture<Result<Shown>> reading = office->session.store->read<Shown>(
        [task = *parsed](Connection &connection) { return readShown(connection, task); });
    co_return co_await reading;
}

QJsonObject baseFor(const QJsonObject &changes, const QJsonObject &data)
{
    QJsonObject base;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (data.contains(it.key())) {
            base.insert(it.key(), data.value(it.key()));
        }
    }
    return base;
}

QCoro::Task<Exit> list(Office *office, Options options)
{
    const auto box = boxOf(options.box);
    if (!box) {
        say(u"--box is task, read, taskcompleted or readcompleted."_s);
        co_return Exit::Usage;
    }
    const store::TodoFilter filter{ *box, options.process, options.limit };
    const QFuture<Result<QList<Task>>> reading
        = office->session.store->read<QList<Task>>([filter](Connection &connection) {
              return store::TodoRepository(connection).list(filter);
          });
    const Result<QList<Task>> tasks = co_await reading;
    if (!tasks) {
        co_return complain(tasks.error());
    }
    QJsonArray rows;
    QString text;
    for (const Task &task : *tasks) {
        if (task.state == TodoState::Delivered) {
            continue;
        }
        rows.append(toJson(task));
        text += task.id.text() + u"  "_s + task.title + u"  ["_s + task.processName + u", "_s
            + task.activityName + u"]\n"_s;
    }
    print(options, rows, text.trimmed());
    co_return Exit::Done;
}

QCoro::Task<Exit> show(Office *office, Options options)
{
    const Result<Shown> shown = co_await shownOf(office, options.words.value(2));
    if (!shown) {
        co_return complain(shown.error());
    }
    QJsonObject row = toJson(shown->task);
    if (shown->work) {
        row.insert(u"data"_s, shown->work->data);
        row.insert(u"records"_s, toJson(shown->work->records));
        row.insert(u"attachments"_s, toJson(shown->work->attachments));
        row.insert(u"form"_s, shown->work->form.text());
        row.insert(u"editable"_s, shown->work->control.allowSave);
    }
    if (shown->formError) {
        say(u"The form of this todo cannot be read; its data is shown as it is and is kept. [bad-input: "_s
            + shown->formError->detail + u']');
    }
    if (shown->work && !shown->work->form.isNull()) {
        row.insert(u"formReadable"_s, shown->isFormHere && !shown->formError);
    }
    if (shown->draft) {
        row.insert(u"draft"_s,
                   QJsonObject{ { u"changes"_s, shown->draft->changes },
                                { u"route"_s, shown->draft->routeName },
                                { u"opinion"_s, shown->draft->opinion } });
    }
    print(options, row, textOf(shown->task, shown->work));
    co_return Exit::Done;
}

QCoro::Task<Exit> save(Office *office, Options options)
{
    const Result<Shown> shown = co_await shownOf(office, options.words.value(2));
    if (!shown) {
        co_return complain(shown.error());
    }
    const auto changes = readObject(options.dataFile);
    if (!changes) {
        co_return complain(changes.error());
    }
    const QJsonObject data = shown->work ? shown->work->data : QJsonObject();
    const QFuture<Result<IntentId>> writing
        = office->commands.saveData(shown->task.id, baseFor(*changes, data), *changes);
    const Result<IntentId> intent = co_await writing;
    if (!intent) {
        co_return complain(intent.error());
    }
    co_return co_await deliver(office, *intent, options);
}

QCoro::Task<Exit> processTodo(Office *office, Options options)
{
    const Result<Shown> shown = co_await shownOf(office, options.words.value(2));
    if (!shown) {
        co_return complain(shown.error());
    }
    const Task &task = shown->task;
    if (task.box == TodoBox::Read) {
        const QFuture<Result<IntentId>> reading
            = office->commands.confirmRead(task.id, options.opinion);
        const Result<IntentId> read = co_await reading;
        if (!read) {
            co_return complain(read.error());
        }
        co_return co_await deliver(office, *read, options);
    }
    if (task.box != TodoBox::Task) {
        co_return complain(Error{ ErrorCode::Conflict, u"the todo is done already"_s });
    }
    QStringList names;
    for (const TaskRoute &route : task.routes) {
        names.append(route.name);
    }
    if (!names.isEmpty() && !names.contains(options.route)) {
        say(u"--route must be one of: "_s + names.join(u", "_s));
        co_return Exit::Usage;
    }
    QJsonObject changes;
    if (!options.dataFile.isEmpty()) {
        const auto read = readObject(options.dataFile);
        if (!read) {
            co_return complain(read.error());
        }
        changes = *read;
    }
    sync::Approval approval;
    approval.task = task.id;
    approval.routeName = options.route;
    approval.opinion = options.opinion;
    approval.changes = changes;
    approval.base = baseFor(changes, shown->work ? shown->work->data : QJsonObject());
    if (!options.inkFile.isEmpty()) {
        QFile ink(options.inkFile);
        if (!ink.open(QIODevice::ReadOnly) || ink.size() > LargestInkBytes) {
            co_return complain(Error{ ErrorCode::BadInput, u"--ink: "_s + ink.errorString() });
        }
        approval.ink = ink.readAll();
    }
    const QFuture<Result<IntentId>> writing = office->commands.processTask(approval);
    const Result<IntentId> intent = co_await writing;
    if (!intent) {
        co_return complain(intent.error());
    }
    co_return co_await deliver(office, *intent, options);
}

} // namespace

QCoro::Task<Exit> todo(Office *office, Options options)
{
    const QString verb = options.words.value(1);
    if (verb == u"list"_s) {
        co_return co_await list(office, options);
    }
    if (verb == u"show"_s) {
        co_return co_await show(office, options);
    }
    if (verb == u"save"_s) {
        co_return co_await save(office, options);
    }
    if (verb == u"process"_s) {
        co_return co_await processTodo(office, options);
    }
    if (verb == u"attach"_s) {
        co_return co_await attachFile(office, options);
    }
    if (verb == u"detach"_s) {
        co_return co_await detachFile(office, options);
    }
    if (verb == u"file"_s) {
        co_return co_await fetchFile(office, options);
    }
    say(u"todo list | show ID | save ID --data FILE | process ID --route NAME --opinion TEXT | "
        u"attach ID FILE | "
        u"detach ID ATTACHMENT | file ID ATTACHMENT OUT"_s);
    co_return Exit::Usage;
}

} // namespace andu::cli
