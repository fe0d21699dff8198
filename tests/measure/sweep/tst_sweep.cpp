// SPDX-License-Identifier: MIT
#include "measure/concurrency.h"
#include "measure/networksim.h"
#include "measure/recordbuilder.h"
#include "measure/seconds.h"
#include "measure/sweep/recommendation.h"
#include "measure/sweep/sweep.h"
#include "measure/verdict/evidence.h"
#include "support/edited.h"
#include "support/testmain.h"

#include <random>

using namespace lapwing;
using namespace lapwing::test;
using measure::Gap;
using measure::OwnLimit;
using measure::Plateau;

namespace {

using Runs = std::vector<record::Run>;
using Sizes = std::vector<qint64>;

const std::vector<int> swept{1, 2, 3, 4, 6, 8, 12, 24};

Sizes alike(int count, qint64 bytes)
{
    return Sizes(static_cast<std::size_t>(count), bytes);
}

/// Three rounds of every level, each with a little noise.
Runs sweepThrough(const World &world, const Sizes &sizes, const std::vector<int> &levels = swept,
                  int rounds = 3)
{
    std::mt19937 random(11);
    std::normal_distribution<double> noise(1, 0.002);
    Runs runs;
    for (int round = 1; round <= rounds; ++round) {
        for (const int level : levels)
            runs.push_back(
                simulate(world, sizes, {level, plan::Mode::Together, round, noise(random)}));
    }
    return runs;
}

const measure::SweepPoint &at(const measure::Sweep &sweep, int atOnce)
{
    return *std::ranges::find(sweep.points, atOnce, &measure::SweepPoint::atOnce);
}

bool isClose(double actual, double expected, double within)
{
    return std::abs(actual - expected) <= within;
}

/// Each connection has its own rate, one file of seven takes 15 s at it, and all others together 32 s.
Runs oneLongFile(int rounds)
{
    World world;
    world.latency = 0.015;
    world.each = 400'000;
    const Sizes sizes{6'000'000, 5'000'000, 3'000'000, 2'000'000, 1'500'000, 1'000'000, 400'000};
    Runs runs;
    for (int round = 1; round <= rounds; ++round) {
        for (const int level : {1, 4, 7})
            runs.push_back(simulate(world, sizes,
                                    {level, plan::Mode::Together, round, level == 1 ? 1 : 0.998}));
    }
    for (record::Run &run : runs) {
        for (record::TaskRecord &task : test::edited(run.tasks)) {
            std::optional<record::Stamp> &headers = task.attempts.front().hops.front().headers;
            if (run.facts.atOnce == 7)
                headers = *headers + ms(4);
        }
    }
    return runs;
}

/// Each number at once took so many seconds in its rounds.
Runs runsOf(const std::vector<std::pair<int, std::vector<double>>> &levels, double scale = 1)
{
    World world;
    world.latency = 1;
    Runs runs;
    for (const auto &[atOnce, times] : levels) {
        const double once =
            measure::seconds(simulate(world, alike(8, 1000), {atOnce}).facts.elapsed);
        for (const double seconds : times)
            runs.push_back(simulate(world, alike(8, 1000),
                                    {atOnce, plan::Mode::Together, 1, seconds * scale / once}));
    }
    return runs;
}

World latencyBound()
{
    World world;
    world.latency = 0.1;
    world.workers = 6;
    return world;
}

} // namespace

class SweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingWasRun();
    void figuresOfAPoint();
    void oneRoundOfAMomentDoesNotCount();
    void runsThatCannotBeToldApartRecommendNone();
    void theSmallestThatCannotBeToldFromTheFastestIsEnough();
    void oneSlowRunOfTheFastestDoesNotHideWhatIsFaster();
    void whatIsKnownOfTwoIsADifference();
    void aFewShortRunsAreApartByChance();
    void threeShortRoundsTell();
    void oneRoundIsNoInterval();
    void timesThatHardlyVaryAreADifferenceThatIsNone();
    void theIntervalOfFewRoundsIsWhatWasSeen();
    void theIntervalOfSixRounds();
    void withoutOneAtOnceThereIsNoSpeedup();
    void latencyWithACap();
    void oneSharedLine();
    void aRateForEachConnection();
    void aSerialPart();
    void aServerThatSlowsDownUnderLoad();
    void deadLinksAreNotWhatFilesUsuallyTake();
    void throttlingIsNeverRecommended();
    void theRoundsOfAThrottledLevelDoNotCount();
    void throttledIsHowOftenAServerSaidSo();
    void throttlingFromTheStart();
    void oneHugeFileIsNamed();
    void theLongestFileIsWhyThroughputStopsGrowing();
    void filesThatAreAllAsLongAreNoBottleneck();
    void aWaitThatCostsNothingIsNoReason();
    void aBoundThatMayBeHigherIsNotMet();
    void aNumberThatDoesNotCountMeetsNoBound();
    void aBoundThatWasPassedIsNone();
    void nothingHigherIsSaidOnlyWhereItIsPossible();
    void theListIsTooShort();
    void lanesThatNobodyUsedAreNotRecommended();
    void ourOwnLimitForEachHost();
    void theHighestTriedMayNotBeTheBest();
    void aLevelWithAFailureDoesNotCount();
    void aFailedLinkIsLeftOut();
    void aLevelWithOtherBytesDoesNotCount();
    void onlyRunsTogetherCount();
    void whyItStoppedIsHandedOn();
    void theBooksAreChecked();
    void shortRunsCheckNoBooks();
    void lawsAreForWhatTheyFit();
};

