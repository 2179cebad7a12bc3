// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/forms/attachment_rules.h"
#include "core/forms/chinese_checks.h"
#include "core/forms/html_text.h"
#include "core/forms/log_text.h"
#include "small_forms.h"

#include <QJsonArray>
#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

Module attachment(const QJsonObject &json)
{
    Module module;
    module.type = u"Attachment"_s;
    module.info = typeInfo(module.type);
    module.json = json;
    return module;
}

} // namespace

class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void money_data();
    void money();
    void citizenIds_data();
    void citizenIds();
    void creditCodes_data();
    void creditCodes();
    void dates_data();
    void dates();
    void files_data();
    void files();
    void fileRights();
    void plainText_data();
    void plainText();
    void logLines_data();
    void logLines();
};

void ChecksTest::money_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *amount, const char *words) {
        QTest::newRow(amount) << QString::fromUtf8(amount) << QString::fromUtf8(words);
    };
    row("0", "零元整");
    row("3128.5", "叁仟壹佰贰拾捌元伍角整");
    row("0.05", "伍分");
    row("0.5", "伍角整");
    row("10.05", "壹拾元零伍分");
    row("1.1", "壹元壹角整");
    row("100", "壹佰元整");
    row("1020", "壹仟零贰拾元整");
    row("1005", "壹仟零伍元整");
    row("10000", "壹万元整");
    row("10001", "壹万零壹元整");
    row("10100", "壹万零壹佰元整");
    row("101000", "壹拾万壹仟元整");
    row("1000100", "壹佰万零壹佰元整");
    row("10001000", "壹仟万壹仟元整");
    row("100000000", "壹亿元整");
    row("100010000", "壹亿零壹万元整");
    row("1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分");
    row("1000000000000", "壹万亿元整");
    row("1200000000000", "壹万贰仟亿元整");
    row("9999999999999999", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整");
    row("-86.5", "负捌拾陆元伍角整");
    row("1,286,000.00", "壹佰贰拾捌万陆仟元整");
    row("0.995", "壹元整");
    row("007", "柒元整");
    row("", "");
    row("abc", "");
    row("-", "");
    row("12345678901234567", "");
}

void ChecksTest::money()
{
    QFETCH(QString, amount);
    QTEST(moneyInWords(amount).value_or(QString()), "words");
}

void ChecksTest::citizenIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("example of the standard") << u"11010519491231002X"_s << true;
    QTest::newRow("small x") << u"11010519491231002x"_s << true;
    QTest::newRow("second example") << u"440524188001010014"_s << true;
    QTest::newRow("wrong check digit") << u"110105194912310021"_s << false;
    QTest::newRow("two digits changed places") << u"11010519491231020X"_s << false;
    QTest::newRow("no such day") << u"110105194902310029"_s << false;
    QTest::newRow("old card") << u"110105491231002"_s << false;
    QTest::newRow("letters") << u"1101051949123100AX"_s << false;
    QTest::newRow("full-width") << u"１１０１０５１９４９１２３１００２X"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void ChecksTest::citizenIds()
{
    QFETCH(QString, text);
    QTEST(isCitizenId(text), "isValid");
    QCOMPARE(birthDateIn(u"11010519491231002X"_s), std::optional(QDate(1949, 12, 31)));
}

void ChecksTest::creditCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("company") << u"91350100M000100Y43"_s << true;
    QTest::newRow("wrong check") << u"91350100M000100Y44"_s << false;
    QTest::newRow("forbidden letter") << u"91350100M000I00Y43"_s << false;
    QTest::newRow("small letters") << u"91350100m000100y43"_s << false;
    QTest::newRow("short") << u"91350100M000100Y4"_s << false;
}

void ChecksTest::creditCodes()
{
    QFETCH(QString, text);
    QTEST(isCreditCode(text), "isValid");
}

void ChecksTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("iso") << u"2026-01-09"_s << QDate(2026, 1, 9);
    QTest::newRow("short") << u"2026/1/9"_s << QDate(2026, 1, 9);
    QTest::newRow("compact") << u"20260109"_s << QDate(2026, 1, 9);
    QTest::newRow("Chinese") << u"2026年1月9日"_s << QDate(2026, 1, 9);
    QTest::newRow("leap day") << u"2024-02-29"_s << QDate(2024, 2, 29);
    QTest::newRow("no such day") << u"2025-02-29"_s << QDate();
    QTest::newRow("too short") << u"202619"_s << QDate();
    QTest::newRow("text") << u"明天"_s << QDate();
}

