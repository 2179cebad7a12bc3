// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/seal_register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using namespace andu::pdf;

namespace {

SealUse use(const QString &approval, int hourUtc, int marks = 1)
{
    SealUse row;
    row.timeUtc = QDateTime(QDate(2026, 9, 16), QTime(hourUtc, 0), Qt::UTC);
    row.seal = u"公章"_s;
    row.documentTitle = u"通知"_s;
    row.approval = approval;
    row.operatorName = u"孙丽"_s;
    row.applicant = u"吴昊"_s;
    row.marks = marks;
    row.digestBefore = "before";
    return row;
}

using Refused = std::optional<SealUseRefusal>;

} // namespace
Q_DECLARE_METATYPE(Refused)
Q_DECLARE_METATYPE(andu::pdf::SealUseRules)

class SealRegisterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesDecide_data();
    void rulesDecide();
    void rowsRoundTrip();
    void changedRowIsFound();
    void missingRowIsFound();
};

void SealRegisterTest::rulesDecide_data()
{
    QTest::addColumn<QList<SealUse>>("earlier");
    QTest::addColumn<SealUseRules>("rules");
    QTest::addColumn<SealUse>("wanted");
    QTest::addColumn<Refused>("expected");

    const SealUseRules open;
    SealUseRules twice;
    twice.perDay = 2;
    SealUseRules three;
    three.perApproval = 3;
    SealUseRules named;
    named.approvedDigest = "other";
    SealUseRules separate;
    separate.needsOtherApplicant = true;
    SealUse own = use(u"A"_s, 3);
    own.applicant = own.operatorName;
    SealUse first = use(u"A"_s, 1);
    first.number = u"1"_s;
    SealUse cancel = use(u"A"_s, 2);
    cancel.cancels = u"1"_s;

    QTest::newRow("approved") << QList<SealUse>{} << open << use(u"A"_s, 3) << Refused();
    QTest::newRow("no approval") << QList<SealUse>{} << open << use({}, 3)
                                 << Refused(SealUseRefusal::NoApproval);
    QTest::newRow("another file") << QList<SealUse>{} << named << use(u"A"_s, 3)
                                  << Refused(SealUseRefusal::OtherFile);
    QTest::newRow("own request") << QList<SealUse>{} << separate << own
                                 << Refused(SealUseRefusal::OwnRequest);
    QTest::newRow("third of two a day") << QList<SealUse>{ use(u"A"_s, 1), use(u"B"_s, 2) } << twice
                                        << use(u"C"_s, 3) << Refused(SealUseRefusal::DailyLimit);
    // 17:00 UTC is the next day in China.
    QTest::newRow("next day") << QList<SealUse>{ use(u"A"_s, 1), use(u"B"_s, 2) } << twice
                              << use(u"C"_s, 17) << Refused();
    QTest::newRow("cancelled use does not count")
        << QList<SealUse>{ first, cancel, use(u"B"_s, 2) } << twice << use(u"C"_s, 3) << Refused();
    QTest::newRow("impressions of an approval")
        << QList<SealUse>{ use(u"A"_s, 1, 2) } << three << use(u"A"_s, 3, 2)
        << Refused(SealUseRefusal::ApprovalLimit);
    QTest::newRow("another approval")
        << QList<SealUse>{ use(u"A"_s, 1, 2) } << three << use(u"B"_s, 3, 2) << Refused();
}

void SealRegisterTest::rulesDecide()
{
    QFETCH(QList<SealUse>, earlier);
    QFETCH(SealUseRules, rules);
    QFETCH(SealUse, wanted);
    QFETCH(Refused, expected);
    QVERIFY(refusalFor(earlier, rules, wanted) == expected);
}

void SealRegisterTest::rowsRoundTrip()
{
    const QTemporaryDir folder;
    const SealRegister book(folder.filePath(u"register"_s));
    QVERIFY(book.read() && book.read()->isEmpty());
    const auto first = book.append(use(u"A"_s, 1), {});
    const auto second = book.append(use(u"A"_s, 2), {});
    QVERIFY(first && second);
    QCOMPARE(first->number, u"YY20260916001"_s);
    QCOMPARE(second->number, u"YY20260916002"_s);
    const auto read = book.read();
    QVERIFY(read);
    QCOMPARE(*read, (QList<SealUse>{ *first, *second }));
}

void SealRegisterTest::changedRowIsFound()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"register"_s);
    const SealRegister book(path);
    QVERIFY(book.append(use(u"A"_s, 1), {}) && book.append(use(u"A"_s, 2), {}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes.replace(bytes.indexOf("\"copies\":1"), 10, "\"copies\":9");
    file.seek(0);
    file.write(bytes);
    file.close();
    QCOMPARE(book.read().error().code, ErrorCode::Damaged);
    QCOMPARE(book.append(use(u"A"_s, 3), {}).error().code, ErrorCode::Damaged);
}

void SealRegisterTest::missingRowIsFound()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"register"_s);
    const SealRegister book(path);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(book.append(use(u"A"_s, i), {}));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeAt(1);
    file.resize(0);
    file.seek(0);
    file.write(lines.join('\n'));
    file.close();
    QCOMPARE(book.read().error().code, ErrorCode::Damaged);
}

QTEST_APPLESS_MAIN(SealRegisterTest)
#include "seal_register_test.moc"
