// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/token_protocol.h"

#include "core/base/literals.h"

#include <QtEndian>

namespace andu::pdf::token {

namespace {

// The codes that cross the pipe; everything else arrives as BadReply.
constexpr ErrorCode Codes[] = { ErrorCode::BadInput,
                                ErrorCode::WrongKey,
                                ErrorCode::Locked,
                                ErrorCode::NotFound,
                                ErrorCode::Refused };

} // namespace

QByteArray frame(QByteArrayView bytes)
{
    QByteArray out(4, '\0');
    qToBigEndian(quint32(bytes.size()), out.data());
    return out + bytes.toByteArray();
}

QJsonObject toJson(const Error &error)
{
    return { { u"error"_s, nameOf(error.code) }, { u"detail"_s, error.detail } };
}

std::optional<Error> errorOf(const QJsonObject &answer)
{
    const QString word = answer[u"error"].toString();
    if (word.isEmpty()) {
        return std::nullopt;
    }
    for (const ErrorCode code : Codes) {
        if (nameOf(code) == word) {
            return Error{ code, answer[u"detail"].toString() };
        }
    }
    return Error{ ErrorCode::BadReply, answer[u"detail"].toString() };
}

} // namespace andu::pdf::token
