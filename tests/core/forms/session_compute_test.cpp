// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/document_fields.h"
#include "core/forms/option_tree.h"
#include "session_forms.h"

#include <QSignalSpy>
#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// What follows from other values, and what scripts hide.
class SessionComputeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptUpToDate();
    void circlesEnd();
    void documentTexts_data();
    void documentTexts();
    void documentIsFilled();
    void cascaderTexts_data();
    void cascaderTexts();
    void cascaderTextGoesAlong();
    void displayText();
    void titleFollows();
    void gridCells_data();
    void gridCells();
    void gridSumsWhatIsShown();
    void hidden_data();
    void hidden();
    void definitionsChangedBeforeLoading();
    void buildingOrder();
};

void SessionComputeTest::keptUpToDate()
{
    FormSession session(
        smallForm("{'a':{'type':'Number','decimals':'0'},'b':{'type':'Textfield'},"
                  "'sum':{'type':'Number','decimals':'0','compute':'save','defaultValue':{'code':"
                  "'return this.form.get(\\'a\\').getData() * 2'}},"
                  "'twice':{'type':'Textfield','compute':'save','defaultValue':{'code':"
                  "'return \\'=\\' + this.data.sum'}},"
                  "'once':{'type':'Number','decimals':'0','defaultValue':{'code':'return 7'}}}",
                  { u"a"_s, u"b"_s, u"sum"_s, u"twice"_s, u"once"_s },
                  "{'a':1,'b':'x'}"));
    QVERIFY(session.changes().isEmpty());
    session.edit(u"a"_s, 4);
    QCOMPARE(session.collected(u"sum"_s), QJsonValue(8));
    QCOMPARE(session.value(u"twice"_s), QJsonValue(u"=8"_s));
    QCOMPARE(session.changes().value(u"sum"_s), QJsonValue(8));
    const auto runs = [&session](const QString &where) {
        const QList<ScriptRun> &all = session.scripts();
        return std::count_if(
            all.begin(), all.end(), [&](const ScriptRun &run) { return run.where == where; });
    };
    QCOMPARE(runs(u"sum/defaultValue"_s), 1); // listed once, however often it ran
}

void SessionComputeTest::circlesEnd()
{
    FormSession session(smallForm("{'a':{'type':'Textfield'},"
                                  "'p':{'type':'Textfield','compute':'save','defaultValue':{'code':"
                                  "'return this.data.a + this.data.q'}},"
                                  "'q':{'type':'Textfield','compute':'save','defaultValue':{'code':"
                                  "'return this.data.a + this.data.p'}}}",
                                  { u"a"_s, u"p"_s, u"q"_s },
                                  "{'a':'1','p':'p','q':'q'}"));
    QElapsedTimer timer;
    timer.start();
    session.edit(u"a"_s, u"2"_s);
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(session.value(u"p"_s), QJsonValue(u"2q"_s));
    QCOMPARE(session.value(u"q"_s), QJsonValue(u"22q"_s));
}

void SessionComputeTest::documentTexts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonValue>("text");
    const auto row = [](const char *member, const char *value, const char *text) {
        QTest::addRow("%s of %s", member, value)
            << QString::fromUtf8(member) << js(value) << js(text);
    };
    row("subject", "'标题'", "'标题'");
    row("mainSend", "'各部门'", "'各部门：'");
    row("mainSend", "[{'name':'甲'},{'name':'乙'},'丙']", "'甲，乙，丙：'");
    row("mainSend", "[]", "''");
    row("copyto", "'丁。'", "'丁。'");
    row("copyto", "[{'name':'丁'}]", "'丁。'");
    row("issuanceDate", "'2026-01-09 10:00:00'", "'2026年1月9日'");
    row("issuanceDate", "'择日'", "'择日'");
    row("editionDate", "['2026-1-9','2026/1/10']", "'2026年1月9日，2026年1月10日'");
    row("attachment", "['合同.终稿.pdf','清单']", "['合同.终稿','清单']");
    row("signer", "[{'name':'林晓雨'},{'name':'李四'}]", "'林晓雨　李四　<br>'");
    row("issuanceUnit", "[{'name':'办公室'}]", "'办公室'");
    row("copies", "12", "'12'");
}

void SessionComputeTest::documentTexts()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QTEST(documentText(name, value), "text");
}

