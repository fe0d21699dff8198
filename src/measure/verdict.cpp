// SPDX-License-Identifier: MIT
#include "measure/verdict.h"

#include "measure/loopshares.h"
#include "measure/verdictwords.h"

namespace lapwing::measure {
namespace {

using record::Run;

constexpr double dominant = 0.5;     ///< of the time, or of the loop's
constexpr double muchBusy = 0.7;     ///< of the loop's time: the rest of it was late
constexpr double manyRefused = 0.05; ///< of the files
constexpr double muchRefused = 0.1;  ///< of the time, waited after refusals
/// Between them lies what is neither: the rate of each falls, but not as it would if they shared all.
constexpr double shared = -0.6;
constexpr double unshared = -0.35;

bool isTheProgram(const std::optional<LoopShares> &loop)
{
    return loop && (loop->busy > muchBusy || loop->still > dominant);
}

bool isThrottled(const Evidence &evidence)
{
    if (evidence.refusals == 0)
        return evidence.steppedDown > 0;
    return evidence.steppedDown > 0 || evidence.refusals >= manyRefused * evidence.files
        || evidence.refusedWait >= muchRefused * (evidence.held + evidence.refusedWait);
}

/// The disk held lanes up, or went on when nothing was in flight any more.
bool isTheDisk(const Evidence &evidence)
{
    const double flying = 1 - evidence.commitShare;
    return evidence.commitShare + flying * evidence.diskShare >= dominant;
}

/// Most of the time bodies came: whether they shared the line tells what they were limited by.
LimitedBy limitOfBodies(const Evidence &evidence)
{
    const std::optional<double> exponent = evidence.rateOfEach.exponent;
    if (!exponent)
        return LimitedBy::Unknown;
    if (*exponent <= shared)
        return LimitedBy::Line;
    return *exponent >= unshared ? LimitedBy::Connection : LimitedBy::Unknown;
}

LimitedBy limitOf(const Evidence &evidence, const std::optional<LoopShares> &loop)
{
    if (isTheProgram(loop))
        return LimitedBy::Program;
    if (isThrottled(evidence))
        return LimitedBy::Throttling;
    if (evidence.files == 0 || evidence.held <= 0)
        return LimitedBy::Unknown;
    if (isTheDisk(evidence))
        return LimitedBy::Disk;
    if (evidence.waitShare + evidence.setUpShare >= dominant)
        return LimitedBy::Latency;
    return evidence.receiveShare >= dominant ? limitOfBodies(evidence) : LimitedBy::Unknown;
}

std::vector<std::pair<QString, double>> figuresOf(const Evidence &evidence,
                                                  const std::optional<LoopShares> &loop)
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
        {QStringLiteral("refused_wait_s"), evidence.refusedWait}};
    if (evidence.rateOfEach.usual > 0)
        figures.emplace_back(QStringLiteral("rate_of_each_bytes_per_s"), evidence.rateOfEach.usual);
    if (evidence.waitOfEach.usual > 0)
        figures.emplace_back(QStringLiteral("wait_of_each_s"), evidence.waitOfEach.usual);
    if (evidence.rateOfEach.exponent)
        figures.emplace_back(QStringLiteral("rate_exponent"), *evidence.rateOfEach.exponent);
    if (evidence.waitOfEach.exponent)
        figures.emplace_back(QStringLiteral("wait_exponent"), *evidence.waitOfEach.exponent);
    if (loop) {
        figures.emplace_back(QStringLiteral("loop_busy_share"), loop->busy);
        figures.emplace_back(QStringLiteral("loop_still_share"), loop->still);
        figures.emplace_back(QStringLiteral("loop_cpu_share"), loop->cpu);
        figures.emplace_back(QStringLiteral("process_cpu_share"), loop->processCpu);
    }
    return figures;
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

Verdict verdictOf(const Run &run, const std::vector<Run> &all)
{
    const Evidence evidence = evidenceOf(run, all);
    const std::optional<LoopShares> loop = loopSharesOf(run.facts.loop);
    Verdict verdict;
    verdict.limitedBy = limitOf(evidence, loop);
    verdict.loop = loopKindOf(run.facts.loop);
    verdict.text = textOf(verdict.limitedBy, evidence, run.facts.loop);
    verdict.figures = figuresOf(evidence, loop);
    return verdict;
}

} // namespace lapwing::measure
