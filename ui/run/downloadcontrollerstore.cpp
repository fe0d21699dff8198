// SPDX-License-Identifier: MIT
// What of the workbench is kept from one session to the next.
#include "run/downloadcontroller.h"
#include "run/runqueries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {

using record::TaskState;

void DownloadController::setKeeper(std::function<void(std::vector<store::Change>)> keep)
{
    if (!keep) {
        while (!m_toKeep.empty())
            keepSomeRecords();
        m_keep = {};
        return;
    }
    // A crash leaves the whole of a list that came together, or nothing of it.
    m_keep = [this, keep = std::move(keep)](std::vector<store::Change> changes) {
        if (m_arrivals.isEmpty())
            keep(std::move(changes));
        else
            std::ranges::move(changes, std::back_inserter(m_heldBack));
    };
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
    const std::size_t left = m_toKeep.size() - std::min(m_toKeep.size(), Arrivals::most);
    for (std::size_t place = left; place < m_toKeep.size(); ++place) {
        if (const int row = m_tasks.ledger().indexOf(m_toKeep[place]); row >= 0)
            put.records.push_back(m_tasks.ledger().at(row));
    }
    m_toKeep.resize(left);
    std::vector<store::Change> kept;
    kept.emplace_back(std::move(put));
    keep(std::move(kept));
    if (!m_toKeep.empty())
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

void DownloadController::keep(std::vector<store::Change> changes)
{
    if (m_keep && !m_isDemo)
        m_keep(std::move(changes));
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
    m_tasks.restore(std::move(restored.tasks));
    if (!restored.folder.isEmpty() && m_folder == m_folderBefore.value_or(m_folder))
        m_folder = restored.folder;
    if (!restored.run)
        return;
    m_isRestored = true;
    m_isRunStored = true;
    m_together = std::move(restored.run->together);
    m_oneAtATime = std::move(restored.run->oneAtATime);
    m_plan = {};
    m_plan.atOnce = restored.run->plan.atOnce;
    m_plan.perHost = restored.run->plan.perHost;
    m_plan.destination.folder = m_folder;
    m_proxyText = restored.run->plan.proxy;
    m_plan.entries = std::move(restored.planned);
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
