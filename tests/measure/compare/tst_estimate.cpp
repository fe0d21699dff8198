// SPDX-License-Identifier: MIT
#include "measure/compare/estimate.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"

#include <array>

using namespace lapwing;
using namespace lapwing::test;

namespace {

using Tasks = std::vector<record::SharedRecord>;

/// Stamps are whole nanoseconds, so a rate worked out by hand may be off by a few.
bool isClose(record::Stamp actual, double milliseconds)
{
    return std::abs((actual - ms(milliseconds)).count()) <= 1000;
}

#define COMPARE_RANGE(range, lowMs, highMs)                                                    \
    QVERIFY(range);                                                                            \
    QVERIFY2(isClose((range)->low, lowMs), qPrintable(QString::number((range)->low.count()))); \
    QVERIFY2(isClose((range)->high, highMs), qPrintable(QString::number((range)->high.count())))

/// `count` files at once from one host, each asked at 0, sent after `setUp`, its header there after
/// `wait` more, and its body after `receive` more.
Tasks alike(int count, double setUp, double wait, double receive, qint64 bytes)
{
    const QString url = QStringLiteral("https://one.example/file");
    Tasks tasks;
    for (int id = 1; id <= count; ++id) {
        const double end = setUp + wait + receive;
        tasks.push_back(doneTask(id, {hop(url, 0, setUp, setUp + wait, end)}, bytes, end));
    }
    return tasks;
}

} // namespace

class EstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHoldIsInTheHighEndAlone();
    void absentWithoutAFile();
    void bothEndsByHand();
    void whatSavingCostsIsInBothEnds();
    void ofAGroupThatIsSavedEachFileHasItsShare();
    void onlyFilesCount();
    void redirectsCountAtBothEnds();
    void eachHostHasItsOwnShortestWait_data();
    void eachHostHasItsOwnShortestWait();
    void failedAttemptsCountAtTheHighEndOnly();
    void bytesThatWereGoneOnFromCount();
    void filesThatWereThereDoNotCount();
    void aTinyFileIsNoProofOfAFastLine();
    void aMomentOfOverlapIsNoProofOfAFastLine();
    void theBestWindowBeginsOrEndsWithAFile_data();
    void theBestWindowBeginsOrEndsWithAFile();
    void theLowEndIsNeverAboveTheHighOne();
    void whatHardlySlowedEachOtherGainsLittleAlone();
    void aSlowServerThatIsTheLastMakesNoTrend();
    void aServerAskedForAsManyAllTheTimeMakesNoTrend();
    void filesWithoutBytes();
    void withoutStampsTheLowEndIsLower();
    void whereItHoldsAndWhereItFails_data();
    void whereItHoldsAndWhereItFails();
};

void EstimateTest::absentWithoutAFile()
{
    QVERIFY(!measure::estimateOneAtATime({}));
    Tasks tasks{simpleTask(1, 0, 10, 20, 100)};
    tasks.front().edit().state = record::TaskState::Failed;
    QVERIFY(!measure::estimateOneAtATime(tasks));
    tasks.front().edit().state = record::TaskState::Unverified;
    QVERIFY(measure::estimateOneAtATime(tasks));
}

void EstimateTest::bothEndsByHand()
{
    // Two files of 1 MB, each at 1 MB/s, together from 110 to 1060 ms: 2 MB/s at best, so 1 s for both.
    // The shortest wait is 50 ms, twice. High: 1110 + 1060. Saved from 1060 to 1120 ms, 30 each.
    const QString url = QStringLiteral("http://one.example/file");
    const Tasks tasks{doneTask(1, {hop(url, 0, 10, 110, 1110)}, 1'000'000, 1120),
                      doneTask(2, {hop(url, 0, 10, 60, 1060)}, 1'000'000, 1120)};
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 100 + 1000 + 30, 1110 + 1060 + 60);
}

/// Five small files within 3 ms on a disk that takes 80 ms for each: either way it is that which takes the time.
void EstimateTest::whatSavingCostsIsInBothEnds()
{
    Tasks tasks;
    for (int id = 1; id <= 5; ++id) {
        tasks.push_back(simpleTask(id, 0, 2, 3, 1000));
        tasks.back().edit().attempts.back().end = tasks.back().edit().end = ms(403);
    }
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 5 * 2 + 1 + 80, 5 * 3 + 400);
    tasks.front().edit().attempts.back().end = tasks.front().edit().end =
        ms(83); // by itself, before the others
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 5 * 2 + 1 + 80, 5 * 3 + 400);
}

