// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_forms.h"

#include <QTest>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

/// Organisation values compare by distinguished name, numbers by value.
QJsonValue comparable(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            const QString dn = json::text(entry.toObject(), "distinguishedName"_L1);
            result.append(dn.isEmpty() ? entry : QJsonValue(dn));
        }
        return result;
    }
    return value;
}

QStringList lines(const QJsonArray &failures)
{
    QStringList texts;
    for (const QJsonValue &value : failures) {
        const QJsonObject object = value.toObject();
        texts.append(json::text(object, "id"_L1) + u'|' + json::text(object, "rule"_L1) + u'|'
                     + json::text(object, "message"_L1));
    }
    texts.sort();
    return texts;
}

QStringList lines(const CheckResult &check)
{
    QStringList texts;
    for (const QList<Failure> &list : { check.fields, check.form }) {
        for (const Failure &failure : list) {
            texts.append(failure.field + u'|' + failure.rule + u'|' + failure.text);
        }
    }
    texts.sort();
    return texts;
}

} // namespace

/// Plays every fact of every *.expected.json against the form engine.
class ExpectedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loaded_data() { cases(); }
    void loaded();
    void routes_data() { cases(); }
    void routes();
    void checks_data() { cases(); }
    void checks();
    void edits_data() { cases(); }
    void edits();
    void emptyData_data() { cases(); }
    void emptyData();
    void untouchedSendsNothing_data() { cases(); }
    void untouchedSendsNothing();
    void everyFactIsPlayed();
    void leaveRemarks();
    void expenseRemarks();
    void sealRemarks();
    void finishedSeal();
    void dispatchRemarks();

private:
    static void cases();
    static void edit(FormSession &session, const QJsonObject &edit);
};

void ExpectedTest::cases()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QJsonObject>("expected");
    const QList<std::pair<QString, QString>> forms{
        { u"leave"_s, u"leave"_s },       { u"expense"_s, u"expense"_s },
        { u"seal"_s, u"seal"_s },         { u"dispatch"_s, u"dispatch"_s },
        { u"contract"_s, u"contract"_s }, { u"purchase-v10"_s, u"purchase"_s }
    };
    for (const auto &[folder, form] : forms) {
        const QJsonArray all = readJson(dataPath(u"forms/"_s + form + u".expected.json"_s))
                                   .toObject()
                                   .value("cases"_L1)
                                   .toArray();
        for (const QJsonValue &value : all) {
            const QJsonObject object = value.toObject();
            QTest::newRow(qPrintable(json::text(object, "work"_L1))) << folder << form << object;
        }
    }
}

void ExpectedTest::loaded()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    FormSession session(sampleInput(folder, form, json::text(expected, "work"_L1)));
    const QJsonObject labels = expected.value("scriptLabels"_L1).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        QCOMPARE(session.state(label.key()).text, label.value().toString());
    }
    const QJsonObject options = expected.value("scriptOptions"_L1).toObject();
    for (auto field = options.begin(); field != options.end(); ++field) {
        QCOMPARE(session.state(field.key()).options, optionsOf(field.value()));
    }
    QStringList locked;
    QStringList hidden;
    for (const QString &id : session.model().fields()) {
        if (session.state(id).isReadonly) {
            locked.append(id);
        }
        if (!session.isShown(id)) {
            hidden.append(id);
        }
    }
    QStringList expectedLocked = json::texts(expected, "readonlyFields"_L1);
    locked.sort();
    expectedLocked.sort();
    QCOMPARE(locked, expectedLocked);
    QStringList expectedHidden = json::texts(expected, "hiddenByScript"_L1);
    hidden.sort();
    expectedHidden.sort();
    QCOMPARE(hidden, expectedHidden);
    const QJsonObject activity = session.work().raw.value("activity"_L1).toObject();
    QCOMPARE(json::text(activity, "name"_L1), json::text(expected, "activity"_L1));
    for (const FormNote &note : session.notes()) {
        qWarning() << note.where << note.detail;
    }
    QVERIFY(session.notes().isEmpty());
}

