// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/sync/merge.h"
#include "core/sync/todo_fate.h"

#include <QTest>

using namespace andu;
using sync::TodoFate;

class DecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merge_data();
    void merge();
    void fate_data();
    void fate();
};

void DecisionsTest::merge_data()
{
    QTest::addColumn<QJsonObject>("base");
    QTest::addColumn<QJsonObject>("theirs");
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("conflicts");
    const QJsonObject two{ { u"days"_s, 2 } };
    QTest::newRow("unchanged there") << two << two << 1 << 0;
    QTest::newRow("new key") << QJsonObject() << QJsonObject() << 1 << 0;
    QTest::newRow("same change there") << two << QJsonObject{ { u"days"_s, 3.0 } } << 0 << 0;
    QTest::newRow("another change there") << two << QJsonObject{ { u"days"_s, 4 } } << 0 << 1;
    QTest::newRow("appeared there") << QJsonObject() << QJsonObject{ { u"days"_s, 4 } } << 0 << 1;
}

void DecisionsTest::merge()
{
    QFETCH(QJsonObject, base);
    QFETCH(QJsonObject, theirs);
    const sync::Merge merged = sync::merge(base, QJsonObject{ { u"days"_s, 3 } }, theirs);
    QTEST(int(merged.toSend.size()), "sent");
    QTEST(int(merged.conflicts.size()), "conflicts");
}

void DecisionsTest::fate_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("expected");
    QTest::newRow("still open") << true << u"me"_s << u"同意"_s << u"task"_s
                                << int(TodoFate::StillOpen);
    QTest::newRow("delivered") << false << u"me"_s << u"同意"_s << u"task"_s
                               << int(TodoFate::Delivered);
    QTest::newRow("other route") << false << u"me"_s << u"退回"_s << u"task"_s
                                 << int(TodoFate::OtherRoute);
    QTest::newRow("reset away") << false << u"me"_s << u"转办"_s << u"reset"_s
                                << int(TodoFate::MovedAway);
    QTest::newRow("a colleague was first")
        << false << u"you"_s << u"同意"_s << u"task"_s << int(TodoFate::Gone);
}

void DecisionsTest::fate()
{
    QFETCH(bool, isOpen);
    QFETCH(QString, person);
    QFETCH(QString, route);
    QFETCH(QString, type);
    Task row;
    row.taskOfOrigin = u"t1"_s;
    row.person = person;
    row.routeName = route;
    row.processingType = type;
    QTEST(int(sync::fateOf(TaskId::of(u"t1"_s), u"me"_s, u"同意"_s, isOpen, { row })), "expected");
}

QTEST_APPLESS_MAIN(DecisionsTest)
#include "decisions_test.moc"
