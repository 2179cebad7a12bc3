// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/base/strong_id.h"

#include <QTest>

using namespace andu;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_refusesWhatIsBroken_data();
    void parse_refusesWhatIsBroken();
    void at_followsAPointer_data();
    void at_followsAPointer();
    void deepMerge_mergesLikeTheServer_data();
    void deepMerge_mergesLikeTheServer();
    void strongId_isNeverEmptyOnceParsed();
};

void JsonTest::parse_refusesWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << true;
    QTest::newRow("array") << QByteArray("[1]") << true;
    QTest::newRow("cut off") << QByteArray(R"({"a":1)") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("page of HTML") << QByteArray("<html></html>") << false;
}

void JsonTest::parse_refusesWhatIsBroken()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isGood);
    const auto parsed = json::parse(text);
    QCOMPARE(parsed.has_value(), isGood);
    if (!isGood) {
        QCOMPARE(parsed.error().code, ErrorCode::BadReply);
    }
}

void JsonTest::at_followsAPointer_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("expected");
    QTest::newRow("whole member") << u"/a"_s << QJsonValue(QJsonArray{ 1, 2 });
    QTest::newRow("element") << u"/a/1"_s << QJsonValue(2);
    QTest::newRow("escaped name") << u"/x~1y"_s << QJsonValue(u"slash"_s);
    QTest::newRow("nothing there") << u"/a/7"_s << QJsonValue(QJsonValue::Undefined);
}

void JsonTest::at_followsAPointer()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, expected);
    const auto value = json::parse(R"({"a":[1,2],"x/y":"slash"})");
    QCOMPARE(json::at(*value, pointer), expected);
}

void JsonTest::deepMerge_mergesLikeTheServer_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("inner member") << QByteArray(R"({"o":{"b":3}})")
                                  << QByteArray(R"({"l":[1,2],"o":{"a":1,"b":3}})");
    QTest::newRow("a list is replaced whole")
        << QByteArray(R"({"l":[9]})") << QByteArray(R"({"l":[9],"o":{"a":1,"b":2}})");
    QTest::newRow("null changes nothing")
        << QByteArray(R"({"l":null,"o":null})") << QByteArray(R"({"l":[1,2],"o":{"a":1,"b":2}})");
    QTest::newRow("an object gives way to a text")
        << QByteArray(R"({"o":"t"})") << QByteArray(R"({"l":[1,2],"o":"t"})");
}

void JsonTest::deepMerge_mergesLikeTheServer()
{
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, expected);
    QJsonObject target = json::parse(R"({"o":{"a":1,"b":2},"l":[1,2]})")->toObject();
    json::deepMerge(target, json::parse(change)->toObject());
    QCOMPARE(json::compact(target), expected);
}

void JsonTest::strongId_isNeverEmptyOnceParsed()
{
    using Id = StrongId<struct Tag>;
    QVERIFY(!Id::parse(QString()));
    QCOMPARE(Id::parse(u"a"_s)->text(), u"a"_s);
    QVERIFY(Id().isNull());
}

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
