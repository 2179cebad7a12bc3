// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"

#include <QHttpMultiPart>

namespace andu::o2oa {

namespace {

constexpr qint64 LargestFileBytes = qint64{ 256 } << 20;
const auto Surface = "x_processplatform_assemble_surface"_L1;

QHttpPart textPart(const QString &name, const QString &text)
{
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader,
                   QString(u"form-data; name=\""_s + name + u'"'));
    part.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain; charset=utf-8"_s);
    part.setBody(text.toUtf8());
    return part;
}

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
    HttpCall call;
    call.verb = "POST";
    call.request = requestFor(
        m_endpoint.url(QString(Surface), u"attachment/upload/work/"_s + work.text()), false);
    call.tokenName = m_endpoint.tokenName.toLatin1();
    call.parts = parts;
    const QByteArray sentToken = m_token;
    const HttpAnswer answer = co_await send(&m_network, call);
    adopt(answer, sentToken);
    const Result<Envelope> envelope = openEnvelope(answer);
    if (!envelope) {
        co_return tl::unexpected<Error>(envelope.error());
    }
    co_return json::text(envelope->data.toObject(), "id"_L1);
}

} // namespace andu::o2oa
