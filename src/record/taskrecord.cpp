// SPDX-License-Identifier: MIT
#include "record/taskrecord.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::record {

bool isEnd(TaskState state)
{
    return state >= TaskState::Done;
}

bool hasFile(TaskState state)
{
    return state == TaskState::Done || state == TaskState::Unverified;
}

QString wordFor(TaskState state)
{
    static const std::array<QString, 10> words{
        u"queued"_s,     u"retrying"_s, u"paused"_s,     u"waiting"_s, u"downloading"_s,
        u"committing"_s, u"done"_s,     u"unverified"_s, u"failed"_s,  u"cancelled"_s};
    return words.at(static_cast<std::size_t>(state));
}

QString wordFor(Discarded::Why why)
{
    static const std::array<QString, 3> words{u"changed"_s, u"not-resumed"_s, u"other-address"_s};
    return words.at(static_cast<std::size_t>(why));
}

Stamp endOf(const Hold &hold, Stamp now)
{
    return std::max(hold.from, std::min(hold.to.value_or(now), hold.until));
}

bool isFoundOnDisk(const TaskRecord &task)
{
    return task.alreadyThere && task.bytes == 0;
}

bool isFetched(const TaskRecord &task)
{
    return hasFile(task.state) && !isFoundOnDisk(task);
}

bool isPaused(const TaskRecord &task)
{
    return !task.pauses.empty() && !task.pauses.back().to;
}

void beginPause(TaskRecord &task, Stamp now)
{
    if (!isPaused(task))
        task.pauses.push_back({now, std::nullopt});
}

void endPause(TaskRecord &task, Stamp now)
{
    if (isPaused(task))
        task.pauses.back().to = now;
}

int requestsOf(const Attempt &attempt)
{
    return std::accumulate(attempt.hops.begin(), attempt.hops.end(), 0,
                           [](int sum, const Hop &hop) { return sum + hop.sends; });
}

} // namespace lapwing::record
