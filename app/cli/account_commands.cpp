// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"

#include <qcoro/qcorofuture.h>

namespace andu::cli {

QCoro::Task<Exit> login(Options options)
{
    if (options.server.isEmpty() || options.user.isEmpty() || options.passwordFile.isEmpty()) {
        say(u"login needs --server, --user and --password-file."_s);
        co_return Exit::Usage;
    }
    auto password = readSecret(options.passwordFile);
    if (!password) {
        co_return complain(password.error());
    }
    auto unlock = unlockOf(options);
    if (!unlock) {
        co_return complain(unlock.error());
    }
    QNetworkAccessManager network;
    const Result<o2oa::Endpoint> endpoint = co_await o2oa::discover(network, options.server);
    if (!endpoint) {
        co_return complain(endpoint.error());
    }
    o2oa::Client client(network, *endpoint);
    const auto secret = std::make_shared<crypto::SecureBytes>(std::move(*password));
    const Result<Account> account = co_await client.signIn(options.user, secret);
    if (!account) {
        co_return complain(account.error());
    }
    const session::Profile profile(options.profile);
    const auto session = session::adoptSignIn(
        profile, std::move(*unlock), *endpoint, *account, client.token(), options.user);
    if (!session) {
        co_return complain(session.error());
    }
    QJsonArray identities;
    for (const Identity &identity : account->identities) {
        identities.append(identity.distinguishedName);
    }
    print(options,
          QJsonObject{ { u"server"_s, endpoint->base.toString() },
                       { u"name"_s, account->name },
                       { u"unique"_s, account->unique },
                       { u"distinguishedName"_s, account->distinguishedName },
                       { u"identities"_s, identities },
                       { u"passwordExpired"_s, account->isPasswordExpired } },
          u"Signed in as "_s + account->name);
    co_return Exit::Done;
}

QCoro::Task<Exit> syncNow(Office *office, Options options)
{
    const sync::RunMode mode = options.isFull ? sync::RunMode::Full : sync::RunMode::Incremental;
    const Result<sync::SyncSummary> summary = co_await office->engine.run(mode);
    if (!summary) {
        co_return complain(summary.error());
    }
    const sync::PullSummary &pull = summary->pull;
    print(options,
          QJsonObject{ { u"delivered"_s, summary->delivered },
                       { u"added"_s, pull.added },
                       { u"changed"_s, pull.changed },
                       { u"removed"_s, pull.removed },
                       { u"works"_s, pull.worksRead },
                       { u"worksFailed"_s, pull.worksFailed } },
          u"%1 delivered, %2 new, %3 changed, %4 gone, %5 works read, %6 could not be read"_s
              .arg(summary->delivered)
              .arg(pull.added)
              .arg(pull.changed)
              .arg(pull.removed)
              .arg(pull.worksRead)
              .arg(pull.worksFailed));
    co_return Exit::Done;
}

QCoro::Task<Exit> status(Office *office, Options options)
{
    const QFuture<Result<QJsonObject>> reading = office->session.store->read<QJsonObject>(
        [](store::Connection &connection) -> Result<QJsonObject> {
            const auto counts = store::TodoRepository(connection).counts();
            const auto outbox = store::Outbox(connection).counts();
            const auto last = store::MetaRepository(connection).value(u"pull.last"_s);
            if (!counts || !outbox || !last) {
                return fail(ErrorCode::Storage, u"the status cannot be read"_s);
            }
            return QJsonObject{ { u"task"_s, counts->value(TodoBox::Task) },
                                { u"read"_s, counts->value(TodoBox::Read) },
                                { u"taskcompleted"_s, counts->value(TodoBox::TaskCompleted) },
                                { u"readcompleted"_s, counts->value(TodoBox::ReadCompleted) },
                                { u"queued"_s, outbox->queued },
                                { u"attention"_s, outbox->attention },
                                { u"lastSync"_s, *last } };
        });
    Result<QJsonObject> figures = co_await reading;
    if (!figures) {
        co_return complain(figures.error());
    }
    figures->insert(u"server"_s, office->session.endpoint.base.toString());
    figures->insert(u"name"_s, office->session.account.name);
    figures->insert(u"unique"_s, office->session.account.unique);
    QString text;
    for (auto it = figures->begin(); it != figures->end(); ++it) {
        text += it.key() + u": "_s + it.value().toVariant().toString() + u'\n';
    }
    print(options, *figures, text.trimmed());
    co_return Exit::Done;
}

} // namespace andu::cli
