// SPDX-License-Identifier: MIT
#include "measure/compare/taskmatching.h"

#include <QHash>

#include <deque>

namespace lapwing::measure {

using record::Run;
using record::TaskRecord;

Pairs pairsOf(const Run &before, const Run &after)
{
    QHash<QUrl, std::deque<const TaskRecord *>> waiting;
    for (const TaskRecord &task : before.tasks)
        waiting[task.url].push_back(&task);
    Pairs pairs;
    for (const TaskRecord &task : after.tasks) {
        const auto found = waiting.find(task.url);
        if (found == waiting.end() || found->empty())
            continue;
        pairs.push_back({found->front(), &task});
        found->pop_front();
    }
    return pairs;
}

} // namespace lapwing::measure
