// SPDX-License-Identifier: MIT
// How downloads leave the list with their figures, and come back.
#include "plan/mergebyid.h"
#include "run/controller/downloadcontroller.h"
#include "run/runqueries.h"

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

using record::TaskState;

/// As it is once nothing works on it any more.
void settle(record::SharedRecord &shared)
{
    if (record::isEnd(shared->state) || shared->state == TaskState::Paused)
        return;
    record::TaskRecord &record = shared.edit();
    record.state = TaskState::Queued;
    record.failure.reset();
    record.retryAt.reset();
}

} // namespace

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
    std::vector<plan::Entry> &entries = m_plan.edit().entries;
    const auto gone = std::ranges::stable_partition(entries, [this](const plan::Entry &entry) {
        return taskIn(*m_together, entry.id) != nullptr;
    });
    lost.planned.assign(gone.begin(), gone.end());
    entries.erase(gone.begin(), gone.end());
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
    QSet<int> paused;
    for (record::SharedRecord &record : removal.records) {
        const bool isSameRun = m_together && removal.results.run == m_run;
        const record::TaskRecord *task = isSameRun ? taskIn(*m_together, record->id) : nullptr;
        if (!record::isEnd(record->state))
            interrupted.push_back(record->id);
        if (record->state == TaskState::Paused)
            paused.insert(record->id);
        if (task != nullptr && record::hasFile(task->state))
            record = *task; // it ended in the moment in which it was removed
        settle(record);
    }
    const bool isAnyBack = !back.empty();
    std::vector<store::Change> kept; // moved in: an initializer list would copy it
    kept.emplace_back(store::PutEntries{std::move(back)});
    keep(std::move(kept));
    std::vector<int> ids = idsOf(removal.records);
    m_tasks.putBack(std::move(removal.records));
    showOrder();
    if (m_activity == Activity::Running) {
        m_keeping.forgetRun(); // its rows left it
        restart(interrupted, paused);
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
    const auto isGone = [this](const record::TaskRecord &task) { return !entry(task.id); };
    std::erase_if(results.fromTogether.tasks, isGone);
    std::erase_if(results.fromOneAtATime.tasks, isGone);
    std::erase_if(results.planned, [this](const plan::Entry &each) { return !entry(each.id); });
    if (!results.fromTogether.tasks.empty())
        m_keeping.forgetRun(); // the kept one is without these
    remember(m_together, std::move(results.fromTogether));
    if (m_oneAtATime)
        remember(m_oneAtATime, std::move(results.fromOneAtATime));
    plan::mergeById(m_plan.edit().entries, std::move(results.planned));
}

} // namespace lapwing::ui