/// One at a time the next one comes while one is saved: it is the last alone that is waited for.
void EstimateTest::ofAGroupThatIsSavedEachFileHasItsShare()
{
    Tasks tasks;
    for (int id = 1; id <= 20; ++id) {
        tasks.push_back(simpleTask(id, 0, 200, 201, 1000));
        tasks.back().edit().attempts.back().end = tasks.back().edit().end =
            ms(1801); // as the last of them
    }
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 20 * 200 + 1 + 80, 20 * 201 + 1600);
}

void EstimateTest::onlyFilesCount()
{
    Tasks tasks{simpleTask(1, 0, 50, 1050, 1'000'000), simpleTask(2, 0, 10, 9000, 5'000'000)};
    tasks.back().edit().state = record::TaskState::Cancelled;
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 1050, 1050);
}

void EstimateTest::redirectsCountAtBothEnds()
{
    // First hop: 5 ms set-up, 20 ms wait, 1 ms to its end. Second, another host: 4 + 40 + 1000 ms. Saved in 10 ms.
    const Tasks tasks{doneTask(1,
                               {hop(QStringLiteral("http://one.example/a"), 0, 5, 25, 26, 302),
                                hop(QStringLiteral("http://two.example/a"), 26, 30, 70, 1070)},
                               1'000'000, 1080)};
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 20 + 40 + 1000 + 10, 26 + 1044 + 10);
}

void EstimateTest::eachHostHasItsOwnShortestWait_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    const QString plain = QStringLiteral("http://one.example/a");
    QTest::newRow("path") << plain << QStringLiteral("http://one.example/b?c") << true;
    QTest::newRow("usual port") << plain << QStringLiteral("http://one.example:80/a") << true;
    QTest::newRow("usual TLS port") << QStringLiteral("https://one.example/a")
                                    << QStringLiteral("https://one.example:443/a") << true;
    QTest::newRow("case of the name") << plain << QStringLiteral("http://ONE.example/a") << true;
    QTest::newRow("port") << plain << QStringLiteral("http://one.example:8080/a") << false;
    QTest::newRow("scheme") << plain << QStringLiteral("https://one.example/a") << false;
    QTest::newRow("name") << plain << QStringLiteral("http://two.example/a") << false;
}

void EstimateTest::eachHostHasItsOwnShortestWait()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, same);
    const Tasks tasks{doneTask(1, {hop(first, 0, 0, 10, 10)}, 0, 10),
                      doneTask(2, {hop(second, 0, 0, 70, 70)}, 0, 70)};
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), same ? 10 + 10 : 10 + 70, 80);
}

