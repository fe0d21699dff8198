// SPDX-License-Identifier: MIT
// What the list of the workbench is changed by.
#include "plan/mergebyid.h"
#include "run/downloadcontroller.h"
#include "run/listcommands.h"
#include "run/runqueries.h"

#include <algorithm>

namespace lapwing::ui {

using record::TaskState;

void DownloadController::add(const plan::Links &links)
{
    if (m_isDemo && m_activity != Activity::Idle && !links.urls.empty()) {
        m_pending.push_back(links); // links of the user's come before the demo
        stop();
        return;
    }
    if (m_isDemo && !links.urls.empty())
        reset();
    append(links);
}

void DownloadController::append(const plan::Links &links)
{
    const std::size_t before = m_listing.entries().size();
    const plan::Added result = m_listing.add(links);
    const auto &entries = m_listing.entries();
    const std::vector<plan::Entry> fresh(entries.begin() + static_cast<std::ptrdiff_t>(before),
                                         entries.end());
    m_tasks.append(fresh);
    keep({store::PutEntries{fresh}});
    if (m_completing)
        m_late.insert(m_late.end(), fresh.begin(), fresh.end());
    else if (m_activity == Activity::Running)
        join(fresh);
    listChanged();
    Q_EMIT added(result);
    if (!fresh.empty() && m_settings.startAfterAdding && isAtRest() && !m_isDemo)
        start();
}

void DownloadController::addPending()
{
    for (const plan::Links &links : std::exchange(m_pending, {}))
        add(links);
}

/// To the run that goes on.
void DownloadController::join(const std::vector<plan::Entry> &entries)
{
    if (entries.empty())
        return;
    forgetCancels(entries);
    ui::join(*m_together, entries);
    plan::mergeById(m_plan.entries, entries);
    for (const plan::Entry &entry : entries)
        m_joining.insert(entry.id);
    keep({store::JoinRun{plan::Mode::Together, idsOf(entries)}});
    m_engine.tell([entries](EngineWorker &worker) { worker.add(entries); });
}

/// Those that are in the list, by id.
std::vector<plan::Entry> DownloadController::entriesOf(std::vector<int> ids) const
{
    std::ranges::sort(ids);
    std::vector<plan::Entry> entries;
    for (const int id : ids) {
        if (const plan::Entry *still = entry(id))
            entries.push_back(*still);
    }
    return entries;
}

/// What came too late for the run that has just ended: it is not of that run.
std::vector<plan::Entry> DownloadController::takeLate()
{
    const QSet<int> ids = std::exchange(m_joining, {});
    if (ids.isEmpty())
        return {};
    std::erase_if(m_together->tasks, [&ids](const auto &task) { return ids.contains(task.id); });
    std::erase_if(m_plan.entries, [&ids](const auto &entry) { return ids.contains(entry.id); });
    return entriesOf({ids.begin(), ids.end()});
}

/// What was to begin again in the run that has just ended.
std::vector<plan::Entry> DownloadController::takeRestarts()
{
    std::vector<int> ids = m_restarts.takeLeft();
    std::erase_if(ids, [this](int id) {
        const record::TaskRecord *task = taskIn(*m_together, id);
        return task == nullptr || task->state != TaskState::Cancelled;
    });
    return entriesOf(std::move(ids));
}

std::vector<int> DownloadController::removedFromRun() const
{
    std::vector<int> gone;
    for (const record::TaskRecord &task : m_together->tasks) {
        if (m_tasks.ledger().indexOf(task.id) < 0)
            gone.push_back(task.id);
    }
    return gone;
}

/// Of the run that has ended: what was taken off the list meanwhile.
void DownloadController::forgetRemoved()
{
    const std::vector<int> gone = removedFromRun();
    if (!gone.empty())
        (void)forgetFailed(gone);
}

bool DownloadController::canStart() const
{
    if (m_activity == Activity::Running)
        return !m_completing && m_tasks.isAnyOutside();
    const record::Totals &totals = m_tasks.ledger().totals();
    const int whole = totals.in(TaskState::Done) + totals.in(TaskState::Unverified);
    return isAtRest() && whole < m_tasks.ledger().size();
}

void DownloadController::start()
{
    if (!canStart())
        return;
    if (m_activity != Activity::Running) {
        launch(unfinished());
        return;
    }
    const std::vector<plan::Entry> entries = outside();
    m_tasks.queue(entries);
    join(entries);
    tellOutside();
    Q_EMIT changed();
}

std::vector<plan::Entry> DownloadController::outside() const
{
    std::vector<plan::Entry> entries = unfinished();
    std::erase_if(entries, [this](const plan::Entry &entry) {
        return taskIn(*m_together, entry.id) != nullptr;
    });
    return entries;
}

/// Which rows start by themselves.
void DownloadController::tellOutside()
{
    if (m_activity == Activity::Running)
        m_tasks.setOutside(idsOf(outside()));
    else
        m_tasks.setOutside(std::nullopt);
}

void DownloadController::remove(const std::vector<int> &ids)
{
    if (!canRemove() || ids.empty())
        return;
    const int count = static_cast<int>(ids.size());
    m_undo.push(new RemoveCommand(*this, ids, tr("Remove %Ln downloads", nullptr, count)));
    Q_EMIT undoOffered(tr("%Ln downloads removed.", nullptr, count));
}

void DownloadController::clear()
{
    if (!canClear())
        return;
    const int count = this->count();
    m_undo.push(new RemoveCommand(*this, ids(), tr("Clear List")));
    Q_EMIT undoOffered(tr("%Ln downloads removed.", nullptr, count));
}

/// For another list altogether, the demo's or the one after it.
void DownloadController::reset()
{
    m_undo.clear();
    m_listing.clear();
    m_tasks.clear();
    showOrder();
    (void)takeResults();
    keep({store::ClearList{}});
    listChanged();
}

} // namespace lapwing::ui
