// SPDX-License-Identifier: MIT
#pragma once

#include "cli/values.h"
#include "measure/budget/requirements.h"
#include "trial/runschedule.h"

namespace lapwing::cli {

// What a measurement is told. What is wrong with it; empty: nothing.

/// --baseline: whether one at a time is measured too.
[[nodiscard]] QString readBaseline(const QCommandLineParser &given, bool &measure);
/// --require
[[nodiscard]] QString readBudget(const QCommandLineParser &given, measure::Budget &budget);
/// --warm, --rounds and --seed; `otherwise` rounds where their number is not given.
[[nodiscard]] QString readRounds(const QCommandLineParser &given, int otherwise,
                                 trial::Rounds &rounds);
/// --levels
[[nodiscard]] QString readLevels(const QCommandLineParser &given, std::vector<int> &levels);

/// --port of the demo server; 0: a free one.
[[nodiscard]] Read<int> portOf(const QCommandLineParser &given);
/// --scale of the demo.
[[nodiscard]] Read<double> scaleOf(const QCommandLineParser &given);

} // namespace lapwing::cli
