// SPDX-License-Identifier: MIT
#include "cli/progress/progress.h"

#include "cli/command.h"
#include "cli/progress/bar.h"
#include "cli/progress/jsonlines.h"
#include "cli/progress/plainlines.h"
#include "measure/seconds.h"
#include "plan/origin.h"
#include "record/untried.h"
#include "text/amounts.h"
#include "text/failure.h"

namespace lapwing::cli {

using record::TaskRecord;
using record::TaskState;

namespace {

bool isNewWait(const TaskRecord &before, const TaskRecord &now)
{
    return now.state == TaskState::Retrying && now.retryAt && now.retryAt != before.retryAt;
}

/// From the end of the attempt that failed.
record::Stamp waitOf(const TaskRecord &task)
{
    const record::Stamp due = *task.retryAt;
    return task.attempts.empty() ? record::Stamp{} : due - task.attempts.back().end.value_or(due);
}

} // namespace

Progress::Progress(Streams &streams) : m_streams(streams) { }

void Progress::begin(const plan::Plan &plan)
{
    m_ledger = record::Ledger(plan.entries);
    m_facts = {};
    m_saidSteps = 0;
    m_saidHolds = 0;
    m_saidUntried.clear();
    m_facts.mode = plan.mode;
    begun(plan);
}

void Progress::joined(const std::vector<plan::Entry> &entries)
{
    m_ledger.append(entries);
    grew();
}

void Progress::changed(const record::Batch &batch)
{
    reportDiskFull(m_facts.diskFull.has_value(), batch.facts.diskFull.has_value());
    m_facts = batch.facts;
    sayStepsDown(batch.facts.steppedDown);
    sayHolds(batch.facts.holds);
    for (const TaskRecord &task : batch.changed) {
        const int index = m_ledger.indexOf(task.id);
        if (index < 0)
            continue;
        const bool hadEnded = record::isEnd(m_ledger.at(index)->state);
        const bool retries = isNewWait(m_ledger.at(index), task);
        m_ledger.set(index, task);
        taskMoved(task);
        if (retries)
            taskRetries(task, waitOf(task));
        if (record::isEnd(task.state) && !hadEnded) {
            sayUntried(task);
            taskEnded(task);
        }
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
void Progress::grew() { }
void Progress::taskMoved(const TaskRecord &) { }
void Progress::taskEnded(const TaskRecord &) { }
void Progress::taskRetries(const TaskRecord &, record::Stamp) { }
void Progress::updated() { }

void Progress::reportDiskFull(bool wasFull, bool isFull)
{
    if (isFull && !wasFull)
        note(Text::tr(
            "The disk is full: all downloads are paused until space is free; nothing is lost."));
    if (wasFull && !isFull)
        note(Text::tr("Disk space is available again: resuming."));
}

void Progress::sayStepsDown(const std::vector<record::SteppedDown> &steps)
{
    for (; m_saidSteps < steps.size(); ++m_saidSteps) {
        const record::SteppedDown &step = steps.at(m_saidSteps);
        note(Text::tr("%1 keeps reporting too many requests; limiting it to %n at a time.", nullptr,
                      step.atOnce)
                 .arg(step.host));
    }
}

void Progress::sayHolds(const std::vector<record::Hold> &holds)
{
    for (; m_saidHolds < holds.size(); ++m_saidHolds) {
        const record::Hold &hold = holds.at(m_saidHolds);
        note(Text::tr("%1 asked Lapwing to wait %2; its downloads wait until then.")
                 .arg(hold.host, text::asTime(hold.until - hold.from)));
    }
}

/// Once for each server: thousands of links may share the reason.
void Progress::sayUntried(const TaskRecord &task)
{
    const QString server = plan::Origin(task.url).text;
    if (!record::isUntried(task) || m_saidUntried.contains(server))
        return;
    m_saidUntried.insert(server);
    note(text::untriedSentence(server, *task.failure));
}

QString Progress::progressText() const
{
    const record::Totals &totals = m_ledger.totals();
    QStringList parts{Text::tr("%1 of %2").arg(totals.finished()).arg(m_ledger.size())};
    if (totals.in(TaskState::Failed) > 0)
        parts << Text::tr("%1 failed").arg(totals.in(TaskState::Failed));
    parts << text::asBytes(totals.bytes);
    if (const auto rate = measure::meanRate(totals.bytes, m_facts.elapsed))
        parts << text::asRate(rate);
    return parts.join(QStringLiteral(", "));
}

std::unique_ptr<Progress> makeProgress(ProgressKind kind, plan::Redaction redaction,
                                       Streams &streams)
{
    if (kind == ProgressKind::None)
        return std::make_unique<Progress>(streams);
    if (kind == ProgressKind::Json)
        return std::make_unique<JsonLines>(redaction, streams);
    if (kind == ProgressKind::Plain || !streams.err.isTerminal)
        return std::make_unique<PlainLines>(redaction, streams);
    return std::make_unique<Bar>(streams);
}

} // namespace lapwing::cli
