// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/ber.h"
#include "core/pdf/verify/report.h"

#include <QTest>

using namespace andu::pdf::verify;

namespace {

std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

} // namespace

class BerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void element_isRead()
    {
        const std::string der = bytes("300b0603550403020101040141ff");
        std::size_t used = 0;
        const auto element = parseBer(der, &used);
        QVERIFY(element.has_value());
        QCOMPARE(used, std::size_t(13));
        QCOMPARE(element->child(0).oid(), std::string("2.5.4.3"));
        QCOMPARE(element->child(1).smallInteger().value_or(0), std::int64_t(1));
        QCOMPARE(element->child(2).octets(), std::string("A"));
        QVERIFY(element->child(9).oid().empty());
    }

    void indefiniteLength_becomesDefinite()
    {
        const std::string ber = bytes("3080248004014104014200000000");
        const auto element = parseBer(ber);
        QVERIFY(element.has_value());
        QCOMPARE(element->child(0).octets(), std::string("AB"));
        QCOMPARE(toDefinite(*element), bytes("300404024142"));
    }

    void hostile_isRefused_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("too long") << QByteArray("3005040141");
        QTest::newRow("length of nine bytes") << QByteArray("3089010203040506070809");
        QTest::newRow("never ends") << QByteArray("3080040141");
        QTest::newRow("primitive without length") << QByteArray("04800000");
        QTest::newRow("deep") << QByteArray("3080").repeated(500);
        QTest::newRow("high tag") << QByteArray("1f810100");
    }
    void hostile_isRefused()
    {
        QFETCH(QByteArray, hex);
        const std::string ber = bytes(hex.constData());
        QVERIFY(!parseBer(ber).has_value());
    }

    void times_areUtc()
    {
        const auto time = [](const std::string &der) {
            const auto element = parseBer(der);
            return element ? timeOf(*element).value_or(-1) : -2;
        };
        QCOMPARE(time(derWrap(0x17, "240229120000Z")), std::int64_t(1709208000));
        QCOMPARE(time(derWrap(0x18, "20240229120000.5Z")), std::int64_t(1709208000));
        QCOMPARE(time(derWrap(0x18, "20230229120000Z")), std::int64_t(-1));
        QCOMPARE(time(derWrap(0x18, "2024")), std::int64_t(-1));
    }

    void verdict_isTheWorst_data()
    {
        QTest::addColumn<int>("integrity");
        QTest::addColumn<int>("certificate");
        QTest::addColumn<int>("modification");
        QTest::addColumn<bool>("isWeak");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char *name,
                            Integrity integrity,
                            CertificateStatus certificate,
                            Modification modification,
                            bool isWeak,
                            Verdict verdict) {
            QTest::newRow(name) << int(integrity) << int(certificate) << int(modification) << isWeak
                                << int(verdict);
        };
        const auto trusted = CertificateStatus::Trusted;
        const auto none = Modification::None;
        const auto forbidden = Modification::Forbidden;
        row("all well", Integrity::Ok, trusted, none, false, Verdict::Valid);
        row("added",
            Integrity::Ok,
            trusted,
            Modification::Permitted,
            false,
            Verdict::ValidWithLaterAdditions);
        row("changed", Integrity::Ok, trusted, forbidden, false, Verdict::Modified);
        row("broken and changed", Integrity::Broken, trusted, forbidden, false, Verdict::Invalid);
        row("unsupported", Integrity::Unsupported, trusted, none, false, Verdict::Invalid);
        row("expired", Integrity::Ok, CertificateStatus::Expired, none, false, Verdict::Untrusted);
        row("unknown and changed",
            Integrity::Ok,
            CertificateStatus::Unknown,
            forbidden,
            false,
            Verdict::Modified);
        row("weak", Integrity::Ok, trusted, none, true, Verdict::Untrusted);
    }
    void verdict_isTheWorst()
    {
        QFETCH(int, integrity);
        QFETCH(int, certificate);
        QFETCH(int, modification);
        QFETCH(bool, isWeak);
        SignatureReport good;
        good.integrity = Integrity::Ok;
        good.certificate = CertificateStatus::Trusted;
        SignatureReport other = good;
        other.integrity = Integrity(integrity);
        other.certificate = CertificateStatus(certificate);
        other.modification = Modification(modification);
        other.isWeak = isWeak;
        QTEST(int(verdictOf({ good, other })), "verdict");
        QTEST(int(verdictOf({ other, good })), "verdict");
    }

    void untrustedArchiveTimestamp_harmsNothing()
    {
        SignatureReport good;
        good.integrity = Integrity::Ok;
        good.certificate = CertificateStatus::Trusted;
        SignatureReport stamp = good;
        stamp.kind = SignatureKind::Timestamp;
        stamp.certificate = CertificateStatus::Untrusted;
        QCOMPARE(int(verdictOf({ good, stamp })), int(Verdict::Valid));
        QCOMPARE(int(verdictOf({ stamp })), int(Verdict::Untrusted));
        QCOMPARE(int(verdictOf({})), int(Verdict::Unsigned));
    }
};

QTEST_APPLESS_MAIN(BerTest)
#include "ber_test.moc"
