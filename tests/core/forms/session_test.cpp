// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

QString codeOf(const char *code)
{
    return QString::fromUtf8(code);
}

QJsonObject withCode(const char *json, const char *member, const char *code)
{
    QJsonObject module = js(json).toObject();
    module.insert(QString::fromUtf8(member), QJsonObject{ { u"code"_s, codeOf(code) } });
    return module;
}

/// Module "x" alone on a form.
FormInput single(const QJsonObject &module, const QJsonObject &data = {})
{
    return inputOf(formOf({ { u"x"_s, module } }, nodes({ u"x"_s })), data);
}

QStringList textsOf(const QList<Failure> &failures)
{
    QStringList texts;
    for (const Failure &failure : failures) {
        texts.append(failure.field + u'|' + failure.text);
    }
    return texts;
}

/// A table of two columns, text "note" and number "money" with a sum, behind a sequence.
FormInput gridForm(const char *kind, const char *gridJson, const QJsonValue &stored)
{
    const QString type = QString::fromUtf8(kind);
    QJsonObject modules
        = js("{'t1':{'type':'K$Title','name':'事由'},'t2':{'type':'K$Title','name':'金额',"
             "'total':'number'},'t3':{'type':'K$Title','name':'次数','total':'count'},"
             "'d1':{'type':'K$Data'},'d2':{'type':'K$Data'},'d3':{'type':'K$Data','isShow':false},"
             "'note':{'type':'Textfield','validationConfig':[{'status':'all','valueType':'value',"
             "'operateor':'isnull','prompt':'请填写事由'}]},"
             "'money':{'type':'Number','decimals':'2'},"
             "'kind':{'type':'Select','itemValues':['差旅|t','餐费|m'],"
             "'defaultValue':{'code':'return \\'m\\''}}}")
              .toObject();
    for (auto module = modules.begin(); module != modules.end(); ++module) {
        QJsonObject object = module.value().toObject();
        object.insert(u"type"_s, object.value("type"_L1).toString().replace(u"K$"_s, type + u'$'));
        module.value() = object;
    }
    QJsonObject grid = js(gridJson).toObject();
    grid.insert(u"type"_s, type);
    modules.insert(u"g"_s, grid);
    const QString html
        = u"<div mwftype='form'><div id='g' mwftype='datagrid'><table><tr>"
          "<th id='t1' mwftype='t'></th><th id='t2' mwftype='t'></th><th id='t3' mwftype='t'></th>"
          "</tr><tr><td id='d1' mwftype='t'><div id='note' mwftype='x'></div></td>"
          "<td id='d2' mwftype='t'><div id='money' mwftype='x'></div></td>"
          "<td id='d3' mwftype='t'><div id='kind' mwftype='x'></div></td></tr></table></div></div>"_s;
    QJsonObject data;
    if (!stored.isUndefined()) {
        data.insert(u"g"_s, stored);
    }
    return inputOf(formOf(modules, html), data);
}

} // namespace

/// A form opened on a work: loading, rights, rows, checks and what is sent.
class SessionTest : public QObject
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
    void rights_data();
    void rights();
    void rightsAreInherited();
    void order();
    void subforms_data();
    void subforms();
    void ruleAnswers_data();
    void ruleAnswers();
    void rulesOfRoutes();
    void alwaysChecked();
    void hiddenFieldsAreChecked();
    void routes_data();
    void routes();
    void groups();
    void routeChecks_data();
    void routeChecks();
    void rows();
    void datatableRows();
    void defaultRows_data();
    void defaultRows();
    void rowLimits();
    void changes_data();
    void changes();
    void loadScriptsAreNoTouch();
    void unknownModulesKeepTheirValue();
    void computedWhenCollected();
    void opinionIsEmptiedBySubmit();
    void hiddenPlainLayoutHides();
};

void SessionTest::defaults_data()
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

void SessionTest::defaults()
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

void SessionTest::defaultsRunInOrder()
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

void SessionTest::readModeShowsDefaultsAndSendsNothing()
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

void SessionTest::options_data()
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

void SessionTest::options()
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

void SessionTest::sections_data()
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

void SessionTest::sections()
{
    QFETCH(QJsonObject, module);
    QFETCH(QJsonValue, stored);
    FormSession session(single(module, { { u"x"_s, stored } }));
    QTEST(session.value(u"x"_s), "own");
    QCOMPARE(session.changes(), QJsonObject());
    session.edit(u"x"_s, u"新"_s);
    QTEST(session.changes().value(u"x"_s), "change");
}

void SessionTest::sectionsForReaders()
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

