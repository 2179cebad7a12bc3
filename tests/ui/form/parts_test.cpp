// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/form/attachment_editor.h"
#include "ui/form/date_editor.h"
#include "ui/form/document_editor.h"
#include "ui/form/form_notes.h"
#include "ui/form/form_printer.h"
#include "ui/form/grid_exchange.h"
#include "ui/form/log_view.h"
#include "ui/form/pinyin.h"
#include "ui/form/rich_text.h"
#include "ui/form/text_editors.h"
#include "ui/form/zip_archive.h"
#include "ui/todo/conflict_card.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUrl>

using namespace andu;

class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinyinFindsNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("count");
        QTest::newRow("written") << u"赵国栋"_s << u"国"_s << 1 << 1;
        QTest::newRow("pinyin") << u"赵国栋"_s << u"zhaoguo"_s << 0 << 2;
        QTest::newRow("cut off") << u"赵国栋"_s << u"zhaog"_s << 0 << 2;
        QTest::newRow("initials") << u"赵国栋"_s << u"zgd"_s << 0 << 3;
        QTest::newRow("inner") << u"赵国栋"_s << u"guodong"_s << 1 << 2;
        QTest::newRow("spaces") << u"赵国栋"_s << u"Zhao Guo Dong"_s << 0 << 3;
        QTest::newRow("two letters") << u"郑海涛"_s << u"zh"_s << 0 << 1;
        QTest::newRow("surname") << u"单雄"_s << u"shan"_s << 0 << 1;
        QTest::newRow("nothing") << u"赵国栋"_s << u"wang"_s << -1 << 0;
    }

    void pinyinFindsNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, query);
        QFETCH(int, from);
        QFETCH(int, count);
        ui::Pinyin pinyin;
        const auto found = pinyin.find(name, query);
        QCOMPARE(found.has_value(), from >= 0);
        if (found) {
            QCOMPARE(found->from, from);
            QCOMPARE(found->count, count);
        }
    }

    void datesAreReadAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("expected");
        const QString day = u"yyyy-MM-dd"_s;
        const QString time = u"yyyy-MM-dd HH:mm"_s;
        QTest::newRow("exact") << u"2026-01-15"_s << day << u"2026-01-15"_s;
        QTest::newRow("digits") << u"20260115"_s << day << u"2026-01-15"_s;
        QTest::newRow("slashes") << u"2026/1/5"_s << day << u"2026-01-05"_s;
        QTest::newRow("chinese") << u"2026年1月5日"_s << day << u"2026-01-05"_s;
        QTest::newRow("with time") << u"2026.1.5 9:30"_s << time << u"2026-01-05 09:30"_s;
        QTest::newRow("packed time") << u"20260105 0930"_s << time << u"2026-01-05 09:30"_s;
        QTest::newRow("no such day") << u"2026-02-30"_s << day << QString();
        QTest::newRow("words") << u"tomorrow"_s << day << QString();
        QTest::newRow("empty") << QString() << day << QString();
        QTest::newRow("month") << u"202603"_s << u"yyyy-MM"_s << u"2026-03"_s;
        QTest::newRow("clock") << u"0930"_s << u"HH:mm"_s << u"09:30"_s;
    }

    void datesAreReadAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, format);
        QFETCH(QString, expected);
        ui::DateShape shape;
        shape.format = format;
        shape.unit = !format.contains(u'y') ? ui::DateShape::Unit::Time
            : format.contains(u'H')         ? ui::DateShape::Unit::DayTime
            : format.contains(u'd')         ? ui::DateShape::Unit::Day
                                            : ui::DateShape::Unit::Month;
        QCOMPARE(ui::typedDate(typed, shape).value_or(QString()), expected);
    }

    void numbersAreReadAsTyped()
    {
        forms::Module plain;
        QCOMPARE(ui::typedNumber(u" 1,234.50 "_s, plain), u"1234.50"_s);
        QCOMPARE(ui::typedNumber(u"－１２．５"_s, plain), u"-12.5"_s);
        QCOMPARE(ui::typedNumber(u"abc"_s, plain), u"abc"_s);
        forms::Module money;
        money.json = QJsonObject{ { u"prefix"_s, u"￥"_s }, { u"suffix"_s, u"元"_s } };
        QCOMPARE(ui::typedNumber(u"￥48,000元"_s, money), u"48000"_s);
    }

    void tablesSurviveTheExchange()
    {
        const QList<QStringList> lines{ { u"日期"_s, u"金额"_s, u"说明"_s },
                                        { u"2026-01-05"_s, u"12.5"_s, u"a, \"b\"\nc"_s },
                                        { u""_s, u"0012"_s, u"62258800123456789012"_s } };
        QCOMPARE(ui::fromSeparated(ui::toSeparated(lines, u'\t'), u'\t'), lines);
        QCOMPARE(ui::readCsv(ui::writeCsv(lines)), lines);
        const auto book = ui::writeXlsx(lines);
        QVERIFY(book);
        const auto read = ui::readXlsx(*book);
        QVERIFY(read);
        QCOMPARE(*read, lines);
    }

    void csvInTheOldEncodingIsRead()
    {
        // GB 18030 for 金额,1
        QCOMPARE(ui::readCsv(QByteArray("\xBD\xF0\xB6\xEE,1\r\n")),
                 (QList<QStringList>{ { u"金额"_s, u"1"_s } }));
    }

    void damagedBooksAreRefused()
    {
        QByteArray book = *ui::writeXlsx({ { u"a"_s }, { u"b"_s } });
        QVERIFY(!ui::readXlsx(book.left(book.size() / 2)));
        QVERIFY(!ui::readXlsx("PK\x03\x04 nothing"));
        for (qsizetype at = 0; at < book.size(); at += 7) { // no crash, whatever is wrong
            QByteArray broken = book;
            broken[at] = char(broken[at] ^ 0x55);
            (void)ui::readXlsx(broken);
        }
    }

    void datesOfSpreadsheetsAreDates()
    {
        const QByteArray sheet
            = R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" s="1"><v>46027</v></c><c r="C1" t="s"><v>0</v></c></row></sheetData></worksheet>)";
        const auto book = ui::zip(
            { { u"xl/worksheets/sheet1.xml"_s, sheet },
              { u"xl/sharedStrings.xml"_s, "<sst><si><r><t>甲</t></r><r><t>乙</t></r></si></sst>" },
              { u"xl/styles.xml"_s,
                R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)" } });
        const auto lines = ui::readXlsx(*book);
        QVERIFY(lines);
        QCOMPARE(*lines, (QList<QStringList>{ { u"2026-01-05"_s, QString(), u"甲乙"_s } }));
    }

    void filesShowTheirWay()
    {
        ui::Theme theme;
        forms::FormSession session(tests::inputOf("leave"));
        ui::FormView view(theme);
        view.setSession(&session);
        view.makeAll();
        QList<Attachment> files;
        for (const AttachmentState state : { AttachmentState::Synced,
                                             AttachmentState::Queued,
                                             AttachmentState::Sending,
                                             AttachmentState::Attention }) {
            Attachment file;
            file.id = AttachmentId::of(u"file%1"_s.arg(files.size()));
            file.name = u"<i>证明%1</i>.pdf"_s.arg(files.size());
            file.site = u"certificate"_s;
            file.state = state;
            files.append(file);
        }
        view.setAttachments(files);
        QVERIFY(!view.findChild<QLabel *>(u"fileState:file0"_s));
        QCOMPARE(view.findChild<QLabel *>(u"fileState:file1"_s)->text(), u"queued"_s);
        QCOMPARE(view.findChild<QLabel *>(u"fileState:file2"_s)->text(), u"sending"_s);
        QCOMPARE(view.findChild<QLabel *>(u"fileState:file3"_s)->text(), u"needs attention"_s);
        // Names are data, also those that wait to be sent.
        QCOMPARE(forms::textsIn(session.value(u"certificate"_s)).size(), 4);
        const auto enabled = [&view](const QString &name) {
            for (const QToolButton *tool : view.findChildren<QToolButton *>()) {
                if (tool->accessibleName() == name) {
                    return tool->isEnabled();
                }
            }
            return false;
        };
        QVERIFY(enabled(u"Remove <i>证明1</i>.pdf"_s));
        QVERIFY(!enabled(u"Remove <i>证明2</i>.pdf"_s)); // its bytes are on the wire
    }

    void droppedFilesFollowTheRulesOfTheirPlace()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, qint64 size) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.resize(size) ? file.fileName()
                                                                        : QString();
        };
        ui::Theme theme;
        forms::FormInput input = tests::inputOf("expense");
        input.work.attachments.clear();
        forms::FormSession session(std::move(input));
        ui::FormView view(theme);
        view.setSession(&session);
        view.makeAll();
        QStringList wanted;
        QString place;
        connect(&view,
                &ui::FormView::filesWanted,
                this,
                [&](const QString &site, const QStringList &paths) {
                    place = site;
                    wanted = paths;
                });
        QMimeData content;
        const QString good = write(u"车票.pdf"_s, 10);
        const QString large = write(u"扫描.pdf"_s, 11 * 1024 * 1024); // ten are allowed
        content.setUrls({ QUrl::fromLocalFile(good),
                          QUrl::fromLocalFile(large),
                          QUrl::fromLocalFile(folder.path()),
                          QUrl(u"http://example.com/a.pdf"_s) });
        auto *editor = view.findChild<ui::AttachmentEditor *>();
        QVERIFY(editor);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &content, Qt::LeftButton, {});
        QCoreApplication::sendEvent(editor, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(editor, &drop);
        QCOMPARE(wanted, QStringList{ good });
        QCOMPARE(place, u"invoices"_s);
        auto *hint = view.findChild<QLabel *>(u"hint:invoices"_s);
        QVERIFY(hint->text().contains(u"扫描.pdf"_s)); // and why not
    }

    void hintsSayWhatDoesNotWork()
    {
        ui::Theme theme;
        forms::FormInput input = tests::quirksInput();
        QJsonObject modules = input.source.body.json.value("moduleList"_L1).toObject();
        QJsonObject unknown = modules.value("d"_L1).toObject();
        unknown.insert(u"name"_s, u"<b onclick=x>未来</b>"_s);
        modules.insert(u"d"_s, unknown);
        input.source.body.json.insert(u"moduleList"_s, modules);
        forms::FormSession session(std::move(input));
        ui::FormView view(theme);
        int changed = 0;
        connect(&view, &ui::FormView::hintsChanged, this, [&changed] { ++changed; });
        view.setSession(&session);
        QCOMPARE(changed, 1);
        QHash<QString, ui::FormHint::Kind> kinds;
        for (const ui::FormHint &hint : view.hints()) {
            kinds.insert(hint.field, hint.kind);
        }
        QCOMPARE(kinds.value(u"d"_s), ui::FormHint::Kind::Module);
        QCOMPARE(kinds.value(u"f"_s), ui::FormHint::Kind::Choices); // this.view is remote
        QCOMPARE(kinds.value(u"g"_s), ui::FormHint::Kind::Script); // endless
        QCOMPARE(kinds.size(), 4); // with e, whose list reaches for something that is not there

        ui::FormNotes notes(theme);
        QVERIFY(notes.isHidden());
        notes.setHints(view.hints());
        QVERIFY(!notes.isHidden());
        QString wanted;
        connect(&notes, &ui::FormNotes::fieldWanted, this, [&](const QString &id) { wanted = id; });
        notes.findChild<QPushButton *>(u"note:d"_s)->click();
        QCOMPARE(wanted, u"d"_s);
        for (const QLabel *label : notes.findChildren<QLabel *>()) {
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
        }
        view.setSession(nullptr);
        QCOMPARE(changed, 2);
        QVERIFY(view.hints().isEmpty());
        notes.setHints(view.hints());
        QVERIFY(notes.isHidden());
    }

    void pagesEndBetweenRows_data()
    {
        using Edges = QList<int>;
        using Heads = QList<ui::PaperHead>;
        using Slices = QList<ui::PaperSlice>;
        QTest::addColumn<Edges>("edges");
        QTest::addColumn<Heads>("heads");
        QTest::addColumn<int>("height");
        QTest::addColumn<Slices>("expected");
        QTest::newRow("at the last edge that fits")
            << Edges{ 270, 90, 180 } << Heads{} << 300 << Slices{ { 0, 180 }, { 180, 300 } };
        QTest::newRow("a row taller than a page is cut, never lost")
            << Edges{ 500 } << Heads{} << 500 << Slices{ { 0, 200 }, { 200, 400 }, { 400, 500 } };
        QTest::newRow("one page") << Edges{} << Heads{} << 100 << Slices{ { 0, 100 } };
        QTest::newRow("the head of a table is repeated and takes room")
            << Edges{ 40, 120, 180, 240, 300, 360 } << Heads{ { 0, 40, 360 } } << 400
            << Slices{ { 0, 180 }, { 180, 300, 0 }, { 300, 400, 0 } };
        QTest::newRow("a head never stands alone at the end of a page")
            << Edges{ 160, 190, 250, 310 } << Heads{ { 160, 190, 310 } } << 310
            << Slices{ { 0, 160 }, { 160, 310 } };
    }

    void pagesEndBetweenRows()
    {
        QFETCH(QList<int>, edges);
        QFETCH(QList<ui::PaperHead>, heads);
        QFETCH(int, height);
        QFETCH(QList<ui::PaperSlice>, expected);
        QCOMPARE(ui::pageSlices(edges, heads, height, 200), expected);
    }

    void logTemplatesNeverBecomeMarkup()
    {
        Record record;
        record.person = u"<b>x</b>@a@P"_s;
        record.opinion = u"<script>alert(1)</script>{person}"_s;
        record.activityName = u"审批"_s;
        const auto lines = ui::logLines(
            u"<div>{opinion}</div><div style='text-align:right;color:#888'>{person}　{activity}</div>"_s,
            record);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].text.contains("<script>"_L1));
        QVERIFY(lines[1].isRight);
        QVERIFY(lines[1].isQuiet);
    }

    void richTextIsKeptOrWarned()
    {
        QVERIFY(ui::survivesEditing(u"<p>a <b>b</b></p><ul><li>c</li></ul>"_s));
        QVERIFY(!ui::survivesEditing(u"<p><img src=\"x\"></p>"_s));
        QVERIFY(!ui::survivesEditing(u"<p class=\"x\">a</p>"_s));
        QVERIFY(!ui::survivesEditing(u"<div style=\"position:absolute\">a</div>"_s));
        ui::SafeDocument document;
        document.setSafeHtml(u"<p>a <b>b</b> &lt;</p><script>x</script><ol><li>c</li></ol>"_s);
        const QString html = ui::cleanHtml(document);
        QVERIFY2(html.contains("<b>b</b>"_L1), qPrintable(html));
        QVERIFY(html.contains("&lt;"_L1));
        QVERIFY(html.contains("<ol><li>c</li></ol>"_L1));
        QVERIFY(!html.contains("script"_L1));
    }

    void documentsAreOurOwnMarkup()
    {
        const QJsonObject value{ { u"subject"_s, u"<script>x</script>"_s },
                                 { u"attachment"_s, u"1. a<br>2. b"_s },
                                 { u"mainSend"_s, u"主送单位："_s },
                                 { u"filetext"_s, u"正文"_s } };
        const QJsonObject placeholders{ { u"mainSend"_s, u"主送单位："_s } };
        const QString html = ui::documentHtml(value, placeholders);
        QVERIFY(html.contains("&lt;script&gt;"_L1));
        QVERIFY(html.contains("1. a<br>2. b"_L1));
        QVERIFY(!html.contains(u"主送单位"_s)); // a placeholder is no content
        QVERIFY(html.contains(u"正文"_s));
    }

    void filesFollowTheRulesOfTheirPlace()
    {
        forms::Module module;
        module.id = u"files"_s;
        module.json = QJsonObject{ { u"attachmentCount"_s, u"2"_s },
                                   { u"attachmentSize"_s, u"1"_s },
                                   { u"attachmentExtType"_s, QJsonArray{ u"pdf"_s, u"other"_s } },
                                   { u"attachmentExtOtherType"_s, u"ofd"_s },
                                   { u"isDelete"_s, u"n"_s } };
        const auto rules = ui::AttachmentRules::of(module, false);
        QCOMPARE(rules.site, u"files"_s);
        QVERIFY(rules.mayAdd);
        QVERIFY(!rules.mayRemove);
        QVERIFY(rules.refusal(u"a.pdf"_s, 10, 0).isEmpty());
        QVERIFY(rules.refusal(u"a.OFD"_s, 10, 0).isEmpty());
        QVERIFY(!rules.refusal(u"a.exe"_s, 10, 0).isEmpty());
        QVERIFY(!rules.refusal(u"a.pdf"_s, 2'000'000, 0).isEmpty());
        QVERIFY(!rules.refusal(u"a.pdf"_s, 10, 2).isEmpty());
        QVERIFY(!ui::AttachmentRules::of(module, true).mayAdd);
    }

    void differencesAreMarked()
    {
        using ui::DiffPart;
        QCOMPARE(ui::diffParts(u"9月25日"_s, u"9月26日"_s),
                 (QList<DiffPart>{ { u"9月2"_s, false }, { u"5"_s, true }, { u"日"_s, false } }));
        QCOMPARE(ui::diffParts(u"a"_s, u"a"_s), (QList<DiffPart>{ { u"a"_s, false } }));
        QCOMPARE(ui::diffParts(u"abc"_s, QString()), (QList<DiffPart>{ { u"abc"_s, true } }));
        const QString huge(50000, u'x');
        QCOMPARE(ui::diffParts(huge + u"1"_s, u"2"_s + huge).size(), 1); // at once, not letterwise
    }
};

QTEST_MAIN(PartsTest)
#include "parts_test.moc"
