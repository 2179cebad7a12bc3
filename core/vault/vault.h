// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"
#include "core/vault/blob_store.h"

#include <QJsonObject>
#include <QLockFile>

#include <memory>
#include <optional>

namespace andu::vault {

/// How to open (or protect) a vault: with a passphrase, or with the desktop's keychain under the
/// name @ref account.
struct Unlock
{
    std::optional<crypto::SecureBytes> passphrase = std::nullopt;
    bool useKeychain = false;
    QString account = {}; ///< Entry of the keychain.
};

enum class DatabaseMode { ReadWrite, ReadOnly };

/// Lets Qt find the SQLCipher driver plugin beside or below the program. Call once after the
/// application object is made.
void registerPluginPath();

/// Keys, encrypted database and encrypted files of one account. The master key lives in slots of
/// vault.json (keychain, passphrase); database and files have keys derived from it. Thread: any but
/// the GUI's; calls block.
class Vault
{
public:
    [[nodiscard]] static bool exists(const QString &directory);
    /// InUse, NoKey (no passphrase given and no keychain), Storage. Never touches an existing
    /// vault.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> create(const QString &directory,
                                                               Unlock how);
    /// WrongKey, NoKey, InUse, Damaged, Storage.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const QString &directory, Unlock how);

    [[nodiscard]] QString databasePath() const;
    /// Opens a keyed QSqlDatabase connection of that name for the calling thread.
    [[nodiscard]] Result<void> openDatabase(const QString &connectionName, DatabaseMode mode) const;
    [[nodiscard]] BlobStore &blobs() { return m_blobs; }

private:
    Vault(QString directory,
          std::unique_ptr<QLockFile> lock,
          crypto::SecureBytes databaseKey,
          crypto::SecureBytes filesKey);
    [[nodiscard]] static Result<std::unique_ptr<Vault>> assemble(const QString &directory,
                                                                 std::unique_ptr<QLockFile> lock,
                                                                 const crypto::SecureBytes &master);

    QString m_directory;
    std::unique_ptr<QLockFile> m_lock;
    crypto::SecureBytes m_databaseKey;
    BlobStore m_blobs;
};

} // namespace andu::vault
