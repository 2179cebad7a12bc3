// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/codec.h"
#include "core/o2oa/wire.h"
#include "recordings.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace andu;
using test::Exchange;

namespace {

constexpr int ChinaSeconds = 8 * 3600;

/// What a recorded time means, computed another way than the codec does.
QDateTime meaning(const QString &text)
{
    const QTimeZone china("Asia/Shanghai");
    const QString whole = text.size() == 10 ? text + u" 00:00:00"_s : text;
    return QDateTime(QDate::fromString(whole.left(10), Qt::ISODate),
                     QTime::fromString(whole.mid(11), Qt::ISODate),
                     china)
        .toUTC();
}

std::optional<TodoBox> boxOf(const QString &call)
{
    static const QRegularExpression pattern(
        u"/(task|read|taskcompleted|readcompleted)/list/(?!count)"_s);
    const QString name = pattern.match(call).captured(1);
    return name == u"task"_s         ? std::optional(TodoBox::Task)
        : name == u"read"_s          ? std::optional(TodoBox::Read)
        : name == u"taskcompleted"_s ? std::optional(TodoBox::TaskCompleted)
        : name == u"readcompleted"_s ? std::optional(TodoBox::ReadCompleted)
                                     : std::nullopt;
}

QByteArray at(const Exchange &exchange, const QString &what = {})
{
    return (exchange.place + u' ' + exchange.call + u' ' + what).toUtf8();
}

void checkTask(const Exchange &exchange, TodoBox box, const QJsonObject &row)
{
    const auto task = o2oa::codec::task(row, box, ChinaSeconds);
    QVERIFY2(task.has_value(), at(exchange).constData());
    const auto text = [&row](const char *key) { return row.value(QLatin1String(key)).toString(); };
    QCOMPARE(task->id.text(), text("id"));
    QCOMPARE(task->job.text(), text("job"));
    QCOMPARE(task->work.text(), text("work").isEmpty() ? text("workCompleted") : text("work"));
    QCOMPARE(task->title, text("title"));
    QCOMPARE(task->serial, text("serial"));
    QCOMPARE(task->processName, text("processName"));
    QCOMPARE(task->activityName, text("activityName"));
    QCOMPARE(task->person, text("person"));
    QCOMPARE(task->identity, text("identity"));
    QCOMPARE(task->creatorPerson, text("creatorPerson"));
    QCOMPARE(task->startUtc, meaning(text("startTime")));
    QCOMPARE(task->updateUtc, meaning(text("updateTime")));
    QCOMPARE(task->completedUtc.has_value(), row.contains(u"completedTime"_s));
    QCOMPARE(task->first, row.value(u"first"_s).toBool());
    const QJsonArray names = row.value(u"routeNameList"_s).toArray();
    QCOMPARE(task->routes.size(), names.size());
    for (int i = 0; i < names.size(); ++i) {
        QCOMPARE(task->routes.at(i).name, names.at(i).toString());
        QCOMPARE(task->routes.at(i).id, row.value(u"routeList"_s).toArray().at(i).toString());
    }
    const QString origin = box == TodoBox::ReadCompleted ? text("read") : text("task");
    QCOMPARE(task->taskOfOrigin, origin);
}

/// The codes of the recorded refusals; everything else is plainly Refused.
ErrorCode expectedCode(const Exchange &exchange)
{
    const QJsonObject body = exchange.body.toObject();
    const QString prompt = body.value(u"prompt"_s).toString();
    const QString message = body.value(u"message"_s).toString();
    if (prompt.isEmpty() && message.startsWith(u"not "_s)) {
        return ErrorCode::Unauthorized;
    }
    for (const char *gone : { ".ExceptionEntityNotExist",
                              ".ExceptionWorkNotExist",
                              ".ExceptionProcessNotExist",
                              ".ExceptionApplicationDictNotExist" }) {
        if (prompt.endsWith(QLatin1String(gone))) {
            return ErrorCode::NotFound;
        }
    }
    for (const char *password : { ".ExceptionPersonNotExistOrInvalidPassword",
                                  ".ExceptionCredentialEmpty",
                                  ".ExceptionPasswordEmpty" }) {
        if (prompt.endsWith(QLatin1String(password))) {
            return ErrorCode::WrongPassword;
        }
    }
    return prompt.endsWith(u".ExceptionFailureLocked"_s) ? ErrorCode::Locked : ErrorCode::Refused;
}

} // namespace

