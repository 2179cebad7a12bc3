// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/seal_cabinet.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/esl.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>

namespace andu::pdf {

namespace {

constexpr qint64 MaxSealFileBytes = 16 << 20;

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytes(const QJsonObject &object, QLatin1StringView key)
{
    return QByteArray::fromBase64(json::text(object, key).toLatin1());
}

QByteArray pngOf(const QImage &picture)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return buffer.data();
}

std::optional<QDateTime> timeIn(const QJsonObject &object, QLatin1StringView key)
{
    const QDateTime time = QDateTime::fromString(json::text(object, key), Qt::ISODate);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

QString isoText(const std::optional<QDateTime> &time)
{
    return time ? time->toString(Qt::ISODate) : QString();
}

/// The name of a seal is free text; the file is named by its hash.
QString fileName(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(24)) + u".seal.json"_s;
}

Result<StoredSeal> readSeal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxSealFileBytes) {
        return fail(ErrorCode::NotFound, u"there is no such seal"_s);
    }
    const auto parsed = json::parse(file.readAll());
    if (!parsed || !parsed->isObject()) {
        return fail(ErrorCode::Damaged, u"the seal's file is broken"_s);
    }
    const QJsonObject object = parsed->toObject();
    StoredSeal seal;
    seal.name = json::text(object, "name"_L1);
    seal.kind = json::text(object, "kind"_L1);
    seal.sizeMm = QSizeF(object[u"widthMm"].toDouble(), object[u"heightMm"].toDouble());
    seal.picture = QImage::fromData(bytes(object, "picture"_L1), "PNG");
    seal.custodian = json::text(object, "custodian"_L1);
    seal.certificateSha256 = json::text(object, "certificateSha256"_L1);
    seal.validFromUtc = timeIn(object, "validFrom"_L1);
    seal.validUntilUtc = timeIn(object, "validUntil"_L1);
    if (object[u"perDay"].isDouble()) {
        seal.perDay = object[u"perDay"].toInt();
    }
    seal.esl = bytes(object, "esl"_L1);
    if (seal.picture.isNull() || seal.sizeMm.isEmpty()) {
        return fail(ErrorCode::Damaged, u"the seal's file is broken"_s);
    }
    return seal;
}

} // namespace

Result<QList<StoredSeal>> SealCabinet::list() const
{
    const QDir folder(m_folder);
    QList<StoredSeal> seals;
    for (const QString &entry : folder.entryList({ u"*.seal.json"_s }, QDir::Files, QDir::Name)) {
        auto seal = readSeal(folder.filePath(entry));
        if (!seal) {
            return tl::unexpected<Error>(seal.error());
        }
        seals.append(std::move(*seal));
    }
    return seals;
}

Result<StoredSeal> SealCabinet::find(const QString &name) const
{
    return readSeal(QDir(m_folder).filePath(fileName(name)));
}

Result<void> SealCabinet::add(const StoredSeal &seal) const
{
    if (seal.name.trimmed().isEmpty() || !QDir().mkpath(m_folder)) {
        return fail(ErrorCode::BadInput, u"the seal needs a name and a cabinet"_s);
    }
    const QString path = QDir(m_folder).filePath(fileName(seal.name));
    if (QFile::exists(path)) {
        return fail(ErrorCode::Conflict, u"the cabinet has a seal of this name"_s);
    }
    QJsonObject object{
        { u"name"_s, seal.name },
        { u"kind"_s, seal.kind },
        { u"widthMm"_s, seal.sizeMm.width() },
        { u"heightMm"_s, seal.sizeMm.height() },
        { u"picture"_s, text(pngOf(seal.picture)) },
        { u"custodian"_s, seal.custodian },
        { u"certificateSha256"_s, seal.certificateSha256 },
        { u"validFrom"_s, isoText(seal.validFromUtc) },
        { u"validUntil"_s, isoText(seal.validUntilUtc) },
        { u"esl"_s, text(seal.esl) },
    };
    if (seal.perDay) {
        object[u"perDay"] = *seal.perDay;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json::compact(object)) < 0
        || !file.commit()) {
        return fail(ErrorCode::Storage, u"the cabinet cannot be written"_s);
    }
    return {};
}

Result<StoredSeal>
importEsl(const QByteArray &bytes, const QDateTime &nowUtc, const QList<QByteArray> &trusted)
{
    const auto parsed = parseEsl(bytes);
    if (!parsed) {
        return tl::unexpected<Error>(parsed.error());
    }
    const SealCheck check = checkEsl(*parsed, nowUtc, {}, trusted);
    if (check.makerSignature != SealStep::Passed) {
        return fail(ErrorCode::BadInput, u"the maker's signature on the seal does not hold"_s);
    }
    if (check.makerCertificate == SealStep::Failed) {
        return fail(ErrorCode::Refused, u"untrusted-maker: the seal's maker is not trusted"_s);
    }
    if (check.validity != SealStep::Passed) {
        return fail(ErrorCode::Refused, u"seal-expired: the seal is not valid now"_s);
    }
    StoredSeal seal;
    seal.name = parsed->name;
    seal.kind = u"imported"_s;
    seal.sizeMm = parsed->sizeMm;
    seal.picture = QImage::fromData(parsed->picture);
    if (seal.picture.isNull()) {
        return fail(ErrorCode::BadInput, u"the seal's picture cannot be shown"_s);
    }
    seal.validFromUtc = parsed->validFromUtc;
    seal.validUntilUtc = parsed->validUntilUtc;
    seal.esl = bytes;
    return seal;
}

} // namespace andu::pdf
