// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "trial/trialcost.h"

using namespace lapwing;
using plan::Mode;
using ui::KnownTime;
using ui::SecondsRange;
using ui::TrialChoice;
using ui::TrialCost;
using ui::TrialProgress;
using Step = trial::RunSchedule::Step;

namespace {

KnownTime took(int atOnce, double seconds)
{
    return {atOnce, {seconds, seconds}};
}

ui::TrialRun run(Mode mode, int atOnce, double seconds)
{
    return {mode, atOnce, 1, seconds, 1'000'000};
}

TrialChoice rounds(int count, record::Temperature temperature = record::Temperature::Cold)
{
    TrialChoice choice;
    choice.rounds.count = count;
    choice.rounds.temperature = temperature;
    return choice;
}

} // namespace

/// What a trial will take, and what that is called.
class TrialTimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSeenIsNothingSaid()
    {
        QVERIFY(!ui::expectedTime(4, {}));
        QVERIFY(!ui::expectedTime(ui::stepsOf(rounds(6), 4, 10), {}));
        QCOMPARE(ui::timeText({12, {}, false, {}}), u"unknown until one run has ended");
    }

    void whatWasSeenIsExpectedAgain() { QCOMPARE(ui::expectedTime(4, {took(4, 5)})->high, 5.); }

    void anotherNumberIsBetweenItsBounds()
    {
        const SecondsRange fewer = *ui::expectedTime(2, {took(4, 5)});
        QCOMPARE(fewer.low, 5.);
        QCOMPARE(fewer.high, 10.); // half of the lanes take twice as long at worst
        const SecondsRange more = *ui::expectedTime(8, {took(4, 5)});
        QCOMPARE(more.low, 2.5);
        QCOMPARE(more.high, 5.);
    }

    void severalThatAreKnownNarrowIt()
    {
        const SecondsRange between = *ui::expectedTime(2, {took(1, 8), took(4, 5)});
        QCOMPARE(between.low, 5.);
        QCOMPARE(between.high, 8.);
    }

    void roundsAreAddedUp()
    {
        const auto steps = ui::stepsOf(rounds(6), 4, 10);
        QCOMPARE(steps.size(), std::size_t(12));
        QCOMPARE(ui::expectedTime(steps, {took(4, 5), took(1, 12)})->high, 102.);
        QCOMPARE(ui::stepsOf(rounds(6, record::Temperature::Warm), 4, 10).size(), std::size_t(14));
    }

    void noMoreAtOnceThanThereAreFilesIsExpected()
    {
        QCOMPARE(ui::stepsOf(rounds(1), 8, 3).front().atOnce, 3);
    }

    void aSweepIsItsNumbersInEachRound()
    {
        TrialChoice choice = rounds(2);
        choice.isSweep = true;
        choice.levels = {1, 2, 4};
        const auto steps = ui::stepsOf(choice, 4, 10);
        QCOMPARE(steps.size(), std::size_t(6));
        QCOMPARE(steps.back().atOnce, 4);
    }

    void whatIsLeftIsToldByTheRunsThatEnded()
    {
        TrialProgress progress;
        progress.choice = rounds(2);
        progress.runs = {run(Mode::Together, 4, 2), run(Mode::OneAtATime, 1, 6)};
        progress.steps = {Step{Mode::Together, 4, 2}, Step{Mode::OneAtATime, 1, 2}};
        QCOMPARE(ui::timeLeft(progress, 0.5, {{took(4, 100)}})->high, 7.5);
        QCOMPARE(ui::timeLeft(progress, 60, {})->high, 6.); // the current one is late, not negative
    }

    void beforeTheFirstHasEndedWhatWasKnownCounts()
    {
        TrialProgress progress;
        progress.steps = {Step{Mode::Together, 4, 1}, Step{Mode::OneAtATime, 1, 1}};
        QVERIFY(!ui::timeLeft(progress, 0, {}));
        QCOMPARE(ui::timeLeft(progress, 0, {{took(4, 5), took(1, 12)}})->high, 17.);
    }

    void theRunUnderWayTellsHowLongItTakes()
    {
        TrialProgress progress;
        progress.steps = {Step{Mode::Together, 1, 1}, Step{Mode::Together, 2, 1}};
        QVERIFY2(!ui::timeLeft(progress, 10, {}, 0.01), "too little to tell");
        const SecondsRange left = *ui::timeLeft(progress, 10, {}, 0.25);
        QCOMPARE(left.low, 50.); // 30 of this one, and half of 40 at best
        QCOMPARE(left.high, 70.);
        const ui::TrialOutlook wide{{{1, {20, 100}}}};
        QCOMPARE(ui::timeLeft(progress, 10, wide, 0.25)->high, 70.);
        QCOMPARE(ui::timeLeft(progress, 10, {{took(1, 44)}}, 0.25)->high, 78.);
        QVERIFY2(ui::timeLeft(progress, 60, {{took(1, 44)}}, 0.75)->high > 80, "it is slower");
    }

    /// Half of the bytes came in 7 s; one file takes 53.
    void aRunIsNotOverBeforeItsSlowestFile()
    {
        TrialProgress progress;
        progress.steps = {Step{Mode::Together, 4, 1}};
        QCOMPARE(ui::textOf(*ui::timeLeft(progress, 7, {}, 0.5, 53)), u"at least 46 s");
        QCOMPARE(ui::textOf(*ui::timeLeft(progress, 7, {}, 0, 53)), u"at least 46 s");
        QCOMPARE(ui::textOf(*ui::timeLeft(progress, 30, {}, 0.5, 53)), u"about 30 s");
        QCOMPARE(ui::textOf(*ui::timeLeft(progress, 7, {{took(4, 20)}}, 0.5, 53)), u"about 13 s");
        QVERIFY2(!ui::timeLeft(progress, 60, {}, 0, 53), "that file stands still");
    }

    void norIsOneWithFewerAtOnceBeforeOneWithMoreWas()
    {
        TrialProgress progress;
        progress.runs = {run(Mode::Together, 4, 53)};
        progress.steps = {Step{Mode::OneAtATime, 1, 1}};
        QCOMPARE(ui::textOf(*ui::timeLeft(progress, 7, {}, 0.5)), u"at least 46 s");
        QCOMPARE(ui::textOf(*ui::timeLeft(progress, 40, {}, 0.5)), u"about 40 s");
    }

    void itsShareIsByBytesOrByFiles()
    {
        TrialProgress progress;
        ui::TrialOutlook outlook;
        outlook.entries = 4;
        QCOMPARE(ui::shareOf({1000, 1.5}, progress, outlook), 0.375);
        outlook.bytes = 2000;
        QCOMPARE(ui::shareOf({1000, 1.5}, progress, outlook), 0.5);
        progress.runs = {run(Mode::Together, 4, 2)}; // 1 MB
        QCOMPARE(ui::shareOf({250'000, 1}, progress, outlook), 0.25);
    }

    void whatFailsCostsItsTimeUntilItIsLeftOut()
    {
        TrialProgress progress;
        progress.steps = {Step{Mode::Together, 4, 1}, Step{Mode::OneAtATime, 1, 1}};
        const ui::TrialOutlook outlook{{took(4, 5), took(1, 12)}, 3};
        QCOMPARE(ui::timeLeft(progress, 0, outlook)->high, 20.);
        QCOMPARE(ui::timeLeft(progress, 7, outlook)->high, 13.);
        progress.steps.front().isKept = false; // it only warms, and the next has it too
        QCOMPARE(ui::timeLeft(progress, 0, outlook)->high, 23.);
        progress.files = 8;
        QCOMPARE(ui::timeLeft(progress, 0, outlook)->high, 17.);
        QCOMPARE(ui::runsWithFailed(rounds(6)), 1);
        QCOMPARE(ui::runsWithFailed(rounds(6, record::Temperature::Warm)), 3);
    }

    void timesAreSaidAsSurelyAsTheyAreKnown()
    {
        QCOMPARE(ui::textOf({102, 102.3}), u"about 1 min 42 s");
        QCOMPARE(ui::textOf({40, 102}), u"40 s to 1 min 42 s");
        QCOMPARE(ui::textOf({1, 102}), u"up to 1 min 42 s");
    }

    void bytesAreThoseOfAllRuns()
    {
        QCOMPARE(ui::dataText({12, engine::Sizes{3'145'728, 0}, true, {}}), u"37.7 MB in 12 runs");
        QCOMPARE(ui::dataText({1, engine::Sizes{1'000'000, 1}, true, {}}),
                 u"1.0 MB in 1 run, and 1 file of unknown size");
        QCOMPARE(ui::dataText({12, engine::Sizes{1'000'000, 0}, false, {}, false, 1'500'000}),
                 u"13.5 MB in 12 runs");
        QCOMPARE(ui::dataText({12, {}, true, {}}), u"12 runs; asking the servers for the sizes…");
        QCOMPARE(ui::dataText({12, {}, false, {}}), u"12 runs; the sizes are not known");
    }
};

LAPWING_TEST(TrialTimeTest)
#include "tst_trialtime.moc"
