// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <optional>

/// What is there of a file that is to go on. The engine says nothing of it before it has come to it, but it is there.
namespace lapwing::ui {

/// Of `entry`, which begins anew after it came to `before`.
[[nodiscard]] record::TaskRecord queuedAgain(const plan::Entry &entry,
                                             const record::TaskRecord &before);
/// `told` with what its row, `before`, knows to be there of its file; absent: `told` says so itself.
[[nodiscard]] std::optional<record::TaskRecord> withKeptPart(const record::TaskRecord &told,
                                                             const record::TaskRecord &before);

} // namespace lapwing::ui
