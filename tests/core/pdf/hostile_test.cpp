// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/form_fill.h"
#include "core/pdf/placement.h"
#include "core/pdf/revisions.h"
#include "core/pdf/sign.h"
#include "samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace andu;
using namespace andu::pdf;

/// Whatever a file holds, the writer ends with an update or an error, and an update is readable.
class HostileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void mutations();
};

namespace {

bool isAppendable(const QByteArray &bytes)
{
    auto document = samples::open(bytes);
    return document && !document->refusal();
}

} // namespace

void HostileTest::shapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray plain = samples::plain(1);
    QByteArray form = samples::withForm();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("header only") << QByteArray("%PDF-1.7");
    QTest::newRow("page tree that is its own kid")
        << QByteArray(plain).replace("/Kids [3 0 R ]", "/Kids [2 0 R ]");
    QTest::newRow("page that is its own parent")
        << QByteArray(plain).replace("/Parent 2 0 R", "/Parent 3 0 R");
    QTest::newRow("field that is its own kid") << QByteArray(form).replace(
        "/T (name) /Rect [72 700 300 724] /P 3 0 R", "/T (n)/Kids [4 0 R] /Parent 4 0 R        ");
    QTest::newRow("size of two billion")
        << QByteArray(plain).replace("/Size 4", "/Size 2147483647");
    QTest::newRow("box of nonsense") << QByteArray(plain).replace("[0 0 595 842]", "[9 9 9 9    ]");
    QTest::newRow("no pages") << QByteArray(plain).replace("/Kids [3 0 R ]", "/Kids [      ]");
    QTest::newRow("catalog is a number") << QByteArray(plain).replace(
        "<</Type /Catalog /Pages 2 0 R>>", "4711                           ");
}

void HostileTest::shapes()
{
    QFETCH(QByteArray, bytes);
    const auto signer = samples::signer();
    auto document = samples::open(bytes);
    if (!document) {
        return;
    }
    SignRequest request;
    request.time = QDateTime::currentDateTimeUtc();
    const auto update = sign(*document, request, *signer);
    if (update) {
        QVERIFY(isAppendable(bytes + update->appended));
    }
    const auto filled = fillFields(*document, { { u"name"_s, u"x"_s } });
    if (filled) {
        QVERIFY(isAppendable(bytes + *filled));
    }
}

void HostileTest::mutations()
{
    const auto signer = samples::signer();
    QByteArray base = samples::withForm();
    {
        auto document = samples::open(base);
        SignRequest request;
        request.time = QDateTime::currentDateTimeUtc();
        base += sign(*document, request, *signer)->appended;
    }
    QRandomGenerator random(4711);
    int appended = 0;
    for (int round = 0; round < 1500; ++round) {
        QByteArray bytes = base;
        const int changes = 1 + int(random.bounded(4U));
        for (int i = 0; i < changes; ++i) {
            const auto at = qsizetype(random.bounded(quint32(bytes.size())));
            switch (random.bounded(4U)) {
            case 0:
                bytes[at] = char(random.bounded(256U));
                break;
            case 1:
                bytes.remove(at, 1 + qsizetype(random.bounded(20U)));
                break;
            case 2:
                bytes.insert(at, bytes.mid(qsizetype(random.bounded(quint32(bytes.size()))), 30));
                break;
            default:
                bytes.truncate(std::max<qsizetype>(at, 1));
            }
        }
        auto document = samples::open(bytes);
        if (!document) {
            continue;
        }
        SignRequest request;
        request.time = QDateTime::currentDateTimeUtc();
        const auto update = sign(*document, request, *signer);
        if (update) {
            ++appended;
            QVERIFY2(isAppendable(bytes + update->appended), qPrintable(QString::number(round)));
        }
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QVERIFY(revisionsOf(buffer));
        if (auto again = samples::open(bytes); again && round % 10 == 0) {
            const auto filled = fillFields(*again, { { u"name"_s, u"x"_s } });
            const auto placed
                = place(*again, AtKeyword{ u"x"_s, Occurrence::Last, {}, {} }, { 9, 9 });
            QVERIFY(!filled || isAppendable(bytes + *filled));
            QVERIFY(!placed || !placed->isEmpty());
        }
    }
    QVERIFY(appended > 10); // the mutations do reach the writer
}

QTEST_MAIN(HostileTest)
#include "hostile_test.moc"
