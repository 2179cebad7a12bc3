// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace andu::ui {

namespace {

/// Context of these sentences in the translations.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::ErrorText)
};

} // namespace

QString errorText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
        return ErrorText::tr("The server cannot be reached. What you did is kept here and is sent "
                             "when the network is back.");
    case ErrorCode::NotO2oa:
        return ErrorText::tr("There is no O2OA server at this address. Please check it.");
    case ErrorCode::Tls:
        return ErrorText::tr("The certificate of the server is not trusted, so nothing was sent. "
                             "Please ask your administrator.");
    case ErrorCode::WrongPassword:
        return ErrorText::tr("Name or password is not right.");
    case ErrorCode::Locked:
        return ErrorText::tr("The account is locked or needs another way to sign in. Please try "
                             "again later.");
    case ErrorCode::Unauthorized:
        return ErrorText::tr("The session has expired. Please sign in again; nothing is lost.");
    case ErrorCode::Refused:
        return ErrorText::tr("The server has refused this. What you typed is kept.")
            + (error.serverMessage.isEmpty() ? QString() : u' ' + error.serverMessage.left(200));
    case ErrorCode::NotFound:
        return ErrorText::tr("This is not there any more.");
    case ErrorCode::Conflict:
        return ErrorText::tr("Somebody has changed or handled this meanwhile. What you typed is "
                             "kept.");
    case ErrorCode::BadReply:
        return ErrorText::tr("The server has answered something that cannot be read. It is tried "
                             "again later.");
    case ErrorCode::BadInput:
    case ErrorCode::Invalid:
        return ErrorText::tr("This cannot be used as it is.");
    case ErrorCode::Storage:
        return ErrorText::tr("The local store could not be read or written.");
    case ErrorCode::DiskFull:
        return ErrorText::tr("The disk is full. Please make room; nothing is lost.");
    case ErrorCode::WrongKey:
        return ErrorText::tr("The passphrase is not right.");
    case ErrorCode::NoKey:
        return ErrorText::tr("This desktop has no keychain that can be used. Please choose a "
                             "passphrase.");
    case ErrorCode::InUse:
        return ErrorText::tr("Andu is already open with this account.");
    case ErrorCode::Damaged:
        return ErrorText::tr("A stored file is damaged and was not used.");
    case ErrorCode::Cancelled:
        break;
    }
    return ErrorText::tr("This was cancelled.");
}

} // namespace andu::ui
