// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/todo/conflict_card.h"
#include "ui/todo/conflict_view.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace andu;
using tests::FormDriver;

class ConflictTest : public QObject
{
    Q_OBJECT

private:
    static ui::ConflictContent content()
    {
        const auto field = [](const QString &key,
                              const QString &label,
                              const QString &base,
                              const QString &mine,
                              const QString &theirs) {
            ui::ConflictField made;
            made.key = key;
            made.label = label;
            made.baseText = base;
            made.mineText = mine;
            made.theirsText = theirs;
            made.base = base;
            made.mine = mine;
            made.theirs = theirs;
            return made;
        };
        ui::ConflictContent content;
        content.title = u"关于开展政务数据质量专项治理行动的通知"_s;
        content.mine = { u"周敏"_s, u"09:12"_s };
        content.theirs = { u"宋佳"_s, u"09:26"_s };
        content.baseWhen = u"16:40"_s;
        content.fields = {
            field(u"mainSend"_s,
                  u"主送机关"_s,
                  u"各区（县）政务服务和数据管理局，市直各单位"_s,
                  u"各区（县）政务服务和数据管理局，市直各有关单位"_s,
                  u"各区（县）政务服务和数据管理局，市直有关单位，市政务服务大厅各进驻单位"_s),
            field(u"due"_s,
                  u"自查报送期限"_s,
                  u"2026年9月26日"_s,
                  u"2026年9月25日"_s,
                  u"2026年9月30日"_s),
            field(u"copies"_s, u"印发份数"_s, u"40 份"_s, u"42 份"_s, u"45 份"_s),
            field(u"title"_s, u"标题"_s, u"通知"_s, u"关于治理行动的通知"_s, u"通知"_s),
        };
        content.fields[2].mine = 42;
        content.fields[2].theirs = 45;
        content.fields[3].merged = ui::ConflictChoice::Mine;
        return content;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ui::Theme theme;
        theme.setScheme(ui::Scheme::Light);
    }

    void nothingIsSentBeforeEveryChoice()
    {
        ui::Theme theme;
        ui::ConflictView view(theme);
        view.setContent(content());
        auto *send = view.findChild<QPushButton *>(u"sendMerged"_s);
        QVERIFY(!send->isEnabled());
        QTest::mouseClick(view.findChild<ui::ConflictCard *>(u"theirs:mainSend"_s), Qt::LeftButton);
        QTest::mouseClick(view.findChild<ui::ConflictCard *>(u"mine:due"_s), Qt::LeftButton);
        QVERIFY(!send->isEnabled());
        QTest::mouseClick(view.findChild<ui::ConflictCard *>(u"mine:copies"_s), Qt::LeftButton);
        QVERIFY(send->isEnabled());
        QSignalSpy spy(&view, &ui::ConflictView::resolved);
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
        const auto values = spy.first().first().toJsonObject();
        QCOMPARE(values.value("copies"_L1), QJsonValue(42)); // a number stays one
        QCOMPARE(values.value("due"_L1), QJsonValue(u"2026年9月25日"_s));
        QVERIFY(values.value("mainSend"_L1).toString().contains(u"大厅"_s));
        QCOMPARE(values.value("title"_L1), QJsonValue(u"关于治理行动的通知"_s));
    }

    void allOfOneSide()
    {
        ui::Theme theme;
        ui::ConflictView view(theme);
        view.setContent(content());
        view.findChild<QPushButton *>(u"allTheirs"_s)->click();
        QVERIFY(view.isDecided());
        QCOMPARE(view.values().value("copies"_L1), QJsonValue(45));
        view.findChild<QPushButton *>(u"allMine"_s)->click();
        QCOMPARE(view.values().value("copies"_L1), QJsonValue(42));
    }

    void mergedFieldsCanBeChosenAgain()
    {
        ui::Theme theme;
        ui::ConflictView view(theme);
        view.setContent(content());
        QVERIFY(!view.findChild<ui::ConflictCard *>(u"mine:title"_s));
        view.findChild<QPushButton *>(u"change:title"_s)->click();
        QTRY_VERIFY(view.findChild<ui::ConflictCard *>(u"theirs:title"_s));
        view.findChild<ui::ConflictCard *>(u"theirs:title"_s)->click();
        QCOMPARE(view.values().value("title"_L1), QJsonValue(u"通知"_s));
    }

    void byKeysAlone()
    {
        ui::Theme theme;
        ui::ConflictView view(theme);
        view.setContent(content());
        view.resize(1200, 800);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        for (const QString &name : { u"mine:mainSend"_s, u"theirs:due"_s, u"theirs:copies"_s }) {
            for (int step = 0; step < 60 && FormDriver::focused() != name; ++step) {
                FormDriver::press(Qt::Key_Tab);
            }
            QCOMPARE(FormDriver::focused(), name);
            FormDriver::press(Qt::Key_Space);
        }
        QVERIFY(view.isDecided());
        QSignalSpy copies(&view, &ui::ConflictView::copyWanted);
        QSignalSpy later(&view, &ui::ConflictView::laterWanted);
        view.findChild<QPushButton *>(u"keepCopy"_s)->click();
        view.findChild<QPushButton *>(u"later"_s)->click();
        QCOMPARE(copies.size(), 1);
        QCOMPARE(later.size(), 1);
    }

    void pictures()
    {
        QDir().mkpath(QStringLiteral(ANDU_PICTURES));
        for (const ui::Scheme scheme : { ui::Scheme::Light, ui::Scheme::Dark }) {
            for (const double scale : { 1.0, 2.0 }) {
                ui::Theme theme;
                theme.setScheme(scheme);
                ui::ConflictView view(theme);
                view.setContent(content());
                view.choose(u"mainSend"_s, ui::ConflictChoice::Theirs);
                view.choose(u"due"_s, ui::ConflictChoice::Mine);
                view.resize(1280, 760);
                view.show();
                QVERIFY(QTest::qWaitForWindowExposed(&view));
                QImage image(view.size() * scale, QImage::Format_ARGB32_Premultiplied);
                image.setDevicePixelRatio(scale);
                view.render(&image);
                const QString file = QStringLiteral(ANDU_PICTURES) + u"/conflict-"_s
                    + (scheme == ui::Scheme::Dark ? u"dark"_s : u"light"_s)
                    + (scale > 1 ? u"-200.png"_s : u"-100.png"_s);
                QVERIFY(image.save(file));
            }
        }
    }
};

QTEST_MAIN(ConflictTest)
#include "conflict_test.moc"
