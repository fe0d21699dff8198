// SPDX-License-Identifier: MIT
#include "measure/phases.h"

#include "measure/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Stamp;
using MaybeLoop = std::optional<record::Loop>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Phases)
};

/// Queued signals that came while the loop stood still are handled within this, once it goes round again.
constexpr std::chrono::milliseconds catchingUp{1};

PhaseTime without(Phase phase, Known known)
{
    return {phase, known, std::nullopt, std::nullopt, false};
}

/// From stamp to stamp; `otherwise` when one of them is missing.
PhaseTime span(Phase phase, std::optional<Stamp> from, std::optional<Stamp> to,
               const MaybeLoop &loop, Known otherwise = Known::DoesNotApply)
{
    const std::optional<Stamp> time = between(from, to);
    if (!time)
        return without(phase, otherwise);
    return {phase, Known::Measured, from, time, isLate(*from, loop) || isLate(*to, loop)};
}

/// A sum that has no place of its own on the clock.
PhaseTime sum(Phase phase, Stamp time)
{
    return {phase, Known::Measured, std::nullopt, time, false};
}

PhaseTime setUpOf(const record::Hop &hop, const MaybeLoop &loop)
{
    PhaseTime setUp = span(Phase::SetUp, hop.asked, hop.sent ? hop.sent : hop.end, loop);
    // Without TLS nobody tells whether the connection was there before (timing.md, 1.5).
    const bool reused = hop.sent && !hop.encrypted && hop.url.scheme() == u"https";
    if (reused && setUp.time)
        setUp.known = Known::Reused;
    return setUp;
}

/// How long the task was paused within a time.
Stamp pausedIn(const record::TaskRecord &task, Stamp from, Stamp to)
{
    Stamp paused{};
    for (const record::Pause &pause : task.pauses) {
        const Stamp begin = std::max(pause.from, from);
        const Stamp end = std::min(pause.to.value_or(to), to);
        paused += std::max(end - begin, Stamp{});
    }
    return paused;
}

PhaseTime retryOf(const record::TaskRecord &task)
{
    if (task.attempts.size() < 2)
        return without(Phase::Retry, Known::DoesNotApply);
    Stamp waited{};
    for (std::size_t next = 1; next < task.attempts.size(); ++next) {
        const Stamp to = task.attempts[next].start;
        const Stamp from = task.attempts[next - 1].end.value_or(to);
        waited += std::max(to - from - pausedIn(task, from, to), Stamp{});
    }
    return sum(Phase::Retry, waited);
}

/// The sum of both: what is known of one of them is known of it.
void addTo(PhaseTime &all, const PhaseTime &part)
{
    all.known = std::min(all.known, part.known);
    all.isLate = all.isLate || part.isLate;
    if (!part.time)
        return;
    all.from = all.from ? all.from : part.from;
    all.time = all.time.value_or(Stamp{}) + *part.time;
}

} // namespace

QString wordFor(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return QStringLiteral("queued");
    case Phase::LookUp:
        return QStringLiteral("look-up");
    case Phase::SetUp:
        return QStringLiteral("set-up");
    case Phase::Send:
        return QStringLiteral("send");
    case Phase::Wait:
        return QStringLiteral("wait");
    case Phase::FirstByte:
        return QStringLiteral("first-byte");
    case Phase::Receive:
        return QStringLiteral("receive");
    case Phase::Stalled:
        return QStringLiteral("stalled");
    case Phase::Disk:
        return QStringLiteral("disk");
    case Phase::Retry:
        return QStringLiteral("retry");
    case Phase::Verify:
        return QStringLiteral("verify");
    case Phase::Commit:
        return QStringLiteral("commit");
    }
    Q_UNREACHABLE();
}

QString titleOf(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return Words::tr("Queued");
    case Phase::LookUp:
        return Words::tr("Look-up");
    case Phase::SetUp:
        return Words::tr("Set-up");
    case Phase::Send:
        return Words::tr("Send");
    case Phase::Wait:
        return Words::tr("Wait");
    case Phase::FirstByte:
        return Words::tr("First byte");
    case Phase::Receive:
        return Words::tr("Receive");
    case Phase::Stalled:
        return Words::tr("Stalled");
    case Phase::Disk:
        return Words::tr("Waiting for the disk");
    case Phase::Retry:
        return Words::tr("Waiting to try again");
    case Phase::Verify:
        return Words::tr("Verify");
    case Phase::Commit:
        return Words::tr("Commit");
    }
    Q_UNREACHABLE();
}

bool isPart(Phase phase)
{
    return phase == Phase::FirstByte || phase == Phase::Stalled || phase == Phase::Disk
        || phase == Phase::Verify;
}

QString wordFor(Known known)
{
    switch (known) {
    case Known::Measured:
        return QStringLiteral("measured");
    case Known::Reused:
        return QStringLiteral("reused");
    case Known::DoesNotApply:
        return QStringLiteral("does-not-apply");
    case Known::NotObservable:
        return QStringLiteral("not-observable");
    }
    Q_UNREACHABLE();
}

bool isLate(Stamp stamp, const MaybeLoop &loop)
{
    if (!loop)
        return false;
    const auto next =
        std::ranges::lower_bound(loop->stills, stamp - catchingUp, {}, &record::StandStill::to);
    return next != loop->stills.end() && next->from <= stamp;
}

std::vector<PhaseTime> phasesOf(const record::Hop &hop, const std::optional<Stamp> &firstByte,
                                const MaybeLoop &loop)
{
    const std::optional<Stamp> answered = hop.headers ? hop.headers : hop.end;
    return {span(Phase::LookUp, hop.lookUp, hop.asked, loop),
            setUpOf(hop, loop),
            without(Phase::Send, hop.sent ? Known::NotObservable : Known::DoesNotApply),
            span(Phase::Wait, hop.sent, answered, loop),
            span(Phase::FirstByte, hop.headers, firstByte, loop),
            span(Phase::Receive, hop.headers, hop.end, loop)};
}

std::vector<PhaseTime> phasesOf(const record::Attempt &attempt, const MaybeLoop &loop)
{
    const std::optional<Stamp> ended = attempt.failure ? std::nullopt : attempt.end;
    const bool hasBody = attempt.firstByte.has_value();
    return {hasBody ? sum(Phase::Stalled, attempt.stalled)
                    : without(Phase::Stalled, Known::DoesNotApply),
            hasBody ? sum(Phase::Disk, attempt.disk) : without(Phase::Disk, Known::DoesNotApply),
            attempt.verify ? sum(Phase::Verify, *attempt.verify)
                           : without(Phase::Verify, Known::DoesNotApply),
            span(Phase::Commit, attempt.received, ended, loop)};
}

std::array<PhaseTime, phaseCount> phasesOf(const record::TaskRecord &task, const MaybeLoop &loop)
{
    std::array<PhaseTime, phaseCount> all;
    for (std::size_t place = 0; place < phaseCount; ++place)
        all[place] = without(static_cast<Phase>(place), Known::NotObservable);
    const auto add = [&all](const PhaseTime &part) {
        addTo(all[static_cast<std::size_t>(part.phase)], part);
    };
    add(span(Phase::Queued, Stamp{}, task.start, loop));
    add(retryOf(task));
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops) {
            const bool isLast = &hop == &attempt.hops.back();
            for (const PhaseTime &part :
                 phasesOf(hop, isLast ? attempt.firstByte : std::nullopt, loop))
                add(part);
        }
        for (const PhaseTime &part : phasesOf(attempt, loop))
            add(part);
    }
    return all;
}

} // namespace lapwing::measure
