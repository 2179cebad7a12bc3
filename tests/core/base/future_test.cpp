// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/future.h"

#include <QPromise>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace andu;

namespace {

QFuture<int> soon(QThreadPool &pool, int value)
{
    auto promise = std::make_shared<QPromise<int>>();
    promise->start();
    QFuture<int> future = promise->future();
    pool.start([promise, value] {
        promise->addResult(value);
        promise->finish();
    });
    return future;
}

} // namespace

class FutureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whenDone_callsOnceHoweverFast();
    void whenDone_isSilentWhenTheContextIsGone();
    void whenDone_isSilentWhenCancelled();
};

/// The race that made QFuture::then run twice: finishing while the continuation is attached.
void FutureTest::whenDone_callsOnceHoweverFast()
{
    constexpr int Rounds = 2000;
    QThreadPool pool;
    int calls = 0;
    qint64 sum = 0;
    for (int round = 0; round < Rounds; ++round) {
        whenDone(soon(pool, round), this, [&](int value) {
            ++calls;
            sum += value;
        });
    }
    QTRY_COMPARE(calls, Rounds);
    QCOMPARE(sum, qint64(Rounds) * (Rounds - 1) / 2);
}

void FutureTest::whenDone_isSilentWhenTheContextIsGone()
{
    QThreadPool pool;
    int calls = 0;
    QFuture<int> future;
    {
        QObject context;
        future = soon(pool, 1);
        whenDone(future, &context, [&](int) { ++calls; });
    }
    bool isLater = false;
    whenDone(soon(pool, 2), this, [&](int) { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(calls, 0);
}

void FutureTest::whenDone_isSilentWhenCancelled()
{
    int calls = 0;
    QPromise<int> promise;
    promise.start();
    whenDone(promise.future(), this, [&](int) { ++calls; });
    promise.future().cancel();
    promise.finish();
    QThreadPool pool;
    bool isLater = false;
    whenDone(soon(pool, 2), this, [&](int) { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(FutureTest)
#include "future_test.moc"
