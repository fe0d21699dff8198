// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <atomic>
#include <coroutine>
#include <functional>
#include <stop_token>

namespace lapwing::async {

/// Something happened: one coroutine waits for it, anybody sets it. Set more than once before the
/// waiter looks, it still happened once; the waiter looks at the state it cares about itself.
///
/// The waiter is resumed from the event loop, never inside set(). That is what keeps abort(),
/// request_stop() and signals free of coroutines that run on top of them.
class Event {
public:
    Event() = default;
    ~Event();
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    /// From any thread, as long as the event lives.
    void set();

    /// What co_await makes of an event.
    struct Awaiter {
        Event *event;
        bool await_ready() const noexcept { return event->m_set.exchange(false); }
        void await_suspend(std::coroutine_handle<> waiter) const noexcept
        {
            event->suspend(waiter);
        }
        void await_resume() const noexcept { }
    };
    [[nodiscard]] Awaiter operator co_await() noexcept { return Awaiter{this}; }

private:
    void suspend(std::coroutine_handle<> waiter) noexcept;
    void wake();

    QObject m_home; ///< receives the wake-up; one that is on its way when we die is dropped with it
    std::atomic<bool> m_set = false;
    std::coroutine_handle<> m_waiter;
};

/// Sets `event` when `stop` is requested, also when it was already.
class WakeOnStop {
public:
    WakeOnStop(std::stop_token stop, Event *event);

private:
    std::stop_callback<std::function<void()>> m_callback;
};

} // namespace lapwing::async