void SweepTest::nothingWasRun()
{
    const measure::Sweep sweep = measure::sweepOf({});
    QVERIFY(sweep.points.empty() && !sweep.recommended && !sweep.knee && !sweep.law);
    QVERIFY(!sweep.fastest && !sweep.plateau && !sweep.ownLimit && !sweep.critical);
}

/// Four files of 1000 bytes, a second each: two at once take 2 s.
void SweepTest::figuresOfAPoint()
{
    World world;
    world.latency = 1;
    const Sizes sizes = alike(4, 1000);
    const measure::Sweep sweep =
        measure::sweepOf({simulate(world, sizes, {1}), simulate(world, sizes, {2})});
    const measure::SweepPoint &two = at(sweep, 2);
    QCOMPARE(two.rounds, 1);
    QVERIFY(isClose(two.elapsed, 2, 1e-6));
    QVERIFY(isClose(two.throughput, 2'000, 0.1));
    QVERIFY(isClose(two.speedup.value_or(0), 2, 1e-6));
    QVERIFY(isClose(two.efficiency.value_or(0), 1, 1e-6));
    QVERIFY(isClose(two.serialShare.value_or(1), 0, 1e-6));
    QVERIFY(isClose(two.inFlight, 2, 1e-6));
    QVERIFY(isClose(two.slotUse, 1, 1e-6));
    QCOMPARE(two.maxAtOnce, 2);
    QCOMPARE(two.throttled, 0);
    QVERIFY(!two.gap);
    QVERIFY(!at(sweep, 1).serialShare);
}

/// Several show by themselves how far they are off. What was refused is recommended neither way.
void SweepTest::oneRoundOfAMomentDoesNotCount()
{
    World world;
    world.latency = 0.1;
    Runs runs = sweepThrough(world, alike(8, 1000), {1, 8}, 1);
    const measure::Sweep once = measure::sweepOf(runs);
    QVERIFY(at(once, 8).gap == (Gap{Gap::Kind::TooShort, 0, 8}));
    QVERIFY(!at(once, 8).speedup && !at(once, 8).efficiency && !at(once, 8).serialShare);
    QVERIFY(isClose(at(once, 8).elapsed, 0.1, 0.01));
    QVERIFY2(!once.recommended && !once.fastest, "8 may be the best");
    runs.back().facts.steppedDown = {{ms(10), QStringLiteral("http://one.example:80"), 4}};
    QCOMPARE(measure::sweepOf(runs).recommended, 1);
    const measure::Sweep twice = measure::sweepOf(sweepThrough(world, alike(8, 1000), {1, 8}, 2));
    QVERIFY(isClose(at(twice, 8).speedup.value_or(0), 8, 0.1));
    QCOMPARE(twice.recommended, 8);
}

/// The medians rise and fall by chance: 4 seems the fastest.
void SweepTest::runsThatCannotBeToldApartRecommendNone()
{
    for (const double scale : {1., 10.}) {
        const measure::Sweep sweep = measure::sweepOf(
            runsOf({{1, {0.091, 0.631}}, {2, {0.084, 0.175}}, {4, {0.06, 0.164}}}, scale));
        QVERIFY(!sweep.recommended && !sweep.fastest && !measure::recommendationOf(sweep));
        QVERIFY(!sweep.knee && !sweep.law && !sweep.plateau);
        QVERIFY(sweep.noDifference);
        QCOMPARE(sweep.noDifference->reason,
                 scale > 1 ? measure::NoDifference::Reason::VaryingRuns
                           : measure::NoDifference::Reason::ShortRuns);
        QVERIFY(isClose(sweep.noDifference->low, 0.06 * scale, 1e-6));
        QVERIFY(isClose(sweep.noDifference->high, 0.631 * scale, 1e-6));
        QCOMPARE(sweep.fewRounds, 2);
    }
}

void SweepTest::theSmallestThatCannotBeToldFromTheFastestIsEnough()
{
    const measure::Sweep sweep =
        measure::sweepOf(runsOf({{1, {2, 2.2}}, {2, {1, 1.3}}, {4, {0.9, 1.1}}}));
    QCOMPARE(sweep.recommended, 2);
    QCOMPARE(sweep.fastest, 4);
    QVERIFY(sweep.isWithinNoise && !sweep.noDifference);
    const measure::Sweep close =
        measure::sweepOf(runsOf({{1, {2, 2.2}}, {2, {1, 1}}, {4, {0.96, 0.96}}}));
    QCOMPARE(close.recommended, 2);
    QVERIFY2(!close.isWithinNoise, "it is known to be as good");
}

/// 4 may be no faster than 1, but 2 is.
void SweepTest::oneSlowRunOfTheFastestDoesNotHideWhatIsFaster()
{
    const measure::Sweep sweep = measure::sweepOf(
        runsOf({{1, {2.42, 2.42, 2.43}}, {2, {1.22, 1.23, 1.24}}, {4, {0.62, 0.66, 2.61}}}));
    QCOMPARE(sweep.recommended, 2);
    QCOMPARE(sweep.fastest, 4);
    QVERIFY(sweep.isWithinNoise);
}

/// A slow run hides how fast 1 is; but 4 is known to be slower than 2.
void SweepTest::whatIsKnownOfTwoIsADifference()
{
    const measure::Sweep sweep = measure::sweepOf(
        runsOf({{1, {1.02, 1.02, 4.02}}, {2, {1.53, 1.53, 1.54}}, {4, {2.15, 2.16, 2.16}}}));
    QVERIFY(!sweep.noDifference);
    QCOMPARE(sweep.recommended, 1);
}

void SweepTest::aFewShortRunsAreApartByChance()
{
    const auto sweepTimes = [](double scale) {
        return measure::sweepOf(runsOf({{1, {0.15, 0.16}}, {2, {0.13, 0.14}}}, scale));
    };
    QCOMPARE(sweepTimes(1).recommended, 1);
    QVERIFY(sweepTimes(1).isWithinNoise);
    QCOMPARE(sweepTimes(10).recommended, 2);
    const measure::Sweep six = measure::sweepOf(runsOf(
        {{1, {0.15, 0.15, 0.15, 0.16, 0.16, 0.16}}, {2, {0.13, 0.13, 0.13, 0.14, 0.14, 0.14}}}));
    QVERIFY2(six.recommended == 2, "these are intervals of 95 %");
}

void SweepTest::threeShortRoundsTell()
{
    const std::vector<double> one{.41, .41, .41, .42, .42};
    const std::vector<double> two{.35, .35, .35, .36, .38};
    const std::vector<double> four(5, .35);
    QCOMPARE(measure::sweepOf(runsOf({{1, one}, {2, two}, {4, four}})).recommended, 2);
    const measure::Sweep vague = measure::sweepOf(
        runsOf({{1, {0.41, 0.42}}, {2, {0.35, 0.35}}, {4, {0.35, 0.35}}, {8, {0.35, 0.35}}}));
    QCOMPARE(vague.recommended, 1);
    QVERIFY2(vague.isWithinNoise && !vague.plateau, "nor is it known where it stops growing");
}

void SweepTest::oneRoundIsNoInterval()
{
    const measure::Sweep close = measure::sweepOf(runsOf({{1, {0.9}}, {2, {0.75}}, {4, {0.8}}}));
    QCOMPARE(close.recommended, 1);
    QVERIFY(close.isWithinNoise);
    QCOMPARE(measure::sweepOf(runsOf({{1, {2}}, {2, {1}}})).recommended, 2);
}

void SweepTest::timesThatHardlyVaryAreADifferenceThatIsNone()
{
    const measure::Sweep sweep = measure::sweepOf(runsOf({{1, {1, 1.1}}, {8, {0.95, 1.05}}}));
    QCOMPARE(sweep.recommended, 1);
    QVERIFY(!sweep.noDifference);
}

void SweepTest::theIntervalOfFewRoundsIsWhatWasSeen()
{
    const World world = latencyBound();
    Runs runs;
    for (const double pace : {1.2, 1.0, 1.1})
        runs.push_back(simulate(world, alike(6, 10), {6, plan::Mode::Together, 1, pace}));
    const measure::SweepPoint point = measure::sweepOf(runs).points.front();
    QVERIFY(isClose(point.elapsed, 0.11, 1e-6));
    QVERIFY(isClose(point.low, 0.10, 1e-6));
    QVERIFY(isClose(point.high, 0.12, 1e-6));
    QCOMPARE(point.level, 0.75);
    runs.resize(1);
    QCOMPARE(measure::sweepOf(runs).points.front().level, 0.0);
}

void SweepTest::theIntervalOfSixRounds()
{
    const measure::Sweep sweep =
        measure::sweepOf(sweepThrough(latencyBound(), alike(24, 10), {1, 6}, 6));
    QCOMPARE(at(sweep, 6).level, 0.96875);
    QVERIFY(!sweep.fewRounds);
    QCOMPARE(measure::sweepOf(sweepThrough(latencyBound(), alike(24, 10), {1, 6}, 3)).fewRounds, 3);
}

void SweepTest::withoutOneAtOnceThereIsNoSpeedup()
{
    const measure::Sweep sweep =
        measure::sweepOf(sweepThrough(latencyBound(), alike(24, 10), {2, 6}));
    QVERIFY(!at(sweep, 6).speedup && !at(sweep, 6).efficiency && !at(sweep, 6).serialShare);
    QCOMPARE(sweep.recommended, 6);
}

/// 24 x 100 ms, six at a time and no more.
void SweepTest::latencyWithACap()
{
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(latencyBound(), alike(24, 1000)));
    QVERIFY(isClose(at(sweep, 6).speedup.value_or(0), 6, 0.1));
    QVERIFY(isClose(at(sweep, 24).speedup.value_or(0), 6, 0.1));
    QVERIFY(at(sweep, 6).serialShare.value_or(1) < 0.01);
    QVERIFY(at(sweep, 24).serialShare.value_or(0) > 0.1); // it jumps beyond the cap
    QCOMPARE(sweep.recommended, 6);
    QCOMPARE(sweep.knee, 6);
    QVERIFY(!sweep.law);
    QVERIFY(sweep.plateau);
    QCOMPARE(sweep.plateau->kind, Plateau::Kind::ServerAllows);
    QCOMPARE(sweep.plateau->atOnce, 6);
    QVERIFY(sweep.plateau->after > sweep.plateau->before);
}

/// 24 files of 200 kB through 4 MB/s: 1.2 s, and a millisecond for every file that comes alone.
void SweepTest::oneSharedLine()
{
    World world;
    world.latency = 0.001;
    world.line = 4e6;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(24, 200'000)));
    QVERIFY(isClose(at(sweep, 24).speedup.value_or(0), 1.02, 0.01));
    QVERIFY(sweep.recommended && *sweep.recommended <= 2);
    QVERIFY(!sweep.law);
    QVERIFY(sweep.plateau);
    QCOMPARE(sweep.plateau->kind, Plateau::Kind::Bandwidth);
}

void SweepTest::aRateForEachConnection()
{
    World world;
    world.latency = 0.001;
    world.each = 1e6;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(48, 500'000)));
    QVERIFY(isClose(at(sweep, 12).speedup.value_or(0), 12, 0.2));
    QCOMPARE(sweep.recommended, 24);
    QVERIFY(!sweep.knee);
    QVERIFY(sweep.mayBeExceeded);
    QVERIFY(!sweep.plateau && !sweep.ownLimit);
}

/// 80 ms for all at once and 20 ms one after another: never more than five times as fast.
void SweepTest::aSerialPart()
{
    World world;
    world.latency = 0.08;
    world.serial = 0.02;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(24, 1000)));
    QVERIFY(isClose(at(sweep, 6).speedup.value_or(0), 4.3, 0.1));
    QVERIFY(at(sweep, 24).speedup.value_or(9) < 5);
    QCOMPARE(sweep.recommended, 6);
    QCOMPARE(sweep.knee, 6);
    QVERIFY(!sweep.law);
    QVERIFY(sweep.plateau);
    QCOMPARE(sweep.plateau->kind, Plateau::Kind::ServerIsBusy);
}

void SweepTest::aServerThatSlowsDownUnderLoad()
{
    World world;
    world.latency = 0.02;
    world.slowsDown = true;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(24, 1000)));
    QCOMPARE(sweep.recommended, 1);
    QVERIFY(at(sweep, 24).speedup.value_or(9) < 1.1);
}

