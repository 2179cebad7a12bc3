// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/cipher.h"

#include <QTest>

using namespace andu;

class CipherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gcm_matchesTheStandardVector();
    void gcm_refusesAChangedByte();
    void hkdf_matchesRfc5869Case1();
};

void CipherTest::gcm_matchesTheStandardVector()
{
    // McGrew and Viega, test case 14: AES-256, one block of zeros.
    const crypto::SecureBytes key{ QByteArrayView(QByteArray(32, '\0')) };
    const auto sealed = crypto::gcmEncrypt(key, QByteArray(12, '\0'), {}, QByteArray(16, '\0'));
    QVERIFY(sealed.has_value());
    QCOMPARE(sealed->toHex(),
             QByteArray("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"));
}

void CipherTest::gcm_refusesAChangedByte()
{
    const crypto::SecureBytes key = crypto::randomSecret(32);
    const QByteArray nonce = crypto::randomBytes(12);
    auto sealed = crypto::gcmEncrypt(key, nonce, QByteArrayView("head"), QByteArrayView("text"));
    QVERIFY(sealed.has_value());
    QCOMPARE(crypto::gcmDecrypt(key, nonce, QByteArrayView("head"), *sealed).value_or(QByteArray()),
             QByteArray("text"));
    (*sealed)[0] = char((*sealed)[0] ^ 1);
    const auto opened = crypto::gcmDecrypt(key, nonce, QByteArrayView("head"), *sealed);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
}

void CipherTest::hkdf_matchesRfc5869Case1()
{
    const crypto::SecureBytes key{ QByteArrayView(QByteArray(22, '\x0b')) };
    const auto derived = crypto::hkdfSha256(key,
                                            QByteArray::fromHex("000102030405060708090a0b0c"),
                                            QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9"),
                                            42);
    QVERIFY(derived.has_value());
    QCOMPARE(derived->view().toByteArray().toHex(),
             QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5"
                        "b887185865"));
}

QTEST_APPLESS_MAIN(CipherTest)
#include "cipher_test.moc"