/// Decodes what a real O2OA 6.0.3 answered.
class RecordedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void todoRows_areRead();
    void doneRow_keepsTaskAndFullOpinion();
    void readCompletedRow_namesItsRead();
    void works_areRead();
    void finishedWork_hasNoActivityAndOwnId();
    void controls_areRead();
    void records_areRead();
    void records_ofAParallelStep();
    void attachments_areRead();
    void forms_areRead();
    void processes_areRead();
    void account_isRead();
    void numbersOfData_areDoubles();
    void answers_open();
    void refusals_areToldApart();
    void envelopes_data();
    void envelopes();
    void dates_data();
    void dates();
};

void RecordedTest::todoRows_areRead()
{
    int rows = 0;
    for (const Exchange &exchange : test::allExchanges()) {
        const auto box = boxOf(exchange.call);
        if (!box || exchange.status != 200) {
            continue;
        }
        for (const QJsonValue &row : exchange.data().toArray()) {
            if (row.isObject() && row.toObject().contains(u"job"_s)) {
                checkTask(exchange, *box, row.toObject());
                ++rows;
            }
        }
    }
    QVERIFY2(rows >= 60, qPrintable(QString::number(rows)));
}

void RecordedTest::doneRow_keepsTaskAndFullOpinion()
{
    const QJsonObject row
        = test::exchange(u"10-process/33-done-lists.json"_s, 8).data().toArray().at(0).toObject();
    const auto task = o2oa::codec::task(row, TodoBox::TaskCompleted, ChinaSeconds);
    QVERIFY(task);
    QCOMPARE(task->taskOfOrigin, u"80c0657c-e26e-4ec6-950d-50be4a60bc65"_s);
    QCOMPARE(task->opinion, u"请审批"_s);
    QCOMPARE(task->routeName, u"送部门负责人审批"_s);
    QCOMPARE(task->processingType, u"task"_s);
    QCOMPARE(*task->completedUtc, QDateTime(QDate(2026, 11, 22), QTime(4, 36, 48), Qt::UTC));
}

void RecordedTest::readCompletedRow_namesItsRead()
{
    const QJsonObject row
        = test::exchange(u"10-process/27-read.json"_s, 23).data().toArray().at(0).toObject();
    const auto task = o2oa::codec::task(row, TodoBox::ReadCompleted, ChinaSeconds);
    QVERIFY(task);
    QCOMPARE(task->taskOfOrigin, u"1b1d0ffc-0a34-4183-8023-c223d29e0df6"_s);
    QCOMPARE(task->person, u"吴昊@wuhao@P"_s);
}

void RecordedTest::works_areRead()
{
    int works = 0;
    for (const Exchange &exchange : test::allExchanges()) {
        if (!exchange.call.contains(u"/work/v2/workorworkcompleted/"_s) || exchange.status != 200) {
            continue;
        }
        const QJsonObject answer = exchange.data().toObject();
        const auto work = o2oa::codec::work(answer, ChinaSeconds);
        QVERIFY2(work.has_value(), at(exchange).constData());
        const QJsonObject row = answer.value(u"work"_s).toObject();
        QCOMPARE(work->id.text(), row.value(u"id"_s).toString());
        QCOMPARE(work->title, row.value(u"title"_s).toString());
        QCOMPARE(work->form.text(), row.value(u"form"_s).toString());
        QCOMPARE(work->isFinished, row.contains(u"completedTime"_s));
        QCOMPARE(work->data, answer.value(u"data"_s).toObject());
        QCOMPARE(work->records.size(), answer.value(u"recordList"_s).toArray().size());
        QCOMPARE(work->attachments.size(), answer.value(u"attachmentList"_s).toArray().size());
        QVERIFY(!work->raw.contains(u"data"_s));
        QCOMPARE(work->raw.value(u"routeList"_s), answer.value(u"routeList"_s));
        ++works;
    }
    QVERIFY2(works >= 12, qPrintable(QString::number(works)));
}

