// SPDX-License-Identifier: MIT
#include "run/restarts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {

std::vector<int> Restarts::due(const record::Batch &batch)
{
    std::vector<int> ids;
    for (const record::TaskRecord &task : batch.changed) {
        const auto restart = m_restarts.find(task.id);
        if (restart == m_restarts.end())
            continue;
        const bool isCancelled = task.state == record::TaskState::Cancelled;
        if (isCancelled && !std::exchange(restart->isAsked, true))
            ids.push_back(task.id);
        else if (!isCancelled && restart->isAsked)
            m_restarts.erase(restart);
    }
    return ids;
}

std::vector<int> Restarts::pausedOf(const std::vector<int> &ids) const
{
    std::vector<int> paused;
    std::ranges::copy_if(ids, std::back_inserter(paused),
                         [this](int id) { return m_restarts.value(id).isPaused; });
    return paused;
}

std::vector<int> Restarts::takePaused()
{
    const QList<int> all = m_restarts.keys();
    std::vector<int> paused = pausedOf({all.begin(), all.end()});
    for (const int id : paused)
        m_restarts.remove(id);
    return paused;
}

std::vector<int> Restarts::takeLeft()
{
    const QList<int> ids = std::exchange(m_restarts, {}).keys();
    return {ids.begin(), ids.end()};
}

} // namespace lapwing::ui
