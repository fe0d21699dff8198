// SPDX-License-Identifier: MIT
#pragma once

#include "async/event.h"

#include <QCoroTask>

#include <exception>
#include <stop_token>

namespace lapwing::async {

/// Owns the tasks that nobody awaits. Nothing outlives it: join() before it ends (asserted).
/// It is the last member of the object whose `this` its tasks use.
class Scope {
public:
    Scope() = default;
    ~Scope();
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

    /// Takes a task over; it runs already.
    void launch(QCoro::Task<> task);

    /// For the tasks launched here.
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    void requestStop() { m_stop.request_stop(); }

    [[nodiscard]] int running() const { return m_running; }

    /// Ends when every task has, those launched meanwhile included; then rethrows the first thing
    /// that one of them threw. One caller at a time.
    [[nodiscard]] QCoro::Task<> join();

private:
    [[nodiscard]] QCoro::Task<> own(QCoro::Task<> task);

    std::stop_source m_stop;
    std::exception_ptr m_thrown; ///< the first in time
    Event m_idle;
    int m_running = 0;
};

} // namespace lapwing::async
