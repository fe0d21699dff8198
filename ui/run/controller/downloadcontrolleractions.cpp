// SPDX-License-Identifier: MIT
// What the workbench does to single downloads.
#include "list/keptpart.h"
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"
#include "run/runqueries.h"
#include "summary/diskfulltext.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace lapwing::ui {
namespace {

using record::TaskRecord;
using record::TaskState;

constexpr std::array everyState{TaskState::Queued,   TaskState::Retrying,    TaskState::Paused,
                                TaskState::Waiting,  TaskState::Downloading, TaskState::Committing,
                                TaskState::Done,     TaskState::Unverified,  TaskState::Failed,
                                TaskState::Cancelled};

std::pair<QUrl, QString> linkOf(const plan::Entry &entry)
{
    return {entry.url, entry.userInfo};
}

/// With another link than `task` had; `record`: with nothing but what is there of its file. It waits for what it waited for.
TaskRecord untried(TaskRecord record, const TaskRecord &task)
{
    record.state = task.state;
    record.heldByStop = task.heldByStop;
    if (task.state == TaskState::Failed)
        record.failure = record::make(record::Cause::LinkChanged);
    else if (task.state == TaskState::Cancelled)
        record.failure = task.failure;
    return record;
}

/// What the run that goes on does not have: it joins that.
bool letsJoin(TaskAction act, TaskState state)
{
    return (act == TaskAction::Retry || act == TaskAction::Resume) && allowsAtRest(act, state);
}

} // namespace

const plan::Entry *DownloadController::entry(int id) const
{
    const auto &entries = m_listing.entries();
    const auto place = std::ranges::lower_bound(entries, id, {}, &plan::Entry::id);
    return place != entries.end() && place->id == id ? &*place : nullptr;
}

const record::TaskRecord *DownloadController::taskOf(int id) const
{
    const int place = m_tasks.ledger().indexOf(id);
    return place < 0 ? nullptr : &*m_tasks.ledger().at(place);
}

std::vector<int> DownloadController::ids() const
{
    return idsOf(m_listing.entries());
}

std::vector<int> DownloadController::failedIds() const
{
    std::vector<int> failed;
    for (const record::TaskRecord &task : m_tasks.ledger().records()) {
        if (task.state == TaskState::Failed)
            failed.push_back(task.id);
    }
    return failed;
}

bool DownloadController::isAllowed(TaskAction act, int id) const
{
    if (m_activity == Activity::Idle) {
        const int row = m_tasks.ledger().indexOf(id);
        return !m_completing && row >= 0 && allowsAtRest(act, m_tasks.ledger().at(row)->state);
    }
    if (m_activity != Activity::Running)
        return false;
    // By the list first: to look up each of 100,000 that are selected in the run holds the window.
    const int row = m_tasks.ledger().indexOf(id);
    if (row < 0)
        return false;
    const TaskState state = m_tasks.ledger().at(row)->state;
    if (!allowsWhileRunning(act, state) && !letsJoin(act, state))
        return false;
    const record::TaskRecord *task = taskIn(*m_together, id);
    return task != nullptr ? allowsWhileRunning(act, task->state)
                           : letsJoin(act, state) && !savesElsewhere();
}

std::vector<int> DownloadController::allowed(TaskAction act, const std::vector<int> &ids) const
{
    std::vector<int> those;
    std::ranges::copy_if(ids, std::back_inserter(those),
                         [this, act](int id) { return isAllowed(act, id); });
    return those;
}

bool DownloadController::allowsAny(TaskAction act, const std::vector<int> &ids) const
{
    return isAnyAllowed(act)
        && std::ranges::any_of(ids, [this, act](int id) { return isAllowed(act, id); });
}

bool DownloadController::isAnyAllowed(TaskAction act) const
{
    if (m_activity == Activity::Measuring || m_activity == Activity::Trying || m_completing)
        return false;
    const auto allows = m_activity == Activity::Idle ? allowsAtRest : allowsWhileRunning;
    const bool mayJoin = !savesElsewhere();
    return std::ranges::any_of(everyState, [this, act, allows, mayJoin](TaskState state) {
        const int outside = m_activity == Activity::Running ? m_tasks.outsideIn(state) : 0;
        return (m_tasks.ledger().totals().in(state) > outside && allows(act, state))
            || (outside > 0 && mayJoin && letsJoin(act, state));
    });
}

void DownloadController::perform(TaskAction act, const std::vector<int> &ids)
{
    const std::vector<int> those = allowed(act, ids);
    if (those.empty())
        return;
    if (act == TaskAction::Cancel) {
        const int count = static_cast<int>(those.size());
        push(new CancelCommand(*this, those,
                               [count] { return tr("Cancel %Ln downloads", nullptr, count); }));
        Q_EMIT undoOffered(tr("%Ln downloads cancelled.", nullptr, count));
        return;
    }
    if (act != TaskAction::Pause) {
        for (const int id : those)
            m_cancelledBy.remove(id);
    }
    if (m_activity != Activity::Running) {
        launch(entriesOf(those)); // both others begin a run
        return;
    }
    std::vector<int> inRun;
    std::vector<int> outside;
    std::ranges::partition_copy(those, std::back_inserter(inRun), std::back_inserter(outside),
                                [this](int id) { return taskIn(*m_together, id) != nullptr; });
    tellEngine(act, inRun);
    joinAgain(entriesOf(std::move(outside)));
}

void DownloadController::tellEngine(TaskAction act, const std::vector<int> &ids)
{
    if (ids.empty())
        return;
    m_engine.tell([act, list = QList<int>(ids.begin(), ids.end())](EngineWorker &worker) {
        worker.perform(act, list);
    });
}

