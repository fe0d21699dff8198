// SPDX-License-Identifier: MIT
#pragma once

#include "async/gather.h"

#include <QEventLoop>

#include <optional>

namespace lapwing::async {

namespace detail {

template<typename T>
[[nodiscard]] QCoro::Task<> keepAndQuit(QCoro::Task<T> task, std::optional<Outcome<T>> *kept,
                                        QEventLoop *loop)
{
    kept->emplace(co_await settleOne(std::move(task)));
    loop->quit();
}

} // namespace detail

/// Runs an event loop until `task` ends; gives its value or rethrows what it threw. For main() and
/// tests: anywhere else a nested loop is a trap. asyncio: run(coro).
/// (QCoro 0.8's waitFor never returns when the task throws, and wants a default-made value.)
template<typename T>
T run(QCoro::Task<T> task)
{
    QEventLoop loop;
    std::optional<Outcome<T>> outcome;
    const QCoro::Task<> watch = detail::keepAndQuit(std::move(task), &outcome, &loop);
    while (!watch.isReady())
        loop.exec();
    return std::move(*outcome).take();
}

} // namespace lapwing::async
