// SPDX-License-Identifier: MIT
// How changes of the list are made and undone: see listcommands.h.
#include "engine/disk/removeparts.h"
#include "engine/system/memory.h"
#include "plan/mergebyid.h"
#include "plan/safefolder.h"
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"
#include "run/runqueries.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {
namespace {

using record::TaskState;

constexpr std::size_t manyRows = 10'000; ///< leave memory behind that is worth giving back
/// Of what was removed: some 250 MB, where all of them had ended.
constexpr std::size_t mostRowsInUndo = 100'000;

/// As it is once nothing works on it any more.
void settle(record::TaskRecord &record)
{
    if (record::isEnd(record.state) || record.state == TaskState::Paused)
        return;
    record.state = TaskState::Queued;
    record.failure.reset();
    record.retryAt.reset();
}

QString wordsOf(const QUndoStack &undo, int index)
{
    const auto *command = dynamic_cast<const ListCommand *>(undo.command(index));
    return command != nullptr ? command->words() : QString();
}

} // namespace

/// What was done to the demo first, then to the list before it, which is not to come back into a demo that runs.
bool DownloadController::canUndo() const
{
    if (m_undoOfDemo.canUndo())
        return canChangeList();
    return (m_isDemo ? isAtRest() : canChangeList()) && m_undo.canUndo();
}

bool DownloadController::canRedo() const
{
    return isAtRest() && (m_undoOfDemo.canRedo() || (!m_isDemo && m_undo.canRedo()));
}

QString DownloadController::undoText() const
{
    const QUndoStack &undo = m_undoOfDemo.canUndo() ? m_undoOfDemo : m_undo;
    return wordsOf(undo, undo.index() - 1);
}

QString DownloadController::redoText() const
{
    const QUndoStack &undo = m_undoOfDemo.canRedo() ? m_undoOfDemo : m_undo;
    return wordsOf(undo, undo.index());
}

void DownloadController::undo()
{
    if (!canUndo())
        return;
    ++m_undoStep;
    if (m_undoOfDemo.canUndo()) {
        m_undoOfDemo.undo();
        return;
    }
    if (m_isDemo)
        reset(); // the list that was there before takes its place
    m_undo.undo();
}

void DownloadController::redo()
{
    if (!canRedo())
        return;
    ++m_undoStep;
    (m_undoOfDemo.canRedo() ? m_undoOfDemo : m_undo).redo();
}

void DownloadController::push(ListCommand *command)
{
    ++m_undoStep; // first: whoever is told of the change looks at it
    (m_isDemo ? m_undoOfDemo : m_undo).push(command);
}

Removal DownloadController::takeOff(const std::vector<int> &ids)
{
    if (m_activity == Activity::Running)
        cancel(ids, nullptr);
    if (m_activity == Activity::Idle)
        bringAnswerBack();
    Removal removal;
    removal.folder = partsFolder();
    removal.entries = std::ranges::equal(ids, m_listing.entries(), {}, {}, &plan::Entry::id)
        ? m_listing.takeAll()
        : m_listing.take(ids);
    removal.records = m_tasks.take(ids);
    showOrder();
    const int run = m_run;
    const bool isDemo = m_isDemo; // takeResults() ends it
    const bool isOfRun = areInRun(ids);
    if (m_activity == Activity::Idle)
        removal.results = isEmpty() ? takeResults() : forgetFailed(ids);
    removal.results.run = run;
    removal.results.isDemo = isDemo;
    keep({store::RemoveEntries{ids}});
    if (m_activity == Activity::Idle && isOfRun) {
        m_keeping.forgetRun();
        keepRunAgain(); // as it is shown now, where only what had failed left it
    }
    tellOutside();
    listChanged();
    return removal;
}

Removal::Results DownloadController::takeResults()
{
    Removal::Results results;
    results.isRestored = m_isRestored;
    results.proxyText = m_proxyText;
    results.plan = std::exchange(m_plan, {});
    results.together = std::exchange(m_together, std::nullopt);
    results.oneAtATime = std::exchange(m_oneAtATime, std::nullopt);
    m_answer.reset();
    setDemo(false);
    return results;
}

