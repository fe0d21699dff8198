// SPDX-License-Identifier: MIT
#include "trial/measuredlist.h"

#include "plan/listing.h"

#include <algorithm>

namespace lapwing::ui {

bool isOfList(const report::Document &document, const plan::Listing &list)
{
    if (document.runs.empty() || document.runs.front().tasks.size() != list.entries().size())
        return false;
    const auto &tasks = document.runs.front().tasks;
    const auto isEntry = [](const record::TaskRecord &task, const plan::Entry &entry) {
        return task.id == entry.id && task.url.matches(entry.url, QUrl::RemoveQuery);
    };
    return std::ranges::equal(tasks, list.entries(), isEntry)
        || std::ranges::all_of(
               tasks, [&list](const record::TaskRecord &task) { return list.holds(task.url); });
}

} // namespace lapwing::ui
