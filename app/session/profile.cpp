// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/profile.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace andu::session {

namespace {

const auto CardFile = "account.json"_L1;

} // namespace

Profile::Profile(QString directory)
    : m_directory(QDir(std::move(directory)).absolutePath())
{ }

QString Profile::vaultDirectory() const
{
    return m_directory + u"/vault"_s;
}

QString Profile::keychainEntry() const
{
    const QByteArray digest
        = QCryptographicHash::hash(m_directory.toUtf8(), QCryptographicHash::Sha256);
    return u"andu-"_s + QString::fromLatin1(digest.toHex().left(24));
}

bool Profile::exists() const
{
    return QFileInfo::exists(m_directory + u'/' + CardFile);
}

Result<ProfileCard> Profile::load() const
{
    QFile file(m_directory + u'/' + CardFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"no account in the profile folder"_s);
    }
    const Result<QJsonValue> parsed = json::parse(file.read(64 * 1024));
    if (!parsed || !parsed->isObject()) {
        return fail(ErrorCode::Damaged, u"account.json cannot be read"_s);
    }
    const QJsonObject object = parsed->toObject();
    return ProfileCard{ QUrl(json::text(object, "server"_L1)),
                        json::text(object, "user"_L1),
                        json::text(object, "name"_L1),
                        object.value("passphrase"_L1).toBool() };
}

Result<void> Profile::save(const ProfileCard &card) const
{
    if (!QDir().mkpath(m_directory)) {
        return fail(ErrorCode::Storage, u"the profile folder cannot be made"_s);
    }
    QSaveFile file(m_directory + u'/' + CardFile);
    const QJsonObject object{ { u"server"_s, card.server.toString() },
                              { u"user"_s, card.user },
                              { u"name"_s, card.name },
                              { u"passphrase"_s, card.hasPassphrase } };
    const QByteArray bytes = json::compact(object);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError
            || file.errorString().contains(u"No space left"_s);
        return fail(isFull ? ErrorCode::DiskFull : ErrorCode::Storage,
                    u"account.json cannot be written: "_s + file.errorString());
    }
    return {};
}

} // namespace andu::session
