// SPDX-License-Identifier: MIT
#pragma once

#include "async/future.h"

#include <QCoroTask>

namespace lapwing::async {

/// What co_await takes inside a task. Awaiting anything else does not compile.
template<typename T>
concept Awaitable = requires(QCoro::detail::TaskPromiseBase promise, T awaitable)
{
    promise.await_transform(awaitable);
};

/// One kind of thing to wait for. A task passes through: it runs already.
template<typename T>
[[nodiscard]] QCoro::Task<T> toTask(QCoro::Task<T> task)
{
    return task;
}

template<typename T>
[[nodiscard]] QCoro::Task<T> toTask(QFuture<T> future)
{
    return result(std::move(future));
}

/// What awaiting an A gives.
template<typename A>
using ResultOf = typename decltype(toTask(std::declval<A>()))::value_type;

/// What can stand among the arguments of gather and settle: a task or a future.
template<typename A>
concept Gatherable = Awaitable<A> && requires(A awaitable)
{
    toTask(std::move(awaitable));
};

} // namespace lapwing::async
