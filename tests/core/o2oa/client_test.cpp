// SPDX-License-Identifier: GPL-3.0-or-later
#include "canned_answers.h"
#include "canned_server.h"
#include "core/o2oa/client.h"
#include "recordings.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace andu;
using namespace andu::test;

/// The client against answers given byte by byte.
class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discovery_findsTheCenterOfTheWebServer();
    void discovery_usesTheProxyWhenThePortIsClosed();
    void discovery_tellsWhatIsThere_data();
    void discovery_tellsWhatIsThere();
    void discovery_takesTheServersClock();
    void signIn_withCaptchaModeUsesThePlainCall();
    void signIn_withoutCaptchaEncrypts();
    void signIn_tellsRefusals();
    void token_isAdoptedButNotAnonymous();
    void token_refusedCallOfASignedInPerson();
    void token_lostIsTold();
    void transfer_brokenOffIsUnknown();
    void transfer_withoutAnswerIsOffline();
    void conditional_sendsTheTagAndTakes304();
    void verbs_areRewritten();
    void list_walksToTheShortPage();
    void list_startsAgainWhenTheAnchorIsGone();
    void list_startsAgainWhenTheTotalMoves();
    void list_endsAtKnownRows();
    void start_readsTheTodo();
    void work_isFoundThroughItsJob();
    void download_goesOnWhereItBroke();
    void download_errorIsNoFile();
    void duties_areNamedByIdentity();

private:
    QNetworkAccessManager m_network;
};

void ClientTest::discovery_findsTheCenterOfTheWebServer()
{
    CannedServer center([](const Seen &seen) {
        if (seen.path.endsWith("/x_program_center/jaxrs/echo")) {
            return seen.headers.value("accept") == "*/*"
                ? CannedServer::answer(200, echo("x_program_center"))
                : CannedServer::answer(406, "");
        }
        if (seen.path.contains("/distribute/webserver/assemble/source/127.0.0.1")) {
            return CannedServer::answer(
                200,
                success(R"({"webServer":{},"assembles":{"x_processplatform_assemble_surface":)"
                        R"({"name":"s","host":"127.0.0.1","port":)"
                        + seen.headers.value("host").split(':').last() + R"(}}})"));
        }
        return CannedServer::answer(200, echo("x_processplatform_assemble_surface"));
    });
    CannedServer web([&center](const Seen &seen) {
        const QByteArray config = R"({"center":[{"port":")"
            + QByteArray::number(center.serverPort()) + R"(","host":""}]})";
        return seen.path == "/x_desktop/res/config/config.json"
            ? CannedServer::answer(200, config)
            : CannedServer::answer(404, "<html>");
    });
    const auto endpoint = wait(o2oa::discover(m_network, web.url().toString()));
    QVERIFY(endpoint);
    QCOMPARE(endpoint->base, center.url());
    QCOMPARE(endpoint->apps.value(u"x_processplatform_assemble_surface"_s), center.url());
    QCOMPARE(o2oa::Endpoint::fromJson(endpoint->toJson()), *endpoint);
}

void ClientTest::discovery_usesTheProxyWhenThePortIsClosed()
{
    CannedServer web([](const Seen &seen) {
        if (seen.path.contains("/assemble/source/")) {
            return CannedServer::answer(
                200,
                success(R"({"assembles":{"x_processplatform_assemble_surface":{"host":"127.0.0.1",)"
                        R"("port":9,"name":"s"}},"tokenName":"my-token"})"));
        }
        const QByteArray app = seen.path.split('/').value(1);
        return seen.path.endsWith("/jaxrs/echo") ? CannedServer::answer(200, echo(app))
                                                 : CannedServer::answer(404, "");
    });
    const auto endpoint = wait(o2oa::discover(m_network, web.url().toString()));
    QVERIFY(endpoint);
    QVERIFY(endpoint->apps.isEmpty());
    QCOMPARE(endpoint->tokenName, u"my-token"_s);
    QCOMPARE(endpoint->url(u"x_y"_s, u"a/b?t=1"_s).toString(),
             web.url().toString() + u"/x_y/jaxrs/a/b?t=1"_s);
}

