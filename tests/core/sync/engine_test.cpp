// SPDX-License-Identifier: GPL-3.0-or-later
#include "canned_server.h"
#include "core/base/literals.h"
#include "core/store/office_repository.h"
#include "core/store/repositories.h"
#include "core/store/todo_repository.h"
#include "core/sync/commands.h"
#include "core/sync/engine.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using test::CannedServer;
using test::Seen;

namespace {

QByteArray success(const QByteArray &data)
{
    return CannedServer::answer(200, R"({"type":"success","data":)" + data + "}");
}

QByteArray row(const QByteArray &id)
{
    return R"({"id":")" + id
        + R"(","job":"j","work":"w","title":"T","person":"me@me@P",)"
          R"("startTime":"2026-11-22 10:00:00","updateTime":"2026-11-22 10:00:00"})";
}

/// A store in a folder of its own and a client of a scripted server.
struct Fixture
{
    explicit Fixture(CannedServer::Script script)
        : server(std::move(script))
    {
        vault::registerPluginPath();
        vault::Unlock how;
        how.passphrase = crypto::SecureBytes(QByteArrayView("p"));
        auto vault = vault::Vault::create(folder.filePath(u"v"_s), std::move(how));
        if (vault) {
            auto opened = store::Store::open(std::shared_ptr<vault::Vault>(std::move(*vault)));
            store = opened ? std::move(*opened) : nullptr;
        }
        o2oa::Endpoint endpoint;
        endpoint.base = server.url();
        client = std::make_unique<o2oa::Client>(network, endpoint);
        client->setToken("T");
        engine = store ? std::make_unique<sync::Engine>(*store, *client, clock) : nullptr;
    }

    [[nodiscard]] int count(const QByteArray &part) const
    {
        int found = 0;
        for (const Seen &seen : server.seen()) {
            found += seen.path.contains(part) ? 1 : 0;
        }
        return found;
    }

    template <typename T>
    Result<T> read(std::function<Result<T>(store::Connection &)> work)
    {
        return store->read<T>(std::move(work)).takeResult();
    }

    QTemporaryDir folder;
    CannedServer server;
    QNetworkAccessManager network;
    SystemClock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<o2oa::Client> client;
    std::unique_ptr<sync::Engine> engine;
};

QByteArray nothing(const Seen &seen)
{
    return seen.path.contains("/list/") || seen.path.contains("object") ? success("[]")
                                                                        : success("{}");
}

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hints_inABurstListTheTodosOnce();
    void hints_ofOtherKindsAreIgnored();
    void pull_keepsOtherFilesWhenOneFails();
    void pull_continuesABrokenFile();
    void pull_fillsTheDirectory();
    void pull_survivesAnAnswerCutOff();
    void pull_asksBeforeEverythingIsGone();
};

void EngineTest::hints_inABurstListTheTodosOnce()
{
    Fixture fixture(&nothing);
    QVERIFY(fixture.engine);
    for (int i = 0; i < 5; ++i) {
        fixture.engine->hint(i % 2 == 0 ? u"task_create"_s : u"read_create"_s);
    }
    QTRY_COMPARE(fixture.count("/task/list/"), 1);
    QTRY_COMPARE(fixture.count("/read/list/"), 1);
    QTest::qWait(700);
    QCOMPARE(fixture.count("/task/list/"), 1);
    QCOMPARE(fixture.count("/taskcompleted/list/"), 0);
}

void EngineTest::hints_ofOtherKindsAreIgnored()
{
    Fixture fixture(&nothing);
    QVERIFY(fixture.engine);
    fixture.engine->hint(u"im_create"_s);
    fixture.engine->hint(u"meeting_invite"_s);
    QTest::qWait(700);
    QCOMPARE(fixture.server.seen().size(), 0);
}

namespace {

QByteArray file(const QByteArray &id, int size)
{
    return R"({"id":")" + id + R"(","name":")" + id + R"(.txt","length":)"
        + QByteArray::number(size) + R"(,"site":"s","lastUpdateTime":"2026-11-22 10:00:00"})";
}

/// One todo whose work has these files.
QByteArray officeWith(const Seen &seen, const QByteArray &files)
{
    if (seen.path.contains("/task/list/")) {
        return success('[' + row("t1") + ']');
    }
    if (seen.path.contains("/work/v2/")) {
        return success(R"({"work":{"id":"w","job":"j","title":"T"},"data":{"a":1},)"
                       R"("attachmentList":[)"
                       + files + "]}");
    }
    return nothing(seen);
}

QStringList downloaded(Fixture &fixture)
{
    const auto work = fixture.read<std::optional<WorkItem>>([](store::Connection &connection) {
        return store::WorkRepository(connection).find(WorkId::of(u"w"_s));
    });
    QStringList names;
    for (const Attachment &attachment :
         work && work->has_value() ? (*work)->attachments : QList<Attachment>()) {
        const auto bytes = fixture.store->blobs().read(attachment.blobKey());
        if (attachment.isDownloaded && bytes) {
            names.append(attachment.name + u'=' + QString::fromUtf8(*bytes));
        }
    }
    return names;
}

} // namespace

