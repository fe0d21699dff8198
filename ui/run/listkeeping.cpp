// SPDX-License-Identifier: MIT
#include "run/listkeeping.h"

#include "run/runqueries.h"

#include <memory>
#include <utility>

namespace lapwing::ui {

using plan::Mode;

void ListKeeping::change(std::vector<store::Change> changes) const
{
    if (isOn())
        m_keep(std::move(changes));
}

void ListKeeping::setFolder(const QString &folder) const
{
    if (m_keep)
        m_keep({store::SetFolder{folder}});
}

void ListKeeping::beginRun(std::vector<int> ids, report::PlanFacts plan,
                           std::vector<record::TaskRecord> begun)
{
    m_isRunKept = true;
    change({store::BeginRun{Mode::Together, std::move(ids), std::move(plan)},
            store::PutRecords{Mode::Together, std::move(begun)}});
}

void ListKeeping::joinRun(std::vector<int> ids, std::vector<record::TaskRecord> begun) const
{
    change({store::JoinRun{Mode::Together, std::move(ids)},
            store::PutRecords{Mode::Together, std::move(begun)}});
}

void ListKeeping::beginBaseline(std::vector<int> ids, report::PlanFacts plan) const
{
    if (m_isRunKept)
        change({store::BeginRun{Mode::OneAtATime, std::move(ids), std::move(plan)}});
}

void ListKeeping::putBackBaseline(const record::Run &oneAtATime,
                                  const report::PlanFacts &plan) const
{
    if (m_isRunKept)
        change({store::BeginRun{Mode::OneAtATime, idsOf(oneAtATime.tasks), plan},
                store::PutRecords{Mode::OneAtATime, oneAtATime.tasks},
                store::PutFacts{oneAtATime.facts}});
}

void ListKeeping::takeBatch(Mode mode, const record::Batch &batch) const
{
    const bool isOfNoRun = mode == Mode::OneAtATime && !m_isRunKept;
    if (!isOn() || isOfNoRun)
        return;
    std::vector<store::Change> changes;
    changes.emplace_back(store::PutRecords{mode, batch.changed});
    if (m_isRunKept)
        changes.emplace_back(store::PutFacts{batch.facts});
    m_keep(std::move(changes));
}

void ListKeeping::endRun(const record::RunFacts &facts, int maxKeptRuns,
                         const std::function<report::Document()> &document) const
{
    if (!isOn())
        return;
    const store::LimitKept limit{maxKeptRuns};
    if (m_isRunKept)
        m_keep({store::PutFacts{facts}, store::KeepRun{}, limit});
    else
        m_keep({store::KeepDocument{std::make_shared<const report::Document>(document())}, limit});
}

void ListKeeping::forgetRun()
{
    if (std::exchange(m_isRunKept, false))
        change({store::ForgetRun{Mode::Together}});
}

void ListKeeping::keepAgain(const record::Run &together, const record::Run *oneAtATime,
                            const report::PlanFacts &plan)
{
    m_isRunKept = true;
    change({store::PutBackRun{idsOf(together.tasks), plan}, store::PutFacts{together.facts}});
    if (oneAtATime != nullptr)
        putBackBaseline(*oneAtATime, plan);
}

void ListKeeping::forgetBaseline() const
{
    if (m_isRunKept)
        change({store::ForgetRun{Mode::OneAtATime}});
}

} // namespace lapwing::ui
