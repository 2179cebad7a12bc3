// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/rules.h"
#include "core/forms/values.h"
#include "value_shapes.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

Module module(const QString &type, const QJsonObject &json)
{
    Module result;
    result.id = u"x"_s;
    result.type = type;
    result.info = typeInfo(type);
    result.json = json;
    return result;
}

/// Reads a JSON value out of a test row; "-" is nothing at all.
QJsonValue value(const char *text)
{
    if (qstrcmp(text, "-") == 0) {
        return QJsonValue::Undefined;
    }
    const auto parsed = json::parse("[" + QByteArray(text) + "]");
    if (!parsed) {
        qFatal("no JSON: %s", text);
    }
    return parsed->toArray().first();
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edited_data();
    void edited() { shapes(false); }
    void read_data();
    void read() { shapes(true); }
    void everyTypeIsInTheTable();
    void options_data();
    void options();
    void rules_data();
    void rules();
    void numbers_data();
    void numbers();
    void totals_data();
    void totals();
    void paths();

private:
    template <size_t Count>
    static void rows(const Shape (&table)[Count]);
    static void shapes(bool isReadonly);
};

template <size_t Count>
void ValuesTest::rows(const Shape (&table)[Count])
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<QJsonValue>("loaded");
    QTest::addColumn<QJsonValue>("collected");
    QTest::addColumn<QString>("shown");
    for (const Shape &shape : table) {
        QTest::newRow(shape.name) << QString::fromUtf8(shape.type) << value(shape.json).toObject()
                                  << value(shape.stored) << value(shape.loaded)
                                  << value(shape.collected) << QString::fromUtf8(shape.shown);
    }
}

void ValuesTest::edited_data()
{
    rows(Edited);
}

void ValuesTest::read_data()
{
    rows(Read);
}

void ValuesTest::shapes(bool isReadonly)
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, json);
    QFETCH(QJsonValue, stored);
    const Module field = module(type, json);
    const QJsonArray list{ u"甲|a"_s, u"乙|b"_s, u"壹|1"_s, u"拾|10"_s };
    const QList<Option> options = optionsOf(list);
    const QJsonValue now = loadedValue(field, stored, isReadonly);
    QTEST(now, "loaded");
    QTEST(collectedValue(field, now, options, isReadonly), "collected");
    QTEST(shownText(field, now, options, isReadonly ? Viewing::Reading : Viewing::Editing),
          "shown");
}

void ValuesTest::everyTypeIsInTheTable()
{
    QSet<QString> seen;
    for (const Shape &shape : Edited) {
        seen.insert(QString::fromUtf8(shape.type).toLower());
    }
    for (const QString &type : knownTypes()) {
        if (typeInfo(type).hasValue && type != "reader"_L1 && type != "authorfield"_L1) {
            QVERIFY2(seen.contains(type), qPrintable(type));
        }
    }
}

void ValuesTest::options_data()
{
    QTest::addColumn<QJsonValue>("entry");
    QTest::addColumn<bool>("isCombox");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("pair") << QJsonValue(u"年休假|annual"_s) << false << u"年休假"_s << u"annual"_s;
    QTest::newRow("bare") << QJsonValue(u"通知"_s) << false << u"通知"_s << u"通知"_s;
    QTest::newRow("no value") << QJsonValue(u"通知|"_s) << false << u"通知"_s << u"通知"_s;
    QTest::newRow("empty") << QJsonValue(u"|"_s) << false << u""_s << u""_s;
    QTest::newRow("nothing") << QJsonValue(QString()) << false << u""_s << u""_s;
    QTest::newRow("a third part is ignored")
        << QJsonValue(u"北京|bj|110000"_s) << false << u"北京"_s << u"bj"_s;
    QTest::newRow("keyword") << QJsonValue(u"北京|bj|110000"_s) << true << u"北京"_s << u"110000"_s;
    QTest::newRow("value with blanks")
        << QJsonValue(u"甲| a b "_s) << false << u"甲"_s << u" a b "_s;
    QTest::newRow("object") << QJsonValue(QJsonObject{ { u"text"_s, u"甲"_s }, { u"value"_s, 1 } })
                            << false << u"甲"_s << u"1"_s;
    QTest::newRow("labelled") << QJsonValue(
        QJsonObject{ { u"label"_s, u"乙"_s }, { u"value"_s, u"2"_s } })
                              << false << u"乙"_s << u"2"_s;
    QTest::newRow("number") << QJsonValue(5) << false << u"5"_s << u"5"_s;
}

