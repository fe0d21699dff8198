// SPDX-License-Identifier: MIT
#include "cli/progress.h"

#include "cli/bar.h"
#include "cli/command.h"
#include "cli/jsonlines.h"
#include "cli/plainlines.h"
#include "report/amounts.h"

namespace lapwing::cli {

using record::TaskRecord;
using record::TaskState;

Progress::Progress(Streams &streams) : m_streams(streams) { }

void Progress::begin(const plan::Plan &plan)
{
    m_ledger = record::Ledger(plan.entries);
    m_facts = {};
    m_facts.mode = plan.mode;
    begun(plan);
}

void Progress::changed(const record::Batch &batch)
{
    m_facts = batch.facts;
    for (const TaskRecord &task : batch.changed) {
        const int index = m_ledger.indexOf(task.id);
        if (index < 0)
            continue;
        const bool hadEnded = record::isEnd(m_ledger.at(index).state);
        m_ledger.set(index, task);
        taskMoved(task);
        if (record::isEnd(task.state) && !hadEnded)
            taskEnded(task);
    }
    updated();
}

void Progress::end(const record::RunFacts &facts)
{
    m_facts = facts;
}

void Progress::note(const QString &sentence)
{
    say(m_streams.err, sentence);
}

void Progress::begun(const plan::Plan &) { }
void Progress::taskMoved(const TaskRecord &) { }
void Progress::taskEnded(const TaskRecord &) { }
void Progress::updated() { }

QString Progress::standing() const
{
    const record::Totals &totals = m_ledger.totals();
    QStringList parts{Text::tr("%1 of %2").arg(totals.finished()).arg(m_ledger.size())};
    if (totals.in(TaskState::Failed) > 0)
        parts << Text::tr("%1 failed").arg(totals.in(TaskState::Failed));
    parts << report::asBytes(totals.bytes);
    if (const auto rate = report::meanRate(totals.bytes, m_facts.elapsed))
        parts << report::asRate(rate);
    return parts.join(QStringLiteral(", "));
}

std::unique_ptr<Progress> makeProgress(ProgressKind kind, plan::Disclosure disclosure,
                                       Streams &streams)
{
    if (kind == ProgressKind::None)
        return std::make_unique<Progress>(streams);
    if (kind == ProgressKind::Json)
        return std::make_unique<JsonLines>(disclosure, streams);
    if (kind == ProgressKind::Plain || !streams.err.isTerminal)
        return std::make_unique<PlainLines>(disclosure, streams);
    return std::make_unique<Bar>(streams);
}

} // namespace lapwing::cli
