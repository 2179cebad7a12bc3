// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/script_syntax.h"
#include "core/forms/watchdog.h"
#include "script_forms.h"

#include <QElapsedTimer>
#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// What scripts may not do, what stops them, and what is said of it.
class ScriptLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
    void memoryIsBounded_data();
    void memoryIsBounded();
    void timeIsBounded();
    void olderSyntax_data();
    void olderSyntax();
};

void ScriptLimitsTest::states_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<ScriptState>("state");
    QTest::newRow("fine") << u"return 1"_s << ScriptState::Ran;
    QTest::newRow("syntax error") << u"reutrn 1"_s << ScriptState::Failed;
    QTest::newRow("exception") << u"throw new Error('x')"_s << ScriptState::Failed;
    QTest::newRow("of nothing") << u"return null.x"_s << ScriptState::Failed;
    QTest::newRow("browser") << u"return document.title"_s << ScriptState::Unsupported;
    QTest::newRow("jQuery") << u"return $('#a').val()"_s << ScriptState::Unsupported;
    QTest::newRow("server call") << u"return this.Action('x').get()"_s << ScriptState::Unsupported;
    QTest::newRow("view") << u"this.view.lookup({}, function () {})"_s << ScriptState::Unsupported;
    QTest::newRow("unknown organisation call")
        << u"return this.org.listAllPerson()"_s << ScriptState::Unsupported;
    QTest::newRow("never answered")
        << u"return new Promise(function () {})"_s << ScriptState::Unsupported;
    QTest::newRow("await") << u"const x = await this.form.get('a'); return x"_s
                           << ScriptState::Unsupported;
    QTest::newRow("object rest") << u"var {x, ...rest} = {x: 1, y: 2}; return rest.y"_s
                                 << ScriptState::Unsupported;
    QTest::newRow("asynchronous generator")
        << u"async function* f() { yield 1; } return 1"_s << ScriptState::Unsupported;
    QTest::newRow("page elements")
        << u"this.form.get('a').node.getElements('input')[0].value = 1; return this.form.get('a').node.x.y.z"_s
        << ScriptState::Unsupported;
    QTest::newRow("missing library")
        << u"this.include('没有'); return 1"_s << ScriptState::Unsupported;
    QTest::newRow("rejected") << u"return Promise.reject(new Error('no'))"_s << ScriptState::Failed;
}

void ScriptLimitsTest::states()
{
    QFETCH(QString, code);
    QFETCH(ScriptState, state);
    FormSession session(withScript(code));
    QCOMPARE(runOf(session).state, state);
    session.edit(u"a"_s, u"新"_s); // and saving goes on
    QCOMPARE(session.changes().value(u"a"_s), QJsonValue(u"新"_s));
}

void ScriptLimitsTest::memoryIsBounded_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("growing list")
        << u"var a = []; while (true) { a.push(new Array(1000).join('x')); }"_s;
    QTest::newRow("doubling text") << u"var s = 'xxxxxxxx'; while (true) { s += s; }"_s;
    QTest::newRow("repeat") << u"return 'x'.repeat(1e9).length"_s;
    QTest::newRow("pad") << u"return 'x'.padStart(1e9).length"_s;
    QTest::newRow("fill") << u"return new Array(1e9).fill(0).length"_s;
    QTest::newRow("join") << u"return new Array(1e9).join('x').length"_s;
    QTest::newRow("from") << u"return Array.from({length: 1e9}).length"_s;
    QTest::newRow("buffer") << u"return new ArrayBuffer(1e9).byteLength"_s;
    QTest::newRow("recursion") << u"function f(x) { return f(x + 1) + 1; } return f(0)"_s;
    QTest::newRow("promises without end")
        << u"function f() { return Promise.resolve().then(f); } return f()"_s;
    QTest::newRow("objects")
        << u"var o = {}; for (var i = 0; ; i++) { o['k' + i] = {v: 'x' + i}; }"_s;
    QTest::newRow("replace")
        << u"var s = 'aaaaaaaaaa'; while (true) { s = s.replace(/a/g, 'aaaaaaaaaa'); }"_s;
}

void ScriptLimitsTest::memoryIsBounded()
{
    QFETCH(QString, code);
    FormInput input = withScript(code);
    input.limits.each = std::chrono::milliseconds(1500);
    FormSession session(input);
    QVERIFY(runOf(session).state != ScriptState::Ran);
    QCOMPARE(session.value(u"a"_s), QJsonValue(u"甲"_s));
}

void ScriptLimitsTest::timeIsBounded()
{
    // Many slow scripts share one allowance.
    QJsonObject modules;
    QStringList order;
    for (int i = 0; i < 40; ++i) {
        const QString id = u"f%1"_s.arg(i);
        order.append(id);
        const QString code
            = u"var e = Date.now() + 60; while (Date.now() < e) {} return %1"_s.arg(i);
        modules.insert(id,
                       QJsonObject{ { u"type"_s, u"Textfield"_s },
                                    { u"defaultValue"_s, QJsonObject{ { u"code"_s, code } } } });
    }
    FormInput input = inputOf(formOf(modules, nodes(order)));
    input.limits.all = std::chrono::milliseconds(500);
    QElapsedTimer timer;
    timer.start();
    FormSession session(input);
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(session.scripts().last().state, ScriptState::TimedOut);
}

void ScriptLimitsTest::olderSyntax_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isRewritten");
    const auto row = [](const char *name, const char *code, bool isRewritten) {
        QTest::newRow(name) << QString::fromUtf8(code) << isRewritten;
    };
    row("nothing newer", "return a ? {b: 1} : [1, ...c]", false);
    row("in a text", "return 'async function f() { await 1 }'", false);
    row("in a comment", "// async () => { ...a }\nreturn 1 /* await {...x} */", false);
    row("a property", "return a.async + b.await", false);
    row("spread", "return {...a}", true);
    row("catch", "try { a() } catch { b() }", true);
    row("number", "return 1_000", true);
    row("unclosed bracket", "return {...a", false);
    row("unclosed text", "return {...'a}", false);
    row("unclosed comment", "return {...a} /* x", false);
    row("unclosed template", "return {...`a ${b}", false);
    row("only brackets", "((((", false);
    row("destructuring", "var {a, ...b} = c", false);
    row("rest in parameters", "function f({a, ...b}) {}", false);
    row("nothing", "", false);
}

void ScriptLimitsTest::olderSyntax()
{
    QFETCH(QString, code);
    QTEST(forms::olderSyntax(code).has_value(), "isRewritten");
    // However deep: an answer, and soon.
    QElapsedTimer timer;
    timer.start();
    const QString deep = QString(20000, u'{') + u"...a"_s + QString(20000, u'}');
    (void)forms::olderSyntax(deep + code);
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(ScriptLimitsTest)
#include "script_limits_test.moc"