/// More of them than files; they are in the first run alone.
void SweepTest::deadLinksAreNotWhatFilesUsuallyTake()
{
    World world;
    world.latency = 0.2;
    world.slowsDown = true;
    Runs runs = sweepThrough(world, alike(24, 1000), {1, 2, 4, 8}, 1);
    const std::optional<Plateau> without = measure::sweepOf(runs).plateau;
    for (int id = 25; id <= 60; ++id) {
        record::TaskRecord dead;
        dead.id = id;
        dead.state = record::TaskState::Failed;
        runs.front().tasks.push_back(dead);
    }
    const std::optional<Plateau> plateau = measure::sweepOf(runs).plateau;
    QVERIFY(without && plateau);
    QCOMPARE(plateau->atOnce, 1);
    QVERIFY(without->before > 0);
    QCOMPARE(plateau->before, without->before);
    QCOMPARE(plateau->after, without->after);
}

void SweepTest::throttlingIsNeverRecommended()
{
    World world;
    world.latency = 0.1;
    world.refusesFrom = 8;
    const record::Stop refused{record::Stop::Reason::Refused, 12};
    const measure::Sweep sweep =
        measure::sweepOf(sweepThrough(world, alike(48, 1000), {1, 2, 4, 8, 12}), refused);
    QCOMPARE(at(sweep, 8).throttled, 0);
    QVERIFY(at(sweep, 12).throttled > 0);
    QCOMPARE(sweep.recommended, 8);
    QCOMPARE(sweep.throttledFrom, 12);
    QVERIFY(sweep.stopped == refused);
}

