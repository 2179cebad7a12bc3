// SPDX-License-Identifier: GPL-3.0-or-later
// Engine part of opening a form: decoding, model, and the session with its scripts. Prints the
// median of N runs (9, or the first argument) in milliseconds and the resident memory at the end;
// "cpu" as the second argument takes the thread's processor time instead of the clock.
#include "core/forms/watchdog.h"
#include "sample_forms.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <vector>

using namespace andu;
using namespace andu::forms;
using namespace andu::tests;

namespace {

/// Processor time of this thread: what a busy machine does not distort.
double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

bool isCpuTime = false;

double medianMs(int runs, const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const double before = threadMs();
        work();
        times.append(isCpuTime ? threadMs() - before : double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

FormInput benchInput()
{
    FormInput input = sampleInput(u"leave"_s, u"leave"_s, u"leave.work.json"_s);
    FormDefinition definition;
    definition.raw = answerOf(dataPath(u"forms/bench/bench200.form.json"_s));
    const auto source = decodeForm(definition);
    if (!source) {
        qFatal("bench200 cannot be decoded");
    }
    input.source = *source;
    input.work.data = answerOf(dataPath(u"forms/bench/bench200.data.json"_s));
    return input;
}

void measure(const char *name, const QString &formFile, const FormInput &input, int runs)
{
    FormDefinition definition;
    definition.raw = answerOf(formFile);
    const double decode = medianMs(runs, [&definition] { (void)decodeForm(definition); });
    const double model = medianMs(runs, [&input] { (void)buildModel(input.source); });
    std::vector<std::unique_ptr<FormSession>> opened; // closing a form is not part of opening it
    const double session = medianMs(
        runs, [&input, &opened] { opened.push_back(std::make_unique<FormSession>(input)); });
    opened.clear();
    FormSession open(input);
    const QString field = open.model().fields().value(0);
    int count = 0;
    const double edit
        = medianMs(runs, [&] { open.edit(field, QString(u"输入"_s + QString::number(++count))); });
    const double check = medianMs(runs, [&open] { (void)open.check({}, {}); });
    std::printf(
        "%-9s decode %6.2f  model %6.2f  session %6.2f  open %6.2f  edit %5.2f  check %6.2f ms\n",
        name,
        decode,
        model,
        session,
        decode + session,
        edit,
        check);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    isCpuTime = QCoreApplication::arguments().value(2) == "cpu"_L1;
    const int runs = std::max(5, QCoreApplication::arguments().value(1).toInt());
    measure("leave",
            samplePath(u"forms/leave/leave.form.json"_s),
            sampleInput(u"leave"_s, u"leave"_s, u"leave.work.json"_s),
            runs);
    measure("expense",
            samplePath(u"forms/expense/expense.form.json"_s),
            sampleInput(u"expense"_s, u"expense"_s, u"expense.work.json"_s),
            runs);
    measure("bench200", dataPath(u"forms/bench/bench200.form.json"_s), benchInput(), runs);
    std::printf("resident %.1f MB\n", double(residentBytes().value_or(0)) / 1048576);
    return 0;
}
