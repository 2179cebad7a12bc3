// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace andu::session {

/// What the folder of an account says in the clear: enough for a sign-in page, nothing secret.
struct ProfileCard
{
    QUrl server; ///< As typed or discovered at the last sign-in.
    QString user; ///< Credential used at the last sign-in.
    QString name; ///< The person's name, for greeting before the vault is open.
    bool hasPassphrase = false; ///< The vault opens with a passphrase instead of the keychain.
};

/// The folder that holds everything of one account. Thread: any; calls block on the disk.
class Profile
{
public:
    explicit Profile(QString directory);

    [[nodiscard]] const QString &directory() const { return m_directory; }
    [[nodiscard]] QString vaultDirectory() const;
    /// Entry of the desktop's keychain; the same for the life of the folder.
    [[nodiscard]] QString keychainEntry() const;
    [[nodiscard]] bool exists() const;

    [[nodiscard]] Result<ProfileCard> load() const;
    [[nodiscard]] Result<void> save(const ProfileCard &card) const;

private:
    QString m_directory;
};

} // namespace andu::session