/// Of the last run: its figures become those of what is left.
Removal::Results DownloadController::forgetFailed(const std::vector<int> &ids)
{
    if (!m_together)
        return {};
    Removal::Results lost;
    lost.isRestored = m_isRestored;
    lost.proxyText = m_proxyText;
    lost.fromTogether = ui::forgetFailed(m_together, ids);
    if (m_oneAtATime)
        lost.fromOneAtATime = ui::forgetFailed(m_oneAtATime, ids);
    if (lost.fromTogether.tasks.empty())
        return lost;
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
    if (removal.results.isDemo && !m_isDemo && !isEmpty())
        return; // the demo is not of the user's list
    setDemo(removal.results.isDemo);
    std::vector<plan::Entry> back = m_listing.putBack(std::move(removal.entries));
    std::erase_if(removal.records,
                  [this](const record::TaskRecord &record) { return !entry(record.id); });
    std::vector<int> interrupted;
    for (record::TaskRecord &record : removal.records) {
        const bool isSameRun = m_together && removal.results.run == m_run;
        const record::TaskRecord *task = isSameRun ? taskIn(*m_together, record.id) : nullptr;
        if (!record::isEnd(record.state))
            interrupted.push_back(record.id);
        if (task != nullptr && record::hasFile(task->state))
            record = *task; // it ended in the moment in which it was removed
        settle(record);
    }
    const bool isAnyBack = !back.empty();
    std::vector<store::Change> kept; // moved in: an initializer list would copy it
    kept.emplace_back(store::PutEntries{std::move(back)});
    keep(std::move(kept));
    std::vector<int> ids;
    std::ranges::transform(removal.records, std::back_inserter(ids), &record::TaskRecord::id);
    m_tasks.putBack(std::move(removal.records));
    showOrder();
    if (m_activity == Activity::Running) {
        m_keeping.forgetRun(); // its rows left it
        restart(interrupted);
    } else if (isAnyBack)
        putBackResults(std::move(removal.results));
    keepRecordsOf(std::move(ids)); // and with the last of them the run, where it is whole again
    restoreWithRows();
    tellOutside();
    listChanged();
}

/// Where no other run came in between.
void DownloadController::putBackResults(Removal::Results results)
{
    if (results.together && !m_together) {
        m_plan = std::move(results.plan);
        m_together = std::move(results.together);
        m_oneAtATime = std::move(results.oneAtATime);
        m_isRestored = results.isRestored;
        m_proxyText = results.proxyText;
        m_run = results.run; // what it lost before can follow it, also where the demo ran meanwhile
    }
    if (!m_together || m_run != results.run)
        return;
    const auto isGone = [this](const auto &each) { return !entry(each.id); };
    std::erase_if(results.fromTogether.tasks, isGone);
    std::erase_if(results.fromOneAtATime.tasks, isGone);
    std::erase_if(results.planned, isGone);
    if (!results.fromTogether.tasks.empty())
        m_keeping.forgetRun(); // the kept one is without these
    remember(m_together, std::move(results.fromTogether));
    if (m_oneAtATime)
        remember(m_oneAtATime, std::move(results.fromOneAtATime));
    plan::mergeById(m_plan.entries, std::move(results.planned));
}

void DownloadController::cancel(const std::vector<int> &ids, const QUndoCommand *by)
{
    for (const int id : ids)
        m_cancelledBy.insert(id, by);
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
    replaceRecords(batch);
}

/// Some of them. What is kept of the last run is written anew then, which takes a while for a long one.
bool DownloadController::areInRun(const std::vector<int> &ids) const
{
    return m_together
        && std::ranges::any_of(ids, [this](int id) { return taskIn(*m_together, id) != nullptr; });
}