void RecordedTest::finishedWork_hasNoActivityAndOwnId()
{
    const auto work = o2oa::codec::work(
        test::exchange(u"10-process/31-finish.json"_s, 10).data().toObject(), ChinaSeconds);
    QVERIFY(work && work->isFinished);
    QCOMPARE(work->id.text(), u"0545fb82-eee0-4e4c-99c8-5e1fe1a9b74d"_s);
    QCOMPARE(work->serial, u"YYSQ-2026-0012"_s);
    QCOMPARE(work->activityName, u"结束"_s);
    QVERIFY(!work->raw.contains(u"activity"_s));
}

void RecordedTest::controls_areRead()
{
    int controls = 0;
    for (const Exchange &exchange : test::allExchanges()) {
        if (!exchange.call.contains(u"/control/workorworkcompleted/"_s) || exchange.status != 200) {
            continue;
        }
        const QJsonObject answer = exchange.data().toObject();
        const WorkControl control = o2oa::codec::control(answer);
        const auto flag
            = [&answer](const char *key) { return answer.value(QLatin1String(key)).toBool(); };
        QCOMPARE(control.allowVisit, flag("allowVisit"));
        QCOMPARE(control.allowProcessing, flag("allowProcessing"));
        QCOMPARE(control.allowReadProcessing, flag("allowReadProcessing"));
        QCOMPARE(control.allowSave, flag("allowSave"));
        QCOMPARE(control.allowReset, flag("allowReset"));
        QCOMPARE(control.allowRetract, flag("allowRetract"));
        QCOMPARE(control.allowDelete, flag("allowDelete"));
        QCOMPARE(control.allowPress, flag("allowPress"));
        ++controls;
    }
    QVERIFY2(controls >= 10, qPrintable(QString::number(controls)));
}

void RecordedTest::records_areRead()
{
    int rows = 0;
    for (const Exchange &exchange : test::allExchanges()) {
        if (!exchange.call.contains(u"/record/list/"_s) || exchange.status != 200) {
            continue;
        }
        const QJsonArray raw = exchange.data().toArray();
        const QList<Record> records = o2oa::codec::records(raw, ChinaSeconds);
        QCOMPARE(records.size(), raw.size());
        for (int i = 0; i < raw.size(); ++i) {
            const QJsonObject row = raw.at(i).toObject();
            const Record &record = records.at(i);
            QCOMPARE(record.type, row.value(u"type"_s).toString());
            QCOMPARE(record.person, row.value(u"person"_s).toString());
            QCOMPARE(record.timeUtc, meaning(row.value(u"recordTime"_s).toString()));
            QCOMPARE(record.id.isEmpty(), record.type == u"currentTask"_s);
            QCOMPARE(record.opinion,
                     row.value(u"properties"_s).toObject().value(u"opinion"_s).toString());
            ++rows;
        }
    }
    QVERIFY2(rows >= 10, qPrintable(QString::number(rows)));
}

void RecordedTest::records_ofAParallelStep()
{
    const QList<Record> records = o2oa::codec::records(
        test::exchange(u"10-process/20-parallel.json"_s, 16).data().toArray(), ChinaSeconds);
    QCOMPARE(records.size(), 4);
    QCOMPARE(records.at(0).routeName, u"送会审"_s);
    QCOMPARE(records.at(0).nextActivities, QStringList{ u"部门会审"_s });
    QCOMPARE(records.at(0).nextIdentities.size(), 2);
    QVERIFY(records.at(1).nextIdentities.isEmpty());
    QCOMPARE(records.at(1).opinion, u"无意见"_s);
}

void RecordedTest::attachments_areRead()
{
    const QJsonArray raw = test::exchange(u"10-process/29-attachment.json"_s, 6).data().toArray();
    const QList<Attachment> files = o2oa::codec::attachments(raw, ChinaSeconds);
    QCOMPARE(files.size(), 5);
    QCOMPARE(files.at(0).name, u"没有类型"_s);
    QCOMPARE(files.at(0).extension, QString());
    QCOMPARE(files.at(0).sizeBytes, 3);
    QCOMPARE(files.at(0).site, u"proof"_s);
    for (int i = 0; i < raw.size(); ++i) {
        QCOMPARE(files.at(i).sizeBytes, raw.at(i).toObject().value(u"length"_s).toInteger());
        QCOMPARE(files.at(i).updateUtc,
                 meaning(raw.at(i).toObject().value(u"lastUpdateTime"_s).toString()));
    }
}

