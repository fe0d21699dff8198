// SPDX-License-Identifier: MIT
#include "measure/compare/comparison.h"
#include "measure/compare/completeness.h"
#include "measure/recordbuilder.h"
#include "support/edited.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;

namespace {

/// Ten files of 1000 bytes, each of which takes a second.
record::Run run(plan::Mode mode, double elapsed)
{
    record::Run run;
    run.facts.mode = mode;
    run.facts.elapsed = ms(elapsed);
    for (int id = 1; id <= 10; ++id)
        run.tasks.push_back(simpleTask(id, 0, 500, 1000, 1000));
    return run;
}

record::Run together(double elapsed)
{
    return run(plan::Mode::Together, elapsed);
}

record::Run oneAtATime(double elapsed)
{
    return run(plan::Mode::OneAtATime, elapsed);
}

void setState(record::Run &run, record::TaskState state)
{
    run.tasks.back().edit().state = state;
}

const QString refusing = QStringLiteral("http://two.example/file");

/// Eight files within 1 s. The server of the two others asks for 3 s, and refuses both.
record::Run heldOff()
{
    record::Run run = together(3020);
    for (const std::size_t place : {8U, 9U}) {
        const double asked = place == 8 ? 0 : 3010;
        record::TaskRecord &task = run.tasks[place].edit();
        task = doneTask(task.id, {hop(refusing, asked, asked, asked + 10, asked + 10, 503)}, 0,
                        asked + 10);
        task.state = record::TaskState::Failed;
    }
    run.facts.holds = {{QStringLiteral("http://two.example:80"), ms(10), ms(3010), ms(3010)}};
    return run;
}

using measure::Gap;
using Kind = measure::Gap::Kind;
using plan::Mode;
using Spoil = void (*)(record::Run &together, record::Run &oneAtATime);

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measured_data();
    void measured();
    void unverifiedFilesCompare();
    void notComparable_data();
    void notComparable();
    void aBaselineThatIsNotWholeHasNoFigure();
    void whatFailedBothWaysIsLeftOut();
    void whatFailedIsNotAskedForAgain();
    void aPartOfWhatFailedIsOfNoAccount();
    void theTimeIsThatOfTheFilesThatCame();
    void oneFileIsOneAtATime();
    void oneFileOfSeveralIsNot();
    void aHoldOfWhatFailedCostTheOthersNothing();
    void aHoldCostsAFileWhatThatWaited();
    void nothingCame();
    void estimated();
    void estimateOfAnIncompleteRun_data();
    void estimateOfAnIncompleteRun();
    void estimateOfAMoment();
    void estimateWithAFileThatWasThere();
    void whatCameAgainCounts();
    void noEstimateWithoutAFile();
};

void ComparisonTest::measured_data()
{
    QTest::addColumn<double>("alone");
    QTest::addColumn<double>("speedup");
    QTest::newRow("faster") << 12'000.0 << 2.4;
    QTest::newRow("equal") << 5'000.0 << 1.0;
    QTest::newRow("slower") << 4'500.0 << 0.9;
}

void ComparisonTest::measured()
{
    QFETCH(double, alone);
    QFETCH(double, speedup);
    const measure::Comparison comparison = measure::compare(together(5000), oneAtATime(alone));
    QCOMPARE(comparison.baseline.kind, measure::Baseline::Kind::Measured);
    QCOMPARE(comparison.baseline.measured, ms(alone));
    QVERIFY(!comparison.baseline.range);
    QCOMPARE(comparison.speedup.kind, measure::Baseline::Kind::Measured);
    QVERIFY(comparison.speedup.isComparable());
    QVERIFY(!comparison.speedup.low);
    QVERIFY(!comparison.speedup.high);
    QCOMPARE(comparison.speedup.value.value_or(0), speedup);
    QVERIFY(comparison.speedup.togetherFirst);
}

void ComparisonTest::unverifiedFilesCompare()
{
    record::Run first = together(1000);
    setState(first, record::TaskState::Unverified);
    QVERIFY(measure::compare(first, oneAtATime(2000)).speedup.isComparable());
}