/// Of rows of the list; the run that they came in stays as it was.
void DownloadController::replaceRecords(const record::Batch &batch)
{
    if (batch.changed.empty())
        return;
    keep({store::PutRecords{batch.changed}});
    m_tasks.apply(batch);
    std::vector<int> ids;
    std::ranges::transform(batch.changed, std::back_inserter(ids), &record::TaskRecord::id);
    if (areInRun(ids)) {
        m_keeping.forgetRun(); // it takes its records from the list
        keepRunAgain();        // where they are as they were in the run
    }
    Q_EMIT changed();
}

/// In the run that goes on: at once, or when the engine has ended them.
void DownloadController::restart(const std::vector<int> &ids)
{
    std::vector<int> now;
    for (const int id : ids) {
        const record::TaskRecord *task = taskIn(*m_together, id);
        if (task == nullptr || record::hasFile(task->state))
            continue;
        m_cancelledBy.remove(id);
        const bool hasEnded = task->state == TaskState::Cancelled;
        m_restarts.add(id, hasEnded);
        if (hasEnded)
            now.push_back(id);
    }
    tellEngine(TaskAction::Retry, now);
}

QString DownloadController::partsFolder() const
{
    return m_together && !m_plan.destination.folder.isEmpty() ? m_plan.destination.folder
                                                              : m_folder;
}

/// To destroy 100,000 records holds the window too.
void DownloadController::dispose(Removal removal)
{
    const std::size_t rows = removal.entries.size();
    if (rows == 0)
        return;
    m_tidying.run(
        [rows, held = std::make_shared<Removal>(std::move(removal))]() mutable {
            held.reset();
            if (rows >= manyRows)
                engine::giveBackMemory();
            return true;
        },
        [](bool) {});
}

/// The same of a run that another one takes the place of.
void DownloadController::dispose(std::shared_ptr<const record::Run> run)
{
    m_tidying.run(
        [held = std::move(run)]() mutable {
            held.reset();
            return true;
        },
        [](bool) {});
}

/// The last change can always be undone; those before it, as long as they are not too many downloads together.
void DownloadController::makeRoomInUndo(std::size_t rows)
{
    if (m_isDemo)
        return; // its few rows have a stack of their own
    if (m_rowsInUndo + rows > mostRowsInUndo)
        m_undo.clear();
    m_rowsInUndo = (m_undo.count() == 0 ? 0 : m_rowsInUndo) + rows;
}

/// They begin anew: what comes of them is no longer of a download that was cancelled.
void DownloadController::forgetCancels(const std::vector<plan::Entry> &entries)
{
    if (m_cancelledBy.isEmpty())
        return;
    for (const plan::Entry &entry : entries)
        m_cancelledBy.remove(entry.id);
}

void DownloadController::discardCancelled(const QString &folder, const std::vector<int> &ids,
                                          const QUndoCommand *by)
{
    std::vector<plan::Entry> cancelled;
    std::vector<QString> begunIn;
    for (const int id : ids) {
        const plan::Entry *still = entry(id);
        if (still == nullptr || m_cancelledBy.value(id) != by)
            continue;
        m_cancelledBy.remove(id);
        const record::TaskRecord &task = *taskOf(id);
        if (task.state != TaskState::Cancelled)
            continue;
        cancelled.push_back(*still);
        begunIn.push_back(task.begunIn);
    }
    if (!m_isDemo)
        discardParts(folder, cancelled, begunIn);
}

/// Of those that are not in the list under another id: what is fetched again goes on from its part. `begunIn`: where
/// each was begun; empty is `folder`.
void DownloadController::discardParts(const QString &folder,
                                      const std::vector<plan::Entry> &entries,
                                      const std::vector<QString> &begunIn)
{
    QHash<QString, QList<QUrl>> links; // by folder
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const plan::Entry &entry = entries[place];
        const QString &chosen = begunIn[place].isEmpty() ? folder : begunIn[place];
        if (!m_listing.holds(entry.url) || this->entry(entry.id))
            links[plan::pathFor(entry, chosen)] << entry.url;
    }
    if (links.isEmpty())
        return;
    m_tidying.run(
        [links] {
            for (auto each = links.cbegin(); each != links.cend(); ++each)
                engine::removeParts(each.key(), each.value());
            return true;
        },
        [](bool) {});
}

} // namespace lapwing::ui
