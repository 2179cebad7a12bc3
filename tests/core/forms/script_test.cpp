// SPDX-License-Identifier: GPL-3.0-or-later
#include "script_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// The API that form scripts see (o2oa-forms 3.2).
class ScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void writes_data();
    void writes();
    void events();
    void peopleTellOfScripts();
    void filesAreListed();
    void globals();
    void includedScriptIsShared();
};

void ScriptTest::answers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QJsonValue>("answer");
    const auto row = [](const char *name, const QString &code, const char *answer) {
        QTest::newRow(name) << code << js(answer);
    };
    row("data", u"return this.data.a"_s, "'甲'");
    row("data of a number is padded", u"return this.data.n"_s, "'9.00'");
    row("getData of a number is a number", u"return this.form.get('n').getData()"_s, "9");
    row("what the form knows of its work",
        u"var known = this.form.getApp().appForm.businessData;"
        "return [known.activity.name, known.task.person, known.taskList.length, "
        "known.attachmentList.length]"_s,
        "['填写','林晓雨',1,0]");
    row("loose comparison", u"return this.data.n > 8"_s, "true");
    row("absent data", u"return this.data.nothing === undefined"_s, "true");
    row("in", u"return 'a' in this.data"_s, "true");
    row("data list",
        u"var s = ''; this.data.kinds.each(function (k) { s += k; }); return s"_s,
        "'ab'");
    row("data list last", u"return this.data.kinds.getLast()"_s, "'b'");
    row("data object keys", u"return Object.keys(this.data.free)"_s, "['x']");
    row("data object check", u"return this.data.free.check('x')"_s, "true");
    row("module absent", u"return this.form.get('none') === undefined"_s, "true");
    row("text of choice", u"return this.form.get('pick').getText()"_s, "'乙'");
    row("text data",
        u"return this.form.get('pick').getTextData()"_s,
        "{'value':['b'],'text':['乙']}");
    row("options", u"return this.form.get('pick').getOptions()"_s, "['','甲|a','乙|b']");
    row("is empty", u"return this.form.get('who').isEmpty()"_s, "true");
    row("json of a module", u"return this.form.get('label').json.text"_s, "'标签'");
    row("row of a template",
        u"return this.form.get('rows').getLine(1).get('cell').getData()"_s,
        "'二'");
    row("short names",
        u"var w = this.workContext.getWork(); return [w.creatorPerson, w.creatorUnit, w.creatorDepartment, w.creatorCompany]"_s,
        "['林晓雨','研发中心','研发中心','集团']");
    row("distinguished names",
        u"var w = this.workContext.getWork(); return [w.creatorPersonDn, w.creatorUnitDn]"_s,
        "['林晓雨@lin@P','研发中心@rd@U']");
    row("task",
        u"var t = this.workContext.getTask(); return [t.person, t.unit, t.unitDn, t.company]"_s,
        "['林晓雨','研发中心','研发中心@rd@U','集团@g@U']");
    row("lists keep distinguished names",
        u"return this.workContext.getTaskList()[0].person"_s,
        "'林晓雨@lin@P'");
    row("task carries the short names of its work",
        u"var t = this.workContext.getTask(); return [t.personDn, t.creatorPerson || '-']"_s,
        "['林晓雨@lin@P','-']");
    row("activity", u"return this.workContext.getActivity().name"_s, "'填写'");
    row("routes", u"return this.workContext.getRouteList()"_s, "['同意','退回']");
    row("control", u"return this.workContext.getControl().allowSave"_s, "true");
    row("user",
        u"return this.session.user.name + '|' + this.session.user.distinguishedName"_s,
        "'林晓雨|林晓雨@lin@P'");
    row("layout user",
        u"return layout.session.user.id + layout.desktop.session.user.name"_s,
        "'p1林晓雨'");
    row("person", u"return this.org.getPerson('林晓雨').distinguishedName"_s, "'林晓雨@lin@P'");
    row("person later",
        u"return this.org.getPerson('周启明', true).then(function (p) { return p.id; })"_s,
        "'p2'");
    row("nobody", u"return this.org.getPerson('没有')"_s, "[]");
    row("several people",
        u"return this.org.getPerson(['林晓雨', '周启明']).map(function (p) { return p.id; })"_s,
        "['p1','p2']");
    row("person of an identity",
        u"return this.org.getPersonWithIdentity('周启明@zhou-rd@I').id"_s,
        "'p2'");
    row("people of a group", u"return this.org.listPersonWithGroup('审核组')[0].id"_s, "'p1'");
    row("people of a unit and below",
        u"return [this.org.listPersonWithUnit('集团').length, this.org.listPersonWithUnit('集团', true).length]"_s,
        "[0,2]");
    row("top units", u"return this.org.listTopUnit()[0].name"_s, "'集团'");
    row("units above an identity",
        u"return this.org.listAllSupUnitWithIdentity('林晓雨@lin-rd@I').map(function (u) { return u.name; })"_s,
        "['集团']");
    row("units of a duty",
        u"return this.org.listUnitWithDuty('部门负责人', '周启明@zhou-rd@I')[0].name"_s,
        "'研发中心'");
    row("duties of a unit",
        u"return this.org.listDutyNameWithUnit('研发中心')"_s,
        "['部门负责人']");
    row("identities of a person",
        u"return this.org.listIdentityWithPerson('林晓雨').length"_s,
        "1");
    row("people of a unit",
        u"return this.org.listPersonWithUnit('研发中心').map(function (p) { return p.name; })"_s,
        "['林晓雨','周启明']");
    row("unit of an identity",
        u"return this.org.getUnitByIdentity('林晓雨@lin-rd@I').name"_s,
        "'研发中心'");
    row("top unit of an identity",
        u"return this.org.getUnitByIdentity('林晓雨@lin-rd@I', 1).name"_s,
        "'集团'");
    row("unit of a type",
        u"return this.org.getUnitByIdentity('林晓雨@lin-rd@I', 'company').name"_s,
        "'集团'");
    row("unit above", u"return this.org.listSupUnit('研发中心')[0].name"_s, "'集团'");
    row("unit below", u"return this.org.listSubUnit('集团', true).length"_s, "1");
    row("duty", u"return this.org.getDuty('部门负责人', '研发中心')[0].name"_s, "'周启明'");
    row("own role", u"return this.org.personHasRole('林晓雨@lin@P', ['审批员'])"_s, "true");
    row("dictionary", u"return new this.Dict('配置').get('城市/北京')"_s, "500");
    row("dictionary by alias and application",
        u"return new this.Dict({name: 'config', application: '行政'}).get('种类')"_s,
        "['甲|a','乙|b']");
    row("dictionary callback",
        u"var r; new this.Dict('配置').get('number', function (v) { r = v; }); return r"_s,
        "5");
    row("dictionary later", u"return new this.Dict('配置').get('number', true)"_s, "5");
    row("no dictionary", u"return new this.Dict('没有').get('x') === null"_s, "true");
    row("clock", u"return new Date().format('%Y-%m-%d %H:%M')"_s, "'2026-01-09 10:20'");
    row("named format",
        u"return new Date(2026, 0, 9, 8, 5, 3).format('db')"_s,
        "'2026-01-09 08:05:03'");
    row("parse", u"return Date.parse('2026-01-09 08:00').format('%m/%d %H')"_s, "'01/09 08'");
    row("parse Chinese", u"return Date.parse('2026年1月9日').format('%Y%m%d')"_s, "'20260109'");
    row("no date", u"return new Date('没有').format('%Y')"_s, "'invalid date'");
    row("increment",
        u"return new Date(2026, 0, 31).increment('month', 1).format('%Y-%m-%d')"_s,
        "'2026-02-28'");
    row("difference", u"return new Date(2026, 0, 9).diff(new Date(2026, 0, 12))"_s, "3");
    row("weekday", u"return new Date(2026, 0, 9).format('%A')"_s, "'星期五'");
    row("array extras",
        u"return [[1, 2].contains(2), [3, 1].max(), [1, 2].sum(), [1, 1].unique().length, [[1], [2]].flatten().length]"_s,
        "[true,3,3,1,2]");
    row("string extras",
        u"return ['12px'.toInt(), '1.5'.toFloat(), 'abc'.contains('b'), 'a-b'.camelCase(), 'x{y}'.substitute({y: 1})]"_s,
        "[12,1.5,true,'aB','x1']");
    row("number extras",
        u"return [(1.005).round(2), (5).limit(1, 3), (1234.5).format({decimals: 2})]"_s,
        "[1,3,'1,234.50']");
    row("object extras",
        u"return [Object.clone({a: [1]}).a[0], Object.merge({a: {b: 1}}, {a: {c: 2}}).a.b, Object.keyOf({k: 1}, 1)]"_s,
        "[1,1,'k']");
    row("types",
        u"return [typeOf([]), typeOf(null), typeOf(new Date()), typeOf({}), typeOf('')]"_s,
        "['array','null','date','object','string']");
    row("JSON", u"return JSON.decode(JSON.encode({a: 1})).a"_s, "1");
    row("decimal", u"return new Decimal('0.1').plus(0.2).toString()"_s, "'0.3'");
    row("decimal rounds halves up", u"return new Decimal(1.005).toFixed(2)"_s, "'1.01'");
    row("names", u"return o2.name.cn('林晓雨@lin@P')"_s, "'林晓雨'");
    row("promise",
        u"return Promise.all([Promise.resolve(1), 2]).then(function (l) { return l[0] + l[1]; })"_s,
        "3");
    row("list of promises", u"return [Promise.resolve('x'), 'y']"_s, "['x','y']");
    row("timer",
        u"return new Promise(function (done) { setTimeout(function () { done('later'); }, 500); })"_s,
        "'later'");
    row("modern syntax",
        u"const f = (x, ...r) => `${x}${r.length}`; let {a} = {a: 1}; return f(a, 2, 3) + (null ?? '?') + ({}).b?.c"_s,
        "'12?undefined'");
    row("newer built-ins",
        u"return [[1, [2]].flat().length, 'a-a'.replaceAll('a', 'b'), Object.entries({k: "
        u"1})[0][0], "
        u"Object.fromEntries([['x', 2]]).x, [1, 2].at(-1), ' x'.trimStart(), [1].includes(1)]"_s,
        "[2,'b-b','k',2,2,'x',true]");
    row("classes",
        u"class A { constructor(x) { this.x = x; } get y() { return this.x + 1; } } return new A(1).y"_s,
        "2");
    row("destructuring",
        u"const [a, ...b] = [1, 2, 3]; const {c = 4} = {}; return a + b.length + c"_s,
        "7");
    row("thousands by a pattern",
        u"return ['1234567'.replace(/\\B(?=(\\d{3})+(?!\\d))/g, ','), 'abc'.replace(/x*/g, '-'), "
        u"'a-b'.replace(/(\\w)-(\\w)/g, '$2$$$1$&'), 'aXbx'.replace(/x/gi, function (m, i) { return i; }), 'ab'.replace(/c/g, 'd')]"_s,
        "['1,234,567','-a-b-c-','b$aa-b','a1b3','ab']");
    row("split by a pattern",
        u"return ['a, b;c'.split(/[,;]\\s*/).join('|'), 'a b'.split(/\\b/).length, 'a1b'.split(/(\\d)/), 'abc'.split(/(?:)/).length, ''.split(/x/).length, 'a,b,c'.split(/,/, 2).length]"_s,
        "['a|b|c',3,['a','1','b'],3,1,2]");
    row("keys of the data", u"return Object.keys(this.data).contains('kinds')"_s, "true");
    row("for in data",
        u"var n = 0; for (var k in this.data) { n += k === 'a' ? 1 : 0; } return n"_s,
        "1");
    row("own members of the data",
        u"return [this.data.hasOwnProperty('a'), this.data.hasOwnProperty('zz')]"_s,
        "[true,false]");
    row("data as JSON", u"return JSON.parse(JSON.stringify(this.data)).a"_s, "'甲'");
    row("console", u"console.log(this.data.a); return 1"_s, "1");
    row("numbers as people write them",
        u"return [(1234567.891).toLocaleString(), (0.256).toLocaleString('zh-CN', {style: "
        u"'percent'}), "
        u"(12.5).toLocaleString('zh-CN', {style: 'currency', currency: 'CNY'}), (5).toLocaleString()]"_s,
        "['1,234,567.891','26%','¥12.50','5']");
    row("dates as people write them",
        u"var d = new Date(2026, 0, 9, 8, 5, 3); return [d.toLocaleDateString(), "
        u"d.toLocaleString(), "
        u"d.toLocaleTimeString(), d.toLocaleDateString('zh-CN', {year: 'numeric', month: 'long', "
        u"day: 'numeric'}), "
        u"String(d).substr(0, 24)]"_s,
        "['2026/1/9','2026/1/9 08:05:03','08:05:03','2026年1月9日','Fri Jan 09 2026 08:05:03']");
    row("newest built-ins",
        u"return [[1, 2, 3].findLast(x => x < 3), Object.hasOwn({a: 1}, 'a'), 'a1b2'.matchAll(/\\d/g).length, atob(btoa('abc'))]"_s,
        "[2,true,2,'abc']");
    row("async function",
        u"async function f(x) { const y = await Promise.resolve(x); return y + 1; } return f(1)"_s,
        "2");
    row("async arrows",
        u"var f = async x => await x + 1; var g = async (a, b) => { return (await f(a)) + b; }; return g(1, 2)"_s,
        "4");
    row("async method and this",
        u"var o = {n: 5, async get() { await null; return this.n; }}; return o.get()"_s,
        "5");
    row("await of a list",
        u"return (async () => { const [a, b] = await Promise.all([1, Promise.resolve(2)]); return a + b; })()"_s,
        "3");
    row("await in a loop",
        u"return (async () => {\n let s = 0\n for (const x of [1, 2]) {\n s += await Promise.resolve(x)\n }\n await null\n return s })()"_s,
        "3");
    row("rejected await",
        u"return (async () => { try { await Promise.reject('no'); } catch { return 'caught'; } })()"_s,
        "'caught'");
    row("async this is the environment",
        u"return (async () => (await this.form.get('a')).getData())()"_s,
        "'甲'");
    row("object spread",
        u"var a = {x: 1, y: 1}; return {z: 0, ...a, y: 2, ...{w: [...'ab']}}"_s,
        "{'z':0,'x':1,'y':2,'w':['a','b']}");
    row("newer syntax inside texts is left alone",
        u"var s = 'async {...a} await 1_000', r = /[/]{...}/; return {...{a: s}, n: 1_000}"_s,
        "{'a':'async {...a} await 1_000','n':1000}");
    row("kept in this", u"this.kept = 4; return this.kept"_s, "4");
    row("page is the form", u"return this.page.get('a').getData()"_s, "'甲'");
    row("power", u"return [this.power.isPrint, this.power.isManager]"_s, "[true,false]");
    row("objects have a length", u"return this.data.free.length"_s, "1");
    row("own definition", u"return this.form.json.moduleList.label.text"_s, "'标签'");
    row("a later module is not there yet",
        u"return typeof this.form.get('later')"_s,
        "'undefined'");
    row("text data of a number",
        u"return this.form.get('n').getTextData()"_s,
        "{'value':['9.00'],'text':['9.00']}");
    row("text data of a list",
        u"return this.form.get('kinds').getTextData()"_s,
        "{'value':['a','b'],'text':['甲','乙']}");
    row("blanks are empty",
        u"this.form.get('a').setData('  '); return this.form.get('a').isEmpty()"_s,
        "true");
    row("zero is empty",
        u"this.form.get('n').setData(0); return this.form.get('n').isEmpty()"_s,
        "true");
    row("all data as it is collected", u"return this.form.getData().n"_s, "9");
    row("wait", u"var r; this.wait(); this.Dict && (r = 1); this.goon(); return r"_s, "1");
    row("target", u"return this.target.json.type"_s, "'HologramEditor'");
    row("form information", u"return typeof this.form.getInfor()"_s, "'object'");
    row("route of the dialog", u"return this.form.currentRouteName"_s, "''");
    row("no jQuery", u"return typeof jQuery"_s, "'undefined'");
}

