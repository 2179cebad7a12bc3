// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/crypto/cipher.h"
#include "core/vault/key_slot.h"
#include "core/vault/keychain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QStorageInfo>
#include <QUuid>

namespace andu::vault {

namespace {

QString sidecarPath(const QString &directory)
{
    return directory + u"/vault.json"_s;
}
QString databasePathIn(const QString &directory)
{
    return directory + u"/andu.db"_s;
}

Result<std::unique_ptr<QLockFile>> lockOf(const QString &directory)
{
    if (!QDir().mkpath(directory)) {
        return fail(ErrorCode::Storage, u"the vault's folder cannot be made"_s);
    }
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = std::make_unique<QLockFile>(directory + u"/lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(3000)) {
        const bool isFull = QStorageInfo(directory).bytesAvailable() < 4096;
        return lock->error() == QLockFile::LockFailedError
            ? fail(ErrorCode::InUse, u"another program has the vault open"_s)
            : fail(isFull ? ErrorCode::DiskFull : ErrorCode::Storage,
                   u"the vault's lock file cannot be written"_s);
    }
    return lock;
}

Error fileError(const QString &what, const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError
        || file.errorString().contains(u"No space left"_s)
        || file.errorString().contains(u"Disk quota"_s);
    return Error{ isFull ? ErrorCode::DiskFull : ErrorCode::Storage,
                  what + u": "_s + file.errorString() };
}

Result<void> writeSidecar(const QString &directory, const QJsonObject &sidecar)
{
    QSaveFile file(sidecarPath(directory));
    const QByteArray bytes = json::compact(sidecar);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return tl::unexpected<Error>(fileError(u"vault.json"_s, file));
    }
    return {};
}

Result<QJsonObject> readSidecar(const QString &directory)
{
    QFile file(sidecarPath(directory));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"there is no vault"_s);
    }
    const auto parsed = json::parse(file.read(64 * 1024));
    if (!parsed || parsed->toObject().value("format"_L1).toInt() != 1) {
        return fail(ErrorCode::Damaged, u"vault.json cannot be read"_s);
    }
    return parsed->toObject();
}

Result<crypto::SecureBytes> masterFrom(const QJsonObject &sidecar, const Unlock &how)
{
    const QString profile = json::text(sidecar, "profile"_L1);
    const QJsonArray slots = sidecar.value("slots"_L1).toArray();
    Error last{ ErrorCode::NoKey, u"no slot of the vault fits"_s };
    for (const auto &value : slots) {
        const QJsonObject slot = value.toObject();
        const QString type = json::text(slot, "type"_L1);
        auto master = type == u"passphrase"_s && how.passphrase
            ? openPassphraseSlot(profile, slot, *how.passphrase)
            : type == u"keychain"_s && how.useKeychain
            ? openKeychainSlot(profile, slot)
            : Result<crypto::SecureBytes>(tl::unexpected<Error>(last));
        if (master) {
            return master;
        }
        last = master.error();
    }
    return tl::unexpected<Error>(last);
}

} // namespace

void registerPluginPath()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &path :
         { program + u"/../plugins"_s, program + u"/../lib/andu/plugins"_s }) {
        if (QFileInfo::exists(path)) {
            QCoreApplication::addLibraryPath(QDir(path).canonicalPath());
        }
    }
}

Vault::Vault(QString directory,
             std::unique_ptr<QLockFile> lock,
             crypto::SecureBytes databaseKey,
             crypto::SecureBytes filesKey)
    : m_directory(std::move(directory))
    , m_lock(std::move(lock))
    , m_databaseKey(std::move(databaseKey))
    , m_blobs(m_directory + u"/files"_s, std::move(filesKey))
{ }

bool Vault::exists(const QString &directory)
{
    return QFileInfo::exists(sidecarPath(directory))
        || QFileInfo::exists(databasePathIn(directory));
}

