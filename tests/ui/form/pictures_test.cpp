// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"

#include <QPdfWriter>
#include <QTemporaryDir>

using namespace andu;

/// Every sample form in both schemes and at two scales, into the build tree, to be looked at.
class PicturesTest : public QObject
{
    Q_OBJECT

private:
    static int colours(const QImage &image)
    {
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) {
                seen.insert(image.pixel(x, y));
            }
        }
        return int(seen.size());
    }

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("width");
        for (int at = 0; at < int(std::size(tests::Samples)); ++at) {
            for (const bool isDark : { false, true }) {
                for (const double scale : { 1.0, 2.0 }) {
                    const QByteArray name = QByteArray(tests::Samples[at].name)
                        + (isDark ? "-dark" : "-light") + (scale > 1 ? "-200" : "-100");
                    QTest::newRow(name.constData()) << at << isDark << scale << 1100;
                }
            }
            const QByteArray narrow = QByteArray(tests::Samples[at].name) + "-narrow";
            QTest::newRow(narrow.constData()) << at << false << 1.0 << 800;
            const QByteArray wide = QByteArray(tests::Samples[at].name) + "-wide";
            QTest::newRow(wide.constData()) << at << false << 1.0 << 2560;
        }
    }

    void forms()
    {
        QFETCH(int, sample);
        QFETCH(bool, isDark);
        QFETCH(double, scale);
        QFETCH(int, width);
        ui::Theme theme;
        theme.setScheme(isDark ? ui::Scheme::Dark : ui::Scheme::Light);
        forms::FormSession session(tests::inputOf(tests::Samples[sample]));
        ui::FormView view(theme);
        view.setSession(&session);
        const QImage image = view.toImage(width, scale);
        QCOMPARE(image.width(), int(width * scale)); // nothing asks for more width
        QVERIFY(image.height() > 400 * scale);
        QVERIFY2(colours(image) > 20, "the form is blank");
        const QColor corner = image.pixelColor(4, 4);
        QCOMPARE(corner.lightness() < 128, isDark);
        const ui::DrawnForm drawn = view.drawn();
        for (const ui::DrawnForm::Field &field : drawn.fields) {
            QVERIFY2(field.how != "placeholder"_L1, qPrintable(field.id));
        }
        QDir().mkpath(QStringLiteral(ANDU_PICTURES));
        const QString file = QStringLiteral(ANDU_PICTURES) + u'/'
            + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(image.save(file));
    }

    void zoomScalesEverything()
    {
        ui::Theme theme;
        theme.setScheme(ui::Scheme::Light);
        forms::FormSession session(tests::inputOf("leave"));
        ui::FormView view(theme);
        view.setSession(&session);
        const int plain = view.toImage(1100, 1).height();
        view.setZoom(1.5);
        const QImage zoomed = view.toImage(1100, 1);
        QVERIFY(zoomed.height() > plain * 13 / 10);
        QVERIFY(zoomed.save(QStringLiteral(ANDU_PICTURES) + u"/leave-zoom.png"_s));
    }

    void paperIsA4()
    {
        ui::Theme theme;
        theme.setScheme(ui::Scheme::Dark); // paper is white whatever the screen is
        for (const char *name : { "leave", "expense", "contract", "dispatch" }) {
            forms::FormSession session(tests::inputOf(name));
            ui::FormView view(theme);
            view.setSession(&session);
            const QString file
                = QStringLiteral(ANDU_PICTURES) + u'/' + QString::fromLatin1(name) + u".pdf"_s;
            QVERIFY(view.toPdf(file));
            QFile pdf(file);
            QVERIFY(pdf.open(QIODevice::ReadOnly));
            const QByteArray bytes = pdf.readAll();
            QVERIFY(bytes.startsWith("%PDF"));
            QVERIFY(bytes.contains("/MediaBox [0 0 595"));
        }
    }
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