void ScriptTest::answers()
{
    QFETCH(QString, code);
    QFETCH(QJsonValue, answer);
    FormSession session(withScript(code));
    for (const FormNote &note : session.notes()) {
        if (note.kind != FormNote::Kind::UnknownModule) {
            QFAIL(qPrintable(note.where + u' ' + note.detail));
        }
    }
    QCOMPARE(session.value(u"out"_s), answer);
}

void ScriptTest::writes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("assigned") << u"this.data.a = '新'"_s << u"a"_s << QJsonValue(u"新"_s)
                              << u"新"_s;
    QTest::newRow("assigned number is padded")
        << u"this.data.n = 2"_s << u"n"_s << QJsonValue(u"2.00"_s) << u"2.00"_s;
    QTest::newRow("set number is not padded")
        << u"this.form.get('n').setData(3128.5)"_s << u"n"_s << QJsonValue(3128.5) << u"3128.5"_s;
    QTest::newRow("deleted") << u"this.data.del('a')"_s << u"a"_s << QJsonValue(QString())
                             << QString();
    QTest::newRow("added") << u"this.data.add('fresh', 1)"_s << u"fresh"_s << QJsonValue(1)
                           << QString();
    QTest::newRow("unknown keys are not stored")
        << u"this.data.fresh = 1"_s << u"fresh"_s << QJsonValue(QJsonValue::Undefined) << QString();
    QTest::newRow("inside a list") << u"this.data.kinds.push('c'); this.data.kinds.del(0)"_s
                                   << u"kinds"_s << js("['','b','c']") << u"乙"_s;
    QTest::newRow("added to a list")
        << u"this.data.kinds.add('c'); this.data.kinds.add(0, 'b', true)"_s << u"kinds"_s
        << js("['b','b','c']") << u"乙"_s;
    QTest::newRow("deep inside an object")
        << u"this.data.rows[0].add('more', 1)"_s << u"rows"_s
        << js("[{'cell':'一','more':1},{'cell':'二'}]") << QString();
    QTest::newRow("nobody is set") << u"this.form.get('who').setData('林晓雨@lin-rd@I'); "
                                      "this.form.get('who').setData('')"_s
                                   << u"who"_s << QJsonValue() << u"林晓雨(研发中心)"_s;
    QTest::newRow("inside an object")
        << u"this.data.free.add('y', 2)"_s << u"free"_s << js("{'x':1,'y':2}") << QString();
    QTest::newRow("person by name") << u"this.form.get('who').setData('林晓雨@lin-rd@I')"_s
                                    << u"who"_s << QJsonValue() << u"林晓雨(研发中心)"_s;
    QTest::newRow("set later") << u"this.form.get('a').setData(Promise.resolve('后'))"_s << u"a"_s
                               << QJsonValue(u"后"_s) << u"后"_s;
    QTest::newRow("cell") << u"this.form.get('rows').getLine(0).get('cell').setData('壹')"_s
                          << u"rows"_s << js("[{'cell':'壹'},{'cell':'二'}]") << QString();
    QTest::newRow("new row") << u"this.form.get('rows').addLine(false, {cell: '三'})"_s << u"rows"_s
                             << js("[{'cell':'一'},{'cell':'二'},{'cell':'三'}]") << QString();
    QTest::newRow("row away") << u"this.form.get('rows').deleteLine(0)"_s << u"rows"_s
                              << js("[{'cell':'二'}]") << QString();
    QTest::newRow("reset keeps what is there")
        << u"this.form.get('a').resetData()"_s << u"a"_s << QJsonValue(u"甲"_s) << u"甲"_s;
    QTest::newRow("reset of an empty field gives the default")
        << u"this.form.get('d').setData(''); this.form.get('d').resetData()"_s << u"d"_s
        << QJsonValue(u"默认"_s) << u"默认"_s;
    QTest::newRow("assigning nothing gives the default")
        << u"this.data.d = 'x'; this.data.d = ''"_s << u"d"_s << QJsonValue(u"默认"_s) << u"默认"_s;
}

