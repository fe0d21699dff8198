// SPDX-License-Identifier: MIT
#include "measure/byhand.h"
#include "measure/verdict.h"
#include "measure/world.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using measure::LimitedBy;
using measure::LoopKind;

namespace {

using Runs = std::vector<record::Run>;
using Sizes = std::vector<qint64>;

Sizes alike(int count, qint64 bytes)
{
    return Sizes(static_cast<std::size_t>(count), bytes);
}

/// The list six at once, then one at a time.
Runs bothWays(const World &world, const Sizes &sizes, int atOnce = 6)
{
    return {simulate(world, sizes, {atOnce}), simulate(world, sizes, {1, plan::Mode::OneAtATime})};
}

double figure(const measure::Verdict &verdict, const char *name)
{
    for (const auto &[word, value] : verdict.figures) {
        if (word == QLatin1String(name))
            return value;
    }
    return -1;
}

/// Watched for 10 s: so many seconds of each.
record::Loop loopOf(std::optional<double> busy, double cpu, double processCpu = 0,
                    double longestStill = 0)
{
    record::Loop loop;
    loop.watched = ms(10'000);
    if (busy)
        loop.busy = ms(*busy * 1000);
    loop.cpu = ms(cpu * 1000);
    loop.processCpu = ms(processCpu * 1000);
    loop.longestStill = ms(longestStill * 1000);
    if (longestStill > 0)
        loop.stills = {{ms(0), ms(longestStill * 1000)}};
    return loop;
}

World latencyBound()
{
    World world;
    world.latency = 0.1;
    return world;
}

World oneLine()
{
    World world;
    world.latency = 0.005;
    world.line = 4e6;
    return world;
}

World eachItsRate()
{
    World world;
    world.latency = 0.005;
    world.each = 1e6;
    return world;
}

#define COMPARE_VERDICT(verdict, limit, words)                            \
    QVERIFY2((verdict).limitedBy == (limit), qPrintable((verdict).text)); \
    QVERIFY2((verdict).text.contains(QStringLiteral(words)), qPrintable((verdict).text))

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreStable();
    void ofTheLoop_data();
    void ofTheLoop();
    void latency();
    void latencyOfSetUps();
    void aServerThatAnswersOneAfterAnother();
    void aServerWithFewWorkers();
    void aServerThatSlowsDownUnderLoad();
    void oneSharedLine();
    void aRateForEachConnection();
    void oneRunAloneCannotTellWhatItDidNotVary();
    void theEndOfOneRunMayTell();
    void throttling();
    void oneRefusalInManyIsNoThrottling();
    void aServerAskedForFewer();
    void theDiskHoldsUpBodies();
    void theDiskGoesOnAfterwards();
    void commitsBesideDownloadsAreNoLimit();
    void theProgramWorked();
    void theProgramBlocked();
    void otherListsTellNothing();
    void nothingToTell();
    void everyFigureIsInRange();
};

void VerdictTest::wordsAreStable()
{
    QStringList limits;
    for (int limit = 0; limit <= static_cast<int>(LimitedBy::Unknown); ++limit)
        limits << measure::wordFor(static_cast<LimitedBy>(limit));
    QCOMPARE(limits.join(u' '),
             QStringLiteral("latency line connection throttling disk program unknown"));
    QStringList kinds;
    for (int kind = 0; kind <= static_cast<int>(LoopKind::Unknown); ++kind)
        kinds << measure::wordFor(static_cast<LoopKind>(kind));
    QCOMPARE(kinds.join(u' '), QStringLiteral("io-bound cpu-bound blocked cpu-elsewhere unknown"));
}

/// The first three were measured (timing.md, 1.6).
void VerdictTest::ofTheLoop_data()
{
    QTest::addColumn<std::optional<record::Loop>>("loop");
    QTest::addColumn<LoopKind>("kind");
    using Maybe = std::optional<record::Loop>;
    QTest::newRow("idle") << Maybe(loopOf(0.1, 0.1)) << LoopKind::IoBound;
    QTest::newRow("spinning") << Maybe(loopOf(7.7, 7.7, 8)) << LoopKind::CpuBound;
    QTest::newRow("in a blocking call") << Maybe(loopOf(7.6, 0.0)) << LoopKind::Blocked;
    QTest::newRow("others work") << Maybe(loopOf(0.4, 0.3, 9)) << LoopKind::CpuElsewhere;
    QTest::newRow("others work a little") << Maybe(loopOf(0.4, 0.3, 3)) << LoopKind::IoBound;
    QTest::newRow("nobody told: it stood still")
        << Maybe(loopOf(std::nullopt, 0.1, 0.2, 8)) << LoopKind::Blocked;
    QTest::newRow("nobody told: it worked")
        << Maybe(loopOf(std::nullopt, 7.9, 8, 8)) << LoopKind::CpuBound;
    QTest::newRow("nobody told: it waited")
        << Maybe(loopOf(std::nullopt, 0.1, 0.2)) << LoopKind::IoBound;
    QTest::newRow("nobody watched") << Maybe() << LoopKind::Unknown;
    QTest::newRow("not for any time") << Maybe(record::Loop()) << LoopKind::Unknown;
}

void VerdictTest::ofTheLoop()
{
    QFETCH(std::optional<record::Loop>, loop);
    QFETCH(LoopKind, kind);
    QVERIFY(measure::loopKindOf(loop) == kind);
    record::Run run;
    run.facts.loop = loop;
    QVERIFY(measure::verdictOf(run).loop == kind);
}

void VerdictTest::latency()
{
    const Runs runs = bothWays(latencyBound(), alike(24, 1000));
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    COMPARE_VERDICT(verdict, LimitedBy::Latency, "more at once helps");
    COMPARE_VERDICT(verdict, LimitedBy::Latency, "100 % was waiting for answers");
    QVERIFY(std::abs(figure(verdict, "wait_of_each_s") - 0.1) < 1e-6);
    QVERIFY(std::abs(figure(verdict, "wait_exponent")) < 0.01);
    QVERIFY(measure::verdictOf(runs.back(), runs).limitedBy == LimitedBy::Latency);
    QVERIFY(measure::verdictOf(runs.front()).limitedBy == LimitedBy::Latency);
}

/// TLS without keep-alive: each sets up a connection of its own.
void VerdictTest::latencyOfSetUps()
{
    World world;
    world.setUp = 0.08;
    world.latency = 0.01;
    const measure::Verdict verdict = measure::verdictOf(simulate(world, alike(24, 1000), Course()));
    COMPARE_VERDICT(verdict, LimitedBy::Latency, "89 % setting up connections");
}

void VerdictTest::aServerThatAnswersOneAfterAnother()
{
    World world;
    world.latency = 0.005;
    world.serial = 0.02;
    const Runs runs = bothWays(world, alike(24, 1000));
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    COMPARE_VERDICT(verdict, LimitedBy::Latency, "answers one after another");
    QVERIFY(figure(verdict, "wait_exponent") > 0.5);
}

void VerdictTest::aServerWithFewWorkers()
{
    World world = latencyBound();
    world.workers = 6;
    const Runs runs = bothWays(world, alike(48, 1000), 24);
    COMPARE_VERDICT(measure::verdictOf(runs.front(), runs), LimitedBy::Latency,
                    "or only so many at a time");
}

void VerdictTest::aServerThatSlowsDownUnderLoad()
{
    World world;
    world.latency = 0.02;
    world.slowsDown = true;
    const Runs runs = bothWays(world, alike(24, 1000));
    COMPARE_VERDICT(measure::verdictOf(runs.front(), runs), LimitedBy::Latency, "does not help");
}

void VerdictTest::oneSharedLine()
{
    const Runs runs = bothWays(oneLine(), alike(24, 200'000));
    for (const record::Run &run : runs) {
        const measure::Verdict verdict = measure::verdictOf(run, runs);
        COMPARE_VERDICT(verdict, LimitedBy::Line, "each came at 4.0 MB/s with few");
        QVERIFY(std::abs(figure(verdict, "rate_exponent") + 1) < 0.1);
    }
}

void VerdictTest::aRateForEachConnection()
{
    const Runs runs = bothWays(eachItsRate(), alike(24, 200'000));
    for (const record::Run &run : runs) {
        const measure::Verdict verdict = measure::verdictOf(run, runs);
        COMPARE_VERDICT(verdict, LimitedBy::Connection, "a file came at 1.0 MB/s");
        QVERIFY(std::abs(figure(verdict, "rate_exponent")) < 0.05);
    }
}

void VerdictTest::oneRunAloneCannotTellWhatItDidNotVary()
{
    for (const World &world : {oneLine(), eachItsRate()}) {
        const measure::Verdict verdict =
            measure::verdictOf(simulate(world, alike(24, 200'000), Course()));
        COMPARE_VERDICT(verdict, LimitedBy::Unknown, "run the list with another");
    }
}

/// Files of many sizes: at the end fewer and fewer are in flight.
void VerdictTest::theEndOfOneRunMayTell()
{
    const Sizes sizes{100'000, 200'000, 400'000, 800'000, 1'600'000, 3'200'000};
    QVERIFY(measure::verdictOf(simulate(oneLine(), sizes, Course())).limitedBy == LimitedBy::Line);
    QVERIFY(measure::verdictOf(simulate(eachItsRate(), sizes, Course())).limitedBy
            == LimitedBy::Connection);
}

void VerdictTest::throttling()
{
    World world = latencyBound();
    world.refusesFrom = 4;
    const measure::Verdict verdict = measure::verdictOf(simulate(world, alike(24, 1000), Course()));
    COMPARE_VERDICT(verdict, LimitedBy::Throttling, "until those files were tried again");
    QVERIFY(figure(verdict, "refusals") > 0);
    QVERIFY(figure(verdict, "refused_wait_s") > 0.99 * figure(verdict, "refusals"));
}

void VerdictTest::oneRefusalInManyIsNoThrottling()
{
    record::Run run = simulate(latencyBound(), alike(400, 1000), Course());
    record::TaskRecord &task = run.tasks.front();
    record::Attempt refused = task.attempts.front();
    refused.failure = record::make(record::Cause::HttpStatus, {}, 503);
    refused.received.reset();
    task.attempts.front().start = *refused.end + ms(10);
    task.attempts.insert(task.attempts.begin(), refused);
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Latency);
}

void VerdictTest::aServerAskedForFewer()
{
    record::Run run = simulate(latencyBound(), alike(24, 1000), Course());
    run.facts.steppedDown = {{ms(10), QStringLiteral("http://one.example:80"), 3}};
    COMPARE_VERDICT(measure::verdictOf(run), LimitedBy::Throttling,
                    "asked for fewer at once from then on: 1.");
}

void VerdictTest::theDiskHoldsUpBodies()
{
    Runs runs = bothWays(eachItsRate(), alike(24, 200'000));
    for (record::TaskRecord &task : runs.front().tasks)
        task.attempts.front().disk = ms(150); // of 200 ms
    COMPARE_VERDICT(measure::verdictOf(runs.front(), runs), LimitedBy::Disk, "73 %");
}

void VerdictTest::theDiskGoesOnAfterwards()
{
    record::Run run = simulate(latencyBound(), alike(6, 1000), Course());
    for (record::TaskRecord &task : run.tasks)
        task.attempts.front().end = ms(400); // all were here after 100
    run.facts.elapsed = ms(400);
    const measure::Verdict verdict = measure::verdictOf(run);
    COMPARE_VERDICT(verdict, LimitedBy::Disk, "for 75 % of the whole time");
    QVERIFY(std::abs(figure(verdict, "commit_share") - 0.75) < 1e-6);
}

/// Each took as long to become durable as to come; the next was on its way meanwhile.
void VerdictTest::commitsBesideDownloadsAreNoLimit()
{
    record::Run run = simulate(latencyBound(), alike(60, 1000), Course());
    for (record::TaskRecord &task : run.tasks)
        task.attempts.front().end = *task.attempts.front().end + ms(100);
    run.facts.elapsed += ms(100);
    const measure::Verdict verdict = measure::verdictOf(run);
    QVERIFY(verdict.limitedBy == LimitedBy::Latency);
    QVERIFY(std::abs(figure(verdict, "commit_share") - 0.1 / 1.1) < 1e-6);
}

void VerdictTest::theProgramWorked()
{
    record::Run run = simulate(latencyBound(), alike(24, 1000), Course());
    run.facts.loop = loopOf(9, 8.8, 9);
    const measure::Verdict verdict = measure::verdictOf(run);
    COMPARE_VERDICT(verdict, LimitedBy::Program, "busy for 90 % of the time");
    QCOMPARE(figure(verdict, "loop_busy_share"), 0.9);
    run.facts.loop = loopOf(6, 5.8, 6);
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Latency);
}

void VerdictTest::theProgramBlocked()
{
    record::Run run = simulate(latencyBound(), alike(24, 1000), Course());
    run.facts.loop = loopOf(8, 0.2, 0.3, 6.5);
    COMPARE_VERDICT(measure::verdictOf(run), LimitedBy::Program, "for 6.50 s at the longest");
    run.facts.loop = loopOf(std::nullopt, 0.2, 0.3, 6.5);
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Program);
}

/// Another list at another rate would make a trend where there is none.
void VerdictTest::otherListsTellNothing()
{
    Runs runs = bothWays(oneLine(), alike(24, 200'000));
    runs.back().tasks.pop_back();
    QVERIFY(measure::verdictOf(runs.front(), runs).limitedBy == LimitedBy::Unknown);
}

void VerdictTest::nothingToTell()
{
    COMPARE_VERDICT(measure::verdictOf({}), LimitedBy::Unknown, "no file was fetched");
    record::Run run = simulate(latencyBound(), alike(3, 1000), Course());
    for (record::TaskRecord &task : run.tasks)
        task.alreadyThere = true;
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Unknown);
}

void VerdictTest::everyFigureIsInRange()
{
    for (const World &world : {latencyBound(), oneLine(), eachItsRate()}) {
        const Runs runs = bothWays(world, alike(24, 200'000));
        const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
        double shares = 0;
        for (const char *name : {"wait_share", "setup_share", "receive_share", "disk_share"}) {
            QVERIFY(figure(verdict, name) >= 0 && figure(verdict, name) <= 1);
            shares += figure(verdict, name);
        }
        QVERIFY(std::abs(shares - 1) < 1e-9);
        QVERIFY(figure(verdict, "in_flight") > 1 && figure(verdict, "in_flight") < 6.001);
    }
}

LAPWING_TEST(VerdictTest)
#include "tst_verdict.moc"
