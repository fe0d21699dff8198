// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "record/trial.h"
#include "trial/scratch.h"

#include <optional>
#include <tl/expected.hpp>
#include <vector>

namespace lapwing::trial {

inline constexpr int roundsForInterval =
    6; ///< the least that can claim 95 % (measure/statistics.h)
inline constexpr int maxRounds = 100;

/// How often, in what order, and from what state.
struct Rounds {
    int count = roundsForInterval;
    record::Temperature temperature = record::Temperature::Cold;
    quint32 seed = 1; ///< of the order; the same seed gives the same one
};

/// The numbers at once of a sweep, from "1,2,4": each once; else the first word that is no number that lanes
/// can have.
[[nodiscard]] tl::expected<std::vector<int>, QString> levelsFrom(const QString &text);

/// The same numbers for a list of so many entries: those above it are as many as it has, since no more
/// than that can be at once. Ascending, each once.
[[nodiscard]] std::vector<int> levelsUpTo(std::vector<int> levels, int entries);

/// How often a list is fetched, with what only warms: each of `kinds` in every round.
[[nodiscard]] int runsOf(const Rounds &rounds, int kinds, record::Trial::Kind kind);

/// `plan` without what is left out of `run` (measure/compare/completeness.h).
[[nodiscard]] plan::Plan withoutFailed(plan::Plan plan, const record::Run &run);

/// Several runs of one list, one after another: what is to be run next, and what was. The caller makes the
/// runs: the command line on its own loop, the window on the engine's.
///
/// The order is drawn by lot within each round, since the second one finds warm what the first one left.
/// Every run starts with no connection open. Warm: one more of each kind goes first and is not kept.
class RunSchedule {
public:
    struct Step {
        plan::Mode mode = plan::Mode::Together;
        int atOnce = 1;
        int round = 1;
        bool isKept = true; ///< false: it only warms
    };

    /// One run together, which was made already, against one one at a time.
    [[nodiscard]] static RunSchedule baseline(const plan::Plan &together);
    /// Rounds of together and one at a time.
    [[nodiscard]] static RunSchedule compare(const plan::Plan &plan, const Rounds &rounds);
    /// Rounds of each of the numbers at once. The first round goes up, so that a server that throttles is met
    /// at the lowest number that it minds.
    [[nodiscard]] static RunSchedule sweep(const plan::Plan &plan, std::vector<int> levels,
                                           const Rounds &rounds);

    /// The plan of the next run; absent: that was all.
    [[nodiscard]] std::optional<plan::Plan> next() const;
    /// The next one was run. What failed in the first that is kept is left out of those that follow. Where a
    /// server throttled, or failed what it had sent before, that number at once and all above it are left out of
    /// a sweep, and a comparison ends.
    void ended(record::Run run);
    /// The user wants no more: nothing is to come, and the runs of a round that is not whole go. What is left is as
    /// good as if no more rounds had been asked for: the order within each was drawn by lot, and none is left out for
    /// what it showed. False: all of it had ended.
    bool endEarly();

    [[nodiscard]] const std::vector<record::Run> &runs() const { return m_runs; }
    [[nodiscard]] int left() const { return static_cast<int>(m_steps.size()); }
    /// Those that are to come, the next one first.
    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; }
    /// What they are, so far.
    [[nodiscard]] const record::Trial &trial() const { return m_trial; }

private:
    explicit RunSchedule(const plan::Plan &plan);
    void addRounds(std::vector<Step> each, const Rounds &rounds);
    [[nodiscard]] std::optional<record::Stop> objectionTo(const record::Run &run, int atOnce) const;
    void leaveOut(const record::Stop &stop);
    void goOnWithFilesOf(const record::Run &run);

    plan::Plan m_plan;
    std::unique_ptr<Scratch> m_scratch;
    record::Trial m_trial;
    std::vector<Step> m_steps; ///< the next one first
    std::vector<record::Run> m_runs;
    std::optional<int> m_cutRound; ///< one of its runs was stopped
};

} // namespace lapwing::trial
