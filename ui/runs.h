// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// Every task ended with a file: nothing else can be compared.
[[nodiscard]] bool allHaveFiles(const record::Run &run);
/// At least one task is under way.
[[nodiscard]] bool hasRunning(const record::Run &run);
/// Brings `run` up to date.
void merge(record::Run &run, const record::Batch &batch);

} // namespace lapwing::ui
