// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// A form opened on a work: defaults, options and sections.
class SessionLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults_data();
    void defaults();
    void defaultsRunInOrder();
    void readModeShowsDefaultsAndSendsNothing();
    void options_data();
    void options();
    void sections_data();
    void sections();
    void sectionsForReaders();
};

void SessionLoadTest::defaults_data()
{
    QTest::addColumn<QJsonObject>("module");
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonValue>("collected");
    const auto row = [](const char *name,
                        const char *json,
                        const char *code,
                        const char *stored,
                        const char *value,
                        const char *collected) {
        QTest::newRow(name) << withCode(json, "defaultValue", code)
                            << (qstrcmp(stored, "-") == 0 ? QJsonValue(QJsonValue::Undefined)
                                                          : js(stored))
                            << js(value) << js(collected);
    };
    const char *text = "{'type':'Textfield'}";
    row("nothing stored", text, "return '甲'", "-", "'甲'", "'甲'");
    const char *html = "{'type':'Htmleditor','templateCode':'<p>甲</p>'}";
    row("content of an editor", html, "", "''", "'<p>甲</p>'", "'<p>甲</p>'");
    row("content of an editor, stored", html, "", "'乙'", "'乙'", "'乙'");
    row("something stored", text, "return '甲'", "'乙'", "'乙'", "'乙'");
    row("empty text", text, "return '甲'", "''", "'甲'", "'甲'");
    row("zero is empty", text, "return '甲'", "0", "'甲'", "'甲'");
    row("false is empty", text, "return '甲'", "false", "'甲'", "'甲'");
    row("null is empty", text, "return '甲'", "null", "'甲'", "'甲'");
    row("an empty list is not", text, "return '甲'", "[]", "[]", "''");
    row("recomputed at every load",
        "{'type':'Textfield','compute':'show'}",
        "return '甲'",
        "'乙'",
        "'甲'",
        "'甲'");
    row("recomputed without a script",
        "{'type':'Textfield','compute':'show'}",
        "",
        "'乙'",
        "'乙'",
        "'乙'");
    row("failing script", text, "return null.x", "'乙'", "'乙'", "'乙'");
    row("failing script, nothing stored", text, "reutrn 1", "-", "''", "''");
    row("needs the server",
        "{'type':'Textfield','compute':'show'}",
        "return this.Action('x')",
        "'乙'",
        "'乙'",
        "'乙'");
    row("promise", text, "return Promise.resolve('后')", "-", "'后'", "'后'");
    row("number", "{'type':'Number','decimals':'1'}", "return 10", "-", "'10.0'", "10");
    row("number, zero stored",
        "{'type':'Number','decimals':'1'}",
        "return 10",
        "0",
        "'10.0'",
        "10");
    row("number at every load is not padded",
        "{'type':'Number','decimals':'1','compute':'show'}",
        "return 10",
        "3",
        "10",
        "10");
    row("date",
        "{'type':'Calendar','format':'%Y-%m-%d'}",
        "return new Date()",
        "-",
        "'2026-01-09'",
        "'2026-01-09'");
    row("date text in the field's format",
        "{'type':'Calendar','format':'%Y年%m月%d日 %H:%M'}",
        "return '2026-1-9 8:05'",
        "-",
        "'2026年01月09日 08:05'",
        "'2026年01月09日 08:05'");
    row("month",
        "{'type':'Calendar','format':'%Y-%m'}",
        "return new Date().format('%Y-%m')",
        "-",
        "'2026-01'",
        "'2026-01'");
    row("no date", "{'type':'Calendar','format':'%Y-%m-%d'}", "return ''", "-", "''", "''");
    row("choice",
        "{'type':'Select','itemValues':['甲|a','乙|b']}",
        "return 'b'",
        "-",
        "'b'",
        "'b'");
    row("choice, list",
        "{'type':'Select','itemValues':['甲|a','乙|b']}",
        "return ['b','a']",
        "-",
        "'b'",
        "'b'");
    row("choice, none", "{'type':'Select','itemValues':['甲|a','乙|b']}", "", "-", "''", "'a'");
    row("choice, empty first",
        "{'type':'Select','itemValues':['|','乙|b']}",
        "",
        "-",
        "''",
        "null");
    row("boxes, text",
        "{'type':'Checkbox','itemValues':['甲|a','乙|b']}",
        "return 'b'",
        "-",
        "'b'",
        "['b']");
    row("combox", "{'type':'Combox'}", "return 'b'", "-", "['b']", "['b']");
    row("newer families take zero for a value", "{'type':'Elnumber'}", "return 5", "0", "0", "0");
    row("newer families fill an empty list",
        "{'type':'Elcheckbox','itemValues':['a']}",
        "return ['a']",
        "[]",
        "['a']",
        "['a']");
}

