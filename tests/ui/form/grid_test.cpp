// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_driver.h"
#include "ui/form/grid_columns.h"
#include "ui/form/grid_editor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>

using namespace andu;
using tests::FormDriver;

Q_DECLARE_METATYPE(ui::GridWish)

/// The keys of a spreadsheet in the grid of the expense form.
class GridTest : public QObject
{
    Q_OBJECT

private:
    static ui::GridView *tableOf(FormDriver &form)
    {
        return form.view().findChild<ui::GridView *>(u"field:expenseList"_s);
    }

    static ui::GridEditor *editorOf(FormDriver &form)
    {
        for (QObject *each = tableOf(form); each; each = each->parent()) {
            if (auto *editor = qobject_cast<ui::GridEditor *>(each)) {
                return editor;
            }
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ui::Theme theme;
        theme.setScheme(ui::Scheme::Light);
    }

    void insertAndDeleteRows()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        const int rows = form.session().rowCount(u"expenseList"_s);
        FormDriver::press(Qt::Key_Insert);
        QCOMPARE(form.session().rowCount(u"expenseList"_s), rows + 1);
        QCOMPARE(tableOf(form)->currentIndex().row(), 1);
        FormDriver::press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(form.session().rowCount(u"expenseList"_s), rows);
        FormDriver::press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form.session().rowCount(u"expenseList"_s), rows + 1);
        FormDriver::press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form.session().rowCount(u"expenseList"_s), rows);
    }

    void rowsMoveAndComeBack()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        const QJsonValue before = form.session().value(u"expenseList"_s);
        const QJsonValue first = form.session().cell(u"expenseList"_s, 0, u"feeNote"_s);
        FormDriver::press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(form.session().cell(u"expenseList"_s, 1, u"feeNote"_s), first);
        QCOMPARE(tableOf(form)->currentIndex().row(), 1);
        FormDriver::press(Qt::Key_Up, Qt::AltModifier);
        FormDriver::press(Qt::Key_Up, Qt::AltModifier); // the first row stays the first
        QCOMPARE(form.session().value(u"expenseList"_s), before);
        FormDriver::press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form.session().cell(u"expenseList"_s, 1, u"feeNote"_s), first);
    }

    void tablesOfPagesArePasted()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        auto *content = new QMimeData;
        content->setHtml(u"<style>x</style><p>text</p><table><tr><td>2026-01-09</td><td>住宿费</td>"
                         "<td>一<b>晚</b><br>单间</td></tr><tr><td colspan=2>2026-01-10</td>"
                         "<td>&lt;script&gt;</td></tr></table>"_s);
        content->setText(u"2026-01-09\n住宿费\n一晚"_s); // as a text document sends it
        QGuiApplication::clipboard()->setMimeData(content);
        FormDriver::press(Qt::Key_V, Qt::ControlModifier);
        const auto cell = [&](int row, const QString &field) {
            return form.session().cell(u"expenseList"_s, row, field);
        };
        QCOMPARE(cell(0, u"feeDate"_s), QJsonValue(u"2026-01-09"_s));
        QCOMPARE(cell(0, u"feeType"_s), QJsonValue(u"hotel"_s));
        QCOMPARE(cell(0, u"feeNote"_s), QJsonValue(u"一晚\n单间"_s));
        QCOMPARE(cell(1, u"feeDate"_s), QJsonValue(u"2026-01-10"_s));
        QCOMPARE(cell(1, u"feeNote"_s), QJsonValue(u"<script>"_s));
    }

    void columnsShareTheWidth_data()
    {
        using Wishes = QList<ui::GridWish>;
        QTest::addColumn<Wishes>("wishes");
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("expected");
        const ui::GridWish number{ 48, 0, 48, true };
        QTest::newRow("open columns take the rest")
            << Wishes{ number, { 100, 60, 40, false }, { 0, 80, 40, false } } << 400
            << QList<int>{ 48, 100, 252 };
        QTest::newRow("cut words come first")
            << Wishes{ { 100, 160, 40, false }, { 100, 40, 40, false } } << 260
            << QList<int>{ 160, 100 };
        QTest::newRow("too much is asked for: slack is given up")
            << Wishes{ { 300, 100, 40, false }, { 100, 100, 40, false } } << 250
            << QList<int>{ 150, 100 };
        QTest::newRow("words wrap when nothing else helps")
            << Wishes{ { 0, 200, 40, false }, { 0, 100, 100, false } } << 240
            << QList<int>{ 140, 100 };
        QTest::newRow("wider than the form when even that is too much")
            << Wishes{ { 0, 200, 150, false }, { 0, 100, 100, false } } << 200
            << QList<int>{ 150, 100 };
    }

    void columnsShareTheWidth()
    {
        QFETCH(QList<ui::GridWish>, wishes);
        QFETCH(int, width);
        QFETCH(QList<int>, expected);
        QCOMPARE(ui::gridWidths(wishes, width), expected);
    }

    /// Chinese comes from an input method: composed first, or all at once.
    void inputMethodsReachTheCell()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        FormDriver::press(Qt::Key_Right);
        FormDriver::press(Qt::Key_Right); // the note of the first row
        const auto compose = [](const QString &preedit, const QString &commit) {
            QInputMethodEvent event(preedit, {});
            event.setCommitString(commit);
            QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
        };
        compose(u"gai qian"_s, {});
        compose({}, u"改签"_s);
        compose({}, u"一次"_s);
        FormDriver::press(Qt::Key_Return);
        QCOMPARE(form.session().cell(u"expenseList"_s, 0, u"feeNote"_s), QJsonValue(u"改签一次"_s));
        compose({}, u"打"_s); // nothing composed before
        compose({}, u"车"_s);
        FormDriver::press(Qt::Key_Return);
        QCOMPARE(form.session().cell(u"expenseList"_s, 1, u"feeNote"_s), QJsonValue(u"打车"_s));
    }

    void typingCommitsAndSumsFollow()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        ui::GridView *table = tableOf(form);
        int amount = -1;
        const auto &columns = editorOf(form)->model().columns();
        for (int column = 0; column < columns.size(); ++column) {
            amount = columns[column].module.id == "amount"_L1 ? column : amount;
        }
        QVERIFY(amount > 0);
        table->setCurrentIndex(table->model()->index(0, amount));
        FormDriver::type(u"700"_s);
        FormDriver::press(Qt::Key_Return);
        QCOMPARE(form.session().cell(u"expenseList"_s, 0, u"amount"_s), QJsonValue(u"700.00"_s));
        QCOMPARE(table->currentIndex().row(), 1); // Enter goes down
        QCOMPARE(editorOf(form)->model().total(amount), u"3128.5"_s);
        // The form's own script counts with it (what a script writes is not padded, 2.3.1).
        QCOMPARE(form.session().shown(u"totalAmount"_s), u"3128.5"_s);
    }

    void enterInTheLastRowAddsOne()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        ui::GridView *table = tableOf(form);
        const int rows = table->model()->rowCount();
        int note = 0;
        const auto &columns = editorOf(form)->model().columns();
        for (int column = 0; column < columns.size(); ++column) {
            note = columns[column].module.id == "feeNote"_L1 ? column : note;
        }
        table->setCurrentIndex(table->model()->index(rows - 1, note));
        FormDriver::type(u"x"_s);
        FormDriver::press(Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), rows + 1);
        QCOMPARE(table->currentIndex().row(), rows);
    }

    void tabLeavesAtTheEnd()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        ui::GridView *table = tableOf(form);
        table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1,
                                                     table->model()->columnCount() - 1));
        FormDriver::press(Qt::Key_Tab);
        QVERIFY(FormDriver::focused() != u"field:expenseList"_s);
    }

    void pasteFromASpreadsheet()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        ui::GridView *table = tableOf(form);
        const int rows = table->model()->rowCount();
        table->setCurrentIndex(table->model()->index(rows - 1, 1));
        QGuiApplication::clipboard()->setText(
            u"2026/1/10\t火车机票\t北京—上海\t1\t553.00\t45.66\n"
            "2026-01-11\t住宿费\t\"两晚, 含早\"\t1\t1,160\t0\n"_s);
        FormDriver::press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(form.session().rowCount(u"expenseList"_s), rows + 1);
        QCOMPARE(form.session().cell(u"expenseList"_s, rows - 1, u"feeDate"_s),
                 QJsonValue(u"2026-01-10"_s));
        QCOMPARE(form.session().cell(u"expenseList"_s, rows - 1, u"feeType"_s),
                 QJsonValue(u"ticket"_s)); // by its words
        QCOMPARE(form.session().cell(u"expenseList"_s, rows, u"amount"_s),
                 QJsonValue(u"1160.00"_s));
        QCOMPARE(form.session().cell(u"expenseList"_s, rows, u"feeNote"_s),
                 QJsonValue(u"两晚, 含早"_s));
        FormDriver::press(Qt::Key_Z, Qt::ControlModifier); // one step for the whole paste
        QCOMPARE(form.session().rowCount(u"expenseList"_s), rows);
    }

    void exportAndImportByColumnNames()
    {
        FormDriver form(tests::inputOf("expense"));
        ui::GridEditor *editor = editorOf(form);
        QVERIFY(editor);
        const QList<QStringList> lines = editor->exportLines();
        const int rows = form.session().rowCount(u"expenseList"_s);
        QCOMPARE(lines.size(), rows + 1);
        QList<QStringList> other{ QStringList{ u"备注栏"_s, u"摘要"_s, u"费用类别"_s } };
        other.append(QStringList{ u"-"_s, u"打车"_s, u"市内交通"_s });
        QCOMPARE(editor->importLines(other), 1);
        QCOMPARE(form.session().cell(u"expenseList"_s, rows, u"feeNote"_s), QJsonValue(u"打车"_s));
        QCOMPARE(form.session().cell(u"expenseList"_s, rows, u"feeType"_s), QJsonValue(u"taxi"_s));
        QCOMPARE(editor->importLines({ { u"无关"_s }, { u"1"_s } }), 0);
    }

    void rowsThatFailSaySo()
    {
        FormDriver form(tests::inputOf("expense"));
        QVERIFY(form.tabTo(u"field:expenseList"_s));
        ui::GridView *table = tableOf(form);
        table->setCurrentIndex(table->model()->index(0, 1));
        FormDriver::press(Qt::Key_Delete); // the date is required
        const auto &errors = editorOf(form)->model().errors();
        QVERIFY(errors.contains(0));
        auto *label = form.view().findChild<QLabel *>(u"errors:expenseList"_s);
        QVERIFY(label && !label->isHidden());
        QVERIFY(label->text().contains(errors.value(0).first().text));
    }

    void manyRowsStayCells()
    {
        forms::FormInput input = tests::inputOf("expense");
        QJsonObject grid = input.work.data.value("expenseList"_L1).toObject();
        QJsonArray rows;
        for (int row = 0; row < 3000; ++row) {
            rows.append(grid.value("data"_L1).toArray().first());
        }
        grid.insert(u"data"_s, rows);
        input.work.data.insert(u"expenseList"_s, grid);
        FormDriver form(std::move(input));
        const auto before = form.view().findChildren<QWidget *>().size();
        QVERIFY2(before < 600, qPrintable(QString::number(before))); // no widget per cell
        QCOMPARE(tableOf(form)->model()->rowCount(), 3000);
    }
};

QTEST_MAIN(GridTest)
#include "grid_test.moc"
