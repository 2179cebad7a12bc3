// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/store/outbox.h"
#include "core/store/store.h"
#include "core/store/todo_repository.h"

#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using store::Connection;

namespace {

const QDateTime Now = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);

Intent intentOf(const QString &id, const QString &job)
{
    Intent intent;
    intent.id = IntentId::of(id);
    intent.kind = IntentKind::ProcessTask;
    intent.target = id;
    intent.job = job;
    intent.createdUtc = Now;
    return intent;
}

Task todoOf(const QString &id)
{
    Task task;
    task.id = TaskId::of(id);
    task.job = JobId::of(u"job-"_s + id);
    task.title = u"标题 "_s + id;
    task.startUtc = Now;
    task.updateUtc = Now;
    return task;
}

} // namespace

/// Over a real SQLCipher file.
class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void write_isRolledBackWhenItFails();
    void outbox_keepsTheOrderOfAJob();
    void outbox_waitsForWhatComesBefore();
    void outbox_waitsUntilItIsDue();
    void replaceBox_keepsWhatIsOurs();
    void draft_survivesReopening();

private:
    void open(bool isNew);
    template <typename T>
    Result<T> run(std::function<Result<T>(Connection &)> work)
    {
        return m_store->write<T>(store::Topic::Todos, std::move(work)).takeResult();
    }
    QStringList readyIds(const QDateTime &now);

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<store::Store> m_store;
};

void StoreTest::initTestCase()
{
    vault::registerPluginPath();
}

void StoreTest::open(bool isNew)
{
    vault::Unlock how;
    how.passphrase.emplace(QByteArrayView("a passphrase"));
    const QString folder = m_place->filePath(u"vault"_s);
    auto vault = isNew ? vault::Vault::create(folder, std::move(how))
                       : vault::Vault::open(folder, std::move(how));
    QVERIFY(vault.has_value());
    auto opened = store::Store::open(std::move(*vault));
    QVERIFY(opened.has_value());
    m_store = std::move(*opened);
}

void StoreTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    open(true);
}

void StoreTest::cleanup()
{
    m_store.reset();
    m_place.reset();
}

QStringList StoreTest::readyIds(const QDateTime &now)
{
    const auto ready = run<QList<Intent>>(
        [now](Connection &connection) { return store::Outbox(connection).ready(now); });
    QStringList ids;
    for (const Intent &intent : ready.value_or(QList<Intent>())) {
        ids.append(intent.id.text());
    }
    return ids;
}

void StoreTest::write_isRolledBackWhenItFails()
{
    const auto failed = run<void>([](Connection &connection) -> Result<void> {
        const auto done = store::Outbox(connection).append(intentOf(u"a"_s, u"job"_s));
        return done ? fail(ErrorCode::Cancelled, u"on purpose"_s) : done;
    });
    QVERIFY(!failed.has_value());
    QCOMPARE(readyIds(Now), QStringList());
}

void StoreTest::outbox_keepsTheOrderOfAJob()
{
    const auto done = run<void>([](Connection &connection) -> Result<void> {
        const store::Outbox outbox(connection);
        return outbox.append(intentOf(u"first"_s, u"one"_s))
            .and_then([&] { return outbox.append(intentOf(u"second"_s, u"one"_s)); })
            .and_then([&] { return outbox.append(intentOf(u"other"_s, u"two"_s)); });
    });
    QVERIFY(done.has_value());
    QCOMPARE(readyIds(Now), (QStringList{ u"first"_s, u"other"_s }));
}

void StoreTest::outbox_waitsForWhatComesBefore()
{
    Intent later = intentOf(u"later"_s, u"two"_s);
    later.after = { IntentId::of(u"upload"_s) };
    const auto done = run<void>([later](Connection &connection) -> Result<void> {
        const store::Outbox outbox(connection);
        return outbox.append(intentOf(u"upload"_s, u"one"_s)).and_then([&] {
            return outbox.append(later);
        });
    });
    QVERIFY(done.has_value());
    QCOMPARE(readyIds(Now), QStringList{ u"upload"_s });
    const auto delivered = run<void>([](Connection &connection) -> Result<void> {
        Intent upload = intentOf(u"upload"_s, u"one"_s);
        upload.state = IntentState::Delivered;
        upload.deliveredUtc = Now;
        return store::Outbox(connection).update(upload);
    });
    QVERIFY(delivered.has_value());
    QCOMPARE(readyIds(Now), QStringList{ u"later"_s });
}

void StoreTest::outbox_waitsUntilItIsDue()
{
    Intent intent = intentOf(u"paused"_s, u"one"_s);
    intent.nextTryUtc = Now.addSecs(60);
    const auto done = run<void>(
        [intent](Connection &connection) { return store::Outbox(connection).append(intent); });
    QVERIFY(done.has_value());
    QCOMPARE(readyIds(Now), QStringList());
    QCOMPARE(readyIds(Now.addSecs(61)), QStringList{ u"paused"_s });
}

void StoreTest::replaceBox_keepsWhatIsOurs()
{
    const auto done = run<store::ReplaceCounts>([](Connection &connection) {
        const store::TodoRepository todos(connection);
        const QList<Task> rows{ todoOf(u"a"_s), todoOf(u"b"_s), todoOf(u"c"_s) };
        return todos.replaceBox(TodoBox::Task, rows)
            .and_then([&](const store::ReplaceCounts &) {
                return todos.setState(TaskId::of(u"b"_s), TodoState::Draft);
            })
            .and_then([&] { return todos.replaceBox(TodoBox::Task, { todoOf(u"a"_s) }); });
    });
    QVERIFY(done.has_value());
    QCOMPARE(done->removed, 1); // c; b holds something typed here
    const auto left = run<QList<Task>>(
        [](Connection &connection) { return store::TodoRepository(connection).list({}); });
    QStringList ids;
    for (const Task &task : *left) {
        ids.append(task.id.text());
    }
    ids.sort();
    QCOMPARE(ids, (QStringList{ u"a"_s, u"b"_s }));
}

void StoreTest::draft_survivesReopening()
{
    const store::Draft draft{ TaskId::of(u"a"_s),
                              QJsonObject{ { u"reason"_s, u"old"_s } },
                              QJsonObject{ { u"reason"_s, u"new"_s } },
                              u"同意"_s,
                              u"半句话"_s,
                              Now };
    const auto saved = run<void>(
        [draft](Connection &connection) { return store::DraftRepository(connection).save(draft); });
    QVERIFY(saved.has_value());
    m_store.reset();
    open(false);
    const auto found = run<std::optional<store::Draft>>([](Connection &connection) {
        return store::DraftRepository(connection).find(TaskId::of(u"a"_s));
    });
    QVERIFY(found.has_value() && found->has_value());
    QCOMPARE((*found)->opinion, u"半句话"_s);
    QCOMPARE((*found)->changes, draft.changes);
    QCOMPARE((*found)->base, draft.base);
}

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