void SessionComputeTest::documentIsFilled()
{
    const char *modules
        = "{'s':{'type':'Textfield'},'to':{'type':'Org'},'late':{'type':'Textfield'},"
          "'doc':{'type':'Documenteditor','defaultValue':{'subject':'标题','mainSend':'主送：',"
          "'copies':'001','fileno':'文号'},'subjectValueType':'data','subjectValueData':'s',"
          "'mainSendValueType':'field','mainSendValueField':'to','filenoValueType':'script',"
          "'filenoValueScript':{'code':'return \\'第\\' + 8 + \\'号\\''},"
          "'secretValueType':'data','secretValueData':'late'}}";
    FormSession session(
        smallForm(modules, { u"s"_s, u"to"_s, u"doc"_s, u"late"_s }, "{'s':'通知','late':'内部'}"));
    QCOMPARE(session.value(u"doc"_s),
             js("{'subject':'通知','mainSend':'','copies':'001','fileno':'第8号',"
                "'secret':'内部'}"));
    QVERIFY(session.changes().isEmpty());
    session.edit(u"s"_s, u"决定"_s);
    QCOMPARE(session.value(u"doc"_s).toObject().value("subject"_L1), QJsonValue(u"决定"_s));
    QVERIFY(session.changes().contains("doc"_L1));
    session.edit(u"to"_s, js("[{'name':'研发中心','distinguishedName':'研发中心@rd@U'}]"));
    QCOMPARE(session.value(u"doc"_s).toObject().value("mainSend"_L1), QJsonValue(u"研发中心："_s));
    FormSession other(smallForm(modules, { u"doc"_s }, "{'doc':'旧文本'}"));
    QCOMPARE(other.value(u"doc"_s), QJsonValue(u"旧文本"_s)); // nothing is lost
}

void SessionComputeTest::cascaderTexts_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("texts");
    const auto row = [](const char *name, const char *json, const char *value, const char *texts) {
        QTest::newRow(name) << js(json).toObject() << js(value) << QString::fromUtf8(texts);
    };
    row("path", "{}", "['zj','hz']", "浙江/杭州");
    row("own separator", "{'separator':' > '}", "['zj','hz']", "浙江 > 杭州");
    row("last level", "{'showAllLevels':false}", "['zj','hz']", "杭州");
    row("half a path", "{}", "['zj']", "浙江");
    row("unknown", "{}", "['zj','xx']", "");
    row("leaf alone", "{}", "'nb'", "宁波");
    row("several", "{'multiple':true}", "[['zj','hz'],['zj','nb']]", "浙江/杭州|浙江/宁波");
    row("several, Element", "{'props':{'multiple':true}}", "[['zj','hz']]", "浙江/杭州");
    row("nothing", "{}", "null", "");
    row("wrong type", "{}", "{'a':1}", "");
}

void SessionComputeTest::cascaderTexts()
{
    QFETCH(QJsonObject, json);
    QFETCH(QJsonValue, value);
    Module module;
    module.json = json;
    const QJsonArray tree
        = js("[{'value':'zj','label':'浙江','children':[{'value':'hz','label':"
             "'杭州'},{'value':'nb','label':'宁波'}]},{'value':'sh','label':'上海'}]")
              .toArray();
    QTEST(forms::cascaderTexts(module, tree, value).join(u'|'), "texts");
}

void SessionComputeTest::cascaderTextGoesAlong()
{
    FormSession session(smallForm(
        "{'c':{'type':'OOCascade','itemType':'script','itemScript':{'code':'return [{value: "
        "\\'a\\', label: \\'甲\\', children: [{value: \\'b\\', label: \\'乙\\'}]}]'}}}",
        { u"c"_s }));
    session.edit(u"c"_s, js("['a','b']"));
    QCOMPARE(session.shown(u"c"_s), u"甲/乙"_s);
    QCOMPARE(session.changes(), js("{'c':['a','b'],'c$text':'甲/乙'}").toObject());
}

void SessionComputeTest::displayText()
{
    FormSession session(single(
        withCode("{'type':'Org'}",
                 "displayTextScript",
                 "return this.target.currentData.unitName + '-' + this.target.currentData.name"),
        js("{'x':[{'name':'周启明','unitName':'研发中心','distinguishedName':'周启明@z@I'}]}")
            .toObject()));
    QCOMPARE(session.shown(u"x"_s), u"研发中心-周启明"_s);
    session.edit(u"x"_s, js("[]"));
    QCOMPARE(session.shown(u"x"_s), QString());
}