void ExpectedTest::routes()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    FormSession session(sampleInput(folder, form, json::text(expected, "work"_L1)));
    const QList<RouteChoice> routes = session.routes();
    const QJsonArray wanted = expected.value("routes"_L1).toArray();
    QCOMPARE(routes.size(), wanted.size());
    for (qsizetype i = 0; i < routes.size(); ++i) {
        const QJsonObject route = wanted[i].toObject();
        QCOMPARE(routes[i].name, json::text(route, "name"_L1));
        QCOMPARE(routes[i].label, json::text(route, "label"_L1));
        QCOMPARE(routes[i].isVisible, route.value("visible"_L1).toBool());
        QCOMPARE(routes[i].isOpinionRequired, route.value("opinionRequired"_L1).toBool());
        QCOMPARE(routes[i].defaultOpinion, json::text(route, "defaultOpinion"_L1));
        QCOMPARE(routes[i].isAppendTask, route.value("appendTask"_L1).toBool());
        QCOMPARE(routes[i].groups, json::texts(route, "groups"_L1));
        const QJsonArray selectors = route.value("selectors"_L1).toArray();
        QCOMPARE(routes[i].selectors.size(), selectors.size());
        for (qsizetype j = 0; j < selectors.size(); ++j) {
            const QJsonObject selector = selectors[j].toObject();
            QCOMPARE(routes[i].selectors[j].dataKey, json::text(selector, "dataKey"_L1));
            QCOMPARE(routes[i].selectors[j].title, json::text(selector, "title"_L1));
            QCOMPARE(routes[i].selectors[j].min, selector.value("min"_L1).toInt());
        }
    }
    QCOMPARE(preselectedRoute(routes).value_or(QString()), json::text(expected, "preselected"_L1));
    if (expected.contains("groupOrder"_L1)) {
        QCOMPARE(routeGroups(routes), json::texts(expected, "groupOrder"_L1));
    }
}

void ExpectedTest::checks()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    const QJsonObject wanted = expected.value("checks"_L1).toObject();
    for (auto route = wanted.begin(); route != wanted.end(); ++route) {
        FormSession session(sampleInput(folder, form, json::text(expected, "work"_L1)));
        QCOMPARE(lines(session.check(route.key(), u"一二三四五"_s)),
                 lines(route.value().toArray()));
    }
}

void ExpectedTest::edit(FormSession &session, const QJsonObject &edit)
{
    if (!edit.contains("grid"_L1)) {
        for (auto field = edit.begin(); field != edit.end(); ++field) {
            session.edit(field.key(), field.value());
        }
        return;
    }
    const QString grid = json::text(edit, "grid"_L1);
    const int row = edit.value("row"_L1).toInt();
    session.editCell(grid, row, json::text(edit, "field"_L1), edit.value("value"_L1));
    (void)session.completeRow(grid, row);
}

void ExpectedTest::edits()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    const QJsonArray edits = expected.value("edits"_L1).toArray();
    for (const QJsonValue &value : edits) {
        const QJsonObject wanted = value.toObject();
        FormSession session(sampleInput(folder, form, json::text(expected, "work"_L1)));
        edit(session, wanted.value("edit"_L1).toObject());
        const QJsonObject data = wanted.value("data"_L1).toObject();
        for (auto key = data.begin(); key != data.end(); ++key) {
            const QJsonValue collected = session.collected(key.key());
            const auto number = numberIn(collected);
            if (number && key.value().isDouble()) {
                QCOMPARE(*number, key.value().toDouble());
            } else {
                QCOMPARE(collected, key.value());
            }
        }
        const QJsonObject hidden = wanted.value("hidden"_L1).toObject();
        for (auto key = hidden.begin(); key != hidden.end(); ++key) {
            QCOMPARE(!session.isShown(key.key()), key.value().toBool());
        }
        const QJsonObject shown = wanted.value("shown"_L1).toObject();
        for (auto key = shown.begin(); key != shown.end(); ++key) {
            QCOMPARE(session.shown(key.key()), key.value().toString());
        }
        const QString grid = json::text(wanted.value("edit"_L1).toObject(), "grid"_L1);
        if (wanted.contains("row0"_L1)) {
            const QJsonObject row
                = session.value(grid).toObject().value("data"_L1).toArray().first().toObject();
            const QJsonObject cells = wanted.value("row0"_L1).toObject();
            for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
                QCOMPARE(row.value(cell.key()), cell.value());
            }
            QCOMPARE(session.value(grid).toObject().value("total"_L1), wanted.value("total"_L1));
        }
        if (wanted.contains("failures"_L1)) {
            QCOMPARE(lines(session.check(json::text(wanted, "route"_L1), u"一二三四五"_s)),
                     lines(wanted.value("failures"_L1).toArray()));
        }
    }
}

