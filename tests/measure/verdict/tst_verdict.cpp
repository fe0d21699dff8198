// SPDX-License-Identifier: MIT
#include "measure/compare/comparison.h"
#include "measure/concurrency.h"
#include "measure/networksim.h"
#include "measure/recordbuilder.h"
#include "measure/seconds.h"
#include "measure/verdict/criticalpath.h"
#include "measure/verdict/trend.h"
#include "measure/verdict/verdict.h"
#include "support/edited.h"
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
                    double longestStall = 0)
{
    record::Loop loop;
    loop.watched = ms(10'000);
    if (busy)
        loop.busy = ms(*busy * 1000);
    loop.cpu = ms(cpu * 1000);
    loop.processCpu = ms(processCpu * 1000);
    loop.longestStall = ms(longestStall * 1000);
    if (longestStall > 0)
        loop.stills = {{ms(0), ms(longestStall * 1000)}};
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

double secondsOf(const measure::Verdict &verdict, LimitedBy limit)
{
    const auto found = std::ranges::find(verdict.causes, limit, &measure::LimitShare::limit);
    return found == verdict.causes.end() ? 0 : found->seconds;
}

/// Everything of this task takes so many times as long.
void stretch(record::TaskRecord &task, record::Attempt &attempt, int times)
{
    record::Hop &hop = attempt.hops.front();
    for (std::optional<record::Stamp> *stamp : {&attempt.received, &attempt.end, &attempt.firstByte,
                                                &hop.sent, &hop.headers, &hop.end, &task.end})
        *stamp = **stamp * times;
    attempt.start *= times;
    hop.asked *= times;
    task.start = attempt.start;
}

/// An attempt from 0 on that was cut at `cut`, and one that waited 100 ms for its answer from `again` on.
record::TaskRecord failedOnce(double cut, double again)
{
    record::TaskRecord task = simpleTask(1, again, again + 100, again + 100, 1000);
    record::Attempt failed = simpleTask(1, 0, 1, cut, 10).attempts.front();
    failed.failure = record::make(record::Cause::ConnectionCut);
    failed.received.reset();
    task.start = ms(0);
    task.attempts.insert(task.attempts.begin(), failed);
    return task;
}

bool isClose(double actual, double expected, double within = 0.005)
{
    return std::abs(actual - expected) <= within;
}

/// Of the run's time.
double shareOf(std::size_t place, const measure::Verdict &verdict, const record::Run &run)
{
    return verdict.causes.at(place).seconds / measure::seconds(run.facts.elapsed);
}

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreStable();
    void whatComesLaterWaitsForNoLane();
    void whatWaitsForRoomAfterARedirectIsNotInFlight();
    void whatAServerBehindARedirectHeldOff();
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
    void aSlowServerThatIsTheLastTellsNothing();
    void aSlowServerAfterwardsIsToldApart_data();
    void aSlowServerAfterwardsIsToldApart();
    void aServerOfFewFilesTellsNothingOfItsOwn();
    void theFigureBesideItSaysTheSame();
    void oneFileMayTakeNearlyAllOfIt();
    void throttling();
    void oneRefusalInManyIsNoThrottling();
    void aServerAskedForFewer();
    void oneLinkThatIsAlwaysRefused();
    void aHoldIsThrottling();
    void aHoldAndTheWaitOfWhatWasRefusedAreOne();
    void aPauseBeforeARetryIsNobodysFault();
    void attemptsThatFailed();
    void aMirrorThatIsPassedByRefusesNothing();
    void theWaitAfterARedirectToAServerThatIsHeldIsCountedOnce();
    void whatWasToldLate();
    void mixturesOfTwo_data();
    void mixturesOfTwo();
    void moreAtOnceIsPromisedWhereItWasSeenToHelp();
    void causesAddUpToElapsed();
    void causesAreNoMoreThanElapsed();
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
             QStringLiteral("latency line connection throttling retries disk program unknown"));
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
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(verdict.evidence.waitOfEach.exponent && !measure::waitGrows(verdict.evidence));
    QVERIFY(isClose(verdict.evidence.waitShare, 1));
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
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(isClose(verdict.evidence.setUpShare, 0.89));
}