void ChecksTest::dates()
{
    QFETCH(QString, text);
    QTEST(dateIn(text).value_or(QDate()), "date");
}

void ChecksTest::files_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<int>("present");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("sizeBytes");
    QTest::addColumn<QString>("refusal");
    const QJsonObject limits{ { u"attachmentCount"_s, u"2"_s },
                              { u"attachmentSize"_s, u"1"_s },
                              { u"attachmentExtType"_s, QJsonArray{ u"pdf"_s, u"other"_s } },
                              { u"attachmentExtOtherType"_s, u".ofd, dwg"_s } };
    const qint64 mega = 1024 * 1024;
    QTest::newRow("fine") << limits << 1 << u"a.PDF"_s << mega << QString();
    QTest::newRow("other ending") << limits << 0 << u"a.ofd"_s << mega << QString();
    QTest::newRow("one too many") << limits << 2 << u"a.pdf"_s << mega
                                  << u"您最多只允许上传 2 个附件"_s;
    QTest::newRow("too large") << limits << 0 << u"a.pdf"_s << mega + 1
                               << u"附件大小不能超过 1 MB"_s;
    QTest::newRow("wrong kind") << limits << 0 << u"a.exe"_s << mega
                                << u"不允许上传 exe 类型的附件"_s;
    QTest::newRow("no limits") << QJsonObject() << 99 << u"a.exe"_s << 99 * mega << QString();
    QTest::newRow("zero is no limit")
        << QJsonObject{ { u"attachmentCount"_s, 0 } } << 5 << u"a"_s << mega << QString();
}

void ChecksTest::files()
{
    QFETCH(QJsonObject, json);
    QFETCH(int, present);
    QFETCH(QString, name);
    QFETCH(qint64, sizeBytes);
    QTEST(attachmentRefusal(attachment(json), present, { name, sizeBytes }).value_or(QString()),
          "refusal");
}

void ChecksTest::fileRights()
{
    const AttachmentRights open = attachmentRights(attachment({}), false);
    QVERIFY(open.mayUpload && open.mayDelete && open.mayReplace && open.mayDownload);
    const AttachmentRights some = attachmentRights(attachment({ { u"isUpload"_s, u"y"_s },
                                                                { u"isDelete"_s, u"n"_s },
                                                                { u"isReplace"_s, u"hidden"_s } }),
                                                   false);
    QVERIFY(some.mayUpload && !some.mayDelete && !some.mayReplace);
    const AttachmentRights closed
        = attachmentRights(attachment({ { u"readonly"_s, u"y"_s } }), false);
    QVERIFY(!closed.mayUpload && closed.mayDownload);
    QVERIFY(!attachmentRights(attachment({}), true).mayUpload);
}

void ChecksTest::plainText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"甲 < 乙"_s << u"甲 < 乙"_s;
    QTest::newRow("blocks") << u"<p>一</p><p>二</p>"_s << u"一\n二"_s;
    QTest::newRow("inline") << u"<b>一</b>二"_s << u"一二"_s;
    QTest::newRow("script") << u"<p>一</p><script>alert(1)</script><style>p{}</style>"_s << u"一"_s;
    QTest::newRow("entities") << u"<p>&lt;甲&gt;&amp;</p>"_s << u"<甲>&"_s;
    QTest::newRow("cells") << u"<table><tr><td>1</td><td>2</td></tr></table>"_s << u"1 2"_s;
    QTest::newRow("unclosed") << u"<div><p>一<div>二"_s << u"一\n二"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void ChecksTest::plainText()
{
    QFETCH(QString, html);
    QTEST(plainTextOf(html), "text");
}

