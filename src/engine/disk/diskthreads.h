// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "async/future.h"

#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace lapwing::engine {

/// The threads that do the disk work of a run. A disk that does not answer (a network mount whose server is
/// gone, a FUSE daemon that hangs) keeps the thread that asked it, and nothing calls that off. What can be
/// let go is whoever waits: after giveUp() nobody does, and such threads are left behind, with all that they
/// work on. So work owns, or shares, everything that it touches.
class DiskThreads {
public:
    static constexpr int maxThreads = 4; ///< more than the cores: they wait for the disk
    static constexpr std::chrono::seconds patience{2};

    DiskThreads();
    ~DiskThreads(); ///< joins; what was given up is left behind, with a warning in the log
    DiskThreads(const DiskThreads &) = delete;
    DiskThreads &operator=(const DiskThreads &) = delete;

    /// Begins `work`, which gives a value.
    template<typename F, typename T = std::invoke_result_t<F>>
    [[nodiscard]] QFuture<T> start(F work)
    {
        ++m_begun;
        return async::onPool(m_pool.get(), [work = std::move(work), ended = m_ended] {
            T value = work();
            ++*ended;
            return value;
        });
    }

    /// What it came to; absent: the disk was given up.
    template<typename T>
    [[nodiscard]] QCoro::Task<std::optional<T>> result(QFuture<T> future)
    {
        async::Event wakeUp;
        const async::WakeOnStop wake(m_givenUp.get_token(), &wakeUp);
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher,
                         [&wakeUp] { wakeUp.set(); });
        watcher.setFuture(future);
        while (!future.isFinished() && !isGivenUp())
            co_await wakeUp;
        std::optional<T> value;
        if (future.isFinished())
            value = co_await async::result(std::move(future));
        co_return value;
    }

    /// Both; nothing begins once the disk was given up.
    template<typename F, typename T = std::invoke_result_t<F>>
    [[nodiscard]] QCoro::Task<std::optional<T>> run(F work)
    {
        std::optional<T> value;
        if (isGivenUp())
            co_return value;
        QFuture<T> future = start(std::move(work));
        value = co_await result(std::move(future));
        co_return value;
    }

    void giveUp() { m_givenUp.request_stop(); }
    [[nodiscard]] bool isGivenUp() const { return m_givenUp.stop_requested(); }

    /// Gives up once something is under way and nothing ends for `patience`; until `over`.
    [[nodiscard]] QCoro::Task<> giveUpWhenSilent(async::Clock *clock, std::stop_token over);

private:
    [[nodiscard]] bool isIdle() const { return *m_ended == m_begun; }

    std::unique_ptr<QThreadPool> m_pool;
    int m_begun = 0;
    std::shared_ptr<std::atomic<int>> m_ended = std::make_shared<std::atomic<int>>(0);
    std::stop_source m_givenUp;
};

} // namespace lapwing::engine
