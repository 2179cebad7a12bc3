// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_codec.h"

#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::store {

namespace {

QJsonValue ms(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime utc(const QJsonValue &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC);
}

std::optional<QDateTime> maybeUtc(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(utc(value)) : std::nullopt;
}

template <typename Id>
Id id(const QJsonObject &row, QLatin1StringView key)
{
    return Id::parse(json::text(row, key)).value_or(Id());
}

QJsonObject attachmentRow(const Attachment &attachment)
{
    return { { u"id"_s, attachment.id.text() },
             { u"name"_s, attachment.name },
             { u"extension"_s, attachment.extension },
             { u"size"_s, attachment.sizeBytes },
             { u"site"_s, attachment.site },
             { u"person"_s, attachment.person },
             { u"activity"_s, attachment.activityName },
             { u"update"_s, ms(attachment.updateUtc) },
             { u"here"_s, attachment.isDownloaded } };
}

Attachment attachmentFromRow(const QJsonObject &row)
{
    return Attachment{ id<AttachmentId>(row, "id"_L1),  json::text(row, "name"_L1),
                       json::text(row, "extension"_L1), row.value("size"_L1).toInteger(),
                       json::text(row, "site"_L1),      json::text(row, "person"_L1),
                       json::text(row, "activity"_L1),  utc(row.value("update"_L1)),
                       row.value("here"_L1).toBool() };
}

QJsonObject recordRow(const Record &record)
{
    return { { u"id"_s, record.id },
             { u"type"_s, record.type },
             { u"person"_s, record.person },
             { u"identity"_s, record.identity },
             { u"unit"_s, record.unit },
             { u"activity"_s, record.activityName },
             { u"route"_s, record.routeName },
             { u"opinion"_s, record.opinion },
             { u"time"_s, ms(record.timeUtc) },
             { u"next"_s, QJsonArray::fromStringList(record.nextActivities) },
             { u"nextIdentities"_s, QJsonArray::fromStringList(record.nextIdentities) } };
}

Record recordFromRow(const QJsonObject &row)
{
    return Record{ json::text(row, "id"_L1),
                   json::text(row, "type"_L1),
                   json::text(row, "person"_L1),
                   json::text(row, "identity"_L1),
                   json::text(row, "unit"_L1),
                   json::text(row, "activity"_L1),
                   json::text(row, "route"_L1),
                   json::text(row, "opinion"_L1),
                   utc(row.value("time"_L1)),
                   json::texts(row, "next"_L1),
                   json::texts(row, "nextIdentities"_L1) };
}

QJsonArray routeRows(const QList<TaskRoute> &routes)
{
    QJsonArray rows;
    for (const TaskRoute &route : routes) {
        rows.append(QJsonObject{ { u"id"_s, route.id },
                                 { u"name"_s, route.name },
                                 { u"opinion"_s, route.defaultOpinion },
                                 { u"decisions"_s, QJsonArray::fromStringList(route.decisions) } });
    }
    return rows;
}

QList<TaskRoute> routesFromRows(const QJsonArray &rows)
{
    QList<TaskRoute> routes;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        routes.append(TaskRoute{ json::text(row, "id"_L1),
                                 json::text(row, "name"_L1),
                                 json::text(row, "opinion"_L1),
                                 json::texts(row, "decisions"_L1) });
    }
    return routes;
}

} // namespace

QJsonObject toRow(const Task &task)
{
    return { { u"id"_s, task.id.text() },
             { u"box"_s, int(task.box) },
             { u"work"_s, task.work.text() },
             { u"job"_s, task.job.text() },
             { u"title"_s, task.title },
             { u"serial"_s, task.serial },
             { u"process"_s, task.process },
             { u"processName"_s, task.processName },
             { u"applicationName"_s, task.applicationName },
             { u"activity"_s, task.activity },
             { u"activityName"_s, task.activityName },
             { u"activityToken"_s, task.activityToken },
             { u"person"_s, task.person },
             { u"identity"_s, task.identity },
             { u"unit"_s, task.unit },
             { u"creatorPerson"_s, task.creatorPerson },
             { u"creatorUnit"_s, task.creatorUnit },
             { u"start"_s, ms(task.startUtc) },
             { u"completedUtc"_s, ms(task.completedUtc) },
             { u"expire"_s, ms(task.expireUtc) },
             { u"update"_s, ms(task.updateUtc) },
             { u"first"_s, task.first },
             { u"completed"_s, task.completed },
             { u"routeName"_s, task.routeName },
             { u"opinion"_s, task.opinion },
             { u"origin"_s, task.taskOfOrigin },
             { u"processingType"_s, task.processingType },
             { u"routes"_s, routeRows(task.routes) },
             { u"state"_s, int(task.state) } };
}

