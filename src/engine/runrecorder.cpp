// SPDX-License-Identifier: MIT
#include "engine/runrecorder.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

bool isActive(const record::TaskRecord &record)
{
    return record.start && !record.end && !record::isPaused(record);
}

/// When it became active, or ceased to be. Its own stamp, not the moment at which it is told: so the total is to the
/// nanosecond what its tasks say. A pause may have been before it began.
record::Stamp lastChangeOf(const record::TaskRecord &record)
{
    if (record.end)
        return *record.end;
    if (record.pauses.empty())
        return *record.start;
    return std::max(*record.start, record.pauses.back().to.value_or(record.pauses.back().from));
}

} // namespace

RunRecorder::RunRecorder(const plan::Plan &plan, QDateTime started) : m_ledger(plan.entries)
{
    m_facts.mode = plan.mode;
    m_facts.round = plan.round;
    m_facts.atOnce = plan.atOnce;
    m_facts.perHost = plan.perHost.value_or(plan.atOnce);
    m_facts.discarded = plan.destination.kind == plan::Destination::Kind::Discard;
    m_facts.started = std::move(started);
}

void RunRecorder::append(const std::vector<plan::Entry> &entries, record::Stamp now)
{
    int index = m_ledger.size();
    m_ledger.append(entries);
    for (; index < m_ledger.size(); ++index) {
        record::TaskRecord record = m_ledger.at(index);
        record.joined = now;
        m_ledger.set(index, std::move(record)); // so that the next batch has it
    }
}

void RunRecorder::set(int index, record::TaskRecord record)
{
    const int change = int(isActive(record)) - int(isActive(m_ledger.at(index)));
    if (change != 0)
        count(lastChangeOf(record));
    m_active += change;
    m_ledger.set(index, std::move(record));
}

/// Since it was counted last, either something was active all the time, or a server held something off at most.
record::Stamp RunRecorder::elapsed(record::Stamp now) const
{
    const record::Stamp to = m_active > 0 ? now : std::min(now, m_heldUntil);
    return m_facts.elapsed + std::max(to - m_counted, record::Stamp{});
}

void RunRecorder::count(record::Stamp now)
{
    m_facts.elapsed = elapsed(now);
    m_counted = std::max(m_counted, now);
}

void RunRecorder::noteHolds(const std::vector<record::Hold> &holds, record::Stamp now)
{
    if (holds.empty() && m_openHolds.empty())
        return;
    count(now);
    std::vector<std::size_t> open;
    m_heldUntil = {};
    for (const record::Hold &hold : holds) {
        const auto known = std::ranges::find_if(m_openHolds, [&](std::size_t place) {
            const record::Hold &before = m_facts.holds[place];
            return before.host == hold.host && before.until > now;
        });
        open.push_back(known == m_openHolds.end() ? m_facts.holds.size() : *known);
        if (known == m_openHolds.end())
            m_facts.holds.push_back({hold.host, now, hold.until, std::nullopt});
        m_facts.holds[open.back()].until = hold.until;
        m_heldUntil = std::max(m_heldUntil, hold.until);
    }
    for (const std::size_t place : m_openHolds) {
        if (std::ranges::find(open, place) == open.end())
            m_facts.holds[place].to = record::endOf(m_facts.holds[place], now);
    }
    m_openHolds = std::move(open);
}

record::Stamp RunRecorder::heldBy(const QString &host, record::Stamp from, record::Stamp to) const
{
    record::Stamp held{};
    for (const record::Hold &hold : m_facts.holds) {
        const record::Stamp end = std::min(record::endOf(hold, to), to);
        if (hold.host == host)
            held += std::max(end - std::max(hold.from, from), record::Stamp{});
    }
    return held;
}

void RunRecorder::noteAtOnce(int atOnce, record::Stamp now)
{
    m_facts.atOnceChanges.push_back({now, atOnce});
}

record::RunFacts RunRecorder::facts(record::Stamp now) const
{
    record::RunFacts facts = m_facts;
    facts.elapsed = elapsed(now);
    return facts;
}

record::Batch RunRecorder::takeBatch(record::Stamp now)
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
