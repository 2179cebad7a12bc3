// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/seals/account_seal_book.h"
#include "core/store/seal_repository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace andu;
using seals::AccountSealBook;

namespace {

const QDateTime Now(QDate(2026, 9, 16), QTime(1, 0), Qt::UTC);

pdf::StoredSeal sealOf(const QString &name)
{
    pdf::StoredSeal seal;
    seal.name = name;
    seal.kind = u"round"_s;
    seal.sizeMm = QSizeF(42, 42);
    seal.picture = QImage(8, 8, QImage::Format_ARGB32);
    seal.picture.fill(Qt::red);
    pdf::handOver(seal, u"孙丽"_s, Now);
    seal.certificates = { u"ab12"_s, u"cd34"_s };
    seal.validUntilUtc = Now.addYears(3);
    seal.perDay = 20;
    seal.esl = "an electronic seal";
    return seal;
}

pdf::SealUse useOf(const QString &job, int marks)
{
    pdf::SealUse use;
    use.timeUtc = Now;
    use.seal = u"公章"_s;
    use.documentTitle = u"关于印发的通知"_s;
    use.job = job;
    use.approvalTitle = u"用印申请"_s;
    use.marks = marks;
    use.places = u"1: 120.0,200.0"_s;
    return use;
}

} // namespace

/// Over a real SQLCipher file.
class AccountSealBookTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { vault::registerPluginPath(); }
    void init();
    void cleanup();
    void seal_comesBackAsItWas();
    void handingOver_keepsTheHistory();
    void frozenAndForeignSeals_areNotUsable();
    void limitOfAnApproval_holds();
    void changedRow_isFound();
    void files_areTakenOverOnce();
    void registerOfTwoChains_isNotMixed();
    void manyUses_costOneRowEach();
    void closedBook_answers();

private:
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<AccountSealBook> m_book;
};

void AccountSealBookTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    vault::Unlock how;
    how.passphrase.emplace(QByteArrayView("a passphrase"));
    auto vault = vault::Vault::create(m_place->filePath(u"vault"_s), std::move(how));
    QVERIFY(vault.has_value());
    auto opened = store::Store::open(std::move(*vault));
    QVERIFY(opened.has_value());
    m_store = std::move(*opened);
    m_book = std::make_unique<AccountSealBook>(*m_store);
}

void AccountSealBookTest::cleanup()
{
    m_book.reset();
    m_store.reset();
    m_place.reset();
}

void AccountSealBookTest::seal_comesBackAsItWas()
{
    const pdf::StoredSeal seal = sealOf(u"公章"_s);
    QVERIFY(m_book->add(seal).has_value());
    const auto kept = m_book->seals();
    QVERIFY(kept && kept->size() == 1);
    QVERIFY(pdf::recordOf(kept->first()) == pdf::recordOf(seal));
    QCOMPARE(kept->first().picture.pixelColor(3, 3), QColor(Qt::red));
    QCOMPARE(m_book->add(seal).error().code, ErrorCode::Conflict);
    QCOMPARE(m_book->replace(sealOf(u"别的章"_s)).error().code, ErrorCode::NotFound);
}

void AccountSealBookTest::handingOver_keepsTheHistory()
{
    pdf::StoredSeal seal = sealOf(u"公章"_s);
    QVERIFY(m_book->add(seal).has_value());
    pdf::handOver(seal, u"林晓燕"_s, Now.addDays(1));
    QVERIFY(m_book->replace(seal).has_value());
    const pdf::StoredSeal kept = m_book->seals()->first();
    QCOMPARE(pdf::custodianOf(kept), u"林晓燕"_s);
    QCOMPARE(kept.custody.size(), 2);
    QCOMPARE(kept.custody.first(), (SealCustody{ u"孙丽"_s, Now, Now.addDays(1) }));
    pdf::handOver(seal, {}, Now.addDays(2));
    QCOMPARE(pdf::custodianOf(seal), QString());
}

void AccountSealBookTest::frozenAndForeignSeals_areNotUsable()
{
    pdf::StoredSeal seal = sealOf(u"公章"_s);
    const auto reason = [&] {
        const auto usable = pdf::checkUsable(seal, "a certificate", Now);
        return usable ? QString() : usable.error().detail.section(u':', 0, 0);
    };
    QCOMPARE(reason(), u"other-certificate"_s);
    seal.certificates = { QString::fromLatin1(
        pdf::digestOf(pdf::DigestKind::Sha256, "a certificate").toHex().toUpper()) };
    QCOMPARE(reason(), QString());
    seal.isFrozen = true;
    QCOMPARE(reason(), u"seal-frozen"_s);
    seal.isFrozen = false;
    seal.validUntilUtc = Now.addSecs(-1);
    QCOMPARE(reason(), u"seal-expired"_s);
}

