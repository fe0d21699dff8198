// SPDX-License-Identifier: MIT
#pragma once

#include "run/engineroom.h"

#include <QThread>

#include <functional>
#include <memory>

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
    [[nodiscard]] EngineRoom &room() { return *m_room; }
    void tell(std::function<void(EngineRoom &)> command);

private:
    std::unique_ptr<QThread> m_thread;
    EngineRoom *m_room; ///< lives on m_thread and is deleted there
};

} // namespace lapwing::ui
