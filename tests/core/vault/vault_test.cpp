// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/vault/vault.h"

#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;

namespace {

vault::Unlock with(const char *passphrase)
{
    vault::Unlock how;
    how.passphrase = crypto::SecureBytes(QByteArrayView(passphrase));
    return how;
}

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_refusesAWrongPassphraseAndASecondInstance();
    void database_isEncryptedAndKeepsItsRows();
    void blob_comesBackAndTellsDamage();
};

void VaultTest::open_refusesAWrongPassphraseAndASecondInstance()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"v"_s);
    {
        const auto made = vault::Vault::create(path, with("right"));
        QVERIFY(made.has_value());
        const auto second = vault::Vault::open(path, with("right"));
        QCOMPARE(second.error().code, ErrorCode::InUse);
    }
    QCOMPARE(vault::Vault::open(path, with("wrong")).error().code, ErrorCode::WrongKey);
    QCOMPARE(vault::Vault::open(path, vault::Unlock{}).error().code, ErrorCode::NoKey);
    QVERIFY(vault::Vault::open(path, with("right")).has_value());
}

void VaultTest::database_isEncryptedAndKeepsItsRows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"v"_s);
    const auto made = vault::Vault::create(path, with("right"));
    QVERIFY((*made)->openDatabase(u"w"_s, vault::DatabaseMode::ReadWrite).has_value());
    {
        QSqlQuery query(QSqlDatabase::database(u"w"_s));
        QVERIFY(query.exec(u"CREATE TABLE t (a INTEGER, b TEXT, c BLOB)"_s));
        QVERIFY(query.prepare(u"INSERT INTO t VALUES (?, ?, ?)"_s));
        query.addBindValue(qint64(1) << 40);
        query.addBindValue(u"明文标记"_s);
        query.addBindValue(QByteArray("\0\1", 2));
        QVERIFY(query.exec());
        QVERIFY(query.exec(u"SELECT a, b, c FROM t"_s) && query.next());
        QCOMPARE(query.value(0).toLongLong(), qint64(1) << 40);
        QCOMPARE(query.value(1).toString(), u"明文标记"_s);
        QCOMPARE(query.value(2).toByteArray(), QByteArray("\0\1", 2));
        QVERIFY(!query.next());
    }
    QSqlDatabase::removeDatabase(u"w"_s);
    QDirIterator files(path, QDir::Files);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(QByteArray("明文标记")));
        ++looked;
    }
    QVERIFY(looked >= 2);
}

void VaultTest::blob_comesBackAndTellsDamage()
{
    const QTemporaryDir folder;
    const vault::BlobStore blobs(folder.path(),
                                 crypto::SecureBytes(QByteArrayView(QByteArray(32, 'k'))));
    const QByteArray content(200000, 'x');
    QVERIFY(blobs.write(u"a"_s, content).has_value());
    QCOMPARE(blobs.read(u"a"_s).value_or(QByteArray()), content);
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() - 70000));
    file.close();
    QCOMPARE(blobs.read(u"a"_s).error().code, ErrorCode::Damaged);
    QCOMPARE(blobs.read(u"b"_s).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
