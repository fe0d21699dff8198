// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::text {

/// What is remarkable about the addresses that a task was asked at: those that were dropped because they have another
/// file than the list says, and the mirror that the file came from. One sentence for each.
[[nodiscard]] QStringList mirrorNotes(const record::TaskRecord &task);

/// How an address of it stands: "not asked", "in use", or how its last attempt ended.
[[nodiscard]] QString stateOfMirror(const record::TaskRecord &task, const QUrl &mirror);

} // namespace lapwing::text
