// SPDX-License-Identifier: MIT
#pragma once

#include <QEvent>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// Time that a thread spends in handlers of events: the outermost alone, so that nothing counts twice.
/// QAbstractEventDispatcher's aboutToBlock and awake do not bracket it: handlers run in between (measured:
/// a loop that was busy for 77 % of the time looked 0 to 5 % busy).
class BusyScope {
public:
    BusyScope();
    ~BusyScope();
    BusyScope(const BusyScope &) = delete;
    BusyScope &operator=(const BusyScope &) = delete;
};

/// Of the calling thread since it began, the turn under way included. Absent: its application is not Metered,
/// or nothing was handled yet.
[[nodiscard]] std::optional<std::chrono::nanoseconds> busyTime();

/// An application that counts its threads' turns: Metered<QApplication>.
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
