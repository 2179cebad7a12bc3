// SPDX-License-Identifier: GPL-3.0-or-later
// Opens or makes a vault whose key is in the desktop's keychain and says how it went, as one line
// of JSON; keychain.py starts it in sessions of all kinds.
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/vault/keychain.h"
#include "core/vault/vault.h"

#include <QCoreApplication>

#include <cstdio>

using namespace andu;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString directory = words.value(2);
    vault::Unlock how;
    how.useKeychain = true;
    how.account = u"andu-keychain-test"_s;
    const auto vault = words.value(1) == u"create"_s
        ? vault::Vault::create(directory, std::move(how))
        : vault::Vault::open(directory, std::move(how));
    const QJsonObject result{ { u"state"_s, int(vault::probeKeychain()) },
                              { u"outcome"_s, vault ? u"ok"_s : nameOf(vault.error().code) },
                              { u"detail"_s, vault ? QString() : vault.error().detail } };
    std::puts(json::compact(result).constData());
    return 0;
}
