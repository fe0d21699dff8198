// SPDX-License-Identifier: MIT
#include "record/taskrecord.h"

#include <array>

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
        u"queued"_qs,     u"retrying"_qs, u"paused"_qs,     u"waiting"_qs, u"downloading"_qs,
        u"committing"_qs, u"done"_qs,     u"unverified"_qs, u"failed"_qs,  u"cancelled"_qs};
    return words.at(static_cast<std::size_t>(state));
}

} // namespace lapwing::record