void VerdictTest::aServerThatAnswersOneAfterAnother()
{
    World world;
    world.latency = 0.005;
    world.serial = 0.02;
    const Runs runs = bothWays(world, alike(24, 1000));
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(measure::waitGrows(verdict.evidence));
    QVERIFY(figure(verdict, "wait_exponent") > 0.5);
}

void VerdictTest::aServerWithFewWorkers()
{
    World world = latencyBound();
    world.workers = 6;
    const Runs runs = bothWays(world, alike(48, 1000), 24);
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(measure::waitGrows(verdict.evidence));
}

void VerdictTest::aServerThatSlowsDownUnderLoad()
{
    World world;
    world.latency = 0.02;
    world.slowsDown = true;
    const Runs runs = bothWays(world, alike(24, 1000));
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(measure::waitGrows(verdict.evidence));
}

void VerdictTest::oneSharedLine()
{
    const Runs runs = bothWays(oneLine(), alike(24, 200'000));
    for (const record::Run &run : runs) {
        const measure::Verdict verdict = measure::verdictOf(run, runs);
        QCOMPARE(verdict.limitedBy, LimitedBy::Line);
        QVERIFY(isClose(verdict.evidence.rateOfEach.whenFew, 4e6, 5e4));
        QVERIFY(std::abs(figure(verdict, "rate_exponent") + 1) < 0.1);
    }
}

void VerdictTest::aRateForEachConnection()
{
    const Runs runs = bothWays(eachItsRate(), alike(24, 200'000));
    for (const record::Run &run : runs) {
        const measure::Verdict verdict = measure::verdictOf(run, runs);
        QCOMPARE(verdict.limitedBy, LimitedBy::Connection);
        QVERIFY(isClose(verdict.evidence.rateOfEach.usual, 1e6, 5e4));
        QVERIFY(std::abs(figure(verdict, "rate_exponent")) < 0.05);
    }
}

void VerdictTest::oneRunAloneCannotTellWhatItDidNotVary()
{
    for (const World &world : {oneLine(), eachItsRate()}) {
        const measure::Verdict verdict =
            measure::verdictOf(simulate(world, alike(24, 200'000), Course()));
        QCOMPARE(verdict.limitedBy, LimitedBy::Unknown);
        QVERIFY(!verdict.evidence.rateOfEach.exponent && verdict.evidence.receiveShare > 0.5);
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

/// Its rate is low, and few others came beside it; those of the other server shared what there was.
void VerdictTest::aSlowServerThatIsTheLastTellsNothing()
{
    record::Run run = simulate(oneLine(), alike(5, 2'000'000), {5});
    run.facts.elapsed = ms(10'000);
    run.tasks.push_back(doneTask(6, {hop(QStringLiteral("http://two.example/6"), 0, 0, 5, 10'000)},
                                 2'000'000, 10'000));
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Unknown);
    QVERIFY(!verdict.evidence.rateOfEach.exponent);
}

void VerdictTest::aSlowServerAfterwardsIsToldApart_data()
{
    QTest::addColumn<double>("each");
    QTest::addColumn<LimitedBy>("limit");
    QTest::newRow("for a short time") << 100.0 << LimitedBy::Line;
    QTest::newRow("for most of it") << 3000.0 << LimitedBy::Unknown;
}

/// Its files come one after another at 150 kB/s: they share nothing, and are not the few of those that do.
void VerdictTest::aSlowServerAfterwardsIsToldApart()
{
    QFETCH(double, each);
    QFETCH(LimitedBy, limit);
    record::Run run =
        simulate(oneLine(), {25'000, 100'000, 400'000, 1'600'000, 6'400'000}, Course());
    const double shared = measure::seconds(run.facts.elapsed);
    for (int place = 0; place < 5; ++place) {
        const double from = shared * 1000 + place * each;
        const auto bytes = static_cast<qint64>(150 * each);
        run.tasks.push_back(doneTask(
            6 + place,
            {hop(QStringLiteral("http://two.example/f"), from, from, from + 1, from + each)}, bytes,
            from + each));
    }
    run.facts.elapsed += ms(5 * each);
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, limit);
    QVERIFY(isClose(secondsOf(verdict, LimitedBy::Line), shared, 0.05));
    const measure::Trend &rate = verdict.evidence.rateOfEach;
    QCOMPARE(measure::isUntold(verdict.evidence), limit == LimitedBy::Unknown);
    QCOMPARE(rate.whenFew > rate.whenMany, limit == LimitedBy::Line);
    QVERIFY(limit != LimitedBy::Unknown || isClose(rate.usual, 150e3, 2e3));
}

/// Two files of it, the second by itself and much faster, are what chance may bring: what all files tell goes for it.
void VerdictTest::aServerOfFewFilesTellsNothingOfItsOwn()
{
    Sizes sizes;
    for (int file = 1; file <= 40; ++file)
        sizes.push_back(file * 100'000);
    record::Run run = simulate(eachItsRate(), sizes, Course());
    const double last = measure::seconds(run.facts.elapsed) * 1000;
    const auto add = [&run](int id, double from, double to, qint64 bytes) {
        run.tasks.push_back(
            doneTask(id, {hop(QStringLiteral("http://two.example/f"), from, from, from + 1, to)},
                     bytes, to));
    };
    add(41, 0, last, 100'000);
    add(42, last, 3 * last, 2'000'000);
    run.facts.elapsed *= 3;
    const measure::Trend rate = measure::trendOf({&run}, &measure::ratesIn);
    QCOMPARE(rate.exponents.size(), std::size_t(2));
    for (const auto &[server, exponent] : rate.exponents)
        QVERIFY2(!server.contains(u"two.") || exponent == rate.exponent, qPrintable(server));
}

/// More at once helps: then it is no "0.3–2.0× as fast".
void VerdictTest::theFigureBesideItSaysTheSame()
{
    const Sizes sizes{100'000, 200'000, 400'000, 800'000, 1'600'000, 3'200'000};
    const auto line = measure::compareWithEstimate(simulate(oneLine(), sizes, Course()));
    QVERIFY2(*line->speedup.low < 1, "alone each may have had all of it");
    Runs runs = bothWays(eachItsRate(), sizes);
    const auto estimate = measure::compareWithEstimate(runs.front());
    QVERIFY(*estimate->speedup.low > 1);
    QVERIFY(estimate->baseline.range->low <= runs.back().facts.elapsed);
    QVERIFY(estimate->baseline.range->high + ms(0.001) >= runs.back().facts.elapsed);
    QVERIFY(!measure::verdictOf(runs.front()).isMoreInDoubt);
    QVERIFY(!measure::verdictOf(runs.front(), runs).isMoreInDoubt);
    runs.back().facts.elapsed = runs.front().facts.elapsed / 2; // measured: a loss
    QVERIFY(measure::verdictOf(runs.front(), runs).isMoreInDoubt);
    runs.front().tasks.resize(4); // an estimate that leaves it open
    QVERIFY(measure::verdictOf(runs.front()).isMoreInDoubt);
    QVERIFY2(measure::verdictOf(runs.front(), runs).isMoreInDoubt, "the other run had more files");
}

/// One of 2 s, and 11 that were done long before it: more at once changes nothing.
void VerdictTest::oneFileMayTakeNearlyAllOfIt()
{
    Sizes sizes = alike(12, 100'000);
    sizes.front() = 2'000'000;
    const Runs runs = bothWays(eachItsRate(), sizes, 4);
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    QCOMPARE(verdict.limitedBy, LimitedBy::Connection);
    QCOMPARE(verdict.oneFile, QStringLiteral("1"));
    QCOMPARE(measure::wordFor(verdict), QStringLiteral("one-file"));
    QVERIFY2(!measure::verdictOf(runs.back(), runs).oneFile, "one at a time all others wait");
    const Runs line = bothWays(oneLine(), sizes, 4);
    QVERIFY2(!measure::verdictOf(line.front(), line).oneFile, "they took from one another");
    const Runs all = bothWays(eachItsRate(), sizes, 12);
    QVERIFY2(!measure::verdictOf(all.front(), all).oneFile, "more was not possible");
}

void VerdictTest::throttling()
{
    World world = latencyBound();
    world.refusesFrom = 4;
    const measure::Verdict verdict = measure::verdictOf(simulate(world, alike(24, 1000), Course()));
    QCOMPARE(verdict.limitedBy, LimitedBy::Throttling);
    QVERIFY(figure(verdict, "refusals") > 0);
    QVERIFY(figure(verdict, "refused_wait_s") > 0.99 * figure(verdict, "refusals"));
}

void VerdictTest::oneRefusalInManyIsNoThrottling()
{
    record::Run run = simulate(latencyBound(), alike(400, 1000), Course());
    record::TaskRecord &task = run.tasks.front().edit();
    record::Attempt refused = task.attempts.front();
    refused.failure = record::make(record::Cause::HttpStatus, {}, 503);
    refused.received.reset();
    task.attempts.front().start = *refused.end + ms(10);
    task.attempts.insert(task.attempts.begin(), refused);
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Latency);
}

/// Half of what was waited for since would not have been: that is told, but it was not the most.
void VerdictTest::aServerAskedForFewer()
{
    record::Run run = simulate(latencyBound(), alike(24, 1000), Course());
    run.facts.steppedDown = {{ms(0), QStringLiteral("http://one.example:80"), 3}};
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QCOMPARE(verdict.causes.at(1).limit, LimitedBy::Throttling);
    QVERIFY(isClose(verdict.causes.at(1).seconds, 0.15));
    run.facts.steppedDown.front().atOnce = 1;
    const measure::Verdict fewer = measure::verdictOf(run);
    QCOMPARE(fewer.limitedBy, LimitedBy::Throttling);
    QCOMPARE(fewer.evidence.steppedDown, 1);
    QCOMPARE(fewer.evidence.refusals, 0);
}

/// It came in a run of fourteen, twelve of which took 6 of its 8 s in the ordinary way.
void VerdictTest::oneLinkThatIsAlwaysRefused()
{
    record::Run run = simulate(latencyBound(), alike(12, 1000), {2});
    for (record::TaskRecord &task : test::edited(run.tasks)) {
        for (record::Attempt &attempt : task.attempts)
            stretch(task, attempt, 10);
    }
    record::TaskRecord refused = simpleTask(13, 6000, 6010, 6010, 0);
    refused.state = record::TaskState::Failed;
    refused.failure = record::make(record::Cause::HttpStatus, {}, 503);
    record::Attempt &first = refused.attempts.front();
    first.received.reset();
    first.failure = refused.failure;
    record::Attempt second = first;
    second.start = ms(7990);
    second.end = refused.end = ms(8000);
    second.hops = {hop(QStringLiteral("http://one.example/13"), 7990, 7990, 8000, 8000, 503)};
    refused.attempts.push_back(second);
    run.tasks.push_back(refused);
    run.facts.elapsed = ms(8000);
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(isClose(secondsOf(verdict, LimitedBy::Latency), 6));
    QVERIFY(std::abs(secondsOf(verdict, LimitedBy::Throttling) - 2) < 1e-6);
}

/// The first was refused and not tried again; the second waited until the server was to be asked again.
void VerdictTest::aHoldIsThrottling()
{
    record::Run run;
    record::TaskRecord refused = simpleTask(1, 0, 2, 3, 0);
    refused.state = record::TaskState::Failed;
    refused.attempts.front().failure = record::make(record::Cause::HttpStatus, {}, 503);
    refused.attempts.front().received.reset();
    run.tasks = {refused, simpleTask(2, 6004, 6014, 6015, 1000)};
    run.facts.atOnce = run.facts.perHost = 1;
    run.facts.elapsed = ms(6015);
    run.facts.holds = {{QStringLiteral("http://one.example:80"), ms(2), ms(6002), ms(6002)}};
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Throttling);
    QVERIFY(isClose(secondsOf(verdict, LimitedBy::Throttling), 6));
    QCOMPARE(figure(verdict, "refused_wait_s"), 6.0);
    run.tasks.pop_back(); // nothing came at all, and somebody ended it
    QCOMPARE(measure::verdictOf(run).limitedBy, LimitedBy::Throttling);
}

/// The server asks for 2 s, which hold off the one that it refused too: until then, and for a moment more.
void VerdictTest::aHoldAndTheWaitOfWhatWasRefusedAreOne()
{
    record::Run run;
    run.tasks = {failedOnce(100, 2150), simpleTask(2, 2100, 2140, 2150, 1000)};
    run.tasks.front().edit().attempts.front().failure =
        record::make(record::Cause::HttpStatus, {}, 503);
    run.facts.elapsed = ms(2250);
    run.facts.holds = {{QStringLiteral("http://one.example:80"), ms(90), ms(2090), ms(2090)}};
    QVERIFY(isClose(figure(measure::verdictOf(run), "refused_wait_s"), 2.06, 1e-6));
    run.facts.holds.front().host = QStringLiteral("http://two.example:80"); // of somebody else
    QVERIFY(isClose(figure(measure::verdictOf(run), "refused_wait_s"), 4.05, 1e-6));
}

/// 3 s of the 4 s between the attempts.
void VerdictTest::aPauseBeforeARetryIsNobodysFault()
{
    for (const record::Cause cause : {record::Cause::ConnectionCut, record::Cause::HttpStatus}) {
        const bool isRefused = cause == record::Cause::HttpStatus;
        record::Run run;
        run.tasks = {failedOnce(1000, 5000)};
        run.tasks.front().edit().attempts.front().failure =
            record::make(cause, {}, isRefused ? 503 : 0);
        run.tasks.front().edit().pauses = {{ms(1500), ms(4500)}};
        run.facts.elapsed = ms(2100);
        const measure::Verdict verdict = measure::verdictOf(run);
        const LimitedBy limit = isRefused ? LimitedBy::Throttling : LimitedBy::Retries;
        QVERIFY(isClose(secondsOf(verdict, limit), 2));
        QVERIFY(isClose(secondsOf(verdict, LimitedBy::Latency), 0.1));
        QCOMPARE(verdict.evidence.refusedWait, isRefused ? 1.0 : 0.0);
    }
}

void VerdictTest::attemptsThatFailed()
{
    record::Run run;
    run.tasks = {failedOnce(3000, 4000), simpleTask(2, 0, 100, 101, 1000)};
    run.facts.elapsed = ms(4100);
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Retries);
    QCOMPARE(verdict.evidence.failures, 1);
    run.tasks.front().edit().attempts.front().failure = record::make(record::Cause::Cancelled);
    run.tasks.front().edit().pauses = {{ms(3000), ms(4000)}}; // the person's
    run.facts.elapsed = ms(3100);
    QVERIFY(measure::verdictOf(run).limitedBy != LimitedBy::Retries);
}

/// The link is cut; its mirror is passed by, since it refused another file and asked to be left alone; then the link is
/// asked again, after the wait that the cut brought.
void VerdictTest::aMirrorThatIsPassedByRefusesNothing()
{
    record::Run run;
    run.tasks = {failedOnce(3000, 4000), simpleTask(2, 0, 100, 101, 1000)};
    record::Attempt passedBy;
    passedBy.start = ms(3000);
    passedBy.end = ms(3000);
    passedBy.failure = record::make(record::Cause::HttpStatus, {}, 429);
    std::vector<record::Attempt> &attempts = run.tasks.front().edit().attempts;
    attempts.insert(attempts.begin() + 1, passedBy);
    run.facts.elapsed = ms(4100);
    const measure::Verdict verdict = measure::verdictOf(run);
    QVERIFY(isClose(secondsOf(verdict, LimitedBy::Retries), 4));
    QCOMPARE(secondsOf(verdict, LimitedBy::Throttling), 0.0);
    QCOMPARE(verdict.evidence.failures, 1);
    QCOMPARE(verdict.evidence.refusals, 0);
    QCOMPARE(verdict.evidence.refusedWait, 0.0);
    attempts.front().failure = passedBy.failure; // had the link refused, it would be that
    const measure::Verdict refused = measure::verdictOf(run);
    QVERIFY(isClose(secondsOf(refused, LimitedBy::Throttling), 4));
    QCOMPARE(refused.evidence.refusals, 1);
    QCOMPARE(refused.evidence.refusedWait, 1.0);
    attempts.front().hops.front().status = 302; // and had it led to that mirror, which is not asked
    const measure::Verdict led = measure::verdictOf(run);
    QCOMPARE(led.evidence.refusals, 0);
    QCOMPARE(led.evidence.failures, 0);
    QVERIFY(isClose(secondsOf(led, LimitedBy::Throttling), 4));
    QCOMPARE(secondsOf(led, LimitedBy::Retries), 0.0);
    QCOMPARE(led.evidence.refusedWait, 1.0);
}

/// The first file closes the second server; the link of the other leads there, and it waits for the link again.
void VerdictTest::theWaitAfterARedirectToAServerThatIsHeldIsCountedOnce()
{
    record::Run run;
    run.tasks = {simpleTask(2, 0, 1, 100, 0), failedOnce(3000, 4000)};
    record::Failure closed = record::make(record::Cause::HttpStatus, {}, 429);
    closed.notBefore = QDateTime::fromSecsSinceEpoch(2'000'000'000);
    record::Attempt &closing = run.tasks.front().edit().attempts.front();
    closing.failure = closed;
    closing.hops.front().url = QUrl(QStringLiteral("http://two.example/1"));
    closing.hops.front().status = 429;
    record::Attempt &led = run.tasks.back().edit().attempts.front();
    led.failure = closed;
    led.hops.front().status = 302;
    run.facts.elapsed = ms(4100);
    QCOMPARE(measure::verdictOf(run).evidence.refusedWait, 1.0);
    run.facts.holds = {{QStringLiteral("http://one.example:80"), ms(3500), ms(4500), ms(4500)}};
    QCOMPARE(measure::verdictOf(run).evidence.refusedWait, 2.0);
    run.facts.holds.front().host = QStringLiteral("http://two.example:80");
    QCOMPARE(measure::verdictOf(run).evidence.refusedWait, 1.5);
}

/// Of a wait whose end the loop told late, the time that it stood still is the program's.
void VerdictTest::whatWasToldLate()
{
    record::Run run = simulate(latencyBound(), alike(6, 1000), Course());
    run.facts.loop = loopOf(1, 1);
    run.facts.loop->stills = {{ms(10), ms(30)}, {ms(60), ms(100)}};
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QCOMPARE(verdict.causes.at(1).limit, LimitedBy::Program);
    QVERIFY(isClose(verdict.causes.at(1).seconds, 0.04, 0.0005));
    QVERIFY(isClose(shareOf(1, verdict, run), 0.4));
}

void VerdictTest::mixturesOfTwo_data()
{
    QTest::addColumn<Runs>("runs");
    QTest::addColumn<LimitedBy>("first");
    QTest::addColumn<LimitedBy>("second");
    World latencyAndLine = latencyBound();
    latencyAndLine.line = 4e6;
    QTest::newRow("latency, line")
        << bothWays(latencyAndLine, alike(24, 50'000)) << LimitedBy::Latency << LimitedBy::Line;
    QTest::newRow("line, latency")
        << bothWays(latencyAndLine, alike(24, 100'000)) << LimitedBy::Line << LimitedBy::Latency;
    World latencyAndRate = latencyBound();
    latencyAndRate.each = 1e6;
    QTest::newRow("latency, connection") << bothWays(latencyAndRate, alike(24, 60'000))
                                         << LimitedBy::Latency << LimitedBy::Connection;
    QTest::newRow("connection, latency") << bothWays(latencyAndRate, alike(24, 160'000))
                                         << LimitedBy::Connection << LimitedBy::Latency;
    World refusing = latencyBound();
    refusing.latency = 0.4;
    refusing.refusesFrom = 4;
    QTest::newRow("throttling, latency") << Runs{simulate(refusing, alike(6, 1000), Course())}
                                         << LimitedBy::Throttling << LimitedBy::Latency;
    Runs disk{simulate(latencyBound(), alike(6, 1000), Course())};
    for (record::TaskRecord &task : test::edited(disk.front().tasks))
        task.attempts.front().end = ms(150);
    disk.front().facts.elapsed = ms(150);
    QTest::newRow("latency, disk") << disk << LimitedBy::Latency << LimitedBy::Disk;
    Runs slowDisk = bothWays(eachItsRate(), alike(24, 200'000));
    for (record::TaskRecord &task : test::edited(slowDisk.front().tasks))
        task.attempts.front().disk = ms(80);
    QTest::newRow("connection, disk") << slowDisk << LimitedBy::Connection << LimitedBy::Disk;
    record::Run failing;
    failing.tasks = {failedOnce(100, 250)};
    failing.facts.elapsed = ms(350);
    QTest::newRow("retries, latency") << Runs{failing} << LimitedBy::Retries << LimitedBy::Latency;
}

void VerdictTest::mixturesOfTwo()
{
    QFETCH(Runs, runs);
    QFETCH(LimitedBy, first);
    QFETCH(LimitedBy, second);
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    QVERIFY(verdict.causes.size() >= 2);
    QCOMPARE(verdict.limitedBy, first);
    QCOMPARE(verdict.causes[0].limit, first);
    QCOMPARE(verdict.causes[1].limit, second);
    QVERIFY(shareOf(1, verdict, runs.front()) > 0.25);
}

/// The same list with as many at once as is promised takes no longer than is promised.
void VerdictTest::moreAtOnceIsPromisedWhereItWasSeenToHelp()
{
    for (const World &world : {latencyBound(), eachItsRate()}) {
        const Runs runs = bothWays(world, alike(24, 200'000));
        const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
        QVERIFY(verdict.sooner);
        QCOMPARE(verdict.sooner->atOnce, 12);
        const record::Run more = simulate(world, alike(24, 200'000), {12});
        const double saved =
            std::chrono::duration<double>(runs.front().facts.elapsed - more.facts.elapsed).count();
        QVERIFY(figure(verdict, "lanes_s") > 0.9 * saved);
        QVERIFY(figure(verdict, "lanes_s") < saved + 1e-6);
    }
    World serial;
    serial.serial = 0.02;
    World refusing = latencyBound();
    refusing.refusesFrom = 4;
    for (const World &world : {oneLine(), serial, refusing}) {
        const Runs runs = bothWays(world, alike(24, 200'000));
        QCOMPARE(figure(measure::verdictOf(runs.front(), runs), "lanes_s"), -1.0);
    }
    const Runs few = bothWays(latencyBound(), alike(6, 1000)); // each had its lane
    QCOMPARE(figure(measure::verdictOf(few.front(), few), "lanes_s"), -1.0);
    const record::Run alone = simulate(latencyBound(), alike(24, 1000), Course()); // never fewer
    QCOMPARE(figure(measure::verdictOf(alone), "lanes_s"), -1.0);
}

/// Every second of it has one cause, whatever the run was like.
void VerdictTest::causesAddUpToElapsed()
{
    World refusing = latencyBound();
    refusing.refusesFrom = 4;
    for (const World &world : {latencyBound(), oneLine(), eachItsRate(), refusing}) {
        for (const record::Run &run : bothWays(world, Sizes{90'000, 10, 700'000, 50, 3'000'000})) {
            const measure::Verdict verdict = measure::verdictOf(run);
            double sum = 0;
            for (const measure::LimitShare &cause : verdict.causes)
                sum += cause.seconds;
            QVERIFY(std::abs(sum - std::chrono::duration<double>(run.facts.elapsed).count())
                    < 1e-6);
        }
    }
}

/// The end of a failed attempt is stamped just after that of the run's time.
void VerdictTest::causesAreNoMoreThanElapsed()
{
    record::Run run;
    run.tasks = {failedOnce(3, 4)};
    run.facts.elapsed = ms(2);
    double sum = 0;
    for (const measure::LimitShare &cause : measure::verdictOf(run).causes)
        sum += cause.seconds;
    QCOMPARE(sum, 0.002);
}

void VerdictTest::theDiskHoldsUpBodies()
{
    Runs runs = bothWays(eachItsRate(), alike(24, 200'000));
    for (record::TaskRecord &task : test::edited(runs.front().tasks))
        task.attempts.front().disk = ms(150); // of 200 ms
    const measure::Verdict verdict = measure::verdictOf(runs.front(), runs);
    QCOMPARE(verdict.limitedBy, LimitedBy::Disk);
    QVERIFY(isClose(verdict.evidence.diskShare, 0.73));
}

void VerdictTest::theDiskGoesOnAfterwards()
{
    record::Run run = simulate(latencyBound(), alike(6, 1000), Course());
    for (record::TaskRecord &task : test::edited(run.tasks))
        task.attempts.front().end = ms(400); // all were here after 100
    run.facts.elapsed = ms(400);
    const measure::Verdict verdict = measure::verdictOf(run);
    QCOMPARE(verdict.limitedBy, LimitedBy::Disk);
    QVERIFY(std::abs(figure(verdict, "commit_share") - 0.75) < 1e-6);
}

/// Each took as long to become durable as to come; the next was on its way meanwhile.
void VerdictTest::commitsBesideDownloadsAreNoLimit()
{
    record::Run run = simulate(latencyBound(), alike(60, 1000), Course());
    for (record::TaskRecord &task : test::edited(run.tasks))
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
    QCOMPARE(verdict.limitedBy, LimitedBy::Program);
    QCOMPARE(figure(verdict, "loop_busy_share"), 0.9);
    run.facts.loop = loopOf(6, 5.8, 6);
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Latency);
}

void VerdictTest::theProgramBlocked()
{
    record::Run run = simulate(latencyBound(), alike(24, 1000), Course());
    run.facts.loop = loopOf(8, 0.2, 0.3, 6.5);
    QCOMPARE(measure::verdictOf(run).limitedBy, LimitedBy::Program);
    QCOMPARE(measure::verdictOf(run).loop, LoopKind::Blocked);
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
    QCOMPARE(measure::verdictOf({}).limitedBy, LimitedBy::Unknown);
    QVERIFY(measure::verdictOf({}).causes.empty());
    record::Run run = simulate(latencyBound(), alike(3, 1000), Course());
    for (record::TaskRecord &task : test::edited(run.tasks)) {
        task.alreadyThere = true;
        task.bytes = 0;
    }
    QVERIFY(measure::verdictOf(run).limitedBy == LimitedBy::Unknown);
    QVERIFY(measure::verdictOf(run).causes.empty());
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

/// A lane was free before it was there: with another one it had begun no sooner.
void VerdictTest::whatComesLaterWaitsForNoLane()
{
    record::Run run;
    run.facts.atOnce = 1;
    run.facts.elapsed = ms(200);
    run.tasks = {simpleTask(1, 0, 50, 100, 1000), simpleTask(2, 101, 150, 200, 1000)};
    const auto waitedFor = [&run] {
        const std::vector<measure::CriticalStretch> path = measure::criticalPathOf(run);
        return std::ranges::count(path, true, &measure::CriticalStretch::isWaitedFor);
    };
    QVERIFY(waitedFor() > 0);
    run.tasks[1].edit().joined = ms(50);
    QVERIFY(waitedFor() > 0);
    run.tasks[1].edit().joined = ms(101);
    QCOMPARE(waitedFor(), 0);
    run.tasks[1].edit().joined = ms(0);
    run.tasks[1].edit().pauses = {{ms(50), ms(101)}};
    QCOMPARE(waitedFor(), 0);
}

/// Twelve links of a server that leads each to another one, which is asked for two at once.
void VerdictTest::whatWaitsForRoomAfterARedirectIsNotInFlight()
{
    record::Run run;
    run.facts.atOnce = 8;
    run.facts.perHost = 2;
    run.facts.elapsed = ms(601);
    for (int place = 0; place < 12; ++place) {
        const double taken = 1 + 100 * (place / 2);
        run.tasks.push_back(requeuedTask(place + 1, 1, taken, taken + 100));
    }
    const measure::Verdict verdict = measure::verdictOf(run);
    QVERIFY(isClose(figure(verdict, "in_flight"), 12 * 101 / 601.0));
    QCOMPARE(verdict.limitedBy, LimitedBy::Latency);
    QVERIFY(isClose(secondsOf(verdict, LimitedBy::Latency), 0.601));
    QVERIFY(!verdict.sooner);
    QCOMPARE(measure::timeInFlight(run.tasks.back()->attempts.front()), ms(101));
}

void VerdictTest::whatAServerBehindARedirectHeldOff()
{
    record::Run run;
    run.facts.elapsed = ms(400);
    run.tasks = {requeuedTask(1, 10, 300, 400)};
    QVERIFY(isClose(secondsOf(measure::verdictOf(run), LimitedBy::Latency), 0.110));
    run.facts.holds = {{QStringLiteral("http://two.example:80"), ms(10), ms(300), ms(300)}};
    QVERIFY(isClose(secondsOf(measure::verdictOf(run), LimitedBy::Throttling), 0.290));
}

LAPWING_TEST(VerdictTest)
#include "tst_verdict.moc"
