// SPDX-License-Identifier: MIT
#include "run/restarts.h"

#include <utility>

namespace lapwing::ui {

std::vector<int> Restarts::due(const record::Batch &batch)
{
    std::vector<int> ids;
    for (const record::TaskRecord &task : batch.changed) {
        const auto restart = m_isAsked.find(task.id);
        if (restart == m_isAsked.end())
            continue;
        const bool isCancelled = task.state == record::TaskState::Cancelled;
        if (isCancelled && !std::exchange(*restart, true))
            ids.push_back(task.id);
        else if (!isCancelled && *restart)
            m_isAsked.erase(restart);
    }
    return ids;
}

std::vector<int> Restarts::takeLeft()
{
    const QList<int> ids = std::exchange(m_isAsked, {}).keys();
    return {ids.begin(), ids.end()};
}

} // namespace lapwing::ui