void SessionTest::rights_data()
{
    QTest::addColumn<QJsonObject>("module");
    QTest::addColumn<bool>("isShown");
    QTest::addColumn<bool>("isReadonly");
    const auto row = [](const char *name, const char *json, bool isShown, bool isReadonly) {
        QTest::newRow(name) << js(json).toObject() << isShown << isReadonly;
    };
    row("plain", "{'type':'Textfield'}", true, false);
    row("read-only", "{'type':'Textfield','isReadonly':true}", true, true);
    row("even no locks a classic field", "{'type':'Textfield','isReadonly':'no'}", true, true);
    row("no does not lock a newer one", "{'type':'OOInput','isReadonly':'no'}", true, false);
    row("script locks",
        "{'type':'OOInput','isReadonly':'script','readonlyScript':{'code':'return true'}}",
        true,
        true);
    row("script opens",
        "{'type':'OOInput','isReadonly':'script','readonlyScript':{'code':'return false'}}",
        true,
        false);
    row("read-only attribute", "{'type':'OOInput','readonly':true}", true, true);
    row("disabled element", "{'type':'Elinput','disabled':true}", true, true);
    row("shown for reading", "{'type':'OOInput','showMode':'read'}", true, true);
    row("disabled", "{'type':'OOInput','showMode':'disabled'}", true, true);
    row("editable here",
        "{'type':'OOInput','editByActivity':true,'editByActivityValue':[{'id':'act-1'}]}",
        true,
        false);
    row("editable elsewhere",
        "{'type':'OOInput','editByActivity':true,'editByActivityValue':[{'id':'act-9'}]}",
        true,
        true);
    row("activity by name",
        "{'type':'OOInput','editByActivity':'yes','editByActivityValue':[{'name':'填写'}]}",
        true,
        false);
    row("readable elsewhere",
        "{'type':'OOInput','readByActivity':true,'readByActivityValue':[{'id':'act-9'}]}",
        false,
        true);
    row("readable elsewhere, place kept",
        "{'type':'OOInput','readByActivity':true,'readByActivityValue':[{'id':'act-9'}],"
        "'hideCannotRead':'no'}",
        true,
        true);
    row("editable means readable",
        "{'type':'OOInput','readByActivity':true,'readByActivityValue':[{'id':'act-9'}],"
        "'editByActivity':true,'editByActivityValue':[{'id':'act-1'}]}",
        true,
        false);
    row("by identity",
        "{'type':'OOInput','editByOrg':true,"
        "'editByOrgValue':[{'distinguishedName':'林晓雨@lin-rd@I'}]}",
        true,
        false);
    row("by unit",
        "{'type':'OOInput','editByOrg':true,'editByOrgValue':[{'distinguishedName':'研发中心@rd@U'}"
        "]}",
        true,
        false);
    row("by group",
        "{'type':'OOInput','editByOrg':true,'editByOrgValue':[{'distinguishedName':'审核组@ag@G'}]"
        "}",
        true,
        false);
    row("by role",
        "{'type':'OOInput','editByOrg':true,'editByOrgValue':[{'distinguishedName':'审批员@sp@R'}]"
        "}",
        true,
        false);
    row("by somebody else",
        "{'type':'OOInput','editByOrg':true,'editByOrgValue':[{'distinguishedName':'周启明@zhou@P'}"
        "]}",
        true,
        true);
    row("by script",
        "{'type':'OOInput','editByScript':true,'editByScriptValue':{'code':'return false'}}",
        true,
        true);
    row("one no of several",
        "{'type':'OOInput','editByActivity':true,'editByActivityValue':[{'id':'act-1'}],"
        "'editByScript':true,'editByScriptValue':{'code':'return false'}}",
        true,
        true);
    row("grid closed by script",
        "{'type':'Datagrid','editableScript':{'code':'return false'}}",
        true,
        true);
    row("grid open by script",
        "{'type':'Datagrid','editableScript':{'code':'return 1'}}",
        true,
        false);
    row("hidden by style", "{'type':'Textfield','styles':{'display':'none'}}", false, false);
    row("hidden by a stored style",
        "{'type':'Textfield','recoveryStyles':{'display':'none'}}",
        false,
        false);
    row("hidden by a stored style and shown again",
        "{'type':'Textfield','styles':{'display':'none'},"
        "'events':{'load':{'code':'this.target.show()'}}}",
        true,
        false);
    row("hidden by its script",
        "{'type':'Textfield','events':{'queryLoad':{'code':'this.target.hide()'}}}",
        false,
        false);
    row("locked by its script",
        "{'type':'Textfield','events':{'queryLoad':{'code':'this.target.json.isReadonly = true'}}}",
        true,
        true);
}

