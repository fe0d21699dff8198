// SPDX-License-Identifier: MIT
#pragma once

#include "async/awaitable.h"
#include "async/outcome.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <tuple>
#include <vector>

// settle and gather wait for tasks that run already: a QCoro task starts when it is called. So
// waiting for them in turn ends exactly when the slowest ends, and nothing else has to be built.
// Neither returns before every child has ended, whatever happened to the others.

namespace lapwing::async {

/// How `task` ended; never throws.
template<typename T>
[[nodiscard]] QCoro::Task<Outcome<T>> settleOne(QCoro::Task<T> task)
{
    std::exception_ptr error;
    try {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            co_return Outcome<T>(std::monostate());
        } else {
            T value = co_await task;
            co_return Outcome<T>(std::move(value));
        }
    } catch (...) {
        error = std::current_exception();
    }
    co_return Outcome<T>(error);
}

namespace detail {

/// What the children of one gather share.
struct FirstFailure {
    std::stop_source others;
    std::exception_ptr error;

    void note(const std::exception_ptr &thrown)
    {
        if (error)
            return;
        error = thrown;
        others.request_stop();
    }
};

template<typename T>
[[nodiscard]] QCoro::Task<Outcome<T>> stopOthersOnFailure(QCoro::Task<T> task,
                                                          std::shared_ptr<FirstFailure> first)
{
    Outcome<T> outcome = co_await settleOne(std::move(task));
    if (!outcome.ok())
        first->note(outcome.error());
    co_return outcome;
}

template<typename T>
[[nodiscard]] QCoro::Task<std::vector<Outcome<T>>> inOrder(
    std::vector<QCoro::Task<Outcome<T>>> tasks)
{
    std::vector<Outcome<T>> outcomes;
    outcomes.reserve(tasks.size());
    for (QCoro::Task<Outcome<T>> &task : tasks) {
        Outcome<T> outcome = co_await task;
        outcomes.push_back(std::move(outcome));
    }
    co_return outcomes;
}

template<typename Kept, std::size_t... I, typename... T>
[[nodiscard]] QCoro::Task<> keepEach(Kept *kept, std::index_sequence<I...>,
                                     QCoro::Task<Outcome<T>>... tasks)
{
    (std::get<I>(*kept).emplace(co_await tasks), ...);
}

template<typename... T>
[[nodiscard]] QCoro::Task<std::tuple<Outcome<T>...>> inOrder(QCoro::Task<Outcome<T>>... tasks)
{
    std::tuple<std::optional<Outcome<T>>...> kept;
    co_await keepEach(&kept, std::index_sequence_for<T...>(), std::move(tasks)...);
    co_return std::apply([](auto &...one) { return std::tuple<Outcome<T>...>(std::move(*one)...); },
                         kept);
}

template<typename... T>
[[nodiscard]] std::tuple<typename Outcome<T>::Value...> valuesOf(std::tuple<Outcome<T>...> outcomes)
{
    return std::apply(
        [](Outcome<T> &...one) {
            return std::tuple<typename Outcome<T>::Value...>(std::move(one).value()...);
        },
        outcomes);
}

} // namespace detail

/// An outcome for each, in the order given; never throws. asyncio: gather(return_exceptions=True).
template<Gatherable A>
[[nodiscard]] QCoro::Task<std::vector<Outcome<ResultOf<A>>>> settle(std::vector<A> awaitables)
{
    std::vector<QCoro::Task<Outcome<ResultOf<A>>>> children;
    children.reserve(awaitables.size());
    for (A &one : awaitables)
        children.push_back(settleOne(toTask(std::move(one))));
    return detail::inOrder(std::move(children));
}

template<Gatherable... A>
[[nodiscard]] QCoro::Task<std::tuple<Outcome<ResultOf<A>>...>> settle(A... awaitables)
{
    return detail::inOrder(settleOne(toTask(std::move(awaitables)))...);
}

/// The values in the order given. The first failure in time requests a stop of `group`; when all
/// have ended it is rethrown. For tasks of void the vector holds nothing and tells only how many.
template<Gatherable A>
[[nodiscard]] QCoro::Task<std::vector<typename Outcome<ResultOf<A>>::Value>> gather(
    std::vector<A> awaitables, std::stop_source group)
{
    using T = ResultOf<A>;
    const auto first = std::make_shared<detail::FirstFailure>(std::move(group));
    std::vector<QCoro::Task<Outcome<T>>> children;
    children.reserve(awaitables.size());
    for (A &one : awaitables)
        children.push_back(detail::stopOthersOnFailure(toTask(std::move(one)), first));
    std::vector<Outcome<T>> outcomes = co_await detail::inOrder(std::move(children));
    if (first->error)
        std::rethrow_exception(first->error);
    std::vector<typename Outcome<T>::Value> values;
    values.reserve(outcomes.size());
    for (Outcome<T> &outcome : outcomes)
        values.push_back(std::move(outcome).value());
    co_return values;
}

/// The same for children that no failure can stop: they are waited for all the same.
template<Gatherable A>
[[nodiscard]] auto gather(std::vector<A> awaitables)
{
    return gather(std::move(awaitables), std::stop_source());
}

/// The same for several types: a tuple, with a std::monostate where a task gives nothing.
template<Gatherable... A>
[[nodiscard]] QCoro::Task<std::tuple<typename Outcome<ResultOf<A>>::Value...>> gather(
    std::stop_source group, A... awaitables)
{
    const auto first = std::make_shared<detail::FirstFailure>(std::move(group));
    auto all =
        detail::inOrder(detail::stopOthersOnFailure(toTask(std::move(awaitables)), first)...);
    std::tuple<Outcome<ResultOf<A>>...> outcomes = co_await all;
    if (first->error)
        std::rethrow_exception(first->error);
    co_return detail::valuesOf(std::move(outcomes));
}

} // namespace lapwing::async