/// It is left out after its first round: those of the others are counted.
void SweepTest::theRoundsOfAThrottledLevelDoNotCount()
{
    World world;
    world.latency = 0.1;
    world.refusesFrom = 8;
    Runs runs = sweepThrough(world, alike(24, 1000), {1, 8}, 6);
    runs.push_back(simulate(world, alike(24, 1000), {12}));
    QVERIFY(!measure::sweepOf(runs).fewRounds);
}

/// That a server was asked for fewer since is no response of it.
void SweepTest::throttledIsHowOftenAServerSaidSo()
{
    World world;
    world.latency = 0.1;
    world.refusesFrom = 8;
    Runs runs = sweepThrough(world, alike(48, 1000), {8, 12}, 1);
    runs.back().facts.steppedDown = {{ms(10), QStringLiteral("http://one.example:80"), 6},
                                     {ms(20), QStringLiteral("http://one.example:80"), 3}};
    QCOMPARE(at(measure::sweepOf(runs), 12).throttled, measure::refusalsIn(runs.back()));
    QCOMPARE(measure::evidenceOf(runs.back(), {}).refusals, measure::refusalsIn(runs.back()));
}

void SweepTest::throttlingFromTheStart()
{
    World world;
    world.latency = 0.1;
    world.refusesFrom = 2;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(12, 1000), {4, 8}));
    QVERIFY(!sweep.recommended && !sweep.fastest);
    QCOMPARE(sweep.throttledFrom, 4);
    Runs stepped = sweepThrough(latencyBound(), alike(12, 1000), {2, 4});
    stepped.front().facts.steppedDown = {{ms(10), QStringLiteral("http://one.example:80"), 1}};
    QVERIFY(!measure::sweepOf(stepped).recommended);
}

