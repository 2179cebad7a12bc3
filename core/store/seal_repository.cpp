// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seal_repository.h"

#include "core/base/literals.h"

namespace andu::store {

namespace {

QVariant ms(const std::optional<QDateTime> &time)
{
    return time ? QVariant(time->toMSecsSinceEpoch()) : QVariant();
}

std::optional<QDateTime> maybeUtc(const QVariant &value)
{
    return value.isNull()
        ? std::nullopt
        : std::optional(QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC));
}

/// Never null: the column wants bytes, and none are bytes too.
QByteArray bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

QVariantList columnsOf(const SealRecord &seal)
{
    return { seal.kind,
             seal.widthMm,
             seal.heightMm,
             bytes(seal.picture),
             bytes(seal.esl),
             ms(seal.validFromUtc),
             ms(seal.validUntilUtc),
             seal.perDay ? QVariant(*seal.perDay) : QVariant(),
             int(seal.isFrozen) };
}

SealRecord sealFrom(const QSqlQuery &query)
{
    SealRecord seal;
    seal.name = query.value(1).toString();
    seal.kind = query.value(2).toString();
    seal.widthMm = query.value(3).toDouble();
    seal.heightMm = query.value(4).toDouble();
    seal.picture = query.value(5).toByteArray();
    seal.esl = query.value(6).toByteArray();
    seal.validFromUtc = maybeUtc(query.value(7));
    seal.validUntilUtc = maybeUtc(query.value(8));
    if (!query.value(9).isNull()) {
        seal.perDay = query.value(9).toInt();
    }
    seal.isFrozen = query.value(10).toInt() != 0;
    return seal;
}

} // namespace

Result<QVariant> SealRepository::idOf(const QString &name) const
{
    return m_connection.value(u"SELECT id FROM seal WHERE name = ?"_s, { name });
}

Result<QList<SealRecord>> SealRepository::list() const
{
    QList<SealRecord> seals;
    QVariantList ids;
    auto done = m_connection.each(
        u"SELECT id, name, kind, width_mm, height_mm, picture, esl, valid_from_utc,"
        " valid_until_utc, per_day, is_frozen FROM seal ORDER BY name"_s,
        {},
        [&](const QSqlQuery &query) {
            ids.append(query.value(0));
            seals.append(sealFrom(query));
        });
    for (qsizetype i = 0; done && i < seals.size(); ++i) {
        done = readParts(ids.at(i), seals[i]);
    }
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return seals;
}

Result<void> SealRepository::readParts(const QVariant &id, SealRecord &seal) const
{
    const auto done = m_connection.each(
        u"SELECT sha256 FROM seal_certificate WHERE seal = ? ORDER BY sha256"_s,
        { id },
        [&seal](const QSqlQuery &query) { seal.certificates.append(query.value(0).toString()); });
    if (!done) {
        return done;
    }
    return m_connection.each(
        u"SELECT custodian, from_utc, until_utc FROM seal_custody WHERE seal = ? ORDER BY position"_s,
        { id },
        [&seal](const QSqlQuery &query) {
            seal.custody.append(
                { query.value(0).toString(), maybeUtc(query.value(1)), maybeUtc(query.value(2)) });
        });
}

Result<void> SealRepository::writeParts(const QVariant &id, const SealRecord &seal) const
{
    auto done = m_connection.run(u"DELETE FROM seal_certificate WHERE seal = ?"_s, { id });
    if (done) {
        done = m_connection.run(u"DELETE FROM seal_custody WHERE seal = ?"_s, { id });
    }
    for (const QString &certificate : seal.certificates) {
        if (done) {
            done = m_connection.run(
                u"INSERT OR IGNORE INTO seal_certificate (seal, sha256) VALUES (?, ?)"_s,
                { id, certificate.toLower() });
        }
    }
    for (qsizetype i = 0; done && i < seal.custody.size(); ++i) {
        const SealCustody &custody = seal.custody.at(i);
        done = m_connection.run(
            u"INSERT INTO seal_custody (seal, position, custodian, from_utc, until_utc)"
            " VALUES (?, ?, ?, ?, ?)"_s,
            { id, i, custody.custodian, ms(custody.fromUtc), ms(custody.untilUtc) });
    }
    return done;
}

Result<void> SealRepository::add(const SealRecord &seal) const
{
    const auto taken = idOf(seal.name);
    if (!taken) {
        return tl::unexpected<Error>(taken.error());
    }
    if (taken->isValid()) {
        return fail(ErrorCode::Conflict, u"there is a seal of this name"_s);
    }
    const auto inserted = m_connection.run(
        u"INSERT INTO seal (kind, width_mm, height_mm, picture, esl, valid_from_utc,"
        " valid_until_utc, per_day, is_frozen, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        columnsOf(seal) + QVariantList{ seal.name });
    if (!inserted) {
        return inserted;
    }
    return idOf(seal.name).and_then([&](const QVariant &id) { return writeParts(id, seal); });
}

Result<void> SealRepository::update(const SealRecord &seal) const
{
    const auto id = idOf(seal.name);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    if (!id->isValid()) {
        return fail(ErrorCode::NotFound, u"there is no seal of this name"_s);
    }
    const auto updated = m_connection.run(
        u"UPDATE seal SET kind = ?, width_mm = ?, height_mm = ?, picture = ?, esl = ?,"
        " valid_from_utc = ?, valid_until_utc = ?, per_day = ?, is_frozen = ? WHERE id = ?"_s,
        columnsOf(seal) + QVariantList{ *id });
    return updated ? writeParts(*id, seal) : updated;
}

Result<QList<SealUseRecord>> SealUseRepository::list() const
{
    QList<SealUseRecord> uses;
    const auto done = m_connection.each(
        u"SELECT number, time_utc, seal, approval, job, body FROM seal_use ORDER BY position"_s,
        {},
        [&uses](const QSqlQuery &query) {
            uses.append({ query.value(0).toString(),
                          QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC),
                          query.value(2).toString(),
                          query.value(3).toString(),
                          query.value(4).toString(),
                          query.value(5).toString().toUtf8() });
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return uses;
}

Result<int> SealUseRepository::count() const
{
    return m_connection.value(u"SELECT count(*) FROM seal_use"_s).map([](const QVariant &count) {
        return count.toInt();
    });
}

Result<void> SealUseRepository::append(const SealUseRecord &use) const
{
    return m_connection.run(u"INSERT INTO seal_use (number, time_utc, seal, approval, job, body)"
                            " VALUES (?, ?, ?, ?, ?, ?)"_s,
                            { use.number,
                              use.timeUtc.toMSecsSinceEpoch(),
                              use.seal,
                              use.approval,
                              use.job,
                              QString::fromUtf8(use.body) });
}

} // namespace andu::store