void EngineTest::pull_keepsOtherFilesWhenOneFails()
{
    bool isRefusing = true;
    Fixture fixture([&isRefusing](const Seen &seen) {
        if (seen.path.contains("/download/bad/") && isRefusing) {
            return CannedServer::answer(500, R"({"type":"error","message":"no","prompt":"a.B"})");
        }
        if (seen.path.contains("/download/short/")) {
            return CannedServer::answer(200, "12"); // Not what was listed.
        }
        if (seen.path.contains("/download/")) {
            return CannedServer::answer(200, "good!");
        }
        return officeWith(seen, file("bad", 5) + ',' + file("short", 5) + ',' + file("good", 5));
    });
    const auto summary = QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental));
    QVERIFY(summary);
    QCOMPARE(downloaded(fixture), QStringList{ u"good.txt=good!"_s });
    QCOMPARE(summary->pull.worksFailed, 1);
    isRefusing = false;
    const auto again = QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental));
    QVERIFY(again);
    QCOMPARE(downloaded(fixture), (QStringList{ u"bad.txt=good!"_s, u"good.txt=good!"_s }));
}

void EngineTest::pull_continuesABrokenFile()
{
    Fixture fixture([](const Seen &seen) {
        if (!seen.path.contains("/download/")) {
            return officeWith(seen, file("big", 10));
        }
        return seen.headers.contains("range")
            ? (seen.headers.value("range") == "bytes=7-" ? CannedServer::answer(206, "789")
                                                         : CannedServer::answer(500, "{}"))
            : CannedServer::answer(200, "0123456789").chopped(3);
    });
    QVERIFY(QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental)));
    QCOMPARE(downloaded(fixture), QStringList());
    QVERIFY(QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental)));
    QCOMPARE(downloaded(fixture), QStringList{ u"big.txt=0123456789"_s });
}

void EngineTest::pull_fillsTheDirectory()
{
    Fixture fixture([](const Seen &seen) {
        if (seen.path.contains("/unit/list/all/object")) {
            return success(R"([{"name":"局","distinguishedName":"局@ju@U","level":1},)"
                           R"({"name":"办公室","distinguishedName":"办公室@bgs@U",)"
                           R"("superior":"局@ju@U"}])");
        }
        if (seen.path.contains("/person/list/all/object")) {
            return success(
                R"([{"name":"吴昊","unique":"wuhao","distinguishedName":"吴昊@wuhao@P"}])");
        }
        if (seen.path.contains("/identity/list/unit/sub/nested/object")) {
            return seen.body.contains(QByteArray("局@ju@U"))
                ? success(
                    R"([{"name":"吴昊","distinguishedName":"吴昊@wuhao_bgs@I","unit":"办公室@bgs@U"}])")
                : CannedServer::answer(500, "{}");
        }
        return nothing(seen);
    });
    QVERIFY(QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental)));
    const auto directory = fixture.read<QJsonObject>([](store::Connection &connection) {
        return store::OfficeRepository(connection).directory();
    });
    QVERIFY(directory);
    QCOMPARE(directory->value(u"unitList"_s).toArray().size(), 2);
    QCOMPARE(directory->value(u"personList"_s).toArray().size(), 1);
    QCOMPARE(directory->value(u"identityList"_s).toArray().size(), 1);
    const auto found = fixture.read<QJsonArray>([](store::Connection &connection) {
        return store::OfficeRepository(connection).search(OfficeKind::Person, u"昊"_s, 10);
    });
    QVERIFY(found && found->size() == 1);
    const qsizetype asked = fixture.count("/person/list/all/object");
    QVERIFY(QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental)));
    QCOMPARE(fixture.count("/person/list/all/object"), asked); // Not again within the hour.
}

void EngineTest::pull_survivesAnAnswerCutOff()
{
    bool isBroken = false;
    Fixture fixture([&isBroken](const Seen &seen) {
        if (isBroken && seen.path.contains("/task/list/")) {
            return CannedServer::answer(200, R"({"type":"success","data":[{"id":"t1")");
        }
        return officeWith(seen, {});
    });
    QVERIFY(QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental)));
    isBroken = true;
    const auto summary = QCoro::waitFor(fixture.engine->run(sync::RunMode::Full));
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::BadReply);
    const auto rows = fixture.read<QList<Task>>([](store::Connection &connection) {
        return store::TodoRepository(connection).list(store::TodoFilter{});
    });
    QVERIFY(rows && rows->size() == 1);
}

void EngineTest::pull_asksBeforeEverythingIsGone()
{
    bool isEmpty = false;
    Fixture fixture([&isEmpty](const Seen &seen) {
        if (seen.path.contains("/task/list/")) {
            QByteArrayList rows;
            for (int i = 0; i < 20 && !isEmpty; ++i) {
                rows.append(row("t" + QByteArray::number(i)));
            }
            return success('[' + rows.join(',') + ']');
        }
        return officeWith(seen, {});
    });
    QVERIFY(QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental)));
    isEmpty = true;
    const auto summary = QCoro::waitFor(fixture.engine->run(sync::RunMode::Incremental));
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Conflict);
    const auto full = QCoro::waitFor(fixture.engine->run(sync::RunMode::Full));
    QVERIFY(full);
    QCOMPARE(full->pull.removed, 20);
}

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
