// SPDX-License-Identifier: MIT
#include "record/mirrors.h"

#include <algorithm>

namespace lapwing::record {

QUrl addressOf(const TaskRecord &task, const Attempt &attempt)
{
    return attempt.mirror.isEmpty() ? task.url : attempt.mirror;
}

bool wasDropped(const TaskRecord &task, const Attempt &attempt)
{
    const bool disagrees = attempt.failure
        && (attempt.failure->cause == Cause::SizeMismatch
            || attempt.failure->cause == Cause::ChecksumMismatch);
    const auto isThere = [&attempt](const Attempt &each) { return each.mirror == attempt.mirror; };
    const auto last = std::find_if(task.attempts.rbegin(), task.attempts.rend(), isThere);
    return disagrees && last != task.attempts.rend() && last->start <= attempt.start;
}

} // namespace lapwing::record
