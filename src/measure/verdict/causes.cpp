// SPDX-License-Identifier: MIT
#include "measure/verdict/causes.h"

#include "measure/phases.h"
#include "measure/verdict/loopshares.h"
#include "plan/origin.h"

#include <algorithm>
#include <array>

namespace lapwing::measure {
namespace {

using record::Run;
using Seconds = std::chrono::duration<double>;

constexpr double dominant = 0.5; ///< of the loop's time
constexpr double muchBusy = 0.7; ///< of the loop's time: the rest of it was late
/// Between it and ownRateFrom lies what is neither: the rate of each falls, but not as it would if they shared all.
constexpr double shared = -0.6;

/// Of a body: where the last redirect led.
QString senderOf(const CriticalStretch &stretch)
{
    const record::Hop *last = nullptr;
    for (const record::Attempt &attempt : stretch.task->attempts) {
        if (attempt.start <= stretch.span.from && !attempt.hops.empty())
            last = &attempt.hops.back();
    }
    return last == nullptr ? QString() : plan::Origin(last->url).text;
}

LimitedBy limitOf(const CriticalStretch &stretch, const Evidence &evidence)
{
    switch (stretch.work) {
    case Work::SetUp:
    case Work::Answer:
        return LimitedBy::Latency;
    case Work::Body:
        return limitOfBodies(evidence, senderOf(stretch));
    case Work::Commit:
        return LimitedBy::Disk;
    case Work::Lost:
    case Work::Retry:
        return LimitedBy::Retries;
    case Work::Refused:
    case Work::Held:
        return LimitedBy::Throttling;
    case Work::Nothing:
        return LimitedBy::Unknown;
    }
    Q_UNREACHABLE();
}

/// Of a stretch whose end was told late, what the loop stood still meanwhile.
double stillIn(const CriticalStretch &stretch, const std::optional<record::Loop> &loop)
{
    if (!isLate(stretch.span.to, loop))
        return 0;
    const auto next =
        std::ranges::upper_bound(loop->stills, stretch.span.to, {}, &record::LoopStall::from);
    const record::LoopStall &still = *std::prev(next);
    const record::Stamp from = std::max(still.from, stretch.span.from);
    const record::Stamp to = std::min(still.to, stretch.span.to);
    return std::max(Seconds(to - from).count(), 0.0);
}

class SecondsByLimit {
public:
    SecondsByLimit(const Run &run, const Evidence &evidence) : m_run(run), m_evidence(evidence) { }

    void add(const CriticalStretch &stretch)
    {
        if (stretch.work == Work::Nothing)
            return;
        double left = Seconds(stretch.span.to - stretch.span.from).count();
        left = without(LimitedBy::Program, stillIn(stretch, m_run.facts.loop), left);
        left = without(LimitedBy::Disk, Seconds(stretch.disk).count(), left);
        left = without(LimitedBy::Throttling, left * keptBack(stretch), left);
        at(limitOf(stretch, m_evidence)) += left;
    }

    /// A loop that was late all the time was late in every stretch.
    void addBusyLoop()
    {
        const std::optional<LoopShares> loop = loopSharesOf(m_run.facts.loop);
        if (!loop || (loop->busy <= muchBusy && loop->still <= dominant))
            return;
        const double share = std::min(std::max(loop->busy, loop->still), 1.0);
        for (double &seconds : m_seconds) {
            if (&seconds != &at(LimitedBy::Program))
                seconds = without(LimitedBy::Program, seconds * share, seconds);
        }
    }

    [[nodiscard]] std::vector<LimitShare> causes()
    {
        double told = 0;
        for (const double seconds : m_seconds)
            told += seconds;
        const double elapsed = Seconds(m_run.facts.elapsed).count();
        at(LimitedBy::Unknown) += std::max(elapsed - told, 0.0);
        // Stamps of one moment are taken one after another: they may add up to a little more than all of it.
        for (double &seconds : m_seconds)
            seconds *= told > elapsed ? elapsed / told : 1;
        std::vector<LimitShare> causes;
        for (std::size_t limit = 0; limit < limitCount; ++limit) {
            if (m_seconds[limit] > 0)
                causes.push_back({static_cast<LimitedBy>(limit), m_seconds[limit]});
        }
        std::ranges::stable_sort(causes, std::ranges::greater(), &LimitShare::seconds);
        return causes;
    }

private:
    double &at(LimitedBy limit) { return m_seconds[static_cast<std::size_t>(limit)]; }

    /// Gives a part of what is left to `limit`; what is left then.
    double without(LimitedBy limit, double part, double left)
    {
        part = std::min(part, left);
        at(limit) += part;
        return left - part;
    }

    /// The share of a stretch that a server asked for fewer at once than we would have.
    [[nodiscard]] double keptBack(const CriticalStretch &stretch) const
    {
        if (m_run.facts.steppedDown.empty() || !stretch.isWaitedFor || stretch.task == nullptr)
            return 0;
        const QString host = plan::Origin(stretch.server).text;
        const int wanted = std::max(1, std::min(m_run.facts.atOnce, m_run.facts.perHost));
        int allowed = wanted;
        for (const record::SteppedDown &step : m_run.facts.steppedDown) {
            if (step.host == host && step.at <= stretch.span.from)
                allowed = std::min(allowed, step.atOnce);
        }
        return 1 - static_cast<double>(allowed) / wanted;
    }

    const Run &m_run;
    const Evidence &m_evidence;
    std::array<double, limitCount> m_seconds{};
};

} // namespace

LimitedBy limitOfBodies(const Evidence &evidence, const QString &server)
{
    const auto own = evidence.rateOfEach.exponents.find(server);
    if (own == evidence.rateOfEach.exponents.end() || !own->second)
        return LimitedBy::Unknown;
    if (*own->second <= shared)
        return LimitedBy::Line;
    return *own->second >= ownRateFrom ? LimitedBy::Connection : LimitedBy::Unknown;
}

std::vector<LimitShare> causesOf(const Run &run, const Evidence &evidence,
                                 const std::vector<CriticalStretch> &path)
{
    SecondsByLimit sums(run, evidence);
    for (const CriticalStretch &stretch : path)
        sums.add(stretch);
    sums.addBusyLoop();
    return sums.causes();
}

} // namespace lapwing::measure
