// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/forms/data_path.h"
#include "core/forms/rules.h"
#include "core/forms/values.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;

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

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void options_data();
    void options();
    void rules_data();
    void rules();
    void paths();
};

// The table of o2oa-forms 2.3.1.
void ValuesTest::shapes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<QJsonValue>("loaded");
    QTest::addColumn<QJsonValue>("collected");
    QTest::addColumn<bool>("isReadonly");
    const QJsonObject two{ { u"decimals"_s, u"2"_s } };
    const QJsonObject none{ { u"decimals"_s, u"0"_s } };
    const QJsonObject any{ { u"decimals"_s, u"*"_s } };
    const QJsonValue absent(QJsonValue::Undefined);
    QTest::newRow("padded") << u"Number"_s << two << QJsonValue(9) << QJsonValue(u"9.00"_s)
                            << QJsonValue(9) << false;
    QTest::newRow("any") << u"Number"_s << any << QJsonValue(u"1234.50"_s)
                         << QJsonValue(u"1234.50"_s) << QJsonValue(1234.5) << false;
    QTest::newRow("half up") << u"Number"_s << none << QJsonValue(2.5) << QJsonValue(u"3"_s)
                             << QJsonValue(3) << false;
    QTest::newRow("negative half") << u"Number"_s << two << QJsonValue(-1.005)
                                   << QJsonValue(u"-1.00"_s) << QJsonValue(-1) << false;
    QTest::newRow("nothing") << u"Number"_s << two << absent << QJsonValue(u"0"_s) << QJsonValue(0)
                             << false;
    QTest::newRow("zero") << u"Number"_s << two << QJsonValue(0) << QJsonValue(u"0"_s)
                          << QJsonValue(0) << false;
    QTest::newRow("no number") << u"Number"_s << two << QJsonValue(u"abc"_s) << QJsonValue(u"abc"_s)
                               << QJsonValue(0) << false;
    QTest::newRow("read-only") << u"Number"_s << two << QJsonValue(3.5) << QJsonValue(u"3.50"_s)
                               << QJsonValue(u"3.50"_s) << true;
    QTest::newRow("read-only nothing")
        << u"Number"_s << two << absent << QJsonValue(u"0"_s) << QJsonValue(u"0"_s) << true;
    QTest::newRow("number in text") << u"Textfield"_s << QJsonObject() << QJsonValue(12)
                                    << QJsonValue(12) << QJsonValue(u"12"_s) << false;
    QTest::newRow("numeric text") << u"Textfield"_s << QJsonObject{ { u"dataType"_s, u"number"_s } }
                                  << QJsonValue(u"12"_s) << QJsonValue(u"12"_s) << QJsonValue(12)
                                  << false;
    QTest::newRow("list in text") << u"Textfield"_s << QJsonObject()
                                  << QJsonValue(QJsonArray{ u"p"_s, u"q"_s })
                                  << QJsonValue(QJsonArray{ u"p"_s, u"q"_s })
                                  << QJsonValue(u"p,q"_s) << false;
    // kept, where the web client writes "[object Object]"
    QTest::newRow("object in text")
        << u"Textfield"_s << QJsonObject() << QJsonValue(QJsonObject{ { u"a"_s, 1 } })
        << QJsonValue(QJsonObject{ { u"a"_s, 1 } }) << QJsonValue(QJsonObject{ { u"a"_s, 1 } })
        << false;
    QTest::newRow("no combox") << u"Combox"_s << QJsonObject() << absent << QJsonValue(QJsonArray())
                               << QJsonValue(QJsonArray()) << false;
    QTest::newRow("no org") << u"Org"_s << QJsonObject() << absent << QJsonValue(QJsonArray())
                            << QJsonValue(QJsonArray()) << false;
    QTest::newRow("no grid") << u"Datagrid"_s << QJsonObject() << absent
                             << QJsonValue(QJsonObject{ { u"data"_s, QJsonArray() },
                                                        { u"total"_s, QJsonObject() } })
                             << QJsonValue(QJsonObject{ { u"data"_s, QJsonArray() } }) << false;
    QTest::newRow("no el number") << u"Elnumber"_s << QJsonObject() << absent << absent
                                  << QJsonValue(QJsonValue::Null) << false;
}

void ValuesTest::shapes()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, json);
    QFETCH(QJsonValue, stored);
    QFETCH(bool, isReadonly);
    const Module field = module(type, json);
    const QJsonValue value = loadedValue(field, stored, isReadonly);
    QTEST(value, "loaded");
    QTEST(collectedValue(field, value, {}, isReadonly), "collected");
}

void ValuesTest::options_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("pair") << u"年休假|annual"_s << u"年休假"_s << u"annual"_s;
    QTest::newRow("bare") << u"通知"_s << u"通知"_s << u"通知"_s;
    QTest::newRow("no value") << u"通知|"_s << u"通知"_s << u"通知"_s;
    QTest::newRow("empty") << u"|"_s << u""_s << u""_s;
    QTest::newRow("keyword") << u"北京|bj|110000"_s << u"北京"_s << u"110000"_s;
}

void ValuesTest::options()
{
    QFETCH(QString, entry);
    QFETCH(QString, text);
    QFETCH(QString, value);
    QCOMPARE(optionsOf(QJsonArray{ entry }), (QList<Option>{ Option{ text, value } }));
}

void ValuesTest::rules_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("fails");
    QTest::newRow("texts compare as texts")
        << u"Textfield"_s << u"gt"_s << u"10"_s << QJsonValue(u"9"_s) << true;
    QTest::newRow("numbers as numbers")
        << u"Number"_s << u"gt"_s << u"10"_s << QJsonValue(9) << false;
    QTest::newRow("loose equal") << u"Number"_s << u"equal"_s << u"0"_s << QJsonValue(0) << true;
    QTest::newRow("zero is not empty")
        << u"Number"_s << u"isnull"_s << QString() << QJsonValue(0) << false;
    QTest::newRow("blank is not empty")
        << u"Textfield"_s << u"isnull"_s << QString() << QJsonValue(u" "_s) << false;
    QTest::newRow("empty list of people")
        << u"Org"_s << u"isnull"_s << QString() << QJsonValue(QJsonArray()) << false;
    QTest::newRow("empty list of boxes")
        << u"Checkbox"_s << u"isnull"_s << QString() << QJsonValue(QJsonArray()) << true;
    QTest::newRow("new family") << u"OOOrg"_s << u"isnull"_s << QString()
                                << QJsonValue(QJsonArray()) << true;
    QTest::newRow("part of a list")
        << u"Checkbox"_s << u"contain"_s << u"a"_s << QJsonValue(QJsonArray{ u"a"_s }) << true;
    QTest::newRow("no part") << u"Textfield"_s << u"notcontain"_s << u"a"_s << QJsonValue(QString())
                             << true;
}

void ValuesTest::rules()
{
    QFETCH(QString, type);
    QFETCH(QString, rule);
    QFETCH(QString, limit);
    QFETCH(QJsonValue, value);
    const QJsonObject entry{ { u"status"_s, u"all"_s },
                             { u"valueType"_s, u"value"_s },
                             { u"operateor"_s, rule },
                             { u"value"_s, limit },
                             { u"prompt"_s, u"no"_s } };
    const Module field = module(type, { { u"validationConfig"_s, QJsonArray{ entry } } });
    QTEST(firstFailure(field, value, {}).has_value(), "fails");
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
