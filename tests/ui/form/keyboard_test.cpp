// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/form/find_bar.h"
#include "ui/form/form_tabs.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QTabBar>

using namespace andu;
using tests::FormDriver;

/// Each sample form is filled without a mouse; what would be saved is compared with what was typed.
class KeyboardTest : public QObject
{
    Q_OBJECT

private:
    static void compare(const QJsonObject &changes, const QJsonObject &expected)
    {
        for (auto member = expected.begin(); member != expected.end(); ++member) {
            if (!forms::sameValue(changes.value(member.key()), member.value())) {
                qWarning() << member.key() << "is" << changes.value(member.key()) << "not"
                           << member.value();
                QFAIL("a field differs");
            }
        }
        const QStringList keys = changes.keys();
        QCOMPARE(keys, expected.keys());
    }

private Q_SLOTS:
    void initTestCase()
    {
        ui::Theme theme;
        theme.setScheme(ui::Scheme::Light);
    }

    void untouchedFormsSaveNothing()
    {
        for (const tests::Sample &sample : tests::Samples) {
            FormDriver form(tests::inputOf(sample));
            for (int step = 0; step < 60; ++step) {
                FormDriver::press(Qt::Key_Tab);
            }
            form.view().commit();
            QVERIFY2(form.changes().isEmpty(), sample.name);
        }
    }

    void leave()
    {
        FormDriver form(tests::inputOf("leave"));
        QVERIFY(form.fill(u"subject"_s, u"回乡探亲"_s));
        QVERIFY(form.tabTo(u"field:leaveType"_s));
        FormDriver::press(Qt::Key_Down); // 年休假 → 事假
        QVERIFY(form.fill(u"startTime"_s, u"2026-2-3 8:30"_s));
        QVERIFY(form.fill(u"endTime"_s, u"20260204 1730"_s));
        QVERIFY(form.fill(u"days"_s, u"２"_s)); // full-width, as input methods give it
        QVERIFY(form.tabTo(u"field:leaveCity/yes"_s));
        FormDriver::press(Qt::Key_Right);
        QVERIFY(form.fill(u"phone"_s, u"13800001022"_s));
        QVERIFY(form.tabTo(u"field:handover"_s));
        FormDriver::type(u"zqm"_s); // 周启明 by initials
        FormDriver::press(Qt::Key_Return);
        QVERIFY(form.tabTo(u"field:noticeWays/sms"_s));
        FormDriver::press(Qt::Key_Space);
        QVERIFY(form.fill(u"reason"_s, u"探望父母"_s));
        form.view().commit();
        const QJsonObject changes = form.changes();
        QCOMPARE(changes.value("subject"_L1), QJsonValue(u"回乡探亲"_s));
        QCOMPARE(changes.value("leaveType"_L1), QJsonValue(u"personal"_s));
        QCOMPARE(changes.value("startTime"_L1), QJsonValue(u"2026-02-03 08:30"_s));
        QCOMPARE(changes.value("endTime"_L1), QJsonValue(u"2026-02-04 17:30"_s));
        QCOMPARE(changes.value("days"_L1), QJsonValue(2));
        QCOMPARE(changes.value("leaveCity"_L1), QJsonValue(u"no"_s));
        QCOMPARE(changes.value("phone"_L1), QJsonValue(u"13800001022"_s));
        QCOMPARE(changes.value("noticeWays"_L1),
                 QJsonValue(QJsonArray{ u"msg"_s, u"sms"_s, u"mail"_s }));
        QCOMPARE(changes.value("reason"_L1), QJsonValue(u"探望父母"_s));
        const QJsonArray handover = changes.value("handover"_L1).toArray();
        QCOMPARE(handover.size(), 1);
        QCOMPARE(handover.first().toObject().value("name"_L1), QJsonValue(u"周启明"_s));
        QVERIFY(!changes.contains("applicant"_L1));
        QVERIFY(!changes.contains("annualLeft"_L1));
    }

    void leaveOpinion()
    {
        FormDriver form(tests::inputOf("leave-approve"));
        QVERIFY(form.fill(u"myOpinion"_s, u"同意"_s));
        QCOMPARE(form.session().value(u"myOpinion"_s), QJsonValue(u"同意"_s));
        const QJsonObject opinions = form.changes().value("myOpinion"_L1).toObject();
        QCOMPARE(opinions.size(), 1); // only the person's own section
        QCOMPARE(opinions.begin().value(), QJsonValue(u"同意"_s));
    }

