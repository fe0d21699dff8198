// SPDX-License-Identifier: MIT
// What the list of the workbench is changed by.
#include "plan/entryterms.h"
#include "plan/mergebyid.h"
#include "plan/safefolder.h"
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"
#include "run/runqueries.h"

#include <algorithm>
#include <functional>

namespace lapwing::ui {
namespace {

using record::TaskState;

std::vector<plan::Entry> unfinishedOf(const plan::Listing &listing, const record::Ledger &list)
{
    std::vector<plan::Entry> entries;
    entries.reserve(listing.entries().size());
    std::ranges::copy_if(listing.entries(), std::back_inserter(entries),
                         [&list](const plan::Entry &entry) {
                             const int row = list.indexOf(entry.id);
                             return !record::hasFile(list.at(row)->state);
                         });
    return entries;
}

/// What `run` does not have. Side by side: to look each one up in the run takes a long list a tenth of a second.
std::vector<int> unfinishedOutside(const record::Run &run, const record::Ledger &list)
{
    std::vector<bool> isInRun;
    for (const record::TaskRecord &task : run.tasks) {
        const auto id = static_cast<std::size_t>(task.id);
        if (id >= isInRun.size())
            isInRun.resize(id + 1);
        isInRun[id] = true;
    }
    std::vector<int> ids;
    for (const record::TaskRecord &task : list.records()) {
        const auto id = static_cast<std::size_t>(task.id);
        if (!record::hasFile(task.state) && (id >= isInRun.size() || !isInRun[id]))
            ids.push_back(task.id);
    }
    std::ranges::sort(ids); // TaskModel looks them up
    return ids;
}

} // namespace

void DownloadController::add(const plan::Links &links)
{
    if (m_isAwaited) {
        m_pending.push_back(links);
        return;
    }
    if (m_isDemo && m_activity != Activity::Idle && !links.urls.empty()) {
        m_pending.push_back(links); // links of the user's come before the demo
        stop();
        return;
    }
    if (m_isDemo && !links.urls.empty())
        reset();
    if (!links.urls.empty())
        m_undo.clearDemo(); // a demo that was cleared is not to come back among own links
    arrive(links);
}

void DownloadController::arrive(const plan::Links &links)
{
    const bool isFirst = m_arrivals.isEmpty();
    m_listing.reserve(links.urls.size());
    m_tasks.reserve(links.urls.size());
    m_arrivals.add(links);
    if (isFirst)
        addPortion();
}

/// The first at once, so that a list as people have them is there when this returns.
void DownloadController::addPortion()
{
    const std::optional<plan::Added> whole = m_arrivals.note(append(m_arrivals.take()));
    if (!m_arrivals.isEmpty())
        m_nextPortion.start();
    else
        keepHeldBack();
    if (!whole)
        return;
    if (savesElsewhere() || whole->paused > 0)
        tellOutside();
    listChanged();
    Q_EMIT added(*whole);
    if (whole->added == whole->paused || !m_settings.startAfterAdding || m_isDemo || m_hasLeft)
        return;
    if (isAtRest())
        startBySelf();
    else if (isStartToWait())
        m_startsWhenFree = true;
    else if (savesElsewhere())
        m_startsNextRun = true;
}

/// For the stored list, for the demo to end, for what measures or tries the list, or for the files of the settings.
bool DownloadController::isStartToWait() const
{
    return m_isAwaited || !m_pending.empty() || m_completing || m_activity == Activity::Measuring
        || m_activity == Activity::Trying;
}

void DownloadController::startAdded()
{
    if (m_hasLeft)
        return;
    if (isStartToWait())
        m_startsWhenFree = true;
    else if (savesElsewhere())
        m_startsNextRun = true;
    else
        startBySelf();
}

void DownloadController::addAll()
{
    while (!m_arrivals.isEmpty())
        addPortion();
}

plan::Added DownloadController::append(plan::Links links)
{
    const bool wasEmpty = isEmpty();
    const std::size_t before = m_listing.entries().size();
    plan::Added result = m_listing.add(std::move(links));
    result.lateChecksums = takeChecksums(result.checksums);
    const auto &entries = m_listing.entries();
    const std::vector<plan::Entry> fresh(entries.begin() + static_cast<std::ptrdiff_t>(before),
                                         entries.end());
    result.keptInside = plan::countKeptInside(fresh, m_folder);
    m_tasks.append(fresh);
    keep({store::PutEntries{fresh}});
    const std::vector<plan::Entry> ready = pauseByList(fresh);
    if (m_completing)
        m_late.insert(m_late.end(), ready.begin(), ready.end());
    else if (m_activity == Activity::Running)
        joinOrWait(ready);
    if (wasEmpty) // to show the list while it grows
        listChanged();
    ++m_edition;
    return result;
}

/// What their list wants paused waits for the user. The others.
std::vector<plan::Entry> DownloadController::pauseByList(std::vector<plan::Entry> fresh)
{
    const auto paused = std::ranges::stable_partition(fresh, std::not_fn(&plan::isPausedByList));
    setState(idsOf(std::vector<plan::Entry>(paused.begin(), paused.end())), TaskState::Queued,
             TaskState::Paused);
    fresh.erase(paused.begin(), paused.end());
    return fresh;
}

/// How many of them came too late: their download is under way or done.
int DownloadController::takeChecksums(const std::vector<int> &ids)
{
    if (!ids.empty())
        keep({store::PutEntries{entriesOf(ids)}});
    return static_cast<int>(std::ranges::count_if(ids, [this](int id) { return !canEdit(id); }));
}

void DownloadController::addPending()
{
    for (const plan::Links &links : std::exchange(m_pending, {}))
        add(links);
    if (std::exchange(m_awaitsDemo, false))
        startDemo();
    if (std::exchange(m_startsWhenFree, false))
        startBySelf();
}

/// What has come to the list. The user was told that it is saved in the folder that is chosen.
void DownloadController::joinOrWait(const std::vector<plan::Entry> &fresh)
{
    if (savesElsewhere())
        std::ranges::copy(idsOf(fresh), std::back_inserter(m_nextRun));
    else
        join(fresh);
}

/// What is to start after the run that has just ended, but for what joined it all the same.
std::vector<int> DownloadController::takeNextRun()
{
    std::vector<int> ids = std::exchange(m_nextRun, {});
    std::erase_if(ids, [this](int id) { return taskIn(*m_together, id) != nullptr; });
    return std::exchange(m_startsNextRun, false) ? ids : std::vector<int>();
}

/// To the run that goes on.
void DownloadController::join(std::vector<plan::Entry> entries)
{
    if (entries.empty())
        return;
    entries = withFoldersBefore(std::move(entries), m_plan->destination.folder);
    forgetCancels(entries);
    std::vector<record::SharedRecord> records = rowsOf(entries);
    std::vector<record::SharedRecord> begun = withPart(records);
    ui::join(m_together.edit(), std::move(records));
    plan::mergeById(m_plan.edit().entries, entries);
    for (const plan::Entry &entry : entries)
        m_joining.insert(entry.id);
    m_keeping.joinRun(idsOf(entries), std::move(begun));
    awaitParts(entries);
    m_engine.tell([entries](EngineWorker &worker) { worker.add(entries); });
}

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
    std::erase_if(m_together.edit().tasks,
                  [&ids](const record::TaskRecord &task) { return ids.contains(task.id); });
    std::erase_if(m_plan.edit().entries,
                  [&ids](const auto &entry) { return ids.contains(entry.id); });
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
        return !m_completing && m_tasks.isAnyOutside() && !savesElsewhere();
    return isAtRest() && unfinishedCount() > 0;
}

