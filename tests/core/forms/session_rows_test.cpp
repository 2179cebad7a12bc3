// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// Rows of grids, and what an open form sends.
class SessionRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

void SessionRowsTest::rows()
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

void SessionRowsTest::datatableRows()
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

void SessionRowsTest::defaultRows_data()
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

void SessionRowsTest::defaultRows()
{
    QFETCH(QString, kind);
    QFETCH(QString, grid);
    QFETCH(QJsonValue, stored);
    QFETCH(int, count);
    FormSession session(gridForm(kind.toUtf8().constData(), grid.toUtf8().constData(), stored));
    QCOMPARE(session.rowCount(u"g"_s), count);
    QCOMPARE(session.changes(), QJsonObject());
}

void SessionRowsTest::rowLimits()
{
    FormSession session(
        gridForm("Datatable", "{'minCount':'1','maxCount':'2'}", QJsonValue::Undefined));
    QCOMPARE(session.rowCount(u"g"_s), 1);
    session.removeRow(u"g"_s, 0);
    QCOMPARE(session.rowCount(u"g"_s), 1);
    QCOMPARE(session.addRow(u"g"_s), 1);
    QCOMPARE(session.addRow(u"g"_s), -1);
}

void SessionRowsTest::changes_data()
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

void SessionRowsTest::changes()
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

void SessionRowsTest::loadScriptsAreNoTouch()
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

void SessionRowsTest::unknownModulesKeepTheirValue()
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

void SessionRowsTest::computedWhenCollected()
{
    FormInput input
        = smallForm("{'a':{'type':'Textfield'},'sum':{'type':'Textfield','compute':'save',"
                    "'defaultValue':{'code':'return this.data.a + \\'!\\''}}}",
                    { u"a"_s, u"sum"_s },
                    "{'a':'x','sum':'old'}");
    input.isLive = false;
    FormSession session(input);
    session.edit(u"a"_s, u"y"_s);
    QCOMPARE(session.value(u"sum"_s), QJsonValue(u"old"_s));
    session.prepareSave();
    QCOMPARE(session.changes(), js("{'a':'y','sum':'y!'}").toObject());
}

void SessionRowsTest::opinionIsEmptiedBySubmit()
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

void SessionRowsTest::hiddenPlainLayoutHides()
{
    FormSession session(
        inputOf(formOf(js("{'a':{'type':'Textfield'},'b':{'type':'Textfield'}}").toObject(),
                       u"<div mwftype='form'><div style='display:none'><p><span id='a' "
                       u"mwftype='x'></span></p></div>"
                       "<div id='b' mwftype='x'></div></div>"_s)));
    QVERIFY(!session.isShown(u"a"_s));
    QVERIFY(session.isShown(u"b"_s));
}

QTEST_GUILESS_MAIN(SessionRowsTest)
#include "session_rows_test.moc"