void SessionComputeTest::titleFollows()
{
    FormSession session(single(js("{'type':'Textfield','isTitle':true}").toObject()));
    QSignalSpy spy(&session, &FormSession::titleWanted);
    session.edit(u"x"_s, u"新标题"_s);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toString(), u"新标题"_s);
}

void SessionComputeTest::gridCells_data()
{
    QTest::addColumn<QJsonObject>("editor");
    QTest::addColumn<QJsonValue>("typed");
    QTest::addColumn<QJsonValue>("cell");
    const auto row = [](const char *name, const char *editor, const char *typed, const char *cell) {
        QTest::newRow(name) << js(editor).toObject() << js(typed) << js(cell);
    };
    const char *box = "{'type':'Checkbox','itemValues':['甲|a','乙|b']}";
    row("one tick stands alone", box, "['a']", "{'e':'a'}");
    row("several ticks", box, "['b','a']", "{'e':['a','b']}");
    row("no tick", box, "[]", "{'e':''}");
    row("one person stands alone", "{'type':'Org'}", "[{'name':'甲'}]", "{'e':{'name':'甲'}}");
    row("several people",
        "{'type':'Org'}",
        "[{'name':'甲'},{'name':'乙'}]",
        "{'e':[{'name':'甲'},{'name':'乙'}]}");
    row("nobody", "{'type':'Org'}", "[]", "{}");
    row("number", "{'type':'Number','decimals':'2'}", "7", "{'e':'7.00'}");
    row("no number", "{'type':'Number','decimals':'2'}", "''", "{'e':'0'}");
    row("number in a text", "{'type':'Textfield'}", "12", "{'e':'12'}");
    row("choice", "{'type':'Select','itemValues':['甲|a','乙|b']}", "'b'", "{'e':'b'}");
    row("choice outside the list",
        "{'type':'Select','itemValues':['甲|a','乙|b']}",
        "'z'",
        "{'e':'a'}");
    row("date", "{'type':'Calendar'}", "'2026-01-09'", "{'e':'2026-01-09'}");
    row("own entry", "{'type':'Combox','itemValues':['甲']}", "['乙']", "{'e':'乙'}");
    row("files",
        "{'type':'AttachmentDg'}",
        "[{'id':'1','name':'a'}]",
        "{'e':[{'id':'1','name':'a'}]}");
}

/// A Datagrid with one column whose cells are edited in "e".
FormInput oneColumn(const QJsonObject &editor, const char *title, const char *rows)
{
    QJsonObject modules = js("{'g':{'type':'Datagrid'},'d':{'type':'Datagrid$Data'}}").toObject();
    modules.insert(u"e"_s, editor);
    modules.insert(u"t"_s, js(title));
    const QString html
        = u"<div mwftype='form'><div id='g' mwftype='datagrid'><table><tr><th id='t' "
          "mwftype='t'></th></tr><tr><td id='d' mwftype='t'><div id='e' "
          "mwftype='x'></div></td></tr></table></div></div>"_s;
    return inputOf(formOf(modules, html), { { u"g"_s, QJsonObject{ { u"data"_s, js(rows) } } } });
}

void SessionComputeTest::gridCells()
{
    QFETCH(QJsonObject, editor);
    QFETCH(QJsonValue, typed);
    FormSession session(oneColumn(editor, "{'type':'Datagrid$Title'}", "[{'t':{'e':'old'}}]"));
    session.editCell(u"g"_s, 0, u"e"_s, typed);
    (void)session.completeRow(u"g"_s, 0);
    const QJsonObject row
        = session.value(u"g"_s).toObject().value("data"_L1).toArray().first().toObject();
    QTEST(row.value("t"_L1), "cell");
}

void SessionComputeTest::gridSumsWhatIsShown()
{
    FormSession session(
        oneColumn(js("{'type':'Select','itemValues':['100元|a','50元|b']}").toObject(),
                  "{'type':'Datagrid$Title','total':'number'}",
                  "[{'t':{'e':'a'}},{'t':{'e':'b'}}]"));
    QCOMPARE(session.value(u"g"_s).toObject().value("total"_L1), js("{'t':'150'}"));
}

