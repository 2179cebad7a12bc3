// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/key_memory.h"

namespace andu::ui {

KeyMemory::KeyMemory(QObject *parent)
    : QObject(parent)
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &KeyMemory::forget);
}

void KeyMemory::remember(const KeyChoice &key, const SigningSettings &policy)
{
    forget();
    if (policy.reauthentication == Reauthentication::EachUse) {
        return;
    }
    m_key = key;
    if (policy.reauthentication == Reauthentication::AfterMinutes) {
        m_end.start(std::chrono::minutes(policy.reauthenticationMinutes));
    }
}

std::shared_ptr<const crypto::SecureBytes> KeyMemory::secretOf(const KeyChoice &key,
                                                               const SigningSettings &policy) const
{
    // The policy may have been made stricter since the key was unlocked.
    const bool isAllowed = policy.reauthentication == Reauthentication::Never
        || (policy.reauthentication == Reauthentication::AfterMinutes && m_end.isActive());
    return isAllowed && key.isSameKey(m_key) ? m_key.secret : nullptr;
}

void KeyMemory::forget()
{
    m_end.stop();
    m_key = {};
}

} // namespace andu::ui
