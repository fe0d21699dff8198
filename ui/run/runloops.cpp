// SPDX-License-Identifier: MIT
#include "run/runloops.h"

#include <algorithm>

namespace lapwing::ui {

void RunLoops::add(const record::Run &run)
{
    EndedRun ended;
    for (const record::TaskRecord &task : run.tasks) {
        if (task.start)
            ended.starts.emplace_back(task.id, *task.start);
    }
    for (EndedRun &before : m_runs)
        std::erase_if(before.starts, [&ended](const auto &start) {
            return std::ranges::binary_search(ended.starts, start.first, {},
                                              &std::pair<int, record::Stamp>::first);
        });
    std::erase_if(m_runs, [](const EndedRun &before) { return before.starts.empty(); });
    if (!run.facts.loop || ended.starts.empty())
        return;
    ended.loop = *run.facts.loop;
    m_runs.push_back(std::move(ended));
}

std::optional<record::Loop> RunLoops::of(const record::TaskRecord &row) const
{
    if (!row.start)
        return std::nullopt;
    const auto isOf = [start = std::pair(row.id, *row.start)](const EndedRun &run) {
        return std::ranges::binary_search(run.starts, start);
    };
    const auto found = std::ranges::find_if(m_runs, isOf);
    return found == m_runs.end() ? std::nullopt : std::optional(found->loop);
}

} // namespace lapwing::ui
