// SPDX-License-Identifier: MIT
#include "measure/compare/estimate.h"

#include "measure/times.h"
#include "plan/origin.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>

namespace lapwing::measure {
namespace {

using namespace std::chrono_literals;

using Seconds = std::chrono::duration<double>;

/// The attempt that ended with a task's file.
using Fetched = std::vector<const record::Attempt *>;

/// Bytes of a file, and when they came.
struct Body {
    Stamp from{};
    Stamp to{};
    double bytes = 0;
};
using Bodies = std::vector<Body>;

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

/// Each hop at the smallest wait seen of its host. A host whose waits nobody saw adds nothing:
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

/// How many bytes of all files had come by a moment; between two corners they came evenly.
struct Corner {
    Stamp at{};
    double bytes = 0;
};

std::vector<Corner> arrivals(const Bodies &bodies)
{
    std::map<Stamp, double> rateChanges; // bytes per second
    for (const Body &body : bodies) {
        const Stamp from = std::min(body.from, body.to - 1us); // slopes, never steps
        const double rate = body.bytes / Seconds(body.to - from).count();
        rateChanges[from] += rate;
        rateChanges[body.to] -= rate;
    }
    std::vector<Corner> corners;
    double rate = 0;
    for (const auto &[at, change] : rateChanges) {
        const Corner last = corners.empty() ? Corner{at, 0} : corners.back();
        corners.push_back({at, last.bytes + rate * Seconds(at - last.at).count()});
        rate += change;
    }
    return corners;
}

double bytesBy(const std::vector<Corner> &corners, Stamp moment)
{
    const auto next = std::ranges::upper_bound(corners, moment, {}, &Corner::at);
    if (next == corners.begin())
        return 0;
    const Corner &last = *std::prev(next);
    if (next == corners.end())
        return last.bytes;
    return last.bytes
        + (next->bytes - last.bytes) * (Seconds(moment - last.at) / Seconds(next->at - last.at));
}

/// All bytes at the best aggregate rate seen: the most that came in any one window.
/// That window begins or ends at a corner, since between corners nothing changes.
Stamp minReceive(const Bodies &bodies)
{
    const std::vector<Corner> corners = arrivals(bodies);
    double most = 0;
    for (const Corner &corner : corners) {
        most = std::max(most, bytesBy(corners, corner.at + window) - corner.bytes);
        most = std::max(most, corner.bytes - bytesBy(corners, corner.at - window));
    }
    if (most <= 0)
        return {};
    return Stamp{std::llround(static_cast<double>(window.count()) * corners.back().bytes / most)};
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

} // namespace

std::optional<Range> estimateOneAtATime(const std::vector<record::TaskRecord> &tasks,
                                        const std::vector<record::Hold> &holds)
{
    Fetched fetched;
    Bodies bodies;
    Range range;
    for (const record::TaskRecord &task : tasks) {
        if (!record::hasFile(task.state) || task.alreadyThere || task.attempts.empty())
            continue;
        fetched.push_back(&task.attempts.back());
        addBodies(task, bodies);
        range.high += sumOfHops(task);
    }
    if (fetched.empty())
        return std::nullopt;
    for (const record::Hold &hold : holds)
        range.high += record::endOf(hold, hold.until) - hold.from;
    range.low = std::min(minWaits(fetched) + minReceive(bodies), range.high);
    return range;
}

} // namespace lapwing::measure
