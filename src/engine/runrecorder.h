// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/ledger.h"

namespace lapwing::engine {

/// What a run keeps while it goes on: its ledger, and how long at least one task was active or held off by
/// its server. The time is counted as it passes, so that telling it costs nothing; measure::elapsed finds the
/// same afterwards.
class RunRecorder {
public:
    RunRecorder(const plan::Plan &plan, QDateTime started);

    [[nodiscard]] const record::Ledger &ledger() const { return m_ledger; }
    /// They join the run now.
    void append(const std::vector<plan::Entry> &entries, record::Stamp now);
    void set(int index, record::TaskRecord record);
    void noteAtOnce(int atOnce, record::Stamp now);
    void noteStopped() { m_facts.stopped = true; }
    void noteSteppedDown(record::SteppedDown step)
    {
        m_facts.steppedDown.push_back(std::move(step));
    }
    /// Which servers hold something off from now on, each until when: all of them, once each.
    void noteHolds(const std::vector<record::Hold> &holds, record::Stamp now);
    /// For how long between these this server held something off; `to` is not to come.
    [[nodiscard]] record::Stamp heldBy(const QString &host, record::Stamp from,
                                       record::Stamp to) const;
    void noteDiskFull(std::optional<record::Failure> failure)
    {
        m_facts.diskFull = std::move(failure);
    }
    [[nodiscard]] bool isDiskFull() const { return m_facts.diskFull.has_value(); }

    [[nodiscard]] record::RunFacts facts(record::Stamp now) const;
    /// What changed since the last call.
    [[nodiscard]] record::Batch takeBatch(record::Stamp now);

private:
    [[nodiscard]] record::Stamp elapsed(record::Stamp now) const;
    void count(record::Stamp now);

    record::Ledger m_ledger;
    record::RunFacts m_facts; ///< its elapsed up to m_counted
    record::Stamp m_counted{};
    int m_active = 0;                     ///< tasks started, and neither ended nor paused
    std::vector<std::size_t> m_openHolds; ///< in m_facts.holds
    record::Stamp m_heldUntil{};          ///< the last of those
};

} // namespace lapwing::engine