void SessionTest::rights()
{
    QFETCH(QJsonObject, module);
    FormSession session(single(module, js("{'x':'值'}").toObject()));
    QTEST(session.isShown(u"x"_s), "isShown");
    QTEST(session.state(u"x"_s).isReadonly, "isReadonly");
    QCOMPARE(session.data().value(u"x"_s).isUndefined(), false);
}

void SessionTest::rightsAreInherited()
{
    const QJsonObject modules
        = js("{'box':{'type':'Div','readByActivity':true,'readByActivityValue':[{'id':'act-9'}]},"
             "'a':{'type':'OOInput','required':true},"
             "'lock':{'type':'Div','editByScript':true,'editByScriptValue':{'code':'return "
             "false'}},"
             "'b':{'type':'OOInput','required':true,'editByActivity':true,"
             "'editByActivityValue':[{'id':'act-1'}]},'c':{'type':'OOInput'}}")
              .toObject();
    FormSession session(
        inputOf(formOf(modules,
                       u"<div id='box' mwftype='div'><div id='a' mwftype='x'></div></div>"
                       "<div id='lock' mwftype='div'><div id='b' mwftype='x'></div></div>"
                       "<div id='c' mwftype='x'></div>"_s)));
    QVERIFY(!session.isShown(u"a"_s));
    QVERIFY(session.isShown(u"b"_s));
    QVERIFY(session.state(u"b"_s).isReadonly); // a "no" of anything around wins
    QVERIFY(!session.state(u"c"_s).isReadonly);
    QCOMPARE(textsOf(session.check({}, {}).fields), QStringList());
}

void SessionTest::order()
{
    const QJsonObject modules
        = js("{'tab':{'type':'Tab'},'p1':{'type':'Tab$Page','name':'一'},'p2':{'type':'Tab$Page'},"
             "'c1':{'type':'Tab$Content'},'c2':{'type':'Tab$Content'},'z':{'type':'Textfield'},"
             "'a':{'type':'Textfield'},'deleted':{'type':'Textfield'}}")
              .toObject();
    FormSession session(inputOf(
        formOf(modules,
               u"<DIV MWFTYPE='form'><div MWFType='tab' MWFId='tab'><div><div>"
               "<div mwftype='tab$Page' id='p1'>x</div><div mwftype='tab$Page' id='p2'>二</div>"
               "</div></div><div name='MWFcontentNodeContainer'>"
               "<div><div mwftype='tab$Content' id='c1'><div mwftype='textfield' id='z'>"
               "<div mwftype='textfield' id='a'>leftover</div></div></div></div>"
               "<div><div mwftype='tab$Content' id='c2'><div mwftype='table$Td' id='gone'>"
               "<div mwftype='textfield' id='a'></div></div></div></div></div></div></DIV>"_s)));
    QCOMPARE(session.model().layout.order,
             (QStringList{ u"tab"_s, u"p1"_s, u"p2"_s, u"c1"_s, u"z"_s, u"c2"_s, u"a"_s }));
    QCOMPARE(session.model().fields(), (QStringList{ u"z"_s, u"a"_s }));
    const LayoutNode &tabs = session.model().layout.root.children.front().children.front();
    QCOMPARE(tabs.children.at(0).text, u"一"_s);
    QCOMPARE(tabs.children.at(1).text, u"二"_s);
}

void SessionTest::subforms_data()
{
    QTest::addColumn<QJsonObject>("subform");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("by id")
        << js("{'type':'Subform','subformType':'select','subformSelected':'s1'}").toObject()
        << QStringList{ u"a"_s, u"sub_a"_s, u"b"_s, u"sub_hidden"_s };
    QTest::newRow("by name")
        << js("{'type':'Subform','subformType':'select','subformSelected':'子表单'}").toObject()
        << QStringList{ u"a"_s, u"sub_a"_s, u"b"_s, u"sub_hidden"_s };
    QTest::newRow("by script") << js("{'type':'Subform','subformType':'script',"
                                     "'subformScript':{'code':'return {name: \\'子表单\\'}'}}")
                                      .toObject()
                               << QStringList{ u"a"_s, u"sub_a"_s, u"b"_s, u"sub_hidden"_s };
    QTest::newRow("script without an answer")
        << js("{'type':'Subform','subformType':'script','subformScript':{'code':'return'}}")
               .toObject()
        << QStringList{ u"a"_s };
    QTest::newRow("missing")
        << js("{'type':'Subform','subformType':'select','subformSelected':'s9'}").toObject()
        << QStringList{ u"a"_s };
}