Task taskFromRow(const QJsonObject &row)
{
    Task task;
    task.id = id<TaskId>(row, "id"_L1);
    task.box = TodoBox(row.value("box"_L1).toInt());
    task.work = id<WorkId>(row, "work"_L1);
    task.job = id<JobId>(row, "job"_L1);
    task.title = json::text(row, "title"_L1);
    task.serial = json::text(row, "serial"_L1);
    task.process = json::text(row, "process"_L1);
    task.processName = json::text(row, "processName"_L1);
    task.applicationName = json::text(row, "applicationName"_L1);
    task.activity = json::text(row, "activity"_L1);
    task.activityName = json::text(row, "activityName"_L1);
    task.activityToken = json::text(row, "activityToken"_L1);
    task.person = json::text(row, "person"_L1);
    task.identity = json::text(row, "identity"_L1);
    task.unit = json::text(row, "unit"_L1);
    task.creatorPerson = json::text(row, "creatorPerson"_L1);
    task.creatorUnit = json::text(row, "creatorUnit"_L1);
    task.startUtc = utc(row.value("start"_L1));
    task.completedUtc = maybeUtc(row.value("completedUtc"_L1));
    task.expireUtc = maybeUtc(row.value("expire"_L1));
    task.updateUtc = utc(row.value("update"_L1));
    task.first = row.value("first"_L1).toBool();
    task.completed = row.value("completed"_L1).toBool();
    task.routeName = json::text(row, "routeName"_L1);
    task.opinion = json::text(row, "opinion"_L1);
    task.taskOfOrigin = json::text(row, "origin"_L1);
    task.processingType = json::text(row, "processingType"_L1);
    task.routes = routesFromRows(row.value("routes"_L1).toArray());
    task.state = TodoState(row.value("state"_L1).toInt());
    return task;
}

QJsonObject toRow(const WorkItem &work)
{
    QJsonArray attachments;
    for (const Attachment &attachment : work.attachments) {
        attachments.append(attachmentRow(attachment));
    }
    QJsonArray records;
    for (const Record &record : work.records) {
        records.append(recordRow(record));
    }
    const WorkControl &may = work.control;
    const QJsonObject control{ { u"visit"_s, may.allowVisit },
                               { u"processing"_s, may.allowProcessing },
                               { u"reading"_s, may.allowReadProcessing },
                               { u"save"_s, may.allowSave },
                               { u"reset"_s, may.allowReset },
                               { u"retract"_s, may.allowRetract },
                               { u"delete"_s, may.allowDelete },
                               { u"press"_s, may.allowPress } };
    return { { u"id"_s, work.id.text() },
             { u"job"_s, work.job.text() },
             { u"title"_s, work.title },
             { u"serial"_s, work.serial },
             { u"processName"_s, work.processName },
             { u"activityName"_s, work.activityName },
             { u"finished"_s, work.isFinished },
             { u"form"_s, work.form.text() },
             { u"formTag"_s, work.formTag },
             { u"data"_s, work.data },
             { u"raw"_s, work.raw },
             { u"control"_s, control },
             { u"attachments"_s, attachments },
             { u"records"_s, records } };
}

WorkItem workFromRow(const QJsonObject &row)
{
    WorkItem work;
    work.id = id<WorkId>(row, "id"_L1);
    work.job = id<JobId>(row, "job"_L1);
    work.title = json::text(row, "title"_L1);
    work.serial = json::text(row, "serial"_L1);
    work.processName = json::text(row, "processName"_L1);
    work.activityName = json::text(row, "activityName"_L1);
    work.isFinished = row.value("finished"_L1).toBool();
    work.form = id<FormId>(row, "form"_L1);
    work.formTag = json::text(row, "formTag"_L1);
    work.data = row.value("data"_L1).toObject();
    work.raw = row.value("raw"_L1).toObject();
    const QJsonObject may = row.value("control"_L1).toObject();
    work.control
        = WorkControl{ may.value("visit"_L1).toBool(),   may.value("processing"_L1).toBool(),
                       may.value("reading"_L1).toBool(), may.value("save"_L1).toBool(),
                       may.value("reset"_L1).toBool(),   may.value("retract"_L1).toBool(),
                       may.value("delete"_L1).toBool(),  may.value("press"_L1).toBool() };
    const QJsonArray attachments = row.value("attachments"_L1).toArray();
    for (const auto &value : attachments) {
        work.attachments.append(attachmentFromRow(value.toObject()));
    }
    const QJsonArray records = row.value("records"_L1).toArray();
    for (const auto &value : records) {
        work.records.append(recordFromRow(value.toObject()));
    }
    return work;
}

