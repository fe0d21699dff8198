// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"
#include "demo/workload.h"
#include "record/taskrecord.h"

#include <mutex>

namespace lapwing::cli {

/// Tells what happens at the table, in words and in seconds that fit the scale.
class DemoNarrator {
public:
    DemoNarrator(Outlet &out, double scale);

    void sayMode(demo::DemoMode mode);
    void sayEvent(const demo::DemoEvent &event); ///< as it happens
    void sayRound(
        const demo::DemoResult &served); ///< how long each waited, who is angry, the total
    void compare(record::Stamp oneAtATime, record::Stamp tasks, record::Stamp gathered);

    void sayWorkload(demo::WorkKind kind, demo::WorkPlace place);
    void sayLoopStalled(record::Stamp since); ///< from any thread, while it is so
    void sayLoop(const record::Loop &loop);
    void compare(demo::WorkKind kind, record::Stamp onLoop, record::Stamp onThread);

private:
    [[nodiscard]] QString time(record::Stamp stamp) const;
    [[nodiscard]] QString sentenceFor(const demo::DemoEvent &event) const;
    [[nodiscard]] QString moodOf(const std::vector<demo::DemoEvent> &deliveries) const;

    void sayNow(const QString &line);

    Outlet &m_out;
    double m_scale;
    std::mutex m_mutex; ///< of m_out, while a round goes on
};

} // namespace lapwing::cli
