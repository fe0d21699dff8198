// SPDX-License-Identifier: MIT
#pragma once

#include "run/engineworker.h"

#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace lapwing::ui {

/// The thread of the engine, so that a busy window neither slows a connection nor taints a time stamp.
/// Commands cross by tell(), values come back by the signals of room().
class EngineThread {
public:
    EngineThread();
    ~EngineThread(); ///< stops what still runs, and joins; what does not end in time is left behind
    EngineThread(const EngineThread &) = delete;
    EngineThread &operator=(const EngineThread &) = delete;

    /// To connect to; to be called through tell() alone.
    [[nodiscard]] EngineWorker &worker() { return *m_worker; }
    void tell(std::function<void(EngineWorker &)> command);
    /// Until as many calls of release(), what it is told waits: something else is done first.
    void hold() { ++m_holds; }
    void release();

private:
    std::unique_ptr<QThread> m_thread;
    EngineWorker *m_worker; ///< lives on m_thread and is deleted there
    int m_holds = 0;
    std::vector<std::function<void(EngineWorker &)>> m_waiting;
};

} // namespace lapwing::ui
