// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/der.h"
#include "core/pdf/object_text.h"

#include <QTest>

using namespace andu;
using namespace andu::pdf;

class DerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesKnownBytes();
    void readsWhatItWrites();
    void refusesBrokenLengths_data();
    void refusesBrokenLengths();
    void sortsSets();
    void readsBothKindsOfTime();
    void writesDatesWithOffset();
};

void DerTest::writesKnownBytes()
{
    // X.690 examples and OIDs as openssl prints them.
    QCOMPARE(der::oid("1.2.840.113549.1.7.2").toHex(), QByteArray("06092a864886f70d010702"));
    QCOMPARE(der::oid("1.2.156.10197.6.1.4.2.2").toHex(), QByteArray("060a2a811ccf550601040202"));
    QCOMPARE(der::integer(0).toHex(), QByteArray("020100"));
    QCOMPARE(der::integer(128).toHex(), QByteArray("02020080"));
    QCOMPARE(der::unsignedInteger(QByteArray::fromHex("0000ff")).toHex(), QByteArray("020200ff"));
    QCOMPARE(der::octets(QByteArray(200, 'a')).left(3).toHex(), QByteArray("0481c8"));
    QCOMPARE(der::octets(QByteArray(300, 'a')).left(4).toHex(), QByteArray("0482012c"));
    QCOMPARE(der::bits("x").toHex(), QByteArray("03020078"));
}

void DerTest::readsWhatItWrites()
{
    const QByteArray bytes = der::sequence(
        { der::integer(4711), der::oid("2.16.840.1.101.3.4.2.1"), der::utf8(u"印章"_s) });
    QByteArrayView rest(bytes);
    const auto outer = der::take(rest);
    QVERIFY(outer && rest.isEmpty());
    const auto parts = der::children(outer->content);
    QVERIFY(parts);
    QCOMPARE(parts->size(), 3);
    QCOMPARE(der::smallNumber(parts->at(0)), std::optional(4711));
    QCOMPARE(der::dotted(parts->at(1)), QByteArray("2.16.840.1.101.3.4.2.1"));
    QCOMPARE(QString::fromUtf8(parts->at(2).content), u"印章"_s);
}

void DerTest::refusesBrokenLengths_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("tag alone") << QByteArray::fromHex("30");
    QTest::newRow("longer than there is") << QByteArray::fromHex("300501");
    QTest::newRow("indefinite") << QByteArray::fromHex("30800000");
    QTest::newRow("length of five bytes") << QByteArray::fromHex("30850000000001");
    QTest::newRow("length cut off") << QByteArray::fromHex("3082ff");
    QTest::newRow("four gigabytes") << QByteArray::fromHex("3084ffffffff00");
}

void DerTest::refusesBrokenLengths()
{
    QFETCH(QByteArray, bytes);
    QByteArrayView rest(bytes);
    QVERIFY(!der::take(rest));
}

void DerTest::sortsSets()
{
    QCOMPARE(der::setOf({ der::integer(3), der::integer(1), der::integer(2) }).toHex(),
             QByteArray("3109020101020102020103"));
}

void DerTest::readsBothKindsOfTime()
{
    const QDateTime expected(QDate(2026, 9, 16), QTime(1, 32, 7), Qt::UTC);
    for (const QByteArray &bytes :
         { der::tlv(0x17, "260916013207Z"), der::tlv(0x18, "20260916013207Z") }) {
        QByteArrayView rest(bytes);
        QCOMPARE(der::timeUtc(*der::take(rest)), std::optional(expected));
    }
    const QByteArray broken = der::tlv(0x18, "20261916013207Z");
    QByteArrayView rest(broken);
    QVERIFY(!der::timeUtc(*der::take(rest)));
}

void DerTest::writesDatesWithOffset()
{
    QDateTime time(QDate(2026, 9, 16), QTime(9, 32, 7), Qt::OffsetFromUTC, 8 * 3600);
    QCOMPARE(dateBytes(time), QByteArray("D:20260916093207+08'00'"));
    time.setOffsetFromUtc(-(3 * 3600 + 1800));
    QCOMPARE(dateBytes(time), QByteArray("D:20260916093207-03'30'"));
    QCOMPARE(textBytes(u"章"_s).toHex(), QByteArray("feff7ae0"));
}

QTEST_APPLESS_MAIN(DerTest)
#include "der_test.moc"