void ValuesTest::options()
{
    QFETCH(QJsonValue, entry);
    QFETCH(bool, isCombox);
    QFETCH(QString, text);
    QFETCH(QString, value);
    QCOMPARE(optionsOf(QJsonArray{ entry }, isCombox ? OptionShape::Keyword : OptionShape::Pair),
             (QList<Option>{ Option{ text, value } }));
}

void ValuesTest::rules_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("fails");
    for (const RuleCase &rule : Rules) {
        QTest::newRow(rule.name) << QString::fromUtf8(rule.type) << QString::fromUtf8(rule.rule)
                                 << QString::fromUtf8(rule.limit) << QString::fromUtf8(rule.kind)
                                 << value(rule.value) << rule.fails;
    }
}

void ValuesTest::rules()
{
    QFETCH(QString, type);
    QFETCH(QString, rule);
    QFETCH(QString, limit);
    QFETCH(QString, kind);
    QFETCH(QJsonValue, value);
    const QJsonObject entry{ { u"status"_s, u"all"_s },
                             { u"valueType"_s, kind },
                             { u"operateor"_s, rule },
                             { u"value"_s, limit },
                             { u"prompt"_s, u"no"_s } };
    const Module field = module(type, { { u"validationConfig"_s, QJsonArray{ entry } } });
    QTEST(firstFailure(field, value, {}).has_value(), "fails");
}

void ValuesTest::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parsed");
    QTest::addColumn<QString>("converted");
    QTest::newRow("plain") << u"12.50"_s << u"12.5"_s << u"12.5"_s;
    QTest::newRow("tail") << u"12abc"_s << u"12"_s << u"NaN"_s;
    QTest::newRow("blank") << u"  "_s << u"none"_s << u"0"_s;
    QTest::newRow("exponent") << u"1e3"_s << u"1000"_s << u"1000"_s;
    QTest::newRow("hex") << u"0x10"_s << u"0"_s << u"16"_s;
    QTest::newRow("point first") << u".5"_s << u"0.5"_s << u"0.5"_s;
    QTest::newRow("thousands") << u"1,234"_s << u"1"_s << u"NaN"_s;
    QTest::newRow("small") << u"0.0000001"_s << u"1e-7"_s << u"1e-7"_s;
    QTest::newRow("large") << u"1000000000000000000000"_s << u"1e+21"_s << u"1e+21"_s;
    QTest::newRow("endless") << u"-Infinity"_s << u"-Infinity"_s << u"-Infinity"_s;
    QTest::newRow("word") << u"inf"_s << u"none"_s << u"NaN"_s;
}

void ValuesTest::numbers()
{
    QFETCH(QString, text);
    const auto number = leadingNumber(text);
    QTEST(number ? scriptNumber(*number) : u"none"_s, "parsed");
    QTEST(scriptNumber(scriptToNumber(text)), "converted");
}

void ValuesTest::totals_data()
{
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<QString>("sum");
    QTest::newRow("none") << QStringList() << u"0"_s;
    QTest::newRow("decimal, not binary") << QStringList{ u"0.1"_s, u"0.2"_s } << u"0.3"_s;
    QTest::newRow("no padding") << QStringList{ u"700.00"_s, u"2428.50"_s } << u"3128.5"_s;
    QTest::newRow("negative") << QStringList{ u"1.25"_s, u"-2"_s } << u"-0.75"_s;
    QTest::newRow("many") << QStringList(200, u"0.01"_s) << u"2"_s;
}

void ValuesTest::totals()
{
    QFETCH(QStringList, numbers);
    QTEST(decimalSum(numbers), "sum");
}

void ValuesTest::paths()
{
    const QJsonValue written
        = withValueAt(QJsonObject(), pathOf(u"contract..parties..1..name"_s), u"甲"_s);
    QCOMPARE(valueAt(written, pathOf(u"contract..parties..1..name"_s)), QJsonValue(u"甲"_s));
    QCOMPARE(
        written.toObject().value("contract"_L1).toObject().value("parties"_L1).toArray().size(), 2);
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
