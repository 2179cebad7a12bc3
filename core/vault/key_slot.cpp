// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/key_slot.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/vault/keychain.h"

#include <unistd.h>

namespace andu::vault {

namespace {

QString encoded(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toBase64());
}

QByteArray decoded(const QJsonObject &slot, QLatin1StringView key)
{
    return QByteArray::fromBase64(json::text(slot, key).toLatin1());
}

QByteArray associated(QByteArrayView type, const QString &profile)
{
    return "andu-slot-v1|" + type.toByteArray() + '|' + profile.toUtf8();
}

/// A quarter of the usual memory on small machines, so that unlocking never swaps.
crypto::Argon2Cost costOfThisMachine()
{
    crypto::Argon2Cost cost;
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageBytes = sysconf(_SC_PAGE_SIZE);
    if (pages > 0 && pageBytes > 0 && pages / 1024 * pageBytes < 3L * 1024 * 1024) {
        cost.memoryBytes = std::size_t{ 64 } << 20;
    }
    return cost;
}

Result<crypto::SecureBytes>
unsealed(const crypto::SecureBytes &key, const QJsonObject &slot, const QByteArray &about)
{
    auto plain = crypto::gcmDecrypt(key, decoded(slot, "nonce"_L1), about, decoded(slot, "key"_L1));
    if (!plain || plain->size() != 32) {
        return fail(ErrorCode::WrongKey, u"the slot does not open"_s);
    }
    crypto::SecureBytes master(*plain);
    crypto::wipe(*plain);
    return master;
}

QString textOf(KeychainState state)
{
    switch (state) {
    case KeychainState::NoBus:
        return u"there is no session bus"_s;
    case KeychainState::NoService:
        return u"there is no secret service"_s;
    case KeychainState::NoCollection:
        return u"the secret service has no keychain yet"_s;
    case KeychainState::Locked:
        return u"the keychain is locked"_s;
    case KeychainState::Ready:
        break;
    }
    return u"the keychain is ready"_s;
}

} // namespace

Result<QJsonObject> sealPassphraseSlot(const QString &profile,
                                       const crypto::SecureBytes &passphrase,
                                       const crypto::SecureBytes &master)
{
    const crypto::Argon2Cost cost = costOfThisMachine();
    const QByteArray salt = crypto::randomBytes(16);
    const QByteArray nonce = crypto::randomBytes(crypto::GcmNonceBytes);
    const auto key = crypto::argon2id(passphrase, salt, cost, 32);
    if (!key) {
        return tl::unexpected<Error>(key.error());
    }
    const auto sealed
        = crypto::gcmEncrypt(*key, nonce, associated("passphrase", profile), master.view());
    if (!sealed) {
        return tl::unexpected<Error>(sealed.error());
    }
    return QJsonObject{
        { u"type"_s, u"passphrase"_s },       { u"kdf"_s, u"argon2id"_s },
        { u"passes"_s, qint64(cost.passes) }, { u"memory"_s, qint64(cost.memoryBytes) },
        { u"salt"_s, encoded(salt) },         { u"nonce"_s, encoded(nonce) },
        { u"key"_s, encoded(*sealed) }
    };
}

Result<crypto::SecureBytes> openPassphraseSlot(const QString &profile,
                                               const QJsonObject &slot,
                                               const crypto::SecureBytes &passphrase)
{
    const qint64 passes = slot.value("passes"_L1).toInteger();
    const qint64 memory = slot.value("memory"_L1).toInteger();
    // Bounds keep a changed file from exhausting the machine.
    if (passes < 1 || passes > 16 || memory < (8 << 20) || memory > (qint64{ 1 } << 30)) {
        return fail(ErrorCode::Damaged, u"passphrase slot: cost out of range"_s);
    }
    const crypto::Argon2Cost cost{ quint64(passes), std::size_t(memory) };
    const auto key = crypto::argon2id(passphrase, decoded(slot, "salt"_L1), cost, 32);
    if (!key) {
        return tl::unexpected<Error>(key.error());
    }
    return unsealed(*key, slot, associated("passphrase", profile));
}

Result<QJsonObject>
sealKeychainSlot(const QString &profile, const QString &entry, const crypto::SecureBytes &master)
{
    // A locked keychain answers "not found" like an empty one: a new key is made only when it is
    // certainly open.
    const KeychainState state = probeKeychain();
    if (state != KeychainState::Ready) {
        return fail(ErrorCode::NoKey, textOf(state));
    }
    const crypto::SecureBytes key = crypto::randomSecret(32);
    const QByteArray nonce = crypto::randomBytes(crypto::GcmNonceBytes);
    const auto sealed
        = crypto::gcmEncrypt(key, nonce, associated("keychain", profile), master.view());
    if (!sealed) {
        return tl::unexpected<Error>(sealed.error());
    }
    const auto written = writeKeychain(entry, key);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    const auto back = readKeychain(entry);
    if (!back || !back->has_value() || (*back)->view() != key.view()) {
        return fail(ErrorCode::NoKey, u"the keychain did not keep the key"_s);
    }
    return QJsonObject{ { u"type"_s, u"keychain"_s },
                        { u"entry"_s, entry },
                        { u"nonce"_s, encoded(nonce) },
                        { u"key"_s, encoded(*sealed) } };
}

Result<crypto::SecureBytes> openKeychainSlot(const QString &profile, const QJsonObject &slot)
{
    const KeychainState state = probeKeychain();
    if (state != KeychainState::Ready && state != KeychainState::Locked) {
        return fail(ErrorCode::NoKey, textOf(state));
    }
    auto key = readKeychain(json::text(slot, "entry"_L1)); // Asks to unlock a locked one.
    if (!key) {
        return tl::unexpected<Error>(key.error());
    }
    if (!key->has_value()) {
        // Some services answer "not found" while they are locked: never taken as "make a new key".
        return fail(ErrorCode::NoKey,
                    state == KeychainState::Locked ? textOf(state)
                                                   : u"the keychain has no key for this vault"_s);
    }
    return unsealed(**key, slot, associated("keychain", profile));
}

} // namespace andu::vault
