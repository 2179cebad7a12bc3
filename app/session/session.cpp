// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/repositories.h"
#include "core/store/row_codec.h"

namespace andu::session {

namespace {

using store::Connection;
using store::MetaRepository;

struct Remembered
{
    QString account;
    QString endpoint;
    QString token;
};

Result<Remembered> readRemembered(Connection &connection)
{
    const MetaRepository meta(connection);
    const auto account = meta.value(u"account"_s);
    const auto endpoint = meta.value(u"endpoint"_s);
    const auto token = meta.value(u"session.token"_s);
    if (!account || !endpoint || !token) {
        return fail(ErrorCode::Storage, u"the account cannot be read"_s);
    }
    return Remembered{ *account, *endpoint, *token };
}

Result<Session> opened(std::unique_ptr<vault::Vault> vault)
{
    Session session;
    session.vault = std::move(vault);
    auto store = store::Store::open(session.vault);
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    session.store = std::move(*store);
    return session;
}

Result<Session> withAccount(Session session)
{
    const auto remembered = session.store->read<Remembered>(&readRemembered).takeResult();
    if (!remembered) {
        return tl::unexpected<Error>(remembered.error());
    }
    const auto account = json::parse(remembered->account.toUtf8());
    const auto endpoint = json::parse(remembered->endpoint.toUtf8());
    if (!account || !endpoint) {
        return fail(ErrorCode::NotFound, u"nobody has signed in with this profile"_s);
    }
    session.account = store::accountFromRow(account->toObject());
    session.endpoint = o2oa::Endpoint::fromJson(endpoint->toObject());
    session.token = remembered->token.toLatin1();
    return session;
}

} // namespace

Result<Session> openSession(const Profile &profile, vault::Unlock unlock)
{
    if (!profile.exists()) {
        return fail(ErrorCode::NotFound, u"there is no account in the profile folder"_s);
    }
    unlock.account = profile.keychainEntry();
    auto vault = vault::Vault::open(profile.vaultDirectory(), std::move(unlock));
    if (!vault) {
        return tl::unexpected<Error>(vault.error());
    }
    auto session = opened(std::move(*vault));
    if (!session) {
        return session;
    }
    return withAccount(std::move(*session));
}

Result<Session> adoptSignIn(const Profile &profile,
                            vault::Unlock unlock,
                            const o2oa::Endpoint &endpoint,
                            const Account &account,
                            const QByteArray &token,
                            const QString &credential)
{
    unlock.account = profile.keychainEntry();
    const bool hasPassphrase = unlock.passphrase.has_value();
    const bool isNew = !vault::Vault::exists(profile.vaultDirectory());
    auto vault = isNew ? vault::Vault::create(profile.vaultDirectory(), std::move(unlock))
                       : vault::Vault::open(profile.vaultDirectory(), std::move(unlock));
    if (!vault) {
        return tl::unexpected<Error>(vault.error());
    }
    auto session = opened(std::move(*vault));
    if (!session) {
        return session;
    }
    const auto remembered = session->store->read<Remembered>(&readRemembered).takeResult();
    if (remembered && !remembered->account.isEmpty()) {
        const auto before = json::parse(remembered->account.toUtf8());
        if (before && store::accountFromRow(before->toObject()).unique != account.unique) {
            return fail(ErrorCode::Conflict, u"the profile belongs to another person"_s);
        }
    }
    const QString accountText = QString::fromUtf8(json::compact(store::toRow(account)));
    const QString endpointText = QString::fromUtf8(json::compact(endpoint.toJson()));
    const QString tokenText = QString::fromLatin1(token);
    const auto written = session->store
                             ->write<void>(store::Topic::Meta,
                                           [=](Connection &connection) -> Result<void> {
                                               const MetaRepository meta(connection);
                                               for (const auto &[name, value] :
                                                    { std::pair(u"account"_s, accountText),
                                                      std::pair(u"endpoint"_s, endpointText),
                                                      std::pair(u"session.token"_s, tokenText) }) {
                                                   const auto done = meta.setValue(name, value);
                                                   if (!done) {
                                                       return done;
                                                   }
                                               }
                                               return {};
                                           })
                             .takeResult();
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    const auto saved
        = profile.save(ProfileCard{ endpoint.base, credential, account.name, hasPassphrase });
    if (!saved) {
        return tl::unexpected<Error>(saved.error());
    }
    session->account = account;
    session->endpoint = endpoint;
    session->token = token;
    return session;
}

void rememberToken(store::Store &store, const QByteArray &token)
{
    const QString text = QString::fromLatin1(token);
    store.write<void>(store::Topic::Meta, [text](Connection &connection) {
        return MetaRepository(connection).setValue(u"session.token"_s, text);
    });
}

} // namespace andu::session
