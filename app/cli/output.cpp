// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/base/literals.h"
#include "core/store/outbox.h"

#include <qcoro/qcorofuture.h>

namespace andu::cli {

namespace {

QString stateName(TodoState state)
{
    switch (state) {
    case TodoState::Open:
        return u"open"_s;
    case TodoState::Draft:
        return u"draft"_s;
    case TodoState::Queued:
        return u"queued"_s;
    case TodoState::Attention:
        return u"attention"_s;
    case TodoState::Delivered:
        return u"delivered"_s;
    }
    return u"open"_s;
}

QString stateName(IntentState state)
{
    switch (state) {
    case IntentState::Queued:
        return u"queued"_s;
    case IntentState::Sending:
        return u"sending"_s;
    case IntentState::Delivered:
        return u"delivered"_s;
    case IntentState::Attention:
        return u"attention"_s;
    }
    return u"queued"_s;
}

QString stateName(AttachmentState state)
{
    switch (state) {
    case AttachmentState::Synced:
        return u"synced"_s;
    case AttachmentState::Queued:
        return u"queued"_s;
    case AttachmentState::Sending:
        return u"sending"_s;
    case AttachmentState::Attention:
        break;
    }
    return u"attention"_s;
}

QString kindName(IntentKind kind)
{
    switch (kind) {
    case IntentKind::SaveData:
        return u"save"_s;
    case IntentKind::ProcessTask:
        return u"process"_s;
    case IntentKind::ConfirmRead:
        return u"read"_s;
    case IntentKind::StartProcess:
        return u"start"_s;
    case IntentKind::UploadAttachment:
        return u"upload"_s;
    }
    return u"process"_s;
}

} // namespace

QJsonObject toJson(const Task &task)
{
    QJsonArray routes;
    for (const TaskRoute &route : task.routes) {
        routes.append(route.name);
    }
    return { { u"id"_s, task.id.text() },
             { u"work"_s, task.work.text() },
             { u"job"_s, task.job.text() },
             { u"title"_s, task.title },
             { u"process"_s, task.processName },
             { u"activity"_s, task.activityName },
             { u"startTime"_s, task.startUtc.toString(Qt::ISODate) },
             { u"serial"_s, task.serial },
             { u"creator"_s, task.creatorPerson },
             { u"routes"_s, routes },
             { u"route"_s, task.routeName },
             { u"opinion"_s, task.opinion },
             { u"state"_s, stateName(task.state) } };
}

QJsonArray toJson(const QList<Record> &records)
{
    QJsonArray rows;
    for (const Record &record : records) {
        rows.append(
            QJsonObject{ { u"type"_s, record.type },
                         { u"person"_s, record.person },
                         { u"activity"_s, record.activityName },
                         { u"route"_s, record.routeName },
                         { u"opinion"_s, record.opinion },
                         { u"time"_s, record.timeUtc.toString(Qt::ISODate) },
                         { u"next"_s, QJsonArray::fromStringList(record.nextIdentities) } });
    }
    return rows;
}

QJsonArray toJson(const QList<Attachment> &attachments)
{
    QJsonArray rows;
    for (const Attachment &attachment : attachments) {
        rows.append(QJsonObject{ { u"id"_s, attachment.id.text() },
                                 { u"name"_s, attachment.name },
                                 { u"site"_s, attachment.site },
                                 { u"sizeBytes"_s, attachment.sizeBytes },
                                 { u"here"_s, attachment.isDownloaded },
                                 { u"state"_s, stateName(attachment.state) } });
    }
    return rows;
}

QJsonObject toJson(const Intent &intent)
{
    QJsonObject row{ { u"id"_s, intent.id.text() },
                     { u"kind"_s, kindName(intent.kind) },
                     { u"target"_s, intent.target },
                     { u"title"_s, intent.title },
                     { u"state"_s, stateName(intent.state) },
                     { u"attempts"_s, intent.attempts },
                     { u"step"_s, intent.step } };
    const QString error = intent.errorText.isEmpty()
        ? intent.errorCode
        : intent.errorCode + u": "_s + intent.errorText;
    row.insert(u"error"_s, error);
    return row;
}

QString textOf(const Task &task, const std::optional<WorkItem> &work)
{
    QStringList lines{ task.title,
                       task.processName + u" · "_s + task.activityName + u" · "_s
                           + nameOf(task.creatorPerson) };
    for (const TaskRoute &route : task.routes) {
        lines.append(u"-> "_s + route.name);
    }
    if (work) {
        for (const Record &record : work->records) {
            lines.append(record.activityName + u" · "_s + nameOf(record.person) + u" · "_s
                         + record.routeName + u" · "_s + record.opinion);
        }
        for (const Attachment &attachment : work->attachments) {
            lines.append(u"+ "_s + attachment.name);
        }
    }
    return lines.join(u'\n');
}

QCoro::Task<Exit> deliver(Office *office, IntentId id, Options options)
{
    std::optional<Error> stop;
    if (!options.isQueueOnly) {
        const Result<int> sent = co_await office->engine.sendOutbox();
        if (!sent) {
            stop = sent.error();
        }
    }
    const QFuture<Result<std::optional<Intent>>> reading
        = office->session.store->read<std::optional<Intent>>(
            [id](store::Connection &connection) { return store::Outbox(connection).find(id); });
    const Result<std::optional<Intent>> found = co_await reading;
    if (!found || !found->has_value()) {
        co_return complain(found ? Error{ ErrorCode::NotFound, u"no such entry"_s }
                                 : found.error());
    }
    const Intent &intent = **found;
    const bool isStart
        = intent.kind == IntentKind::StartProcess && intent.state == IntentState::Delivered;
    const QJsonObject started = intent.payload.value("started"_L1).toObject();
    print(
        options, isStart && !started.isEmpty() ? started : toJson(intent), stateName(intent.state));
    if (intent.state == IntentState::Delivered || options.isQueueOnly) {
        co_return Exit::Done;
    }
    if (intent.state == IntentState::Attention) {
        say(u"It needs attention and is kept: "_s + intent.errorText);
        co_return Exit::Attention;
    }
    if (stop) {
        co_return complain(*stop);
    }
    if (intent.errorCode.isEmpty()) {
        say(u"It waits behind an earlier entry of the same work; see outbox list."_s);
        co_return Exit::Attention;
    }
    say(u"It is not certain that the server carried it out; it stays in the outbox and is asked "
        "again. ["_s
        + intent.errorCode + u": "_s + intent.errorText + u']');
    co_return Exit::Offline;
}

} // namespace andu::cli
