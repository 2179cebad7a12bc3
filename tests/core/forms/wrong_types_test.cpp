// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/inspection.h"
#include "small_forms.h"

#include <QElapsedTimer>
#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

const QJsonArray Wrong{
    -1.5, u"<b>x</b>"_s, QJsonArray{ 1, QJsonArray() }, QJsonObject{ { u"code"_s, QJsonArray() } }
};

/// One module of every known type with the properties that the engine reads.
QJsonObject everyModule()
{
    const QJsonObject properties
        = js("{'name':'n','label':'l','section':'no','sectionBy':'person','compute':'create',"
             "'defaultValue':{'code':'return \\'d\\''},'isReadonly':false,'showMode':'editable',"
             "'itemType':'values','itemValues':['甲|a','乙|b'],'itemScript':{'code':'return []'},"
             "'itemDict':[{'name':'配置'}],'itemDictPath':'种类','dictValueKey':'','dictTextKey':''"
             ","
             "'decimals':'2','precision':2,'dataType':'string','format':'%Y-%m-%d',"
             "'validation':{'code':'return true'},'validationConfig':[{'status':'all',"
             "'valueType':'value','operateor':'gt','value':'zzz','prompt':'p'}],"
             "'events':{'load':{'code':''},'change':{'code':''}},'styles':{'color':'red'},"
             "'recoveryStyles':{'width':'10px'},'properties':{'rows':'2'},'storeRange':'simple',"
             "'splitShow':', ','count':1,'identityValue':[],'dutyValue':'[]','required':true,"
             "'editByActivity':false,'editByActivityValue':[],'readByOrg':false,"
             "'readByOrgValue':[],'hideCannotRead':'yes','attachmentCount':'1',"
             "'attachmentMinCount':0,'site':'s','defaultData':{'code':''},'defaultCount':'1',"
             "'minCount':'0','maxCount':'3','editableScript':{'code':''},'total':'number',"
             "'isShow':true,'valueType':'script','script':{'code':'return 1'},'text':'t',"
             "'filterActivity':['a'],'textStyle':'{opinion}','isTask':true,'multiple':false,"
             "'subformType':'select','subformSelected':'q','activeValue':'1','thousands':','}")
              .toObject();
    QJsonObject modules;
    for (const QString &type : knownTypes()) {
        QJsonObject module = properties;
        module.insert(u"type"_s, type);
        modules.insert(u"m_"_s + type, module);
    }
    return modules;
}

void openAndUse(const QJsonObject &modules, const QJsonObject &data)
{
    QStringList order = modules.keys();
    FormInput input = inputOf(formOf(modules, nodes(order)), data);
    FormSession session(std::move(input));
    QCOMPARE(session.changes(), QJsonObject());
    for (const QString &id : session.model().fields()) {
        session.edit(id, u"1"_s);
    }
    (void)session.check(u"同意"_s, u"好"_s);
    const QJsonObject report = inspect(session, {});
    QCOMPARE(report.value("modules"_L1).toArray().size(), modules.size());
}

} // namespace

/// Properties and values of every wrong type: nothing breaks, an untouched form sends nothing.
class WrongTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void properties_data();
    void properties();
    void values_data();
    void values();
    void topOfTheForm_data();
    void topOfTheForm();
    void tenMegabytes();
    void injectionStaysText();
};

void WrongTypesTest::properties_data()
{
    QTest::addColumn<QString>("key");
    const QJsonObject module = everyModule().begin().value().toObject();
    for (const QString &key : module.keys()) {
        QTest::newRow(qPrintable(key)) << key;
    }
}

void WrongTypesTest::properties()
{
    QFETCH(QString, key);
    for (const QJsonValue &wrong : Wrong) {
        QJsonObject modules = everyModule();
        for (QJsonValueRef module : modules) {
            QJsonObject object = module.toObject();
            object.insert(key, wrong);
            module = object;
        }
        openAndUse(modules, {});
    }
}

void WrongTypesTest::values_data()
{
    QTest::addColumn<QJsonValue>("value");
    for (const QJsonValue &wrong : Wrong) {
        QTest::newRow(json::compact(QJsonArray{ wrong }).constData()) << wrong;
    }
    QTest::newRow("grid without rows") << js("{'data':{'a':1},'total':[]}");
    QTest::newRow("rows of numbers") << js("{'data':[1,null,[2],'x',{'t':5}]}");
    QTest::newRow("huge number") << QJsonValue(1e300);
    QTest::newRow("organisation of numbers") << js("[1,{'distinguishedName':5},{'name':[]}]");
}

