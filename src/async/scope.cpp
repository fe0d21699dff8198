// SPDX-License-Identifier: MIT
#include "async/scope.h"

#include <utility>

namespace lapwing::async {

Scope::~Scope()
{
    Q_ASSERT_X(m_running == 0, "Scope", "join() before the scope ends");
}

void Scope::launch(QCoro::Task<> task)
{
    ++m_running;
    // Dropping this one task detaches it; join() is what waits for it.
    static_cast<void>(own(std::move(task)));
}

QCoro::Task<> Scope::own(QCoro::Task<> task)
{
    try {
        co_await task;
    } catch (...) {
        if (!m_thrown)
            m_thrown = std::current_exception();
    }
    if (--m_running == 0)
        m_idle.set();
}

QCoro::Task<> Scope::join()
{
    while (m_running > 0)
        co_await m_idle;
    if (m_thrown)
        std::rethrow_exception(std::exchange(m_thrown, nullptr));
}

} // namespace lapwing::async
