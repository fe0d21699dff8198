// SPDX-License-Identifier: MIT
#pragma once

#include "async/event.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <stdexcept>

namespace lapwing::async {

/// A future that ended without a value: its promise was dropped or cancelled.
class AbandonedFuture : public std::runtime_error {
public:
    AbandonedFuture() : std::runtime_error("the future was abandoned before it had a value") { }
};

/// The value of a future that another thread fills, without blocking; rethrows what it threw.
/// QCoro 0.8 by itself goes on at once when a future is cancelled, and then reads a value that is
/// not there (qcorofuture.h, await_ready).
template<typename T>
[[nodiscard]] QCoro::Task<T> result(QFuture<T> future)
{
    Event ended;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [&ended] { ended.set(); });
    watcher.setFuture(future);
    while (!future.isFinished())
        co_await ended;
    future.waitForFinished(); // does not wait: it rethrows
    if constexpr (std::is_void_v<T>) {
        if (future.isCanceled())
            throw AbandonedFuture();
    } else {
        if (future.resultCount() == 0)
            throw AbandonedFuture();
        co_return future.takeResult();
    }
}

/// Runs `work` on `pool`; the future has its value, or what it threw. Once it is finished, the thread holds nothing of
/// what `work` held: a file that it shared is closed by whoever lets go of it last.
template<typename F, typename T = std::invoke_result_t<F>>
[[nodiscard]] QFuture<T> onPool(QThreadPool *pool, F work)
{
    QPromise<T> promise;
    QFuture<T> future = promise.future();
    promise.start();
    // QThreadPool wants a copyable function; a QPromise only moves.
    auto shared = std::make_shared<std::pair<QPromise<T>, F>>(std::move(promise), std::move(work));
    pool->start([shared] {
        try {
            F own = std::move(shared->second); // gone before the future is finished
            if constexpr (std::is_void_v<T>)
                own();
            else
                shared->first.addResult(own());
        } catch (...) {
            shared->first.setException(std::current_exception());
        }
        shared->first.finish();
    });
    return future;
}

} // namespace lapwing::async
