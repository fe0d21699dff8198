// SPDX-License-Identifier: MIT
#include "async/event.h"

#include <utility>

namespace lapwing::async {

Event::~Event()
{
    Q_ASSERT_X(!m_waiter, "Event", "a coroutine that waits for this would never resume");
}

void Event::set()
{
    if (!m_set.exchange(true))
        QMetaObject::invokeMethod(
            &m_home, [this] { wake(); }, Qt::QueuedConnection);
}

void Event::suspend(std::coroutine_handle<> waiter) noexcept
{
    Q_ASSERT_X(!m_waiter, "Event", "one waiter at a time");
    m_waiter = waiter;
}

void Event::wake()
{
    if (m_waiter && m_set.exchange(false))
        std::exchange(m_waiter, nullptr).resume(); // may end this object
}

WakeOnStop::WakeOnStop(std::stop_token stop, Event *event)
    : m_callback(std::move(stop), [event] { event->set(); })
{
}

} // namespace lapwing::async
