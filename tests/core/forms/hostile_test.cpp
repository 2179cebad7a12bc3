// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

FormInput inputOf(const QJsonObject &raw, const QJsonObject &data)
{
    FormInput input;
    FormDefinition definition;
    definition.raw = raw;
    const auto source = decodeForm(definition);
    if (!source) {
        qFatal("cannot decode");
    }
    input.source = *source;
    input.work.data = data;
    input.work.control.allowSave = true;
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    input.directory = Directory::fromJson(readJson(samplePath(u"forms/org.json"_s)).toObject());
    return input;
}

QJsonObject formOf(const QJsonObject &modules, const QString &html, const QJsonObject &top = {})
{
    QJsonObject json = top;
    json.insert(u"moduleList"_s, modules);
    return { { u"form"_s,
               QJsonObject{
                   { u"data"_s, QJsonObject{ { u"json"_s, json }, { u"html"_s, html } } } } } };
}

QJsonObject textField(const QString &id, const QString &defaultCode = {})
{
    return { { u"id"_s, id },
             { u"type"_s, u"Textfield"_s },
             { u"defaultValue"_s, QJsonObject{ { u"code"_s, defaultCode } } } };
}

} // namespace

/// Forms that are broken or mean harm: nothing hangs, nothing is lost, and it is said what could
/// not run.
class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quirks_data();
    void quirks();
    void endlessScript();
    void scriptCannotReachOut_data();
    void scriptCannotReachOut();
    void changeLoop();
    void deepNesting();
    void manyModules();
    void manyDefinitions();
    void subformCycle();
    void layers_data();
    void layers();
    void refusedData_data();
    void refusedData();
};

void HostileTest::quirks_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("escaped") << u"quirks.form.json"_s;
    QTest::newRow("plain data") << u"quirks.plain-data.form.json"_s;
    QTest::newRow("no layout") << u"quirks.no-layout.form.json"_s;
}

void HostileTest::quirks()
{
    QFETCH(QString, file);
    const QJsonObject data = readJson(dataPath(u"forms/quirks/quirks.data.json"_s)).toObject();
    FormSession session(inputOf(answerOf(dataPath(u"forms/quirks/"_s + file)), data));
    QVERIFY(!session.model().fields().isEmpty());
    QCOMPARE(session.changes(), QJsonObject());
    const QString first = session.model().fields().first();
    session.edit(first, u"新值"_s);
    const QJsonObject changes = session.changes();
    QCOMPARE(changes.value(first), QJsonValue(u"新值"_s));
    QVERIFY(!changes.contains(u"unknownKey"_s));
    QVERIFY(!changes.contains(u"$work"_s));
    QCOMPARE(session.data().value(u"unknownKey"_s), data.value(u"unknownKey"_s));
}

void HostileTest::endlessScript()
{
    const QString endless = u"try { while (true) {} } catch (e) {} finally { while (true) {} }"_s;
    FormInput input = inputOf(
        formOf({ { u"a"_s, textField(u"a"_s, endless) },
                 { u"b"_s, textField(u"b"_s, u"return 'fine'"_s) } },
               u"<div mwftype='textfield' id='a'></div><div mwftype='textfield' id='b'></div>"_s),
        {});
    input.limits.each = std::chrono::milliseconds(50);
    FormSession session(input);
    QCOMPARE(session.collected(u"b"_s), QJsonValue(u"fine"_s));
    QCOMPARE(session.notes().size(), 1);
    QCOMPARE(session.notes().first().kind, FormNote::Kind::ScriptTimeout);
    QCOMPARE(session.notes().first().where, u"a/defaultValue"_s);
}

void HostileTest::scriptCannotReachOut_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("request") << u"var r = new XMLHttpRequest(); return 'out'"_s;
    QTest::newRow("document") << u"return document.cookie"_s;
    QTest::newRow("qt") << u"return Qt.openUrlExternally('http://x')"_s;
    QTest::newRow("import") << u"return import('file:///etc/passwd')"_s;
    QTest::newRow("service") << u"return new this.Action('x').get()"_s;
    QTest::newRow("interval") << u"setInterval(function () {}, 1); return 'out'"_s;
    QTest::newRow("worker") << u"new Worker('x'); return 'out'"_s;
    QTest::newRow("storage") << u"return localStorage.getItem('x')"_s;
}

void HostileTest::scriptCannotReachOut()
{
    QFETCH(QString, code);
    FormSession session(inputOf(formOf({ { u"a"_s, textField(u"a"_s, code) } },
                                       u"<div mwftype='textfield' id='a'></div>"_s),
                                {}));
    QCOMPARE(session.collected(u"a"_s), QJsonValue(QString()));
    QCOMPARE(session.notes().size(), 1);
}

void HostileTest::changeLoop()
{
    QJsonObject a = textField(u"a"_s);
    a.insert(u"events"_s,
             QJsonObject{
                 { u"change"_s,
                   QJsonObject{ { u"code"_s,
                                  u"this.form.get('a').setData(this.data.a + 'x', true)"_s } } } });
    FormSession session(
        inputOf(formOf({ { u"a"_s, a } }, u"<div mwftype='textfield' id='a'></div>"_s), {}));
    session.edit(u"a"_s, u"1"_s);
    QVERIFY(session.collected(u"a"_s).toString().startsWith(u"1x"_s));
    QVERIFY(!session.notes().isEmpty());
}

