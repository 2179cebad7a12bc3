// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/file_output.h"
#include "core/pdf/form_fill.h"
#include "core/pdf/revisions.h"
#include "core/pdf/sign.h"
#include "samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace andu;
using namespace andu::pdf;

namespace {

SignRequest now()
{
    SignRequest request;
    request.time = QDateTime::currentDateTimeUtc();
    return request;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class UpdateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sign_fromAnyDevice();
    void sign_reservedFieldAfterCertifying();
    void sign_growsTheRoomWhenTheContainerIsLarger();
    void sign_canBeCancelled();
    void sign_refusesAnExpiredCertificate();
    void fill_thenSign_isReadable();
    void output_replacesOnlyWhenComplete();
    void output_refusesAChangedFile();
    void output_takesAFullDiskBack();
    void offsetsBeyondFourGigabytes();
};

void UpdateTest::sign_fromAnyDevice()
{
    const auto signer = samples::signer();
    QVERIFY(signer);
    QByteArray bytes = samples::plain(2);
    for (int i = 1; i <= 3; ++i) {
        auto document = samples::open(bytes);
        QVERIFY(document);
        const auto update = sign(*document, now(), *signer);
        QVERIFY2(update, update ? "" : qPrintable(update.error().detail));
        QCOMPARE(update->field, u"Signature%1"_s.arg(i));
        bytes += update->appended;
    }
    auto document = samples::open(bytes);
    QVERIFY(document && !document->refusal());
    const auto fields = fieldsOf(*document);
    QVERIFY(fields);
    QCOMPARE(fields->size(), 3U);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto revisions = revisionsOf(buffer);
    QVERIFY(revisions);
    QCOMPARE(revisions->size(), 4);
    QCOMPARE(revisions->first().endBytes, samples::plain(2).size());
}

void UpdateTest::sign_reservedFieldAfterCertifying()
{
    const auto signer = samples::signer();
    QByteArray bytes = samples::plain(1);
    auto document = samples::open(bytes);
    const auto reserved = reserveFields(*document, { u"Approver"_s, u"Office"_s });
    QVERIFY(reserved);
    bytes += reserved->appended;
    document = samples::open(bytes);
    SignRequest certify = now();
    certify.certify = 2;
    const auto certified = sign(*document, certify, *signer);
    QVERIFY2(certified, certified ? "" : qPrintable(certified.error().detail));
    bytes += certified->appended;
    document = samples::open(bytes);
    QVERIFY(!sign(*document, now(), *signer));
    SignRequest approve = now();
    approve.field = u"Approver"_s;
    const auto approved = sign(*document, approve, *signer);
    QVERIFY2(approved, approved ? "" : qPrintable(approved.error().detail));
    QCOMPARE(approved->field, u"Approver"_s);
}

void UpdateTest::sign_growsTheRoomWhenTheContainerIsLarger()
{
    const auto signer = samples::signer();
    auto document = samples::open(samples::plain(1));
    SignRequest request = now();
    int calls = 0;
    request.token = [&](QByteArrayView) -> Result<QByteArray> {
        ++calls;
        return QByteArray("\x30\x82\x75\x30", 4) + QByteArray(30'000, 'x');
    };
    const auto update = sign(*document, request, *signer);
    QVERIFY(update);
    QCOMPARE(calls, 2);
    QVERIFY(update->contentsBytes > 60'000);
}

void UpdateTest::sign_canBeCancelled()
{
    const auto signer = samples::signer();
    auto document = samples::open(samples::plain(1));
    std::atomic_bool cancel = true;
    SignRequest request = now();
    request.cancel = &cancel;
    const auto update = sign(*document, request, *signer);
    QVERIFY(!update);
    QCOMPARE(update.error().code, ErrorCode::Cancelled);
}

void UpdateTest::sign_refusesAnExpiredCertificate()
{
    const auto signer = samples::signer();
    auto document = samples::open(samples::plain(1));
    SignRequest request;
    request.time = QDateTime::currentDateTimeUtc().addDays(2);
    const auto update = sign(*document, request, *signer);
    QVERIFY(!update);
    QCOMPARE(update.error().code, ErrorCode::Refused);
}

void UpdateTest::fill_thenSign_isReadable()
{
    QByteArray bytes = samples::withForm();
    auto document = samples::open(bytes);
    const auto filled = fillFields(*document, { { u"name"_s, u"张三"_s } });
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
    bytes += *filled;
    document = samples::open(bytes);
    QVERIFY(document && !document->refusal());
    QCOMPARE(fieldsOf(*document)->front().value, u"张三"_s);
    const auto signer = samples::signer();
    QVERIFY(sign(*document, now(), *signer));
}

void UpdateTest::output_replacesOnlyWhenComplete()
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(u"in.pdf"_s);
    const QString target = folder.filePath(u"out.pdf"_s);
    write(source, "source");
    write(target, "old");
    {
        const auto dropped = FileOutput::start(source, target);
        QVERIFY(dropped);
    }
    QCOMPARE(contentOf(target), QByteArray("old"));
    auto output = FileOutput::start(source, target);
    QVERIFY(output && output->commit("+update", 6));
    QCOMPARE(contentOf(target), QByteArray("source+update"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

void UpdateTest::output_refusesAChangedFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"in.pdf"_s);
    write(path, "source that grew");
    auto output = FileOutput::start(path, path);
    QVERIFY(output);
    const auto done = output->commit("+update", 6);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QCOMPARE(contentOf(path), QByteArray("source that grew"));
}

/// A limit on the file size fails the write half-way, as a full disk does.
void UpdateTest::output_takesAFullDiskBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"in.pdf"_s);
    write(path, QByteArray(1000, 's'));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old = {};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit tight = { 5000, old.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &tight);
    auto output = FileOutput::start(path, path);
    const auto done = output->commit(QByteArray(20'000, 'u'), 1000);
    ::setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!done);
    QCOMPARE(contentOf(path), QByteArray(1000, 's'));
}

/// A sparse file with its cross-reference stream near the end; only the last kilobytes are real.
void UpdateTest::offsetsBeyondFourGigabytes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"huge.pdf"_s);
    constexpr qint64 Start = (qint64(1) << 32) + 4096;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("%PDF-1.7\n");
    QVERIFY(file.seek(Start));
    QList<qint64> offsets;
    for (const char *body : { "<</Type /Catalog /Pages 2 0 R>>",
                              "<</Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842]>>",
                              "<</Type /Page /Parent 2 0 R /Resources <<>>>>" }) {
        offsets.append(file.pos());
        file.write(QByteArray::number(offsets.size()) + " 0 obj\n" + body + "\nendobj\n");
    }
    offsets.append(file.pos());
    QByteArray table;
    for (const qint64 offset : offsets) {
        table += '\1';
        for (int shift = 56; shift >= 0; shift -= 8) {
            table += char(offset >> shift & 0xff);
        }
        table += QByteArray(2, '\0');
    }
    file.write("4 0 obj\n<</Type /XRef /W [1 8 2] /Index [1 4] /Size 5 /Root 1 0 R /Length "
               + QByteArray::number(table.size()) + ">>\nstream\n" + table
               + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(offsets.last())
               + "\n%%EOF\n");
    file.close();
    auto document = Document::openFile(path);
    QVERIFY(document && !document->refusal());
    // Hashing four gigabytes is not the point here: an update without a signature has offsets too.
    const auto reserved = reserveFields(*document, { u"Office"_s });
    QVERIFY2(reserved, reserved ? "" : qPrintable(reserved.error().detail));
    auto output = FileOutput::start(path, path);
    QVERIFY(output && output->commit(reserved->appended, document->sizeBytes()));
    auto again = Document::openFile(path);
    QVERIFY(again && !again->refusal());
    QCOMPARE(fieldsOf(*again)->size(), 1U);
}

QTEST_MAIN(UpdateTest)
#include "update_test.moc"