void ComparisonTest::notComparable_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Gap>("gap");
    const auto row = [](const char *name, Spoil spoil, Gap gap) {
        QTest::newRow(name) << spoil << gap;
    };
    row("failed together",
        [](record::Run &first, record::Run &) { setState(first, record::TaskState::Failed); },
        {Kind::Failed, 1, 10, Mode::Together});
    row("failed one at a time",
        [](record::Run &, record::Run &second) { setState(second, record::TaskState::Failed); },
        {Kind::Failed, 1, 10, Mode::OneAtATime});
    row("cancelled together",
        [](record::Run &first, record::Run &) { setState(first, record::TaskState::Cancelled); },
        {Kind::Unfinished, 1, 10, Mode::Together});
    row("stopped one at a time",
        [](record::Run &, record::Run &second) { setState(second, record::TaskState::Queued); },
        {Kind::Unfinished, 1, 10, Mode::OneAtATime});
    row("still running",
        [](record::Run &, record::Run &second) { setState(second, record::TaskState::Committing); },
        {Kind::Unfinished, 1, 10, Mode::OneAtATime});
    row("fewer tasks", [](record::Run &, record::Run &second) { second.tasks.pop_back(); },
        {Kind::OtherList, 0, 9, Mode::OneAtATime});
    row("more tasks", [](record::Run &first, record::Run &) { first.tasks.pop_back(); },
        {Kind::OtherList, 0, 10, Mode::OneAtATime});
    row("other tasks",
        [](record::Run &, record::Run &second) { second.tasks.back().edit().id = 11; },
        {Kind::OtherList, 0, 10, Mode::OneAtATime});
    row("other bytes",
        [](record::Run &, record::Run &second) { second.tasks.back().edit().bytes = 999; },
        {Kind::OtherSizes, 1, 10, Mode::OneAtATime});
    row("already on disk",
        [](record::Run &first, record::Run &) {
            first.tasks.back().edit().alreadyThere = true;
            first.tasks.back().edit().bytes = 0;
        },
        {Kind::OnDiskBefore, 1, 10, Mode::Together});
    row("a part was there",
        [](record::Run &, record::Run &second) { second.tasks.back().edit().kept = 1; },
        {Kind::OnDiskBefore, 1, 10, Mode::OneAtATime});
    row("no time", [](record::Run &first, record::Run &) { first.facts.elapsed = {}; },
        {Kind::TooShort, 0, 10, Mode::Together});
    row("a moment", [](record::Run &first, record::Run &) { first.facts.elapsed = ms(499); },
        {Kind::TooShort, 0, 10, Mode::Together});
}

void ComparisonTest::notComparable()
{
    QFETCH(Spoil, spoil);
    QFETCH(Gap, gap);
    record::Run first = together(1000);
    record::Run second = oneAtATime(2000);
    QVERIFY(measure::compare(first, second).speedup.isComparable());
    spoil(first, second);
    const measure::Speedup speedup = measure::compare(first, second).speedup;
    QVERIFY(!speedup.isComparable());
    QVERIFY(!speedup.value);
    QCOMPARE(speedup.kind, measure::Baseline::Kind::Measured);
    QCOMPARE(speedup.gap, gap);
}

void ComparisonTest::aBaselineThatIsNotWholeHasNoFigure()
{
    record::Run first = together(1000);
    record::Run second = oneAtATime(2000);
    setState(first, record::TaskState::Failed);
    QCOMPARE(measure::compare(first, second).baseline.measured, ms(2000));
    setState(second, record::TaskState::Queued);
    QVERIFY(!measure::compare(first, second).baseline.measured);
}

void ComparisonTest::whatFailedBothWaysIsLeftOut()
{
    record::Run first = together(1000);
    record::Run second = oneAtATime(3000);
    for (record::Run *run : {&first, &second}) {
        run->tasks[3].edit().state = record::TaskState::Failed;
        run->tasks[7].edit().state = record::TaskState::Failed;
    }
    const measure::Speedup speedup = measure::compare(first, second).speedup;
    QVERIFY(speedup.isComparable());
    QCOMPARE(speedup.files, 8);
    QCOMPARE(speedup.listed, 10);
    second.tasks[3].edit().state =
        record::TaskState::Done; // it came in one way and not in the other
    QCOMPARE(measure::compare(first, second).speedup.gap,
             (Gap{Kind::Failed, 1, 10, Mode::Together}));
}

/// Measuring fetches the files that came.
void ComparisonTest::whatFailedIsNotAskedForAgain()
{
    record::Run first = together(1000);
    record::Run second = oneAtATime(3000);
    setState(first, record::TaskState::Failed);
    second.tasks.pop_back();
    const measure::Speedup speedup = measure::compare(first, second).speedup;
    QVERIFY(speedup.isComparable());
    QCOMPARE(speedup.files, 9);
    QCOMPARE(speedup.listed, 10);
}

/// An earlier run left it.
void ComparisonTest::aPartOfWhatFailedIsOfNoAccount()
{
    record::Run first = together(1000);
    record::Run second = oneAtATime(3000);
    setState(first, record::TaskState::Failed);
    first.tasks.back().edit().kept = 1000;
    second.tasks.pop_back();
    QVERIFY(measure::compare(first, second).speedup.isComparable());
    QVERIFY(measure::compareWithEstimate(first)->speedup.isComparable());
}

