// SPDX-License-Identifier: MIT
#include "plan/listorder.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace lapwing::plan {
namespace {

using Turns = std::vector<EntryTurn>;

void sortByPlace(Turns &turns)
{
    std::ranges::sort(turns, {},
                      [](const EntryTurn &each) { return std::tuple(each.turn.place, each.id); });
}

/// Each that is chosen goes before the one in front of it, unless that is chosen too and could not go.
template<typename Iterator, typename IsChosen>
void stepForward(Iterator begin, Iterator end, IsChosen isChosen)
{
    for (Iterator it = begin; it != end && std::next(it) != end; ++it) {
        if (!isChosen(*it) && isChosen(*std::next(it)))
            std::iter_swap(it, std::next(it));
    }
}

/// The same places, in the order of `before`, for what stands there now.
Turns exchanged(const Turns &before, Turns after)
{
    Turns changed;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (after[i].id == before[i].id)
            continue;
        after[i].turn.place = before[i].turn.place;
        changed.push_back(after[i]);
    }
    return changed;
}

/// The chosen, beyond the first or the last of all.
Turns beyond(Turns chosen, qint64 first)
{
    for (EntryTurn &each : chosen)
        each.turn.place = first++;
    return chosen;
}

} // namespace

std::vector<EntryTurn> turnsOf(const std::vector<Entry> &entries)
{
    Turns turns;
    turns.reserve(entries.size());
    for (const Entry &entry : entries)
        turns.push_back({entry.id, entry.turn});
    return turns;
}

std::vector<EntryTurn> moved(std::vector<EntryTurn> turns, const std::vector<int> &chosen,
                             Move move)
{
    const QSet<int> ids(chosen.begin(), chosen.end());
    const auto isChosen = [&ids](const EntryTurn &each) { return ids.contains(each.id); };
    const auto isOther = [&isChosen](const EntryTurn &each) { return !isChosen(each); };
    sortByPlace(turns);
    Turns after = turns;
    if (move == Move::Up)
        stepForward(after.begin(), after.end(), isChosen);
    if (move == Move::Down)
        stepForward(after.rbegin(), after.rend(), isChosen);
    if (move == Move::Up || move == Move::Down)
        return exchanged(turns, std::move(after));
    // Not that of std::ranges: Clang 14 cannot compile GCC 12's.
    const auto middle = move == Move::Top
        ? std::stable_partition(after.begin(), after.end(), isChosen)
        : std::stable_partition(after.begin(), after.end(), isOther);
    if (after == turns)
        return {};
    if (move == Move::Top) {
        const auto count = std::distance(after.begin(), middle);
        return beyond({after.begin(), middle}, turns.front().turn.place - count);
    }
    return beyond({middle, after.end()}, turns.back().turn.place + 1);
}

} // namespace lapwing::plan
