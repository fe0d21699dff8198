// SPDX-License-Identifier: MIT
// What of the workbench is kept from one session to the next.
#include "run/downloadcontroller.h"
#include "run/runqueries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {

using record::TaskState;

namespace {

/// A run that was cut off: what it had not come to is as unfinished as what it had begun.
void pauseInterrupted(store::State &state)
{
    const bool hasEnded = state.run && state.run->together.facts.loop.has_value();
    if (!state.run || hasEnded)
        return;
    const auto pause = [](record::TaskRecord &task) {
        if (task.state == TaskState::Queued)
            task.state = TaskState::Paused;
    };
    record::Run &run = state.run->together;
    std::ranges::for_each(run.tasks, pause);
    for (record::TaskRecord &task : state.records) {
        if (taskIn(run, task.id) != nullptr)
            pause(task);
    }
}

} // namespace

void DownloadController::setKeeper(std::function<void(std::vector<store::Change>)> keep)
{
    m_keep = std::move(keep);
}

void DownloadController::keep(std::vector<store::Change> changes)
{
    if (m_keep && !m_isDemo)
        m_keep(std::move(changes));
}

void DownloadController::restore(store::State state)
{
    if (!isEmpty() || !isAtRest())
        return;
    pauseInterrupted(state);
    m_listing.putBack(state.entries);
    m_tasks.putBack(std::move(state.records));
    showOrder();
    if (!state.folder.isEmpty())
        m_folder = state.folder;
    if (state.run && !state.run->together.tasks.empty()) {
        m_isRestored = true;
        m_isRunStored = true;
        m_together = std::move(state.run->together);
        m_oneAtATime = std::move(state.run->oneAtATime);
        m_plan = {};
        m_plan.atOnce = state.run->plan.atOnce;
        m_plan.perHost = state.run->plan.perHost;
        m_plan.destination.folder = m_folder;
        m_proxyText = state.run->plan.proxy;
        std::ranges::copy_if(
            m_listing.entries(), std::back_inserter(m_plan.entries),
            [this](const plan::Entry &entry) { return taskIn(*m_together, entry.id) != nullptr; });
    }
    listChanged();
}

int DownloadController::pausedCount() const
{
    return isAtRest() ? m_tasks.ledger().totals().in(TaskState::Paused) : 0;
}

plan::Mode DownloadController::modeAtHand() const
{
    return m_activity == Activity::Measuring ? plan::Mode::OneAtATime : plan::Mode::Together;
}

void DownloadController::keepBatch(const record::Batch &batch)
{
    const bool isOfNoRun = m_activity == Activity::Measuring && !m_isRunStored;
    if (!m_keep || m_isDemo || isOfNoRun)
        return;
    std::vector<store::Change> changes;
    changes.emplace_back(store::PutRecords{modeAtHand(), batch.changed});
    if (m_isRunStored)
        changes.emplace_back(store::PutFacts{batch.facts});
    m_keep(std::move(changes));
}

/// The kept run has its records from the rows of the list, so it follows neither a removal nor what is
/// undone: from then on there is none for the next session, only its document in the history.
void DownloadController::forgetStoredRun()
{
    if (std::exchange(m_isRunStored, false))
        keep({store::ForgetRun{plan::Mode::Together}});
}

/// `isLikeStored`: the run has the tasks that the kept one has.
void DownloadController::keepEnd(Activity ended, bool isLikeStored)
{
    if (ended == Activity::Measuring && !m_oneAtATime) {
        if (m_isRunStored)
            keep({store::ForgetRun{plan::Mode::OneAtATime}});
        return;
    }
    if (!isLikeStored || !m_together)
        forgetStoredRun();
    if (!m_together || !m_keep || m_isDemo)
        return;
    const record::Run &run = ended == Activity::Measuring ? *m_oneAtATime : *m_together;
    const store::LimitKept limit{m_settings.maxKeptRuns};
    if (m_isRunStored)
        keep({store::PutFacts{run.facts}, store::KeepRun{}, limit});
    else
        keep({store::KeepDocument{std::make_shared<const report::Document>(document())}, limit});
}

/// What the user left unfinished by leaving: a stop is not a cancel of theirs.
void DownloadController::pauseLeft()
{
    if (!m_left.empty())
        setState(std::exchange(m_left, {}), TaskState::Cancelled, TaskState::Paused);
}

} // namespace lapwing::ui
