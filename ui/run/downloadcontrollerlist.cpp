// SPDX-License-Identifier: MIT
// What the list of the workbench is changed by, and how such a change is undone.
#include "engine/disk/removeparts.h"
#include "run/downloadcontroller.h"
#include "run/listcommands.h"
#include "run/runqueries.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::TaskState;

/// As it is once nothing works on it any more.
void settle(record::TaskRecord &record)
{
    if (record::isEnd(record.state) || record.state == TaskState::Paused)
        return;
    record.state = TaskState::Queued;
    record.failure.reset();
    record.retryAt.reset();
}

} // namespace

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
    ui::join(*m_together, entries);
    const auto before = static_cast<std::ptrdiff_t>(m_plan.entries.size());
    m_plan.entries.insert(m_plan.entries.end(), entries.begin(), entries.end());
    std::ranges::inplace_merge(m_plan.entries, m_plan.entries.begin() + before, {},
                               &plan::Entry::id);
    for (const plan::Entry &entry : entries)
        m_joining.insert(entry.id);
    keep({store::JoinRun{plan::Mode::Together, idsOf(entries)}});
    m_engine.tell([entries](EngineWorker &worker) { worker.add(entries); });
}

/// What came too late for the run that has just ended: it is not of that run.
std::vector<plan::Entry> DownloadController::takeLate()
{
    const QSet<int> ids = std::exchange(m_joining, {});
    m_restarts.clear();
    if (ids.isEmpty())
        return {};
    std::vector<plan::Entry> late;
    for (const int id : ids) {
        if (const plan::Entry *still = entry(id))
            late.push_back(*still);
    }
    std::ranges::sort(late, {}, &plan::Entry::id);
    std::erase_if(m_together->tasks, [&ids](const auto &task) { return ids.contains(task.id); });
    std::erase_if(m_plan.entries, [&ids](const auto &entry) { return ids.contains(entry.id); });
    return late;
}

/// Of the run that has ended: what was taken off the list meanwhile.
void DownloadController::forgetRemoved()
{
    std::vector<int> gone;
    for (const record::TaskRecord &task : m_together->tasks) {
        if (m_tasks.ledger().indexOf(task.id) < 0)
            gone.push_back(task.id);
    }
    if (!gone.empty())
        (void)forgetFailed(gone);
}

