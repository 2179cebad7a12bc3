// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/literals.h"

#include <QFile>
#include <QSqlDatabase>
#include <QUuid>

// Resources of a static library are linked only when somebody asks for them, and that must be
// outside a namespace.
static void initStoreResources()
{
    Q_INIT_RESOURCE(store);
}

namespace andu::store {

namespace {

const QStringList &migrations()
{
    static const QStringList list{ u":/andu/store/migrations/0001_create_tables.sql"_s,
                                   u":/andu/store/migrations/0002_create_office.sql"_s,
                                   u":/andu/store/migrations/0003_create_seals.sql"_s };
    return list;
}

QStringList statementsOf(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList lines;
    for (const QString &line : QString::fromUtf8(source.readAll()).split(u'\n')) {
        if (!line.startsWith(u"--"_s)) {
            lines.append(line);
        }
    }
    QStringList statements;
    for (const QString &statement : lines.join(u'\n').split(u';')) {
        if (!statement.trimmed().isEmpty()) {
            statements.append(statement);
        }
    }
    return statements;
}

Result<void> migrate(const Connection &connection)
{
    const auto version = connection.value(u"PRAGMA user_version"_s);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    if (version->toInt() > migrations().size()) {
        return fail(ErrorCode::Storage, u"the store was written by a newer version"_s);
    }
    for (int i = version->toInt(); i < migrations().size(); ++i) {
        auto done = connection.begin();
        for (const QString &statement : statementsOf(migrations().at(i))) {
            if (done) {
                done = connection.run(statement);
            }
        }
        if (done) {
            done = connection.run(u"PRAGMA user_version=%1"_s.arg(i + 1));
        }
        if (!done) {
            connection.rollback();
            return done;
        }
        const auto committed = connection.commit();
        if (!committed) {
            return committed;
        }
    }
    return {};
}

} // namespace

Store::Store(std::shared_ptr<vault::Vault> vault)
    : m_vault(std::move(vault))
    , m_prefix(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    for (QThreadPool *pool : { &m_writers, &m_readers }) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1); // A connection belongs to its thread, so the thread stays.
    }
}

Store::~Store()
{
    const auto closeIn = [](QThreadPool &pool, const QString &name) {
        pool.start([name] { QSqlDatabase::removeDatabase(name); });
        pool.waitForDone();
    };
    closeIn(m_readers, m_prefix + u"-r"_s);
    closeIn(m_writers, m_prefix + u"-w"_s);
}

Result<std::unique_ptr<Store>> Store::open(std::shared_ptr<vault::Vault> vault)
{
    initStoreResources();
    std::unique_ptr<Store> store(new Store(std::move(vault)));
    const auto opened = store->openConnections();
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    return store;
}

Result<void> Store::openConnections()
{
    const auto open = [this](const QString &name, vault::DatabaseMode mode) -> Result<void> {
        const auto opened = m_vault->openDatabase(name, mode);
        if (!opened || mode == vault::DatabaseMode::ReadOnly) {
            return opened;
        }
        return migrate(Connection(name));
    };
    m_writer = std::make_unique<Connection>(m_prefix + u"-w"_s);
    m_reader = std::make_unique<Connection>(m_prefix + u"-r"_s);
    Result<void> written = start<void>(m_writers, [this, open] {
                               return open(m_prefix + u"-w"_s, vault::DatabaseMode::ReadWrite);
                           }).takeResult();
    if (!written) {
        return written;
    }
    return start<void>(
               m_readers,
               [this, open] { return open(m_prefix + u"-r"_s, vault::DatabaseMode::ReadOnly); })
        .takeResult();
}

} // namespace andu::store
