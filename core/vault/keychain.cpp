// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keychain.h"

#include "core/base/literals.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QEventLoop>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>

namespace andu::vault {

namespace {

constexpr int ProbeTimeoutMs = 2000;
constexpr int JobTimeoutMs = 30000; // A person may have to type the keyring's password.
const auto Service = "org.freedesktop.secrets"_L1;
const auto Root = "/org/freedesktop/secrets"_L1;

/// Runs @p work in a thread that has an event loop of its own, as keychain jobs need one, and waits
/// for it.
template <typename Work>
void runInThread(Work work)
{
    const std::unique_ptr<QThread> thread(QThread::create(work));
    thread->start();
    thread->wait();
}

bool finishJob(QKeychain::Job &job)
{
    QEventLoop loop;
    QTimer timer;
    timer.setSingleShot(true);
    bool isFinished = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        isFinished = true;
        loop.quit();
    });
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    timer.start(JobTimeoutMs);
    job.start();
    loop.exec();
    return isFinished;
}

Error jobError(const QKeychain::Job &job, bool isFinished)
{
    return Error{ ErrorCode::NoKey,
                  isFinished ? u"keychain: error %1"_s.arg(int(job.error()))
                             : u"keychain: no answer in time"_s };
}

bool isServiceThere(const QDBusConnection &bus)
{
    const QDBusReply<bool> isRunning = bus.interface()->isServiceRegistered(Service);
    if (isRunning.isValid() && isRunning.value()) {
        return true;
    }
    const QDBusReply<QStringList> activatable = bus.interface()->activatableServiceNames();
    return activatable.isValid() && activatable.value().contains(Service);
}

} // namespace

KeychainState probeKeychain()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return KeychainState::NoBus;
    }
    if (!isServiceThere(bus)) {
        return KeychainState::NoService;
    }
    QDBusInterface service(Service, Root, u"org.freedesktop.Secret.Service"_s, bus);
    service.setTimeout(ProbeTimeoutMs);
    const QDBusReply<QDBusObjectPath> alias = service.call(u"ReadAlias"_s, u"default"_s);
    if (!alias.isValid()) {
        return KeychainState::NoService;
    }
    if (alias.value().path() == u"/"_s) {
        return KeychainState::NoCollection;
    }
    QDBusInterface collection(
        Service, alias.value().path(), u"org.freedesktop.Secret.Collection"_s, bus);
    collection.setTimeout(ProbeTimeoutMs);
    return collection.property("Locked").toBool() ? KeychainState::Locked : KeychainState::Ready;
}

Result<std::optional<crypto::SecureBytes>> readKeychain(const QString &entry)
{
    Result<std::optional<crypto::SecureBytes>> result = std::nullopt;
    runInThread([&] {
        QKeychain::ReadPasswordJob job(u"andu"_s);
        job.setKey(entry);
        const bool isFinished = finishJob(job);
        if (isFinished && job.error() == QKeychain::NoError) {
            QByteArray secret = QByteArray::fromBase64(job.binaryData());
            result = std::optional<crypto::SecureBytes>(crypto::SecureBytes(secret));
            crypto::wipe(secret);
        } else if (!isFinished || job.error() != QKeychain::EntryNotFound) {
            result = tl::unexpected<Error>(jobError(job, isFinished));
        }
    });
    return result;
}

Result<void> writeKeychain(const QString &entry, const crypto::SecureBytes &secret)
{
    Result<void> result;
    runInThread([&] {
        QKeychain::WritePasswordJob job(u"andu"_s);
        job.setKey(entry);
        job.setBinaryData(secret.view().toByteArray().toBase64());
        const bool isFinished = finishJob(job);
        if (!isFinished || job.error() != QKeychain::NoError) {
            result = tl::unexpected<Error>(jobError(job, isFinished));
        }
    });
    return result;
}

} // namespace andu::vault
