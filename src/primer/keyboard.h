// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>
#include <QString>

#include <optional>
#include <stop_token>

namespace lapwing::primer {

/// Where somebody types a line: a field of a window, a terminal.
class Keyboard {
public:
    Keyboard() = default;
    virtual ~Keyboard() = default;
    Q_DISABLE_COPY_MOVE(Keyboard)

    // The line that is typed next; absent: none comes any more, or it was stopped.

    /// On the keyboard's own loop, which is free meanwhile.
    [[nodiscard]] virtual QCoro::Task<std::optional<QString>> line(std::stop_token stop) = 0;
    /// Holds the thread that calls it.
    [[nodiscard]] virtual std::optional<QString> lineBlocking(std::stop_token stop) = 0;
};

} // namespace lapwing::primer