int DownloadController::unfinishedCount() const
{
    const record::Totals &totals = m_tasks.ledger().totals();
    const int whole = totals.in(TaskState::Done) + totals.in(TaskState::Unverified);
    return m_tasks.ledger().size() - whole;
}

void DownloadController::start()
{
    if (canStart())
        startThese(startable());
}

/// Nobody pressed Start: what was paused, cancelled or has failed waits for that, and what Stop kept from beginning.
void DownloadController::startBySelf()
{
    if (!canStart())
        return;
    std::vector<plan::Entry> entries = startable();
    std::erase_if(entries, [this](const plan::Entry &entry) {
        return entry.id <= m_lastStopped || taskOf(entry.id)->state != TaskState::Queued;
    });
    startThese(std::move(entries));
}

std::vector<plan::Entry> DownloadController::startable() const
{
    return m_activity == Activity::Running
        ? entriesOf(unfinishedOutside(*m_together, m_tasks.ledger()))
        : unfinishedOf(m_listing, m_tasks.ledger());
}

void DownloadController::startThese(std::vector<plan::Entry> entries)
{
    if (m_activity == Activity::Running)
        joinAgain(entries);
    else if (!entries.empty())
        launch(std::move(entries));
}

/// It was paused from the first, and has not begun since.
bool DownloadController::isHeldByList(const record::TaskRecord &task) const
{
    return task.state == TaskState::Paused && !task.start && plan::isPausedByList(*entry(task.id));
}

/// What was in the list before.
void DownloadController::joinAgain(const std::vector<plan::Entry> &entries)
{
    if (entries.empty())
        return;
    m_tasks.queue(entries);
    join(entries);
    tellOutside();
    Q_EMIT changed();
}

/// Which rows start by themselves.
void DownloadController::tellOutside()
{
    if (m_activity == Activity::Running)
        m_tasks.setOutside(unfinishedOutside(*m_together, m_tasks.ledger()));
    else
        m_tasks.setOutside(std::nullopt);
}

void DownloadController::remove(const std::vector<int> &ids)
{
    if (!canRemove() || ids.empty())
        return;
    const int count = static_cast<int>(ids.size());
    makeRoomInUndo(ids.size());
    push(new RemoveCommand(*this, ids,
                           [count] { return tr("Remove %Ln downloads", nullptr, count); }));
    Q_EMIT undoOffered(tr("%Ln downloads removed.", nullptr, count));
}

void DownloadController::clear()
{
    if (!canClear())
        return;
    const int count = this->count();
    makeRoomInUndo(m_listing.entries().size());
    push(new RemoveCommand(*this, ids(),
                           [count] { return tr("Clear list of %Ln downloads", nullptr, count); }));
    Q_EMIT undoOffered(tr("%Ln downloads removed.", nullptr, count));
}

/// For another list altogether, the demo's or the one after it. What was done to the user's own can still be undone.
void DownloadController::reset()
{
    m_undo.clearDemo();
    m_keeping.forgetRun(); // or a run that comes back would be taken for the one that is kept
    m_listing.clear();
    m_tasks.clear();
    showOrder();
    (void)takeResults();
    keep({store::ClearList{}});
    listChanged();
}

} // namespace lapwing::ui
