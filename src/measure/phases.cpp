// SPDX-License-Identifier: MIT
#include "measure/phases.h"

#include "measure/concurrency.h"
#include "measure/seconds.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Stamp;
using MaybeLoop = std::optional<record::Loop>;

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

/// A hop that was never sent spent all its time here; not so one that was answered all the same, of which
/// it was not observed where the set-up ended and the wait began.
PhaseTime setUpOf(const record::Hop &hop, const MaybeLoop &loop)
{
    const bool wasNeverAsked = !hop.sent && hop.end == hop.asked; // its name was not found
    if (wasNeverAsked || (!hop.sent && hop.headers))
        return without(Phase::SetUp, wasNeverAsked ? Known::DoesNotApply : Known::NotObservable);
    PhaseTime setUp = span(Phase::SetUp, hop.asked, hop.sent ? hop.sent : hop.end, loop);
    if (isReused(hop) == true && setUp.time)
        setUp.known = Known::Reused;
    return setUp;
}

/// One that was sent and never answered spent the rest of its time here.
PhaseTime waitOf(const record::Hop &hop, const MaybeLoop &loop)
{
    const bool wasAnsweredUnsent = !hop.sent && hop.headers;
    return span(Phase::Wait, hop.sent, hop.headers ? hop.headers : hop.end, loop,
                wasAnsweredUnsent ? Known::NotObservable : Known::DoesNotApply);
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

PhaseTime queuedOf(const record::TaskRecord &task, const MaybeLoop &loop)
{
    PhaseTime queued = span(Phase::Queued, task.joined, task.start, loop);
    if (queued.time)
        *queued.time -= pausedIn(task, task.joined, *task.start);
    return queued;
}

/// After a redirect to a server without room; absent while it goes on, or there was none.
std::optional<PhaseTime> queuedAfter(const record::Hop &hop, const record::Attempt &attempt,
                                     const record::TaskRecord &task, const MaybeLoop &loop)
{
    PhaseTime queued = span(Phase::Queued, hop.requeued, hop.taken ? hop.taken : attempt.end, loop);
    if (!queued.time)
        return std::nullopt;
    *queued.time -= pausedIn(task, *queued.from, *queued.from + *queued.time);
    return queued;
}

PhaseTime retryOf(const record::TaskRecord &task)
{
    if (task.attempts.size() < 2)
        return without(Phase::Retry, Known::DoesNotApply);
    Stamp waited{};
    for (std::size_t next = 1; next < task.attempts.size(); ++next) {
        for (const Span &wait : waitsBefore(task, next))
            waited += wait.to - wait.from;
    }
    return sum(Phase::Retry, waited);
}

/// Sums by phase: the best that is known of one part is known of all. A phase without a part was not there.
class Sums {
public:
    void add(const PhaseTime &part)
    {
        std::optional<PhaseTime> &sum = m_sums[static_cast<std::size_t>(part.phase)];
        if (!sum) {
            sum = part;
            return;
        }
        sum->known = std::min(sum->known, part.known);
        sum->isLate = sum->isLate || part.isLate;
        if (!part.time)
            return;
        sum->from = sum->from ? sum->from : part.from;
        sum->time = sum->time.value_or(Stamp{}) + *part.time;
    }

    void add(const std::vector<PhaseTime> &parts)
    {
        for (const PhaseTime &part : parts)
            add(part);
    }

    [[nodiscard]] std::array<PhaseTime, phaseCount> all() const
    {
        std::array<PhaseTime, phaseCount> all;
        for (std::size_t place = 0; place < phaseCount; ++place)
            all[place] =
                m_sums[place].value_or(without(static_cast<Phase>(place), Known::DoesNotApply));
        return all;
    }

private:
    std::array<std::optional<PhaseTime>, phaseCount> m_sums;
};

} // namespace

QString wordFor(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return QStringLiteral("queued");
    case Phase::Held:
        return QStringLiteral("held");
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

bool isPart(Phase phase)
{
    return phase == Phase::Held || phase == Phase::FirstByte || phase == Phase::Stalled
        || phase == Phase::Disk || phase == Phase::Verify;
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
        std::ranges::lower_bound(loop->stills, stamp - catchingUp, {}, &record::LoopStall::to);
    return next != loop->stills.end() && next->from <= stamp;
}

Stamp queuedSince(const record::TaskRecord &task)
{
    Stamp since = task.joined;
    for (const record::Pause &pause : task.pauses) {
        if (task.start && pause.to && *pause.to <= *task.start)
            since = std::max(since, *pause.to);
    }
    return since;
}

std::optional<bool> isReused(const record::Hop &hop)
{
    if (hop.encrypted)
        return false;
    return hop.sent && hop.url.scheme() == u"https" ? std::optional(true) : std::nullopt;
}

std::vector<PhaseTime> phasesOf(const record::Hop &hop, const std::optional<Stamp> &firstByte,
                                const MaybeLoop &loop)
{
    return {span(Phase::LookUp, hop.lookUp, hop.asked, loop),
            setUpOf(hop, loop),
            without(Phase::Send, hop.sent ? Known::NotObservable : Known::DoesNotApply),
            waitOf(hop, loop),
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
    Sums sums;
    sums.add(queuedOf(task, loop));
    if (task.held)
        sums.add(sum(Phase::Held, *task.held));
    sums.add(retryOf(task));
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops) {
            const bool isLast = &hop == &attempt.hops.back();
            sums.add(phasesOf(hop, isLast ? attempt.firstByte : std::nullopt, loop));
            if (const std::optional<PhaseTime> queued = queuedAfter(hop, attempt, task, loop))
                sums.add(*queued);
        }
        std::vector<PhaseTime> others = phasesOf(attempt, loop);
        if (!record::hasFile(task.state)) // it ended on the way there
            std::erase_if(others,
                          [](const PhaseTime &part) { return part.phase == Phase::Commit; });
        sums.add(others);
    }
    return sums.all();
}

} // namespace lapwing::measure
