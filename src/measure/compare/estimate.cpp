// SPDX-License-Identifier: MIT
#include "measure/compare/estimate.h"

#include "measure/compare/steadytimes.h"
#include "measure/seconds.h"
#include "measure/stepfunction.h"
#include "measure/times.h"
#include "plan/origin.h"

#include <QHash>

#include <algorithm>

namespace lapwing::measure {
namespace {

using namespace std::chrono_literals;

using Seconds = std::chrono::duration<double>;

/// The attempt that ended with a task's file.
using Fetched = std::vector<const record::Attempt *>;

/// Bytes of a file, and when they came.
struct BodyTimes {
    Stamp from{};
    Stamp to{};
    double bytes = 0;
};
using Bodies = std::vector<BodyTimes>;

/// What `attempt` brought of `bytes`, where it was seen to come.
void addBody(const record::Attempt &attempt, qint64 bytes, Bodies &bodies)
{
    if (attempt.hops.empty())
        return;
    const record::Hop &hop = attempt.hops.back();
    const std::optional<Stamp> to = attempt.received ? attempt.received : hop.end;
    if (between(hop.headers, to))
        bodies.push_back({*hop.headers, *to, static_cast<double>(bytes)});
}

/// Of the last attempt, and of those before it whose bytes it went on from.
void addBodies(const record::TaskRecord &task, Bodies &bodies)
{
    auto attempt = task.attempts.crbegin();
    addBody(*attempt, attempt->bytes, bodies);
    for (; attempt->from > 0 && std::next(attempt) != task.attempts.crend(); ++attempt) {
        const record::Attempt &before = *std::next(attempt);
        addBody(before, std::clamp<qint64>(attempt->from - before.from, 0, before.bytes), bodies);
    }
}

/// Each hop at the smallest wait seen of its host. A host whose waits were not observed adds nothing:
/// the low end may only become lower.
Stamp minWaits(const Fetched &fetched)
{
    struct Host {
        std::optional<Stamp> shortest;
        int hops = 0;
    };
    QHash<plan::Origin, Host> hosts;
    for (const record::Attempt *attempt : fetched) {
        for (const record::Hop &hop : attempt->hops) {
            Host &host = hosts[plan::Origin(hop.url)];
            ++host.hops;
            if (const auto wait = between(hop.sent, hop.headers))
                host.shortest = std::min(*wait, host.shortest.value_or(*wait));
        }
    }
    Stamp sum{};
    for (const Host &host : std::as_const(hosts))
        sum += host.shortest.value_or(Stamp{}) * host.hops;
    return sum;
}

/// Over less time than this, bytes divided by time is noise: stamps are taken when queued signals
/// arrive, up to a millisecond late and often several in one batch (measured).
/// A tiny file whose header and body came in one packet would claim gigabytes a second, and two
/// files that overlap by a moment twice the line. No longer either: that would hide real peaks,
/// and the range would look surer than it is.
constexpr Stamp window = 1ms;

/// Bytes a second of all files together; each came evenly.
StepFunction arrivals(const Bodies &bodies)
{
    std::vector<Span> spans;
    spans.reserve(bodies.size());
    for (const BodyTimes &body : bodies) {
        const Stamp from = std::min(body.from, body.to - 1us); // never all at once
        spans.push_back({from, body.to, body.bytes / Seconds(body.to - from).count()});
    }
    return StepFunction(spans);
}

/// All bytes at the best aggregate rate seen: the most that came in any one window.
Stamp minReceive(const Bodies &bodies)
{
    const StepFunction rate = arrivals(bodies);
    const double best = rate.highestMeanOver(window);
    if (best <= 0)
        return {};
    const double all = rate.integralTo(Stamp::max());
    return stampOf(all / best);
}

/// Of all attempts: get() to finished.
Stamp sumOfHops(const record::TaskRecord &task)
{
    Stamp sum{};
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops)
            sum += between(hop.asked, hop.end).value_or(Stamp{});
    }
    return sum;
}

/// From its last byte, and the time that its hops have, until it was durable.
Span savingOf(const record::Attempt &attempt)
{
    const Stamp end = attempt.end.value_or(attempt.start);
    Stamp from = attempt.received.value_or(end);
    if (!attempt.hops.empty())
        from = std::max(from, attempt.hops.back().end.value_or(from));
    return {std::min(from, end), end};
}

/// Together pays for them too. Of files that are saved as a group each is there only with the last one: how long one takes
/// by itself is its share.
void addSavings(const Fetched &fetched, Range &range)
{
    std::vector<Span> savings;
    for (const record::Attempt *attempt : fetched)
        savings.push_back(savingOf(*attempt));
    const Stamp all = StepFunction(savings).covered();
    range.low += all / static_cast<qint64>(savings.size());
    range.high += all;
}

} // namespace

std::optional<Range> estimateOneAtATime(const std::vector<record::SharedRecord> &tasks,
                                        const std::vector<record::Hold> &holds)
{
    Fetched fetched;
    Bodies bodies;
    Range range;
    for (const record::TaskRecord &task : tasks) {
        if (!record::isFetched(task) || task.attempts.empty())
            continue;
        fetched.push_back(&task.attempts.back());
        addBodies(task, bodies);
        range.high += sumOfHops(task);
    }
    if (fetched.empty())
        return std::nullopt;
    for (const record::Hold &hold : holds)
        range.high += record::endOf(hold, hold.until) - hold.from;
    const SteadyTimes steady = steadyTimesOf(tasks);
    range.low =
        std::max(minWaits(fetched), steady.waits) + std::max(minReceive(bodies), steady.bodies);
    addSavings(fetched, range);
    range.low = std::min(range.low, range.high);
    return range;
}

} // namespace lapwing::measure
