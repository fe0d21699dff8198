// SPDX-License-Identifier: MIT
#pragma once

#include <QEvent>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// Needed with Qt 6.4 and 6.8: neither tells how long handlers ran.
///
/// Time that a thread spends in event handlers: only the outermost counts, so that nothing counts twice.
/// QAbstractEventDispatcher's aboutToBlock and awake do not bracket it: handlers run in between (measured:
/// a loop that was busy for 77 % of the time looked 0 to 5 % busy).
class BusyScope {
public:
    BusyScope();
    ~BusyScope();
    BusyScope(const BusyScope &) = delete;
    BusyScope &operator=(const BusyScope &) = delete;
};

/// Of the calling thread since it began, the handler that is running included. Absent: its application is not a BusyMeteredApplication,
/// or nothing was handled yet.
[[nodiscard]] std::optional<std::chrono::nanoseconds> busyTime();

/// An application that measures its threads: BusyMeteredApplication<QApplication>.
template<typename Application>
class BusyMeteredApplication : public Application {
public:
    using Application::Application;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const BusyScope turn;
        return Application::notify(receiver, event);
    }
};

} // namespace lapwing::engine
