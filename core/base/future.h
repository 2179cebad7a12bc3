// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace andu {

/// Calls @p done with the result in the thread of @p context; never when the context is gone or the
/// future was cancelled. Thread: the context's.
/// In place of QFuture::then(context, …): Qt 6.4 runs a continuation twice when the future finishes
/// in another thread while the continuation is being attached.
template <typename T, typename Done>
void whenDone(const QFuture<T> &future, QObject *context, Done done)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher,
                     &QFutureWatcherBase::finished,
                     context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         QFuture<T> finished = watcher->future();
                         if (finished.resultCount() > 0) {
                             done(finished.takeResult());
                         }
                     });
    watcher->setFuture(future);
}

/// Runs blocking work on the global thread pool.
template <typename Work>
[[nodiscard]] QFuture<std::invoke_result_t<Work>> inBackground(Work work)
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    QFuture<std::invoke_result_t<Work>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace andu
