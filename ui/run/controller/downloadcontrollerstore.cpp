// SPDX-License-Identifier: MIT
// What of the workbench is kept from one session to the next.
#include "run/controller/downloadcontroller.h"
#include "run/rundocument.h"
#include "run/runqueries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {

using record::TaskState;

void DownloadController::setKeeper(ListKeeping::Keep keep)
{
    if (!keep) {
        while (!m_toKeep.empty())
            keepSomeRecords();
        m_keeping.setKeeper({});
        m_keep = {};
        return;
    }
    m_keep = std::move(keep);
    // A crash leaves the whole of a list that came together, or nothing of it.
    m_keeping.setKeeper([this](std::vector<store::Change> changes) {
        if (m_arrivals.isEmpty())
            m_keep(std::move(changes));
        else
            std::ranges::move(changes, std::back_inserter(m_heldBack));
    });
    if (std::exchange(m_isCutOff, false)) // as far as it was written, which is of one moment
        m_keeping.endRun(m_together->facts, m_settings.maxKeptRuns, {});
}

/// What came back to the list, as it is there: a copy of 100,000 records at once would hold the window.
void DownloadController::keepRecordsOf(std::vector<int> ids)
{
    if (m_toKeep.empty())
        m_toKeep = std::move(ids);
    else
        std::ranges::copy(ids, std::back_inserter(m_toKeep));
    keepSomeRecords();
}

void DownloadController::keepSomeRecords()
{
    store::PutRecords put;
    const std::size_t left = m_toKeep.size() - std::min(m_toKeep.size(), ArrivingLinks::maxPortion);
    for (std::size_t place = left; place < m_toKeep.size(); ++place) {
        if (const int row = m_tasks.ledger().indexOf(m_toKeep[place]); row >= 0)
            put.records.push_back(m_tasks.ledger().at(row));
    }
    m_toKeep.resize(left);
    std::vector<store::Change> kept;
    kept.emplace_back(std::move(put));
    keep(std::move(kept));
    if (m_toKeep.empty())
        keepRunAgain();
    else
        QTimer::singleShot(0, this, [this] {
            if (!m_toKeep.empty())
                keepSomeRecords();
        });
}

void DownloadController::keepHeldBack()
{
    if (m_keep && !m_heldBack.empty())
        m_keep(std::exchange(m_heldBack, {}));
}

void DownloadController::setDemo(bool isDemo)
{
    m_isDemo = isDemo;
    m_keeping.setDemo(isDemo);
}

void DownloadController::awaitList()
{
    m_isAwaited = true;
    m_folderBefore = m_folder;
}

void DownloadController::restore(store::State state)
{
    restore(restoredFrom(std::move(state)));
}

void DownloadController::restore(Restored restored)
{
    m_isAwaited = false;
    if (isEmpty() && isAtRest())
        takeRestored(std::move(restored));
    listChanged();
}

void DownloadController::takeRestored(Restored restored)
{
    m_listing = std::move(restored.listing);
    m_lastStopped = restored.lastStopped;
    m_tasks.restore(std::move(restored.tasks));
    showOrder();
    if (!restored.folder.isEmpty() && m_folder == m_folderBefore.value_or(m_folder))
        m_folder = restored.folder;
    if (!restored.run)
        return;
    m_isRestored = true;
    m_isCutOff = restored.isRunCutOff;
    m_keeping.takeRun();
    m_together = SharedRun(std::move(restored.run->together), restored.sums);
    m_loops.add(*m_together);
    m_oneAtATime = std::move(restored.run->oneAtATime);
    plan::Plan plan;
    plan.atOnce = restored.run->plan.atOnce;
    plan.perHost = restored.run->plan.perHost;
    plan.continues = restored.run->plan.continues;
    plan.destination.folder = m_folder;
    m_proxyText = restored.run->plan.proxy;
    plan.entries = std::move(restored.planned);
    m_plan = std::move(plan);
}

std::vector<int> DownloadController::pausedIds() const
{
    std::vector<int> ids;
    if (!isAtRest())
        return ids;
    for (const record::TaskRecord &task : m_tasks.ledger().records()) {
        if (task.state == TaskState::Paused && !isHeldByList(task))
            ids.push_back(task.id);
    }
    return ids;
}

std::vector<int> DownloadController::interruptedIds() const
{
    std::vector<int> ids = pausedIds();
    std::erase_if(ids, [this](int id) { return taskOf(id)->heldByStop; });
    return ids;
}

/// `isLikeKept`: the run has the tasks that the kept one has.
void DownloadController::keepEnd(Activity ended, bool isLikeKept)
{
    const bool isMeasured = ended == Activity::Measuring;
    if (isMeasured && !m_oneAtATime)
        return; // stopped: there is nothing new
    if (!isLikeKept || !m_together)
        m_keeping.forgetRun();
    if (!m_together)
        return;
    if (isMeasured)
        m_keeping.putBaseline(m_oneAtATime.share());
    report::PlanFacts plan = report::factsOf(m_plan);
    plan.proxy = m_proxyText;
    m_keeping.endRun(m_together->facts, m_settings.maxKeptRuns,
                     ui::documentMaker(std::move(plan), m_together.share(), m_oneAtATime.share()));
}

/// The one that the figures are of. What is kept of it is in the rows: it can be kept again while the list has all of
/// them.
void DownloadController::keepRunAgain()
{
    if (m_keeping.isRunKept() || !together() || m_activity != Activity::Idle)
        return;
    std::vector<record::SharedRecord> earlier;
    for (const record::SharedRecord &task : together()->tasks) {
        const int row = m_tasks.ledger().indexOf(task->id);
        if (row < 0)
            return;
        if (!isSame(m_tasks.ledger().at(row), task))
            earlier.push_back(task);
    }
    m_keeping.keepAgain(*together(), oneAtATime().share(), planFacts(), std::move(earlier));
}

} // namespace lapwing::ui
