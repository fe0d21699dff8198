// SPDX-License-Identifier: MIT
#include "measure/verdict/evidence.h"

#include "measure/compare/completeness.h"
#include "measure/concurrency.h"
#include "measure/phases.h"
#include "measure/times.h"
#include "measure/verdict/trend.h"
#include "plan/origin.h"

#include <algorithm>
#include <map>

namespace lapwing::measure {
namespace {

using record::Run;
using record::Stamp;
using record::TaskRecord;
using Seconds = std::chrono::duration<double>;

constexpr double longer = 1.3; ///< times

double secondsOf(const std::array<PhaseTime, phaseCount> &phases, Phase phase)
{
    return Seconds(phases[static_cast<std::size_t>(phase)].time.value_or(Stamp{})).count();
}

double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

void addShares(const Run &run, Evidence &evidence)
{
    double setUp = 0;
    double wait = 0;
    double receive = 0;
    double disk = 0;
    for (const TaskRecord &task : run.tasks) {
        const auto phases = phasesOf(task);
        setUp += secondsOf(phases, Phase::LookUp) + secondsOf(phases, Phase::SetUp);
        wait += secondsOf(phases, Phase::Wait);
        receive += secondsOf(phases, Phase::Receive);
        disk += secondsOf(phases, Phase::Disk);
        evidence.files += record::isFetched(task) ? 1 : 0;
    }
    disk = std::min(disk, receive); // a part of it
    evidence.held = setUp + wait + receive;
    evidence.setUpShare = share(setUp, evidence.held);
    evidence.waitShare = share(wait, evidence.held);
    evidence.receiveShare = share(receive - disk, evidence.held);
    evidence.diskShare = share(disk, evidence.held);
}

/// Commits go on beside what is in flight; what is left of them is when nothing is.
void addCommits(const Run &run, Evidence &evidence)
{
    std::vector<Span> flights;
    std::vector<Span> both;
    for (const TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            for (const Span &flight : flightsOf(attempt)) {
                flights.push_back(flight);
                both.push_back(flight);
            }
            both.push_back({flights.back().to, attempt.end.value_or(attempt.start)});
        }
    }
    const Stamp alone = StepFunction(both).covered() - StepFunction(flights).covered();
    evidence.commitShare = share(Seconds(alone).count(), Seconds(run.facts.elapsed).count());
}

/// How much of it lies outside the holds of a server; null: it has none.
double secondsBeside(const Span &wait, const StepFunction *holds)
{
    const double seconds = Seconds(wait.to - wait.from).count();
    return holds == nullptr
        ? seconds
        : std::max(seconds - holds->integralTo(wait.to) + holds->integralTo(wait.from), 0.0);
}

/// The servers that asked to be left alone for longer than a run waits, by the moment that they named.
std::map<QDateTime, QString> closedServersOf(const Run &run)
{
    std::map<QDateTime, QString> closed;
    for (const TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            if (isRefusal(attempt) && attempt.failure->notBefore)
                closed.emplace(*attempt.failure->notBefore,
                               plan::Origin(attempt.hops.back().url).text);
        }
    }
    return closed;
}

/// Whose refusal ended it: of where its redirect led, only the failure tells.
QString refuserOf(const record::Attempt &attempt, const std::map<QDateTime, QString> &closed)
{
    if (isRefusal(attempt))
        return plan::Origin(attempt.hops.back().url).text;
    const auto found = closed.find(attempt.failure->notBefore.value_or(QDateTime()));
    return found == closed.end() ? QString() : found->second;
}

/// Of the holds of servers, and of what a refused task waited beside those of its server: for its own retry, and for
/// a lane.
void addRefusedWaits(const Run &run, Evidence &evidence)
{
    std::map<QString, std::vector<Span>> spans;
    for (const record::Hold &hold : run.facts.holds)
        spans[hold.host].push_back({hold.from, record::endOf(hold, hold.until)});
    std::map<QString, StepFunction> holds;
    for (const auto &[host, each] : spans) {
        const StepFunction &held = holds.emplace(host, StepFunction(each)).first->second;
        evidence.refusedWait += Seconds(held.covered()).count();
    }
    const std::map<QDateTime, QString> closed = closedServersOf(run);
    for (const TaskRecord &task : run.tasks) {
        for (std::size_t next = 1; next < task.attempts.size(); ++next) {
            const record::Attempt &refused = waitedAfter(task, next);
            if (!endedByRefusal(refused))
                continue;
            const auto held = holds.find(refuserOf(refused, closed));
            for (const Span &wait : waitsBefore(task, next))
                evidence.refusedWait +=
                    secondsBeside(wait, held == holds.end() ? nullptr : &held->second);
        }
    }
}

void addRefusals(const Run &run, Evidence &evidence)
{
    evidence.steppedDown = static_cast<int>(run.facts.steppedDown.size());
    evidence.refusals = refusalsIn(run);
    for (const TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts)
            evidence.failures += attempt.failure && !endedByRefusal(attempt)
                && !wasInterrupted(attempt) && !wasPassedBy(attempt);
    }
    addRefusedWaits(run, evidence);
}

/// Those of the same list, `run` first.
std::vector<const Run *> alikeIn(const std::vector<Run> &all, const Run &run)
{
    std::vector<const Run *> alike{&run};
    for (const Run &other : all) {
        if (&other != &run && countSizeMismatches(run, other))
            alike.push_back(&other);
    }
    return alike;
}

} // namespace

Trend rateTrendOf(const Run &run, const std::vector<Run> &all,
                  const std::function<bool(const QString &server)> &counts)
{
    return trendOf(alikeIn(all, run), ratesIn, counts);
}

Evidence evidenceOf(const Run &run, const std::vector<Run> &all)
{
    const std::vector<const Run *> alike = alikeIn(all, run);
    Evidence evidence;
    addShares(run, evidence);
    addCommits(run, evidence);
    addRefusals(run, evidence);
    evidence.rate =
        share(static_cast<double>(bytesReceived(run)), Seconds(run.facts.elapsed).count());
    evidence.inFlight = meanConcurrency(run);
    evidence.rateOfEach = trendOf(alike, ratesIn);
    evidence.waitOfEach = trendOf(alike, waitsIn);
    return evidence;
}

bool waitGrows(const Evidence &evidence)
{
    const Trend &wait = evidence.waitOfEach;
    return wait.exponent.value_or(0) >= waitGrowsFrom && wait.whenMany >= longer * wait.whenFew;
}

bool isUntold(const Evidence &evidence)
{
    return evidence.receiveShare >= 0.5 && !evidence.rateOfEach.exponent;
}

} // namespace lapwing::measure
