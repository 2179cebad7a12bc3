// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include "core/base/literals.h"

namespace andu {

QString nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return u"offline"_s;
    case ErrorCode::NotO2oa:
        return u"not-o2oa"_s;
    case ErrorCode::Tls:
        return u"tls"_s;
    case ErrorCode::WrongPassword:
        return u"wrong-password"_s;
    case ErrorCode::Locked:
        return u"locked"_s;
    case ErrorCode::Unauthorized:
        return u"unauthorized"_s;
    case ErrorCode::Refused:
        return u"refused"_s;
    case ErrorCode::NotFound:
        return u"not-found"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::BadReply:
        return u"bad-reply"_s;
    case ErrorCode::BadInput:
        return u"bad-input"_s;
    case ErrorCode::Invalid:
        return u"invalid"_s;
    case ErrorCode::Storage:
        return u"storage"_s;
    case ErrorCode::DiskFull:
        return u"disk-full"_s;
    case ErrorCode::WrongKey:
        return u"wrong-key"_s;
    case ErrorCode::NoKey:
        return u"no-key"_s;
    case ErrorCode::InUse:
        return u"in-use"_s;
    case ErrorCode::Damaged:
        return u"damaged"_s;
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    }
    return u"storage"_s;
}

} // namespace andu