void RecordedTest::forms_areRead()
{
    const QJsonObject answer = test::exchange(u"10-process/36-form.json"_s, 3).data().toObject();
    const QByteArray once = answer.value(u"form"_s).toObject().value(u"data"_s).toString().toUtf8();
    const auto text = json::parse("[\"" + once + "\"]");
    QVERIFY(text);
    const auto model = json::parse(text->toArray().at(0).toString().toUtf8());
    QVERIFY(model);
    QCOMPARE(json::at(*model, u"/json/name").toString(), u"费用报销单"_s);
    QVERIFY(json::at(*model, u"/html").toString().contains(u"MWFtype"_s, Qt::CaseInsensitive));
}

void RecordedTest::processes_areRead()
{
    const auto processes = o2oa::codec::startableProcesses(
        test::exchange(u"10-process/01-applications.json"_s, 1).data().toArray());
    QVERIFY(processes.size() >= 8);
    const auto leave = std::find_if(processes.begin(), processes.end(), [](const auto &process) {
        return process.alias == u"leave"_s;
    });
    QVERIFY(leave != processes.end());
    QCOMPARE(leave->name, u"请假审批"_s);
    QCOMPARE(leave->id, u"da840e49-3f82-5d59-8a32-4913f9715722"_s);
    QCOMPARE(leave->applicationName, u"人事管理"_s);
}

void RecordedTest::account_isRead()
{
    const Account account
        = o2oa::codec::account(test::exchange(u"00-basics/04-sign-in.json"_s, 0).data().toObject());
    QCOMPARE(account.unique, u"wuhao"_s);
    QCOMPARE(account.distinguishedName, u"吴昊@wuhao@P"_s);
    QCOMPARE(account.employee, u"YH1008"_s);
    QCOMPARE(account.identities.size(), 1);
    QCOMPARE(account.identities.at(0).distinguishedName, u"吴昊@wuhao_bgs@I"_s);
    QVERIFY(account.identities.at(0).isMajor);
    QVERIFY(!account.isPasswordExpired);
}

void RecordedTest::numbersOfData_areDoubles()
{
    const Exchange days = test::exchange(u"10-process/10-data-merge.json"_s, 8);
    QVERIFY(days.data().isDouble());
    // 2 was sent, 2.0 came back: equal as numbers and printed without the fraction.
    QCOMPARE(json::text(QJsonObject{ { u"days"_s, 2.0 } }, QLatin1StringView("days")), u"2"_s);
}

void RecordedTest::answers_open()
{
    int opened = 0;
    for (const Exchange &exchange : test::allExchanges()) {
        const bool isEnvelope
            = exchange.status == 200 && exchange.body.toObject().contains(u"type"_s);
        if (!isEnvelope) {
            continue;
        }
        o2oa::HttpAnswer answer;
        answer.status = exchange.status;
        answer.body = exchange.bytes();
        answer.etag = exchange.etag;
        const auto envelope = o2oa::openEnvelope(answer);
        QVERIFY2(envelope.has_value(), at(exchange).constData());
        QCOMPARE(envelope->data, exchange.data());
        QCOMPARE(envelope->count, exchange.body.toObject().value(u"count"_s).toInteger());
        ++opened;
    }
    QVERIFY(opened >= 150);
}

void RecordedTest::refusals_areToldApart()
{
    int refused = 0;
    for (const Exchange &exchange : test::allExchanges()) {
        if (exchange.status < 400 || exchange.call.startsWith(u"OPTIONS"_s)) {
            continue;
        }
        o2oa::HttpAnswer answer;
        answer.status = exchange.status;
        answer.body = exchange.bytes();
        const auto envelope = o2oa::openEnvelope(answer);
        QVERIFY2(!envelope, at(exchange).constData());
        const bool isBody = exchange.body.toObject().contains(u"type"_s);
        const ErrorCode expected = isBody ? expectedCode(exchange) : ErrorCode::Refused;
        QVERIFY2(envelope.error().code == expected,
                 at(exchange, nameOf(envelope.error().code)).constData());
        if (isBody && expected != ErrorCode::Unauthorized) {
            QCOMPARE(envelope.error().serverMessage,
                     exchange.body.toObject().value(u"message"_s).toString());
        }
        ++refused;
    }
    QVERIFY(refused >= 40);
}

