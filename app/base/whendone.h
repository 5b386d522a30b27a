// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QThread>

#include <utility>

namespace anteroom {

/// Calls `fn(const T &)` in `context`'s thread once the future is done, unless `context` is gone by then.
/// Called in that thread. Not QFuture::then(context, …): up to Qt 6.5 it must not outlive its context, and
/// looks at it from whichever thread finishes the future.
template<typename T, typename F>
void whenDone(const QFuture<T> &future, QObject *context, F fn)
{
    Q_ASSERT(context->thread() == QThread::currentThread());
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, fn = std::move(fn)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             fn(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace anteroom
