// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/der.h"
#include "core/pdf/keyd/token.h"
#include "core/pdf/token_protocol.h"

#include <QtEndian>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

using namespace andu;

namespace andu::keyd {

QByteArray digestInfo(const QByteArray &sha256)
{
    namespace der = pdf::der;
    const QByteArray algorithm = der::sequence({ der::oid("2.16.840.1.101.3.4.2.1"), der::null() });
    return der::sequence({ algorithm, der::octets(sha256) });
}

QByteArray derSignature(QByteArrayView rs)
{
    namespace der = pdf::der;
    return der::sequence({ der::unsignedInteger(rs.first(rs.size() / 2)),
                           der::unsignedInteger(rs.sliced(rs.size() / 2)) });
}

} // namespace andu::keyd

namespace {

bool readAll(unsigned char *target, size_t size)
{
    while (size > 0) {
        const ssize_t got = ::read(STDIN_FILENO, target, size);
        if (got <= 0) {
            return false;
        }
        target += got;
        size -= size_t(got);
    }
    return true;
}

std::optional<crypto::SecureBytes> readFrame()
{
    unsigned char head[4];
    if (!readAll(head, sizeof(head))) {
        return std::nullopt;
    }
    const quint32 size = qFromBigEndian<quint32>(head);
    if (size > pdf::token::MaxFrameBytes) {
        return std::nullopt;
    }
    crypto::SecureBytes bytes(size);
    return readAll(bytes.data(), size) ? std::optional(std::move(bytes)) : std::nullopt;
}

bool writeAnswer(int out, const QJsonObject &answer)
{
    const QByteArray bytes = pdf::token::frame(json::compact(answer));
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(out, bytes.constData() + done, size_t(bytes.size() - done));
        if (written <= 0) {
            return false;
        }
        done += written;
    }
    return true;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject openToken(std::unique_ptr<keyd::Token> &token,
                      const QJsonObject &request,
                      const crypto::SecureBytes &pin)
{
    const auto open = request[u"kind"].toString() == u"skf"_s ? keyd::openSkf : keyd::openPkcs11;
    auto opened = open(request[u"library"].toString(), request[u"label"].toString(), pin);
    if (!opened) {
        return pdf::token::toJson(opened.error());
    }
    token = std::move(*opened);
    QJsonArray others;
    for (const QByteArray &other : token->others()) {
        others.append(base64(other));
    }
    return { { u"certificate"_s, base64(token->certificate()) }, { u"others"_s, others } };
}

QJsonObject answerTo(std::unique_ptr<keyd::Token> &token,
                     const QJsonObject &request,
                     const crypto::SecureBytes &bytes)
{
    const QString op = request[u"op"].toString();
    if (op == u"open"_s) {
        return openToken(token, request, bytes);
    }
    if (op != u"sign"_s || !token) {
        return pdf::token::toJson({ ErrorCode::BadInput, u"no such request"_s });
    }
    const auto signature = token->sign(bytes.view());
    return signature ? QJsonObject{ { u"signature"_s, base64(*signature) } }
                     : pdf::token::toJson(signature.error());
}

} // namespace

/// Runs a vendor's token library for one parent; ends with it.
int main()
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    // Vendor libraries print to stdout; the protocol gets a descriptor of its own.
    const int out = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    std::unique_ptr<keyd::Token> token;
    for (;;) {
        const auto head = readFrame();
        const auto bytes = head ? readFrame() : std::nullopt;
        if (!bytes) {
            return 0;
        }
        const auto request = json::parse(head->view().toByteArray());
        const QJsonObject answer = request && request->isObject()
            ? answerTo(token, request->toObject(), *bytes)
            : pdf::token::toJson({ ErrorCode::BadInput, u"broken request"_s });
        if (!writeAnswer(out, answer)) {
            return 1;
        }
    }
}
