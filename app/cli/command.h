// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/session/session.h"
#include "core/base/clock.h"
#include "core/o2oa/client.h"
#include "core/sync/commands.h"
#include "core/sync/engine.h"

#include <QJsonValue>
#include <QNetworkAccessManager>

namespace andu::cli {

/// Options as typed; secrets come from files only.
struct Options
{
    QStringList words; ///< Command and its arguments.
    QString profile;
    QString server;
    QString user;
    QString passwordFile;
    QString passphraseFile;
    QString box;
    QString process;
    QString route;
    QString opinion;
    QString title;
    QString identity;
    QString dataFile;
    QString site;
    QString replaced;
    QString inkFile;
    int limit = 0;
    bool isJson = false;
    bool isFull = false;
    bool isQueueOnly = false;
};

/// Everything a command of a signed-in account uses.
struct Office
{
    explicit Office(session::Session opened);

    session::Session session;
    SystemClock clock;
    QNetworkAccessManager network;
    o2oa::Client client;
    sync::Engine engine;
    sync::Commands commands;
};

/// Result on stdout: @p value as JSON with --json, else @p text.
void print(const Options &options, const QJsonValue &value, const QString &text);
/// One plain sentence on stderr and the exit code that goes with it.
Exit complain(const Error &error);

/// Object of a JSON file.
[[nodiscard]] Result<QJsonObject> readObject(const QString &file);
[[nodiscard]] Result<vault::Unlock> unlockOf(const Options &options);

QCoro::Task<Exit> login(Options options);
QCoro::Task<Exit> syncNow(Office *office, Options options);
QCoro::Task<Exit> todo(Office *office, Options options);
QCoro::Task<Exit> process(Office *office, Options options);
QCoro::Task<Exit> outbox(Office *office, Options options);
QCoro::Task<Exit> status(Office *office, Options options);

} // namespace andu::cli
