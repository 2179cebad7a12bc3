// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seals/account_seal_book.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/seal_repository.h"

#include <QDir>
#include <QFile>

namespace andu::seals {

namespace {

SealUseRecord recordOf(const pdf::SealUse &use, const QByteArray &row)
{
    return { use.number, use.timeUtc, use.seal, use.approval, use.job, row };
}

} // namespace

AccountSealBook::AccountSealBook(store::Store &store)
    : m_store(&store)
{ }

void AccountSealBook::close()
{
    const std::lock_guard guard(m_guard);
    m_store = nullptr;
}

Result<void> AccountSealBook::read(const Work &work)
{
    const std::lock_guard guard(m_guard);
    return m_store != nullptr ? m_store->read<void>(work).takeResult()
                              : fail(ErrorCode::Cancelled, u"the account was closed"_s);
}

Result<void> AccountSealBook::write(const Work &work)
{
    const std::lock_guard guard(m_guard);
    return m_store != nullptr ? m_store->write<void>(store::Topic::Seals, work).takeResult()
                              : fail(ErrorCode::Cancelled, u"the account was closed"_s);
}

Result<void> AccountSealBook::readChain(store::Connection &connection)
{
    m_chain.reset();
    const auto rows = store::SealUseRepository(connection).list();
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    pdf::SealUseChain chain;
    for (const SealUseRecord &row : *rows) {
        if (auto added = chain.add(row.body); !added) {
            return added;
        }
    }
    m_chain = std::move(chain);
    return {};
}

Result<QList<pdf::StoredSeal>> AccountSealBook::seals()
{
    QList<pdf::StoredSeal> out;
    const auto done = read([&out](store::Connection &connection) -> Result<void> {
        const auto records = store::SealRepository(connection).list();
        if (!records) {
            return tl::unexpected<Error>(records.error());
        }
        for (const SealRecord &record : *records) {
            auto seal = pdf::storedSealFrom(record);
            if (!seal) {
                return tl::unexpected<Error>(seal.error());
            }
            out.append(std::move(*seal));
        }
        return {};
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return out;
}

Result<void> AccountSealBook::add(const pdf::StoredSeal &seal)
{
    if (seal.name.trimmed().isEmpty()) {
        return fail(ErrorCode::BadInput, u"the seal needs a name"_s);
    }
    return write([record = pdf::recordOf(seal)](store::Connection &connection) {
        return store::SealRepository(connection).add(record);
    });
}

Result<void> AccountSealBook::replace(const pdf::StoredSeal &seal)
{
    return write([record = pdf::recordOf(seal)](store::Connection &connection) {
        return store::SealRepository(connection).update(record);
    });
}

Result<QList<pdf::SealUse>> AccountSealBook::uses()
{
    QList<pdf::SealUse> out;
    const auto done = read([this, &out](store::Connection &connection) {
        return readChain(connection).map([&] { out = m_chain->uses(); });
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return out;
}

Result<pdf::SealUse> AccountSealBook::registerUse(pdf::SealUse use, const pdf::SealUseRules &rules)
{
    QByteArray kept;
    const auto done = write([&](store::Connection &connection) -> Result<void> {
        const store::SealUseRepository uses(connection);
        const auto count = uses.count();
        if (!count) {
            return tl::unexpected<Error>(count.error());
        }
        if (!m_chain || m_chain->uses().size() != *count) {
            if (auto read = readChain(connection); !read) {
                return read;
            }
        }
        const auto row = m_chain->next(use, rules);
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        kept = *row;
        return uses.append(recordOf(use, *row));
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    const std::lock_guard guard(m_guard);
    if (m_chain && !m_chain->add(kept)) {
        m_chain.reset(); // another use came between; it is read again
    }
    return use;
}

Result<int> AccountSealBook::importFiles(const QString &cabinetFolder, const QString &registerPath)
{
    const auto seals = importSeals(cabinetFolder);
    if (!seals) {
        return seals;
    }
    return importUses(registerPath).map([&](int uses) { return *seals + uses; });
}

Result<int> AccountSealBook::importSeals(const QString &cabinetFolder)
{
    if (!QDir(cabinetFolder).exists()) {
        return 0;
    }
    const pdf::SealCabinet cabinet(cabinetFolder);
    const auto found = cabinet.list();
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    QStringList taken;
    const auto done = write([&](store::Connection &connection) -> Result<void> {
        for (const pdf::StoredSeal &seal : *found) {
            const auto added = store::SealRepository(connection).add(pdf::recordOf(seal));
            if (added) {
                taken.append(seal.name);
            } else if (added.error().code != ErrorCode::Conflict) {
                return added;
            }
        }
        return {};
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    for (const QString &name : std::as_const(taken)) {
        cabinet.remove(name);
    }
    QDir().rmdir(cabinetFolder); // stays when something else lies in it
    return int(taken.size());
}

Result<int> AccountSealBook::importUses(const QString &registerPath)
{
    QFile file(registerPath);
    if (!file.exists()) {
        return 0;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Storage, file.errorString());
    }
    int rows = 0;
    bool isTaken = false;
    const auto done = write([&](store::Connection &connection) -> Result<void> {
        const store::SealUseRepository uses(connection);
        const auto count = uses.count();
        if (!count || *count > 0) { // two chains cannot become one
            return count.map([](int) {});
        }
        // Rows come over as they are; a broken chain stays a broken chain and shows as one.
        while (!file.atEnd()) {
            const QByteArray row = file.readLine().trimmed();
            const auto parsed = json::parse(row);
            const auto use = pdf::sealUseFrom(parsed ? parsed->toObject() : QJsonObject());
            if (auto added = uses.append(recordOf(use, row)); !added) {
                return added;
            }
            ++rows;
        }
        isTaken = true;
        return {};
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    if (isTaken) {
        const std::lock_guard guard(m_guard);
        m_chain.reset();
        file.remove();
        QFile::remove(registerPath + u".lock"_s);
    }
    return rows;
}

} // namespace andu::seals
