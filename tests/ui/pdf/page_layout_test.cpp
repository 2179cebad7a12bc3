// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/page_layout.h"
#include "ui/pdf/print_job.h"

#include <QPageLayout>
#include <QTest>

using namespace andu::ui;

namespace {

const QSizeF A4(595, 842);

PageLayout::Input inputOf(int pages, Spread spread, int rotation = 0)
{
    return { QList<QSizeF>(pages, A4), spread, rotation, 1.0, QSize(800, 600), 0 };
}

} // namespace

class PageLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void continuous_putsPagesBelowEachOther();
    void pairs_standSideBySide();
    void onePage_hidesTheOthers();
    void pagesIn_findsWhatALongSearchFinds();
    void transform_undoesItself_data();
    void transform_undoesItself();
    void fitWidth_fillsTheWindow();
    void pageRanges_areRead_data();
    void pageRanges_areRead();
    void paper_keepsMillimetres();
};

void PageLayoutTest::continuous_putsPagesBelowEachOther()
{
    const PageLayout layout(inputOf(3, Spread::Continuous));
    QCOMPARE(layout.rect(0).size(), QSize(595, 842));
    QCOMPARE(layout.rect(1).top() - layout.rect(0).bottom() - 1, PageLayout::GapPx);
    QCOMPARE(layout.size().height(), 3 * 842 + 2 * PageLayout::GapPx + 2 * PageLayout::MarginPx);
}

void PageLayoutTest::pairs_standSideBySide()
{
    const PageLayout layout(inputOf(3, Spread::TwoContinuous));
    QCOMPARE(layout.rect(0).top(), layout.rect(1).top());
    QCOMPARE(layout.rect(1).left() - layout.rect(0).right() - 1, PageLayout::GapPx);
    QVERIFY(layout.rect(2).top() > layout.rect(1).bottom());
}

void PageLayoutTest::onePage_hidesTheOthers()
{
    PageLayout::Input input = inputOf(3, Spread::OnePage);
    input.current = 1;
    const PageLayout layout(input);
    QVERIFY(layout.rect(0).isNull());
    QVERIFY(!layout.rect(1).isNull());
    QCOMPARE(layout.pagesIn(QRect(QPoint(), layout.size())), QList<int>{ 1 });
}

void PageLayoutTest::pagesIn_findsWhatALongSearchFinds()
{
    for (const Spread spread : { Spread::Continuous, Spread::TwoContinuous }) {
        PageLayout::Input input = inputOf(0, spread);
        for (int i = 0; i < 101; ++i) {
            input.sizesPt.append(i % 3 == 0 ? QSizeF(842, 300) : A4);
        }
        const PageLayout layout(input);
        for (int y = 0; y < layout.size().height(); y += 331) {
            const QRect area(0, y, layout.size().width(), 700);
            QList<int> expected;
            for (int page = 0; page < layout.count(); ++page) {
                if (layout.rect(page).intersects(area)) {
                    expected.append(page);
                }
            }
            QCOMPARE(layout.pagesIn(area), expected);
        }
    }
}

void PageLayoutTest::transform_undoesItself_data()
{
    QTest::addColumn<int>("rotation");
    for (int rotation = 0; rotation < 4; ++rotation) {
        QTest::addRow("%d degrees", rotation * 90) << rotation;
    }
}

void PageLayoutTest::transform_undoesItself()
{
    QFETCH(int, rotation);
    PageLayout::Input input = inputOf(2, Spread::Continuous, rotation);
    input.scale = 2;
    const PageTransform transform = PageLayout(input).transform(1, QPoint(10, 900));
    const QPointF point(100, 200);
    const QPointF back = transform.toPage(transform.toView(point));
    QVERIFY(QLineF(point, back).length() < 0.01);
    QVERIFY(transform.rect.contains(transform.toView(point)));
    QCOMPARE(transform.pageSize(), A4);
}

void PageLayoutTest::fitWidth_fillsTheWindow()
{
    PageLayout::Input input = inputOf(2, Spread::TwoContinuous);
    input.scale = PageLayout::fitWidth(input);
    const PageLayout layout(input);
    QVERIFY(std::abs(layout.size().width() - 800) <= 2);
}

void PageLayoutTest::pageRanges_areRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("pages");
    QTest::newRow("nothing means all") << QString() << QList<int>{ 0, 1, 2, 3 };
    QTest::newRow("range and page") << QStringLiteral("1-2, 4") << QList<int>{ 0, 1, 3 };
    QTest::newRow("beyond the end") << QStringLiteral("3-99") << QList<int>{ 2, 3 };
    QTest::newRow("nonsense") << QStringLiteral("a-b") << QList<int>{};
}

void PageLayoutTest::pageRanges_areRead()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, pages);
    QCOMPARE(pagesOf(text, 4), pages);
}

void PageLayoutTest::paper_keepsMillimetres()
{
    const QPageLayout odd = paperFor(QSizeF(300, 500));
    QVERIFY(std::abs(odd.fullRect(QPageLayout::Point).width() - 300) < 1);
    const QPageLayout wide = paperFor(QSizeF(842, 595));
    QCOMPARE(wide.orientation(), QPageLayout::Landscape);
    QVERIFY(std::abs(wide.fullRect(QPageLayout::Millimeter).width() - 297) < 0.5);
}

QTEST_GUILESS_MAIN(PageLayoutTest)
#include "page_layout_test.moc"
