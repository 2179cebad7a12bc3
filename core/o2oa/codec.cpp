// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/codec.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QTimeZone>

namespace andu::o2oa::codec {

namespace {

QList<TaskRoute> routes(const QJsonObject &row)
{
    // Four parallel lists; a short one must not shift the others.
    const QJsonArray ids = row.value("routeList"_L1).toArray();
    const QJsonArray names = row.value("routeNameList"_L1).toArray();
    const QJsonArray opinions = row.value("routeOpinionList"_L1).toArray();
    const QJsonArray decisions = row.value("routeDecisionOpinionList"_L1).toArray();
    QList<TaskRoute> list;
    for (int i = 0; i < names.size(); ++i) {
        const QString name = names.at(i).toString();
        if (!name.isEmpty()) {
            list.append(TaskRoute{ ids.at(i).toString(),
                                   name,
                                   opinions.at(i).toString(),
                                   decisions.at(i).toString().split(u'#', Qt::SkipEmptyParts) });
        }
    }
    return list;
}

QString fullText(const QJsonObject &row, QLatin1StringView key)
{
    // Columns are cut to 255 characters; properties keep the whole text.
    const QString whole = json::text(row.value("properties"_L1).toObject(), key);
    return whole.isEmpty() ? json::text(row, key) : whole;
}

QDateTime utcOr(const QString &text, int offset, const QDateTime &otherwise)
{
    return utc(text, offset).value_or(otherwise);
}

} // namespace

std::optional<QDateTime> utc(const QString &text, int utcOffsetSeconds)
{
    QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    if (!local.isValid()) {
        // Midnight comes without its time, the first day of 1970 without its date.
        const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
        const QTime time = QTime::fromString(text, u"HH:mm:ss"_s);
        if (!day.isValid() && !time.isValid()) {
            return std::nullopt;
        }
        local = day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC)
                              : QDateTime(QDate(1970, 1, 1), time, Qt::UTC);
    }
    local.setTimeSpec(Qt::UTC);
    return local.addSecs(-utcOffsetSeconds);
}

std::optional<Task> task(const QJsonObject &row, TodoBox box, int utcOffsetSeconds)
{
    const auto id = TaskId::parse(json::text(row, "id"_L1));
    const auto job = JobId::parse(json::text(row, "job"_L1));
    if (!id || !job) {
        return std::nullopt;
    }
    Task task;
    task.id = *id;
    task.box = box;
    task.job = *job;
    QString work = json::text(row, "work"_L1);
    if (work.isEmpty()) {
        work = json::text(row, "workCompleted"_L1);
    }
    task.work = WorkId::parse(work).value_or(WorkId());
    task.title = fullText(row, "title"_L1);
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
    const QDateTime epoch = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    task.startUtc = utcOr(json::text(row, "startTime"_L1), utcOffsetSeconds, epoch);
    task.completedUtc = utc(json::text(row, "completedTime"_L1), utcOffsetSeconds);
    task.expireUtc = utc(json::text(row, "expireTime"_L1), utcOffsetSeconds);
    task.updateUtc = utcOr(json::text(row, "updateTime"_L1), utcOffsetSeconds, task.startUtc);
    task.first = row.value("first"_L1).toBool();
    task.completed = row.value("completed"_L1).toBool();
    task.routeName = json::text(row, "routeName"_L1);
    task.opinion = fullText(row, "opinion"_L1);
    task.taskOfOrigin = json::text(
        row, box == TodoBox::ReadCompleted ? QLatin1StringView("read") : QLatin1StringView("task"));
    task.processingType = json::text(row, "processingType"_L1);
    task.routes = routes(row);
    return task;
}

std::optional<WorkItem> work(const QJsonObject &answer, int utcOffsetSeconds)
{
    const QJsonObject row = answer.value("work"_L1).toObject();
    const auto id = WorkId::parse(json::text(row, "id"_L1));
    const auto job = JobId::parse(json::text(row, "job"_L1));
    if (!id || !job) {
        return std::nullopt;
    }
    WorkItem item;
    item.id = *id;
    item.job = *job;
    item.title = fullText(row, "title"_L1);
    item.serial = json::text(row, "serial"_L1);
    item.processName = json::text(row, "processName"_L1);
    item.activityName = json::text(row, "activityName"_L1);
    item.isFinished = row.contains("completedTime"_L1);
    item.form = FormId::parse(json::text(row, "form"_L1)).value_or(FormId());
    item.data = answer.value("data"_L1).toObject();
    item.attachments = attachments(answer.value("attachmentList"_L1).toArray(), utcOffsetSeconds);
    item.records = records(answer.value("recordList"_L1).toArray(), utcOffsetSeconds);
    item.raw = answer;
    for (const QString &big : { u"data"_s, u"recordList"_s, u"attachmentList"_s }) {
        item.raw.remove(big);
    }
    return item;
}

