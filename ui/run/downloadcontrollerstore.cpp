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

void DownloadController::setDemo(bool isDemo)
{
    m_isDemo = isDemo;
    m_keeping.setDemo(isDemo);
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
        m_keeping.takeRun();
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

/// `isLikeKept`: the run has the tasks that the kept one has.
void DownloadController::keepEnd(Activity ended, bool isLikeKept)
{
    if (ended == Activity::Measuring && !m_oneAtATime) {
        m_keeping.forgetBaseline();
        return;
    }
    if (!isLikeKept || !m_together)
        m_keeping.forgetRun();
    if (!m_together)
        return;
    const record::Run &run = ended == Activity::Measuring ? *m_oneAtATime : *m_together;
    m_keeping.endRun(run.facts, m_settings.maxKeptRuns, [this] { return document(); });
}

/// What the user left unfinished by leaving: a stop is not a cancel of theirs.
void DownloadController::pauseLeft()
{
    if (!m_left.empty())
        setState(std::exchange(m_left, {}), TaskState::Cancelled, TaskState::Paused);
}

} // namespace lapwing::ui
