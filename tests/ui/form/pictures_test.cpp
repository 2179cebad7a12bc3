// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/form/form_notes.h"
#include "ui/form/form_tabs.h"

#include <QPdfWriter>
#include <QTabBar>
#include <QTranslator>

using namespace andu;

/// Every sample form in both schemes and at two scales, into the build tree, to be looked at.
class PicturesTest : public QObject
{
    Q_OBJECT

private:
    QTranslator m_chinese;

    static QString fileNamed(const QString &name)
    {
        return QStringLiteral(ANDU_PICTURES) + u'/' + name + u".png"_s;
    }

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
    /// In the language of the people who look at them: Chinese words are wider than English ones.
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QVERIFY(m_chinese.load(QLocale(), u"andu"_s, u"_"_s, u":/i18n"_s));
        QCoreApplication::installTranslator(&m_chinese);
        QVERIFY(QDir().mkpath(QStringLiteral(ANDU_PICTURES)));
    }

    void forms_data()
    {
        QTest::addColumn<int>("sample");
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("width");
        for (int at = 0; at < int(std::size(tests::Samples)); ++at) {
            const QByteArray name = tests::Samples[at].name;
            for (const bool isDark : { false, true }) {
                for (const double scale : { 1.0, 2.0 }) {
                    const QByteArray row
                        = name + (isDark ? "-dark" : "-light") + (scale > 1 ? "-200" : "-100");
                    QTest::newRow(row.constData()) << at << isDark << scale << 1280;
                }
            }
            for (const int width : { 800, 1920, 2560 }) {
                const QByteArray row = name + '-' + QByteArray::number(width);
                QTest::newRow(row.constData()) << at << (width == 1920) << 1.0 << width;
            }
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
        QVERIFY(image.save(fileNamed(QString::fromLatin1(QTest::currentDataTag()))));
    }

    /// The pages behind the first tab.
    void tabs_data()
    {
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<int>("page");
        for (const char *name : { "seal", "dispatch" }) {
            for (const int page : { 1, 2 }) {
                const QByteArray row = QByteArray(name) + "-tab" + QByteArray::number(page + 1);
                QTest::newRow(row.constData()) << QByteArray(name) << page;
            }
        }
    }

    void tabs()
    {
        QFETCH(QByteArray, sample);
        QFETCH(int, page);
        for (const bool isDark : { false, true }) {
            ui::Theme theme;
            theme.setScheme(isDark ? ui::Scheme::Dark : ui::Scheme::Light);
            forms::FormSession session(tests::inputOf(sample.constData()));
            ui::FormView view(theme);
            view.setSession(&session);
            auto *tabs = view.findChild<ui::FormTabs *>();
            QVERIFY(tabs);
            tabs->setCurrentPage(page);
            const QImage image = view.toImage(1280, 1);
            QVERIFY2(colours(image) > 20, "the page is blank");
            QVERIFY(image.save(fileNamed(QString::fromLatin1(QTest::currentDataTag())
                                         + (isDark ? u"-dark"_s : u""_s))));
        }
    }

    /// Messages of rules at the fields and in the list above them.
    void errors()
    {
        for (const bool isDark : { false, true }) {
            ui::Theme theme;
            theme.setScheme(isDark ? ui::Scheme::Dark : ui::Scheme::Light);
            forms::FormInput input = tests::inputOf("leave");
            input.work.data = {};
            forms::FormSession session(std::move(input));
            ui::FormView view(theme);
            view.setSession(&session);
            const forms::CheckResult result = session.check({}, {});
            QVERIFY(result.fields.size() > 3);
            view.showFailures(result.fields);
            QVERIFY(view.toImage(1280, 1).save(fileNamed(isDark ? u"errors-dark"_s : u"errors"_s)));
        }
    }

    /// A malformed form, and the panel that says what of it does not work.
    void quirks()
    {
        for (const bool isDark : { false, true }) {
            ui::Theme theme;
            theme.setScheme(isDark ? ui::Scheme::Dark : ui::Scheme::Light);
            forms::FormSession session(tests::quirksInput());
            ui::FormView view(theme);
            view.setSession(&session);
            QVERIFY(view.toImage(1280, 1).save(fileNamed(isDark ? u"quirks-dark"_s : u"quirks"_s)));
            ui::FormNotes notes(theme);
            notes.setHints(view.hints());
            notes.resize(420, 100);
            notes.resize(420, notes.heightForWidth(420));
            QVERIFY(notes.grab().save(fileNamed(isDark ? u"notes-dark"_s : u"notes"_s)));
        }
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
        QVERIFY(zoomed.save(fileNamed(u"leave-zoom"_s)));
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