WorkControl control(const QJsonObject &answer)
{
    WorkControl control;
    control.allowVisit = answer.value("allowVisit"_L1).toBool();
    control.allowProcessing = answer.value("allowProcessing"_L1).toBool();
    control.allowReadProcessing = answer.value("allowReadProcessing"_L1).toBool();
    control.allowSave = answer.value("allowSave"_L1).toBool();
    control.allowReset = answer.value("allowReset"_L1).toBool();
    control.allowRetract = answer.value("allowRetract"_L1).toBool();
    control.allowDelete = answer.value("allowDelete"_L1).toBool();
    control.allowPress = answer.value("allowPress"_L1).toBool();
    return control;
}

QList<Record> records(const QJsonArray &rows, int utcOffsetSeconds)
{
    QList<Record> list;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const QJsonObject properties = row.value("properties"_L1).toObject();
        Record record;
        record.type = json::text(row, "type"_L1);
        // The id of a synthetic row changes with every answer; nothing may be keyed on it.
        record.id = record.type == u"currentTask"_s ? QString() : json::text(row, "id"_L1);
        record.person = json::text(row, "person"_L1);
        record.identity = json::text(row, "identity"_L1);
        record.unit = json::text(row, "unit"_L1);
        record.activityName = json::text(row, "fromActivityName"_L1);
        record.routeName = json::text(properties, "routeName"_L1);
        record.opinion = json::text(properties, "opinion"_L1);
        record.timeUtc = utcOr(json::text(row, "recordTime"_L1),
                               utcOffsetSeconds,
                               QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        const QJsonArray next = properties.value("nextManualList"_L1).toArray();
        for (const auto &step : next) {
            record.nextActivities.append(json::text(step.toObject(), "activityName"_L1));
        }
        record.nextIdentities = json::texts(properties, "nextManualTaskIdentityList"_L1);
        list.append(record);
    }
    return list;
}

QList<Attachment> attachments(const QJsonArray &rows, int utcOffsetSeconds)
{
    QList<Attachment> list;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const auto id = AttachmentId::parse(json::text(row, "id"_L1));
        if (!id) {
            continue;
        }
        Attachment attachment;
        attachment.id = *id;
        attachment.name = json::text(row, "name"_L1);
        attachment.extension = json::text(row, "extension"_L1);
        attachment.sizeBytes = row.value("length"_L1).toInteger();
        attachment.site = json::text(row, "site"_L1);
        attachment.person = json::text(row, "person"_L1);
        attachment.activityName = json::text(row, "activityName"_L1);
        attachment.updateUtc = utcOr(json::text(row, "lastUpdateTime"_L1),
                                     utcOffsetSeconds,
                                     QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        list.append(attachment);
    }
    return list;
}

Account account(const QJsonObject &answer)
{
    Account account;
    account.id = json::text(answer, "id"_L1);
    account.name = json::text(answer, "name"_L1);
    account.unique = json::text(answer, "unique"_L1);
    account.distinguishedName = json::text(answer, "distinguishedName"_L1);
    account.employee = json::text(answer, "employee"_L1);
    account.roles = json::texts(answer, "roleList"_L1);
    account.isPasswordExpired = answer.value("passwordExpired"_L1).toBool();
    const QJsonArray rows = answer.value("identityList"_L1).toArray();
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        account.identities.append(Identity{ json::text(row, "id"_L1),
                                            json::text(row, "distinguishedName"_L1),
                                            json::text(row, "name"_L1),
                                            json::text(row, "unit"_L1),
                                            json::text(row, "unitName"_L1),
                                            json::text(row, "unitLevelName"_L1),
                                            row.value("major"_L1).toBool() });
    }
    return account;
}

QList<StartableProcess> startableProcesses(const QJsonArray &applications)
{
    QList<StartableProcess> list;
    for (const auto &value : applications) {
        const QJsonObject application = value.toObject();
        const QJsonArray rows = application.value("processList"_L1).toArray();
        for (const auto &entry : rows) {
            const QJsonObject row = entry.toObject();
            list.append(StartableProcess{ json::text(row, "id"_L1),
                                          json::text(row, "alias"_L1),
                                          json::text(row, "name"_L1),
                                          json::text(application, "id"_L1),
                                          json::text(application, "name"_L1),
                                          json::text(row, "defaultStartMode"_L1) });
        }
    }
    return list;
}

} // namespace andu::o2oa::codec
