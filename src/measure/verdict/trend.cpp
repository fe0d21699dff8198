// SPDX-License-Identifier: MIT
#include "measure/verdict/trend.h"

#include "measure/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lapwing::measure {
namespace {

using namespace std::chrono_literals;
using record::Run;
using Seconds = std::chrono::duration<double>;

/// Stamps are up to a millisecond late (timing.md, 1.1): what is shorter says nothing of a rate.
constexpr Stamp minTime = 5ms;
/// The standard deviation of log(in flight) that is enough to tell: of half 1 and half 1.7.
constexpr double minSpread = 0.25;

/// The last hop of an attempt that brought a file.
struct Body {
    const record::TaskRecord *task = nullptr;
    const record::Attempt *attempt = nullptr;
    Span wait;
    Span receive;
};

std::vector<Body> bodiesIn(const std::vector<record::TaskRecord> &tasks)
{
    std::vector<Body> bodies;
    for (const record::TaskRecord &task : tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            if (attempt.failure || attempt.hops.empty())
                continue;
            const record::Hop &hop = attempt.hops.back();
            if (between(hop.sent, hop.headers) && between(hop.headers, hop.end))
                bodies.push_back(
                    {&task, &attempt, {*hop.sent, *hop.headers}, {*hop.headers, *hop.end}});
        }
    }
    return bodies;
}

StepFunction profileOf(const std::vector<Body> &bodies, Span (*spanOf)(const Body &body))
{
    std::vector<Span> spans;
    for (const Body &body : bodies)
        spans.push_back(spanOf(body));
    return StepFunction(spans);
}

/// Least squares through the logarithms; each centred on the mean of its group.
class Line {
public:
    void add(const Samples &group)
    {
        double x = 0;
        double y = 0;
        for (const Sample &sample : group) {
            x += std::log(sample.inFlight) / static_cast<double>(group.size());
            y += std::log(sample.figure) / static_cast<double>(group.size());
        }
        for (const Sample &sample : group) {
            const double dx = std::log(sample.inFlight) - x;
            m_xx += dx * dx;
            m_xy += dx * (std::log(sample.figure) - y);
        }
        m_count += static_cast<double>(group.size());
    }

    /// Absent: the samples were too much alike.
    [[nodiscard]] std::optional<double> slope() const
    {
        const bool isTold = m_count >= 2 && m_xx >= minSpread * minSpread * m_count;
        return isTold ? std::optional(m_xy / m_xx) : std::nullopt;
    }

private:
    double m_xx = 0;
    double m_xy = 0;
    double m_count = 0;
};

double medianFigure(Samples::const_iterator first, Samples::const_iterator last)
{
    std::vector<double> figures;
    std::transform(first, last, std::back_inserter(figures),
                   [](const Sample &sample) { return sample.figure; });
    return figures.empty() ? 0 : median(std::move(figures));
}

} // namespace

Samples ratesIn(const std::vector<record::TaskRecord> &tasks)
{
    const std::vector<Body> bodies = bodiesIn(tasks);
    const StepFunction profile = profileOf(bodies, [](const Body &body) { return body.receive; });
    Samples samples;
    for (const Body &body : bodies) {
        const Stamp time = body.receive.to - body.receive.from - body.attempt->disk;
        const double seconds = Seconds(time).count();
        if (time >= minTime && body.attempt->bytes > 0)
            samples.push_back({body.task->id, profile.meanOver(body.receive),
                               static_cast<double>(body.attempt->bytes) / seconds, seconds,
                               record::isFetched(*body.task)});
    }
    return samples;
}

Samples waitsIn(const std::vector<record::TaskRecord> &tasks)
{
    const std::vector<Body> bodies = bodiesIn(tasks);
    const StepFunction profile = profileOf(bodies, [](const Body &body) {
        return Span{body.wait.from, body.receive.to};
    });
    Samples samples;
    for (const Body &body : bodies) {
        const double seconds = Seconds(body.wait.to - body.wait.from).count();
        if (seconds > 0)
            samples.push_back({body.task->id, profile.meanOver(body.wait), seconds, seconds,
                               record::isFetched(*body.task)});
    }
    return samples;
}

std::optional<double> exponentOf(const Samples &samples)
{
    std::map<int, Samples> byTask;
    for (const Sample &sample : samples)
        byTask[sample.id].push_back(sample);
    Line same;
    for (const auto &[id, group] : byTask)
        same.add(group);
    Line all;
    all.add(samples);
    const std::optional<double> slope = same.slope();
    return slope ? slope : all.slope();
}

Trend trendOf(const std::vector<const Run *> &runs,
              Samples (*samplesIn)(const std::vector<record::TaskRecord> &tasks))
{
    Samples samples;
    Trend trend;
    for (const Run *run : runs) {
        const Samples more = samplesIn(run->tasks);
        if (run == runs.front())
            trend.usual = medianFigure(more.begin(), more.end());
        samples.insert(samples.end(), more.begin(), more.end());
    }
    trend.exponent = exponentOf(samples);
    std::ranges::sort(samples, {}, &Sample::inFlight);
    const auto quarter = static_cast<std::ptrdiff_t>((samples.size() + 3) / 4);
    trend.whenFew = medianFigure(samples.begin(), samples.begin() + quarter);
    trend.whenMany = medianFigure(samples.end() - quarter, samples.end());
    return trend;
}

} // namespace lapwing::measure
