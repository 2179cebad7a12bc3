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
    for (const QString &id : json::texts(expected, "hiddenByScript"_L1)) {
        QVERIFY2(hidden.contains(id), qPrintable(id));
    }
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
    for (const QString &id : json::texts(empty, "hidden"_L1)) {
        QVERIFY2(!session.isShown(id), qPrintable(id));
    }
}

void ExpectedTest::untouchedSendsNothing()
{
    QFETCH(QString, folder);
    QFETCH(QString, form);
    QFETCH(QJsonObject, expected);
    FormSession session(sampleInput(folder, form, json::text(expected, "work"_L1)));
    QCOMPARE(session.changes(), QJsonObject());
}

QTEST_GUILESS_MAIN(ExpectedTest)
#include "expected_test.moc"