/// 2 s for one file, 50 ms for each of 19: whatever the number, not more than 1.5 times as fast.
void SweepTest::oneHugeFileIsNamed()
{
    World world;
    world.latency = 0.04;
    world.each = 1e6;
    Sizes sizes = alike(20, 10'000);
    sizes.front() = 2'000'000;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, sizes));
    QVERIFY(sweep.critical);
    QCOMPARE(sweep.critical->id, 1);
    QCOMPARE(sweep.critical->name, QStringLiteral("1"));
    QVERIFY(isClose(sweep.critical->seconds, 2.04, 0.02));
    QVERIFY(isClose(sweep.critical->bound, (2.04 + 19 * 0.05) / 2.04, 0.01));
    QVERIFY(sweep.critical->low <= sweep.critical->bound);
    QVERIFY(sweep.critical->high >= sweep.critical->bound);
    QVERIFY(sweep.recommended && *sweep.recommended <= 2);
    QVERIFY(sweep.critical->isMet);
    const measure::Sweep even = measure::sweepOf(sweepThrough(latencyBound(), alike(24, 1000)));
    QVERIFY(!even.critical || !even.critical->isMet);
}

/// It came to a little more than the bound, by noise, and each waited 4 ms longer with seven at once.
void SweepTest::theLongestFileIsWhyThroughputStopsGrowing()
{
    const measure::Sweep sweep = measure::sweepOf(oneLongFile(2));
    QCOMPARE(sweep.recommended, 4);
    QVERIFY(sweep.critical && sweep.critical->isMet);
    QCOMPARE(sweep.critical->name, QStringLiteral("1"));
    QVERIFY(at(sweep, 4).speedup.value_or(9) <= sweep.critical->high);
    QVERIFY(sweep.plateau);
    QCOMPARE(sweep.plateau->kind, Plateau::Kind::OneFile);
    QCOMPARE(sweep.plateau->atOnce, 4);
}

