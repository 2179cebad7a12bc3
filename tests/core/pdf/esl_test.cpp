// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/der.h"
#include "core/pdf/digest.h"
#include "core/pdf/esl.h"
#include "samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace andu;
using namespace andu::pdf;

namespace {

const QDateTime Now(QDate(2026, 9, 16), QTime(1, 32, 7), Qt::UTC);

ElectronicSeal seal(const QByteArray &user)
{
    ElectronicSeal out;
    out.vendor = "ANDU";
    out.id = "32010200123450";
    out.type = 1;
    out.name = u"云湖市数据管理局"_s;
    out.certificates = { user };
    out.createdUtc = Now.addDays(-10);
    out.validFromUtc = Now.addDays(-5);
    out.validUntilUtc = Now.addDays(5);
    out.pictureType = "PNG";
    out.picture = QByteArray(500, 'p');
    out.sizeMm = QSizeF(42, 42);
    return out;
}

/// The same seal in the form of GM/T 0031-2014: no certListType, maker's data in an inner sequence
/// that the signature covers.
QByteArray versionOne(const ElectronicSeal &content, Signer &maker)
{
    const auto utcTime = [](const QDateTime &time) {
        return der::tlv(0x17, time.toString(u"yyMMddHHmmss'Z'"_s).toLatin1());
    };
    const QByteArray info = der::sequence(
        { der::sequence({ der::ia5("ES"), der::integer(1), der::ia5("V") }),
          der::ia5(content.id),
          der::sequence({ der::integer(1),
                          der::utf8(content.name),
                          der::sequence({ der::octets(content.certificates.first()) }),
                          utcTime(content.createdUtc),
                          utcTime(content.validFromUtc),
                          utcTime(content.validUntilUtc) }),
          der::sequence({ der::ia5("PNG"),
                          der::octets(content.picture),
                          der::integer(42),
                          der::integer(42) }) });
    const QByteArray certificate = der::octets(maker.identity().certificate);
    const QByteArray algorithm = der::oid("1.2.156.10197.1.501");
    const QByteArray signature = *maker.sign(der::sequence({ info, certificate, algorithm }));
    return der::sequence({ info, der::sequence({ certificate, algorithm, der::bits(signature) }) });
}

} // namespace

class EslTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void madeSeal_isReadAsWritten();
    void versionOne_isReadAndChecked();
    void eachStepIsReported();
    void changedPicture_breaksTheMakersSignature();
    void listOfDigests_isUnderstood();
    void onlySm2MakesSeals();
    void mutatedSealNeverHolds();

private:
    std::unique_ptr<SoftwareSigner> m_maker;
    std::unique_ptr<SoftwareSigner> m_user;
};

void EslTest::initTestCase()
{
    m_maker = samples::signer(KeyKind::Sm2);
    m_user = samples::signer(KeyKind::Sm2);
    QVERIFY(m_maker && m_user);
}

void EslTest::madeSeal_isReadAsWritten()
{
    const ElectronicSeal content = seal(m_user->identity().certificate);
    const auto bytes = makeEsl(content, *m_maker);
    QVERIFY(bytes);
    const auto read = parseEsl(*bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->version, 4);
    QCOMPARE(read->name, content.name);
    QCOMPARE(read->id, content.id);
    QCOMPARE(read->picture, content.picture);
    QCOMPARE(read->sizeMm, content.sizeMm);
    QCOMPARE(read->certificates, content.certificates);
    QCOMPARE(read->validUntilUtc, content.validUntilUtc);
    QCOMPARE(read->makerCertificate, m_maker->identity().certificate);
}

void EslTest::versionOne_isReadAndChecked()
{
    const auto read = parseEsl(versionOne(seal(m_user->identity().certificate), *m_maker));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->version, 1);
    const SealCheck check = checkEsl(*read, Now, m_user->identity().certificate, {});
    QCOMPARE(check.makerSignature, SealStep::Passed);
    QCOMPARE(check.signerListed, SealStep::Passed);
}

void EslTest::eachStepIsReported()
{
    const auto read = parseEsl(*makeEsl(seal(m_user->identity().certificate), *m_maker));
    const QByteArray user = m_user->identity().certificate;
    const QByteArray maker = m_maker->identity().certificate;
    const QDateTime real = QDateTime::currentDateTimeUtc();
    QVERIFY(checkEsl(*read, Now, user, {}).isUsable());
    QCOMPARE(checkEsl(*read, Now.addDays(6), user, {}).validity, SealStep::Failed);
    QCOMPARE(checkEsl(*read, Now.addDays(-6), user, {}).validity, SealStep::Failed);
    QCOMPARE(checkEsl(*read, Now, maker, {}).signerListed, SealStep::Failed);
    QCOMPARE(checkEsl(*read, real, user, { maker }).makerCertificate, SealStep::Passed);
    QCOMPARE(checkEsl(*read, real, user, { user }).makerCertificate, SealStep::Failed);
    QCOMPARE(checkEsl(*read, real.addDays(1), user, { maker }).makerCertificate, SealStep::Failed);
}

void EslTest::changedPicture_breaksTheMakersSignature()
{
    QByteArray bytes = *makeEsl(seal(m_user->identity().certificate), *m_maker);
    bytes.replace("ppp", "qpp");
    const auto read = parseEsl(bytes);
    QVERIFY(read);
    QCOMPARE(checkEsl(*read, Now, {}, {}).makerSignature, SealStep::Failed);
}

void EslTest::listOfDigests_isUnderstood()
{
    ElectronicSeal read = *parseEsl(*makeEsl(seal(m_user->identity().certificate), *m_maker));
    read.certificates.clear();
    read.certificateDigests = { digestOf(DigestKind::Sm3, m_user->identity().certificate) };
    QCOMPARE(checkEsl(read, Now, m_user->identity().certificate, {}).signerListed,
             SealStep::Passed);
    QCOMPARE(checkEsl(read, Now, m_maker->identity().certificate, {}).signerListed,
             SealStep::Failed);
}

void EslTest::onlySm2MakesSeals()
{
    const auto other = samples::signer(KeyKind::EcP256);
    QVERIFY(!makeEsl(seal(m_user->identity().certificate), *other));
}

void EslTest::mutatedSealNeverHolds()
{
    const QByteArray bytes = *makeEsl(seal(m_user->identity().certificate), *m_maker);
    QRandomGenerator random(42);
    int readable = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray changed = bytes;
        const auto at = qsizetype(random.bounded(quint32(bytes.size())));
        changed[at] = char(quint8(changed.at(at)) ^ (1U + random.bounded(255U)));
        const auto read = parseEsl(changed);
        if (!read) {
            continue;
        }
        ++readable;
        const SealCheck check = checkEsl(*read, Now, {}, { m_maker->identity().certificate });
        // Bytes outside the signed part may change only where nothing depends on them: the name of
        // the algorithm. The maker's certificate must then still be the trusted one.
        const bool holds = check.makerSignature == SealStep::Passed
            && read->makerCertificate == m_maker->identity().certificate;
        QVERIFY2(!holds || read->signedBytes == parseEsl(bytes)->signedBytes,
                 qPrintable(QString::number(at)));
    }
    QVERIFY(readable > 100);
}

QTEST_APPLESS_MAIN(EslTest)
#include "esl_test.moc"