bool DownloadController::canStart() const
{
    if (m_activity == Activity::Running)
        return !m_completing && m_outside > 0;
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
    countOutside();
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

void DownloadController::countOutside()
{
    std::vector<int> ids;
    if (m_activity == Activity::Running)
        ids = idsOf(outside());
    m_outside = static_cast<int>(ids.size());
    m_tasks.setOutside(std::move(ids));
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
    (void)takeResults();
    keep({store::ClearList{}});
    listChanged();
}

void DownloadController::undo()
{
    if (canUndo())
        m_undo.undo();
}

void DownloadController::redo()
{
    if (canRedo())
        m_undo.redo();
}

Removal DownloadController::takeOff(const std::vector<int> &ids)
{
    if (m_activity == Activity::Running)
        cancel(ids);
    Removal removal;
    removal.entries = m_listing.take(ids);
    removal.records = m_tasks.take(ids);
    if (m_activity == Activity::Idle)
        removal.results = isEmpty() ? takeResults() : forgetFailed(ids);
    keep({store::RemoveEntries{ids}});
    countOutside();
    listChanged();
    return removal;
}

Removal::Results DownloadController::takeResults()
{
    Removal::Results results;
    results.plan = std::exchange(m_plan, {});
    results.together = std::exchange(m_together, std::nullopt);
    results.oneAtATime = std::exchange(m_oneAtATime, std::nullopt);
    m_isDemo = false;
    return results;
}

/// Of the last run: its figures become those of what is left.
Removal::Results DownloadController::forgetFailed(const std::vector<int> &ids)
{
    if (!m_together)
        return {};
    Removal::Results lost;
    lost.started = m_together->facts.started;
    lost.fromTogether = ui::forgetFailed(*m_together, ids);
    if (m_oneAtATime)
        lost.fromOneAtATime = ui::forgetFailed(*m_oneAtATime, ids);
    const auto gone =
        std::ranges::stable_partition(m_plan.entries, [this](const plan::Entry &entry) {
            return taskIn(*m_together, entry.id) != nullptr;
        });
    lost.planned.assign(gone.begin(), gone.end());
    m_plan.entries.erase(gone.begin(), gone.end());
    if (m_together->tasks.empty()) {
        lost.plan = m_plan;
        lost.together = std::exchange(m_together, std::nullopt);
        lost.oneAtATime = std::exchange(m_oneAtATime, std::nullopt);
    }
    return lost;
}

void DownloadController::putBack(Removal removal)
{
    std::vector<plan::Entry> back = m_listing.putBack(std::move(removal.entries));
    std::erase_if(removal.records,
                  [this](const record::TaskRecord &record) { return !entry(record.id); });
    std::vector<int> interrupted;
    for (record::TaskRecord &record : removal.records) {
        if (!record::isEnd(record.state))
            interrupted.push_back(record.id);
        settle(record);
    }
    keep({store::PutEntries{back}, store::PutRecords{plan::Mode::Together, removal.records}});
    m_tasks.putBack(std::move(removal.records));
    if (m_activity == Activity::Running)
        restart(interrupted);
    else if (!back.empty())
        putBackResults(std::move(removal.results));
    countOutside();
    listChanged();
}

/// Where no other run came in between.
void DownloadController::putBackResults(Removal::Results results)
{
    if (results.together && !m_together) {
        m_plan = std::move(results.plan);
        m_together = std::move(results.together);
        m_oneAtATime = std::move(results.oneAtATime);
    }
    if (!m_together || m_together->facts.started != results.started)
        return;
    keepResults(results);
    remember(*m_together, std::move(results.fromTogether));
    if (m_oneAtATime)
        remember(*m_oneAtATime, std::move(results.fromOneAtATime));
    const auto before = static_cast<std::ptrdiff_t>(m_plan.entries.size());
    std::ranges::move(results.planned, std::back_inserter(m_plan.entries));
    std::ranges::inplace_merge(m_plan.entries, m_plan.entries.begin() + before, {},
                               &plan::Entry::id);
}

void DownloadController::cancel(const std::vector<int> &ids)
{
    if (m_activity != Activity::Running) {
        setState(ids, TaskState::Paused, TaskState::Cancelled);
        return;
    }
    for (const int id : ids)
        m_restarts.remove(id);
    tellEngine(TaskAction::Cancel, allowed(TaskAction::Cancel, ids));
}

void DownloadController::takeBackCancel(const std::vector<int> &ids)
{
    if (m_activity == Activity::Running)
        restart(ids);
    else
        setState(ids, TaskState::Cancelled, TaskState::Paused);
}

/// At rest.
void DownloadController::setState(const std::vector<int> &ids, TaskState from, TaskState to)
{
    record::Batch batch;
    for (const int id : ids) {
        const int row = m_tasks.ledger().indexOf(id);
        if (row < 0 || m_tasks.ledger().at(row).state != from)
            continue;
        record::TaskRecord record = m_tasks.ledger().at(row);
        record.state = to;
        record.failure.reset();
        if (to == TaskState::Cancelled)
            record.failure = record::make(record::Cause::Cancelled);
        batch.changed.push_back(std::move(record));
    }
    keep({store::PutRecords{plan::Mode::Together, batch.changed}});
    m_tasks.apply(batch);
    Q_EMIT changed();
}

/// In the run that goes on: at once, or when the engine has ended them.
void DownloadController::restart(const std::vector<int> &ids)
{
    std::vector<int> now;
    for (const int id : ids) {
        const record::TaskRecord *task = taskIn(*m_together, id);
        if (task != nullptr && task->state == TaskState::Cancelled)
            now.push_back(id);
        else if (task != nullptr && !record::isEnd(task->state))
            m_restarts.insert(id);
    }
    tellEngine(TaskAction::Retry, now);
}

void DownloadController::restartCancelled(const record::Batch &batch)
{
    std::vector<int> ids;
    for (const record::TaskRecord &task : batch.changed) {
        if (task.state == TaskState::Cancelled && m_restarts.remove(task.id))
            ids.push_back(task.id);
    }
    tellEngine(TaskAction::Retry, ids);
}

/// Of those that are not in the list under another id: what is fetched again goes on from its part.
void DownloadController::discardParts(const std::vector<plan::Entry> &entries)
{
    QList<QUrl> links;
    for (const plan::Entry &entry : entries) {
        if (!m_listing.holds(entry.url) || this->entry(entry.id))
            links << entry.url;
    }
    if (links.isEmpty() || m_isDemo)
        return;
    m_tidying.run(
        [folder = m_folder, links] {
            engine::removeParts(folder, links);
            return true;
        },
        [](bool) {});
}

} // namespace lapwing::ui
