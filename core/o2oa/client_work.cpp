// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"
#include "core/o2oa/codec.h"

#include <QUrl>

namespace andu::o2oa {

namespace {

Result<void> nothing(const Result<Envelope> &envelope)
{
    if (!envelope) {
        return tl::unexpected<Error>(envelope.error());
    }
    return {};
}

} // namespace

QCoro::Task<Result<OpenedWork>> Client::work(WorkId id, QByteArray etag)
{
    const QString path = u"work/v2/workorworkcompleted/"_s + id.text();
    const Result<Envelope> envelope = co_await ask("GET", path, QByteArray(), etag);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    if (envelope->notModified) {
        co_return OpenedWork{ std::nullopt, etag };
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
    co_return OpenedWork{ item, envelope->etag };
}

QCoro::Task<Result<QList<WorkId>>> Client::worksOfJob(JobId job)
{
    const Result<Envelope> envelope
        = co_await ask("GET", u"job/"_s + job.text() + u"/find/work/workcompleted"_s);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    QList<WorkId> works;
    for (const QString &key : { u"workList"_s, u"workCompletedList"_s }) {
        const QJsonArray rows = envelope->data.toObject().value(key).toArray();
        for (const auto &value : rows) {
            const auto id = WorkId::parse(json::text(value.toObject(), "id"_L1));
            if (id) {
                works.append(*id);
            }
        }
    }
    co_return works;
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
    const QString stamp = QString::fromLatin1(QUrl::toPercentEncoding(tag));
    const QString path = u"form/v2/"_s + id.text() + (tag.isEmpty() ? QString() : u"?t="_s + stamp);
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
    if (!request.mediaOpinion.isEmpty()) {
        body.insert(u"mediaOpinion"_s, request.mediaOpinion.join(u','));
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

} // namespace andu::o2oa