void ScriptTest::writes()
{
    QFETCH(QString, code);
    QFETCH(QString, id);
    QFETCH(QJsonValue, value);
    FormInput input = withScript({});
    QJsonObject body = input.source.body.json;
    QJsonObject modules = body.value("moduleList"_L1).toObject();
    modules.insert(
        u"go"_s,
        QJsonObject{
            { u"type"_s, u"Button"_s },
            { u"events"_s, QJsonObject{ { u"click"_s, QJsonObject{ { u"code"_s, code } } } } } });
    body.insert(u"moduleList"_s, modules);
    input.source.body.json = body;
    input.source.body.html += u"<div mwftype='button' id='go'></div>"_s;
    FormSession session(input);
    session.click(u"go"_s);
    QCOMPARE(session.scripts().last().detail, QString());
    if (!value.isNull()) {
        QCOMPARE(session.value(id), value);
    }
    QTEST(session.shown(id), "shown");
}

void ScriptTest::events()
{
    FormInput input = smallForm(
        "{'a':{'type':'Textfield','events':{'change':{'code':'this.data.b = this.data.a'},"
        "'load':{'code':'this.target.addEvent(\\'change\\', function () { this.data.c = 1; })'}}},"
        "'b':{'type':'Textfield'},'c':{'type':'Number','decimals':'0'}}",
        { u"a"_s, u"b"_s, u"c"_s });
    FormSession session(input);
    session.edit(u"a"_s, u"x"_s);
    QCOMPARE(session.value(u"b"_s), QJsonValue(u"x"_s));
    QCOMPARE(session.collected(u"c"_s), QJsonValue(1));
}