void ExpectedTest::emptyData()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    const QJsonObject empty = expected.value("withEmptyData"_L1).toObject();
    FormInput input = sampleInput(folder, form, json::text(expected, "work"_L1));
    input.work.data = {};
    input.work.attachments.clear();
    FormSession session(input);
    const QJsonObject defaults = empty.value("defaults"_L1).toObject();
    for (auto key = defaults.begin(); key != defaults.end(); ++key) {
        QCOMPARE(comparable(session.collected(key.key())), comparable(key.value()));
    }
    QCOMPARE(lines(session.check({}, {})), lines(empty.value("checks"_L1).toArray()));
    if (empty.contains("hidden"_L1)) {
        QStringList hidden;
        for (const QString &id : session.model().fields()) {
            if (!session.isShown(id)) {
                hidden.append(id);
            }
        }
        QStringList expectedHidden = json::texts(empty, "hidden"_L1);
        hidden.sort();
        expectedHidden.sort();
        QCOMPARE(hidden, expectedHidden);
    }
    // A submit of the untouched form sends the defaults, and nothing that has no value.
    const QJsonObject changes = session.changes(true);
    for (auto key = defaults.begin(); key != defaults.end(); ++key) {
        if (session.model().find(key.key()) && isTruthy(key.value())
            && changes.contains(key.key())) {
            QCOMPARE(comparable(changes.value(key.key())), comparable(key.value()));
        }
    }
    QCOMPARE(session.changes(), QJsonObject());
}

void ExpectedTest::untouchedSendsNothing()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    FormSession session(sampleInput(folder, form, json::text(expected, "work"_L1)));
    QCOMPARE(session.changes(), QJsonObject());
}

/// A member of an expected file that no test here reads would be a fact that is not checked.
void ExpectedTest::everyFactIsPlayed()
{
    static const QSet<QString> played{ u"work"_s,          u"activity"_s,       u"scriptLabels"_s,
                                       u"scriptOptions"_s, u"hiddenByScript"_s, u"readonlyFields"_s,
                                       u"routes"_s,        u"checks"_s,         u"edits"_s,
                                       u"withEmptyData"_s, u"preselected"_s,    u"groupOrder"_s,
                                       u"remarks"_s }; // prose: the tests named after the form
    static const QSet<QString> ofEdits{ u"edit"_s,    u"event"_s,   u"data"_s,  u"hidden"_s,
                                        u"shown"_s,   u"row0"_s,    u"total"_s, u"route"_s,
                                        u"remarks"_s, u"failures"_s };
    for (const QString &form :
         { u"leave"_s, u"expense"_s, u"seal"_s, u"dispatch"_s, u"contract"_s, u"purchase"_s }) {
        const QJsonArray all = readJson(dataPath(u"forms/"_s + form + u".expected.json"_s))
                                   .toObject()
                                   .value("cases"_L1)
                                   .toArray();
        QVERIFY(!all.isEmpty());
        for (const QJsonValue &value : all) {
            for (const QString &key : value.toObject().keys()) {
                QVERIFY2(played.contains(key), qPrintable(key));
            }
            const QJsonArray edits = value.toObject().value("edits"_L1).toArray();
            for (const QJsonValue &edit : edits) {
                for (const QString &key : edit.toObject().keys()) {
                    QVERIFY2(ofEdits.contains(key), qPrintable(key));
                }
            }
        }
    }
}