void SessionTest::subforms()
{
    QFETCH(QJsonObject, subform);
    QFETCH(QStringList, fields);
    // "hidden" has no node in the outer form, but its key is taken.
    QJsonObject raw = formOf({ { u"a"_s, js("{'type':'Textfield'}") },
                               { u"hidden"_s, js("{'type':'Textfield'}") },
                               { u"sub"_s, subform } },
                             nodes({ u"a"_s, u"sub"_s }));
    const QJsonObject inner
        = js("{'moduleList':{'a':{'type':'Textfield'},'b':{'type':'Textfield',"
             "'defaultValue':{'code':'return \\'内\\''}},'hidden':{'type':'Textfield'}},"
             "'events':{'load':{'code':'this.form.get(\\'sub_a\\').setData(\\'来\\')'}}}")
              .toObject();
    const QJsonObject body{ { u"json"_s, inner },
                            { u"html"_s, nodes({ u"a"_s, u"b"_s, u"hidden"_s }) } };
    raw.insert(
        u"relatedFormMap"_s,
        QJsonObject{ { u"s1"_s, QJsonObject{ { u"name"_s, u"子表单"_s }, { u"data"_s, body } } } });
    FormSession session(inputOf(raw, js("{'a':'外','sub_a':'里'}").toObject()));
    QCOMPARE(session.model().fields(), fields);
    QCOMPARE(session.value(u"a"_s), QJsonValue(u"外"_s));
    if (fields.size() > 1) {
        QCOMPARE(session.value(u"sub_a"_s), QJsonValue(u"来"_s)); // its events run
        QCOMPARE(session.value(u"b"_s), QJsonValue(u"内"_s));
    } else {
        QCOMPARE(session.notes().first().kind, FormNote::Kind::SubformMissing);
    }
}

void SessionTest::ruleAnswers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    const QString plain = u"数据校验未通过"_s;
    QTest::newRow("true") << u"return true"_s << QString();
    QTest::newRow("true as a text") << u"return 'true'"_s << QString();
    QTest::newRow("message") << u"return '不对'"_s << u"不对"_s;
    QTest::newRow("number") << u"return 1"_s << u"1"_s;
    QTest::newRow("false as a text") << u"return 'false'"_s << u"false"_s;
    QTest::newRow("false") << u"return false"_s << plain;
    QTest::newRow("zero") << u"return 0"_s << plain;
    QTest::newRow("nothing") << u""_s << QString();
    QTest::newRow("no return") << u"var x = 1"_s << plain;
    QTest::newRow("exception") << u"return null.x"_s << plain;
    QTest::newRow("syntax error") << u"reutrn true"_s << plain;
    QTest::newRow("needs the server") << u"return this.Action('x').get()"_s << QString();
    QTest::newRow("sees the field")
        << u"return this.target.getData() === 'v' || '不对'"_s << QString();
    QTest::newRow("sees route and opinion")
        << u"return this.form.currentRouteName + this.form.opinion"_s << u"同意好"_s;
}

void SessionTest::ruleAnswers()
{
    QFETCH(QString, code);
    QFETCH(QString, text);
    QJsonObject module = js("{'type':'Textfield'}").toObject();
    module.insert(u"validation"_s, QJsonObject{ { u"code"_s, code } });
    FormSession session(single(module, js("{'x':'v'}").toObject()));
    const CheckResult check = session.check(u"同意"_s, u"好"_s);
    QCOMPARE(textsOf(check.fields), text.isEmpty() ? QStringList() : QStringList{ u"x|"_s + text });
    QCOMPARE(session.state(u"x"_s).mark, text);
}

void SessionTest::rulesOfRoutes()
{
    const QJsonObject top = js("{'validationFormCustom':{'code':'return this.data.x === \\'bad\\' "
                               "? \\'表\\' : true'},"
                               "'validationRoute':{'code':'return \\'路\\''},"
                               "'validationOpinion':{'code':'return \\'意\\''}}")
                                .toObject();
    const QJsonObject modules
        = js("{'x':{'type':'Textfield','validationConfig':["
             "{'status':'decision','decision':'同意','valueType':'value','operateor':'isnull','"
             "prompt':'必填'},"
             "{'status':'all','valueType':'length','operateor':'gt','value':'3','prompt':'太长'},"
             "{'status':'all','valueType':'length','operateor':'gt','value':'4','prompt':'更长'}]}"
             "}")
              .toObject();
    const auto check = [&](const QString &value, const QString &route) {
        FormSession session(
            inputOf(formOf(modules, nodes({ u"x"_s }), top), { { u"x"_s, value } }));
        const CheckResult result = session.check(route, {});
        return textsOf(result.fields + result.form);
    };
    QCOMPARE(check(QString(), QString()), QStringList());
    QCOMPARE(check(QString(), u"退回"_s), (QStringList{ u"|路"_s, u"|意"_s }));
    QCOMPARE(check(QString(), u"同意"_s), (QStringList{ u"x|必填"_s, u"|路"_s, u"|意"_s }));
    QCOMPARE(check(u"12345"_s, QString()), QStringList{ u"x|太长"_s }); // the first rule stops
    QCOMPARE(check(u"bad"_s, QString()), QStringList{ u"|表"_s });
}

