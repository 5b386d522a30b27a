// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace anteroom {

/// Runs `fn` on a thread of `pool`, for what may wait: a keyring, a disk. Whoever owns the pool waits for it
/// before what `fn` uses goes.
template<typename F>
auto inBackground(QThreadPool &pool, F fn) -> QFuture<std::invoke_result_t<F &>>
{
    using R = std::invoke_result_t<F &>;
    auto promise = std::make_shared<QPromise<R>>();
    QFuture<R> future = promise->future();
    promise->start();
    pool.start([promise, fn = std::move(fn)]() mutable {
        promise->addResult(fn());
        promise->finish();
    });
    return future;
}

} // namespace anteroom
