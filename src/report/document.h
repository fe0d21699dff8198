// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "measure/sweep/sweep.h"
#include "measure/verdict/verdict.h"
#include "plan/redaction.h"
#include "record/probe.h"
#include "record/trial.h"

namespace lapwing::report {

/// What was planned, as a report tells it.
struct PlanFacts {
    int entries = 0;
    int atOnce = 0;
    int perHost = 0;
    QString destination;   ///< "folder" or "discard"; never a path on the user's machine
    QString proxy{};       ///< by which servers were asked, without its login; empty: directly
    QDateTime continues{}; ///< see plan::Plan
};

[[nodiscard]] PlanFacts factsOf(const plan::Plan &plan);

using record::Trial;

/// Everything that a report is made from: a plain value.
struct Document {
    PlanFacts plan;
    std::vector<record::Run> runs; ///< in the order they were run
    std::optional<measure::Comparison> comparison;
    plan::Redaction redaction = plan::Redaction::Redacted;
    Trial trial{};
    std::vector<record::Probe> probes{};
    std::optional<measure::Sweep> sweep{};         ///< of a sweep
    std::vector<measure::Verdict> verdicts{};      ///< one for each run
    std::optional<measure::Comparison> estimate{}; ///< what was told before it was measured
};

/// "together" or "one-at-a-time".
[[nodiscard]] QString toString(plan::Mode mode);
/// "get", "compare" or "sweep".
[[nodiscard]] QString toString(Trial::Kind kind);
/// "refused" or "failed".
[[nodiscard]] QString toString(record::Stop::Reason reason);
/// "cold" or "warm".
[[nodiscard]] QString toString(record::Temperature temperature);
/// The state that a report tells. Reports have no word for a task on its way, nor for one that waits for
/// a retry: it is Cancelled once the run was stopped, else Queued (that it started and did not end, its
/// stamps say). So is what is paused, also by the stop.
[[nodiscard]] record::TaskState reportedState(record::TaskState state,
                                              const record::RunFacts &facts);

/// Tasks of the run that are told in this state.
[[nodiscard]] int countOf(const record::Run &run, record::TaskState state);

/// The verdict on a run of the document; null: there is none.
[[nodiscard]] const measure::Verdict *verdictOn(const Document &document, const record::Run *run);

/// `runs` with what they mean: a comparison, measured when there is a run one at a time, else a range, else
/// none; of a sweep its points; a verdict for each run.
[[nodiscard]] Document makeDocument(PlanFacts plan, std::vector<record::Run> runs,
                                    plan::Redaction redaction, const Trial &trial = {},
                                    std::vector<record::Probe> probes = {});

} // namespace lapwing::report
