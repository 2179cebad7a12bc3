// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFile>

#include <csignal>
#include <memory>

namespace andu::cli {

namespace {

QString sentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
        return u"The server cannot be reached. What you entered is kept and goes out later."_s;
    case ErrorCode::NotO2oa:
        return u"There is something at this address, but it is not an O2OA server."_s;
    case ErrorCode::Tls:
        return u"The connection is not trusted: the server's certificate or TLS was refused; nothing was sent."_s;
    case ErrorCode::WrongPassword:
        return u"Name or password is wrong."_s;
    case ErrorCode::Locked:
        return u"The server does not let this account in now: it is locked for a while or needs another way to sign in."_s;
    case ErrorCode::Unauthorized:
        return u"The session has ended. Sign in again; nothing is lost."_s;
    case ErrorCode::Refused:
        return error.serverMessage.isEmpty() ? u"The server refused."_s
                                             : u"The server refused: "_s + error.serverMessage;
    case ErrorCode::NotFound:
        return u"It does not exist here or on the server (any more)."_s;
    case ErrorCode::Conflict:
        return u"It was changed or handled meanwhile; what you entered is kept."_s;
    case ErrorCode::BadReply:
        return u"The server's answer cannot be read; it is tried again later and nothing is lost."_s;
    case ErrorCode::BadInput:
        return u"The input cannot be used: "_s + error.detail;
    case ErrorCode::Invalid:
        return u"The form is not complete: "_s + error.detail;
    case ErrorCode::Storage:
        return u"The local store cannot be used."_s;
    case ErrorCode::DiskFull:
        return u"The disk is full; nothing stored before is lost."_s;
    case ErrorCode::WrongKey:
        return u"The passphrase does not open this profile."_s;
    case ErrorCode::NoKey:
        return u"There is no key here: give --passphrase-file, or unlock the desktop's keychain."_s;
    case ErrorCode::InUse:
        return u"The profile is open in another program."_s;
    case ErrorCode::Damaged:
        return u"The stored data is damaged and was not opened."_s;
    case ErrorCode::Cancelled:
        return u"Cancelled."_s;
    }
    return u"Failed."_s;
}

#ifdef ANDU_TEST_HOOKS
/// Ends the program at a step of the send as a power cut would: "save", or "save#2" for its second
/// time. Only in builds with tests.
sync::StepObserver observer()
{
    const QString wanted = qEnvironmentVariable("ANDU_TEST_KILL_AT");
    if (wanted.isEmpty()) {
        return {};
    }
    auto left = std::make_shared<int>(qMax(1, wanted.section(u'#', 1, 1).toInt()));
    return [step = wanted.section(u'#', 0, 0), left](const QString &here) {
        if (here == step && --*left == 0) {
            std::raise(SIGKILL);
        }
    };
}
#else
sync::StepObserver observer()
{
    return {};
}
#endif

} // namespace

Office::Office(session::Session opened)
    : session(std::move(opened))
    , client(network, session.endpoint)
    , engine(*session.store, client, clock, observer())
    , commands(*session.store, clock)
{
    client.setToken(session.token);
    QObject::connect(
        &client, &o2oa::Client::tokenChanged, &client, [this](const QByteArray &token) {
            session::rememberToken(*session.store, token);
        });
}

void print(const Options &options, const QJsonValue &value, const QString &text)
{
    printResult(options.isJson, value, text);
}

Exit complain(const Error &error)
{
    say(sentence(error) + u" ["_s + nameOf(error.code) + u": "_s + error.detail + u']');
    switch (error.code) {
    case ErrorCode::Offline:
        return Exit::Offline;
    case ErrorCode::Conflict:
    case ErrorCode::Refused:
        return Exit::Attention;
    case ErrorCode::Invalid:
    case ErrorCode::Tls:
        return Exit::NotTrusted;
    case ErrorCode::NotO2oa:
    case ErrorCode::WrongPassword:
    case ErrorCode::Locked:
    case ErrorCode::Unauthorized:
    case ErrorCode::NotFound:
    case ErrorCode::BadReply:
    case ErrorCode::BadInput:
    case ErrorCode::Storage:
    case ErrorCode::DiskFull:
    case ErrorCode::WrongKey:
    case ErrorCode::NoKey:
    case ErrorCode::InUse:
    case ErrorCode::Damaged:
    case ErrorCode::Cancelled:
        break;
    }
    return Exit::Failed;
}

Result<QJsonObject> readObject(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"the data file cannot be read"_s);
    }
    const auto parsed = json::parse(source.readAll());
    if (!parsed || !parsed->isObject()) {
        return fail(ErrorCode::BadInput, u"the data file holds no JSON object"_s);
    }
    return parsed->toObject();
}

Result<vault::Unlock> unlockOf(const Options &options)
{
    vault::Unlock unlock;
    QString file = options.passphraseFile;
    if (file.isEmpty()) {
        file = qEnvironmentVariable("ANDU_PASSPHRASE_FILE");
    }
    if (file.isEmpty()) {
        unlock.useKeychain = true;
        return unlock;
    }
    auto secret = readSecret(file);
    if (!secret) {
        return tl::unexpected<Error>(secret.error());
    }
    unlock.passphrase = std::move(*secret);
    return unlock;
}

} // namespace andu::cli