void WrongTypesTest::values()
{
    QFETCH(QJsonValue, value);
    const QJsonObject modules = everyModule();
    QJsonObject data;
    for (const QString &id : modules.keys()) {
        data.insert(id, value);
    }
    openAndUse(modules, data);
}

void WrongTypesTest::topOfTheForm_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : { "moduleList",
                             "events",
                             "includeScripts",
                             "jsheader",
                             "isReadonly",
                             "validationFormCustom",
                             "validationRoute",
                             "subformList",
                             "hideCannotRead" }) {
        QTest::newRow(key) << QString::fromUtf8(key);
    }
}

void WrongTypesTest::topOfTheForm()
{
    QFETCH(QString, key);
    for (const QJsonValue &wrong : Wrong) {
        QJsonObject form{ { u"moduleList"_s, js("{'a':{'type':'Textfield'},'b':5}") } };
        form.insert(key, wrong);
        const QJsonObject raw{
            { u"form"_s,
              QJsonObject{ { u"data"_s,
                             QJsonObject{ { u"json"_s, form },
                                          { u"html"_s, nodes({ u"a"_s, u"b"_s }) } } } } },
            { u"relatedFormMap"_s, wrong },
            { u"relatedScriptMap"_s, wrong }
        };
        FormInput input = inputOf(raw);
        for (const auto &member :
             { u"work"_s, u"taskList"_s, u"routeList"_s, u"activity"_s, u"currentTaskIndex"_s }) {
            input.work.raw.insert(member, wrong);
        }
        FormSession session(std::move(input));
        (void)inspect(session, { {}, u"x"_s, u"y"_s });
        QCOMPARE(session.changes(), QJsonObject());
    }
}

void WrongTypesTest::tenMegabytes()
{
    QJsonObject modules;
    QStringList order;
    for (int i = 0; i < 10000; ++i) {
        const QString id = u"f%1"_s.arg(i);
        order.append(id);
        modules.insert(id,
                       QJsonObject{ { u"type"_s, i % 2 ? u"Textfield"_s : u"Number"_s },
                                    { u"description"_s, QString(1000, u'x') } });
    }
    const QJsonObject body{ { u"json"_s, QJsonObject{ { u"moduleList"_s, modules } } },
                            { u"html"_s, nodes(order) } };
    const QString text = QString::fromUtf8(json::compact(body));
    QVERIFY(text.size() > 10 * 1000 * 1000);
    QElapsedTimer timer;
    timer.start();
    FormDefinition definition;
    definition.raw = { { u"form"_s, QJsonObject{ { u"data"_s, text } } } };
    const auto source = decodeForm(definition);
    QVERIFY(source.has_value());
    FormInput input = inputOf(formOf({}, {}), { { u"f9999"_s, u"bleibt"_s } });
    input.source = *source;
    FormSession session(std::move(input));
    QCOMPARE(session.model().fields().size(), 10000);
    session.edit(u"f1"_s, u"x"_s);
    QCOMPARE(session.changes(), (QJsonObject{ { u"f1"_s, u"x"_s } }));
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
}

void WrongTypesTest::injectionStaysText()
{
    const char *evil = "<img src=x onerror=alert(1)><script>alert(1)</script>";
    FormInput input
        = smallForm("{'l':{'type':'Label','text':'%'},'t':{'type':'Textfield','name':'%'},"
                    "'h':{'type':'Html','text':'<p>好</p><script>alert(1)</script>'}}",
                    { u"l"_s, u"t"_s, u"h"_s });
    QJsonObject modules = input.source.body.json.value("moduleList"_L1).toObject();
    for (QJsonValueRef module : modules) {
        QJsonObject object = module.toObject();
        for (const QString &key : { u"text"_s, u"name"_s }) {
            if (object.value(key).toString() == "%"_L1) {
                object.insert(key, QString::fromUtf8(evil));
            }
        }
        module = object;
    }
    input.source.body.json.insert(u"moduleList"_s, modules);
    input.work.data = { { u"t"_s, QString::fromUtf8(evil) } };
    FormSession session(input);
    QCOMPARE(session.shown(u"l"_s), QString::fromUtf8(evil)); // to be shown as plain text
    QCOMPARE(session.shown(u"t"_s), QString::fromUtf8(evil));
    QCOMPARE(session.shown(u"h"_s), u"好"_s);
}

QTEST_GUILESS_MAIN(WrongTypesTest)
#include "wrong_types_test.moc"
