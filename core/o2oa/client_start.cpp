// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"
#include "core/o2oa/codec.h"

namespace andu::o2oa {

namespace {

std::optional<Started> startedIn(const QJsonArray &logs)
{
    const QJsonObject log = logs.at(0).toObject();
    const auto work = WorkId::parse(json::text(log, "work"_L1));
    const auto job = JobId::parse(json::text(log, "job"_L1));
    if (!work || !job) {
        return std::nullopt;
    }
    const int index = log.value("currentTaskIndex"_L1).toInt(-1);
    const QJsonArray tasks = log.value("taskList"_L1).toArray();
    QJsonObject row = index < 0 ? QJsonObject() : tasks.at(index).toObject();
    for (const auto &value : tasks) {
        // The start of a draft answers -1 even when the first step is the applicant's (6.0.3).
        const QJsonObject candidate = value.toObject();
        const QString person = json::text(candidate, "person"_L1);
        if (row.isEmpty() && !person.isEmpty()
            && person == json::text(candidate, "creatorPerson"_L1)) {
            row = candidate;
        }
    }
    return Started{ TaskId::parse(json::text(row, "id"_L1)).value_or(TaskId()),
                    *work,
                    *job,
                    json::text(row, "title"_L1) };
}

} // namespace

QCoro::Task<Result<ProcessListing>> Client::startableProcesses(QByteArray etag)
{
    // Large (scripts included) and the same on most days.
    const QString path = u"application/list/complex"_s;
    const Result<Envelope> envelope = co_await ask("GET", path, QByteArray(), etag);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return ProcessListing{ envelope->notModified,
                              codec::startableProcesses(envelope->data.toArray()),
                              envelope->etag };
}

QCoro::Task<Result<QJsonObject>>
Client::draftOf(QString flag, QString title, QString identity, QJsonObject data)
{
    const QJsonObject order{ { u"title"_s, title },
                             { u"identity"_s, identity },
                             { u"data"_s, data } };
    const Result<Envelope> dry
        = co_await ask("POST", u"draft/process/"_s + flag, json::compact(order));
    if (!dry) {
        co_return tl::unexpected<Error>(dry.error());
    }
    QJsonObject work = json::at(dry->data, u"/work").toObject();
    if (json::text(work, "process"_L1).isEmpty()) {
        co_return fail(ErrorCode::BadReply, u"a draft without its process"_s);
    }
    work.insert(u"title"_s, title);
    co_return QJsonObject{ { u"work"_s, work }, { u"identity"_s, identity }, { u"data"_s, data } };
}

QCoro::Task<Result<CreatedDraft>> Client::storeDraft(QJsonObject draft)
{
    const Result<Envelope> stored = co_await ask("PUT", u"draft"_s, json::compact(draft));
    if (!stored) {
        co_return tl::unexpected<Error>(stored.error());
    }
    const QString id = json::text(stored->data.toObject(), "id"_L1);
    if (id.isEmpty()) {
        co_return fail(ErrorCode::BadReply, u"a stored draft without id"_s);
    }
    co_return CreatedDraft{ id, json::at(draft, u"/work/process").toString() };
}

QCoro::Task<Result<QList<StoredDraft>>> Client::ownDrafts()
{
    const Result<Envelope> envelope
        = co_await ask("POST", u"draft/list/my/paging/1/size/50"_s, QByteArray("{}"));
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    QList<StoredDraft> drafts;
    const QJsonArray rows = envelope->data.toArray();
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        drafts.append(StoredDraft{ json::text(row, "id"_L1),
                                   json::text(row, "title"_L1),
                                   json::text(row, "process"_L1),
                                   json::text(row, "processAlias"_L1) });
    }
    co_return drafts;
}

QCoro::Task<Result<QJsonObject>> Client::draftData(QString draft)
{
    const Result<Envelope> envelope = co_await ask("GET", u"draft/"_s + draft);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return envelope->data.toObject().value("data"_L1).toObject();
}

QCoro::Task<Result<Started>> Client::startDraft(QString draft)
{
    const Result<Envelope> envelope = co_await ask("GET", u"draft/"_s + draft + u"/start"_s);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    const std::optional<Started> started = startedIn(envelope->data.toArray());
    if (!started) {
        co_return fail(ErrorCode::BadReply, u"a start without a work"_s);
    }
    co_return *started;
}

QCoro::Task<Result<QList<Started>>> Client::ownWorks(QString process)
{
    const QJsonObject filter{ { u"processList"_s, QJsonArray{ process } } };
    const Result<Envelope> envelope
        = co_await ask("POST", u"work/list/my/paging/1/size/50"_s, json::compact(filter));
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    QList<Started> list;
    const QJsonArray rows = envelope->data.toArray();
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const auto work = WorkId::parse(json::text(row, "id"_L1));
        const auto job = JobId::parse(json::text(row, "job"_L1));
        if (work && job && json::text(row, "process"_L1) == process) {
            list.append(Started{ TaskId(), *work, *job, json::text(row, "title"_L1) });
        }
    }
    co_return list;
}

} // namespace andu::o2oa