void SessionTest::alwaysChecked()
{
    FormSession session(smallForm(
        "{'file':{'type':'Attachment','isReadonly':true,'validationConfig':[{'status':'all',"
        "'valueType':'length','operateor':'lt','value':'1','prompt':'缺附件'}]},"
        "'text':{'type':'Textfield','isReadonly':true,'validationConfig':[{'status':'all',"
        "'valueType':'value','operateor':'isnull','prompt':'缺文字'}]}}",
        { u"file"_s, u"text"_s }));
    QCOMPARE(textsOf(session.check({}, {}).fields), QStringList{ u"file|缺附件"_s });
}

void SessionTest::hiddenFieldsAreChecked()
{
    FormSession session(smallForm(
        "{'x':{'type':'Textfield','styles':{'display':'none'},'validationConfig':[{'status':'all',"
        "'valueType':'value','operateor':'isnull','prompt':'缺'}]}}",
        { u"x"_s }));
    QVERIFY(!session.isShown(u"x"_s));
    QCOMPARE(textsOf(session.check({}, {}).fields), QStringList{ u"x|缺"_s });
}

void SessionTest::routes_data()
{
    QTest::addColumn<QJsonArray>("list");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("preselected");
    const auto row = [](const char *name, const char *list, const char *order, const char *chosen) {
        QTest::newRow(name) << js(list).toArray() << QString::fromUtf8(order)
                            << QString::fromUtf8(chosen);
    };
    row("by number, none last",
        "[{'name':'无'},{'name':'零','orderNumber':0},"
        "{'name':'二','orderNumber':2},{'name':'一','orderNumber':1}]",
        "一 二 无 零",
        "");
    row("single", "[{'name':'一'}]", "一", "一");
    row("two with one hidden",
        "[{'name':'一'},{'name':'藏','hiddenScriptText':'return true'}]",
        "一 (藏)",
        "");
    row("hidden by a text",
        "[{'name':'藏','hiddenScriptText':'return \\'true\\''},{'name':'二'}]",
        "(藏) 二",
        "");
    row("hiding without an answer",
        "[{'name':'一','hiddenScriptText':'var x'},{'name':'二'}]",
        "一 二",
        "");
    row("sole, of several the last",
        "[{'name':'一','sole':true},{'name':'二','sole':true},{'name':'三'}]",
        "一 二 三",
        "二");
    row("label",
        "[{'name':'一','displayNameScriptText':'return \\'甲\\' + this.data.n'},{'name':'二'}]",
        "甲5 二",
        "");
    row("label without an answer",
        "[{'name':'一','displayNameScriptText':'var x'},{'name':'二'}]",
        " 二",
        "");
    row("one group, one route",
        "[{'name':'一','decisionOpinion':'1同意'},"
        "{'name':'藏','decisionOpinion':'1同意','hiddenScriptText':'return true'}]",
        "一 (藏)",
        "一");
    row("one group, two routes",
        "[{'name':'一','decisionOpinion':'同意'},{'name':'二','decisionOpinion':'同意'}]",
        "一 二",
        "");
}

void SessionTest::routes()
{
    QFETCH(QJsonArray, list);
    FormInput input = single(js("{'type':'Textfield'}").toObject(), js("{'n':5}").toObject());
    input.work.raw.insert(u"routeList"_s, list);
    FormSession session(input);
    const QList<RouteChoice> routes = session.routes();
    QStringList labels;
    for (const RouteChoice &route : routes) {
        labels.append(route.isVisible ? route.label : u'(' + route.label + u')');
    }
    QTEST(labels.join(u' '), "order");
    QTEST(preselectedRoute(routes).value_or(QString()), "preselected");
}

void SessionTest::groups()
{
    FormInput input = single(js("{'type':'Textfield'}").toObject());
    input.work.raw.insert(
        u"routeList"_s,
        js("[{'name':'a','decisionOpinion':'2退回#1同意'},{'name':'b'},"
           "{'name':'c','decisionOpinion':'待定'},"
           "{'name':'d','decisionOpinion':'3藏','hiddenScriptText':'return true'},"
           "{'name':'e','decisionOpinion':'1同意'}]"));
    FormSession session(input);
    const QList<RouteChoice> routes = session.routes();
    QCOMPARE(routeGroups(routes), (QStringList{ u"同意"_s, u"退回"_s, u"其它"_s, u"待定"_s }));
    QCOMPARE(onlyRouteOf(routes, u"退回"_s), std::optional(u"a"_s));
    QCOMPARE(onlyRouteOf(routes, u"同意"_s), std::nullopt);
}