void ScriptTest::peopleTellOfScripts()
{
    FormInput input = smallForm(
        "{'who':{'type':'Org','events':{'change':{'code':'this.data.add(\\'told\\', 1, true)'}}},"
        "'text':{'type':'Textfield','events':{'change':{'code':'this.data.add(\\'wrong\\', 1, "
        "true)'}}},"
        "'box':{'type':'Div'},"
        "'go':{'type':'Button','events':{'click':{'code':'this.form.get(\\'who\\').setData(\\'"
        "林晓雨@lin@P\\');"
        "this.form.get(\\'text\\').setData(\\'x\\');"
        "this.form.get(\\'box\\').node.style.display = \\'none\\''}}}}",
        { u"who"_s, u"text"_s, u"box"_s, u"go"_s });
    FormSession session(input);
    session.click(u"go"_s);
    QCOMPARE(session.scripts().last().detail, QString());
    QCOMPARE(session.value(u"told"_s), QJsonValue(1));
    QVERIFY(session.value(u"wrong"_s).isUndefined());
    QVERIFY(!session.isShown(u"box"_s));
}

void ScriptTest::filesAreListed()
{
    FormInput input = smallForm(
        "{'f':{'type':'Attachment','site':'s1','validation':{'code':'return "
        "this.target.attachmentController"
        ".attachments.length > 1 || this.target.attachmentController.attachments[0].data.name'}},"
        "'t':{'type':'Textfield','defaultValue':{'code':'return "
        "this.workContext.getAttachmentList()[0].site'}}}",
        { u"f"_s, u"t"_s });
    Attachment file;
    file.name = u"a.pdf"_s;
    file.site = u"s1"_s;
    input.work.attachments = { file };
    FormSession session(input);
    QCOMPARE(session.value(u"t"_s), QJsonValue(u"s1"_s));
    QCOMPARE(session.check({}, {}).fields.first().text, u"a.pdf"_s);
    session.edit(u"f"_s, QJsonArray{ u"a.pdf"_s, u"b.pdf"_s });
    QVERIFY(session.check({}, {}).isPassed());
}

