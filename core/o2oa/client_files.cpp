// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"
#include "core/o2oa/codec.h"

namespace andu::o2oa {

namespace {

constexpr qint64 LargestFileBytes = qint64{ 256 } << 20;
const auto Surface = "x_processplatform_assemble_surface"_L1;

} // namespace

QCoro::Task<Result<Download>>
Client::downloadAttachment(AttachmentId id, WorkId work, bool isFinished, qint64 from)
{
    const QString place = isFinished ? u"/workcompleted/"_s : u"/work/"_s;
    const QString path = u"attachment/download/"_s + id.text() + place + work.text() + u"/stream"_s;
    HttpCall call;
    call.verb = "GET";
    call.request = requestFor(m_endpoint.url(QString(Surface), path), false);
    call.tokenName = m_endpoint.tokenName.toLatin1();
    call.maximumBytes = LargestFileBytes;
    if (from > 0) {
        call.request.setRawHeader("Range", "bytes=" + QByteArray::number(from) + '-');
    }
    const QByteArray sentToken = m_token;
    const HttpAnswer answer = co_await send(&m_network, call);
    adopt(answer, sentToken);
    if (answer.error && answer.error->code == ErrorCode::Offline && !answer.body.isEmpty()
        && (answer.status == 200 || answer.status == 206)) {
        co_return Download{ answer.body, answer.status == 206 ? from : 0, answer.error };
    }
    if (answer.status == 206) {
        co_return Download{ answer.body, from, std::nullopt };
    }
    if (answer.error || answer.status != 200) {
        const Result<Envelope> envelope = openEnvelope(answer);
        co_return tl::unexpected<Error>(envelope ? Error{ ErrorCode::BadReply, u"no file"_s }
                                                 : envelope.error());
    }
    co_return Download{ answer.body, 0, std::nullopt };
}

QCoro::Task<Result<QList<Attachment>>> Client::attachmentsOf(WorkId work)
{
    const Result<Envelope> envelope
        = co_await ask("GET", u"attachment/list/workorworkcompleted/"_s + work.text());
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return codec::attachments(envelope->data.toArray(), m_endpoint.utcOffsetSeconds);
}

QCoro::Task<Result<Envelope>> Client::postForm(QString path, std::shared_ptr<FormBody> form)
{
    HttpCall call;
    call.verb = "POST";
    call.request = requestFor(m_endpoint.url(QString(Surface), path), false);
    call.request.setHeader(QNetworkRequest::ContentTypeHeader, form->contentType());
    call.tokenName = m_endpoint.tokenName.toLatin1();
    call.body = form->take();
    call.abortSwitch = m_uploadSwitch = std::make_shared<AbortSwitch>();
    call.uploading = [this](qint64 sent, qint64 total) { Q_EMIT uploading(sent, total); };
    const QByteArray sentToken = m_token;
    const HttpAnswer answer = co_await send(&m_network, call);
    adopt(answer, sentToken);
    co_return co_await judge(answer);
}

void Client::abortUpload()
{
    if (m_uploadSwitch && m_uploadSwitch->abort) {
        const auto abort = m_uploadSwitch->abort; // It takes itself away while it runs.
        abort();
    }
}

QCoro::Task<Result<AttachmentId>>
Client::uploadAttachment(WorkId work, QString site, QString name, QByteArray content)
{
    auto form = std::make_shared<FormBody>();
    form->addText("fileName", name);
    form->addText("site", site);
    form->addFile("file", content);
    const Result<Envelope> envelope
        = co_await postForm(u"attachment/upload/work/"_s + work.text(), form);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    const auto id = AttachmentId::parse(json::text(envelope->data.toObject(), "id"_L1));
    if (!id) {
        co_return fail(ErrorCode::BadReply, u"no id of the file"_s);
    }
    co_return *id;
}

QCoro::Task<Result<void>>
Client::replaceAttachment(AttachmentId id, WorkId work, QString name, QByteArray content)
{
    auto form = std::make_shared<FormBody>();
    form->addText("fileName", name);
    form->addFile("file", content);
    const QString path = u"attachment/update/"_s + id.text() + u"/work/"_s + work.text();
    const Result<Envelope> envelope = co_await postForm(path, form);
    co_return envelope ? Result<void>() : tl::unexpected<Error>(envelope.error());
}

QCoro::Task<Result<void>> Client::removeAttachment(AttachmentId id, WorkId work)
{
    const QString path = u"attachment/"_s + id.text() + u"/work/"_s + work.text();
    const Result<Envelope> envelope = co_await ask("DELETE", path);
    co_return envelope ? Result<void>() : tl::unexpected<Error>(envelope.error());
}

} // namespace andu::o2oa
