// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/repositories.h"

#include <qcoro/qcorofuture.h>

namespace andu::cli {

namespace {

QCoro::Task<Exit> start(Office *office, Options options)
{
    const QString flag = options.words.value(2);
    if (flag.isEmpty() || options.title.isEmpty()) {
        say(u"process start FLAG --title T [--data FILE]"_s);
        co_return Exit::Usage;
    }
    QJsonObject data;
    if (!options.dataFile.isEmpty()) {
        const auto read = readObject(options.dataFile);
        if (!read) {
            co_return complain(read.error());
        }
        data = *read;
    }
    QString identity = options.identity;
    for (const Identity &own : office->session.account.identities) {
        if (options.identity.isEmpty() && (identity.isEmpty() || own.isMajor)) {
            identity = own.distinguishedName;
        }
    }
    const QFuture<Result<IntentId>> writing
        = office->commands.startProcess(sync::StartOrder{ flag, options.title, identity, data });
    const Result<IntentId> intent = co_await writing;
    if (!intent) {
        co_return complain(intent.error());
    }
    co_return co_await deliver(office, *intent, options);
}

QCoro::Task<Exit> listProcesses(Office *office, Options options)
{
    const QFuture<Result<QList<StartableProcess>>> reading
        = office->session.store->read<QList<StartableProcess>>([](store::Connection &connection) {
              return store::ProcessRepository(connection).list();
          });
    const Result<QList<StartableProcess>> processes = co_await reading;
    if (!processes) {
        co_return complain(processes.error());
    }
    QJsonArray rows;
    QString text;
    for (const StartableProcess &process : *processes) {
        rows.append(QJsonObject{ { u"id"_s, process.id },
                                 { u"alias"_s, process.alias },
                                 { u"name"_s, process.name },
                                 { u"application"_s, process.applicationName } });
        text += process.alias + u"  "_s + process.name + u"  ["_s + process.applicationName
            + u"]\n"_s;
    }
    print(options, rows, text.trimmed());
    co_return Exit::Done;
}

QCoro::Task<Exit> listOutbox(Office *office, Options options)
{
    const QFuture<Result<QList<Intent>>> reading = office->session.store->read<QList<Intent>>(
        [](store::Connection &connection) { return store::Outbox(connection).list(); });
    const Result<QList<Intent>> intents = co_await reading;
    if (!intents) {
        co_return complain(intents.error());
    }
    QJsonArray rows;
    QString text;
    for (const Intent &intent : *intents) {
        const QJsonObject row = toJson(intent);
        rows.append(row);
        text += intent.id.text() + u"  "_s + row.value("state"_L1).toString() + u"  "_s
            + intent.title + u'\n';
    }
    print(options, rows, text.trimmed());
    co_return Exit::Done;
}

} // namespace

QCoro::Task<Exit> process(Office *office, Options options)
{
    if (options.words.value(1) == u"list"_s) {
        co_return co_await listProcesses(office, options);
    }
    if (options.words.value(1) == u"start"_s) {
        co_return co_await start(office, options);
    }
    say(u"process list | start FLAG --title T [--data FILE]"_s);
    co_return Exit::Usage;
}

QCoro::Task<Exit> outbox(Office *office, Options options)
{
    const QString verb = options.words.value(1);
    const auto id = IntentId::parse(options.words.value(2));
    if (verb == u"list"_s) {
        co_return co_await listOutbox(office, options);
    }
    if (verb == u"send"_s) {
        const Result<int> sent = co_await office->engine.sendOutbox();
        const Exit listed = co_await listOutbox(office, options);
        if (!sent) {
            co_return complain(sent.error());
        }
        const QFuture<Result<store::OutboxCounts>> reading
            = office->session.store->read<store::OutboxCounts>(
                [](store::Connection &connection) { return store::Outbox(connection).counts(); });
        const Result<store::OutboxCounts> counts = co_await reading;
        if (!counts) {
            co_return complain(counts.error());
        }
        co_return counts->attention > 0 ? Exit::Attention
            : counts->queued > 0        ? Exit::Offline
                                        : listed;
    }
    if ((verb == u"retry"_s || verb == u"beside"_s) && id) {
        const bool isBeside = verb == u"beside"_s;
        const QFuture<Result<void>> writing
            = isBeside ? office->commands.sendAsNew(*id) : office->commands.retry(*id);
        const Result<void> done = co_await writing;
        if (!done) {
            co_return complain(done.error());
        }
        co_return co_await deliver(office, *id, options);
    }
    if (verb == u"discard"_s && id) {
        const QFuture<Result<void>> writing = office->commands.discard(*id);
        const Result<void> done = co_await writing;
        if (!done) {
            co_return complain(done.error());
        }
        print(options,
              QJsonObject{ { u"id"_s, id->text() }, { u"discarded"_s, true } },
              u"Discarded; what was typed is a draft again."_s);
        co_return Exit::Done;
    }
    say(u"outbox list | send | retry ID | beside ID | discard ID"_s);
    co_return Exit::Usage;
}

} // namespace andu::cli
