// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

namespace andu::vault {

/// Encrypted files of one account: 64 KiB segments of AES-256-GCM behind a 64-byte header, a key of
/// its own for every file (HKDF over a random salt). A file is written beside its place and
/// renamed; what is on the disk is never plaintext. Thread: any; calls block on the disk.
class BlobStore
{
public:
    BlobStore(QString directory, crypto::SecureBytes filesKey);

    /// DiskFull or Storage when it cannot be written; what was there before stays then.
    [[nodiscard]] Result<void> write(const QString &key, const QByteArray &content) const;
    /// NotFound, or Damaged when a byte was changed or the end is missing.
    [[nodiscard]] Result<QByteArray> read(const QString &key) const;
    [[nodiscard]] bool contains(const QString &key) const;
    [[nodiscard]] Result<void> remove(const QString &key) const;

private:
    [[nodiscard]] QString pathOf(const QString &key) const;

    QString m_directory;
    crypto::SecureBytes m_filesKey;
};

} // namespace andu::vault
