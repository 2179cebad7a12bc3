// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/form/org_picker.h"

#include <QListView>
#include <QListWidget>
#include <QTreeWidget>

using namespace andu;
using tests::FormDriver;

class PickerTest : public QObject
{
    Q_OBJECT

private:
    static forms::Directory directory()
    {
        return forms::Directory::fromJson(
            tests::readJson(tests::samplePath(u"forms/org.json"_s)).toObject());
    }

    static ui::OrgRules rules(int most)
    {
        ui::OrgRules rules;
        rules.kinds = { forms::Directory::Kind::Identity };
        rules.most = most;
        return rules;
    }

    static void show(ui::OrgPicker &picker)
    {
        picker.show();
        picker.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&picker));
    }

    static QStringList names(const QJsonArray &chosen)
    {
        QStringList names;
        for (const QJsonValue &value : chosen) {
            names.append(value.isString() ? value.toString()
                                          : json::text(value.toObject(), "name"_L1));
        }
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ui::Theme theme;
        theme.setScheme(ui::Scheme::Light);
    }

    void searchByInitialsAndChooseByKeys()
    {
        ui::OrgPicker picker(directory(), rules(0), {});
        show(picker);
        FormDriver::type(u"zqm"_s);
        FormDriver::press(Qt::Key_Return);
        FormDriver::type(u"linxiao"_s); // the search is selected: typing replaces it
        FormDriver::press(Qt::Key_Return);
        QCOMPARE(names(picker.chosen()), (QStringList{ u"周启明"_s, u"林晓雨"_s }));
        picker.findChild<QListWidget *>(u"orgChosen"_s)->setFocus();
        picker.findChild<QListWidget *>(u"orgChosen"_s)->setCurrentRow(1);
        FormDriver::press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(names(picker.chosen()), (QStringList{ u"林晓雨"_s, u"周启明"_s }));
        FormDriver::press(Qt::Key_Delete);
        QCOMPARE(names(picker.chosen()), (QStringList{ u"周启明"_s }));
        FormDriver::press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(picker.result(), int(QDialog::Accepted));
    }

    void oneOnlyIsTakenAtOnce()
    {
        ui::OrgPicker picker(directory(), rules(1), {});
        show(picker);
        FormDriver::type(u"sunruolan"_s);
        FormDriver::press(Qt::Key_Return);
        QCOMPARE(picker.result(), int(QDialog::Accepted));
        QCOMPARE(names(picker.chosen()), (QStringList{ u"孙若兰"_s }));
    }

    void limitsOfTheFormAreKept()
    {
        ui::OrgRules limited = rules(2);
        limited.unitPaths = { u"青禾科技集团/研发中心"_s };
        limited.selfPerson = u"林晓雨@linxiaoyu@P"_s;
        ui::OrgPicker picker(directory(), limited, {});
        show(picker);
        auto *list = picker.findChild<QListView *>(u"orgList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            QVERIFY(list->model()
                        ->index(row, 0)
                        .data(ui::OrgListModel::PathRole)
                        .toString()
                        .contains(u"研发中心"_s));
        }
        FormDriver::type(u"lxy"_s);
        FormDriver::press(Qt::Key_Return); // oneself may be seen, not chosen
        QVERIFY(picker.chosen().isEmpty());
    }

    void unitsAreATreeWithCounts()
    {
        ui::OrgPicker picker(directory(), rules(0), {});
        auto *tree = picker.findChild<QTreeWidget *>(u"orgTree"_s);
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(0), u"青禾科技集团"_s);
        QCOMPARE(tree->topLevelItem(0)->text(1), u"14"_s);
        QVERIFY(tree->topLevelItem(0)->childCount() > 3);
    }

    void whatIsNotKnownHereIsKept()
    {
        const QJsonArray before{ u"各分支机构"_s,
                                 QJsonObject{ { u"distinguishedName"_s, u"李四@x@I"_s },
                                              { u"name"_s, u"李四"_s },
                                              { u"custom"_s, 1 } } };
        const ui::OrgPicker picker(directory(), rules(0), before);
        QCOMPARE(picker.chosen(), before);
    }

    void rangeOfTheFormIsRead()
    {
        FormDriver form(tests::inputOf("leave")); // 工作交接人: the drafter's unit
        const ui::FormLook look(*new ui::Theme(&form.view()));
        ui::FormHost host(form.session());
        const ui::OrgRules read = ui::orgRules(ui::FormContext{ form.session(), look, host },
                                               *form.session().model().find(u"handover"_s));
        QCOMPARE(read.unitPaths, (QStringList{ u"青禾科技集团/研发中心"_s }));
        QCOMPARE(read.most, 1);
        QVERIFY(!read.isRangeUnknown);
    }

    void pictures()
    {
        QDir().mkpath(QStringLiteral(ANDU_PICTURES));
        for (const ui::Scheme scheme : { ui::Scheme::Light, ui::Scheme::Dark }) {
            ui::Theme theme;
            theme.setScheme(scheme);
            ui::OrgRules some = rules(0);
            some.selfPerson = u"周启明@zhouqiming@P"_s;
            QJsonArray chosen;
            for (const auto &identity :
                 directory().all(forms::Directory::Kind::Identity).mid(3, 2)) {
                chosen.append(identity);
            }
            ui::OrgPicker picker(directory(), some, chosen);
            show(picker);
            FormDriver::type(u"zh"_s);
            const QString file = QStringLiteral(ANDU_PICTURES)
                + (scheme == ui::Scheme::Dark ? u"/picker-dark.png"_s : u"/picker-light.png"_s);
            QVERIFY(picker.grab().save(file));
        }
    }
};

QTEST_MAIN(PickerTest)
#include "picker_test.moc"
