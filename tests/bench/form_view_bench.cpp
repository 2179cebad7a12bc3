// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a form takes from its data to the screen: medians of several runs, as JSON lines.
// `bench_form_view [runs]`; draws offscreen unless QT_QPA_PLATFORM says otherwise.
#include "../core/forms/sample_forms.h"
#include "ui/form/form_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace andu;

namespace {

struct Times
{
    double session = 0; ///< Engine: model, values, defaults, load events.
    double view = 0; ///< Widgets.
    double paint = 0; ///< Until the first picture is there.
    double ready = 0; ///< Until everything in view is an editor; no part of `total`.
    double key = 0; ///< One key stroke in a field.
    double cpu = 0; ///< Processor time of `total`: what a machine with nothing else to do needs.

    [[nodiscard]] double total() const { return session + view + paint; }
};

double since(QElapsedTimer &clock)
{
    const double ms = double(clock.nsecsElapsed()) / 1e6;
    clock.restart();
    return ms;
}

forms::FormInput benchInput()
{
    forms::FormInput input;
    FormDefinition definition;
    definition.raw = tests::answerOf(tests::dataPath(u"forms/bench/bench200.form.json"_s));
    input.source = *forms::decodeForm(definition);
    input.work.data
        = tests::readJson(tests::dataPath(u"forms/bench/bench200.data.json"_s)).toObject();
    input.work.control.allowSave = true;
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    return input;
}

Times measure(const forms::FormInput &input, ui::FormView &view)
{
    Times times;
    QElapsedTimer clock;
    clock.start();
    const std::clock_t begun = std::clock();
    forms::FormSession session(input);
    times.session = since(clock);
    view.setSession(&session);
    times.view = since(clock);
    // What the event loop does first for a window that is shown: layout, then painting.
    QCoreApplication::sendPostedEvents();
    view.viewport()->repaint();
    times.paint = since(clock);
    times.cpu = double(std::clock() - begun) * 1000 / CLOCKS_PER_SEC;
    QCoreApplication::processEvents();
    times.ready = since(clock);
    QList<QLineEdit *> lines = view.findChildren<QLineEdit *>();
    if (!lines.isEmpty()) {
        lines.first()->setFocus();
        clock.restart();
        QTest::keyClick(lines.first(), Qt::Key_A);
        times.key = since(clock);
    }
    view.setSession(nullptr);
    return times;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double residentMb()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

void report(const char *name, const forms::FormInput &input, int runs)
{
    const ui::Theme theme;
    ui::FormView view(theme);
    view.resize(1200, 900);
    view.show();
    QCoreApplication::processEvents();
    QList<Times> all;
    for (int run = 0; run < runs + 1; ++run) {
        const Times times = measure(input, view);
        if (run == 0) {
            std::printf("{\"form\":\"%s\",\"first\":%.1f}\n", name, times.total());
        } else {
            all.append(times);
        }
    }
    const auto middle = [&all](auto member) {
        QList<double> values;
        for (const Times &times : all) {
            values.append(member(times));
        }
        return median(values);
    };
    std::printf(
        "{\"form\":\"%s\",\"runs\":%d,\"session_ms\":%.1f,\"view_ms\":%.1f,"
        "\"paint_ms\":%.1f,\"total_ms\":%.1f,\"cpu_ms\":%.1f,\"ready_ms\":%.1f,\"key_ms\":%.2f}\n",
        name,
        runs,
        middle([](const Times &t) { return t.session; }),
        middle([](const Times &t) { return t.view; }),
        middle([](const Times &t) { return t.paint; }),
        middle([](const Times &t) { return t.total(); }),
        middle([](const Times &t) { return t.cpu; }),
        middle([](const Times &t) { return t.ready; }),
        middle([](const Times &t) { return t.key; }));
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    ui::Theme theme;
    theme.setScheme(ui::Scheme::Light);
    const int runs = argc > 1 ? std::max(5, QByteArray(argv[1]).toInt()) : 7;
    report("leave", tests::sampleInput(u"leave"_s, u"leave"_s, u"leave.work.json"_s), runs);
    report("bench200", benchInput(), runs);
    // The memory of a program that has bench200 open, every editor made.
    const forms::FormInput input = benchInput();
    forms::FormSession session(input);
    ui::FormView view(theme);
    view.resize(1200, 900);
    view.setSession(&session);
    view.show();
    view.makeAll();
    QEventLoop loop;
    QTimer::singleShot(500, &loop, &QEventLoop::quit);
    loop.exec();
    std::printf("{\"form\":\"bench200\",\"resident_mb\":%.1f}\n", residentMb());
    return 0;
}
