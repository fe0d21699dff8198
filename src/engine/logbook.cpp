// SPDX-License-Identifier: MIT
#include "engine/logbook.h"

namespace lapwing::engine {
namespace {

bool isActive(const record::TaskRecord &record)
{
    const bool isPaused = !record.pauses.empty() && !record.pauses.back().to;
    return record.start && !record.end && !isPaused;
}

} // namespace

Logbook::Logbook(const plan::Plan &plan, QDateTime started) : m_ledger(plan.entries)
{
    m_facts.mode = plan.mode;
    m_facts.round = plan.round;
    m_facts.atOnce = plan.atOnce;
    m_facts.perHost = plan.perHost.value_or(plan.atOnce);
    m_facts.discarded = plan.destination.kind == plan::Destination::Kind::Discard;
    m_facts.started = std::move(started);
}

void Logbook::set(int index, record::TaskRecord record, record::Stamp now)
{
    const int before = m_active;
    m_active += int(isActive(record)) - int(isActive(m_ledger.at(index)));
    if (before == 0 && m_active > 0)
        m_activeSince = now;
    if (before > 0 && m_active == 0)
        m_facts.elapsed += now - m_activeSince;
    m_ledger.set(index, std::move(record));
}

void Logbook::noteAtOnce(int atOnce, record::Stamp now)
{
    m_facts.atOnceChanges.push_back({now, atOnce});
}

record::RunFacts Logbook::facts(record::Stamp now) const
{
    record::RunFacts facts = m_facts;
    if (m_active > 0)
        facts.elapsed += now - m_activeSince;
    return facts;
}

record::Batch Logbook::takeBatch(record::Stamp now)
{
    record::Batch batch;
    batch.facts = facts(now);
    for (const record::IndexRun run : m_ledger.takeDirtyRuns()) {
        for (int index = run.first; index <= run.last; ++index)
            batch.changed.push_back(m_ledger.at(index));
    }
    return batch;
}

} // namespace lapwing::engine