bool DownloadController::canEdit(int id) const
{
    const record::TaskRecord *task = taskOf(id);
    const bool isFree =
        canChangeList() && (m_activity != Activity::Running || taskIn(*m_together, id) == nullptr);
    return isFree && !m_isDemo && task != nullptr && !record::hasFile(task->state);
}

/// What was open to change it may have been so for a while.
QString DownloadController::whyNotChanged(int id) const
{
    const record::TaskRecord *task = taskOf(id);
    if (task == nullptr)
        return tr("Not changed: the download is no longer in the list.");
    if (record::hasFile(task->state))
        return tr("Not changed: the download is complete.");
    return tr("Not changed: a run has started in the meantime. Try again when it has ended.");
}

void DownloadController::setChecksum(int id, const std::optional<plan::Checksum> &checksum)
{
    if (!canEdit(id)) {
        Q_EMIT messageRaised(whyNotChanged(id));
        return;
    }
    plan::Entry after = *entry(id);
    after.checksum = checksum;
    push(new EditCommand(*this, *entry(id), after, [] { return tr("Set checksum"); }));
}

void DownloadController::edit(const plan::Entry &entry)
{
    if (!canEdit(entry.id)) {
        Q_EMIT messageRaised(whyNotChanged(entry.id));
        return;
    }
    if (isLinkOfAnother(entry.id, entry.url)) {
        Q_EMIT messageRaised(tr("Not changed: the link is already in the list."));
        return;
    }
    push(new EditCommand(*this, *this->entry(entry.id), entry, [] { return tr("Edit download"); }));
    Q_EMIT undoOffered(tr("Download edited."));
}

/// What is known of the link that a download has after an edit: that of the one before says nothing of it, and comes back
/// with that one.
record::TaskRecord DownloadController::recordOf(const plan::Entry &after, const plan::Entry &before,
                                                const record::TaskRecord &task)
{
    if (linkOf(after) == linkOf(before))
        return task;
    auto &known = m_edits[after.id].known;
    known.insert_or_assign(linkOf(before), task);
    const record::TaskRecord part = queuedAgain(before, task);
    const auto found = known.find(linkOf(after));
    record::TaskRecord record = found == known.end() ? untried(part, task) : found->second;
    if (after.url == before.url) { // another login changes nothing about what is there of the file
        record.begunIn = part.begunIn;
        if (queuedAgain(after, record).kept != part.kept) { // it was begun since, or is gone
            record.kept = part.kept;
            record.bytes = 0;
            record.size = part.size;
            record.startsAgain = false;
        }
    }
    return record;
}

void DownloadController::describe(const plan::Entry &entry)
{
    const plan::Entry *known = this->entry(entry.id);
    const record::TaskRecord *task = taskOf(entry.id);
    if (known == nullptr || task == nullptr)
        return;
    const plan::Entry before = *known;
    m_listing.describe(entry);
    if (before.url != entry.url)
        ++m_edition;
    keep({store::PutEntries{{*known}}});
    record::TaskRecord record = recordOf(entry, before, *task);
    record.url = entry.url;
    record.name = entry.name;
    movePart(before, *task, entry, record);
    if (linkOf(before) != linkOf(entry) || record.name != task->name
        || record.begunIn != task->begunIn || record.startsAgain != task->startsAgain
        || record.kept + record.bytes != task->kept + task->bytes)
        replaceRecords({{}, {std::move(record)}});
    Q_EMIT changed();
}

/// Of what nothing works on.
void DownloadController::setState(const std::vector<int> &ids, TaskState from, TaskState to)
{
    record::Batch batch;
    for (const int id : ids) {
        const int row = m_tasks.ledger().indexOf(id);
        if (row < 0 || m_tasks.ledger().at(row)->state != from)
            continue;
        record::TaskRecord record = m_tasks.ledger().at(row);
        record.state = to;
        record.failure.reset();
        if (to == TaskState::Cancelled)
            record.failure = record::make(record::Cause::Cancelled);
        batch.changed.push_back(std::move(record));
    }
    replaceRecords(batch);
}

/// Some of them. What is kept of the last run is written anew then, which takes a while for a long one.
bool DownloadController::areInRun(const std::vector<int> &ids) const
{
    const SharedRun &run = together();
    return run && std::ranges::any_of(ids, [&run](int id) { return taskIn(*run, id) != nullptr; });
}

/// Of rows of the list; the run that they came in stays as it was.
void DownloadController::replaceRecords(const record::Batch &batch)
{
    if (batch.changed.empty())
        return;
    keep({store::PutRecords{batch.changed}});
    m_tasks.apply(batch);
    if (areInRun(idsOf(batch.changed))) {
        m_keeping.forgetRun(); // it takes its records from the list
        keepRunAgain();        // where they are as they were in the run
    }
    tellOutside();
    Q_EMIT changed();
}

bool DownloadController::isDiskFull() const
{
    return isRunning() && runAtHand().facts.diskFull.has_value();
}

/// Of the download that found the disk full: it may go on where it was begun.
QString DownloadController::fullFolder() const
{
    const auto isFull = [](const record::TaskRecord &task) {
        const bool hasFailed = !task.attempts.empty() && task.attempts.back().failure;
        return hasFailed && task.attempts.back().failure->cause == record::Cause::DiskFull;
    };
    const auto &tasks = runAtHand().tasks;
    const auto found = std::ranges::find_if(tasks, isFull);
    return found == tasks.end() || (*found)->begunIn.isEmpty() ? m_plan->destination.folder
                                                               : (*found)->begunIn;
}

QString DownloadController::diskFullText() const
{
    return isDiskFull() ? ui::diskFullText(runAtHand(), fullFolder(), m_freeSpace.bytes())
                        : QString();
}

} // namespace lapwing::ui
