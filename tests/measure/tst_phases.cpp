// SPDX-License-Identifier: MIT
#include "measure/phases.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using measure::Known;
using measure::Phase;

namespace {

const QString plain = QStringLiteral("http://one.example/file");
const QString secure = QStringLiteral("https://one.example/file");

/// Looked up from 0 to 5 ms, asked at 5, TLS there at 25, sent at 30, header at 60, finished at 100.
record::Hop wholeHop(const QString &url = secure)
{
    record::Hop whole = hop(url, 5, 30, 60, 100);
    whole.lookUp = ms(0);
    if (url == secure)
        whole.encrypted = ms(25);
    return whole;
}

/// One attempt with that hop: taken at 0, first byte at 70, all here at 99, committed at 110.
record::TaskRecord wholeTask()
{
    record::TaskRecord task = doneTask(1, {wholeHop()}, 1000, 110);
    task.start = ms(2);
    record::Attempt &attempt = task.attempts.front();
    attempt.firstByte = ms(70);
    attempt.received = ms(99);
    return task;
}

template<typename Phases>
measure::PhaseTime find(const Phases &phases, Phase phase)
{
    const auto found = std::ranges::find(phases, phase, &measure::PhaseTime::phase);
    return found == phases.end() ? measure::PhaseTime() : *found;
}

QString displayUrl(const measure::PhaseTime &time)
{
    const QString figure = time.time
        ? u' ' + QString::number(static_cast<double>(time.time->count()) / 1e6)
        : QString();
    return measure::wordFor(time.known) + figure;
}

record::Loop loopStalled(double from, double to)
{
    record::Loop loop;
    loop.stills = {{ms(from), ms(to)}};
    return loop;
}

using Change = void (*)(record::Hop &hop);

} // namespace

class PhasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPhaseHasItsWord();
    void ofAHop_data();
    void ofAHop();
    void ofAnAttempt();
    void withoutABodyNothingStalled();
    void anAttemptThatFailedCommittedNothing();
    void ofATask();
    void sumsOverHopsAndAttempts();
    void ofATaskThatNobodyTook();
    void heldOffByTheServer();
    void waitingForARetryLeavesOutPauses();
    void waitingForALaneLeavesOutPauses();
    void waitingForRoomAfterARedirectIsTimeInTheQueue();
    void aCommitThatCameToNothingIsNone();
    void theBestThatIsKnown();
    void lateStamps_data();
    void lateStamps();
    void lateStampsTaintTheirPhases();
};

void PhasesTest::everyPhaseHasItsWord()
{
    QSet<QString> words;
    for (std::size_t place = 0; place < measure::phaseCount; ++place)
        words << measure::wordFor(static_cast<Phase>(place));
    QCOMPARE(words.size(), static_cast<qsizetype>(measure::phaseCount));
    QVERIFY(words.contains(QStringLiteral("look-up")));
    QVERIFY(words.contains(QStringLiteral("first-byte")));
}

void PhasesTest::ofAHop_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("expected"); // look-up, set-up, send, wait, first byte, receive
    const QString none = QStringLiteral("does-not-apply");
    const QString unseen = QStringLiteral("not-observable");
    const auto took = [](int time) { return QStringLiteral("measured %1").arg(time); };
    QTest::newRow("whole") << secure << Change([](record::Hop &) {})
                           << QStringList{took(5), took(25), unseen, took(30), took(10), took(40)};
    QTest::newRow("without TLS nobody knows whether it was reused")
        << plain << Change([](record::Hop &) {})
        << QStringList{took(5), took(25), unseen, took(30), took(10), took(40)};
    QTest::newRow("a TLS connection that was there")
        << secure << Change([](record::Hop &hop) { hop.encrypted.reset(); })
        << QStringList{took(5), QStringLiteral("reused 25"), unseen, took(30), took(10), took(40)};
    QTest::newRow("the host is a number")
        << secure << Change([](record::Hop &hop) { hop.lookUp.reset(); })
        << QStringList{none, took(25), unseen, took(30), took(10), took(40)};
    QTest::newRow("never sent") << secure << Change([](record::Hop &hop) {
        hop.encrypted.reset();
        hop.sent.reset();
        hop.headers.reset();
    }) << QStringList{took(5), took(95), none, none, none, none};
    QTest::newRow("never answered")
        << secure << Change([](record::Hop &hop) { hop.headers.reset(); })
        << QStringList{took(5), took(25), unseen, took(70), none, none};
    QTest::newRow("answered, and nobody saw it sent")
        << secure << Change([](record::Hop &hop) { hop.sent.reset(); })
        << QStringList{took(5), unseen, none, unseen, took(10), took(40)};
    QTest::newRow("the name was not found") << secure << Change([](record::Hop &hop) {
        hop = record::Hop{hop.url, ms(0), ms(5), {}, {}, {}, ms(5), {}, 0};
    }) << QStringList{took(5), none, none, none, none, none};
    QTest::newRow("under way") << secure << Change([](record::Hop &hop) {
        hop.headers.reset();
        hop.end.reset();
    }) << QStringList{took(5), took(25), unseen, none, none, none};
}

