// SPDX-License-Identifier: MIT
#include "trial/measuredlist.h"

#include "plan/listing.h"

#include <algorithm>

namespace lapwing::ui {

MeasuredList::MeasuredList(const report::Document &document)
{
    if (document.runs.empty())
        return;
    m_downloads.reserve(document.runs.front().tasks.size());
    for (const record::TaskRecord &task : document.runs.front().tasks)
        m_downloads.push_back({task.id, task.url});
}

bool MeasuredList::isSameAs(const plan::Listing &list) const
{
    if (m_downloads.size() != list.entries().size())
        return false;
    const auto isEntry = [](const Download &download, const plan::Entry &entry) {
        return download.id == entry.id && download.url.matches(entry.url, QUrl::RemoveQuery);
    };
    return std::ranges::equal(m_downloads, list.entries(), isEntry)
        || std::ranges::all_of(
               m_downloads, [&list](const Download &download) { return list.holds(download.url); });
}

} // namespace lapwing::ui
