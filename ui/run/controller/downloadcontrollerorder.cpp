// SPDX-License-Identifier: MIT
// In which order the workbench downloads its list.
#include "list/priorityname.h"
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"

#include <QSet>

#include <algorithm>

namespace lapwing::ui {
namespace {

using Turns = std::vector<plan::EntryTurn>;

/// Those of `turns` that are of these ids.
Turns only(Turns turns, const std::vector<int> &ids)
{
    const QSet<int> those(ids.begin(), ids.end());
    std::erase_if(turns,
                  [&those](const plan::EntryTurn &each) { return !those.contains(each.id); });
    return turns;
}

} // namespace

void DownloadController::move(const std::vector<int> &ids, plan::Move move,
                              const std::vector<int> &shown)
{
    if (!canReorder())
        return;
    const bool isStep = move == plan::Move::Up || move == plan::Move::Down;
    const Turns all = plan::turnsOf(m_listing.entries());
    const int count = static_cast<int>(ids.size());
    Turns turns = plan::moved(isStep ? only(all, shown) : all, ids, move);
    if (turns.empty())
        return; // an undo that was offered would be of what was done before
    changeTurns(ids, std::move(turns),
                [count] { return tr("Move %Ln downloads", nullptr, count); });
    if (move == plan::Move::Top)
        Q_EMIT undoOffered(tr("%Ln downloads moved to the top.", nullptr, count));
    else if (move == plan::Move::Bottom)
        Q_EMIT undoOffered(tr("%Ln downloads moved to the bottom.", nullptr, count));
}

void DownloadController::setPriority(const std::vector<int> &ids, plan::Priority priority)
{
    if (!canReorder())
        return;
    Turns turns = only(plan::turnsOf(m_listing.entries()), ids);
    std::erase_if(
        turns, [priority](const plan::EntryTurn &each) { return each.turn.priority == priority; });
    for (plan::EntryTurn &each : turns)
        each.turn.priority = priority;
    if (turns.empty())
        return;
    const int count = static_cast<int>(turns.size());
    changeTurns(ids, std::move(turns), [] { return tr("Change of priority"); });
    Q_EMIT undoOffered(tr("Priority of %Ln downloads: %1", nullptr, count).arg(nameOf(priority)));
}

void DownloadController::changeTurns(const std::vector<int> &chosen, Turns turns, Wording wording)
{
    if (turns.empty())
        return;
    Turns before;
    for (const plan::EntryTurn &each : turns)
        before.push_back({each.id, entry(each.id)->turn});
    push(new TurnCommand(*this, chosen, std::move(before), std::move(turns), std::move(wording)));
}

void DownloadController::setTurns(const Turns &turns)
{
    m_listing.setTurns(turns);
    std::vector<plan::Entry> &entries = m_plan.edit().entries;
    for (const auto &[id, turn] : turns) {
        const auto planned = std::ranges::lower_bound(entries, id, {}, &plan::Entry::id);
        if (planned != entries.end() && planned->id == id)
            planned->turn = turn; // to be measured in the same order
    }
    keep({store::SetTurns{turns}});
    showOrder();
    if (m_activity == Activity::Running)
        m_engine.tell([turns](EngineWorker &worker) { worker.setTurns(turns); });
}

void DownloadController::showOrder()
{
    m_tasks.setOrder(ListOrder(m_listing.entries()));
}

} // namespace lapwing::ui
