// SPDX-License-Identifier: MIT
#include "measure/verdict/trend.h"

#include "measure/statistics.h"
#include "plan/origin.h"

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
    QString server;
    Span wait;
    Span receive;
};

std::vector<Body> bodiesIn(const std::vector<record::SharedRecord> &tasks)
{
    std::vector<Body> bodies;
    for (const record::TaskRecord &task : tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            if (attempt.failure || attempt.hops.empty())
                continue;
            const record::Hop &hop = attempt.hops.back();
            if (between(hop.sent, hop.headers) && between(hop.headers, hop.end))
                bodies.push_back({&task,
                                  &attempt,
                                  plan::Origin(hop.url).text,
                                  {*hop.sent, *hop.headers},
                                  {*hop.headers, *hop.end}});
        }
    }
    return bodies;
}

/// How many there are at a time of each server, and of all under the empty name.
using Profiles = std::map<QString, StepFunction>;

Profiles profilesOf(const std::vector<Body> &bodies, Span (*spanOf)(const Body &body))
{
    std::map<QString, std::vector<Span>> spans;
    for (const Body &body : bodies) {
        spans[QString()].push_back(spanOf(body));
        spans[body.server].push_back(spanOf(body));
    }
    Profiles profiles;
    for (const auto &[server, each] : spans)
        profiles.emplace(server, StepFunction(each));
    return profiles;
}

Sample sampleOf(const Body &body, const Span &span, const Profiles &profiles)
{
    Sample sample;
    sample.id = body.task->id;
    sample.server = body.server;
    sample.inFlight = profiles.at(QString()).meanOver(span);
    sample.fromServer = profiles.at(body.server).meanOver(span);
    sample.fetched = record::isFetched(*body.task);
    return sample;
}

/// Least squares through the logarithms; each centred on the mean of its group.
class Line {
public:
    explicit Line(double Sample::*number) : m_number(number) { }

    void add(const Samples &group)
    {
        double x = 0;
        double y = 0;
        for (const Sample &sample : group) {
            x += std::log(sample.*m_number) / static_cast<double>(group.size());
            y += std::log(sample.figure) / static_cast<double>(group.size());
        }
        for (const Sample &sample : group) {
            const double dx = std::log(sample.*m_number) - x;
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
    double Sample::*m_number;
    double m_xx = 0;
    double m_xy = 0;
    double m_count = 0;
};

/// What is held against each other, and what that shows.
struct Grouped {
    std::vector<Samples> groups;
    std::optional<double> slope;
};

template<typename Key>
std::map<Key, Samples> samplesBy(Key Sample::*key, const Samples &samples)
{
    std::map<Key, Samples> groups;
    for (const Sample &sample : samples)
        groups[sample.*key].push_back(sample);
    return groups;
}

template<typename Key>
Grouped groupedBy(Key Sample::*key, const Samples &samples, double Sample::*number)
{
    Grouped grouped;
    Line line(number);
    for (auto &[name, group] : samplesBy(key, samples)) {
        line.add(group);
        grouped.groups.push_back(std::move(group));
    }
    grouped.slope = line.slope();
    return grouped;
}

/// See exponentOf().
Grouped groupedIn(const Samples &samples, double Sample::*number)
{
    Grouped byFile = groupedBy(&Sample::id, samples, number);
    return byFile.slope ? byFile : groupedBy(&Sample::server, samples, number);
}

double medianFigure(const Samples &samples)
{
    std::vector<double> figures;
    std::ranges::transform(samples, std::back_inserter(figures), &Sample::figure);
    return figures.empty() ? 0 : median(std::move(figures));
}

/// A quarter of each group from both of its ends: as they rise or fall in the groups, so do the medians.
void addEnds(const Grouped &grouped, Trend &trend)
{
    Samples few;
    Samples many;
    for (Samples group : grouped.groups) {
        Line line(&Sample::inFlight);
        line.add(group);
        if (!line.slope())
            continue;
        std::ranges::sort(group, {}, &Sample::inFlight);
        const auto quarter = static_cast<std::ptrdiff_t>((group.size() + 3) / 4);
        few.insert(few.end(), group.begin(), group.begin() + quarter);
        many.insert(many.end(), group.end() - quarter, group.end());
    }
    trend.whenFew = medianFigure(few);
    trend.whenMany = medianFigure(many);
}

} // namespace

Samples ratesIn(const std::vector<record::SharedRecord> &tasks)
{
    const std::vector<Body> bodies = bodiesIn(tasks);
    const Profiles profiles = profilesOf(bodies, [](const Body &body) { return body.receive; });
    Samples samples;
    for (const Body &body : bodies) {
        const Stamp time = body.receive.to - body.receive.from - body.attempt->disk;
        if (time < minTime || body.attempt->bytes <= 0)
            continue;
        Sample sample = sampleOf(body, body.receive, profiles);
        sample.seconds = Seconds(time).count();
        sample.figure = static_cast<double>(body.attempt->bytes) / sample.seconds;
        samples.push_back(sample);
    }
    return samples;
}

Samples waitsIn(const std::vector<record::SharedRecord> &tasks)
{
    const std::vector<Body> bodies = bodiesIn(tasks);
    const Profiles profiles = profilesOf(bodies, [](const Body &body) {
        return Span{body.wait.from, body.receive.to};
    });
    Samples samples;
    for (const Body &body : bodies) {
        Sample sample = sampleOf(body, body.wait, profiles);
        sample.figure = sample.seconds = Seconds(body.wait.to - body.wait.from).count();
        if (sample.seconds > 0)
            samples.push_back(sample);
    }
    return samples;
}

std::map<QString, Samples> samplesByServer(const Samples &samples)
{
    return samplesBy(&Sample::server, samples);
}

std::optional<double> exponentOf(const Samples &samples, double Sample::*number)
{
    return groupedIn(samples, number).slope;
}

Trend trendOf(const std::vector<const Run *> &runs,
              Samples (*samplesIn)(const std::vector<record::SharedRecord> &tasks),
              const std::function<bool(const QString &server)> &counts)
{
    Samples samples;
    Trend trend;
    for (const Run *run : runs) {
        Samples more = samplesIn(run->tasks);
        if (counts)
            std::erase_if(more, [&](const Sample &sample) { return !counts(sample.server); });
        if (run == runs.front())
            trend.usual = medianFigure(more);
        samples.insert(samples.end(), more.begin(), more.end());
    }
    const Grouped grouped = groupedIn(samples, &Sample::inFlight);
    trend.exponent = grouped.slope;
    addEnds(grouped, trend);
    const std::map<QString, Samples> servers = samplesByServer(samples);
    for (const auto &[server, own] : servers) {
        const bool isTold = trend.exponent && servers.size() > 1 && own.size() >= fewestForTrend;
        trend.exponents.emplace(server, isTold ? exponentOf(own) : trend.exponent);
    }
    return trend;
}

} // namespace lapwing::measure
