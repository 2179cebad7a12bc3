// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/form/form_notes.h"
#include "ui/form/form_tabs.h"

#include <QPdfWriter>
#include <QTabBar>
#include <QTranslator>

using namespace andu;

namespace {

struct EachModule
{
    const char *type;
    const char *json; ///< Further members.
    const char *value;
};

/// One of each kind that a designer offers, with a value of its shape.
constexpr EachModule EachModules[] = {
    { "Textfield", "{}", R"("一行文字")" },
    { "Textarea", "{}", R"("第一行\n第二行")" },
    { "Number", R"({"decimals": "2"})", "1234.5" },
    { "Currency", R"({"prefix": "￥", "thousands": true, "precision": 2})", "1234567.8" },
    { "Calendar",
      R"({"format": "%Y-%m-%d %H:%M", "selectType": "datetime"})",
      R"("2026-01-09 10:20")" },
    { "Select", R"({"itemType": "values", "itemValues": ["甲|1", "乙|2"]})", R"("2")" },
    { "Radio", R"({"itemType": "values", "itemValues": ["甲|1", "乙|2"]})", R"("1")" },
    { "Checkbox", R"({"itemType": "values", "itemValues": ["甲|1", "乙|2"]})", R"(["1", "2"])" },
    { "Combox", R"({"itemType": "values", "itemValues": ["甲|1", "乙|2"]})", R"(["1", "自填"])" },
    { "Address", "{}", R"(["北京市", "北京市", "海淀区", "一号"])" },
    { "Org",
      R"({"selectType": ["unit"]})",
      R"([{"name": "办公室", "distinguishedName": "办公室@o@U"}])" },
    { "Htmleditor", "{}", R"("<p>正文<b>加粗</b></p><ul><li>一</li></ul>")" },
    { "TinyMCEEditor", "{}", R"("<p>图<img src='x'></p>")" },
    { "ImageClipper", "{}", R"("b1b2")" },
    { "WritingBoard", "{}", R"("")" },
    { "Security", "{}", "3" },
    { "Codeeditor", "{}", R"("return 1;")" },
    { "Opinion", R"({"isHandwriting": "y"})", "{}" },
    { "Elnumber", "{}", "3" },
    { "Elswitch", R"({"activeText": "开", "inactiveText": "关"})", "true" },
    { "Elslider", R"({"range": true, "max": 50})", "[10, 30]" },
    { "Elrate", R"({"allowHalf": true})", "3.5" },
    { "Elcolorpicker", "{}", R"("#1f5fbf")" },
    { "Eldate", R"({"selectType": "daterange"})", R"(["2026-01-01", "2026-01-09"])" },
    { "Eltime", "{}", R"("08:30:00")" },
    { "Elcascader",
      R"({"options": [{"label": "甲", "value": "a", "children": [{"label": "乙", "value": "b"}]}]})",
      R"(["a", "b"])" },
    { "Elselect",
      R"({"multiple": true, "itemType": "values", "itemValues": ["甲|1", "乙|2"]})",
      R"(["1", "2"])" },
    { "OODatetime", R"({"dataType": "month-only", "label": "月份"})", R"("2026-01")" },
    { "OOInput", R"({"label": "新式输入", "required": true})", R"("值")" },
    { "Attachment", "{}", R"(["合同.pdf"])" },
    { "Button", R"({"events": {"click": {"code": "return 1;"}}})", "null" },
    { "Html", R"({"text": "<p>说明<script>x()</script></p>"})", "null" },
    { "PdfView", R"({"site": "Attachment"})", "null" },
    { "Office", "{}", "null" },
    { "View", "{}", "null" },
    { "Iframe", "{}", "null" },
    { "Subform", R"({"subformType": "select", "subformSelected": "missing"})", "null" },
    { "Hologram", "{}", R"({"kept": [1, 2]})" },
};

forms::FormInput eachModuleInput(bool isEditable)
{
    QJsonObject modules;
    QString html
        = u"<div mwftype=\"form\" id=\"form\"><div style=\"background-color: #2b5797; color: #ffffff; font-size: 16px\">各类控件</div><div id=\"t\" mwftype=\"table\"><table>"_s;
    modules.insert(u"t"_s, QJsonObject{ { u"id"_s, u"t"_s }, { u"type"_s, u"Table"_s } });
    forms::FormInput input;
    int place = 0;
    for (const EachModule &each : EachModules) {
        const QString id = QString::fromLatin1(each.type);
        QJsonObject json = json::parse(each.json)->toObject();
        json.insert(u"id"_s, id);
        json.insert(u"name"_s, id);
        json.insert(u"type"_s, id);
        modules.insert(id, json);
        input.work.data.insert(id,
                               json::parse("[" + QByteArray(each.value) + "]")->toArray().first());
        html += place % 2 == 0 ? u"<tr>"_s : QString();
        html += u"<td>%1</td><td><div id=\"%1\" mwftype=\"%1\"></div></td>"_s.arg(id);
        html += ++place % 2 == 0 ? u"</tr>"_s : QString();
    }
    input.source.body.json = QJsonObject{ { u"id"_s, u"form"_s }, { u"moduleList"_s, modules } };
    input.source.body.html = html + u"</table></div></div>"_s;
    input.work.control.allowSave = isEditable;
    Attachment file;
    file.id = AttachmentId::of(u"f1"_s);
    file.name = u"合同.pdf"_s;
    file.sizeBytes = 20480;
    file.site = u"Attachment"_s;
    input.work.attachments = { file };
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    return input;
}

} // namespace

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

    void eachModule()
    {
        for (const bool isEditable : { true, false }) {
            for (const bool isDark : { false, true }) {
                ui::Theme theme;
                theme.setScheme(isDark ? ui::Scheme::Dark : ui::Scheme::Light);
                forms::FormSession session(eachModuleInput(isEditable));
                ui::FormView view(theme);
                view.setSession(&session);
                const QString name = (isEditable ? u"modules"_s : u"modules-read"_s)
                    + (isDark ? u"-dark"_s : QString());
                QVERIFY(view.toImage(1280, 1).save(fileNamed(name)));
                view.commit();
                QVERIFY(session.changes().isEmpty()); // drawing changes nothing
                for (const ui::DrawnForm::Field &field : view.drawn().fields) {
                    const bool isAway
                        = field.type == "Opinion"_L1 && !isEditable; // the log shows it
                    QVERIFY2(isAway || field.how != "none"_L1, qPrintable(field.type));
                }
            }
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