void SessionComputeTest::hidden_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *code, const char *shown) {
        QTest::newRow(name) << codeOf(code) << QString::fromUtf8(shown);
    };
    row("nothing", "", "a b c d");
    row("module", "this.form.get('a').hide()", "b c d");
    row("its row", "this.form.get('a').node.getParent('tr').setStyle('display', 'none')", "c d");
    row("its cell", "this.form.get('a').node.getParent('td').hide()", "b c d");
    row("its table", "this.form.get('a').node.closest('table').style.display = 'none'", "d");
    row("its parent", "this.form.get('d').node.getParent().hide()", "a b c");
    row("row and back",
        "var r = this.form.get('a').node.getParent('tr'); r.hide(); r.show()",
        "a b c d");
    row("a row does not show what hides itself",
        "this.form.get('a').hide(); var r = this.form.get('a').node.getParent('tr'); r.hide(); "
        "r.show()",
        "b c d");
    row("an inner part hides nothing",
        "this.form.get('a').node.getFirst().setStyle('display', 'none')",
        "a b c d");
    row("a neighbour hides nothing",
        "this.form.get('a').node.getNext().hide(); "
        "this.form.get('a').node.getElements('i').each(function () {})",
        "a b c d");
    row("removed", "this.form.get('a').node.addClass('x').destroy()", "b c d");
    row("by definition of the form",
        "this.form.get('a').node.getParent('tr').getParent('div').hide()",
        "d");
}

void SessionComputeTest::hidden()
{
    QFETCH(QString, code);
    QJsonObject modules
        = js("{'a':{'type':'Textfield'},'b':{'type':'Textfield'},'c':{'type':'Textfield'},"
             "'d':{'type':'Textfield'}}")
              .toObject();
    const QString html
        = u"<div mwftype='form'><div><table><tr><td><div id='a' mwftype='x'></div></td><td><div "
          "id='b' mwftype='x'></div></td></tr><tr><td><div id='c' mwftype='x'></div></td></tr>"
          "</table></div><div><div id='d' mwftype='x'></div></div></div>"_s;
    const QJsonObject top{
        { u"events"_s, QJsonObject{ { u"afterLoad"_s, QJsonObject{ { u"code"_s, code } } } } }
    };
    FormSession session(inputOf(formOf(modules, html, top)));
    for (const ScriptRun &run : session.scripts()) {
        QCOMPARE(run.detail, QString());
    }
    QStringList seen;
    for (const QString &id : { u"a"_s, u"b"_s, u"c"_s, u"d"_s }) {
        if (session.isShown(id)) {
            seen.append(id);
        }
    }
    QTEST(seen.join(u' '), "shown");
}

void SessionComputeTest::definitionsChangedBeforeLoading()
{
    const QJsonObject top
        = js("{'events':{'queryLoad':{'code':"
             "'this.target.json.moduleList.a.isReadonly = true; this.mine = 3;'}}}")
              .toObject();
    FormSession session(
        inputOf(formOf(js("{'a':{'type':'Textfield'},'b':{'type':'Textfield','defaultValue':{"
                          "'code':'return String(this.mine)'}}}")
                           .toObject(),
                       nodes({ u"a"_s, u"b"_s }),
                       top)));
    QVERIFY(session.state(u"a"_s).isReadonly);
    QCOMPARE(session.value(u"b"_s), QJsonValue(u"3"_s));
}

void SessionComputeTest::buildingOrder()
{
    // While the form is built a script finds only what stands before it; afterwards everything.
    FormSession session(smallForm(
        "{'a':{'type':'Textfield','defaultValue':{'code':'return typeof this.form.get(\\'b\\')'}},"
        "'b':{'type':'Textfield','defaultValue':{'code':'return typeof this.form.get(\\'a\\')'},"
        "'events':{'queryLoad':{'code':'this.first = typeof this.form.get(\\'b\\')'}}},"
        "'c':{'type':'Button','events':{'click':{'code':'this.data.a = typeof "
        "this.form.get(\\'b\\') + this.first'}}}}",
        { u"a"_s, u"b"_s, u"c"_s }));
    QCOMPARE(session.value(u"a"_s), QJsonValue(u"undefined"_s));
    QCOMPARE(session.value(u"b"_s), QJsonValue(u"object"_s));
    session.click(u"c"_s);
    QCOMPARE(session.value(u"a"_s), QJsonValue(u"objectobject"_s));
}

QTEST_GUILESS_MAIN(SessionComputeTest)
#include "session_compute_test.moc"