    void expense()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.fill(u"payee"_s, u"罗嘉"_s));
        QVERIFY(form.fill(u"loanAmount"_s, u"1,500.5"_s));
        QVERIFY(form.tabTo(u"field:bank"_s));
        FormDriver::press(Qt::Key_Backspace);
        FormDriver::type(u"浦发银行"_s);
        FormDriver::press(Qt::Key_Return);
        QVERIFY(form.fill(u"auditNote"_s, u"核减50元"_s));
        QVERIFY(form.tabTo(u"field:auditChecks/"_s
                           + form.session().state(u"auditChecks"_s).options.first().value));
        FormDriver::press(Qt::Key_Space);
        form.view().commit();
        const QJsonObject changes = form.changes();
        QCOMPARE(changes.value("payee"_L1), QJsonValue(u"罗嘉"_s));
        QCOMPARE(changes.value("loanAmount"_L1), QJsonValue(1500.5));
        QCOMPARE(changes.value("bank"_L1), QJsonValue(QJsonArray{ u"浦发银行"_s }));
        QCOMPARE(changes.value("auditNote"_L1), QJsonValue(u"核减50元"_s));
        QCOMPARE(changes.value("auditChecks"_L1).toArray().size(), 1);
    }

    void expenseGrid()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        // First editable cell of the first row: its date; then the kind, the note, the numbers.
        FormDriver::type(u"2026-01-05"_s);
        FormDriver::press(Qt::Key_Tab); // closes and opens the next cell
        QCOMPARE(form.session().cell(u"expenseList"_s, 0, u"feeDate"_s),
                 QJsonValue(u"2026-01-05"_s));
        FormDriver::press(Qt::Key_Tab);
        FormDriver::retype(u"改签"_s);
        FormDriver::press(Qt::Key_Return);
        const QJsonObject grid = form.changes().value("expenseList"_L1).toObject();
        const QJsonArray rows = grid.value("data"_L1).toArray();
        QCOMPARE(rows.size(), 5);
        QCOMPARE(form.session().cell(u"expenseList"_s, 0, u"feeNote"_s), QJsonValue(u"改签"_s));
        QVERIFY(!grid.value("total"_L1).toObject().isEmpty());
    }

    void dispatch()
    {
        FormDriver form(tests::inputOf("dispatch"));
        QVERIFY(form.fill(u"subject"_s, u"关于春节值班的通知"_s));
        QVERIFY(form.fill(u"printCopies"_s, u"20"_s));
        QVERIFY(form.tabTo(u"field:copyTo"_s));
        FormDriver::type(u"各直属单位"_s); // free text is allowed here
        FormDriver::press(Qt::Key_Return);
        QVERIFY(form.tabTo(u"field:keywords"_s));
        FormDriver::type(u"值班,"_s);
        QVERIFY(form.fill(u"issueDate"_s, u"2026年1月12日"_s));
        QVERIFY(form.fill(u"countersign"_s, u"无意见"_s));
        form.view().commit();
        const QJsonObject changes = form.changes();
        QCOMPARE(changes.value("subject"_L1), QJsonValue(u"关于春节值班的通知"_s));
        QCOMPARE(changes.value("printCopies"_L1), QJsonValue(20));
        const QJsonArray copies = changes.value("copyTo"_L1).toArray();
        QCOMPARE(copies.last(), QJsonValue(u"各直属单位"_s));
        QVERIFY(copies.size() > 1);
        QVERIFY(changes.value("keywords"_L1).toArray().contains(u"值班"_s));
        QVERIFY(changes.contains("issueDate"_L1));
    }

    void seal()
    {
        FormDriver form(tests::inputOf("seal"));
        QVERIFY(form.fill(u"copies"_s, u"3"_s));
        QVERIFY(form.fill(u"receiver"_s, u"市财政局"_s));
        QVERIFY(form.tabTo(u"field:sealTypes/finance"_s));
        FormDriver::press(Qt::Key_Space);
        form.view().commit();
        const QJsonObject changes = form.changes();
        QCOMPARE(changes.value("copies"_L1), QJsonValue(3));
        QCOMPARE(changes.value("receiver"_L1), QJsonValue(u"市财政局"_s));
        QVERIFY(changes.value("sealTypes"_L1).isArray());
    }

    void contract()
    {
        FormDriver form(tests::inputOf("contract"));
        QVERIFY(form.fill(u"contractName"_s, u"设备采购合同"_s));
        QVERIFY(form.fill(u"period"_s, u"2026-02-01"_s)); // first of two
        QVERIFY(form.fill(u"parties..0..contact"_s, u"孙经理"_s));
        QVERIFY(form.tabTo(u"field:parties..0..addParty"_s));
        FormDriver::press(Qt::Key_Space);
        QTRY_COMPARE(form.session().rowCount(u"parties"_s), 3);
        form.view().commit();
        const QJsonObject changes = form.changes();
        QCOMPARE(changes.value("contractName"_L1), QJsonValue(u"设备采购合同"_s));
        QCOMPARE(changes.value("period"_L1).toArray().first(), QJsonValue(u"2026-02-01"_s));
        const QJsonArray parties = changes.value("parties"_L1).toArray();
        QCOMPARE(parties.first().toObject().value("contact"_L1), QJsonValue(u"孙经理"_s));
    }

    void purchase()
    {
        FormDriver form(tests::inputOf("purchase"));
        QVERIFY(form.fill(u"subject"_s, u"终端采购"_s));
        QVERIFY(form.fill(u"needDate"_s, u"20260301"_s));
        QVERIFY(form.fill(u"approvedAmount"_s, u"48,000"_s));
        form.view().commit();
        const QJsonObject changes = form.changes();
        QCOMPARE(changes.value("subject"_L1), QJsonValue(u"终端采购"_s));
        QCOMPARE(changes.value("needDate"_L1), QJsonValue(u"2026-03-01"_s));
        QCOMPARE(changes.value("approvedAmount"_L1), QJsonValue(48000));
    }

    void undoGoesAcrossFields()
    {
        FormDriver form(tests::inputOf("leave"));
        const QJsonValue subject = form.session().value(u"subject"_s);
        const QJsonValue phone = form.session().value(u"phone"_s);
        QVERIFY(form.fill(u"subject"_s, u"甲"_s));
        QVERIFY(form.fill(u"phone"_s, u"13800001023"_s));
        FormDriver::press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form.session().value(u"phone"_s), phone);
        QCOMPARE(form.session().value(u"subject"_s), QJsonValue(u"甲"_s));
        QCOMPARE(FormDriver::focused(), u"field:phone"_s); // what was undone is seen
        FormDriver::press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form.session().value(u"subject"_s), subject);
        FormDriver::press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(form.session().value(u"subject"_s), QJsonValue(u"甲"_s));
    }

    void findsTitlesValuesAndRows_data()
    {
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("title of a cell") << QByteArray("leave") << u"紧急联系人"_s << 1;
        QTest::newRow("value of a field") << QByteArray("leave") << u"13800001021"_s << 1;
        QTest::newRow("full-width letters")
            << QByteArray("leave") << u"１３８００００１０２１"_s << 1;
        QTest::newRow("rows of a grid") << QByteArray("expense") << u"高铁二等座"_s << 2;
        QTest::newRow("rows of a template") << QByteArray("contract") << u"钱工"_s << 1;
        QTest::newRow("behind another tab") << QByteArray("seal") << u"用印扫描件"_s << 1;
        QTest::newRow("nowhere") << QByteArray("leave") << u"没有的"_s << 0;
    }

    void findsTitlesValuesAndRows()
    {
        QFETCH(QByteArray, sample);
        QFETCH(QString, text);
        QFETCH(int, count);
        FormDriver form(tests::inputOf(sample.constData()));
        QVERIFY(form.tabTo(FormDriver::focused())); // somewhere in the form
        FormDriver::press(Qt::Key_Tab);
        FormDriver::press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(FormDriver::focused(), u"findText"_s);
        auto *bar = form.view().findChild<ui::FindBar *>();
        int found = 0;
        ui::FormMatch last;
        connect(bar, &ui::FindBar::matchWanted, this, [&](const ui::FormMatch &match) {
            ++found;
            last = match;
        });
        FormDriver::type(text);
        found = 0;
        const qsizetype matches = ui::findInForm(*form.view().widget(), text).size();
        QCOMPARE(matches, count);
        for (int step = 0; step < count; ++step) {
            FormDriver::press(Qt::Key_Return);
        }
        QCOMPARE(found, count);
        if (count > 0) {
            QVERIFY(last.part && last.part->isVisible()); // its tab is in front
        }
        FormDriver::press(Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(form.view().isAncestorOf(QApplication::focusWidget())
                || QApplication::focusWidget() == &form.view());
    }

    /// What was made behind another page has its whole height when it comes to the front.
    void pagesBehindTabsFit()
    {
        for (const char *sample : { "seal", "dispatch" }) {
            FormDriver form(tests::inputOf(sample));
            QTest::qWait(50); // the idle time makes the rest
            auto *tabs = form.view().findChild<ui::FormTabs *>();
            QVERIFY(tabs);
            tabs->bar()->setFocus();
            for (int page = 1; page < 3; ++page) {
                FormDriver::press(Qt::Key_Right);
                QTest::qWait(20);
                QCOMPARE(tabs->bar()->currentIndex(), page);
                int seen = 0;
                for (const ui::FormTable *table : form.view().findChildren<ui::FormTable *>()) {
                    if (table->isVisible()) {
                        QCOMPARE(table->height(), table->heightForWidth(table->width()));
                        ++seen;
                    }
                }
                QVERIFY(seen > 0 || page == 1);
            }
        }
    }

    void keysDoNotWaitForRules()
    {
        FormDriver form(tests::inputOf("leave"));
        QVERIFY(form.tabTo(u"field:subject"_s));
        FormDriver::retype(u"abc"_s);
        // The session hears of it after a pause, not with the key.
        QVERIFY(form.session().value(u"subject"_s) != QJsonValue(u"abc"_s));
        QTRY_COMPARE(form.session().value(u"subject"_s), QJsonValue(u"abc"_s));
    }

    /// A form of thousands of modules in deep tables opens, scrolls and types like any other.
    void hugeFormsStayResponsive()
    {
        static constexpr int Fields = 4000;
        static constexpr int Depth = 60;
        QJsonObject modules;
        QString html = u"<div mwftype=\"form\" id=\"form\">"_s;
        for (int level = 0; level < Depth; ++level) {
            html += u"<table><tr><td>"_s;
        }
        for (int at = 0; at < Fields; ++at) {
            const QString id = u"f%1"_s.arg(at);
            modules.insert(id,
                           QJsonObject{ { u"id"_s, id },
                                        { u"type"_s, u"Textfield"_s },
                                        { u"name"_s, u"<img src=x onerror=alert(1)>"_s } });
            html += u"<div mwftype=\"textfield\" id=\"%1\"></div>"_s.arg(id);
        }
        forms::FormInput input;
        input.source.body.json
            = QJsonObject{ { u"id"_s, u"form"_s }, { u"moduleList"_s, modules } };
        input.source.body.html = html;
        input.work.control.allowSave = true;
        input.now = QDateTime::currentDateTime();
        ui::Theme theme;
        forms::FormSession session(std::move(input));
        QElapsedTimer clock;
        clock.start();
        ui::FormView view(theme);
        view.resize(1000, 800);
        view.setSession(&session);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
        view.focusField(u"f3999"_s);
        QTRY_COMPARE(FormDriver::focused(), u"field:f3999"_s);
        FormDriver::type(u"x"_s);
        view.commit();
        QCOMPARE(session.changes().value("f3999"_L1), QJsonValue(u"x"_s));
    }

    void errorsAreListedAndLead()
    {
        FormDriver form(tests::inputOf("leave"));
        QVERIFY(form.fill(u"subject"_s, u" "_s));
        QVERIFY(form.fill(u"reason"_s, u""_s));
        form.view().commit();
        const forms::CheckResult result = form.session().check({}, {});
        QVERIFY(!result.fields.isEmpty());
        form.view().showFailures(result.fields);
        const QString field = result.fields.first().field;
        auto *link = form.view().findChild<QPushButton *>(u"error:"_s + field);
        QVERIFY(link);
        QTRY_VERIFY(link->isVisible());
        link->setFocus();
        FormDriver::press(Qt::Key_Space);
        QTRY_COMPARE(FormDriver::focused(), u"field:"_s + field);
    }
};

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
