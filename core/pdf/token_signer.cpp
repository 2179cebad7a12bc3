// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/token_signer.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/token_protocol.h"

#include <QDeadlineTimer>
#include <QtEndian>

namespace andu::pdf {

namespace {

// A person may have to press a button on the token.
constexpr int PatienceMs = 60'000;
constexpr int FarewellMs = 2'000;

} // namespace

Result<std::unique_ptr<TokenSigner>> TokenSigner::open(const TokenAddress &address,
                                                       const crypto::SecureBytes &pin,
                                                       const QList<QByteArray> &intermediates)
{
    std::unique_ptr<TokenSigner> signer(new TokenSigner);
    signer->m_helper.setProcessChannelMode(QProcess::SeparateChannels);
    signer->m_helper.setStandardErrorFile(QProcess::nullDevice());
    signer->m_helper.start(address.helper, {});
    if (!signer->m_helper.waitForStarted(PatienceMs)) {
        return fail(ErrorCode::NotFound, u"the key helper cannot be started"_s);
    }
    const QJsonObject request{
        { u"op"_s, u"open"_s },
        { u"kind"_s, address.kind == TokenKind::Pkcs11 ? u"pkcs11"_s : u"skf"_s },
        { u"library"_s, address.library },
        { u"label"_s, address.label },
    };
    const auto answer = signer->ask(request, pin.view());
    if (!answer) {
        return tl::unexpected<Error>(answer.error());
    }
    QList<QByteArray> others = intermediates;
    for (const QJsonValue &other : (*answer)[u"others"].toArray()) {
        others.append(QByteArray::fromBase64(other.toString().toLatin1()));
    }
    auto identity = identityOf(
        QByteArray::fromBase64((*answer)[u"certificate"].toString().toLatin1()), others);
    if (!identity) {
        return tl::unexpected<Error>(identity.error());
    }
    signer->m_identity = std::move(*identity);
    return signer;
}

TokenSigner::~TokenSigner()
{
    // End of input tells the helper to log out and go.
    m_helper.closeWriteChannel();
    if (m_helper.state() != QProcess::NotRunning && !m_helper.waitForFinished(FarewellMs)) {
        m_helper.kill();
        m_helper.waitForFinished(FarewellMs);
    }
}

Result<QByteArray> TokenSigner::sign(QByteArrayView message)
{
    return ask({ { u"op"_s, u"sign"_s } }, message).map([](const QJsonObject &answer) {
        return QByteArray::fromBase64(answer[u"signature"].toString().toLatin1());
    });
}

Result<QByteArray> TokenSigner::receive(qint64 size)
{
    const QDeadlineTimer deadline(PatienceMs);
    while (m_helper.bytesAvailable() < size) {
        if (!m_helper.waitForReadyRead(int(deadline.remainingTime()))
            && m_helper.bytesAvailable() < size) {
            const bool hasEnded = m_helper.state() == QProcess::NotRunning;
            m_helper.kill();
            return fail(ErrorCode::BadReply,
                        hasEnded ? u"the token's library ended the key helper"_s
                                 : u"the token does not answer"_s);
        }
    }
    return m_helper.read(size);
}

Result<QJsonObject> TokenSigner::ask(const QJsonObject &request, QByteArrayView bytes)
{
    m_helper.write(token::frame(json::compact(request)));
    QByteArray second = token::frame(bytes);
    m_helper.write(second);
    crypto::wipe(second);
    const auto head = receive(4);
    if (!head) {
        return tl::unexpected<Error>(head.error());
    }
    const quint32 size = qFromBigEndian<quint32>(head->constData());
    if (size > token::MaxFrameBytes) {
        return fail(ErrorCode::BadReply, u"the key helper answers nonsense"_s);
    }
    const auto body = receive(size);
    if (!body) {
        return tl::unexpected<Error>(body.error());
    }
    const auto parsed = json::parse(*body);
    if (!parsed || !parsed->isObject()) {
        return fail(ErrorCode::BadReply, u"the key helper answers nonsense"_s);
    }
    if (const auto error = token::errorOf(parsed->toObject())) {
        return tl::unexpected<Error>(*error);
    }
    return parsed->toObject();
}

} // namespace andu::pdf