void SweepTest::filesThatAreAllAsLongAreNoBottleneck()
{
    World world;
    world.latency = 0.01;
    world.each = 400'000;
    Sizes sizes = alike(7, 2'000'000);
    sizes.front() = 2'100'000;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, sizes, {1, 7}));
    QVERIFY(sweep.critical && !sweep.critical->isMet);
}

/// One round tells nothing of the file, and what it waited nothing of the server.
void SweepTest::aWaitThatCostsNothingIsNoReason()
{
    const measure::Sweep sweep = measure::sweepOf(oneLongFile(1));
    QVERIFY(!sweep.critical);
    QVERIFY(sweep.plateau);
    QCOMPARE(sweep.plateau->kind, Plateau::Kind::Unexplained);
}

/// Two at once came to 1.97 times, as fast as two can be; the file bounds it somewhere from 1.8 to 2.03.
void SweepTest::aBoundThatMayBeHigherIsNotMet()
{
    World world;
    world.latency = 0.04;
    world.each = 1e6;
    Sizes sizes = alike(20, 10'000);
    sizes.front() = 1'000'000;
    Runs runs;
    for (const int atOnce : {1, 2}) {
        runs.push_back(simulate(world, sizes, {atOnce, plan::Mode::Together, 1, 1}));
        runs.push_back(
            simulate(world, sizes, {atOnce, plan::Mode::Together, 2, atOnce == 1 ? 1.06 : 1.0}));
    }
    const measure::Sweep sweep = measure::sweepOf(runs);
    QVERIFY(sweep.critical);
    QVERIFY(at(sweep, 2).speedup.value_or(0) > sweep.critical->bound);
    QVERIFY(at(sweep, 2).speedup.value_or(0) < sweep.critical->high);
    QVERIFY(!sweep.critical->isMet);
}

/// Four at once came to nearly four times; with eight the server cut a file, so nobody knows what more had brought.
void SweepTest::aNumberThatDoesNotCountMeetsNoBound()
{
    World world;
    world.latency = 0.001;
    world.each = 1e6;
    Sizes sizes = alike(37, 100'000);
    sizes.front() = 1'000'000;
    Runs runs = sweepThrough(world, sizes, {1, 4, 8}, 2);
    QVERIFY(measure::sweepOf(runs).critical->isMet);
    for (record::Run &run : runs) {
        if (run.facts.atOnce == 8)
            run.tasks.back().edit().state = record::TaskState::Failed;
    }
    const measure::Sweep sweep = measure::sweepOf(runs);
    QVERIFY(at(sweep, 4).efficiency.value_or(0) > 0.9);
    QVERIFY(sweep.critical && !sweep.critical->isMet);
}

/// What was measured beside it is the better witness.
void SweepTest::aBoundThatWasPassedIsNone()
{
    World world;
    world.latency = 0.04;
    world.each = 1e6;
    Sizes sizes = alike(20, 10'000);
    sizes.front() = 2'000'000;
    Runs runs = sweepThrough(world, sizes);
    QVERIFY(measure::sweepOf(runs).critical);
    for (record::Run &run : runs) {
        if (run.facts.atOnce == 24)
            run.facts.elapsed = run.facts.elapsed * 9 / 10;
    }
    QVERIFY(!measure::sweepOf(runs).critical);
    QVERIFY2(!measure::sweepOf(sweepThrough(world, sizes, swept, 1)).critical,
             "one round is no interval");
}

/// There are no more files than that, so nothing higher was possible.
void SweepTest::nothingHigherIsSaidOnlyWhereItIsPossible()
{
    World world;
    world.latency = 0.1;
    const auto sweepOfFiles = [&world](int files) {
        return measure::sweepOf(sweepThrough(world, alike(files, 1000), {1, 2, 4, 8}));
    };
    QVERIFY(!sweepOfFiles(8).mayBeExceeded);
    QVERIFY(sweepOfFiles(32).mayBeExceeded);
}

void SweepTest::theListIsTooShort()
{
    World world;
    world.latency = 0.1;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(5, 1000)));
    QCOMPARE(at(sweep, 24).maxAtOnce, 5);
    QVERIFY(sweep.ownLimit);
    QCOMPARE(sweep.ownLimit->kind, OwnLimit::Kind::Files);
    QCOMPARE(sweep.ownLimit->reached, 5);
}

/// Eight lanes for four files are four: if they were faster, that was chance.
void SweepTest::lanesThatNobodyUsedAreNotRecommended()
{
    World world;
    world.latency = 1;
    Runs runs;
    for (const auto &[level, pace] : {std::pair(1, 1.0), std::pair(4, 1.1), std::pair(8, 1.0)})
        runs.push_back(simulate(world, alike(4, 1000), {level, plan::Mode::Together, 1, pace}));
    QCOMPARE(measure::sweepOf(runs).recommended, 4);
}

void SweepTest::ourOwnLimitForEachHost()
{
    World world;
    world.latency = 0.1;
    Runs runs = sweepThrough(world, alike(48, 1000), {6});
    for (record::Run &run : runs) {
        run.facts.atOnce = 12; // twelve lanes, six of them to the one host
        run.facts.perHost = 6;
    }
    const std::optional<OwnLimit> limit = measure::sweepOf(runs).ownLimit;
    QVERIFY(limit);
    QCOMPARE(limit->kind, OwnLimit::Kind::PerHost);
    QCOMPARE(limit->allowed, 12);
    QCOMPARE(limit->reached, 6);
    for (record::Run &run : runs)
        run.facts.perHost = 12; // nothing of ours keeps it from twelve
    QCOMPARE(measure::sweepOf(runs).ownLimit->kind, OwnLimit::Kind::ShortFiles);
    QCOMPARE(measure::sweepOf(runs).ownLimit->reached, 6);
}

void SweepTest::theHighestTriedMayNotBeTheBest()
{
    World world;
    world.latency = 0.1;
    const measure::Sweep sweep = measure::sweepOf(sweepThrough(world, alike(48, 1000), {1, 2, 4}));
    QCOMPARE(sweep.recommended, 4);
    QCOMPARE(sweep.fastest, 4);
    QVERIFY(sweep.mayBeExceeded);
}

void SweepTest::aLevelWithAFailureDoesNotCount()
{
    Runs runs = sweepThrough(latencyBound(), alike(48, 1000), {1, 6, 8}, 1);
    runs.at(1).tasks.back().edit().state = record::TaskState::Failed;
    const measure::Sweep sweep = measure::sweepOf(runs);
    QVERIFY(at(sweep, 6).gap == (Gap{Gap::Kind::Failed, 1, 48}));
    QVERIFY(!at(sweep, 6).speedup);
    QCOMPARE(sweep.recommended, 8);
}

/// It fails from the first run on, whatever the number: the others have the answer.
void SweepTest::aFailedLinkIsLeftOut()
{
    Runs runs = sweepThrough(latencyBound(), alike(48, 1000), {1, 6, 12}, 1);
    record::TaskRecord &failed = runs.front().tasks.back().edit();
    failed.state = record::TaskState::Failed;
    failed.attempts.back().failure = record::make(record::Cause::HttpStatus, {}, 503);
    for (std::size_t later = 1; later < runs.size(); ++later)
        runs[later].tasks.pop_back();
    const measure::Sweep sweep = measure::sweepOf(runs);
    QCOMPARE(sweep.recommended, 6);
    QCOMPARE(at(sweep, 1).throttled, 0);
    QVERIFY(!at(sweep, 1).gap);
    QVERIFY(isClose(at(sweep, 1).elapsed, 4.7, 0.02)); // without the last one
    runs.front().facts.atOnce = 2;                     // it may have been too many then
    QVERIFY(!measure::sweepOf(runs).recommended);
}

void SweepTest::aLevelWithOtherBytesDoesNotCount()
{
    Runs runs = sweepThrough(latencyBound(), alike(48, 1000), {1, 6, 8}, 1);
    runs.at(2).tasks.back().edit().bytes = 1;
    runs.at(1).tasks.pop_back();
    const measure::Sweep sweep = measure::sweepOf(runs);
    QVERIFY(at(sweep, 8).gap == (Gap{Gap::Kind::OtherSizes, 1, 48}));
    QVERIFY(at(sweep, 6).gap == Gap{Gap::Kind::OtherList});
    QCOMPARE(sweep.recommended, 1);
}

void SweepTest::onlyRunsTogetherCount()
{
    Runs runs = sweepThrough(latencyBound(), alike(24, 1000), {1, 6}, 1);
    runs.push_back(simulate(latencyBound(), alike(24, 1000), {1, plan::Mode::OneAtATime, 1, 9}));
    QCOMPARE(measure::sweepOf(runs).points.size(), std::size_t{2});
    QCOMPARE(at(measure::sweepOf(runs), 1).rounds, 1);
}

void SweepTest::whyItStoppedIsHandedOn()
{
    const record::Stop failed{record::Stop::Reason::Failed, 8};
    QVERIFY(measure::sweepOf({}, failed).stopped == failed);
}

/// The world counts who is in flight without a look at the stamps: both ways give the same.
void SweepTest::theBooksAreChecked()
{
    Runs runs = sweepThrough(latencyBound(), alike(24, 1000));
    QVERIFY(measure::sweepOf(runs).bookkeepingError.value_or(1) < 1e-6);
    runs.at(3).facts.meanConcurrency = *runs.at(3).facts.meanConcurrency * 1.1;
    QVERIFY(isClose(measure::sweepOf(runs).bookkeepingError.value_or(0), 0.1, 1e-6));
    for (record::Run &run : runs)
        run.facts.meanConcurrency.reset();
    QVERIFY(!measure::sweepOf(runs).bookkeepingError);
    QVERIFY(!measure::sweepOf(runs).isTooShortToCheck);
}

/// What is sampled a few times only is no check of what was stamped.
void SweepTest::shortRunsCheckNoBooks()
{
    Runs runs = runsOf({{1, {0.4, 0.4}}, {2, {0.1, 0.1}}});
    for (record::Run &run : runs)
        run.facts.meanConcurrency = *run.facts.meanConcurrency * 2;
    QVERIFY(!measure::sweepOf(runs).bookkeepingError);
    QVERIFY(measure::sweepOf(runs).isTooShortToCheck);
    runs.push_back(runsOf({{1, {1}}}).front());
    QVERIFY(measure::sweepOf(runs).bookkeepingError.value_or(1) < 1e-6);
    QVERIFY(!measure::sweepOf(runs).isTooShortToCheck);
}

/// Files whose time grows with the number at once, by the law itself.
void SweepTest::lawsAreForWhatTheyFit()
{
    Runs runs;
    for (const int n : swept) {
        const double pace = 1 + 0.08 * (n - 1) + 0.004 * n * (n - 1);
        World world;
        world.latency = 0.1;
        runs.push_back(simulate(world, alike(240, 1000), {n, plan::Mode::Together, 1, pace}));
    }
    const measure::Sweep sweep = measure::sweepOf(runs);
    QVERIFY(sweep.law);
    QVERIFY(isClose(sweep.law->sigma, 0.08, 0.01));
    QVERIFY(isClose(sweep.law->kappa, 0.004, 0.001));
}

LAPWING_TEST(SweepTest)
#include "tst_sweep.moc"
