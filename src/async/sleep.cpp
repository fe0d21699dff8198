// SPDX-License-Identifier: MIT
#include "async/sleep.h"

#include "async/event.h"

#include <QTimer>

namespace lapwing::async {

QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration, std::stop_token stop)
{
    Event over;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&over] { over.set(); });
    const WakeOnStop wake(stop, &over);
    timer.start(duration);
    co_await over;
    co_return !stop.stop_requested();
}

} // namespace lapwing::async