void SessionLoadTest::defaults()
{
    QFETCH(QJsonObject, module);
    QFETCH(QJsonValue, stored);
    QJsonObject data;
    if (!stored.isUndefined()) {
        data.insert(u"x"_s, stored);
    }
    FormSession session(single(module, data));
    QTEST(session.value(u"x"_s), "value");
    QTEST(session.collected(u"x"_s), "collected");
    QCOMPARE(session.changes(), QJsonObject());
}

void SessionLoadTest::defaultsRunInOrder()
{
    FormSession session(smallForm(
        "{'a':{'type':'Textfield','defaultValue':{'code':'return typeof this.data.b'}},"
        "'b':{'type':'Textfield','defaultValue':{'code':'return this.data.a + 1'}},"
        "'people':{'type':'Org','identityValue':['林晓雨@lin-rd@I'],'unitValue':['研发中心@rd@U'],"
        "'count':2,'defaultValue':{'code':'return [\\'周启明@zhou@P\\']'}},"
        "'duty':{'type':'Personfield','dutyValue':'[{\\\"name\\\":\\\"部门负责人\\\",\\\"code\\\":"
        "\\\"return this.workContext.getTask().unit\\\"}]'}}",
        { u"a"_s, u"b"_s, u"people"_s, u"duty"_s }));
    QCOMPARE(session.value(u"a"_s), QJsonValue(u"undefined"_s));
    QCOMPARE(session.value(u"b"_s), QJsonValue(u"undefined1"_s));
    QCOMPARE(session.shown(u"people"_s), u"林晓雨(研发中心), 研发中心"_s);
    QCOMPARE(session.shown(u"duty"_s), u"周启明(研发中心)"_s);
}

void SessionLoadTest::readModeShowsDefaultsAndSendsNothing()
{
    FormInput input = smallForm(
        "{'a':{'type':'Textfield','defaultValue':{'code':'return 1'}},'n':{'type':'Number'},"
        "'o':{'type':'Opinion'},'l':{'type':'Label','text':'<b>x</b>'}}",
        { u"a"_s, u"n"_s, u"o"_s, u"l"_s });
    input.work.control.allowSave = false;
    FormSession session(input);
    QCOMPARE(session.shown(u"a"_s), u"1"_s);
    QCOMPARE(session.shown(u"n"_s), u"0"_s);
    QCOMPARE(session.shown(u"l"_s), u"<b>x</b>"_s);
    QVERIFY(!session.isShown(u"o"_s));
    session.edit(u"a"_s, u"2"_s);
    QCOMPARE(session.changes(true), QJsonObject());
    QVERIFY(session.check({}, {}).isPassed());
}

void SessionLoadTest::options_data()
{
    QTest::addColumn<QJsonObject>("module");
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("isResolved");
    const auto row = [](const char *name, const char *json, const char *options, bool isResolved) {
        QTest::newRow(name) << js(json).toObject() << QString::fromUtf8(options) << isResolved;
    };
    row("values",
        "{'type':'Select','itemType':'values','itemValues':['甲|a','乙']}",
        "甲=a 乙=乙",
        true);
    row("no values", "{'type':'Select'}", "", true);
    row("script",
        "{'type':'Radio','itemType':'script','itemScript':{'code':'return [\\'甲|a\\']'}}",
        "甲=a",
        true);
    row("promise",
        "{'type':'Radio','itemType':'script',"
        "'itemScript':{'code':'return Promise.resolve([\\'甲|a\\'])'}}",
        "甲=a",
        true);
    row("script of a dictionary",
        "{'type':'Select','itemType':'script',"
        "'itemScript':{'code':'return new this.Dict(\\'配置\\').get(\\'种类\\')'}}",
        "甲=a 乙=b",
        true);
    row("dictionary",
        "{'type':'Select','itemType':'dict','itemDict':[{'name':'配置','appName':'行政'}],"
        "'itemDictPath':'种类'}",
        "甲=a 乙=b",
        true);
    row("dictionary of objects",
        "{'type':'Elselect','itemType':'dict','itemDict':[{'name':'配置'}],'itemDictPath':'list',"
        "'dictValueKey':'k','dictTextKey':'v'}",
        "一=1",
        true);
    row("dictionary as an object",
        "{'type':'Select','itemType':'dict','itemDict':[{'name':'配置'}],'itemDictPath':'城市'}",
        "北京=500",
        true);
    row("no dictionary",
        "{'type':'Select','itemType':'dict','itemDict':[{'name':'没有'}],'itemDictPath':'x'}",
        "旧值=旧值",
        false);
    row("view", "{'type':'Select','itemType':'view'}", "旧值=旧值", false);
    row("script that needs the server",
        "{'type':'Checkbox','itemType':'script','itemScript':{'code':'return this.Action()'}}",
        "旧值=旧值",
        false);
    row("script that answers no list",
        "{'type':'Select','itemType':'script','itemScript':{'code':'return 5'}}",
        "旧值=旧值",
        false);
    row("fallback",
        "{'type':'Elselect','itemType':'view',"
        "'defaultOptionsScript':{'code':'return [\\'丙|c\\']'}}",
        "丙=c",
        true);
}

