// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/todo_content.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/office_repository.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"
#include "core/sync/pending_files.h"
#include "core/sync/phrases.h"

namespace andu::ui {

namespace {

const QString RecentKey = u"people.recent"_s;

void readForm(store::Connection &connection, TodoContent *content)
{
    const auto form
        = store::FormRepository(connection).find(content->work->form, content->work->formTag);
    if (!form || !form->has_value()) {
        return;
    }
    const auto source = forms::decodeForm(**form);
    if (source) {
        content->form = *source;
    } else {
        content->formError = source.error().detail;
    }
}

void readOffice(store::Connection &connection, TodoContent *content)
{
    const auto directory = store::OfficeRepository(connection).directory();
    if (directory) {
        content->directory = forms::Directory::fromJson(*directory);
    }
    const auto dictionaries = store::DictionaryRepository(connection).list();
    for (const OfficeDictionary &kept : dictionaries.value_or(QList<OfficeDictionary>())) {
        if (!kept.data.isNull()) {
            content->dictionaries.append(
                forms::Dictionary{ kept.name, kept.name, kept.name, kept.application, kept.data });
        }
    }
}

void readOutbox(store::Connection &connection, TodoContent *content)
{
    const auto intents = store::Outbox(connection).list();
    if (!intents) {
        return;
    }
    for (const Intent &intent : *intents) {
        const bool isTyped = decidesTodo(intent.kind) || intent.kind == IntentKind::SaveData;
        if (isTyped && intent.state != IntentState::Delivered
            && json::text(intent.payload, "task"_L1) == content->task.id.text()) {
            content->waiting = intent;
        }
    }
    if (content->work) {
        content->work->attachments
            = sync::withPending(content->work->attachments, content->work->job, *intents);
    }
}

} // namespace

bool TodoContent::isMine() const
{
    const bool isOnItsWay = task.state == TodoState::Queued || task.state == TodoState::Delivered;
    return task.box == TodoBox::Task && !isOnItsWay;
}

bool TodoContent::isInConflict() const
{
    return waiting && waiting->state == IntentState::Attention
        && !waiting->payload.value("theirs"_L1).toObject().isEmpty();
}

Result<TodoContent> readTodo(store::Connection &connection, const TaskId &id)
{
    TodoContent content;
    const auto task = store::TodoRepository(connection).find(id);
    if (!task || !task->has_value()) {
        return task ? Result<TodoContent>(fail(ErrorCode::NotFound, u"the todo is gone"_s))
                    : tl::unexpected<Error>(task.error());
    }
    content.task = **task;
    const auto work = store::WorkRepository(connection).find(content.task.work);
    if (work && work->has_value()) {
        content.work = **work;
        readForm(connection, &content);
    }
    content.draft = store::DraftRepository(connection).find(id).value_or(std::nullopt);
    readOffice(connection, &content);
    readOutbox(connection, &content);
    content.phrases = sync::readPhrases(connection).value_or(QStringList());
    const auto recent = store::MetaRepository(connection).value(RecentKey);
    const auto names = json::parse(recent.value_or(QString()).toUtf8());
    for (const QJsonValue &name : names ? names->toArray() : QJsonArray()) {
        content.recentPeople.append(name.toString());
    }
    return content;
}

Result<QList<Attachment>> readFiles(store::Connection &connection, const WorkId &id)
{
    const auto work = store::WorkRepository(connection).find(id);
    const auto intents = store::Outbox(connection).list();
    if (!work || !intents) {
        return tl::unexpected<Error>(work ? intents.error() : work.error());
    }
    if (!work->has_value()) {
        return QList<Attachment>();
    }
    return sync::withPending((*work)->attachments, (*work)->job, *intents);
}

forms::FormInput inputOf(const TodoContent &content, const Account &account)
{
    forms::FormInput input;
    input.source = *content.form;
    input.work = *content.work;
    input.user = account;
    input.directory = content.directory;
    input.dictionaries = content.dictionaries;
    input.now = QDateTime::currentDateTime();
    if (!content.isMine()) {
        input.work.control.allowSave = false;
    }
    return input;
}

Result<void> keepRecentPeople(store::Connection &connection, const QStringList &names)
{
    return store::MetaRepository(connection)
        .setValue(RecentKey, QString::fromUtf8(json::compact(QJsonArray::fromStringList(names))));
}

} // namespace andu::ui