QJsonObject toRow(const Intent &intent)
{
    QJsonArray after;
    for (const IntentId &before : intent.after) {
        after.append(before.text());
    }
    return { { u"id"_s, intent.id.text() },
             { u"kind"_s, int(intent.kind) },
             { u"state"_s, int(intent.state) },
             { u"target"_s, intent.target },
             { u"job"_s, intent.job },
             { u"title"_s, intent.title },
             { u"payload"_s, intent.payload },
             { u"after"_s, after },
             { u"attempts"_s, intent.attempts },
             { u"step"_s, intent.step },
             { u"errorCode"_s, intent.errorCode },
             { u"errorText"_s, intent.errorText },
             { u"created"_s, ms(intent.createdUtc) },
             { u"nextTry"_s, ms(intent.nextTryUtc) },
             { u"delivered"_s, ms(intent.deliveredUtc) } };
}

Intent intentFromRow(const QJsonObject &row)
{
    Intent intent;
    intent.id = id<IntentId>(row, "id"_L1);
    intent.kind = IntentKind(row.value("kind"_L1).toInt());
    intent.state = IntentState(row.value("state"_L1).toInt());
    intent.target = json::text(row, "target"_L1);
    intent.job = json::text(row, "job"_L1);
    intent.title = json::text(row, "title"_L1);
    intent.payload = row.value("payload"_L1).toObject();
    for (const QString &before : json::texts(row, "after"_L1)) {
        intent.after.append(IntentId::of(before));
    }
    intent.attempts = row.value("attempts"_L1).toInt();
    intent.step = json::text(row, "step"_L1);
    intent.errorCode = json::text(row, "errorCode"_L1);
    intent.errorText = json::text(row, "errorText"_L1);
    intent.createdUtc = utc(row.value("created"_L1));
    intent.nextTryUtc = maybeUtc(row.value("nextTry"_L1));
    intent.deliveredUtc = maybeUtc(row.value("delivered"_L1));
    return intent;
}

QJsonObject toRow(const StartableProcess &process)
{
    return { { u"id"_s, process.id },
             { u"alias"_s, process.alias },
             { u"name"_s, process.name },
             { u"application"_s, process.application },
             { u"applicationName"_s, process.applicationName },
             { u"defaultStartMode"_s, process.defaultStartMode } };
}

StartableProcess processFromRow(const QJsonObject &row)
{
    return StartableProcess{ json::text(row, "id"_L1),
                             json::text(row, "alias"_L1),
                             json::text(row, "name"_L1),
                             json::text(row, "application"_L1),
                             json::text(row, "applicationName"_L1),
                             json::text(row, "defaultStartMode"_L1) };
}

QJsonObject toRow(const Account &account)
{
    QJsonArray identities;
    for (const Identity &identity : account.identities) {
        identities.append(QJsonObject{ { u"id"_s, identity.id },
                                       { u"dn"_s, identity.distinguishedName },
                                       { u"name"_s, identity.name },
                                       { u"unit"_s, identity.unit },
                                       { u"unitName"_s, identity.unitName },
                                       { u"unitLevelName"_s, identity.unitLevelName },
                                       { u"major"_s, identity.isMajor } });
    }
    return { { u"id"_s, account.id },
             { u"name"_s, account.name },
             { u"unique"_s, account.unique },
             { u"dn"_s, account.distinguishedName },
             { u"employee"_s, account.employee },
             { u"roles"_s, QJsonArray::fromStringList(account.roles) },
             { u"identities"_s, identities } };
}

Account accountFromRow(const QJsonObject &row)
{
    Account account;
    account.id = json::text(row, "id"_L1);
    account.name = json::text(row, "name"_L1);
    account.unique = json::text(row, "unique"_L1);
    account.distinguishedName = json::text(row, "dn"_L1);
    account.employee = json::text(row, "employee"_L1);
    account.roles = json::texts(row, "roles"_L1);
    const QJsonArray identities = row.value("identities"_L1).toArray();
    for (const auto &value : identities) {
        const QJsonObject identity = value.toObject();
        account.identities.append(Identity{ json::text(identity, "id"_L1),
                                            json::text(identity, "dn"_L1),
                                            json::text(identity, "name"_L1),
                                            json::text(identity, "unit"_L1),
                                            json::text(identity, "unitName"_L1),
                                            json::text(identity, "unitLevelName"_L1),
                                            identity.value("major"_L1).toBool() });
    }
    return account;
}

} // namespace andu::store
