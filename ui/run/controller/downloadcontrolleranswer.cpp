// SPDX-License-Identifier: MIT
// One file fetched again says nothing about many at once: what the run of the list came to stays the answer.
#include "measure/compare/completeness.h"
#include "run/controller/downloadcontroller.h"
#include "run/runqueries.h"

#include <algorithm>
#include <utility>

namespace lapwing::ui {

bool DownloadController::followsOn(const std::vector<plan::Entry> &entries) const
{
    if (entries.size() != 1)
        return false;
    if (m_answer)
        return true;
    const auto isListed = [this](const record::TaskRecord &task) {
        return record::hasFile(task.state) && m_tasks.ledger().indexOf(task.id) >= 0;
    };
    return m_together && measure::filesIn(*m_together) > 1
        && std::ranges::any_of(m_together->tasks, isListed);
}

/// Before a run of `entries` takes the place of the last one.
void DownloadController::keepAnswer(const std::vector<plan::Entry> &entries)
{
    if (!followsOn(entries)) {
        m_answer.reset();
        return;
    }
    if (m_answer)
        return;
    m_answer.emplace();
    m_answer->isRestored = m_isRestored;
    m_answer->proxyText = m_proxyText;
    m_answer->plan = m_plan;
    m_answer->together = m_together;
    m_answer->oneAtATime = m_oneAtATime;
}

/// As the last run: it is to be measured, or files are taken from it.
void DownloadController::bringAnswerBack()
{
    if (!m_answer)
        return;
    Removal::Results answer = *std::exchange(m_answer, std::nullopt);
    ++m_run;
    m_isRestored = answer.isRestored;
    m_proxyText = std::move(answer.proxyText);
    m_plan = std::move(answer.plan);
    m_together = std::move(answer.together);
    m_oneAtATime = std::move(answer.oneAtATime);
}

/// See Situation.
std::vector<record::SharedRecord> DownloadController::triedSince() const
{
    std::vector<record::SharedRecord> since;
    if (!together())
        return since;
    for (const record::TaskRecord &task : together()->tasks) {
        const record::TaskRecord *now =
            task.state == record::TaskState::Failed ? taskOf(task.id) : nullptr;
        if (now != nullptr && !isSame(*now, task))
            since.push_back(*now);
    }
    return since;
}

} // namespace lapwing::ui
