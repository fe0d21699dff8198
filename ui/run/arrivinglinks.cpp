// SPDX-License-Identifier: MIT
#include "run/arrivinglinks.h"

#include <algorithm>
#include <iterator>

namespace lapwing::ui {

void ArrivingLinks::add(plan::Links links)
{
    m_waiting.push_back({std::move(links)});
}

/// Moved out, so that what the lines were read into goes with its portion, not all of it at the end.
plan::Links ArrivingLinks::take()
{
    Arrival &arrival = m_waiting.front();
    const std::size_t first = arrival.next;
    arrival.next = std::min(first + maxPortion, arrival.links.urls.size());
    plan::Links portion;
    portion.urls.assign(
        std::make_move_iterator(arrival.links.urls.begin() + static_cast<std::ptrdiff_t>(first)),
        std::make_move_iterator(arrival.links.urls.begin()
                                + static_cast<std::ptrdiff_t>(arrival.next)));
    auto &details = arrival.links.details;
    const auto end = details.lower_bound(arrival.next);
    for (auto said = details.lower_bound(first); said != end; ++said)
        portion.details.emplace(said->first - first, std::move(said->second));
    if (arrival.next == arrival.links.urls.size()) {
        portion.rejects = std::move(arrival.links.rejects);
        portion.unused = std::move(arrival.links.unused);
        portion.encoding = arrival.links.encoding;
    }
    return portion;
}

std::optional<plan::Added> ArrivingLinks::note(plan::Added portion)
{
    Arrival &arrival = m_waiting.front();
    plan::Added &sum = arrival.sum;
    sum.added += portion.added;
    sum.alreadyThere += portion.alreadyThere;
    sum.keptInside += portion.keptInside;
    sum.paused += portion.paused;
    std::ranges::copy(portion.checksums, std::back_inserter(sum.checksums));
    sum.lateChecksums += portion.lateChecksums;
    sum.otherChecksums += portion.otherChecksums;
    std::ranges::move(portion.rejects, std::back_inserter(sum.rejects));
    for (const auto &[name, count] : portion.unused)
        sum.unused[name] += count;
    sum.encoding = portion.encoding;
    if (arrival.next < arrival.links.urls.size())
        return std::nullopt;
    plan::Added whole = std::move(sum);
    m_waiting.pop_front();
    return whole;
}

} // namespace lapwing::ui
