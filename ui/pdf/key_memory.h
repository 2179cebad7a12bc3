// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secure_bytes.h"
#include "ui/pdf/signing_settings.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace andu::ui {

/// The key a person chose and what opens it.
struct KeyChoice
{
    KeyPlace place = KeyPlace::Pkcs12;
    QString path; ///< The file, or the vendor's library.
    QString label; ///< Which key of a token; empty: the only one.
    std::shared_ptr<const crypto::SecureBytes> secret; ///< Password or PIN.

    [[nodiscard]] bool isSameKey(const KeyChoice &other) const
    {
        return place == other.place && path == other.path && label == other.label;
    }
};

/// The one key that was unlocked last, for as long as the policy lets it be used without asking.
/// Kept in memory only and let go of when the time is up, used or not. GUI thread.
class KeyMemory final : public QObject
{
    Q_OBJECT

public:
    explicit KeyMemory(QObject *parent = nullptr);

    /// Ignored when the policy asks each time.
    void remember(const KeyChoice &key, const SigningSettings &policy);
    /// Null when it has to be asked.
    [[nodiscard]] std::shared_ptr<const crypto::SecureBytes>
    secretOf(const KeyChoice &key, const SigningSettings &policy) const;
    void forget();

private:
    KeyChoice m_key;
    QTimer m_end;
};

} // namespace andu::ui