void HostileTest::deepNesting()
{
    const int depth = 20000;
    const QString html = u"<div>"_s.repeated(depth) + u"<div mwftype='textfield' id='a'></div>"_s
        + u"</div>"_s.repeated(depth);
    FormSession session(
        inputOf(formOf({ { u"a"_s, textField(u"a"_s) } }, html), { { u"a"_s, u"kept"_s } }));
    QCOMPARE(session.data().value(u"a"_s), QJsonValue(u"kept"_s));
    QCOMPARE(session.changes(), QJsonObject());
}

void HostileTest::manyModules()
{
    QJsonObject modules;
    QString html;
    for (int i = 0; i < 10000; ++i) {
        const QString id = u"f%1"_s.arg(i);
        modules.insert(id, textField(id));
        html += u"<div mwftype='textfield' id='%1'></div>"_s.arg(id);
    }
    FormSession session(inputOf(formOf(modules, html), { { u"f9999"_s, u"x"_s } }));
    QVERIFY(session.model().fields().size() > 5000);
}

// Every script of a big form reads its own definition and writes the one before: all of it arrives.
void HostileTest::manyDefinitions()
{
    static constexpr int Count = 1500;
    QJsonObject modules;
    QString html;
    for (int i = 0; i < Count; ++i) {
        const QString id = u"f%1"_s.arg(i);
        const QString before = i == 0 ? u"f0"_s : u"f%1"_s.arg(i - 1);
        modules.insert(id,
                       textField(id,
                                 u"this.form.get('%1').json.mark = this.target.json.id; "
                                 "return this.form.get('%1').json.mark"_s.arg(before)));
        html += u"<div mwftype='textfield' id='%1'></div>"_s.arg(id);
    }
    FormSession session(inputOf(formOf(modules, html), {}));
    QCOMPARE(session.data().value(u"f1499"_s), QJsonValue(u"f1499"_s));
    int marked = 0;
    for (int i = 0; i < Count; ++i) {
        const Module *module = session.model().find(u"f%1"_s.arg(i));
        marked += module->json.contains("mark"_L1) ? 1 : 0;
    }
    QCOMPARE(marked, Count - 1);
}

void HostileTest::subformCycle()
{
    const QJsonObject subform{ { u"id"_s, u"s"_s },
                               { u"type"_s, u"Subform"_s },
                               { u"subformType"_s, u"select"_s },
                               { u"subformSelected"_s, u"self"_s } };
    QJsonObject raw = formOf({ { u"s"_s, subform } }, u"<div mwftype='subform' id='s'></div>"_s);
    raw.insert(u"relatedFormMap"_s, QJsonObject{ { u"self"_s, raw.value("form"_L1).toObject() } });
    FormSession session(inputOf(raw, {}));
    QCOMPARE(session.notes().size(), 1);
    QCOMPARE(session.notes().first().kind, FormNote::Kind::SubformCycle);
}

void HostileTest::layers_data()
{
    QTest::addColumn<QJsonValue>("data");
    const auto escaped
        = [](QString text) { return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s); };
    const QString plain
        = u"{\"json\":{\"moduleList\":{\"a\":{\"type\":\"Textfield\",\"name\":\"甲\\n\\u4e59\"}}}}"_s;
    QTest::newRow("plain") << QJsonValue(plain);
    QTest::newRow("escaped") << QJsonValue(escaped(plain));
    QTest::newRow("escaped twice") << QJsonValue(escaped(escaped(plain)));
    QTest::newRow("quoted") << QJsonValue(u'"' + escaped(plain) + u'"');
    QTest::newRow("line breaks between") << QJsonValue(escaped(plain).replace(u"{"_s, u"{\n"_s));
    QTest::newRow("object") << QJsonValue(
        json::parse(plain.toUtf8()).value_or(QJsonValue()).toObject());
    QTest::newRow("modules at the top")
        << QJsonValue(u"{\"moduleList\":{\"a\":{\"type\":\"Textfield\",\"name\":\"甲\\n乙\"}}}"_s);
}

void HostileTest::layers()
{
    QFETCH(QJsonValue, data);
    const auto body = decodeBody(data);
    QVERIFY(body);
    const QJsonObject modules = body->json.value("moduleList"_L1).toObject();
    QCOMPARE(modules.value("a"_L1).toObject().value("name"_L1), QJsonValue(u"甲\n乙"_s));
    QCOMPARE(body->moduleOrder, QStringList{ u"a"_s });
}

void HostileTest::refusedData_data()
{
    QTest::addColumn<QJsonValue>("data");
    QTest::newRow("nothing") << QJsonValue(QString());
    QTest::newRow("no json") << QJsonValue(u"<html>"_s);
    QTest::newRow("cut off") << QJsonValue(u"{\\\"json\\\":{"_s);
    QTest::newRow("a list") << QJsonValue(u"[1,2]"_s);
}

void HostileTest::refusedData()
{
    QFETCH(QJsonValue, data);
    const auto body = decodeBody(data);
    QVERIFY(!body);
    QCOMPARE(body.error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
