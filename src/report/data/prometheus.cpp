// SPDX-License-Identifier: MIT
#include "report/data/prometheus.h"

#include "measure/phases.h"
#include "measure/seconds.h"
#include "measure/statistics.h"
#include "measure/times.h"
#include "plan/origin.h"
#include "report/data/metrics.h"
#include "report/phasesums.h"
#include "report/selectedruns.h"
#include "text/amounts.h"

#include <algorithm>
#include <array>
#include <map>

namespace lapwing::report {
namespace {

using record::TaskState;
using Type = Metrics::Type;
using Runs = std::vector<const record::Run *>;

constexpr std::size_t maxHosts = 20;

/// Of one host in one run.
struct HostSums {
    QString host; ///< "example.org:443"
    double bytes = 0;
    int tasks = 0;
};

/// The run of each mode that is told.
Runs toldOf(const Document &document)
{
    const Drawn drawn = runsToDraw(document);
    Runs runs{drawn.together, drawn.oneAtATime};
    std::erase(runs, nullptr);
    return runs;
}

template<typename ValueOf>
void addForEach(Metrics &metrics, const Runs &runs, ValueOf valueOf)
{
    for (const record::Run *run : runs)
        metrics.add({{"mode", toString(run->facts.mode)}}, valueOf(*run));
}

std::optional<double> startOf(const record::Run &run)
{
    if (!run.facts.started.isValid())
        return std::nullopt;
    return static_cast<double>(run.facts.started.toMSecsSinceEpoch()) / 1000;
}

void addRuns(Metrics &metrics, const Document &document, const Runs &runs)
{
    metrics.begin("runs", Type::Gauge, "Runs in the document.");
    addForEach(metrics, runs, [&document](const record::Run &told) -> std::optional<double> {
        return static_cast<double>(
            std::ranges::count_if(document.runs, [&told](const record::Run &run) {
                return run.facts.mode == told.facts.mode;
            }));
    });
    metrics.begin("start_timestamp_seconds", Type::Gauge, "When the run started.");
    addForEach(metrics, runs, startOf);
    metrics.begin("elapsed_seconds", Type::Gauge,
                  "How long at least one task was active, or held off by a server.");
    addForEach(metrics, runs, [](const record::Run &run) -> std::optional<double> {
        return measure::seconds(run.facts.elapsed);
    });
    metrics.begin("at_once", Type::Gauge, "Downloads at the same time when the run started.");
    addForEach(metrics, runs,
               [](const record::Run &run) -> std::optional<double> { return run.facts.atOnce; });
    metrics.begin("received_bytes", Type::Gauge,
                  "Bytes that were received, also of downloads that failed.");
    addForEach(metrics, runs, [](const record::Run &run) -> std::optional<double> {
        return static_cast<double>(measure::bytesReceived(run));
    });
    metrics.begin("loop_longest_still_seconds", Type::Gauge,
                  "The longest that the event loop of the downloads stood still.");
    addForEach(metrics, runs, [](const record::Run &run) {
        return run.facts.loop ? std::optional(measure::seconds(run.facts.loop->longestStall))
                              : std::nullopt;
    });
}

void addStates(Metrics &metrics, const Runs &runs)
{
    metrics.begin("tasks", Type::Gauge, "Downloads by how they ended.");
    for (const record::Run *run : runs) {
        for (const TaskState state : {TaskState::Done, TaskState::Unverified, TaskState::Failed,
                                      TaskState::Cancelled, TaskState::Queued}) {
            metrics.add({{"mode", toString(run->facts.mode)}, {"state", record::wordFor(state)}},
                        countOf(*run, state));
        }
    }
}

void addOwnTimes(Metrics &metrics, const Runs &runs)
{
    metrics.begin("own_seconds", Type::Summary,
                  "Time of each download from its request to its end, without queues.");
    for (const record::Run *run : runs) {
        const QString mode = toString(run->facts.mode);
        std::vector<double> times;
        double sum = 0;
        for (const record::TaskRecord &task : run->tasks) {
            if (const auto own = measure::timesOf(task).own)
                times.push_back(measure::seconds(*own));
        }
        for (const double time : times)
            sum += time;
        for (const double share : {0.5, 0.9, 0.99}) {
            if (!times.empty())
                metrics.add({{"mode", mode}, {"quantile", QString::number(share)}},
                            measure::quantile(times, share));
        }
        metrics.add({{"mode", mode}}, sum, "_sum");
        metrics.add({{"mode", mode}}, static_cast<double>(times.size()), "_count");
    }
}

void addPhases(Metrics &metrics, const Runs &runs)
{
    metrics.begin(
        "phase_seconds", Type::Gauge,
        "Time in each phase, added up over the downloads; held is a part of queued, first-byte, "
        "stalled and disk are parts of receive, verify is beside it.");
    for (const record::Run *run : runs) {
        const auto sums = phaseSums(*run);
        for (std::size_t place = 0; place < measure::phaseCount; ++place)
            metrics.add({{"mode", toString(run->facts.mode)},
                         {"phase", measure::wordFor(static_cast<measure::Phase>(place))}},
                        sums[place]);
    }
}

/// The largest first; those that are too many are one, "other".
std::vector<HostSums> hostsOf(const record::Run &run)
{
    std::map<QString, HostSums> byHost;
    for (const record::TaskRecord &task : run.tasks) {
        const QString host = plan::Origin(task.url).text.section(QStringLiteral("://"), 1);
        HostSums &sums = byHost[host];
        sums.host = host;
        sums.bytes += static_cast<double>(task.bytes);
        ++sums.tasks;
    }
    std::vector<HostSums> hosts;
    for (const auto &[host, sums] : byHost)
        hosts.push_back(sums);
    std::ranges::stable_sort(hosts, std::ranges::greater(), &HostSums::bytes);
    while (hosts.size() > maxHosts) {
        const HostSums last = hosts.back();
        hosts.pop_back();
        HostSums &other = hosts.back();
        other = {QStringLiteral("other"), other.bytes + last.bytes, other.tasks + last.tasks};
    }
    return hosts;
}

void addHosts(Metrics &metrics, const Runs &runs)
{
    std::vector<std::pair<QString, HostSums>> all;
    for (const record::Run *run : runs) {
        for (const HostSums &sums : hostsOf(*run))
            all.emplace_back(toString(run->facts.mode), sums);
    }
    metrics.begin(
        "host_received_bytes", Type::Gauge,
        "Bytes that were received, by the host of their link, also of downloads that failed.");
    for (const auto &[mode, sums] : all)
        metrics.add({{"mode", mode}, {"host", sums.host}}, sums.bytes);
    metrics.begin("host_tasks", Type::Gauge, "Downloads, by the host of their link.");
    for (const auto &[mode, sums] : all)
        metrics.add({{"mode", mode}, {"host", sums.host}}, sums.tasks);
}

void addMeaning(Metrics &metrics, const Document &document)
{
    if (document.comparison) {
        const measure::Speedup &speedup = document.comparison->speedup;
        metrics.begin("speedup_ratio", Type::Gauge,
                      "How many times faster together was, measured; below 1 it was slower.");
        metrics.add({}, speedup.value);
        metrics.begin("speedup_low_ratio", Type::Gauge,
                      "Low end of the interval, or of the range where nothing was measured.");
        metrics.add({}, speedup.low);
        metrics.begin("speedup_high_ratio", Type::Gauge, "High end of it.");
        metrics.add({}, speedup.high);
        metrics.begin("comparable", Type::Gauge, "Whether the runs can be compared: 1 or 0.");
        metrics.add({}, speedup.isComparable() ? 1 : 0);
    }
    if (document.sweep && document.sweep->recommended) {
        metrics.begin("recommended_at_once", Type::Gauge,
                      "The number at once that the sweep found.");
        metrics.add({}, *document.sweep->recommended);
    }
}

} // namespace

QByteArray toPrometheus(const Document &document)
{
    Metrics metrics;
    const Runs runs = toldOf(document);
    addRuns(metrics, document, runs);
    addStates(metrics, runs);
    addOwnTimes(metrics, runs);
    addPhases(metrics, runs);
    addHosts(metrics, runs);
    addMeaning(metrics, document);
    return metrics.text();
}

} // namespace lapwing::report