void SessionLoadTest::options()
{
    QFETCH(QJsonObject, module);
    FormSession session(single(module, js("{'x':'旧值'}").toObject()));
    QStringList texts;
    for (const Option &option : session.state(u"x"_s).options) {
        texts.append(option.text + u'=' + option.value);
    }
    QTEST(texts.join(u' '), "options");
    QTEST(session.state(u"x"_s).hasOptions, "isResolved");
    QCOMPARE(session.notes().isEmpty() || !session.state(u"x"_s).hasOptions
                 || module.contains(u"defaultOptionsScript"_s),
             true);
    QCOMPARE(session.changes(true).value(u"x"_s), QJsonValue(QJsonValue::Undefined));
}

void SessionLoadTest::sections_data()
{
    QTest::addColumn<QJsonObject>("module");
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<QJsonValue>("own");
    QTest::addColumn<QJsonValue>("change");
    const auto row = [](const char *name,
                        const char *json,
                        const char *stored,
                        const char *own,
                        const char *change) {
        QTest::newRow(name) << js(json).toObject() << js(stored) << js(own) << js(change);
    };
    row("person",
        "{'type':'Textarea','section':'yes','sectionBy':'person'}",
        "{'p1':'我','p2':'他'}",
        "'我'",
        "{'p1':'新'}");
    row("unit, plain name",
        "{'type':'Textarea','section':'yes','sectionBy':'unit'}",
        "{'研发中心':'我们'}",
        "'我们'",
        "{'研发中心':'新'}");
    row("activity",
        "{'type':'Textarea','section':'yes','sectionBy':'activity'}",
        "{'act-1':'此处'}",
        "'此处'",
        "{'act-1':'新'}");
    row("split value",
        "{'type':'Textarea','section':'yes','sectionBy':'splitValue'}",
        "{'华东':'区'}",
        "'区'",
        "{'华东':'新'}");
    row("script",
        "{'type':'Textarea','section':'yes','sectionBy':'script',"
        "'sectionByScript':{'code':'return \\'k\\' + 1'}}",
        "{'k1':'脚本'}",
        "'脚本'",
        "{'k1':'新'}");
    row("opinion", "{'type':'Opinion'}", "{'p2':'他'}", "''", "{'p1':'新'}");
    row("no way given", "{'type':'Textarea','section':'yes'}", "'整'", "'整'", "'新'");
    row("not sectioned",
        "{'type':'Textarea','section':'no','sectionBy':'person'}",
        "'整'",
        "'整'",
        "'新'");
}

void SessionLoadTest::sections()
{
    QFETCH(QJsonObject, module);
    QFETCH(QJsonValue, stored);
    FormSession session(single(module, { { u"x"_s, stored } }));
    QTEST(session.value(u"x"_s), "own");
    QCOMPARE(session.changes(), QJsonObject());
    session.edit(u"x"_s, u"新"_s);
    QTEST(session.changes().value(u"x"_s), "change");
}

void SessionLoadTest::sectionsForReaders()
{
    FormInput input = single(js("{'type':'Textarea','section':'yes','sectionBy':'unit',"
                                "'showAllSection':true,'showSectionKey':'yes'}")
                                 .toObject(),
                             js("{'x':{'研发中心':'同意','市场部':'无'}}").toObject());
    input.work.control.allowSave = false;
    FormSession session(input);
    QStringList lines = session.shown(u"x"_s).split(u'\n');
    lines.sort();
    QCOMPARE(lines, (QStringList{ u"市场部：无"_s, u"研发中心：同意"_s }));
}

QTEST_GUILESS_MAIN(SessionLoadTest)
#include "session_load_test.moc"
