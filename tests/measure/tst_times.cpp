// SPDX-License-Identifier: MIT
#include "measure/phases.h"
#include "measure/recordbuilder.h"
#include "measure/times.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;

namespace {

const QString url = QStringLiteral("http://one.example/file");

record::TaskRecord redirected()
{
    record::TaskRecord task =
        doneTask(1, {hop(url, 5, 15, 45, 46, 302), hop(url, 50, 52, 102, 352)}, 1000, 360);
    task.attempts.front().received = ms(350);
    return task;
}

} // namespace

class TimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTaskThatNobodyTookHasNoTimes();
    void phasesAreSumsOverTheHops();
    void failedAttemptsCountButNotAsCommits();
    void aHopThatWasNeverSentWasSetUp();
    void aHopThatWasNeverAnsweredWaited();
    void whatNobodySawBegin();
    void timesAreThoseOfThePhases();
    void onlyAFileWasCommitted();
    void betweenNeedsBothStampsInOrder();
};

void TimesTest::aTaskThatNobodyTookHasNoTimes()
{
    const measure::TaskTimes times = measure::timesOf({});
    for (const auto &time :
         {times.queued, times.setUp, times.own, times.wait, times.receive, times.commit})
        QVERIFY(!time);
}

void TimesTest::phasesAreSumsOverTheHops()
{
    const measure::TaskTimes times = measure::timesOf(redirected());
    QCOMPARE(times.queued, ms(5));
    QCOMPARE(times.setUp, ms(10 + 2));
    QCOMPARE(times.own, ms(31 + 300));
    QCOMPARE(times.wait, ms(30 + 50));
    QCOMPARE(times.receive, ms(1 + 250));
    QCOMPARE(times.commit, ms(10));
}

void TimesTest::failedAttemptsCountButNotAsCommits()
{
    record::TaskRecord task = redirected();
    record::Attempt failed = task.attempts.front();
    failed.failure.emplace();
    failed.hops.resize(1);
    task.attempts.insert(task.attempts.begin(), failed);
    const measure::TaskTimes times = measure::timesOf(task);
    QCOMPARE(times.own, ms(31 + 31 + 300));
    QCOMPARE(times.commit, ms(10));
}

void TimesTest::aHopThatWasNeverSentWasSetUp()
{
    record::TaskRecord task = doneTask(1, {hop(url, 0, 10, 20, 30)}, 1000, 40);
    record::Hop &only = task.attempts.front().hops.front();
    only.sent.reset();
    only.headers.reset();
    const measure::TaskTimes times = measure::timesOf(task);
    QCOMPARE(times.setUp, ms(30));
    QVERIFY(!times.own && !times.wait && !times.receive);
    QCOMPARE(times.queued, ms(0)); // taken at once: that was observed
}

void TimesTest::aHopThatWasNeverAnsweredWaited()
{
    record::TaskRecord task = doneTask(1, {hop(url, 0, 10, 20, 30)}, 1000, 40);
    task.attempts.front().hops.front().headers.reset();
    const measure::TaskTimes times = measure::timesOf(task);
    QCOMPARE(times.setUp, ms(10));
    QCOMPARE(times.wait, ms(20));
    QCOMPARE(times.own, ms(20));
    QVERIFY(!times.receive);
}

/// The header came, and nobody saw the request go: the time before it is set-up and wait, in no known parts.
void TimesTest::whatNobodySawBegin()
{
    record::TaskRecord task = doneTask(1, {hop(url, 0, 10, 20, 30)}, 1000, 40);
    task.attempts.front().hops.front().sent.reset();
    const measure::TaskTimes times = measure::timesOf(task);
    QVERIFY(!times.setUp && !times.wait && !times.own);
    QCOMPARE(times.receive, ms(10));
}

void TimesTest::timesAreThoseOfThePhases()
{
    record::TaskRecord task = redirected();
    record::Attempt failed = task.attempts.front();
    failed.failure.emplace();
    failed.hops.back().headers.reset();
    failed.hops.front().sent.reset();
    failed.hops.front().headers.reset();
    task.attempts.insert(task.attempts.begin(), failed);
    const measure::TaskTimes times = measure::timesOf(task);
    const auto phases = measure::phasesOf(task);
    const auto time = [&phases](measure::Phase phase) {
        return phases.at(static_cast<std::size_t>(phase)).time;
    };
    QCOMPARE(times.queued, time(measure::Phase::Queued));
    QCOMPARE(times.setUp, time(measure::Phase::SetUp));
    QCOMPARE(times.wait, time(measure::Phase::Wait));
    QCOMPARE(times.receive, time(measure::Phase::Receive));
    QCOMPARE(times.commit, time(measure::Phase::Commit));
    QCOMPARE(times.setUp, ms(12 + 41 + 2));
    QCOMPARE(times.wait, ms(80 + 300));
}

void TimesTest::onlyAFileWasCommitted()
{
    record::TaskRecord task = redirected();
    task.state = record::TaskState::Unverified;
    QCOMPARE(measure::timesOf(task).commit, ms(10));
    task.state = record::TaskState::Failed;
    QVERIFY(!measure::timesOf(task).commit);
}

void TimesTest::betweenNeedsBothStampsInOrder()
{
    QCOMPARE(measure::between(ms(1), ms(3)), ms(2));
    QCOMPARE(measure::between(ms(1), ms(1)), ms(0));
    QVERIFY(!measure::between(ms(3), ms(1)));
    QVERIFY(!measure::between(std::nullopt, ms(1)));
    QVERIFY(!measure::between(ms(1), std::nullopt));
}

LAPWING_TEST(TimesTest)
#include "tst_times.moc"
