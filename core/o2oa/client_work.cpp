// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"
#include "core/o2oa/codec.h"

#include <QHttpMultiPart>
#include <QNetworkAccessManager>

namespace andu::o2oa {

namespace {

QHttpPart textPart(const QString &name, const QString &text)
{
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader,
                   QString(u"form-data; name=\""_s + name + u'"'));
    part.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain; charset=utf-8"_s);
    part.setBody(text.toUtf8());
    return part;
}

std::optional<Started> startedIn(const QJsonArray &logs)
{
    const QJsonObject log = logs.at(0).toObject();
    const auto work = WorkId::parse(json::text(log, "work"_L1));
    const auto job = JobId::parse(json::text(log, "job"_L1));
    if (!work || !job) {
        return std::nullopt;
    }
    const int index = log.value("currentTaskIndex"_L1).toInt(-1);
    const QJsonObject row
        = index < 0 ? QJsonObject() : log.value("taskList"_L1).toArray().at(index).toObject();
    return Started{ TaskId::parse(json::text(row, "id"_L1)).value_or(TaskId()),
                    *work,
                    *job,
                    json::text(row, "title"_L1) };
}

Result<void> nothing(const Result<Envelope> &envelope)
{
    if (!envelope) {
        return tl::unexpected<Error>(envelope.error());
    }
    return {};
}

} // namespace