void ClientTest::discovery_tellsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("a web page") << QByteArray("<html>hello</html>") << u"not-o2oa"_s;
    QTest::newRow("another JSON") << QByteArray(R"({"status":"UP"})") << u"not-o2oa"_s;
    QTest::newRow("another echo") << echo("x_something_else") << u"not-o2oa"_s;
}

void ClientTest::discovery_tellsWhatIsThere()
{
    QFETCH(QByteArray, body);
    CannedServer server([body](const Seen &) { return CannedServer::answer(200, body); });
    const auto endpoint = wait(o2oa::discover(m_network, server.url().toString()));
    QVERIFY(!endpoint);
    QTEST(nameOf(endpoint.error().code), "code");
    // Without a scheme https is tried first; that it fails there is not what the person must know.
    const auto bare = wait(
        o2oa::discover(m_network, server.url().toString().mid(QByteArray("http://").size())));
    QVERIFY(!bare);
    QTEST(nameOf(bare.error().code), "code");
}

void ClientTest::discovery_takesTheServersClock()
{
    // The machine may be wrong by hours; the Date header says what the server's time is in UTC.
    CannedServer web([](const Seen &seen) {
        const QByteArray app = seen.path.split('/').value(1);
        return CannedServer::answer(
            200, echo(app, "2020-02-02 20:00:01"), "Date: Sun, 02 Feb 2020 12:00:00 GMT\r\n");
    });
    const auto endpoint = wait(o2oa::discover(m_network, web.url().toString()));
    QVERIFY(endpoint);
    QCOMPARE(endpoint->utcOffsetSeconds, 8 * 3600);
}

