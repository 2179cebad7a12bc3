// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace andu::ui {

QString errorText(const Error &error)
{
    const auto tr
        = [](const char *text) { return QCoreApplication::translate("andu::ui::ErrorText", text); };
    switch (error.code) {
    case ErrorCode::Offline:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "The server cannot be reached. What you did is kept here and is sent "
                              "when the network is back."));
    case ErrorCode::NotO2oa:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                                    "There is no O2OA server at this address. Please check it."));
    case ErrorCode::Tls:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "The certificate of the server is not trusted, so nothing was sent. "
                              "Please ask your administrator."));
    case ErrorCode::WrongPassword:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText", "Name or password is not right."));
    case ErrorCode::Locked:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "The account is locked or needs another way to sign in. Please try "
                              "again later."));
    case ErrorCode::Unauthorized:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "The session has expired. Please sign in again; nothing is lost."));
    case ErrorCode::Refused:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                                    "The server has refused this. What you typed is kept."))
            + (error.serverMessage.isEmpty() ? QString() : u' ' + error.serverMessage.left(200));
    case ErrorCode::NotFound:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText", "This is not there any more."));
    case ErrorCode::Conflict:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "Somebody has changed or handled this meanwhile. What you typed is "
                              "kept."));
    case ErrorCode::BadReply:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "The server has answered something that cannot be read. It is tried "
                              "again later."));
    case ErrorCode::BadInput:
    case ErrorCode::Invalid:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText", "This cannot be used as it is."));
    case ErrorCode::Storage:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                                    "The local store could not be read or written."));
    case ErrorCode::DiskFull:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                                    "The disk is full. Please make room; nothing is lost."));
    case ErrorCode::WrongKey:
        return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText", "The passphrase is not right."));
    case ErrorCode::NoKey:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText",
                              "This desktop has no keychain that can be used. Please choose a "
                              "passphrase."));
    case ErrorCode::InUse:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText", "Andu is already open with this account."));
    case ErrorCode::Damaged:
        return tr(
            QT_TRANSLATE_NOOP("andu::ui::ErrorText", "A stored file is damaged and was not used."));
    case ErrorCode::Cancelled:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("andu::ui::ErrorText", "This was cancelled."));
}

} // namespace andu::ui
