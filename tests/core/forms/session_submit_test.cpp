// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// Rights, sub-forms and rules of an open form.
class SessionSubmitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rights_data();
    void rights();
    void rightsAreInherited();
    void order();
    void subforms_data();
    void subforms();
    void subformEvents();
    void ruleAnswers_data();
    void ruleAnswers();
    void rulesOfRoutes();
    void alwaysChecked();
    void hiddenFieldsAreChecked();
};

void SessionSubmitTest::rights_data()
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

void SessionSubmitTest::rights()
{
    QFETCH(QJsonObject, module);
    FormSession session(single(module, js("{'x':'值'}").toObject()));
    QTEST(session.isShown(u"x"_s), "isShown");
    QTEST(session.state(u"x"_s).isReadonly, "isReadonly");
    QCOMPARE(session.data().value(u"x"_s).isUndefined(), false);
}

void SessionSubmitTest::rightsAreInherited()
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

void SessionSubmitTest::order()
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

void SessionSubmitTest::subforms_data()
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
    QTest::newRow("by script, as the web client reads it")
        << js("{'type':'Subform','subformType':'script',"
              "'subformScript':{'code':'return {subform: \\'子表单\\', application: \\'x\\'}'}}")
               .toObject()
        << QStringList{ u"a"_s, u"sub_a"_s, u"b"_s, u"sub_hidden"_s };
    QTest::newRow("none chosen")
        << js("{'type':'Subform','subformType':'select','subformSelected':'none'}").toObject()
        << QStringList{ u"a"_s };
    QTest::newRow("script without an answer")
        << js("{'type':'Subform','subformType':'script','subformScript':{'code':'return'}}")
               .toObject()
        << QStringList{ u"a"_s };
    QTest::newRow("missing")
        << js("{'type':'Subform','subformType':'select','subformSelected':'s9'}").toObject()
        << QStringList{ u"a"_s };
}

void SessionSubmitTest::subforms()
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
        const QList<FormNote> notes = session.notes();
        const bool isMissing = subform.value("subformSelected"_L1) == "s9"_L1;
        QCOMPARE(notes.isEmpty() ? FormNote::Kind::SubformCycle : notes.first().kind,
                 isMissing ? FormNote::Kind::SubformMissing : FormNote::Kind::SubformCycle);
    }
}

// The modules of a sub-form are there when its own load event runs, and read-only when it says so.
void SessionSubmitTest::subformEvents()
{
    const QJsonObject subform
        = js("{'type':'Subform','subformType':'select','subformSelected':'s1','isReadonly':true,"
             "'events':{'beforeModulesLoad':{'code':'this.seen = [!!this.form.get(\\'b\\')]'},"
             "'afterModulesLoad':{'code':'this.seen.push(!!this.form.get(\\'b\\'))'},"
             "'load':{'code':'this.form.get(\\'b\\').setData(this.seen.join() + "
             "!!this.form.get(\\'last\\'))'}}}")
              .toObject();
    QJsonObject raw = formOf({ { u"sub"_s, subform }, { u"last"_s, js("{'type':'Textfield'}") } },
                             nodes({ u"sub"_s, u"last"_s }));
    const QJsonObject body{ { u"json"_s, js("{'moduleList':{'b':{'type':'Textfield'}}}") },
                            { u"html"_s, nodes({ u"b"_s }) } };
    raw.insert(u"relatedFormMap"_s, QJsonObject{ { u"s1"_s, QJsonObject{ { u"data"_s, body } } } });
    FormSession session(inputOf(raw, QJsonObject()));
    QCOMPARE(session.value(u"b"_s), QJsonValue(u"false,truefalse"_s));
    QVERIFY(session.state(u"b"_s).isReadonly);
    QVERIFY(!session.state(u"last"_s).isReadonly);
}

void SessionSubmitTest::ruleAnswers_data()
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

void SessionSubmitTest::ruleAnswers()
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

void SessionSubmitTest::rulesOfRoutes()
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

void SessionSubmitTest::alwaysChecked()
{
    FormSession session(smallForm(
        "{'file':{'type':'Attachment','isReadonly':true,'validationConfig':[{'status':'all',"
        "'valueType':'length','operateor':'lt','value':'1','prompt':'缺附件'}]},"
        "'text':{'type':'Textfield','isReadonly':true,'validationConfig':[{'status':'all',"
        "'valueType':'value','operateor':'isnull','prompt':'缺文字'}]}}",
        { u"file"_s, u"text"_s }));
    QCOMPARE(textsOf(session.check({}, {}).fields), QStringList{ u"file|缺附件"_s });
}

void SessionSubmitTest::hiddenFieldsAreChecked()
{
    FormSession session(smallForm(
        "{'x':{'type':'Textfield','styles':{'display':'none'},'validationConfig':[{'status':'all',"
        "'valueType':'value','operateor':'isnull','prompt':'缺'}]}}",
        { u"x"_s }));
    QVERIFY(!session.isShown(u"x"_s));
    QCOMPARE(textsOf(session.check({}, {}).fields), QStringList{ u"x|缺"_s });
}

QTEST_GUILESS_MAIN(SessionSubmitTest)
#include "session_submit_test.moc"