void SessionTest::routeChecks_data()
{
    QTest::addColumn<QJsonObject>("route");
    QTest::addColumn<QString>("opinion");
    QTest::addColumn<QJsonValue>("people");
    QTest::addColumn<QStringList>("failures");
    const QJsonValue none(QJsonValue::Undefined);
    const QJsonValue one = js("[{'distinguishedName':'a@a@I'}]");
    QTest::newRow("nothing asked")
        << js("{'name':'r'}").toObject() << QString() << none << QStringList();
    QTest::newRow("opinion") << js("{'name':'r','opinionRequired':true}").toObject() << u" "_s
                             << none << QStringList{ u"|请填写意见"_s };
    const QJsonObject selector
        = js("{'name':'r','selectConfig':'[{\\\"name\\\":\\\"who\\\",\\\"title\\\":\\\"人\\\","
             "\\\"validationCount\\\":\\\"1\\\"}]'}")
              .toObject();
    QTest::newRow("people") << selector << u"好"_s << none << QStringList{ u"who|请至少选择1项"_s };
    QTest::newRow("people chosen") << selector << u"好"_s << one << QStringList();
    const QJsonObject forward
        = js("{'name':'r','type':'appendTask','appendTaskIdentityType':'select',"
             "'selectConfig':'[{\\\"name\\\":\\\"who\\\"}]'}")
              .toObject();
    QTest::newRow("forward") << forward << QString() << none
                             << QStringList{ u"who|请选择转交人"_s };
    QTest::newRow("own rule")
        << js("{'name':'r','validationScriptText':'return \\'不行\\''}").toObject() << QString()
        << none << QStringList{ u"|不行"_s };
    QTest::newRow("own rule, mute")
        << js("{'name':'r','validationScriptText':'return false'}").toObject() << QString() << none
        << QStringList{ u"|路由校验失败"_s };
    QTest::newRow("selector hidden")
        << js("{'name':'r','selectConfig':'[{\\\"name\\\":\\\"who\\\",\\\"validationCount\\\":1,"
              "\\\"hiddenScript\\\":\\\"return true\\\"}]'}")
               .toObject()
        << QString() << none << QStringList();
}

void SessionTest::routeChecks()
{
    QFETCH(QJsonObject, route);
    QFETCH(QString, opinion);
    QFETCH(QJsonValue, people);
    FormInput input = single(js("{'type':'Textfield'}").toObject());
    input.work.raw.insert(u"routeList"_s, QJsonArray{ route });
    FormSession session(input);
    const RouteChoice choice = session.routes().first();
    if (people.isArray()) {
        session.choosePeople(choice.selectors.first(), people.toArray());
        QCOMPARE(session.changes().value(u"who"_s), people);
    }
    QTEST(textsOf(session.checkRoute(choice, opinion)), "failures");
}

void SessionTest::rows()
{
    FormSession session(
        gridForm("Datagrid",
                 "{'events':{'completeLineEdit':{'code':'this.data.add(\\'done\\', 1, true)'}}}",
                 js("{'data':[{'t1':{'note':'车'},'t2':{'money':86.5}},{'t1':{'note':'饭'},'t2':{'"
                    "money':2}}]}")));
    QCOMPARE(session.value(u"g"_s).toObject().value("total"_L1), js("{'t2':'88.5','t3':'2'}"));
    QVERIFY(!session.isShown(u"kind"_s)); // its data cell is hidden, its head is not
    QVERIFY(session.isShown(u"t3"_s));
    QCOMPARE(session.changes(), QJsonObject());
    session.editCell(u"g"_s, 0, u"money"_s, 100);
    QCOMPARE(textsOf(session.completeRow(u"g"_s, 0)), QStringList());
    QCOMPARE(session.cell(u"g"_s, 0, u"money"_s), QJsonValue(u"100.00"_s));
    QCOMPARE(session.cell(u"g"_s, 0, u"kind"_s), QJsonValue(u"t"_s)); // as the drop-down shows it
    QCOMPARE(session.cell(u"g"_s, 1, u"money"_s), QJsonValue(2));
    QCOMPARE(session.value(u"g"_s).toObject().value("total"_L1), js("{'t2':'102','t3':'2'}"));
    QCOMPARE(session.value(u"done"_s), QJsonValue(1));
    QCOMPARE(session.shownRows(u"g"_s).first().toObject().value("kind"_L1), QJsonValue(u"差旅"_s));
    const int added = session.addRow(u"g"_s);
    QCOMPARE(session.cell(u"g"_s, added, u"kind"_s), QJsonValue(u"m"_s));
    QCOMPARE(textsOf(session.completeRow(u"g"_s, added)), QStringList{ u"note|请填写事由"_s });
    session.removeRow(u"g"_s, added);
    // The whole grid goes out when a row changed.
    QCOMPARE(session.changes().value(u"g"_s).toObject().value("data"_L1).toArray().size(), 2);
    session.removeRow(u"g"_s, 0);
    session.removeRow(u"g"_s, 0);
    QCOMPARE(session.changes().value(u"g"_s), js("{'data':[]}"));
}

