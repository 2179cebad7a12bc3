// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/seal_cabinet.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/esl.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
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

QJsonArray custodyRows(const QList<SealCustody> &custody)
{
    QJsonArray rows;
    for (const SealCustody &row : custody) {
        rows.append(QJsonObject{ { u"custodian"_s, row.custodian },
                                 { u"from"_s, isoText(row.fromUtc) },
                                 { u"until"_s, isoText(row.untilUtc) } });
    }
    return rows;
}

/// Older files name one custodian and one certificate.
QList<SealCustody> custodyIn(const QJsonObject &object)
{
    QList<SealCustody> out;
    for (const QJsonValue &value : object[u"custody"].toArray()) {
        const QJsonObject row = value.toObject();
        out.append(
            { json::text(row, "custodian"_L1), timeIn(row, "from"_L1), timeIn(row, "until"_L1) });
    }
    const QString single = json::text(object, "custodian"_L1);
    if (out.isEmpty() && !single.isEmpty()) {
        out.append({ single, {}, {} });
    }
    return out;
}

QStringList certificatesIn(const QJsonObject &object)
{
    QStringList out;
    for (const QJsonValue &value : object[u"certificates"].toArray()) {
        out.append(value.toString());
    }
    const QString single = json::text(object, "certificateSha256"_L1);
    if (out.isEmpty() && !single.isEmpty()) {
        out.append(single);
    }
    return out;
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
    seal.custody = custodyIn(object);
    seal.certificates = certificatesIn(object);
    seal.isFrozen = object[u"frozen"].toBool();
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

QString custodianOf(const StoredSeal &seal)
{
    const bool isHeld = !seal.custody.isEmpty() && !seal.custody.last().untilUtc;
    return isHeld ? seal.custody.last().custodian : QString();
}

void handOver(StoredSeal &seal, const QString &custodian, const QDateTime &nowUtc)
{
    if (!seal.custody.isEmpty() && !seal.custody.last().untilUtc) {
        seal.custody.last().untilUtc = nowUtc;
    }
    if (!custodian.isEmpty()) {
        seal.custody.append({ custodian, nowUtc, {} });
    }
}

Result<void>
checkUsable(const StoredSeal &seal, const QByteArray &certificate, const QDateTime &nowUtc)
{
    if (seal.isFrozen) {
        return fail(ErrorCode::Refused, u"seal-frozen: the seal is not to be used"_s);
    }
    if ((seal.validFromUtc && nowUtc < *seal.validFromUtc)
        || (seal.validUntilUtc && nowUtc > *seal.validUntilUtc)) {
        return fail(ErrorCode::Refused, u"seal-expired: the seal is not valid now"_s);
    }
    const QString digest = QString::fromLatin1(digestOf(DigestKind::Sha256, certificate).toHex());
    if (!seal.certificates.isEmpty() && !seal.certificates.contains(digest, Qt::CaseInsensitive)) {
        return fail(ErrorCode::Refused, u"other-certificate: the seal belongs to another key"_s);
    }
    return {};
}

SealRecord recordOf(const StoredSeal &seal)
{
    return { seal.name,           seal.kind,          seal.sizeMm.width(), seal.sizeMm.height(),
             pngOf(seal.picture), seal.esl,           seal.certificates,   seal.custody,
             seal.validFromUtc,   seal.validUntilUtc, seal.perDay,         seal.isFrozen };
}

Result<StoredSeal> storedSealFrom(const SealRecord &record)
{
    StoredSeal seal;
    seal.name = record.name;
    seal.kind = record.kind;
    seal.sizeMm = QSizeF(record.widthMm, record.heightMm);
    seal.picture = QImage::fromData(record.picture, "PNG");
    seal.custody = record.custody;
    seal.certificates = record.certificates;
    seal.validFromUtc = record.validFromUtc;
    seal.validUntilUtc = record.validUntilUtc;
    seal.perDay = record.perDay;
    seal.isFrozen = record.isFrozen;
    seal.esl = record.esl;
    if (seal.picture.isNull() || seal.sizeMm.isEmpty()) {
        return fail(ErrorCode::Damaged, u"the stored seal is broken"_s);
    }
    return seal;
}

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
    if (QFile::exists(QDir(m_folder).filePath(fileName(seal.name)))) {
        return fail(ErrorCode::Conflict, u"the cabinet has a seal of this name"_s);
    }
    return write(seal);
}

Result<void> SealCabinet::replace(const StoredSeal &seal) const
{
    return find(seal.name).and_then([&](const StoredSeal &) { return write(seal); });
}

void SealCabinet::remove(const QString &name) const
{
    QFile::remove(QDir(m_folder).filePath(fileName(name)));
}

Result<void> SealCabinet::write(const StoredSeal &seal) const
{
    QJsonObject object{
        { u"name"_s, seal.name },
        { u"kind"_s, seal.kind },
        { u"widthMm"_s, seal.sizeMm.width() },
        { u"heightMm"_s, seal.sizeMm.height() },
        { u"picture"_s, text(pngOf(seal.picture)) },
        { u"custody"_s, custodyRows(seal.custody) },
        { u"certificates"_s, QJsonArray::fromStringList(seal.certificates) },
        { u"frozen"_s, seal.isFrozen },
        { u"validFrom"_s, isoText(seal.validFromUtc) },
        { u"validUntil"_s, isoText(seal.validUntilUtc) },
        { u"esl"_s, text(seal.esl) },
    };
    if (seal.perDay) {
        object[u"perDay"] = *seal.perDay;
    }
    QSaveFile file(QDir(m_folder).filePath(fileName(seal.name)));
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
