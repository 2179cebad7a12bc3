// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/pdf/plain_form.h"
#include "core/pdf/text_index.h"
#include "core/pdf/view/content.h"
#include "core/pdf/view/render_queue.h"
#include "core/pdf/view/text_layer.h"

#include <QTest>

using namespace andu;
using namespace andu::pdf::view;

namespace {

/// Characters 10 wide in lines of 20; '\n' and ' ' have no box.
TextLayer layerOf(const QString &text)
{
    TextLayer layer;
    double x = 0;
    double y = 0;
    for (const QChar character : text) {
        if (character == u'\n') {
            layer.add(character, {});
            x = 0;
            y += 20;
        } else {
            layer.add(character, character == u' ' ? QRectF() : QRectF(x, y, 10, 12));
            x += 10;
        }
    }
    return layer;
}

} // namespace

class TextLayerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_ignoresGapsCaseAndWidth_data();
    void find_ignoresGapsCaseAndWidth();
    void lines_giveOneBoxALine();
    void nearest_prefersTheSameLine();
    void plainForm_readsRadicals();
    void content_joinsAndCuts();
    void darkening_keepsHue();
};

void TextLayerTest::find_ignoresGapsCaseAndWidth_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("count");
    QTest::newRow("plain") << u"seal and seal"_s << u"seal"_s << 2;
    QTest::newRow("torn apart") << u"2024 年 5 月"_s << u"2024年5月"_s << 1;
    QTest::newRow("broken over lines") << u"政务\n服务"_s << u"政务服务"_s << 1;
    QTest::newRow("full width") << u"ＡＢＣ（一）"_s << u"abc(一)"_s << 1;
    QTest::newRow("case") << u"Office"_s << u"oFFICE"_s << 1;
    QTest::newRow("absent") << u"Office"_s << u"x"_s << 0;
    QTest::newRow("only blanks") << u"a b"_s << u" "_s << 0;
}

void TextLayerTest::find_ignoresGapsCaseAndWidth()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QFETCH(int, count);
    QCOMPARE(layerOf(text).find(wanted).size(), count);
}

void TextLayerTest::lines_giveOneBoxALine()
{
    const TextLayer layer = layerOf(u"ab c\nde"_s);
    const QList<QRectF> lines = layer.lines({ 1, 5 });
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first(), QRectF(10, 0, 30, 12));
    QCOMPARE(lines.last(), QRectF(0, 20, 10, 12));
}

void TextLayerTest::nearest_prefersTheSameLine()
{
    const TextLayer layer = layerOf(u"ab\ncdefgh"_s);
    QCOMPARE(layer.nearest(QPointF(45, 6)), 1);
    QCOMPARE(layer.nearest(QPointF(45, 26)), 7);
}

void TextLayerTest::plainForm_readsRadicals()
{
    QCOMPARE(pdf::plainForm(QChar(0x2EDA)), u"页"_s);
    QCOMPARE(pdf::plainForm(QChar(0x2F8F)), u"行"_s);
    QCOMPARE(pdf::plainForm(QChar(0xFB03)), u"ffi"_s);
    QCOMPARE(pdf::plainForm(u'印'), u"印"_s);
    QCOMPARE(pdf::plainForm(QChar(0x2E9D)), u"月"_s);
    QCOMPARE(pdf::plainForm(QChar(0x2E80)), QString(QChar(0x2E80)));
    // The writer's own search, for placing a seal at a word, reads the same forms.
    const QString torn = u"\u2F00 \u2EDA\u2E9C"_s;
    QCOMPARE(pdf::foldedText(torn), u"一页日"_s);
}

void TextLayerTest::content_joinsAndCuts()
{
    const Content base = Content::fromBytes("0123456789");
    const Content joined = base.withUpdate("abc").withUpdate("de");
    const auto all = joined.readAll();
    QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().detail));
    QCOMPARE(*all, QByteArray("0123456789abcde"));
    QCOMPARE(*joined.prefix(11).readAll(), QByteArray("0123456789a"));
    QCOMPARE(*joined.prefix(3).withUpdate("X").readAll(), QByteArray("012X"));
    auto device = joined.open();
    QVERIFY((*device)->seek(8));
    QCOMPARE((*device)->read(4), QByteArray("89ab"));
    QVERIFY(!Content().open());
}

void TextLayerTest::darkening_keepsHue()
{
    QImage image(3, 1, QImage::Format_RGB32);
    image.setPixel(0, 0, qRgb(255, 255, 255));
    image.setPixel(1, 0, qRgb(0, 0, 0));
    image.setPixel(2, 0, qRgb(200, 20, 30));
    darken(image, { QColor(30, 31, 34), QColor(230, 232, 235) });
    QCOMPARE(image.pixelColor(0, 0), QColor(30, 31, 34));
    QCOMPARE(image.pixelColor(1, 0), QColor(230, 232, 235));
    const QColor red = image.pixelColor(2, 0);
    QVERIFY(red.red() > red.green() + 50 && red.red() > red.blue() + 50);
}

QTEST_GUILESS_MAIN(TextLayerTest)
#include "text_layer_test.moc"
