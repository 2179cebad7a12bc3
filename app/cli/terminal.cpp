// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFile>

#include <cstdio>

namespace andu::cli {

namespace {

/// Text of a server on a terminal: control characters could drive it.
QByteArray harmless(const QString &text)
{
    QString clean = text;
    for (QChar &character : clean) {
        const bool isControl = character.category() == QChar::Other_Control;
        if (isControl && character != u'\n' && character != u'\t') {
            character = QChar::ReplacementCharacter;
        }
    }
    return clean.toUtf8();
}

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

void say(const QString &sentence)
{
    write(stderr, harmless(sentence));
}

void printResult(bool isJson, const QJsonValue &value, const QString &text)
{
    write(stdout, isJson ? json::compact(value) : harmless(text));
}

int reportError(const Error &error, bool isJson)
{
    say(error.code == ErrorCode::Refused
            ? u"Refused: "_s + error.detail
            : u"Failed ["_s + nameOf(error.code) + u"]: "_s + error.detail);
    if (isJson) {
        printResult(true,
                    QJsonObject{ { u"error"_s, error.detail }, { u"code"_s, nameOf(error.code) } },
                    {});
    }
    switch (error.code) {
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::Invalid:
        return int(Exit::Attention);
    case ErrorCode::Offline:
        return int(Exit::Offline);
    case ErrorCode::Tls:
        return int(Exit::NotTrusted);
    default:
        return int(Exit::Failed);
    }
}

Result<crypto::SecureBytes> readSecret(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"the secret's file cannot be read"_s);
    }
    QByteArray line = source.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    crypto::SecureBytes secret{ QByteArrayView(line) };
    crypto::wipe(line);
    if (secret.isEmpty()) {
        return fail(ErrorCode::BadInput, u"the secret's file is empty"_s);
    }
    return secret;
}

} // namespace andu::cli
