// SPDX-License-Identifier: MIT
#pragma once

#include "demo/deliveries.h"
#include "engine/errand.h"
#include "engine/logbook.h"
#include "engine/system/loopmonitor.h"

/// Inside this folder only.
namespace lapwing::demo {

/// A round at the table: what its guests share. A guest is an entry of the plan; `index` is its place there.
class Round {
public:
    Round(plan::Plan plan, Tell tell);

    /// One guest: orders, waits for the delivery, eats as the body comes in, and the bowl is collected.
    [[nodiscard]] QCoro::Task<> eat(int index, std::stop_token stop);

    /// Orders and waits until all of the meal is there. True: it is.
    [[nodiscard]] QCoro::Task<bool> fetchMeal(int index, std::stop_token stop);
    void collect(int index);

    [[nodiscard]] int guests() const { return static_cast<int>(m_guests.size()); }

    /// What the round came to; the last thing to ask.
    [[nodiscard]] Served served();

private:
    struct Guest {
        engine::Errand errand;
        std::optional<engine::Proof> proof{};
        std::optional<record::Stamp> delivered{};
    };

    [[nodiscard]] Guest &guest(int index) { return m_guests[static_cast<std::size_t>(index)]; }
    void hear(int index, const engine::Progress &progress);
    void leave(int index, const record::Failure &failure);
    void keep(int index);
    void note(Event event);

    plan::Plan m_plan;
    Tell m_tell;
    engine::Transport m_transport;
    engine::Logbook m_logbook;
    std::vector<Guest> m_guests;
    Served m_served;
    engine::LoopMonitor m_loop;
};

} // namespace lapwing::demo
