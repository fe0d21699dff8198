// SPDX-License-Identifier: MIT
#include "async/sleep.h"

#include "async/event.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace lapwing::async {
namespace {

// What a QTimer takes; with a negative number it never starts, and the waiting coroutine never resumes.
constexpr std::chrono::milliseconds minDelay{0};
constexpr std::chrono::milliseconds maxDelay{std::numeric_limits<int>::max()};

} // namespace

QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration, std::stop_token stop)
{
    Event over;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&over] { over.set(); });
    const WakeOnStop wake(stop, &over);
    timer.start(static_cast<int>(std::clamp(duration, minDelay, maxDelay).count()));
    co_await over;
    co_return !stop.stop_requested();
}

} // namespace lapwing::async
