// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

/// Routes of an open form: which there are, what they ask for.
class SessionRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes_data();
    void routes();
    void groups();
    void routeChecks_data();
    void routeChecks();
};

void SessionRoutesTest::routes_data()
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

void SessionRoutesTest::routes()
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

void SessionRoutesTest::groups()
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

void SessionRoutesTest::routeChecks_data()
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

void SessionRoutesTest::routeChecks()
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

QTEST_GUILESS_MAIN(SessionRoutesTest)
#include "session_routes_test.moc"
