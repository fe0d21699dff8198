// SPDX-License-Identifier: MIT
#include "trial/measuredlist.h"

#include "plan/entry.h"
#include "plan/redaction.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

template<typename Links>
std::vector<QString> shownLinks(const Links &links)
{
    std::vector<QString> shown;
    shown.reserve(links.size());
    for (const auto &link : links)
        shown.push_back(plan::displayUrl(link.url));
    std::ranges::sort(shown);
    return shown;
}

} // namespace

bool isOfList(const report::Document &document, const std::vector<plan::Entry> &entries)
{
    if (document.runs.empty() || document.runs.front().tasks.size() != entries.size())
        return false;
    return shownLinks(document.runs.front().tasks) == shownLinks(entries);
}

} // namespace lapwing::ui