void EstimateTest::failedAttemptsCountAtTheHighEndOnly()
{
    record::TaskRecord task = simpleTask(1, 500, 550, 1550, 1'000'000);
    record::Attempt failed = simpleTask(1, 0, 30, 400, 70'000).attempts.front();
    failed.failure.emplace();
    task.attempts.insert(task.attempts.begin(), failed);
    COMPARE_RANGE(measure::estimateOneAtATime({task}), 1050, 400 + 1050);
}

void EstimateTest::bytesThatWereGoneOnFromCount()
{
    // 0.4 MB of 0.5 MB that came at 1 MB/s, from 30 to 530 ms, were kept; then 0.6 MB at 1 MB/s. Waits
    // of 50 ms (the attempt that failed has none at the low end), and 1 s for 1 MB at 1 MB/s.
    record::TaskRecord task = simpleTask(1, 1000, 1050, 1650, 600'000);
    task.attempts.back().from = 400'000;
    record::Attempt failed = simpleTask(1, 0, 30, 530, 500'000).attempts.front();
    failed.received.reset();
    failed.failure.emplace();
    task.attempts.insert(task.attempts.begin(), failed);
    COMPARE_RANGE(measure::estimateOneAtATime({task}), 50 + 1000, 530 + 650);
    task.attempts.erase(task.attempts.begin()); // an earlier run's: nobody saw how it came
    COMPARE_RANGE(measure::estimateOneAtATime({task}), 50 + 600, 650);
}

void EstimateTest::filesThatWereThereDoNotCount()
{
    Tasks tasks{simpleTask(1, 0, 50, 1050, 1'000'000), simpleTask(2, 0, 10, 20, 0)};
    tasks.back().edit().alreadyThere = true;
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 1050, 1050);
    tasks.erase(tasks.begin());
    QVERIFY(!measure::estimateOneAtATime(tasks));
    tasks.front().edit().bytes = 1'000'000; // it came all the same
    QVERIFY(measure::estimateOneAtATime(tasks));
}

void EstimateTest::aTinyFileIsNoProofOfAFastLine()
{
    // 10 kB within 0.02 ms of their header would be 500 MB/s. Over the millisecond that stamps are good
    // for it is 10 MB/s at the most: 1.01 MB at that rate take 101 ms, and two waits of 50 ms.
    const Tasks tasks{simpleTask(1, 0, 50, 50.02, 10'000), simpleTask(2, 0, 100, 1100, 1'000'000)};
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 100 + 101, 50.02 + 1100);
}

void EstimateTest::aMomentOfOverlapIsNoProofOfAFastLine()
{
    // Two bodies at 1 MB/s, one after the other but for 0.01 ms: within the best millisecond
    // 1010 bytes come, not 2000. No wait.
    const Tasks tasks{simpleTask(1, 10, 10, 1010.01, 1'000'010),
                      simpleTask(2, 1010, 1010, 2010, 1'000'000)};
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 2'000.010 / 1.010, 1000.01 + 1000);
}

/// 10 kB within 0.5 ms, right before or after 1 MB at 1 MB/s: 10,500 bytes in the best millisecond.
void EstimateTest::theBestWindowBeginsOrEndsWithAFile_data()
{
    QTest::addColumn<Tasks>("tasks");
    QTest::newRow("begins") << Tasks{simpleTask(1, 50, 50, 50.5, 10'000),
                                     simpleTask(2, 50.5, 50.5, 1050.5, 1'000'000)};
    QTest::newRow("ends") << Tasks{simpleTask(1, 50, 50, 1050, 1'000'000),
                                   simpleTask(2, 1050, 1050, 1050.5, 10'000)};
}

void EstimateTest::theBestWindowBeginsOrEndsWithAFile()
{
    QFETCH(Tasks, tasks);
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 1010 / 10.5, 1000.5);
}

void EstimateTest::theLowEndIsNeverAboveTheHighOne()
{
    // By the window alone the body would take 1 ms; it was seen to take 0.02 ms.
    COMPARE_RANGE(measure::estimateOneAtATime({simpleTask(1, 0, 50, 50.02, 10'000)}), 50.02, 50.02);
}

/// Each at 1 MB/s, from 0 to 0.1, 0.2, 0.4 … s: 6.3 MB at the best rate seen would be 1.05 s, a third of what it took together.
void EstimateTest::whatHardlySlowedEachOtherGainsLittleAlone()
{
    const std::array inFlight{6.0, 5.5, 4.75, 3.875, 2.9375, 1.96875};
    Tasks tasks;
    double low = 0;
    double time = 100;
    for (int id = 1; id <= 6; ++id, time *= 2) {
        tasks.push_back(simpleTask(id, 0, 0, time, static_cast<qint64>(time * 1000)));
        low += time * std::pow(inFlight[static_cast<std::size_t>(id - 1)], -0.35);
    }
    QVERIFY(low > 3200);
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), low, 6300);
    tasks.resize(4); // too few to tell
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 1500.0 / 4, 1500);
}

/// Five share 4 MB/s while a sixth comes at 0.2 MB/s, and goes on alone: one of the five would take half a second by itself.
void EstimateTest::aSlowServerThatIsTheLastMakesNoTrend()
{
    Tasks tasks{doneTask(6, {hop(QStringLiteral("http://two.example/file"), 0, 0, 0, 10'000)},
                         2'000'000, 10'000)};
    for (int id = 1; id <= 5; ++id)
        tasks.push_back(simpleTask(id, 0, 0, 2500, 2'000'000));
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 12'000 / 4.2, 5 * 2500 + 10'000);
}

/// Two at a time share 2 MB/s, from the first second, beside eight of another server, to the last.
void EstimateTest::aServerAskedForAsManyAllTheTimeMakesNoTrend()
{
    Tasks tasks;
    for (int id = 1; id <= 10; ++id) {
        const double from = 1000 * ((id - 1) / 2);
        tasks.push_back(simpleTask(id, from, from, from + 1000, 1'000'000));
    }
    for (int id = 11; id <= 18; ++id)
        tasks.push_back(doneTask(
            id, {hop(QStringLiteral("http://two.example/file"), 0, 0, 0, 1000)}, 1'000'000, 1000));
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 1800, 18'000);
}

void EstimateTest::filesWithoutBytes()
{
    const Tasks tasks{simpleTask(1, 0, 30, 31, 0), simpleTask(2, 0, 20, 21, 0)};
    COMPARE_RANGE(measure::estimateOneAtATime(tasks), 40, 52);
}

void EstimateTest::withoutStampsTheLowEndIsLower()
{
    Tasks tasks{simpleTask(1, 0, 50, 1050, 1'000'000), simpleTask(2, 0, 60, 1060, 1'000'000)};
    const auto whole = measure::estimateOneAtATime(tasks);
    tasks.back().edit().attempts.back().received.reset();
    const auto partly = measure::estimateOneAtATime(tasks);
    tasks.back().edit().attempts.back().hops.clear();
    tasks.front().edit().attempts.back().hops.front().sent.reset();
    const auto hardly = measure::estimateOneAtATime(tasks);
    QVERIFY(partly->low <= whole->low);
    QVERIFY(hardly->low <= partly->low);
    QVERIFY(hardly->low <= hardly->high);
}

/// What a server would do one at a time, against what the range says from the run together.
/// The rows where it fails are the ones that estimate.h and the `why` of a comparison name.
void EstimateTest::whereItHoldsAndWhereItFails_data()
{
    QTest::addColumn<Tasks>("together");
    QTest::addColumn<double>("oneAtATime");
    QTest::addColumn<int>("side"); // of the range on which the truth lies: 0 inside
    QTest::newRow("latency: 24 x 100 ms") << alike(24, 0, 100, 0.1, 1000) << 24 * 100.1 << 0;
    QTest::newRow("one shared 4 MB/s, three files of 4 MB")
        << alike(3, 1, 5, 3000, 4'000'000) << 1 + 3 * (5 + 1000.0) << 0;
    QTest::newRow("TLS kept alive: one set-up alone")
        << alike(10, 80, 20, 10, 1000) << 80 + 10 * 30.0 << 0;
    QTest::newRow("TLS without keep-alive: each sets up")
        << alike(10, 80, 20, 10, 1000) << 10 * 110.0 << 0;
    QTest::newRow("slows down under load: 10 ms alone")
        << alike(10, 0, 100, 0.1, 1000) << 10 * 10.1 << -1;
    QTest::newRow("answers in groups, every 100 ms")
        << alike(10, 0, 10, 0.1, 1000) << 10 * 100.0 << 1;
}

void EstimateTest::whereItHoldsAndWhereItFails()
{
    QFETCH(Tasks, together);
    QFETCH(double, oneAtATime);
    QFETCH(int, side);
    const auto range = measure::estimateOneAtATime(together);
    QVERIFY(range);
    const record::Stamp slack = ms(0.001);
    const int actual = ms(oneAtATime) < range->low - slack ? -1
        : ms(oneAtATime) > range->high + slack             ? 1
                                                           : 0;
    QCOMPARE(actual, side);
}

/// One at a time the server may refuse nobody, or just as many.
void EstimateTest::aHoldIsInTheHighEndAlone()
{
    const Tasks tasks{simpleTask(1, 0, 50, 1050, 1'000'000)};
    const QString host = QStringLiteral("http://one.example:80");
    COMPARE_RANGE(
        measure::estimateOneAtATime(
            tasks, {{host, ms(0), ms(6000), ms(6000)}, {host, ms(7000), ms(9000), ms(7500)}}),
        1050, 1050 + 6000 + 500);
}

LAPWING_TEST(EstimateTest)
#include "tst_estimate.moc"
