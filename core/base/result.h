// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace andu {

/// What went wrong, as far as somebody branches on it. Screens turn a code into a sentence.
enum class ErrorCode {
    Offline, ///< The server could not be reached, or the answer never arrived.
    NotO2oa, ///< Something answers at the address, but it is not an O2OA server.
    Tls, ///< The certificate or the TLS handshake was refused.
    WrongPassword, ///< Name or password refused.
    Locked, ///< The account is locked for a while, or the server wants another way to sign in.
    Unauthorized, ///< The session is missing or has expired.
    Refused, ///< The server understood and said no.
    NotFound, ///< The thing asked for does not exist (any more).
    Conflict, ///< Somebody else changed or handled it meanwhile.
    BadReply, ///< The server answered something that cannot be read.
    BadInput, ///< A file, a form or an argument is not what it should be.
    Invalid, ///< Rules of a form are not met.
    Storage, ///< The local store or a file failed.
    DiskFull, ///< No room left on the device.
    WrongKey, ///< A passphrase or key does not open the vault.
    NoKey, ///< No key slot can be used here (no secret service, none asked for).
    InUse, ///< Another instance has the profile open.
    Damaged, ///< Authentication of stored bytes failed.
    Cancelled,
};

/// Stable English name of a code, for stored rows, logs and machine output.
[[nodiscard]] QString nameOf(ErrorCode code);

/// A failure as a value.
struct Error
{
    ErrorCode code = ErrorCode::Storage;
    QString detail; ///< English, for the log; never shown as is.
    QString serverMessage = {}; ///< The server's own words, if any. Hostile: plain text only.
    QString serverClass = {}; ///< The prompt class of an O2OA error, without package.
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail)
{
    return tl::unexpected<Error>(Error{ code, std::move(detail) });
}

} // namespace andu