void PhasesTest::ofAHop()
{
    QFETCH(QString, url);
    QFETCH(Change, change);
    record::Hop hop = wholeHop(url);
    change(hop);
    QStringList actual;
    for (const measure::PhaseTime &time : measure::phasesOf(hop, ms(70)))
        actual << displayUrl(time);
    QTEST(actual, "expected");
}

void PhasesTest::ofAnAttempt()
{
    record::Attempt attempt = wholeTask().attempts.front();
    attempt.stalled = ms(3);
    attempt.disk = ms(4);
    attempt.verify = ms(6);
    const auto phases = measure::phasesOf(attempt);
    QCOMPARE(find(phases, Phase::Stalled).time, ms(3));
    QCOMPARE(find(phases, Phase::Disk).time, ms(4));
    QCOMPARE(find(phases, Phase::Verify).time, ms(6));
    QCOMPARE(find(phases, Phase::Commit).time, ms(11));
    QCOMPARE(find(phases, Phase::Commit).from, ms(99));
}

void PhasesTest::withoutABodyNothingStalled()
{
    record::Attempt attempt = wholeTask().attempts.front();
    attempt.firstByte.reset();
    const auto phases = measure::phasesOf(attempt);
    for (const Phase phase : {Phase::Stalled, Phase::Disk, Phase::Verify}) {
        QVERIFY(find(phases, phase).known == Known::DoesNotApply);
        QVERIFY(!find(phases, phase).time);
    }
}

void PhasesTest::anAttemptThatFailedCommittedNothing()
{
    record::Attempt attempt = wholeTask().attempts.front();
    attempt.failure.emplace();
    QVERIFY(!find(measure::phasesOf(attempt), Phase::Commit).time);
}

void PhasesTest::ofATask()
{
    const auto phases = measure::phasesOf(wholeTask());
    QStringList actual;
    for (std::size_t place = 0; place < phases.size(); ++place) {
        QVERIFY(phases[place].phase == static_cast<Phase>(place));
        actual << displayUrl(phases[place]);
    }
    const QStringList expected{QStringLiteral("measured 2"),     QStringLiteral("does-not-apply"),
                               QStringLiteral("measured 5"),     QStringLiteral("measured 25"),
                               QStringLiteral("not-observable"), QStringLiteral("measured 30"),
                               QStringLiteral("measured 10"),    QStringLiteral("measured 40"),
                               QStringLiteral("measured 0"),     QStringLiteral("measured 0"),
                               QStringLiteral("does-not-apply"), QStringLiteral("does-not-apply"),
                               QStringLiteral("measured 11")};
    QCOMPARE(actual, expected);
}

/// A redirect and an attempt that failed; it was tried again 500 ms after that.
void PhasesTest::sumsOverHopsAndAttempts()
{
    record::TaskRecord task = wholeTask();
    record::Attempt second = task.attempts.front();
    second.start = ms(600);
    second.hops.insert(second.hops.begin(), wholeHop());
    second.end = ms(700);
    second.received = ms(690);
    record::Attempt &first = task.attempts.front();
    first.failure.emplace();
    first.end = ms(100);
    task.attempts.push_back(second);
    const auto phases = measure::phasesOf(task);
    QCOMPARE(find(phases, Phase::LookUp).time, ms(15));
    QCOMPARE(find(phases, Phase::SetUp).time, ms(75));
    QCOMPARE(find(phases, Phase::Wait).time, ms(90));
    QCOMPARE(find(phases, Phase::FirstByte).time, ms(20)); // of the hops with a body
    QCOMPARE(find(phases, Phase::Receive).time, ms(120));
    QCOMPARE(find(phases, Phase::Retry).time, ms(500));
    QCOMPARE(find(phases, Phase::Commit).time, ms(10));
}

void PhasesTest::ofATaskThatNobodyTook()
{
    for (const measure::PhaseTime &time : measure::phasesOf(record::TaskRecord())) {
        QVERIFY(time.known == Known::DoesNotApply);
        QVERIFY(!time.time && !time.from);
    }
}

