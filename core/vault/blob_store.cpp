// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/blob_store.h"

#include "core/base/literals.h"
#include "core/crypto/cipher.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

namespace andu::vault {

namespace {

constexpr qsizetype SegmentBytes = 64 * 1024;
constexpr qsizetype HeaderBytes = 64;
constexpr qsizetype SaltAt = 16;
constexpr qsizetype SaltBytes = 32;
constexpr qsizetype PrefixAt = SaltAt + SaltBytes;
constexpr qsizetype PrefixBytes = 7;
constexpr auto Magic = "ANDUBLOB";

QByteArray makeHeader()
{
    QByteArray header(HeaderBytes, '\0');
    header.replace(0, 8, Magic);
    header[8] = 1; // version
    header[9] = 1; // AES-256-GCM
    header[10] = 16; // log2 of the segment size
    header.replace(SaltAt, SaltBytes, crypto::randomBytes(SaltBytes));
    header.replace(PrefixAt, PrefixBytes, crypto::randomBytes(PrefixBytes));
    return header;
}

QByteArray nonceOf(const QByteArray &header, quint32 segment, bool isLast)
{
    QByteArray nonce = header.mid(PrefixAt, PrefixBytes);
    char number[4];
    qToBigEndian(segment, number);
    nonce.append(number, 4);
    nonce.append(isLast ? '\1' : '\0');
    return nonce;
}

Error fileError(const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError
        || file.errorString().contains("No space left"_L1);
    return Error{ isFull ? ErrorCode::DiskFull : ErrorCode::Storage,
                  u"encrypted file: "_s + file.errorString() };
}

} // namespace

BlobStore::BlobStore(QString directory, crypto::SecureBytes filesKey)
    : m_directory(std::move(directory))
    , m_filesKey(std::move(filesKey))
{ }

QString BlobStore::pathOf(const QString &key) const
{
    // The name on the disk says nothing about the content and cannot leave the folder.
    const QByteArray digest = QCryptographicHash::hash(
        m_filesKey.view().toByteArray() + key.toUtf8(), QCryptographicHash::Sha256);
    const QString name = QString::fromLatin1(digest.toHex().left(40));
    return m_directory + u'/' + name.left(2) + u'/' + name;
}

Result<void> BlobStore::write(const QString &key, const QByteArray &content) const
{
    const QByteArray header = makeHeader();
    const auto fileKey = crypto::hkdfSha256(
        m_filesKey, header.mid(SaltAt, SaltBytes), QByteArrayView("blob-v1"), 32);
    if (!fileKey) {
        return tl::unexpected<Error>(fileKey.error());
    }
    const QString path = pathOf(key);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return tl::unexpected<Error>(fileError(file));
    }
    if (file.write(header) != header.size()) {
        return tl::unexpected<Error>(fileError(file));
    }
    const qsizetype count = qMax<qsizetype>(1, (content.size() + SegmentBytes - 1) / SegmentBytes);
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArrayView part = QByteArrayView(content).sliced(
            i * SegmentBytes, qMin(SegmentBytes, content.size() - i * SegmentBytes));
        const auto sealed = crypto::gcmEncrypt(
            *fileKey, nonceOf(header, quint32(i), i == count - 1), header, part);
        if (!sealed) {
            return tl::unexpected<Error>(sealed.error());
        }
        if (file.write(*sealed) != sealed->size()) {
            return tl::unexpected<Error>(fileError(file));
        }
    }
    if (!file.commit()) {
        return tl::unexpected<Error>(fileError(file));
    }
    return {};
}

Result<QByteArray> BlobStore::read(const QString &key) const
{
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"encrypted file is not there"_s);
    }
    const QByteArray header = file.read(HeaderBytes);
    if (header.size() != HeaderBytes || !header.startsWith(Magic) || header[8] != 1) {
        return fail(ErrorCode::Damaged, u"encrypted file: header"_s);
    }
    const auto fileKey = crypto::hkdfSha256(
        m_filesKey, header.mid(SaltAt, SaltBytes), QByteArrayView("blob-v1"), 32);
    if (!fileKey) {
        return tl::unexpected<Error>(fileKey.error());
    }
    constexpr qsizetype SealedBytes = SegmentBytes + crypto::GcmTagBytes;
    QByteArray content;
    quint32 segment = 0;
    bool isLast = false;
    do {
        const QByteArray sealed = file.read(SealedBytes);
        isLast = file.atEnd();
        const auto plain
            = crypto::gcmDecrypt(*fileKey, nonceOf(header, segment++, isLast), header, sealed);
        if (!plain) {
            return tl::unexpected<Error>(plain.error());
        }
        content.append(*plain);
    } while (!isLast);
    return content;
}

bool BlobStore::contains(const QString &key) const
{
    return QFileInfo::exists(pathOf(key));
}

Result<void> BlobStore::remove(const QString &key) const
{
    QFile file(pathOf(key));
    if (file.exists() && !file.remove()) {
        return tl::unexpected<Error>(fileError(file));
    }
    return {};
}

} // namespace andu::vault
