// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/profile.h"
#include "core/domain/account.h"
#include "core/o2oa/endpoint.h"
#include "core/store/store.h"
#include "core/vault/vault.h"

#include <memory>

namespace andu::session {

/// One account, opened: its store and what is needed to talk to its server. Opening blocks.
struct Session
{
    std::shared_ptr<vault::Vault> vault;
    std::unique_ptr<store::Store> store;
    Account account;
    o2oa::Endpoint endpoint;
    QByteArray token;
};

/// Opens what an earlier sign-in left. NotFound, WrongKey, NoKey, InUse, Damaged, Storage.
[[nodiscard]] Result<Session> openSession(const Profile &profile, vault::Unlock unlock);

/// Opens or makes the vault after a sign-in and remembers account, server and session in it.
/// Conflict when the profile belongs to another person or server.
[[nodiscard]] Result<Session> adoptSignIn(const Profile &profile,
                                          vault::Unlock unlock,
                                          const o2oa::Endpoint &endpoint,
                                          const Account &account,
                                          const QByteArray &token,
                                          const QString &credential);

/// Keeps a re-issued session token. Returns at once.
void rememberToken(store::Store &store, const QByteArray &token);

} // namespace andu::session
