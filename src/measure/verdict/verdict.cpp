// SPDX-License-Identifier: MIT
#include "measure/verdict/verdict.h"

#include "measure/compare/comparison.h"
#include "measure/verdict/causes.h"
#include "measure/verdict/loopshares.h"

#include <algorithm>
#include <ranges>

namespace lapwing::measure {
namespace {

using record::Run;

constexpr double nearlyAll = 0.95;

/// Files that were there, or were not requested, tell nothing; those that all failed do.
bool isTold(const Evidence &evidence, const std::vector<LimitShare> &causes)
{
    const bool isTried = evidence.files > 0 || evidence.refusals > 0 || evidence.failures > 0;
    return isTried && !causes.empty();
}

/// What a task was itself the reason for.
bool isOwnTime(const CriticalStretch &stretch)
{
    return stretch.work == Work::SetUp || stretch.work == Work::Answer || stretch.work == Work::Body
        || stretch.work == Work::Commit;
}

/// The last on the path is the only one that can be nearly all of it and end with it.
std::optional<QString> oneFileOf(const Run &run, const std::vector<CriticalStretch> &path)
{
    const auto last = std::ranges::find_if(
        path, [](const CriticalStretch &stretch) { return stretch.task != nullptr; });
    if (last == path.end() || !couldBeMore(run))
        return std::nullopt;
    record::Stamp own{};
    for (const CriticalStretch &stretch : path) {
        if (stretch.task == last->task && isOwnTime(stretch))
            own += stretch.span.to - stretch.span.from;
    }
    return own >= nearlyAll * run.facts.elapsed ? std::optional(last->task->name) : std::nullopt;
}

/// Where there are several servers, rates are told of those whose bodies make the limit.
void tellRatesOfLimit(Verdict &verdict, const Run &run, const std::vector<Run> &all)
{
    const auto makesIt = [&verdict](const QString &server) {
        return limitOfBodies(verdict.evidence, server) == verdict.limitedBy;
    };
    const auto servers = verdict.evidence.rateOfEach.exponents | std::views::keys;
    const auto count = std::ranges::count_if(servers, makesIt);
    if (count > 0 && count < std::ranges::distance(servers))
        verdict.evidence.rateOfEach = rateTrendOf(run, all, makesIt);
}

std::vector<std::pair<QString, double>> figuresOf(const Evidence &evidence,
                                                  const std::optional<LoopShares> &loop,
                                                  const std::optional<Sooner> &sooner)
{
    std::vector<std::pair<QString, double>> figures{
        {QStringLiteral("wait_share"), evidence.waitShare},
        {QStringLiteral("setup_share"), evidence.setUpShare},
        {QStringLiteral("receive_share"), evidence.receiveShare},
        {QStringLiteral("disk_share"), evidence.diskShare},
        {QStringLiteral("commit_share"), evidence.commitShare},
        {QStringLiteral("in_flight"), evidence.inFlight},
        {QStringLiteral("rate_bytes_per_s"), evidence.rate},
        {QStringLiteral("refusals"), evidence.refusals},
        {QStringLiteral("refused_wait_s"), evidence.refusedWait},
        {QStringLiteral("failures"), evidence.failures}};
    if (evidence.rateOfEach.usual > 0)
        figures.emplace_back(QStringLiteral("rate_of_each_bytes_per_s"), evidence.rateOfEach.usual);
    if (evidence.waitOfEach.usual > 0)
        figures.emplace_back(QStringLiteral("wait_of_each_s"), evidence.waitOfEach.usual);
    if (evidence.rateOfEach.exponent)
        figures.emplace_back(QStringLiteral("rate_exponent"), *evidence.rateOfEach.exponent);
    if (evidence.waitOfEach.exponent)
        figures.emplace_back(QStringLiteral("wait_exponent"), *evidence.waitOfEach.exponent);
    if (sooner) {
        figures.emplace_back(QStringLiteral("lanes_s"), sooner->seconds);
        figures.emplace_back(QStringLiteral("lanes_at_once"), sooner->atOnce);
    }
    if (loop) {
        figures.emplace_back(QStringLiteral("loop_busy_share"), loop->busy);
        figures.emplace_back(QStringLiteral("loop_still_share"), loop->still);
        figures.emplace_back(QStringLiteral("loop_cpu_share"), loop->cpu);
        figures.emplace_back(QStringLiteral("process_cpu_share"), loop->processCpu);
    }
    return figures;
}

/// What stands beside it: measured where it was; estimated where there is no other run, or none to compare with.
bool mayHaveLost(const Run &run, const std::vector<Run> &all)
{
    constexpr double readsAsLess = 0.95; // than 1.0
    if (run.facts.mode != plan::Mode::Together || run.facts.atOnce < 2)
        return false;
    const auto alone = std::ranges::find_if(all, [&run](const Run &other) {
        return other.facts.mode == plan::Mode::OneAtATime && other.facts.round == run.facts.round;
    });
    std::optional<double> least;
    if (alone != all.end())
        least = compare(run, *alone).speedup.value;
    const bool isEstimated = alone != all.end() || all.size() < 2;
    if (const auto estimate = !least && isEstimated ? compareWithEstimate(run) : std::nullopt)
        least = estimate->speedup.low;
    return least.value_or(1) < readsAsLess;
}

} // namespace

QString wordFor(LimitedBy limit)
{
    switch (limit) {
    case LimitedBy::Latency:
        return QStringLiteral("latency");
    case LimitedBy::Line:
        return QStringLiteral("line");
    case LimitedBy::Connection:
        return QStringLiteral("connection");
    case LimitedBy::Throttling:
        return QStringLiteral("throttling");
    case LimitedBy::Retries:
        return QStringLiteral("retries");
    case LimitedBy::Disk:
        return QStringLiteral("disk");
    case LimitedBy::Program:
        return QStringLiteral("program");
    case LimitedBy::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QString wordFor(LoopKind kind)
{
    switch (kind) {
    case LoopKind::IoBound:
        return QStringLiteral("io-bound");
    case LoopKind::CpuBound:
        return QStringLiteral("cpu-bound");
    case LoopKind::Blocked:
        return QStringLiteral("blocked");
    case LoopKind::CpuElsewhere:
        return QStringLiteral("cpu-elsewhere");
    case LoopKind::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QString wordFor(const Verdict &verdict)
{
    return verdict.oneFile ? oneFileWord.toString() : wordFor(verdict.limitedBy);
}

bool isOfEachFile(const Verdict &verdict)
{
    return verdict.limitedBy == LimitedBy::Connection
        || (verdict.limitedBy == LimitedBy::Latency && !waitGrows(verdict.evidence));
}

Verdict verdictOf(const Run &run, const std::vector<Run> &all)
{
    const std::vector<CriticalStretch> path = criticalPathOf(run);
    Verdict verdict;
    verdict.loop = loopKindOf(run.facts.loop);
    verdict.evidence = evidenceOf(run, all);
    const Evidence &evidence = verdict.evidence;
    if (std::vector<LimitShare> causes = causesOf(run, evidence, path); isTold(evidence, causes)) {
        verdict.limitedBy = causes.front().limit;
        verdict.causes = std::move(causes);
    }
    if (isOfEachFile(verdict))
        verdict.oneFile = oneFileOf(run, path);
    verdict.sooner = soonerWithMore(run, evidence, path);
    verdict.isMoreInDoubt = mayHaveLost(run, all);
    tellRatesOfLimit(verdict, run, all); // last: the others are told of all servers
    verdict.figures = figuresOf(evidence, loopSharesOf(run.facts.loop), verdict.sooner);
    return verdict;
}

} // namespace lapwing::measure
