// SPDX-License-Identifier: MIT
#include "report/svgprobe.h"

#include "measure/recordbuilder.h"
#include "support/edited.h"

#include <QTimeZone>

#include <algorithm>

namespace lapwing::test {
namespace {

using plan::Mode;
using record::TaskState;

/// A sequence that is the same on every machine.
class Dice {
public:
    explicit Dice(unsigned seed) : m_state(seed * 2654435761U + 12345U) { }
    /// From `low` to `high`, evenly.
    double between(double low, double high)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return low + (high - low) * (m_state >> 8) / double(1U << 24);
    }

private:
    unsigned m_state;
};

const QStringList &names()
{
    static const QStringList list{
        QStringLiteral("debian-12.8.0-amd64-netinst.iso.torrent"),
        QStringLiteral("SHA256SUMS"),
        QStringLiteral("linux-6.1.119.tar.sign"),
        QStringLiteral("patch-6.1.118-119.xz"),
        QStringLiteral("Grünerløkka – Kart.pdf"),
        QStringLiteral("東京都_地図_2024.geojson"),
        QStringLiteral("a-name-that-is-much-too-long-for-its-column-but-ends-well.tar.zst"),
        QStringLiteral("index.html"),
        QStringLiteral("genome-chr21.fa.gz"),
        QStringLiteral("release-notes.md"),
        QStringLiteral("photo-0417.jpg"),
        QStringLiteral("model-quantised.onnx")};
    return list;
}

QString nameOf(int index)
{
    const QString name = names().at(index % static_cast<int>(names().size()));
    return index < names().size() ? name : QStringLiteral("%1-%2").arg(index + 1).arg(name);
}

/// How long one file takes: the same for each way to run the list, but for a little noise.
struct Costs {
    double setUp;
    double wait;
    double receive;
    double commit;
    qint64 bytes;
};

Costs costsOf(int index, Dice &noise)
{
    Dice own(static_cast<unsigned>(index + 1));
    const double receive = own.between(20, 90) * (index % 9 == 3 ? 9 : 1);
    return {85 * noise.between(0.9, 1.1), own.between(90, 160) * noise.between(0.95, 1.05),
            receive * noise.between(0.95, 1.05), own.between(4, 14),
            static_cast<qint64>(receive * 42'000)};
}

record::TaskRecord fetched(int index, double start, bool isNew, const Costs &costs)
{
    const QString link = QStringLiteral("https://%1.example/files/%2?token=%3")
                             .arg(index % 2 == 0 ? QStringLiteral("cdn") : QStringLiteral("mirror"))
                             .arg(index + 1)
                             .arg(picturedSecret);
    const double lookedUp = start + (isNew ? 18 : 0.2);
    const double sent = lookedUp + (isNew ? costs.setUp : 0.6);
    const double headers = sent + costs.wait;
    const double end = headers + costs.receive;
    record::Hop only = hop(link, lookedUp, sent, headers, end);
    only.lookUp = ms(start + 0.1);
    if (isNew)
        only.encrypted = ms(sent - 0.5);
    record::TaskRecord task = doneTask(index + 1, {only}, costs.bytes, end + costs.commit);
    task.name = nameOf(index);
    task.start = ms(start);
    task.status = 200;
    task.protocol = QStringLiteral("HTTP/1.1");
    task.size = costs.bytes;
    record::Attempt &attempt = task.attempts.front();
    attempt.start = *task.start;
    attempt.firstByte = ms(headers + 0.3);
    return task;
}

void finish(record::Run &run)
{
    record::Stamp end{};
    for (const record::TaskRecord &task : run.tasks)
        end = std::max(end, task.end.value_or(record::Stamp{}));
    run.facts.elapsed = end;
}

report::Document documentOf(std::vector<record::Run> runs, report::Trial::Kind kind)
{
    const int entries = static_cast<int>(runs.front().tasks.size());
    report::Document document{
        {entries, runs.front().facts.atOnce, runs.front().facts.atOnce, QStringLiteral("folder")},
        std::move(runs),
        std::nullopt};
    document.trial.kind = kind;
    document.verdicts.resize(document.runs.size());
    document.verdicts.front() = {
        measure::LimitedBy::Latency,
        measure::LoopKind::IoBound,
        {{QStringLiteral("wait_share"), 0.71}, {QStringLiteral("rate_bytes_per_s"), 4.2e6}},
        {{measure::LimitedBy::Latency, 0.9}, {measure::LimitedBy::Disk, 0.3}},
        {},
        {}};
    document.probes = {{QStringLiteral("https://cdn.example:443"), ms(17.9), ms(21.4), ms(44.2),
                        QStringLiteral("192.0.2.7"), std::nullopt},
                       {QStringLiteral("https://mirror.example:443"),
                        ms(18.3),
                        {},
                        {},
                        {},
                        record::make(record::Cause::ConnectionRefused, QStringLiteral("refused"))}};
    return document;
}

record::Loop loopThat(std::vector<record::LoopStall> stills)
{
    record::Loop loop;
    loop.watched = ms(2000);
    for (const record::LoopStall &still : stills)
        loop.longestStall = std::max(loop.longestStall, still.to - still.from);
    loop.stills = std::move(stills);
    return loop;
}

measure::Comparison measured(const std::vector<record::Run> &runs)
{
    measure::Comparison comparison;
    comparison.baseline.kind = measure::Baseline::Kind::Measured;
    measure::Speedup &speedup = comparison.speedup;
    speedup.kind = measure::Baseline::Kind::Measured;
    for (std::size_t round = 0; round + 1 < runs.size(); round += 2) {
        const record::Run &together = runs[round];
        const record::Run &one = runs[round + 1];
        comparison.baseline.measured = one.facts.elapsed;
        speedup.ratios.push_back(std::chrono::duration<double>(one.facts.elapsed)
                                 / std::chrono::duration<double>(together.facts.elapsed));
    }
    speedup.rounds = static_cast<int>(speedup.ratios.size());
    std::vector<double> sorted = speedup.ratios;
    std::ranges::sort(sorted);
    speedup.value = sorted[sorted.size() / 2];
    if (speedup.rounds >= 6) {
        speedup.low = sorted.front();
        speedup.high = sorted.back();
        speedup.level = 0.969;
        speedup.outliers = {4};
    }
    return comparison;
}

measure::SweepPoint levelOf(int atOnce, double elapsed, double first, int throttled)
{
    measure::SweepPoint point;
    point.atOnce = atOnce;
    point.rounds = 6;
    point.elapsed = elapsed;
    point.low = elapsed * 0.96;
    point.high = elapsed * 1.05;
    point.level = 0.969;
    point.speedup = first / elapsed;
    point.efficiency = *point.speedup / atOnce;
    point.throughput = 42e6 / elapsed;
    point.inFlight = std::min(atOnce * 0.97, 7.8);
    point.slotUse = point.inFlight / atOnce;
    point.maxAtOnce = std::min(atOnce, 8);
    point.throttled = throttled;
    return point;
}

/// The first attempt was cut after a part of the body; the second brought the rest.
void cutOnce(record::TaskRecord &task)
{
    record::Attempt first = task.attempts.front();
    const record::Stamp shift = ms(420);
    first.failure = record::make(record::Cause::ConnectionCut, QStringLiteral("reset by peer"));
    first.received.reset();
    first.end = first.hops.back().end;
    record::Attempt &second = task.attempts.front();
    const auto later = [shift](auto &stamp) {
        if (stamp)
            *stamp += shift;
    };
    second.start += shift;
    for (auto *stamp : {&second.firstByte, &second.received, &second.end, &task.end})
        later(*stamp);
    for (record::Hop &hop : second.hops) {
        hop.asked += shift;
        for (auto *stamp : {&hop.lookUp, &hop.sent, &hop.headers, &hop.end, &hop.encrypted})
            later(*stamp);
    }
    task.attempts.insert(task.attempts.begin(), std::move(first));
}

void fail(record::TaskRecord &task, record::Cause cause, int status)
{
    record::Attempt &attempt = task.attempts.front();
    const record::Stamp end = attempt.hops.back().headers.value_or(attempt.hops.back().asked);
    attempt.hops.back().end = end;
    attempt.hops.back().status = status;
    attempt.failure =
        record::make(cause, QStringLiteral("GET %1 said no").arg(task.url.toString()), status);
    attempt.received.reset();
    attempt.firstByte.reset();
    attempt.end = end;
    record::Failure failure = *attempt.failure;
    failure.detail = plan::redactText(failure.detail);
    task.failure = failure;
    task.state = TaskState::Failed;
    task.status = status;
    task.end = end;
    task.bytes = 0;
}

} // namespace

record::Run picturedRun(int files, int atOnce, Mode mode, int round)
{
    record::Run run;
    run.facts.mode = mode;
    run.facts.round = round;
    run.facts.atOnce = atOnce;
    run.facts.perHost = atOnce;
    run.facts.started =
        QDateTime({2024, 5, 6}, {5, 8, 9, 123}, QTimeZone::utc()).toOffsetFromUtc(2 * 3600);
    Dice noise(static_cast<unsigned>(round * 7 + atOnce));
    std::vector<double> lanes(static_cast<std::size_t>(atOnce), 0);
    for (int index = 0; index < files; ++index) {
        const auto lane = std::ranges::min_element(lanes);
        run.tasks.push_back(fetched(index, *lane + 0.4, *lane == 0, costsOf(index, noise)));
        *lane = std::chrono::duration<double, std::milli>(*run.tasks.back()->end).count();
    }
    finish(run);
    return run;
}

report::Document picturedComparison()
{
    std::vector<record::Run> runs;
    for (int round = 1; round <= 6; ++round) {
        runs.push_back(picturedRun(24, 6, Mode::Together, round));
        runs.push_back(picturedRun(24, 1, Mode::OneAtATime, round));
    }
    runs.front().facts.loop = loopThat({});
    report::Document document = documentOf(std::move(runs), report::Trial::Kind::Compare);
    document.comparison = measured(document.runs);
    return document;
}

report::Document estimatedDocument()
{
    report::Document document =
        documentOf({picturedRun(24, 6, Mode::Together)}, report::Trial::Kind::Get);
    document.runs.front().facts.loop = loopThat({{ms(310), ms(318)}});
    document.comparison = measure::compareWithEstimate(document.runs.front());
    return document;
}

report::Document doubtfulDocument()
{
    report::Document document = estimatedDocument();
    document.comparison->baseline.range->low = document.runs.front().facts.elapsed / 2;
    return document;
}

report::Document troubledDocument()
{
    record::Run run = picturedRun(16, 4, Mode::Together);
    cutOnce(run.tasks.at(13).edit());
    fail(run.tasks.at(5).edit(), record::Cause::HttpStatus, 404);
    fail(run.tasks.at(9).edit(), record::Cause::TlsFailed, 0);
    run.tasks.at(7).edit().state = TaskState::Unverified;
    run.tasks.at(7).edit().size.reset();
    run.tasks.at(8).edit().pauses = {{ms(900), ms(1050)}};
    record::TaskRecord &left = run.tasks.at(15).edit();
    left.start.reset();
    left.end.reset();
    left.attempts.clear();
    left.bytes = 0;
    left.state = TaskState::Cancelled;
    run.facts.stopped = true;
    const record::Stamp late = run.tasks.at(8)->attempts.front().hops.front().headers.value();
    run.facts.loop = loopThat({{ms(120), ms(131)}, {late - ms(90), late - ms(0.4)}});
    finish(run);
    report::Document document = documentOf({run}, report::Trial::Kind::Get);
    document.comparison = measure::compareWithEstimate(document.runs.front());
    return document;
}

report::Document slowerDocument()
{
    std::vector<record::Run> runs{picturedRun(5, 1, Mode::Together),
                                  picturedRun(5, 1, Mode::OneAtATime)};
    for (record::TaskRecord &task : test::edited(runs.front().tasks)) {
        *task.end += ms(60.0 * task.id);
        *task.attempts.front().end += ms(60.0 * task.id);
    }
    finish(runs.front());
    report::Document document = documentOf(std::move(runs), report::Trial::Kind::Get);
    document.comparison = measured(document.runs);
    return document;
}

report::Document picturedSweep()
{
    std::vector<record::Run> runs;
    for (const int level : {1, 2, 4, 8, 16, 32})
        runs.push_back(picturedRun(24, level, Mode::Together));
    report::Document document = documentOf(std::move(runs), report::Trial::Kind::Sweep);
    measure::Sweep sweep;
    sweep.points = {levelOf(1, 10.2, 10.2, 0),  levelOf(2, 5.2, 10.2, 0),
                    levelOf(4, 2.7, 10.2, 0),   levelOf(8, 1.62, 10.2, 0),
                    levelOf(16, 1.6, 10.2, 14), levelOf(32, 1.9, 10.2, 61)};
    sweep.recommended = 8;
    sweep.fastest = 8;
    sweep.throttledFrom = 16;
    sweep.knee = 4;
    sweep.law = measure::ScalabilityLaw{4.2e6, 0.02, 0.003, 0.987, 18.1};
    sweep.critical = measure::CriticalTask{4, nameOf(3), 0.8, 9.4, 9.2, 9.6};
    sweep.plateau = measure::Plateau{measure::Plateau::Kind::ServerIsBusy, 8, 0.11, 0.35};
    sweep.stopped = record::Stop{record::Stop::Reason::Refused, 32};
    document.sweep = sweep;
    return document;
}

report::Document longDocument()
{
    report::Document document = documentOf(
        {picturedRun(10'000, 16, Mode::Together), picturedRun(10'000, 1, Mode::OneAtATime)},
        report::Trial::Kind::Get);
    fail(document.runs.front().tasks.at(600).edit(), record::Cause::HttpStatus, 404);
    document.comparison = measured(document.runs);
    return document;
}

report::Document hostileDocument(const QString &name)
{
    report::Document document =
        documentOf({picturedRun(1, 1, Mode::Together)}, report::Trial::Kind::Get);
    record::TaskRecord &task = document.runs.front().tasks.front().edit();
    task.name = name;
    task.path = name;
    fail(task, record::Cause::HttpStatus, 404);
    record::Failure failure = *task.failure;
    failure.detail = name;
    task.failure = failure;
    document.probes.front().address = name;
    return document;
}

} // namespace lapwing::test
