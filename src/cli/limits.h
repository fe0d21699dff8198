// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"

#include <QCommandLineParser>

namespace lapwing::cli {

/// --at-once and --per-host. What is wrong with them; empty: nothing.
[[nodiscard]] QString readAtOnce(const QCommandLineParser &given, plan::Plan &plan);

/// How long, how often, how slow and how large: from the options into `plan`.
/// What is wrong with them; empty: nothing.
[[nodiscard]] QString readLimits(const QCommandLineParser &given, plan::Plan &plan);

} // namespace lapwing::cli