void RecordedTest::envelopes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QString ok = u"ok"_s;
    QTest::newRow("success") << 200 << QByteArray(R"({"type":"success","data":{}})") << ok;
    QTest::newRow("a warning has a result")
        << 200 << QByteArray(R"({"type":"warn","data":{},"message":"m"})") << ok;
    QTest::newRow("error with data is an error")
        << 500 << QByteArray(R"({"type":"error","data":[],"message":"m"})") << u"refused"_s;
    QTest::newRow("error under 200")
        << 200 << QByteArray(R"({"type":"error","message":"m"})") << u"refused"_s;
    QTest::newRow("6.x, not signed in")
        << 500 << QByteArray(R"({"type": "error", "message": "not cipher or manager or user."})")
        << u"unauthorized"_s;
    QTest::newRow("8.x, not signed in")
        << 401
        << QByteArray(
               R"({"type":"error","message":"x","prompt":"com.x.base.core.project.exception.ExceptionUnauthorized"})")
        << u"unauthorized"_s;
    QTest::newRow("401 with a page") << 401 << QByteArray("<html>") << u"unauthorized"_s;
    QTest::newRow("the words of a refusal in a prompt are no sign-out")
        << 500 << QByteArray(R"({"type":"error","message":"not user friendly","prompt":"a.b.C"})")
        << u"refused"_s;
    QTest::newRow("an inner service's class stands in the message")
        << 500
        << QByteArray(
               R"({"type":"error","message":"com.x.base.core.project.exception.ExceptionEntityNotExist: 标识为:1 的 Task 对象不存在."})")
        << u"not-found"_s;
    QTest::newRow("the keyset's anchor is gone")
        << 500
        << QByteArray(R"({"type":"error","message":"can not find entity id: 1, class: a.b.Task."})")
        << u"refused"_s;
    QTest::newRow("blocked servlet")
        << 403 << QByteArray(R"({"type": "error", "message": "403"})") << u"refused"_s;
    QTest::newRow("unknown path, a page") << 404 << QByteArray("<html>404</html>") << u"refused"_s;
    QTest::newRow("wrong verb, empty") << 405 << QByteArray() << u"refused"_s;
    QTest::newRow("wrong content type") << 415 << QByteArray() << u"refused"_s;
    QTest::newRow("server error without JSON: outcome unknown")
        << 500 << QByteArray("<html>oops</html>") << u"bad-reply"_s;
    QTest::newRow("bad gateway") << 502 << QByteArray("<html>") << u"offline"_s;
    QTest::newRow("unavailable") << 503 << QByteArray() << u"offline"_s;
    QTest::newRow("gateway timeout") << 504 << QByteArray() << u"offline"_s;
    QTest::newRow("cut in the middle")
        << 200 << QByteArray(R"({"type":"success","data":[{"id":"1")") << u"bad-reply"_s;
    QTest::newRow("no JSON") << 200 << QByteArray("<html>hello</html>") << u"bad-reply"_s;
    QTest::newRow("another JSON") << 200 << QByteArray(R"({"hello":1})") << u"bad-reply"_s;
    QTest::newRow("an array") << 200 << QByteArray("[1,2]") << u"bad-reply"_s;
    QTest::newRow("empty") << 200 << QByteArray() << u"bad-reply"_s;
    QTest::newRow("locked")
        << 500
        << QByteArray(R"({"type":"error","message":"m","prompt":"a.ExceptionFailureLocked"})")
        << u"locked"_s;
}

void RecordedTest::envelopes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    o2oa::HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    const auto envelope = o2oa::openEnvelope(answer);
    QTEST(envelope ? u"ok"_s : nameOf(envelope.error().code), "code");
}

void RecordedTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("whole") << u"2026-11-22 12:36:48"_s << u"2026-11-22T04:36:48Z"_s;
    QTest::newRow("midnight is cut") << u"2026-11-22"_s << u"2026-11-21T16:00:00Z"_s;
    QTest::newRow("time only") << u"09:30:00"_s << u"1970-01-01T01:30:00Z"_s;
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("no date") << u"tomorrow"_s << QString();
    QTest::newRow("no such day") << u"2026-02-30 10:00:00"_s << QString();
}

void RecordedTest::dates()
{
    QFETCH(QString, text);
    const auto time = o2oa::codec::utc(text, ChinaSeconds);
    QTEST(time ? time->toString(Qt::ISODate) : QString(), "utc");
}

QTEST_GUILESS_MAIN(RecordedTest)
#include "recorded_test.moc"
