// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <array>
#include <csignal>

namespace lapwing::cli {

/// Ctrl+C and its kin as a Qt signal, for as long as this object lives. One at a time in a process.
/// A second SIGINT ends the process at once with 130: the user does not want to wait.
class StopSignals : public QObject {
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;

    /// SIGINT or SIGTERM (SIGHUP counts as SIGTERM); 0 while none came.
    [[nodiscard]] int caught() const;

Q_SIGNALS:
    void received(); ///< on the event loop, once for each signal

private:
    std::array<int, 2> m_sockets{-1, -1};
    std::array<struct sigaction, 3> m_before{}; ///< what was set for the signals until now
};

} // namespace lapwing::cli
