// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/vault/vault.h"

#include <QFlags>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace andu::store {

/// What a transaction has changed; screens read again what concerns them.
enum class Topic {
    Todos = 1,
    Works = 2,
    Outbox = 4,
    Drafts = 8,
    Meta = 16,
    Forms = 32,
    Office = 64,
    Seals = 128
};
Q_DECLARE_FLAGS(Topics, Topic)
Q_DECLARE_OPERATORS_FOR_FLAGS(Topics)

/// The encrypted store of one account: one writer thread, one reader thread, each with its own
/// connection. Work is handed over as a function and comes back as a future; nothing blocks the
/// caller.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens the database and brings its schema up to date. Blocks; any thread but the GUI's.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(std::shared_ptr<vault::Vault> vault);
    ~Store() override;
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    Store(Store &&) = delete;
    Store &operator=(Store &&) = delete;

    template <typename T>
    QFuture<Result<T>> read(std::function<Result<T>(Connection &)> work)
    {
        return start<T>(m_readers, [this, work] { return work(*m_reader); });
    }

    /// Runs @p work in one transaction; it is rolled back when it fails. changed() follows a
    /// commit.
    template <typename T>
    QFuture<Result<T>> write(Topics topics, std::function<Result<T>(Connection &)> work)
    {
        return start<T>(m_writers, [this, topics, work]() -> Result<T> {
            const auto begun = m_writer->begin();
            if (!begun) {
                return tl::unexpected<Error>(begun.error());
            }
            Result<T> result = work(*m_writer);
            if (!result) {
                m_writer->rollback();
                return result;
            }
            const auto committed = m_writer->commit();
            if (!committed) {
                m_writer->rollback();
                return tl::unexpected<Error>(committed.error());
            }
            Q_EMIT changed(topics);
            return result;
        });
    }

    [[nodiscard]] vault::BlobStore &blobs() { return m_vault->blobs(); }

Q_SIGNALS:
    /// Emitted from the writer thread; connect queued.
    void changed(andu::store::Topics topics);

private:
    explicit Store(std::shared_ptr<vault::Vault> vault);
    Result<void> openConnections();

    template <typename T, typename Work>
    static QFuture<Result<T>> start(QThreadPool &pool, Work work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        QFuture<Result<T>> future = promise->future();
        promise->start();
        pool.start([promise, work] {
            promise->addResult(work());
            promise->finish();
        });
        return future;
    }

    std::shared_ptr<vault::Vault> m_vault;
    QString m_prefix; ///< Connection names of this store.
    std::unique_ptr<Connection> m_writer;
    std::unique_ptr<Connection> m_reader;
    QThreadPool m_writers; ///< One thread for the life of the store.
    QThreadPool m_readers; ///< The same.
};

} // namespace andu::store

Q_DECLARE_METATYPE(andu::store::Topics)
