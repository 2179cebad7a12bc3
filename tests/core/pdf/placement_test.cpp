// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/page_render.h"
#include "core/pdf/placement.h"
#include "core/pdf/preview.h"
#include "core/pdf/seal_design.h"
#include "core/pdf/sign.h"
#include "samples.h"

#include <QPainter>
#include <QTest>

#include <poppler/qt6/poppler-qt6.h>

using namespace andu;
using namespace andu::pdf;

namespace {

constexpr double Dpi = 96;
const QSizeF SealMm(42, 42);

Look seal()
{
    SealDesign design;
    design.text = u"云湖市政务服务和数据管理局"_s;
    Look look;
    look.picture = Picture(*drawSeal(design));
    look.sizeMm = design.sizeMm;
    return look;
}

/// An official document: body, name and date, and the imprint below with a second date. Ten dots a
/// millimetre.
void paintDocument(QPainter &painter)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(56); // 三号: 16 points
    painter.setFont(font);
    painter.drawText(300, 1000, u"各单位于2026年9月21日前将名单报送云湖市数据管理局。"_s);
    painter.drawText(1100, 1300, u"云湖市数据管理局"_s);
    painter.drawText(1150, 1400, u"2026 年 9 月 16 日"_s);
    painter.drawText(300, 2500, u"云湖市数据管理局办公室　　2026年9月17日印发"_s);
}

QImage rendered(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto document = loadForReading(buffer, {});
    return document ? renderPage(**document, 0, Dpi).value_or(QImage()) : QImage();
}

} // namespace

class PlacementTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overNameAndDate_followsTheStandard();
    void overNameAndDate_needsAName();
    void keyword_isFoundAcrossGaps();
    void seam_balancesGroups();
    void geometry_roundTrips_data();
    void geometry_roundTrips();
    void preview_equalsTheResult_data();
    void preview_equalsTheResult();
};

void PlacementTest::overNameAndDate_followsTheStandard()
{
    auto document = samples::open(samples::painted(paintDocument));
    QVERIFY(document);
    const auto parts = place(*document, OverNameAndDate{ u"云湖市数据管理局"_s }, SealMm);
    QVERIFY2(parts, parts ? "" : qPrintable(parts.error().detail));
    QCOMPARE(parts->size(), 1);
    const QRectF box = parts->first().displayedMm;
    // Name and date stand between 124 and 141 mm, the body ends at 101 mm.
    QVERIFY2(std::abs(box.center().x() - 132) < 4, qPrintable(QString::number(box.center().x())));
    QVERIFY(box.center().y() < 134);
    QVERIFY(box.bottom() > 141);
    QVERIFY2(box.top() <= 102 + 9, qPrintable(QString::number(box.top())));
}

void PlacementTest::overNameAndDate_needsAName()
{
    auto document = samples::open(samples::painted(paintDocument));
    const auto parts = place(*document, OverNameAndDate{ u"别的单位"_s }, SealMm);
    QVERIFY(!parts);
    QCOMPARE(parts.error().code, ErrorCode::NotFound);
}

void PlacementTest::keyword_isFoundAcrossGaps()
{
    auto document = samples::open(samples::painted(paintDocument));
    const auto parts
        = place(*document, AtKeyword{ u"2026年９月16日"_s, Occurrence::Last, {}, {} }, SealMm);
    QVERIFY2(parts, parts ? "" : qPrintable(parts.error().detail));
    QVERIFY(std::abs(parts->first().displayedMm.center().y() - 138) < 3);
    QVERIFY(!place(*document, AtKeyword{ u"没有这些字"_s, Occurrence::Last, {}, {} }, SealMm));
}

void PlacementTest::seam_balancesGroups()
{
    auto document = samples::open(samples::plain(41));
    SeamPlan plan;
    plan.maxPagesPerSeal = 20;
    const auto parts = planSeam(*document, plan, SealMm);
    QVERIFY(parts);
    QCOMPARE(parts->size(), 41);
    int starts = 0;
    double joined = 0;
    for (const Part &part : *parts) {
        starts += part.sliceFromMm == 0 ? 1 : 0;
        joined += part.displayedMm.width();
    }
    QCOMPARE(starts, 3);
    QVERIFY(std::abs(joined - 3 * 42) < 1e-6);
    plan.lastPage = 0;
    QVERIFY(!planSeam(*document, plan, SealMm));
}

void PlacementTest::geometry_roundTrips_data()
{
    QTest::addColumn<int>("rotation");
    for (const int rotation : { 0, 90, 180, 270 }) {
        QTest::addRow("%d", rotation) << rotation;
    }
}

void PlacementTest::geometry_roundTrips()
{
    QFETCH(int, rotation);
    PageGeometry geometry;
    geometry.box = QRectF(-20, 30, 400, 700);
    geometry.rotation = rotation;
    geometry.userUnit = 1.5;
    const QRectF placed(12, 34, 42, 20);
    const QRectF back = geometry.toDisplayedMm(geometry.toUserSpace(placed));
    QVERIFY(std::abs(back.left() - 12) < 1e-9 && std::abs(back.top() - 34) < 1e-9);
    QVERIFY(std::abs(back.width() - 42) < 1e-9 && std::abs(back.height() - 20) < 1e-9);
    QVERIFY(geometry.box.contains(geometry.toUserSpace(placed)));
}

void PlacementTest::preview_equalsTheResult_data()
{
    QTest::addColumn<QByteArray>("page");
    QByteArray turned = samples::plain(1);
    turned.replace("/Resources <<>>>>", "/Rotate 90    >>\n");
    QTest::newRow("plain") << samples::plain(1);
    QTest::newRow("rotated") << turned;
    QTest::newRow("with text") << samples::painted(paintDocument);
}

void PlacementTest::preview_equalsTheResult()
{
    QFETCH(QByteArray, page);
    auto document = samples::open(page);
    QVERIFY(document);
    const QList<Mark> marks{ { seal(), { 0, QRectF(QPointF(60.3, 80.7), SealMm), 0, false } } };
    const auto preview = previewMarks(*document, marks, 0, Dpi);
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().detail));
    QImage expected = rendered(page).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter(&expected).drawImage(0, 0, *preview);
    const auto signer = samples::signer();
    SignRequest request;
    request.time = QDateTime::currentDateTimeUtc();
    request.marks = marks;
    const auto update = sign(*document, request, *signer);
    QVERIFY(update);
    const QImage result
        = rendered(page + update->appended).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(result.size(), expected.size());
    int worst = 0;
    int inked = 0;
    for (int y = 0; y < result.height(); ++y) {
        for (int x = 0; x < result.width(); ++x) {
            const QRgb a = result.pixel(x, y);
            const QRgb b = expected.pixel(x, y);
            worst = std::max({ worst,
                               std::abs(qRed(a) - qRed(b)),
                               std::abs(qGreen(a) - qGreen(b)),
                               std::abs(qBlue(a) - qBlue(b)) });
            inked += qAlpha(preview->pixel(x, y)) > 128 ? 1 : 0;
        }
    }
    QVERIFY2(worst <= 2, qPrintable(QString::number(worst))); // rounding of the blending
    QVERIFY(inked > 1000);
}

QTEST_MAIN(PlacementTest)
#include "placement_test.moc"