void SessionTest::datatableRows()
{
    FormSession session(gridForm("Datatable", "{}", js("{'data':[{'note':'','money':3}]}")));
    QCOMPARE(session.value(u"g"_s).toObject().value("total"_L1), js("{'money':'3','kind':'1'}"));
    QCOMPARE(textsOf(session.check({}, {}).fields),
             QStringList{ u"g..data..0..note|请填写事由"_s });
    session.editCell(u"g"_s, 0, u"note"_s, u"车"_s);
    QCOMPARE(textsOf(session.check({}, {}).fields), QStringList());
    QCOMPARE(session.changes().value(u"g"_s),
             js("{'data':[{'note':'车','money':3}],'total':{'money':'3','kind':'1'}}"));
}

void SessionTest::defaultRows_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("grid");
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<int>("count");
    const QJsonValue none(QJsonValue::Undefined);
    const QString script
        = u"{'defaultData':{'code':'return [{\\'t1\\':{\\'note\\':\\'甲\\'}}]'}}"_s;
    QTest::newRow("list") << u"Datagrid"_s << script << none << 1;
    QTest::newRow("whole") << u"Datagrid"_s
                           << u"{'defaultData':{'code':'return {data: [{},{}]}'}}"_s << none << 2;
    QTest::newRow("stored") << u"Datagrid"_s << script << js("{'data':[]}") << 0;
    QTest::newRow("empty rows") << u"Datatable"_s << u"{'defaultCount':'2','minCount':'1'}"_s
                                << none << 2;
    QTest::newRow("at least") << u"Datatable"_s << u"{'defaultCount':'2','minCount':'1'}"_s
                              << js("{'data':[]}") << 1;
    QTest::newRow("wrong type") << u"Datagrid"_s << u"{}"_s << QJsonValue(u"x"_s) << 0;
}

void SessionTest::defaultRows()
{
    QFETCH(QString, kind);
    QFETCH(QString, grid);
    QFETCH(QJsonValue, stored);
    QFETCH(int, count);
    FormSession session(gridForm(kind.toUtf8().constData(), grid.toUtf8().constData(), stored));
    QCOMPARE(session.rowCount(u"g"_s), count);
    QCOMPARE(session.changes(), QJsonObject());
}

void SessionTest::rowLimits()
{
    FormSession session(
        gridForm("Datatable", "{'minCount':'1','maxCount':'2'}", QJsonValue::Undefined));
    QCOMPARE(session.rowCount(u"g"_s), 1);
    session.removeRow(u"g"_s, 0);
    QCOMPARE(session.rowCount(u"g"_s), 1);
    QCOMPARE(session.addRow(u"g"_s), 1);
    QCOMPARE(session.addRow(u"g"_s), -1);
}

void SessionTest::changes_data()
{
    QTest::addColumn<QJsonObject>("module");
    QTest::addColumn<QJsonValue>("stored");
    QTest::addColumn<QJsonValue>("input");
    QTest::addColumn<QJsonValue>("sent");
    const QJsonValue nothing(QJsonValue::Undefined);
    const auto row = [](const char *name,
                        const char *json,
                        const char *stored,
                        const char *input,
                        const QJsonValue &sent) {
        QTest::newRow(name) << js(json).toObject() << js(stored) << js(input) << sent;
    };
    row("text", "{'type':'Textfield'}", "'a'", "'b'", u"b"_s);
    row("the same", "{'type':'Textfield'}", "'a'", "'a'", nothing);
    row("number", "{'type':'Number','decimals':'1'}", "5.0", "'2.46'", 2.5);
    row("number, the same", "{'type':'Number','decimals':'1'}", "5.0", "'5'", nothing);
    row("number emptied", "{'type':'Number','decimals':'1'}", "5.0", "''", 0);
    row("no number", "{'type':'Number','decimals':'1'}", "5.0", "'abc'", 0);
    row("list",
        "{'type':'Checkbox','itemValues':['a','b']}",
        "['a']",
        "['b','a']",
        js("['a','b']"));
    row("list emptied", "{'type':'Checkbox','itemValues':['a','b']}", "['a']", "[]", QJsonArray());
    row("choice emptied", "{'type':'Select','itemValues':['','a']}", "'a'", "''", QString());
    row("people", "{'type':'Org'}", "[]", "['林晓雨@lin@P']", js("['林晓雨@lin@P']"));
    row("cleared", "{'type':'Calendar'}", "'2026-01-09'", "''", QString());
}