void PhasesTest::waitingForARetryLeavesOutPauses()
{
    record::TaskRecord task = wholeTask();
    record::Attempt second = task.attempts.front();
    second.start = ms(1000);
    task.attempts.front().end = ms(100);
    task.attempts.push_back(second);
    task.pauses = {{ms(50), ms(200)}, {ms(300), ms(400)}, {ms(950), ms(1100)}};
    QCOMPARE(find(measure::phasesOf(task), Phase::Retry).time, ms(900 - 100 - 100 - 50));
}

void PhasesTest::waitingForALaneLeavesOutPauses()
{
    record::TaskRecord task = simpleTask(1, 700, 750, 800, 10);
    task.joined = ms(100);
    task.pauses = {{ms(150), ms(200)}, {ms(300), ms(500)}, {ms(760), ms(770)}};
    QCOMPARE(find(measure::phasesOf(task), Phase::Queued).time, ms(600 - 50 - 200));
    QCOMPARE(measure::queuedSince(task), ms(500));
    task.pauses.clear();
    QCOMPARE(find(measure::phasesOf(task), Phase::Queued).time, ms(600));
    QCOMPARE(measure::queuedSince(task), ms(100));
}

void PhasesTest::waitingForRoomAfterARedirectIsTimeInTheQueue()
{
    record::TaskRecord task = requeuedTask(1, 10, 300, 400);
    task.start = ms(5);
    QCOMPARE(find(measure::phasesOf(task), Phase::Queued).time, ms(5 + 290));
    task.pauses = {{ms(100), ms(150)}};
    QCOMPARE(find(measure::phasesOf(task), Phase::Queued).time, ms(5 + 290 - 50));
    task.attempts.front().hops.pop_back(); // it ended meanwhile
    task.attempts.front().hops.back().taken.reset();
    task.attempts.front().end = ms(200);
    QCOMPARE(find(measure::phasesOf(task), Phase::Queued).time, ms(5 + 190 - 50));
    task.attempts.front().end.reset();
    QCOMPARE(find(measure::phasesOf(task), Phase::Queued).time, ms(5));
}

void PhasesTest::aCommitThatCameToNothingIsNone()
{
    record::TaskRecord task = wholeTask();
    task.state = record::TaskState::Failed;
    QVERIFY(!find(measure::phasesOf(task), Phase::Commit).time);
    task.state = record::TaskState::Unverified;
    QVERIFY(find(measure::phasesOf(task), Phase::Commit).time);
}

/// Of two hops, one reused its connection.
void PhasesTest::theBestThatIsKnown()
{
    record::TaskRecord task = wholeTask();
    record::Hop reused = wholeHop();
    reused.encrypted.reset();
    task.attempts.front().hops = {reused};
    QVERIFY(find(measure::phasesOf(task), Phase::SetUp).known == Known::Reused);
    task.attempts.front().hops.push_back(wholeHop());
    QVERIFY(find(measure::phasesOf(task), Phase::SetUp).known == Known::Measured);
}

void PhasesTest::lateStamps_data()
{
    QTest::addColumn<double>("stamp"); // the loop stood still from 20 to 40 ms
    QTest::addColumn<bool>("late");
    QTest::newRow("before") << 19.0 << false;
    QTest::newRow("meanwhile") << 30.0 << true;
    QTest::newRow("when it went on") << 40.0 << true;
    QTest::newRow("while it caught up") << 40.9 << true;
    QTest::newRow("after") << 41.1 << false;
}

void PhasesTest::lateStamps()
{
    QFETCH(double, stamp);
    QTEST(measure::isLate(ms(stamp), loopStalled(20, 40)), "late");
    QVERIFY(!measure::isLate(ms(stamp), std::nullopt));
}

void PhasesTest::lateStampsTaintTheirPhases()
{
    const auto phases =
        measure::phasesOf(wholeTask(), loopStalled(50, 60)); // the header came at 60
    for (const measure::PhaseTime &time : phases) {
        const bool isTainted = time.phase == Phase::Wait || time.phase == Phase::FirstByte
            || time.phase == Phase::Receive;
        QVERIFY2(time.isLate == isTainted, qPrintable(measure::wordFor(time.phase)));
    }
}

void PhasesTest::heldOffByTheServer()
{
    record::TaskRecord task = simpleTask(1, 700, 750, 800, 10);
    QVERIFY(find(measure::phasesOf(task), Phase::Held).known == Known::DoesNotApply);
    task.held = ms(600);
    QCOMPARE(find(measure::phasesOf(task), Phase::Held).time, ms(600));
    QVERIFY(measure::isPart(Phase::Held)); // of queued
}

LAPWING_TEST(PhasesTest)
#include "tst_phases.moc"
