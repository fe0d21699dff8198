// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/ledger.h"

namespace lapwing::engine {

/// What a run keeps while it goes on: its ledger, and how long at least one task was active. The time is
/// counted as it passes, so that telling it costs nothing; measure::elapsed finds the same afterwards.
class Logbook {
public:
    Logbook(const plan::Plan &plan, QDateTime started);

    [[nodiscard]] const record::Ledger &ledger() const { return m_ledger; }
    void set(int index, record::TaskRecord record, record::Stamp now);
    void noteAtOnce(int atOnce, record::Stamp now);
    void noteStopped() { m_facts.stopped = true; }
    void noteSteppedDown(record::SteppedDown step)
    {
        m_facts.steppedDown.push_back(std::move(step));
    }
    void noteDiskFull(std::optional<record::Failure> failure)
    {
        m_facts.diskFull = std::move(failure);
    }
    [[nodiscard]] bool isDiskFull() const { return m_facts.diskFull.has_value(); }

    [[nodiscard]] record::RunFacts facts(record::Stamp now) const;
    /// What changed since the last call.
    [[nodiscard]] record::Batch takeBatch(record::Stamp now);

private:
    record::Ledger m_ledger;
    record::RunFacts m_facts;
    int m_active = 0;              ///< tasks started, and neither ended nor paused
    record::Stamp m_activeSince{}; ///< when that was last 0
};

} // namespace lapwing::engine