void ExpectedTest::leaveRemarks()
{
    FormInput input = sampleInput(u"leave"_s, u"leave"_s, u"leave.work.json"_s);
    input.work.data = {};
    FormSession session(input);
    QCOMPARE(session.value(u"annualLeft"_s), QJsonValue(u"10.0"_s));
    QCOMPARE(session.value(u"days"_s), QJsonValue(u"1.0"_s));
    QCOMPARE(session.collected(u"days"_s), QJsonValue(1));
    // handover: the rule isnull never fires on an empty Org field
    QCOMPARE(session.collected(u"handover"_s), QJsonValue(QJsonArray()));
    for (const Failure &failure : session.check(u"送部门负责人审批"_s, {}).fields) {
        QVERIFY(failure.field != u"handover"_s);
    }
    const QList<RouteChoice> routes = session.routes();
    const QList<Failure> people = session.checkRoute(routes[0], u"好"_s);
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.first().text, u"请至少选择1项"_s);
    const QList<Failure> opinion = session.checkRoute(routes[1], {});
    QCOMPARE(opinion.size(), 1);
    QCOMPARE(opinion.first().text, u"请填写意见"_s);
}

void ExpectedTest::expenseRemarks()
{
    FormInput input = sampleInput(u"expense"_s, u"expense"_s, u"expense.work.json"_s);
    input.work.attachments.clear();
    input.work.data.remove(u"invoices"_s);
    FormSession session(input);
    QStringList texts;
    for (const Failure &failure : session.check({}, {}).fields) {
        texts.append(failure.field + u'|' + failure.text);
    }
    QCOMPARE(texts, QStringList{ u"invoices|报销总额1000元以上须上传票据"_s });
    // Numbers of the edited row become formatted texts, the other rows stay as they were.
    session.editCell(u"expenseList"_s, 0, u"amount"_s, 700);
    (void)session.completeRow(u"expenseList"_s, 0);
    QCOMPARE(session.cell(u"expenseList"_s, 0, u"bills"_s), QJsonValue(u"1"_s));
    QVERIFY(session.cell(u"expenseList"_s, 1, u"bills"_s).isDouble());
    QCOMPARE(session.shown(u"totalAmount"_s), u"3128.5"_s);
}

void ExpectedTest::sealRemarks()
{
    FormSession session(sampleInput(u"seal"_s, u"seal"_s, u"seal.work.json"_s));
    const QList<RouteChoice> routes = session.routes();
    QCOMPARE(routes.last().name, u"退回申请人"_s);
    QCOMPARE(routes.last().groups, QStringList{ u"其它"_s });
}

void ExpectedTest::finishedSeal()
{
    FormInput input = sampleInput(u"seal"_s, u"seal"_s, u"seal.completed.work.json"_s);
    QVERIFY(input.work.isFinished);
    FormSession session(input);
    QVERIFY(session.isReadonly());
    for (const QString &id : session.model().fields()) {
        QVERIFY2(session.state(id).isReadonly, qPrintable(id));
    }
    QCOMPARE(session.shown(u"sealTypes"_s), u"合同专用章, 骑缝章"_s);
    QCOMPARE(session.shown(u"amountInvolved"_s), u"86.50"_s);
    session.edit(u"subject"_s, u"改"_s);
    QCOMPARE(session.changes(true), QJsonObject());
    QVERIFY(session.check({}, {}).isPassed());
}

void ExpectedTest::dispatchRemarks()
{
    FormSession session(sampleInput(u"dispatch"_s, u"dispatch"_s, u"dispatch.work.json"_s));
    // Free text that the web client loses stays in field and data.
    const QJsonArray copies = session.collected(u"copyTo"_s).toArray();
    QCOMPARE(copies.last(), QJsonValue(u"各分支机构"_s));
    QVERIFY(session.shown(u"copyTo"_s).endsWith(u"各分支机构"_s));
    // countersign is keyed by the plain name of the unit.
    session.edit(u"countersign"_s, u"无意见。"_s);
    QCOMPARE(session.changes().value(u"countersign"_s),
             QJsonValue(QJsonObject{ { u"办公室"_s, u"无意见。"_s } }));
    QCOMPARE(session.sentValue(u"countersign"_s).toObject().size(), 3);
}

QTEST_GUILESS_MAIN(ExpectedTest)
#include "expected_test.moc"