void AccountSealBookTest::limitOfAnApproval_holds()
{
    pdf::SealUse first = useOf(u"job-1"_s, 2);
    first.approvedMarks = 3;
    const auto written = m_book->registerUse(first, {});
    QVERIFY(written.has_value());
    QCOMPARE(written->number, u"YY20260916001"_s);
    // A later row cannot widen what the approval allowed.
    pdf::SealUse wider = useOf(u"job-1"_s, 2);
    wider.approvedMarks = 10;
    const auto refused = m_book->registerUse(wider, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
    QVERIFY(refused.error().detail.startsWith(u"approval-limit"_s));
    QVERIFY(m_book->registerUse(useOf(u"job-1"_s, 1), {}).has_value());
    QVERIFY(m_book->registerUse(useOf(u"job-2"_s, 9), {}).has_value());
    const auto uses = m_book->uses();
    QVERIFY(uses.has_value());
    QCOMPARE(uses->size(), 3);
    QCOMPARE(uses->first(), *written);
}

void AccountSealBookTest::changedRow_isFound()
{
    QVERIFY(m_book->registerUse(useOf(u"job-1"_s, 1), {}).has_value());
    QVERIFY(m_book->registerUse(useOf(u"job-2"_s, 1), {}).has_value());
    const auto changed
        = m_store
              ->write<void>(store::Topic::Seals,
                            [](store::Connection &connection) {
                                return connection.run(u"UPDATE seal_use SET body = replace(body,"
                                                      " 'job-1', 'job-9')"_s);
                            })
              .takeResult();
    QVERIFY(changed.has_value());
    QCOMPARE(m_book->uses().error().code, ErrorCode::Damaged);
    QCOMPARE(m_book->registerUse(useOf(u"job-3"_s, 1), {}).error().code, ErrorCode::Damaged);
}

void AccountSealBookTest::files_areTakenOverOnce()
{
    const QString folder = m_place->filePath(u"seals"_s);
    const QString path = m_place->filePath(u"seal-uses.jsonl"_s);
    pdf::FileSealBook files(folder, path);
    QVERIFY(files.add(sealOf(u"公章"_s)).has_value());
    QVERIFY(files.add(sealOf(u"合同专用章"_s)).has_value());
    QVERIFY(files.registerUse(useOf(u"job-1"_s, 1), {}).has_value());
    QVERIFY(files.registerUse(useOf(u"job-2"_s, 1), {}).has_value());
    const auto before = files.uses();
    const auto taken = m_book->importFiles(folder, path);
    QVERIFY(taken.has_value());
    QCOMPARE(*taken, 4);
    QVERIFY(!QDir(folder).exists());
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFile::exists(path + u".lock"_s));
    QCOMPARE(m_book->seals()->size(), 2);
    QCOMPARE(*m_book->uses(), *before);
    // The chain goes on where the file ended.
    QVERIFY(m_book->registerUse(useOf(u"job-3"_s, 1), {}).has_value());
    QCOMPARE(m_book->uses()->last().number, u"YY20260916003"_s);
    QCOMPARE(*m_book->importFiles(folder, path), 0);
}

void AccountSealBookTest::registerOfTwoChains_isNotMixed()
{
    const QString path = m_place->filePath(u"seal-uses.jsonl"_s);
    pdf::FileSealBook files(m_place->filePath(u"seals"_s), path);
    QVERIFY(files.registerUse(useOf(u"job-1"_s, 1), {}).has_value());
    QVERIFY(m_book->registerUse(useOf(u"job-2"_s, 1), {}).has_value());
    QCOMPARE(*m_book->importFiles(m_place->filePath(u"seals"_s), path), 0);
    QVERIFY(QFile::exists(path));
    QCOMPARE(m_book->uses()->size(), 1);
}

void AccountSealBookTest::manyUses_costOneRowEach()
{
    constexpr int Many = 600;
    QElapsedTimer clock;
    qint64 first = 0;
    qint64 last = 0;
    for (int i = 0; i < Many; ++i) {
        clock.start();
        QVERIFY(m_book->registerUse(useOf(u"job-%1"_s.arg(i), 1), {}).has_value());
        first += i < 100 ? clock.nsecsElapsed() : 0;
        last += i >= Many - 100 ? clock.nsecsElapsed() : 0;
    }
    qInfo("a use: %.2f ms at first, %.2f ms with %d in the register",
          double(first) / 1e8,
          double(last) / 1e8,
          Many);
    const auto uses = m_book->uses(); // checks the whole chain
    QVERIFY(uses.has_value());
    QCOMPARE(uses->size(), Many);
    AccountSealBook other(*m_store); // goes on from what is stored
    QCOMPARE(other.registerUse(useOf(u"job"_s, 1), {})->number, u"YY20260916601"_s);
    QCOMPARE(m_book->registerUse(useOf(u"job"_s, 1), {})->number, u"YY20260916602"_s);
    QVERIFY(m_book->uses().has_value());
}

void AccountSealBookTest::closedBook_answers()
{
    m_book->close();
    QCOMPARE(m_book->seals().error().code, ErrorCode::Cancelled);
    QCOMPARE(m_book->registerUse(useOf(u"job-1"_s, 1), {}).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(AccountSealBookTest)
#include "account_seal_book_test.moc"