void ClientTest::signIn_withCaptchaModeUsesThePlainCall()
{
    const test::Exchange recorded = test::exchange(u"00-basics/04-sign-in.json"_s, 0);
    CannedServer server([&recorded](const Seen &seen) {
        if (seen.path.endsWith("/captchaRSAPublicKey")) {
            return CannedServer::answer(200, success(R"({"publicKey":"MIGf"})"));
        }
        if (seen.path.endsWith("/authentication/mode")) {
            return CannedServer::answer(
                200,
                success(
                    R"({"captchaLogin":true,"codeLogin":true,"bindLogin":true,"faceLogin":true})"));
        }
        return CannedServer::answer(200, recorded.bytes(), "x-token: stale\r\n");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto secret = std::make_shared<crypto::SecureBytes>(QByteArrayView("a\"b\\c"));
    const auto account = wait(client.signIn(u"wuhao"_s, secret));
    QVERIFY(account);
    QCOMPARE(account->unique, u"wuhao"_s);
    QCOMPARE(client.token(), QByteArray("TOKEN")); // The body's, not the header's.
    const Seen last = server.seen().last();
    QVERIFY(last.path.endsWith("/jaxrs/authentication"));
    const auto body = json::parse(last.body);
    QVERIFY(body);
    QCOMPARE(json::at(*body, u"/credential").toString(), u"wuhao"_s);
    QCOMPARE(json::at(*body, u"/password").toString(), u"a\"b\\c"_s);
    QVERIFY(last.headers.value("content-type").startsWith("application/json"));
    QVERIFY(!last.headers.contains("cookie"));
}

void ClientTest::signIn_withoutCaptchaEncrypts()
{
    // A 1024-bit key made for this test.
    const QByteArray key
        = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC4aGIO6p3jKj0OPQUoGH7lOqTMXZyqgQSLaj5d"
          "zMVu6ZSDvkx46GJFnu52H1QNkxSFd7g8MQQbaDQxraS/U8j3YFG0mT+Zqs74VWo39Olyi9uzPHDX"
          "6ejhyaJSC8GEu+UFTXNwXHLgmwUUJ+dsLNBJ1Ygv4L6Oqw7sEf2uYDdJUwIDAQAB";
    CannedServer server([&key](const Seen &seen) {
        if (seen.path.endsWith("/captchaRSAPublicKey")) {
            return CannedServer::answer(200, success(R"({"publicKey":")" + key + R"("})"));
        }
        if (seen.path.endsWith("/authentication/mode")) {
            return CannedServer::answer(200, success(R"({"captchaLogin":false})"));
        }
        return CannedServer::answer(200, success(R"({"token":"T","tokenType":"user","name":"n"})"));
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto secret = std::make_shared<crypto::SecureBytes>(QByteArrayView("Yunhu2026"));
    const auto account = wait(client.signIn(u"wuhao"_s, secret));
    QVERIFY(account);
    const Seen last = server.seen().last();
    QVERIFY(last.path.endsWith("/authentication/captcha"));
    const auto body = json::parse(last.body);
    QVERIFY(body);
    QCOMPARE(json::at(*body, u"/isEncrypted").toString(), u"y"_s);
    QCOMPARE(QByteArray::fromBase64(json::at(*body, u"/password").toString().toLatin1()).size(),
             128);
    QVERIFY(!last.body.contains("Yunhu2026"));
}

void ClientTest::signIn_tellsRefusals()
{
    const test::Exchange recorded = test::exchange(u"00-basics/05-sign-in-refused.json"_s, 0);
    CannedServer server([&recorded](const Seen &seen) {
        return seen.verb == "GET" ? CannedServer::answer(200, success(R"({"captchaLogin":true})"))
                                  : CannedServer::answer(500, recorded.bytes());
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto secret = std::make_shared<crypto::SecureBytes>(QByteArrayView("x"));
    const auto account = wait(client.signIn(u"wuhao"_s, secret));
    QVERIFY(!account);
    QCOMPARE(account.error().code, ErrorCode::WrongPassword);
}

void ClientTest::token_isAdoptedButNotAnonymous()
{
    QByteArray issued = "second";
    CannedServer server([&issued](const Seen &) {
        return CannedServer::answer(200, success("{}"), "x-token: " + issued + "\r\n");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    client.setToken("first");
    QSignalSpy changes(&client, &o2oa::Client::tokenChanged);
    QVERIFY(wait(client.data(WorkId::of(u"w"_s))));
    QCOMPARE(server.seen().last().headers.value("x-token"), QByteArray("first"));
    QCOMPARE(client.token(), QByteArray("second"));
    QCOMPARE(changes.size(), 1);
    issued = "anonymous";
    QVERIFY(wait(client.data(WorkId::of(u"w"_s))));
    QCOMPARE(client.token(), QByteArray("second"));
}

void ClientTest::token_refusedCallOfASignedInPerson()
{
    CannedServer server([](const Seen &seen) {
        return seen.path.endsWith("/jaxrs/authentication")
            ? CannedServer::answer(200, success(R"({"tokenType":"user","name":"n"})"))
            : CannedServer::answer(500,
                                   R"({"type": "error", "message": "not cipher or manager."})");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    client.setToken("T");
    QSignalSpy outs(&client, &o2oa::Client::signedOut);
    const auto data = wait(client.data(WorkId::of(u"w"_s)));
    QVERIFY(!data);
    QCOMPARE(data.error().code, ErrorCode::Refused);
    QCOMPARE(outs.size(), 0);
}

void ClientTest::token_lostIsTold()
{
    CannedServer server([](const Seen &seen) {
        return seen.path.endsWith("/jaxrs/authentication")
            ? CannedServer::answer(200, success(R"({"tokenType":"anonymous","name":"anonymous"})"))
            : CannedServer::answer(
                500, R"({"type": "error", "message": "not cipher or manager or user."})");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    client.setToken("old");
    QSignalSpy outs(&client, &o2oa::Client::signedOut);
    const auto data = wait(client.data(WorkId::of(u"w"_s)));
    QVERIFY(!data);
    QCOMPARE(data.error().code, ErrorCode::Unauthorized);
    QCOMPARE(outs.size(), 1);
}

void ClientTest::transfer_brokenOffIsUnknown()
{
    CannedServer server([](const Seen &) {
        return CannedServer::answer(200, success(R"({"days":2})")).chopped(5);
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto data = wait(client.data(WorkId::of(u"w"_s)));
    QVERIFY(!data);
    QCOMPARE(data.error().code, ErrorCode::Offline);
}

void ClientTest::transfer_withoutAnswerIsOffline()
{
    // The first answer leaves the connection open, so that the second request goes over a used one.
    CannedServer server([](const Seen &seen) {
        return seen.verb == "GET" ? QByteArray("HTTP/1.1 200 X\r\nContent-Length: 30\r\n\r\n")
                + R"({"type":"success","data":{} })" + "\n"
                                  : QByteArray();
    });
    server.setKeepsOpen(true);
    o2oa::Client client(m_network, endpointAt(server.url()));
    QVERIFY(wait(client.data(WorkId::of(u"w"_s))));
    const auto saved = wait(client.saveData(WorkId::of(u"w"_s), QJsonObject{ { u"a"_s, 1 } }));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Offline);
    QCOMPARE(server.seen().size(), 2); // Whatever it does, the request leaves once.
    QCOMPARE(server.seen().last().body, QByteArray(R"({"a":1})"));
    const auto again = wait(client.saveData(WorkId::of(u"w"_s), QJsonObject{ { u"a"_s, 1 } }));
    QVERIFY(!again);
    QCOMPARE(server.seen().size(), 3); // Over a fresh connection as well.
}

void ClientTest::conditional_sendsTheTagAndTakes304()
{
    CannedServer server([](const Seen &seen) {
        return seen.headers.value("if-none-match") == "\"1303876198--gzip\""
            ? QByteArray("HTTP/1.1 304 X\r\nETag: \"1303876198\"\r\nConnection: close\r\n\r\n")
            : CannedServer::answer(200, success(rows(1, 1), 1), "ETag: \"1303876198--gzip\"\r\n");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto first = wait(client.listTodos(TodoBox::Task, QByteArray()));
    QVERIFY(first && first->isComplete);
    QCOMPARE(first->rows.size(), 1);
    const auto again = wait(client.listTodos(TodoBox::Task, first->etag));
    QVERIFY(again && again->isNotModified);
}

void ClientTest::verbs_areRewritten()
{
    CannedServer server([](const Seen &) { return CannedServer::answer(200, success("{}")); });
    o2oa::Endpoint endpoint = endpointAt(server.url());
    endpoint.twins.insert(u"x_processplatform_assemble_surface"_s,
                          { o2oa::VerbTwin{ "PUT", "POST", u"mockputtopost"_s } });
    o2oa::Client client(m_network, endpoint);
    QVERIFY(wait(client.saveData(WorkId::of(u"w"_s), QJsonObject{ { u"a"_s, 1 } })));
    QCOMPARE(server.seen().last().verb, QByteArray("POST"));
    QVERIFY(server.seen().last().path.endsWith("/data/work/w/mockputtopost"));
}

void ClientTest::list_walksToTheShortPage()
{
    CannedServer server([](const Seen &seen) {
        return seen.path.contains("/(0)/next/200")
            ? CannedServer::answer(200, success(rows(1, 200), 203))
            : seen.path.contains("/t200/next/200")
            ? CannedServer::answer(200, success(rows(200, 4), 203)) // t200 twice: rows moved.
            : CannedServer::answer(500, "{}");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto listing = wait(client.listTodos(TodoBox::Task, QByteArray()));
    QVERIFY(listing && listing->isComplete);
    QCOMPARE(listing->rows.size(), 203);
}

void ClientTest::list_startsAgainWhenTheAnchorIsGone()
{
    int firstPages = 0;
    CannedServer server([&firstPages](const Seen &seen) {
        if (!seen.path.contains("/(0)/")) {
            return CannedServer::answer(
                500,
                R"({"type":"error","message":"can not find entity id: t200, class: com.x.Task."})");
        }
        return ++firstPages == 1 ? CannedServer::answer(200, success(rows(1, 200), 201))
                                 : CannedServer::answer(200, success(rows(1, 199), 199));
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto listing = wait(client.listTodos(TodoBox::Task, QByteArray()));
    QVERIFY(listing && listing->isComplete);
    QCOMPARE(listing->rows.size(), 199);
}

void ClientTest::list_startsAgainWhenTheTotalMoves()
{
    int walks = 0;
    CannedServer server([&walks](const Seen &seen) {
        walks += seen.path.contains("/(0)/") ? 1 : 0;
        return seen.path.contains("/(0)/")
            ? CannedServer::answer(200, success(rows(1, 200), walks == 1 ? 201 : 202))
            : CannedServer::answer(200, success(rows(201, 2), 202));
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto listing = wait(client.listTodos(TodoBox::Task, QByteArray()));
    QVERIFY(listing && listing->isComplete);
    QCOMPARE(listing->rows.size(), 202);
    QCOMPARE(walks, 2);
}

void ClientTest::list_endsAtKnownRows()
{
    CannedServer server(
        [](const Seen &) { return CannedServer::answer(200, success(rows(1, 200), 5000)); });
    o2oa::Client client(m_network, endpointAt(server.url()));
    o2oa::KnownRows known;
    for (int i = 1; i <= 200; ++i) {
        known.insert(TaskId::of(u"t%1"_s.arg(i)),
                     QDateTime(QDate(2026, 11, 22), QTime(2, 0), Qt::UTC));
    }
    const auto listing = wait(client.listTodos(TodoBox::TaskCompleted, QByteArray(), known));
    QVERIFY(listing && !listing->isComplete); // Nothing is known to be gone.
    QCOMPARE(server.seen().size(), 1);
}

void ClientTest::start_readsTheTodo()
{
    const test::Exchange recorded = test::exchange(u"10-process/07-draft.json"_s, 9);
    const test::Exchange gone = test::exchange(u"10-process/07-draft.json"_s, 11);
    CannedServer server([&](const Seen &seen) {
        return seen.path.contains("/first/") ? CannedServer::answer(200, recorded.bytes())
                                             : CannedServer::answer(500, gone.bytes());
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto started = wait(client.startDraft(u"first"_s));
    QVERIFY(started);
    const QJsonObject log = recorded.data().toArray().at(0).toObject();
    QCOMPARE(started->work.text(), log.value(u"work"_s).toString());
    QCOMPARE(started->task.text(), json::at(recorded.data(), u"/0/taskList/0/id").toString());
    const auto again = wait(client.startDraft(u"second"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void ClientTest::work_isFoundThroughItsJob()
{
    const test::Exchange recorded = test::exchange(u"10-process/31-finish.json"_s, 9);
    CannedServer server([&](const Seen &) { return CannedServer::answer(200, recorded.bytes()); });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto works = wait(client.worksOfJob(JobId::of(u"j"_s)));
    QVERIFY(works);
    QCOMPARE(works->size(), 1);
    QCOMPARE(works->first().text(), u"0545fb82-eee0-4e4c-99c8-5e1fe1a9b74d"_s);
}

void ClientTest::download_goesOnWhereItBroke()
{
    CannedServer server([](const Seen &seen) {
        const QByteArray range = seen.headers.value("range");
        if (range.isEmpty()) {
            return CannedServer::answer(200, "0123456789").chopped(4);
        }
        return range == "bytes=6-" ? CannedServer::answer(206, "6789")
                                   : CannedServer::answer(500, "{}");
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto id = AttachmentId::of(u"a"_s);
    const auto first = wait(client.downloadAttachment(id, WorkId::of(u"w"_s), false, 0));
    QVERIFY(first && first->broken);
    QCOMPARE(first->bytes, QByteArray("012345"));
    const auto rest = wait(client.downloadAttachment(id, WorkId::of(u"w"_s), true, 6));
    QVERIFY(rest && !rest->broken);
    QCOMPARE(rest->offset, 6);
    QCOMPARE(first->bytes + rest->bytes, QByteArray("0123456789"));
    QVERIFY(server.seen().last().path.contains("/workcompleted/w/stream"));
}

void ClientTest::download_errorIsNoFile()
{
    const test::Exchange denied = test::exchange(u"10-process/40-outsider.json"_s, 14);
    CannedServer server(
        [&denied](const Seen &) { return CannedServer::answer(500, denied.bytes()); });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto file
        = wait(client.downloadAttachment(AttachmentId::of(u"a"_s), WorkId::of(u"w"_s), false, 0));
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Refused);
}

void ClientTest::duties_areNamedByIdentity()
{
    CannedServer server([](const Seen &seen) {
        return seen.path.contains("/unitduty/")
            ? CannedServer::answer(200,
                                   success(R"([{"name":"主任","identityList":["i1","gone"]}])"))
            : CannedServer::answer(
                200, success(R"([{"matchKey":"i1","distinguishedName":"吴昊@wuhao_bgs@I"}])"));
    });
    o2oa::Client client(m_network, endpointAt(server.url()));
    const auto duties = wait(client.dutiesOf(u"办公室@bgs@U"_s));
    QVERIFY(duties);
    QCOMPARE(duties->size(), 1);
    QCOMPARE(duties->at(0).toObject().value(u"identity"_s).toString(), u"吴昊@wuhao_bgs@I"_s);
}

QTEST_GUILESS_MAIN(ClientTest)
#include "client_test.moc"
