// SPDX-License-Identifier: MIT
// What of the workbench is kept from one session to the next.
#include "run/downloadcontroller.h"
#include "run/runqueries.h"

#include <algorithm>
#include <iterator>

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
    if (!state.folder.isEmpty())
        m_folder = state.folder;
    if (state.run) {
        m_isRestored = true;
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

void DownloadController::keepEnd(Activity ended)
{
    if (ended == Activity::Measuring && !m_oneAtATime) {
        keep({store::ForgetRun{plan::Mode::OneAtATime}});
        return;
    }
    const record::Run &run = ended == Activity::Measuring ? *m_oneAtATime : *m_together;
    keep({store::PutFacts{run.facts}, store::KeepRun{}, store::LimitKept{m_settings.maxKeptRuns}});
}

/// What came back of a run by an undo.
void DownloadController::keepResults(const Removal::Results &results)
{
    if (!m_together)
        return;
    std::vector<store::Change> changes;
    std::vector<int> ids;
    std::vector<record::TaskRecord> records = results.fromTogether.tasks;
    if (results.together) {
        records = m_together->tasks;
        changes.emplace_back(store::BeginRun{plan::Mode::Together, {}, report::factsOf(m_plan)});
    }
    std::ranges::transform(records, std::back_inserter(ids), &record::TaskRecord::id);
    changes.emplace_back(store::JoinRun{plan::Mode::Together, ids});
    changes.emplace_back(store::PutRecords{plan::Mode::Together, std::move(records)});
    changes.emplace_back(store::PutFacts{m_together->facts});
    keep(std::move(changes));
}

} // namespace lapwing::ui
