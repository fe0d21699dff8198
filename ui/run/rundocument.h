// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "trial/runschedule.h"

#include <functional>
#include <memory>

namespace lapwing::ui {

/// What is exported of a run and of its measured baseline; null: it was not measured.
[[nodiscard]] report::Document documentOf(report::PlanFacts plan, const record::Run &together,
                                          const record::Run *oneAtATime);

/// Makes it, on any thread: for 100,000 tasks that takes seconds.
[[nodiscard]] std::function<report::Document()> documentMaker(
    report::PlanFacts plan, std::shared_ptr<const record::Run> together,
    std::shared_ptr<const record::Run> oneAtATime);

/// What a trial of `plan` came to.
[[nodiscard]] report::Document documentOf(const plan::Plan &plan,
                                          const trial::RunSchedule &schedule,
                                          std::vector<record::Probe> probes);

} // namespace lapwing::ui
