// SPDX-License-Identifier: MIT
#include "report/document.h"

#include "measure/sweep/recommendation.h"

#include <algorithm>

namespace lapwing::report {
namespace {

/// The first run together says what was known before anything was measured.
std::optional<measure::Comparison> estimateOf(const std::vector<record::Run> &runs)
{
    const auto together = std::ranges::find_if(
        runs, [](const record::Run &run) { return run.facts.mode == plan::Mode::Together; });
    return together == runs.end() ? std::nullopt : measure::compareWithEstimate(*together);
}

/// A sweep knows more of its runs than they do: that it tried more in vain, and the file that keeps any number from
/// more. With fewer than are recommended more would have helped.
void addWhatTheSweepKnows(Document &document)
{
    const std::optional<measure::Sweep> &sweep = document.sweep;
    if (!sweep || !sweep->recommended)
        return;
    const bool isOneFile = sweep->critical && sweep->critical->isMet;
    for (std::size_t place = 0; place < document.runs.size(); ++place) {
        const int atOnce = document.runs[place].facts.atOnce;
        measure::Verdict &verdict = document.verdicts[place];
        if (atOnce < *sweep->recommended)
            continue;
        if (measure::triedMoreInVain(*measure::recommendationOf(*sweep), atOnce))
            verdict.isMoreInDoubt = true;
        if (isOneFile && measure::isOfEachFile(verdict) && !verdict.sooner)
            verdict.oneFile = sweep->critical->name;
    }
}

} // namespace

QString toString(plan::Mode mode)
{
    return mode == plan::Mode::Together ? QStringLiteral("together")
                                        : QStringLiteral("one-at-a-time");
}

record::TaskState reportedState(record::TaskState state, const record::RunFacts &facts)
{
    if (record::isEnd(state) || state == record::TaskState::Queued)
        return state;
    return facts.stopped && state != record::TaskState::Paused ? record::TaskState::Cancelled
                                                               : record::TaskState::Queued;
}

QString toString(Trial::Kind kind)
{
    switch (kind) {
    case Trial::Kind::Get:
        return QStringLiteral("get");
    case Trial::Kind::Compare:
        return QStringLiteral("compare");
    case Trial::Kind::Sweep:
        return QStringLiteral("sweep");
    }
    Q_UNREACHABLE();
}

QString toString(record::Stop::Reason reason)
{
    switch (reason) {
    case record::Stop::Reason::Refused:
        return QStringLiteral("refused");
    case record::Stop::Reason::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

QString toString(record::Temperature temperature)
{
    return temperature == record::Temperature::Cold ? QStringLiteral("cold")
                                                    : QStringLiteral("warm");
}

PlanFacts factsOf(const plan::Plan &plan)
{
    PlanFacts facts;
    facts.entries = static_cast<int>(plan.entries.size());
    facts.atOnce = plan.atOnce;
    facts.perHost = plan.perHost.value_or(plan.atOnce);
    facts.destination = plan.destination.kind == plan::Destination::Kind::Folder
        ? QStringLiteral("folder")
        : QStringLiteral("discard");
    facts.proxy = plan::displayText(plan.access.proxies);
    facts.continues = plan.continues;
    return facts;
}

int countOf(const record::Run &run, record::TaskState state)
{
    return static_cast<int>(std::ranges::count_if(run.tasks, [&](const record::TaskRecord &task) {
        return reportedState(task.state, run.facts) == state;
    }));
}

const measure::Verdict *verdictOn(const Document &document, const record::Run *run)
{
    for (std::size_t place = 0; place < document.verdicts.size(); ++place) {
        if (&document.runs[place] == run)
            return &document.verdicts[place];
    }
    return nullptr;
}

Document makeDocument(PlanFacts plan, std::vector<record::Run> runs, plan::Redaction redaction,
                      const Trial &trial, std::vector<record::Probe> probes)
{
    Document document{std::move(plan), std::move(runs), std::nullopt, redaction};
    document.estimate = estimateOf(document.runs);
    document.comparison = measure::compareRounds(document.runs);
    if (!document.comparison)
        document.comparison = document.estimate;
    if (trial.kind == Trial::Kind::Sweep)
        document.sweep = measure::sweepOf(document.runs, trial.stopped);
    for (const record::Run &run : document.runs)
        document.verdicts.push_back(measure::verdictOf(run, document.runs));
    addWhatTheSweepKnows(document);
    document.trial = trial;
    document.probes = std::move(probes);
    return document;
}

} // namespace lapwing::report