/// Nine files within 1 s; the tenth fails after 9 s more.
void ComparisonTest::theTimeIsThatOfTheFilesThatCame()
{
    record::Run first = together(10'000);
    record::Run second = oneAtATime(9000);
    setState(first, record::TaskState::Failed);
    first.tasks.back().edit().end = ms(10'000);
    second.tasks.pop_back();
    QCOMPARE(measure::compare(first, second).speedup.value.value_or(0), 9.0);
    const auto estimate = measure::compareWithEstimate(first);
    QVERIFY(estimate && estimate->speedup.isComparable());
    QCOMPARE(estimate->speedup.high.value_or(0), 9.0);
    QCOMPARE(estimate->speedup.files, 9);
    first.facts.stopped = true; // what a stop cut off is left out no more than what goes on
    setState(first, record::TaskState::Cancelled);
    QVERIFY(!measure::compareWithEstimate(first)->speedup.isComparable());
}

/// The run is longer than the download, and that is no loss by the other one.
void ComparisonTest::oneFileIsOneAtATime()
{
    record::Run run = together(1000);
    run.tasks.erase(run.tasks.begin() + 1, run.tasks.end());
    const auto estimate = measure::compareWithEstimate(run);
    QVERIFY(estimate && estimate->speedup.isComparable());
    QCOMPARE(estimate->baseline.range->low, measure::elapsedOfFiles(run));
    QCOMPARE(estimate->baseline.range->high, measure::elapsedOfFiles(run));
    QCOMPARE(estimate->speedup.low, 1.0);
    QCOMPARE(estimate->speedup.high, 1.0);
}

/// What failed was under way beside it, and may have slowed it down.
void ComparisonTest::oneFileOfSeveralIsNot()
{
    record::Run run = together(1000);
    const auto range = measure::estimateOneAtATime({run.tasks.begin(), run.tasks.begin() + 1});
    run.tasks.erase(run.tasks.begin() + 2, run.tasks.end());
    run.tasks.back().edit().state = record::TaskState::Failed;
    const auto estimate = measure::compareWithEstimate(run);
    QVERIFY(estimate && estimate->speedup.isComparable());
    QVERIFY(!estimate->speedup.isOfOneFile());
    QCOMPARE(estimate->speedup.files, 1);
    QCOMPARE(estimate->baseline.range->low, range->low);
    QCOMPARE(estimate->baseline.range->high, range->high);
}

void ComparisonTest::aHoldOfWhatFailedCostTheOthersNothing()
{
    const record::Run first = heldOff();
    record::Run second = oneAtATime(8000);
    second.tasks.resize(8);
    QCOMPARE(measure::compare(first, second).speedup.value.value_or(0), 8.0);
    const auto estimate = measure::compareWithEstimate(first);
    QCOMPARE(estimate->baseline.range->high, ms(8000));
    QCOMPARE(estimate->speedup.high.value_or(0), 8.0);
    QVERIFY(!estimate->speedup.heldOff);
}

/// A ninth file of that server, which joined the run a second before the end of the hold.
void ComparisonTest::aHoldCostsAFileWhatThatWaited()
{
    record::Run first = heldOff();
    first.tasks.push_back(doneTask(11, {hop(refusing, 3010, 3060, 3110, 3110)}, 1000, 3110));
    first.tasks.back().edit().joined = ms(2010);
    first.facts.elapsed = ms(3110);
    record::Run second = oneAtATime(4200);
    second.tasks.resize(9);
    second.tasks.back().edit().id = 11;
    QCOMPARE(measure::compare(first, second).speedup.value.value_or(0), 2.0); // 1000 + 1100 ms
    const auto estimate = measure::compareWithEstimate(first);
    QCOMPARE(estimate->baseline.range->high, ms(8000 + 100 + 1000));
    QVERIFY(estimate->speedup.heldOff);
    first.tasks.back().edit().pauses = {{ms(2020), ms(2520)}}; // it was not held off meanwhile
    QCOMPARE(measure::compareWithEstimate(first)->baseline.range->high, ms(8000 + 100 + 500));
}

void ComparisonTest::nothingCame()
{
    record::Run first = together(1000);
    record::Run second = oneAtATime(900);
    for (record::Run *run : {&first, &second}) {
        for (record::TaskRecord &task : test::edited(run->tasks))
            task.state = record::TaskState::Failed;
    }
    QCOMPARE(measure::compare(first, second).speedup.gap,
             (Gap{Kind::Failed, 10, 10, Mode::Together}));
}

void ComparisonTest::estimated()
{
    // Each file waits 500 ms and comes within 500 ms: 10 x 500 + 500 to 10 x 1000 ms, against 2500 ms.
    const auto comparison = measure::compareWithEstimate(together(2500));
    QVERIFY(comparison);
    QCOMPARE(comparison->baseline.kind, measure::Baseline::Kind::Range);
    QVERIFY(!comparison->baseline.measured);
    QCOMPARE(comparison->baseline.range->low, ms(5500));
    QCOMPARE(comparison->baseline.range->high, ms(10'000));
    QVERIFY(comparison->speedup.isComparable());
    QVERIFY(!comparison->speedup.value);
    QCOMPARE(comparison->speedup.low.value_or(0), 2.2);
    QCOMPARE(comparison->speedup.high.value_or(0), 4.0);
    QVERIFY(!comparison->speedup.heldOff);
    record::Run held = together(2500);
    held.facts.holds.emplace_back();
    QVERIFY(measure::compareWithEstimate(held)->speedup.heldOff);
}

void ComparisonTest::estimateOfAnIncompleteRun_data()
{
    QTest::addColumn<record::TaskState>("state");
    for (const auto state :
         {record::TaskState::Queued, record::TaskState::Waiting, record::TaskState::Downloading,
          record::TaskState::Committing, record::TaskState::Retrying, record::TaskState::Paused})
        QTest::addRow("state %d", static_cast<int>(state)) << state;
}

/// The range is still that of the nine files; elapsed is not, so there is no ratio.
void ComparisonTest::estimateOfAnIncompleteRun()
{
    QFETCH(record::TaskState, state);
    record::Run first = together(2500);
    setState(first, state);
    const auto comparison = measure::compareWithEstimate(first);
    QVERIFY(comparison);
    QCOMPARE(comparison->baseline.range->high, ms(9000));
    QVERIFY(!comparison->speedup.isComparable());
    QVERIFY(!comparison->speedup.low);
    QVERIFY(!comparison->speedup.high);
    QCOMPARE(comparison->speedup.gap, (Gap{Kind::Unfinished, 1, 10, Mode::Together}));
}

/// Of one file there is nothing that a stopwatch would have to tell apart.
void ComparisonTest::estimateOfAMoment()
{
    const Gap tooShort{Kind::TooShort, 0, 10, Mode::Together};
    record::Run run = together(499);
    const auto comparison = measure::compareWithEstimate(run);
    QVERIFY(comparison && comparison->baseline.range);
    QVERIFY(!comparison->speedup.low && !comparison->speedup.high);
    QCOMPARE(comparison->speedup.gap, tooShort);
    QVERIFY(measure::compareWithEstimate(together(500))->speedup.isComparable());
    run.tasks.erase(run.tasks.begin() + 1, run.tasks.end());
    QCOMPARE(measure::compareWithEstimate(run)->speedup.low, 1.0);
}

/// The range is that of the nine files that were fetched.
void ComparisonTest::estimateWithAFileThatWasThere()
{
    record::Run first = together(2500);
    first.tasks.back().edit().alreadyThere = true;
    first.tasks.back().edit().bytes = 0;
    const auto comparison = measure::compareWithEstimate(first);
    QVERIFY(comparison);
    QCOMPARE(comparison->baseline.range->high, ms(9000));
    QVERIFY(!comparison->speedup.isComparable() && !comparison->speedup.low);
    QCOMPARE(comparison->speedup.gap, (Gap{Kind::OnDiskBefore, 1, 10, Mode::Together}));
    for (record::TaskRecord &task : test::edited(first.tasks)) {
        task.alreadyThere = true;
        task.bytes = 0;
    }
    QVERIFY(!measure::compareWithEstimate(first));
}

/// Fetched whole, and only then found to be what is there: it took the time that any other file takes.
void ComparisonTest::whatCameAgainCounts()
{
    record::Run first = together(2500);
    for (record::TaskRecord &task : test::edited(first.tasks))
        task.alreadyThere = true;
    const auto comparison = measure::compareWithEstimate(first);
    QVERIFY(comparison && comparison->speedup.isComparable());
    QCOMPARE(comparison->baseline.range->high, ms(10'000));
    QCOMPARE(comparison->speedup.files, 10);
    QCOMPARE(measure::compare(first, oneAtATime(10'000)).speedup.value, std::optional(4.0));
}

void ComparisonTest::noEstimateWithoutAFile()
{
    record::Run first = together(2500);
    for (record::TaskRecord &task : test::edited(first.tasks))
        task.state = record::TaskState::Failed;
    QVERIFY(!measure::compareWithEstimate(first));
    first.tasks.clear();
    QVERIFY(!measure::compareWithEstimate(first));
}

LAPWING_TEST(ComparisonTest)
#include "tst_comparison.moc"