void SessionTest::changes()
{
    QFETCH(QJsonObject, module);
    QFETCH(QJsonValue, stored);
    QFETCH(QJsonValue, input);
    FormSession session(single(module,
                               { { u"x"_s, stored },
                                 { u"other"_s, js("{'keep':[1]}") },
                                 { u"$work"_s, js("{'title':'t'}") } }));
    session.edit(u"x"_s, input);
    const QJsonObject changes = session.changes();
    QTEST(changes.value(u"x"_s), "sent");
    QVERIFY(!changes.contains(u"other"_s));
    QVERIFY(!changes.contains(u"$work"_s));
    QCOMPARE(session.data().value(u"other"_s), js("{'keep':[1]}"));
}

void SessionTest::loadScriptsAreNoTouch()
{
    FormSession session(
        smallForm("{'a':{'type':'Textfield','events':{'load':{'code':'this.data.b = 7'}}},"
                  "'b':{'type':'Textfield'},'c..d':{'type':'Textfield'}}",
                  { u"a"_s, u"b"_s, u"c..d"_s },
                  "{'b':'1','c':{'d':'x','e':'y'}}"));
    QCOMPARE(session.changes(), QJsonObject());
    session.edit(u"c..d"_s, u"z"_s);
    QCOMPARE(session.changes(), js("{'c':{'d':'z'},'b':'7'}").toObject());
}

void SessionTest::unknownModulesKeepTheirValue()
{
    const QJsonValue stored = js("{'x':[1,{'y':'z'}]}");
    FormSession session(
        smallForm("{'x':{'type':'HologramEditor'},'a':{'type':'Textfield'}}", { u"x"_s, u"a"_s }));
    QCOMPARE(session.notes().first().kind, FormNote::Kind::UnknownModule);
    FormInput input
        = smallForm("{'x':{'type':'HologramEditor'},'a':{'type':'Textfield'}}", { u"x"_s, u"a"_s });
    input.work.data = { { u"x"_s, stored } };
    FormSession kept(input);
    kept.edit(u"a"_s, u"1"_s);
    QCOMPARE(kept.collected(u"x"_s), stored);
    QCOMPARE(kept.changes(), js("{'a':'1'}").toObject());
}

void SessionTest::computedWhenCollected()
{
    FormSession session(
        smallForm("{'a':{'type':'Textfield'},'sum':{'type':'Textfield','compute':'save',"
                  "'defaultValue':{'code':'return this.data.a + \\'!\\''}}}",
                  { u"a"_s, u"sum"_s },
                  "{'a':'x','sum':'old'}"));
    session.edit(u"a"_s, u"y"_s);
    QCOMPARE(session.value(u"sum"_s), QJsonValue(u"old"_s));
    session.prepareSave();
    QCOMPARE(session.changes(), js("{'a':'y','sum':'y!'}").toObject());
}

void SessionTest::opinionIsEmptiedBySubmit()
{
    const QJsonObject module = js("{'type':'Opinion'}").toObject();
    FormSession session(single(module, js("{'x':{'p2':'他'}}").toObject()));
    session.edit(u"x"_s, u"同意"_s);
    QCOMPARE(session.offeredOpinion(), u"同意"_s);
    QCOMPARE(session.changes(), js("{'x':{'p1':'同意'}}").toObject()); // a save keeps it
    QCOMPARE(session.changes(true), QJsonObject());
    FormSession saved(single(module, js("{'x':{'p1':'同意','p2':'他'}}").toObject()));
    saved.edit(u"x"_s, u"不同意"_s);
    QCOMPARE(saved.changes(true), js("{'x':{'p1':''}}").toObject());
}

void SessionTest::hiddenPlainLayoutHides()
{
    FormSession session(
        inputOf(formOf(js("{'a':{'type':'Textfield'},'b':{'type':'Textfield'}}").toObject(),
                       u"<div mwftype='form'><div style='display:none'><p><span id='a' "
                       u"mwftype='x'></span></p></div>"
                       "<div id='b' mwftype='x'></div></div>"_s)));
    QVERIFY(!session.isShown(u"a"_s));
    QVERIFY(session.isShown(u"b"_s));
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
