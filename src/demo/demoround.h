// SPDX-License-Identifier: MIT
#pragma once

#include "demo/deliveries.h"
#include "engine/activetask.h"
#include "engine/runrecorder.h"
#include "engine/system/loopmonitor.h"

/// Inside this folder only.
namespace lapwing::demo {

/// A round at the table: what its guests share. A guest is an entry of the plan; `index` is its place there.
class DemoRound {
public:
    DemoRound(plan::Plan plan, Tell tell);

    /// One guest: orders, waits for the delivery, eats as the body comes in, and the bowl is collected.
    [[nodiscard]] QCoro::Task<> wait(int index, std::stop_token stop);

    /// Orders and waits until all of the meal is there. True: it is.
    [[nodiscard]] QCoro::Task<bool> fetchDelivery(int index, std::stop_token stop);
    void collect(int index);

    [[nodiscard]] int guests() const { return static_cast<int>(m_guests.size()); }

    /// What the round came to; the last thing to ask.
    [[nodiscard]] DemoResult served();

private:
    struct Guest {
        engine::ActiveTask task;
        std::optional<engine::Proof> proof{};
        std::optional<record::Stamp> delivered{};
    };

    [[nodiscard]] Guest &guest(int index) { return m_guests[static_cast<std::size_t>(index)]; }
    void onProgress(int index, const engine::FetchProgress &progress);
    void onFailed(int index, const record::Failure &failure);
    void publish(int index);
    void note(DemoEvent event);

    plan::Plan m_plan;
    Tell m_tell;
    engine::Transport m_transport;
    engine::RunRecorder m_recorder;
    std::vector<Guest> m_guests;
    DemoResult m_served;
    engine::LoopMonitor m_loop;
};

} // namespace lapwing::demo