QCoro::Task<Result<WorkItem>> Client::work(WorkId id)
{
    const Result<Envelope> envelope
        = co_await ask("GET", u"work/v2/workorworkcompleted/"_s + id.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    std::optional<WorkItem> item
        = codec::work(envelope->data.toObject(), m_endpoint.utcOffsetSeconds);
    if (!item) {
        co_return fail(ErrorCode::BadReply, u"work/v2 answer without a work"_s);
    }
    const Result<Envelope> control
        = co_await ask("GET", u"control/workorworkcompleted/"_s + id.text());
    if (!control) {
        co_return tl::unexpected<Error>(control.error());
    }
    item->control = codec::control(control->data.toObject());
    co_return *item;
}

QCoro::Task<Result<FormReference>> Client::formOf(WorkId id)
{
    const Result<Envelope> envelope
        = co_await ask("GET", u"form/v2/lookup/workorworkcompleted/"_s + id.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    const QJsonObject answer = envelope->data.toObject();
    FormReference reference;
    reference.id = FormId::parse(json::text(answer, "id"_L1)).value_or(FormId());
    reference.tag = json::text(answer, "cacheTag"_L1);
    if (answer.contains("form"_L1)) {
        if (reference.id.isNull()) {
            const QString inner = json::text(answer.value("form"_L1).toObject(), "id"_L1);
            reference.id = FormId::parse(inner).value_or(FormId::of(u"stored-"_s + id.text()));
        }
        reference.stored = FormDefinition{ reference.id, reference.tag, answer };
    }
    co_return reference;
}

QCoro::Task<Result<FormDefinition>> Client::form(FormId id, QString tag)
{
    const QString path = u"form/v2/"_s + id.text() + (tag.isEmpty() ? QString() : u"?t="_s + tag);
    const Result<Envelope> envelope = co_await ask("GET", path);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return FormDefinition{ id, tag, envelope->data.toObject() };
}

QCoro::Task<Result<QJsonObject>> Client::data(WorkId id)
{
    const Result<Envelope> envelope = co_await ask("GET", u"data/work/"_s + id.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return envelope->data.toObject();
}

QCoro::Task<Result<void>> Client::saveData(WorkId id, QJsonObject changes)
{
    const Result<Envelope> envelope
        = co_await ask("PUT", u"data/work/"_s + id.text(), json::compact(changes));
    co_return nothing(envelope);
}

QCoro::Task<Result<void>> Client::process(TaskId id, ProcessRequest request)
{
    QJsonObject body{ { u"routeName"_s, request.routeName }, { u"opinion"_s, request.opinion } };
    if (!request.appendTaskIdentityList.isEmpty()) {
        body.insert(u"appendTaskIdentityList"_s,
                    QJsonArray::fromStringList(request.appendTaskIdentityList));
    }
    const Result<Envelope> envelope
        = co_await ask("POST", u"task/"_s + id.text() + u"/processing"_s, json::compact(body));
    co_return nothing(envelope);
}

QCoro::Task<Result<void>> Client::confirmRead(TaskId id, QString opinion)
{
    const QJsonObject body{ { u"opinion"_s, opinion } };
    const Result<Envelope> envelope
        = co_await ask("POST", u"read/"_s + id.text() + u"/processing"_s, json::compact(body));
    co_return nothing(envelope);
}

QCoro::Task<Result<QList<Record>>> Client::recordsOfJob(JobId job)
{
    const Result<Envelope> envelope = co_await ask("GET", u"record/list/job/"_s + job.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return codec::records(envelope->data.toArray(), m_endpoint.utcOffsetSeconds);
}

QCoro::Task<Result<QList<StartableProcess>>> Client::startableProcesses()
{
    const Result<Envelope> envelope = co_await ask("GET", u"application/list/complex"_s);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return codec::startableProcesses(envelope->data.toArray());
}

QCoro::Task<Result<QString>>
Client::createDraft(QString flag, QString title, QString identity, QJsonObject data)
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
    work.insert(u"title"_s, title);
    const QJsonObject draft{ { u"work"_s, work },
                             { u"identity"_s, identity },
                             { u"data"_s, data } };
    const Result<Envelope> stored = co_await ask("PUT", u"draft"_s, json::compact(draft));
    if (!stored) {
        co_return tl::unexpected<Error>(stored.error());
    }
    const QString id = json::text(stored->data.toObject(), "id"_L1);
    if (id.isEmpty()) {
        co_return fail(ErrorCode::BadReply, u"a stored draft without id"_s);
    }
    co_return id;
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

QCoro::Task<Result<bool>> Client::draftExists(QString draft)
{
    const Result<Envelope> envelope = co_await ask("GET", u"draft/"_s + draft);
    if (!envelope) {
        if (envelope.error().code == ErrorCode::NotFound) {
            co_return false;
        }
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return true;
}

QCoro::Task<Result<QList<Started>>> Client::ownWorks(QString process)
{
    const QJsonObject filter{ { u"processList"_s, QJsonArray{ process } } };
    const Result<Envelope> envelope
        = co_await ask("POST", u"work/list/my/paging/1/size/20"_s, json::compact(filter));
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    QList<Started> list;
    const QJsonArray rows = envelope->data.toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const auto work = WorkId::parse(json::text(row, "id"_L1));
        const auto job = JobId::parse(json::text(row, "job"_L1));
        if (work && job) {
            list.append(Started{ TaskId(), *work, *job, json::text(row, "title"_L1) });
        }
    }
    co_return list;
}

QCoro::Task<Result<QByteArray>> Client::downloadAttachment(AttachmentId id, WorkId work)
{
    const QString path
        = u"attachment/download/"_s + id.text() + u"/work/"_s + work.text() + u"/stream"_s;
    const HttpAnswer answer = co_await call(
        "GET", u"x_processplatform_assemble_surface"_s, path, QByteArray(), QByteArray());
    if (answer.error || answer.status != 200) {
        const Result<Envelope> envelope = openEnvelope(answer);
        co_return tl::unexpected<Error>(envelope ? Error{ ErrorCode::BadReply, u"no file"_s }
                                                 : envelope.error());
    }
    co_return answer.body;
}

QCoro::Task<Result<QString>>
Client::uploadAttachment(WorkId work, QString site, QString name, QByteArray content)
{
    auto *parts
        = new QHttpMultiPart(QHttpMultiPart::FormDataType); // Owned by the reply once it is sent.
    QHttpPart file;
    file.setHeader(QNetworkRequest::ContentDispositionHeader,
                   u"form-data; name=\"file\"; filename=\"file\""_s);
    file.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
    file.setBody(content);
    parts->append(textPart(u"fileName"_s, name));
    parts->append(textPart(u"site"_s, site));
    parts->append(file);
    const QUrl url = m_endpoint.url(u"x_processplatform_assemble_surface"_s,
                                    u"attachment/upload/work/"_s + work.text());
    const HttpAnswer answer = co_await send(
        &m_network, "POST", requestFor(url, false), {}, m_endpoint.tokenName.toLatin1(), parts);
    adopt(answer);
    const Result<Envelope> envelope = openEnvelope(answer);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return json::text(envelope->data.toObject(), "id"_L1);
}

} // namespace andu::o2oa