Result<std::unique_ptr<Vault>> Vault::assemble(const QString &directory,
                                               std::unique_ptr<QLockFile> lock,
                                               const crypto::SecureBytes &master)
{
    auto databaseKey = crypto::hkdfSha256(master, {}, QByteArrayView("andu-db-v1"), 32);
    auto filesKey = crypto::hkdfSha256(master, {}, QByteArrayView("andu-files-v1"), 32);
    if (!databaseKey || !filesKey) {
        return fail(ErrorCode::Storage, u"keys cannot be derived"_s);
    }
    return std::unique_ptr<Vault>(
        new Vault(directory, std::move(lock), std::move(*databaseKey), std::move(*filesKey)));
}

Result<std::unique_ptr<Vault>> Vault::create(const QString &directory, Unlock how)
{
    if (exists(directory)) {
        return fail(ErrorCode::InUse, u"there is a vault already"_s);
    }
    auto lock = lockOf(directory);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    const QString profile = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const crypto::SecureBytes master = crypto::randomSecret(32);
    Result<QJsonObject> slot = fail(ErrorCode::NoKey, u"neither passphrase nor keychain"_s);
    if (how.passphrase) {
        slot = sealPassphraseSlot(profile, *how.passphrase, master);
    } else if (how.useKeychain) {
        slot = sealKeychainSlot(profile, how.account, master);
    }
    if (!slot) {
        return tl::unexpected<Error>(slot.error());
    }
    const QJsonObject sidecar{ { u"format"_s, 1 },
                               { u"profile"_s, profile },
                               { u"slots"_s, QJsonArray{ *slot } } };
    const auto written = writeSidecar(directory, sidecar);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    return assemble(directory, std::move(*lock), master);
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &directory, Unlock how)
{
    auto lock = lockOf(directory);
    if (!lock) {
        return tl::unexpected<Error>(lock.error());
    }
    const auto sidecar = readSidecar(directory);
    if (!sidecar) {
        return tl::unexpected<Error>(sidecar.error());
    }
    const QFileInfo database(databasePathIn(directory));
    if (database.exists() && database.size() == 0
        && QFileInfo::exists(directory + u"/initialised"_s)) {
        // SQLCipher opens an empty file with any key: an emptied database is damage, not a fresh
        // start.
        return fail(ErrorCode::Damaged, u"the database is empty"_s);
    }
    const auto master = masterFrom(*sidecar, how);
    if (!master) {
        return tl::unexpected<Error>(master.error());
    }
    return assemble(directory, std::move(*lock), *master);
}

QString Vault::databasePath() const
{
    return databasePathIn(m_directory);
}

Result<void> Vault::openDatabase(const QString &connectionName, DatabaseMode mode) const
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLCIPHER"_s, connectionName);
    if (!database.isValid()) {
        return fail(ErrorCode::Storage, u"the driver plugin QSQLCIPHER is not installed"_s);
    }
    bool isKeyed = false;
    QMetaObject::invokeMethod(database.driver(),
                              "setRawKey",
                              Qt::DirectConnection,
                              Q_RETURN_ARG(bool, isKeyed),
                              Q_ARG(qulonglong, reinterpret_cast<qulonglong>(m_databaseKey.data())),
                              Q_ARG(int, int(m_databaseKey.size())));
    database.setDatabaseName(databasePath());
    if (mode == DatabaseMode::ReadOnly) {
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    }
    if (!isKeyed || !database.open()) {
        const QString native = database.lastError().nativeErrorCode();
        const bool isFull = native == u"13"_s
            || (native != u"26"_s && QStorageInfo(m_directory).bytesAvailable() < 65536);
        const ErrorCode code = native == u"26"_s || native == u"11"_s ? ErrorCode::Damaged
            : isFull                                                  ? ErrorCode::DiskFull
                                                                      : ErrorCode::Storage;
        return fail(code, u"database: "_s + database.lastError().text());
    }
    if (mode == DatabaseMode::ReadWrite) {
        QFile marker(m_directory + u"/initialised"_s);
        if (!marker.exists() && !marker.open(QIODevice::WriteOnly)) {
            return tl::unexpected<Error>(fileError(u"the vault's folder"_s, marker));
        }
    }
    return {};
}

} // namespace andu::vault
