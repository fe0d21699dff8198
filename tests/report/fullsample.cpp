// SPDX-License-Identifier: MIT
#include "report/fullsample.h"

#include "measure/elapsed.h"
#include "measure/recordbuilder.h"
#include "measure/seconds.h"
#include "measure/statistics.h"
#include "text/amounts.h"

#include <QTimeZone>

namespace lapwing::test {
namespace {

using measure::Baseline;
using measure::SweepPoint;

/// In milliseconds, some nanoseconds later than it looks.
struct Slow {
    double times;
    [[nodiscard]] record::Stamp operator()(double milliseconds) const
    {
        return ms(milliseconds * times) + record::Stamp{milliseconds > 0 ? 7 : 0};
    }
};

record::TaskRecord fresh(const Slow &at)
{
    record::Hop hop;
    hop.url = QUrl(QStringLiteral("https://one.example/fresh?key=secret"));
    hop.lookUp = at(2);
    hop.asked = at(5);
    hop.encrypted = at(20);
    hop.sent = at(21);
    hop.headers = at(50);
    hop.end = at(200);
    hop.status = 200;
    hop.sends = 2;
    record::TaskRecord task = doneTask(1, {hop}, 5'000'000, 0);
    task.name = QStringLiteral("fresh");
    task.path = QStringLiteral("/downloads/fresh");
    task.start = task.attempts.front().start = at(1);
    task.end = task.attempts.front().end = at(210);
    task.protocol = QStringLiteral("HTTP/1.1");
    task.status = 200;
    task.coding = QStringLiteral("gzip");
    task.size = 5'000'000;
    task.attempts.front().firstByte = at(52);
    task.attempts.front().received = at(199);
    task.attempts.front().disk = at(11);
    task.attempts.front().verify = at(17);
    return task;
}

record::Attempt stalled(const Slow &at)
{
    record::Hop hop;
    hop.url = QUrl(QStringLiteral("https://one.example/again"));
    hop.lookUp = at(1);
    hop.asked = at(4);
    hop.sent = at(6);
    hop.headers = at(60);
    hop.end = at(1500);
    hop.status = 200;
    hop.sends = 1;
    record::Attempt attempt;
    attempt.start = at(1);
    attempt.firstByte = at(61);
    attempt.end = at(1500);
    attempt.stalled = at(1300);
    attempt.bytes = 1000;
    attempt.failure = record::make(record::Cause::Stalled, QStringLiteral("1.3 s"));
    attempt.hops = {hop};
    return attempt;
}

record::TaskRecord again(const Slow &at)
{
    record::Hop hop;
    hop.url = QUrl(QStringLiteral("https://one.example/again"));
    hop.asked = at(2000);
    hop.sent = at(2001);
    hop.headers = at(2100);
    hop.end = at(2200);
    hop.status = 206;
    record::TaskRecord task = doneTask(2, {hop}, 3000, 0);
    task.name = QStringLiteral("again");
    task.state = record::TaskState::Unverified;
    task.protocol = QStringLiteral("HTTP/2");
    task.status = 206;
    task.start = at(1);
    task.end = at(2210);
    record::Attempt &second = task.attempts.front();
    second.start = at(1999);
    second.firstByte = at(2101);
    second.received = at(2199);
    second.end = task.end;
    second.from = 1000;
    second.bytes = 2000;
    task.attempts.insert(task.attempts.begin(), stalled(at));
    task.pauses = {{at(1600), at(1700)}};
    return task;
}

record::TaskRecord moved(const Slow &at)
{
    record::Hop first;
    first.url = QUrl(QStringLiteral("http://127.0.0.1:8080/moved"));
    first.asked = at(3);
    first.sent = at(8);
    first.headers = at(30);
    first.end = at(31);
    first.status = 301;
    record::Hop second = first;
    second.url = QUrl(QStringLiteral("http://127.0.0.1:8080/here"));
    second.asked = at(32);
    second.sent = at(33);
    second.headers = at(80);
    second.end = at(90);
    second.status = 200;
    record::TaskRecord task = doneTask(3, {first, second}, 70, 0);
    task.name = QStringLiteral("moved");
    task.protocol = QStringLiteral("HTTP/1.1");
    task.status = 200;
    task.start = task.attempts.front().start = at(2);
    task.held = at(1);
    task.end = task.attempts.front().end = at(95);
    task.attempts.front().firstByte = at(81);
    task.attempts.front().received = at(89);
    return task;
}

record::Loop loopFor(const Slow &at)
{
    record::Loop loop;
    loop.watched = at(2210);
    loop.busy = at(40);
    loop.starved = at(3);
    loop.cpu = at(30);
    loop.processCpu = at(80);
    loop.longestStall = at(9);
    loop.stills = {{at(40), at(49.5)}, {at(300), at(306)}};
    loop.uncountedStills = 1;
    return loop;
}

record::Run withAtOnce(record::Run run, int atOnce)
{
    run.facts.atOnce = run.facts.perHost = atOnce;
    return run;
}

SweepPoint pointOf(int atOnce, const std::vector<double> &elapsed, double alone)
{
    SweepPoint point;
    point.atOnce = atOnce;
    point.rounds = static_cast<int>(elapsed.size());
    point.elapsed = measure::median(elapsed);
    point.low = *std::ranges::min_element(elapsed);
    point.high = *std::ranges::max_element(elapsed);
    point.level = 0.75;
    point.speedup = alone / point.elapsed;
    point.efficiency = *point.speedup / atOnce;
    point.throughput = 5'003'070 / point.elapsed;
    if (atOnce > 1)
        point.serialShare = (1 / *point.speedup - 1.0 / atOnce) / (1 - 1.0 / atOnce);
    point.inFlight = 0.9 * atOnce;
    point.slotUse = 0.9;
    point.maxAtOnce = atOnce;
    point.throttled = atOnce == 4 ? 2 : 0;
    return point;
}

constexpr record::Stop tooMany{record::Stop::Reason::Refused, 4};

measure::Sweep sweepByHand(std::vector<SweepPoint> points)
{
    measure::Sweep sweep;
    sweep.points = std::move(points);
    sweep.recommended = 2;
    sweep.fastest = 2;
    sweep.fewRounds = 3;
    sweep.throttledFrom = 4;
    sweep.knee = 2;
    sweep.law = measure::ScalabilityLaw{2e6, 0.1, 0.01, 0.99, 9.5};
    sweep.critical = measure::CriticalTask{2, QStringLiteral("again"), 1.7, 1.2, 1.1, 1.3};
    sweep.plateau = measure::Plateau{measure::Plateau::Kind::ServerAllows, 2, 0.1, 0.4};
    sweep.stopped = tooMany;
    sweep.bookkeepingError = 0.01;
    return sweep;
}

} // namespace

record::Run richRun(plan::Mode mode, int round, double slower)
{
    const Slow at{slower};
    record::Run run;
    run.tasks = {fresh(at), again(at), moved(at)};
    run.facts.mode = mode;
    run.facts.round = round;
    run.facts.atOnce = run.facts.perHost = mode == plan::Mode::Together ? 6 : 1;
    run.facts.started =
        QDateTime({2024, 5, 6}, {5, 8, round, 123}, QTimeZone::utc()).toOffsetFromUtc(2 * 3600);
    run.facts.elapsed = measure::elapsed(run.tasks, {});
    run.facts.loop = loopFor(at);
    run.facts.holds = {{QStringLiteral("http://127.0.0.1:8080"), at(1), at(4), at(2)}};
    run.facts.meanConcurrency = 1.25;
    return run;
}

report::Document comparedDocument()
{
    std::vector<record::Run> runs;
    std::vector<double> ratios;
    for (int round = 1; round <= 6; ++round) {
        const double slower = 1 + round / 100.0;
        runs.push_back(richRun(plan::Mode::Together, round, slower));
        runs.push_back(richRun(plan::Mode::OneAtATime, round, 3.3));
        ratios.push_back(measure::seconds(runs.back().facts.elapsed)
                         / measure::seconds(runs.at(runs.size() - 2).facts.elapsed));
    }
    report::Document document = report::makeDocument(
        {3, 6, 6, QStringLiteral("folder"), QStringLiteral("http://p:1; not for x")}, runs,
        plan::Redaction::Redacted, {report::Trial::Kind::Compare, record::Temperature::Warm, {}});
    const auto interval = measure::medianInterval(ratios);
    measure::Speedup speedup;
    speedup.kind = Baseline::Kind::Measured;
    speedup.value = measure::median(ratios);
    speedup.low = interval->low;
    speedup.high = interval->high;
    speedup.level = interval->level;
    speedup.rounds = 6;
    speedup.files = 2;
    speedup.listed = 3;
    speedup.ratios = ratios;
    speedup.outliers = {2};
    document.comparison =
        measure::Comparison{{Baseline::Kind::Measured, runs.back().facts.elapsed, {}}, speedup};
    return document;
}

report::Document sweptDocument()
{
    std::vector<record::Run> runs;
    std::vector<SweepPoint> points;
    double alone = 0;
    for (const int atOnce : {1, 2, 4}) {
        std::vector<double> elapsed;
        for (int round = 1; round <= 3; ++round) {
            runs.push_back(withAtOnce(
                richRun(plan::Mode::Together, round, 4.0 / atOnce + round / 10.0), atOnce));
            elapsed.push_back(measure::seconds(runs.back().facts.elapsed));
        }
        if (atOnce == 1)
            alone = measure::median(elapsed);
        points.push_back(pointOf(atOnce, elapsed, alone));
    }
    record::Probe probe;
    probe.host = QStringLiteral("https://one.example:443");
    probe.lookUp = ms(3);
    probe.tcp = ms(4);
    probe.tls = ms(9);
    probe.address = QStringLiteral("192.0.2.1");
    record::Probe refused;
    refused.host = QStringLiteral("http://127.0.0.1:8080");
    refused.failure = record::make(record::Cause::ConnectionRefused);
    report::Document document = report::makeDocument(
        {3, 4, 4, QStringLiteral("discard")}, runs, plan::Redaction::Redacted,
        {report::Trial::Kind::Sweep, record::Temperature::Cold, tooMany}, {probe, refused});
    document.sweep = sweepByHand(points);
    return document;
}

} // namespace lapwing::test