void ScriptTest::globals()
{
    const QJsonObject modules
        = js("{'a':{'type':'Textfield','defaultValue':{'code':'return helper(2)'}}}").toObject();
    const QJsonObject top
        = js("{'jsheader':{'code':'function helper(x) { return \\'h\\' + x; }'}}").toObject();
    FormSession session(inputOf(formOf(modules, nodes({ u"a"_s }), top)));
    QCOMPARE(session.value(u"a"_s), QJsonValue(u"h2"_s));
}

void ScriptTest::includedScriptIsShared()
{
    QJsonObject raw
        = formOf(js("{'a':{'type':'Textfield','defaultValue':{'code':'return this.twice(4)'}},"
                    "'b':{'type':'Textfield','defaultValue':{'code':'this.include(\\'lib2\\'); "
                    "return this.thrice(4)'}}}")
                     .toObject(),
                 nodes({ u"a"_s, u"b"_s }),
                 js("{'includeScripts':[{'id':'s1','name':'lib'}]}").toObject());
    raw.insert(
        u"relatedScriptMap"_s,
        js("{'s1':{'name':'lib','text':'this.define(\\'twice\\', function (x) { return x * 2; })'},"
           "'s2':{'name':'lib2','text':'this.define(\\'thrice\\', function (x) { return x * 3; "
           "})'}}"));
    FormSession session(inputOf(raw));
    QCOMPARE(session.value(u"a"_s), QJsonValue(8));
    QCOMPARE(session.value(u"b"_s), QJsonValue(12));
}

QTEST_GUILESS_MAIN(ScriptTest)
#include "script_test.moc"
