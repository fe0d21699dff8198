// SPDX-License-Identifier: MIT
#include "list/listorder.h"

#include "plan/listorder.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

std::size_t at(int id)
{
    return static_cast<std::size_t>(id);
}

qint64 placeOf(const plan::EntryTurn &each)
{
    return each.turn.place;
}

} // namespace

ListOrder::ListOrder(const std::vector<plan::Entry> &entries)
{
    std::vector<plan::EntryTurn> turns = plan::turnsOf(entries);
    const auto isPlain = [](const plan::EntryTurn &each) {
        return each.turn.priority == plan::Priority::Normal;
    };
    if (!std::ranges::all_of(turns, isPlain)) {
        m_priorities.resize(at(turns.back().id) + 1, plan::Priority::Normal);
        for (const auto &[id, turn] : turns)
            m_priorities[at(id)] = turn.priority;
    }
    if (std::ranges::is_sorted(turns, {}, placeOf))
        return;
    m_numbers.resize(at(turns.back().id) + 1);
    std::ranges::stable_sort(turns, {}, placeOf);
    for (int number = 0; const plan::EntryTurn &each : turns)
        m_numbers[at(each.id)] = ++number;
}

int ListOrder::numberOf(int id, int row) const
{
    return at(id) < m_numbers.size() ? m_numbers[at(id)] : row + 1;
}

plan::Priority ListOrder::priorityOf(int id) const
{
    return at(id) < m_priorities.size() ? m_priorities[at(id)] : plan::Priority::Normal;
}

} // namespace lapwing::ui
