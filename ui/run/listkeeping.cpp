// SPDX-License-Identifier: MIT
#include "run/listkeeping.h"

#include "run/runqueries.h"

#include <memory>
#include <utility>

namespace lapwing::ui {

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
                           std::vector<record::SharedRecord> begun)
{
    m_isRunKept = true;
    change({store::BeginRun{std::move(ids), std::move(plan)}, store::PutRecords{std::move(begun)}});
}

void ListKeeping::joinRun(std::vector<int> ids, std::vector<record::SharedRecord> begun) const
{
    change({store::JoinRun{std::move(ids)}, store::PutRecords{std::move(begun)}});
}

void ListKeeping::takeBatch(const record::Batch &batch) const
{
    if (!isOn())
        return;
    std::vector<store::Change> changes;
    changes.emplace_back(store::PutRecords{batch.changed});
    if (m_isRunKept)
        changes.emplace_back(store::PutFacts{batch.facts});
    m_keep(std::move(changes));
}

void ListKeeping::putBaseline(std::shared_ptr<const record::Run> oneAtATime) const
{
    if (m_isRunKept)
        change({store::PutBaseline{std::move(oneAtATime)}});
}

void ListKeeping::endRun(const record::RunFacts &facts, int maxKeptRuns,
                         std::function<report::Document()> document) const
{
    if (!isOn())
        return;
    const store::LimitKept limit{maxKeptRuns};
    if (m_isRunKept)
        m_keep({store::PutFacts{facts}, store::KeepRun{}, limit});
    else
        m_keep({store::KeepDocument{std::move(document)}, limit});
}

void ListKeeping::forgetRun()
{
    if (std::exchange(m_isRunKept, false))
        change({store::ForgetRun()});
}

void ListKeeping::keepAgain(const record::Run &together,
                            std::shared_ptr<const record::Run> oneAtATime,
                            const report::PlanFacts &plan,
                            std::vector<record::SharedRecord> earlier)
{
    m_isRunKept = true;
    change({store::PutBackRun{idsOf(together.tasks), plan, std::move(earlier)},
            store::PutFacts{together.facts}});
    if (oneAtATime)
        putBaseline(std::move(oneAtATime));
}

} // namespace lapwing::ui
