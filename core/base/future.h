// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

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

} // namespace andu