QJsonObject record(const char *activity, const char *type, const char *more = "{}")
{
    QJsonObject entry{ { u"type"_s, QString::fromUtf8(type) },
                       { u"person"_s, u"周启明@z@P"_s },
                       { u"unit"_s, u"研发中心@rd@U"_s },
                       { u"fromActivityName"_s, QString::fromUtf8(activity) },
                       { u"fromActivityAlias"_s, u"a1"_s },
                       { u"recordTime"_s, u"2026-01-09 09:02:03"_s } };
    QJsonObject properties = js(more).toObject();
    properties.insert(u"startTime"_s, u"2026-01-08 08:00:00"_s);
    if (!properties.contains("opinion"_L1)) {
        properties.insert(u"opinion"_s, u"同意 <script>x</script>"_s);
    }
    entry.insert(u"properties"_s, properties);
    return entry;
}

void ChecksTest::logLines_data()
{
    QTest::addColumn<QJsonObject>("log");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *log, const char *text) {
        QTest::newRow(name) << js(log).toObject() << QString::fromUtf8(text);
    };
    row("style",
        "{'textStyle':'<div>{opinion}</div><div>{person} {date}</div>','filterActivity':['审批']}",
        "同意 <script>x</script> 周启明 2026-01-09");
    row("all members",
        "{'filterActivity':['审批'],'textStyle':'{department}|{route}|{time}|{startDate}|"
        "{activity}|{arrivedActivity}|{next}|{img}'}",
        "研发中心|批准|2026-01-09 09:02:03|2026-01-08|审批|归档|林晓雨|");
    row("open todos",
        "{'filterActivity':['会签'],'isTask':true}",
        "周启明(研发中心), 【会签】正在处理, 到达时间: 2026-01-08 08:00:00");
    row("open todos are not listed", "{'filterActivity':['会签']}", "");
    row("own line for open todos",
        "{'filterActivity':['会签'],'isTask':true,'textTaskStyle':'<b>{person}</b> {route}'}",
        "周启明 正在处理 ...");
    row("a text holds the names",
        "{'filterActivity':'审批,填写','textStyle':'{activity}'}",
        "填写\n审批");
    row("exact names in a text",
        "{'filterActivity':'审批人;填写','filterActivityExactMatch':['yes'],'textStyle':'{activity}"
        "'}",
        "填写");
    row("the last filter counts",
        "{'filterActivity':['没有'],'filterActivityAlias':['a1'],'filterRoute':['批准'],"
        "'textStyle':'{activity}'}",
        "审批");
    row("person",
        "{'filterPerson':['周启明'],'filterActivity':['没有'],'textStyle':'{activity}'}",
        "填写\n审批\n审批");
    row("nobody", "{'filterPerson':['林晓雨']}", "");
    row("taken back",
        "{'filterActivity':['审批'],'filterRoute':'','textStyle':'{route}：{opinion}'}",
        "批准：同意 <script>x</script>\n撤回：撤回");
    row("headings",
        "{'category':'activity','textStyle':'{person}','filterPerson':['周启明']}",
        "填写\n周启明\n审批\n周启明\n周启明");
    row("newest first",
        "{'sort':'desc','textStyle':'{activity}','filterPerson':['周启明']}",
        "审批\n审批\n填写");
    row("files", "{'mode':'media','filterActivity':['审批']}", "手写.png");
    row("table",
        "{'mode':'table','filterActivity':['填写']}",
        "处理人\t活动\t部门\t收到时间\t处理时间\t路由\t意见\t到达活动\t到达处理人\n"
        "周启明\t填写\t研发中心\t2026-01-08 08:00:00\t2026-01-09 09:02:03\t\t好\t\t");
}

void ChecksTest::logLines()
{
    QFETCH(QJsonObject, log);
    Module module;
    module.json = log;
    LogSource source;
    source.records
        = { record("填写", "task", "{'opinion':'好'}"),
            record("审批",
                   "task",
                   "{'routeName':'批准','mediaOpinion':'f1','nextManualList':[{"
                   "'activityName':'归档'}],'nextManualTaskIdentityList':['林晓雨@l@I']}"),
            record("审批", "retract"),
            record("会签", "currentTask") };
    if (!log.contains("filterPerson"_L1) && !log.contains("filterRoute"_L1)
        && log.value("mode"_L1) != "media"_L1) {
        source.records.removeAt(2);
    }
    source.attachments = js("[{'id':'f1','site':'$mediaOpinion','name':'手写.png'},"
                            "{'id':'f2','site':'$mediaOpinion','name':'别的.png'}]")
                             .toArray();
    QTEST(logText(module, source), "text");
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "checks_test.moc"
