// SPDX-License-Identifier: MIT
#include "engine/disk/leftparts.h"
#include "engine/sessionrun.h"
#include "engine/watched.h"
#include "measure/elapsed.h"
#include "measure/times.h"
#include "plan/origin.h"
#include "record/saturated.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTimer>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using record::TaskState;

namespace {

/// More than is free there, and less than could be freed.
qint64 tooMuchForNow(const QString &folder)
{
    const QStorageInfo disk(folder);
    const qint64 reserved = disk.bytesFree() - disk.bytesAvailable();
    return disk.bytesAvailable() + (disk.bytesTotal() - reserved - disk.bytesAvailable()) / 2;
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPausedTaskLetsGoOfItsServerAndItsTimeDoesNotCount()
    {
        RawServer server;
        server.route("/a", {withLength(100, "abc").hold(), ok("soup")});
        Watched run(planFor({server.url("/a")}));
        QTRY_COMPARE(run.task(1).state, TaskState::Downloading);
        run().pause({1});
        QTRY_COMPARE(run.task(1).state, TaskState::Paused);
        QTRY_COMPARE(server.inFlight(), 0);
        const record::Stamp elapsed = run.facts.elapsed;
        QElapsedTimer pause;
        pause.start();
        QTRY_VERIFY(pause.elapsed() > 400);
        QVERIFY(!run.hasEnded());
        run().resume({1});
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Done);
        QVERIFY(run.facts.elapsed - elapsed < 400ms);
        QCOMPARE(run.task(1).pauses.size(), std::size_t(1));
        QVERIFY(*run.task(1).pauses.front().to - run.task(1).pauses.front().from >= 400ms);
    }

    void aPauseBeforeTheBeginningIsNoTimeInTheQueue()
    {
        RawServer server;
        server.route("/a", ok("a").afterRelease());
        server.route("/b", ok("b"));
        plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
        plan.atOnce = 1;
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state, TaskState::Waiting);
        run().pause({2});
        QTRY_COMPARE(run.task(2).state, TaskState::Paused);
        QElapsedTimer pause;
        pause.start();
        QTRY_VERIFY(pause.elapsed() > 300);
        run().resume({2});
        server.release();
        QTRY_VERIFY(run.hasEnded());
        const record::TaskRecord &task = run.task(2);
        QCOMPARE(task.pauses.size(), std::size_t(1));
        const record::Stamp paused = *task.pauses.front().to - task.pauses.front().from;
        QVERIFY(paused >= 300ms);
        QCOMPARE(measure::timesOf(task).queued, std::optional(*task.start - paused));
    }

    /// It failed before, and no lane has taken it since.
    void whatIsToBeTriedAgainIsPausedAndCancelledLikeAnyOther()
    {
        RawServer server;
        server.route("/b", ok("b").afterRelease());
        plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
        plan.atOnce = 1;
        Watched run(plan);
        QTRY_COMPARE(run.task(2).state, TaskState::Waiting);
        run().retry({1});
        run().pause({1});
        QTRY_COMPARE(run.task(1).state, TaskState::Paused);
        QVERIFY(record::isPaused(run.task(1)));
        run().cancel({1});
        QTRY_COMPARE(run.task(1).state, TaskState::Cancelled);
        QVERIFY(run.task(1).end && !record::isPaused(run.task(1)));
        server.release();
        QTRY_VERIFY(run.hasEnded());
        const auto afterwards = measure::elapsed({run.task(1), run.task(2)}, {});
        QVERIFY(std::chrono::abs(afterwards - run.facts.elapsed) < 20ms);
    }

    void whatIsSaidWhileTheFolderIsLookedAtCounts()
    {
        RawServer server;
        server.route("/*", ok("soup"));
        const QTemporaryDir home;
        Watched run(planFor({server.url("/a"), server.url("/b"), server.url("/c")}, home.path()));
        run().pause({1, 2}); // nothing is queued yet
        run().cancel({3});
        run().resume({2});
        QTRY_COMPARE(run.task(2).state, TaskState::Done);
        QCOMPARE(run.task(1).state, TaskState::Paused);
        QCOMPARE(run.task(3).state, TaskState::Cancelled);
        QCOMPARE(server.requests(), 1);
        run().resume({1});
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Done);
    }

    void aPausedTaskCountsWhatItCanGoOnFrom()
    {
        RawServer server;
        const Script half = withLength(3'000'000, filler(1'500'000)).header("ETag", "\"1\"").hold();
        server.route("/large", {half, status(404)});
        server.route("/small", withLength(300'000, filler(150'000)).hold());
        const QTemporaryDir home;
        Watched run(planFor({server.url("/large"), server.url("/small")}, home.path()));
        QTRY_COMPARE(run.task(1).bytes, 1'500'000);
        QTRY_COMPARE(run.task(2).bytes, 150'000);
        QVERIFY(!run.task(1).startsAgain);
        QVERIFY(run.task(2).startsAgain); // said before it is thrown away
        run().pause({1, 2});
        QTRY_COMPARE(run.task(1).state, TaskState::Paused);
        QTRY_COMPARE(run.task(2).state, TaskState::Paused);
        QCOMPARE(run.task(1).bytes, QFileInfo(home.filePath(QStringLiteral("large.part"))).size());
        QCOMPARE(run.task(1).bytes, 1'500'000);
        QCOMPARE(run.task(2).bytes, 0); // it has to come once more
        QVERIFY(!run.task(1).startsAgain);
        QVERIFY(run.task(2).startsAgain);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
    }

    void aPausedTaskHoldsNoLane()
    {
        RawServer server;
        server.route("/a", {Script().hold(), ok("a")});
        server.route("/b", ok("b"));
        plan::Plan plan = planFor({server.url("/a"), server.url("/b"), server.url("/b?2")});
        plan.atOnce = 1;
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state, TaskState::Waiting);
        run().pause({1, 3}); // one under way, one that did not begin
        QTRY_COMPARE(run.task(2).state, TaskState::Done);
        QCOMPARE(run.task(3).state, TaskState::Paused);
        QVERIFY(!run.hasEnded());
        run().resume({1, 3});
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Done);
        QCOMPARE(run.task(3).state, TaskState::Done);
    }

    /// So that the cancel can be undone; see removeParts.
    void aCancelledTaskLeavesWhatCanBeResumedAndTheOthersGoOn()
    {
        RawServer server;
        server.route("/large",
                     withLength(5'000'000, filler(3'000'000)).header("ETag", "\"1\"").hold());
        server.route("/b", ok("b").afterRelease());
        const QTemporaryDir home;
        Watched run(
            planFor({server.url("/large"), server.url("/b"), server.url("/c")}, home.path()));
        QTRY_COMPARE(run.task(1).bytes, 3'000'000);
        run().cancel({1, 3});
        QTRY_COMPARE(run.task(1).state, TaskState::Cancelled);
        server.release();
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(2).state, TaskState::Done);
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("large.part.lapwing"))));
        QVERIFY(!run.task(1).startsAgain);
        engine::removeParts(home.path(), {server.url("/b"), server.url("/other")});
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("large.part"))));
        engine::removeParts(home.path(), {server.url("/large")});
        QCOMPARE(QDir(home.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("b")});
    }

    void aCancelledTaskThatWasPausedGoesOnFromWhatItHas()
    {
        RawServer server;
        server.route("/large",
                     withLength(5'000'000, filler(3'000'000)).header("ETag", "\"1\"").hold());
        const QTemporaryDir home;
        Watched run(planFor({server.url("/large")}, home.path()));
        QTRY_COMPARE(run.task(1).bytes, 3'000'000);
        run().pause({1});
        QTRY_COMPARE(run.task(1).state, TaskState::Paused);
        run().cancel({1});
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Cancelled);
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("large.part.lapwing"))));
        QVERIFY(!run.task(1).startsAgain);
    }

    void aStoppedRunKeepsWhatCanBeGoneOnFrom()
    {
        RawServer server;
        server.route("/large",
                     withLength(5'000'000, filler(3'000'000)).header("ETag", "\"1\"").hold());
        const QTemporaryDir home;
        Watched run(planFor({server.url("/large")}, home.path()));
        QTRY_COMPARE(run.task(1).bytes, 3'000'000);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Cancelled);
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("large.part.lapwing"))));
        QVERIFY(!run.task(1).startsAgain);
    }

    void aStoppedRunSaysWhatItCannotKeep()
    {
        RawServer server;
        server.route("/small", withLength(300'000, filler(150'000)).hold());
        const QTemporaryDir home;
        Watched run(planFor({server.url("/small")}, home.path()));
        QTRY_COMPARE(run.task(1).bytes, 150'000);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Cancelled);
        QVERIFY(run.task(1).startsAgain);
        QCOMPARE(run.task(1).bytes, 150'000); // it came over the network all the same
        QVERIFY(QDir(home.path()).isEmpty());
    }

    void aFailedTaskCanBeTriedAgainInTheSameRun()
    {
        RawServer server;
        server.route("/a", {status(404), ok("soup")});
        server.route("/b", ok("b").afterRelease());
        Watched run(planFor({server.url("/a"), server.url("/b")}));
        QTRY_COMPARE(run.task(1).state, TaskState::Failed);
        run().retry({1, 2});
        QTRY_COMPARE(run.task(1).state, TaskState::Done);
        QCOMPARE(run.task(1).attempts.size(), std::size_t(2));
        server.release();
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(server.requests(), 3);
    }

    void aRetryIsSeenAndHoldsNoLane()
    {
        RawServer server;
        server.route("/a", {status(500), ok("a")});
        server.route("/b", ok("b"));
        plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
        plan.atOnce = 1;
        plan.retries = {1, 400ms};
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state, TaskState::Retrying);
        QVERIFY(run.task(1).retryAt);
        QCOMPARE(run.task(1).failure->code, QStringLiteral("http-500"));
        QTRY_COMPARE(run.task(2).state, TaskState::Done);
        QVERIFY(run.task(1).state == TaskState::Retrying); // the other one did not wait for it
        QTRY_VERIFY(run.hasEnded()); // though nothing but the waiting one was left
        QCOMPARE(run.task(1).state, TaskState::Done);
        QVERIFY(run.facts.elapsed >= 400ms); // the wait is the price of what was asked
    }

    void aPauseThatIsTakenBackAtOnceHoldsNothingUp()
    {
        RawServer server;
        server.route("/a", {withLength(100, "abc").hold(), ok("soup")});
        Watched run(planFor({server.url("/a")}));
        QTRY_COMPARE(run.task(1).state, TaskState::Downloading);
        run().pause({1});
        run().resume({1}); // its attempt has yet to end
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Done);
    }

    void aCancelIsNotTakenBackByAPause()
    {
        RawServer server;
        server.route("/a", withLength(100, "abc").hold());
        Watched run(planFor({server.url("/a")}));
        QTRY_COMPARE(run.task(1).state, TaskState::Downloading);
        run().cancel({1});
        run().pause({1});
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Cancelled);
    }

    void aRetryThatIsNotWaitedFor()
    {
        RawServer server;
        server.route("/a", {status(500), ok("a")});
        plan::Plan plan = planFor({server.url("/a")});
        plan.retries = {1, 1h};
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state, TaskState::Retrying);
        run().resume({1});
        QTRY_VERIFY(run.hasEnded());
        QCOMPARE(run.task(1).state, TaskState::Done);
    }

    void aStopEndsTheWaits()
    {
        RawServer server;
        server.route("/a", status(503).header("Retry-After", "600"));
        server.route("/b", Script().hold());
        plan::Plan plan = planFor({server.url("/a"), server.url("/b"), server.url("/b?2")});
        plan.retries.max = 1;
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state, TaskState::Retrying);
        run().pause({2});
        QTRY_COMPARE(run.task(2).state, TaskState::Paused);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
        for (const int id : {1, 2, 3})
            QCOMPARE(run.task(id).state, TaskState::Cancelled);
    }

    void aRetryAfterHoldsForTheWholeServer()
    {
        RawServer server;
        server.route("/a", {status(429).header("Retry-After", "1"), ok("a")});
        server.route("/b", ok("b"));
        plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
        plan.atOnce = 1;
        plan.retries = {1, 1ms};
        QElapsedTimer timer;
        timer.start();
        const record::Run run = runPlan(plan);
        QVERIFY(timer.elapsed() >= 1000);
        QCOMPARE(run.tasks.front()->state, TaskState::Done);
        const record::Stamp asked = run.tasks.back()->attempts.front().hops.front().asked;
        QVERIFY2(asked >= 1s, "the other one was asked while the server was to be left alone");
    }

    void aServerThatAsksForMoreThanARunWaitsIsLeftAloneAndSaysUntilWhen()
    {
        RawServer server;
        RawServer other;
        server.route("/a", status(429).header("Retry-After", "7200"));
        server.route("/b", ok("b"));
        other.route("/c", ok("c"));
        other.route("/d", status(302).header("Location", server.url("/b").toEncoded()));
        plan::Plan plan =
            planFor({server.url("/a"), server.url("/b"), other.url("/c"), other.url("/d")});
        plan.atOnce = 1;
        plan.retries.max = 4;
        const QDateTime before = QDateTime::currentDateTime();
        const record::Run run = runPlan(plan);
        QCOMPARE(server.requests(), 1);
        QCOMPARE(run.tasks.at(2)->state, TaskState::Done);
        for (const std::size_t index : {0U, 1U, 3U}) {
            const record::TaskRecord &task = run.tasks.at(index);
            QCOMPARE(task.state, TaskState::Failed);
            QCOMPARE(task.failure->code, QStringLiteral("http-429"));
            QVERIFY(task.failure->notBefore >= before.addSecs(7200)
                    && task.failure->notBefore <= QDateTime::currentDateTime().addSecs(7200));
            QVERIFY(task.retryAt >= 7200s && task.retryAt < 7260s);
        }
        QVERIFY(run.tasks.at(1)->attempts.empty()); // it was not asked
    }

    void aServerThatAsksForAsMuchAsARunWaitsIsWaitedFor()
    {
        RawServer server;
        server.route("/a", status(503).header("Retry-After", "600"));
        plan::Plan plan = planFor({server.url("/a")});
        plan.retries.max = 1;
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state, TaskState::Retrying);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
    }

    /// Nothing was in flight and nothing waited for a retry: only the server held things off.
    void aServersHoldCountsInElapsed()
    {
        RawServer server;
        server.route("/a", status(503).header("Retry-After", "1"));
        server.route("/b", ok("b"));
        plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
        plan.atOnce = 1;
        const record::Run run = runPlan(plan);
        QCOMPARE(run.tasks.front()->state, TaskState::Failed);
        QCOMPARE(run.tasks.back()->state, TaskState::Done);
        QCOMPARE(run.facts.holds.size(), std::size_t(1));
        const record::Hold &hold = run.facts.holds.front();
        QCOMPARE(hold.host, plan::Origin(server.url()).text);
        QVERIFY(hold.to && *hold.to - hold.from > 900ms && *hold.to <= hold.until);
        QVERIFY(run.facts.elapsed > 900ms);
        const auto afterwards = measure::elapsed(run.tasks, {}, run.facts.holds);
        QVERIFY(std::chrono::abs(afterwards - run.facts.elapsed) < 20ms);
        QVERIFY(!run.tasks.front()->held);
        QCOMPARE(run.tasks.back()->held, std::optional(*hold.to - hold.from));
    }

    /// A pause of all that waits ends the hold, and so does a stop; the batches tell of both.
    void aHoldLastsWhileSomethingWaits()
    {
        RawServer server;
        server.route("/a", status(503).header("Retry-After", "600"));
        server.route("/b", ok("b"));
        plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
        plan.atOnce = 1;
        Watched run(plan);
        const auto isHeld = [&run] {
            const std::vector<record::Hold> &holds = run.facts.holds;
            return !holds.empty() && !holds.back().to;
        };
        QTRY_VERIFY(isHeld());
        run().pause({2});
        QTRY_VERIFY(!isHeld());
        QCOMPARE(run.facts.holds.size(), std::size_t(1));
        run().resume({2});
        QTRY_VERIFY(isHeld());
        QCOMPARE(run.facts.holds.size(), std::size_t(2));
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
        QVERIFY(!isHeld());
    }

    /// Nothing changes, and still somebody who watches hears that it goes on.
    void aRunThatWaitsSaysSoEverySecond()
    {
        RawServer server;
        server.route("/a", Script().hold());
        Watched run(planFor({server.url("/a")}));
        QTRY_VERIFY(run.facts.elapsed > 2s);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
    }

    void aServerThatRefusesAgainAndAgainIsAskedLessAtOnce()
    {
        RawServer server;
        server.route("/a", {status(503), status(503), ok("a")});
        plan::Plan plan = planFor({server.url("/a")});
        plan.atOnce = 4;
        plan.retries = {4, 1ms};
        const record::Run run = runPlan(plan);
        QCOMPARE(run.tasks.front()->state, TaskState::Done);
        QCOMPARE(run.facts.steppedDown.size(), std::size_t(1));
        QCOMPARE(run.facts.steppedDown.front().atOnce, 2);
        QCOMPARE(run.facts.steppedDown.front().host, plan::Origin(server.url()).text);
    }

    void oneLinkThatIsAlwaysRefusedHoldsUpNoOther()
    {
        RawServer server;
        server.route("/0", status(503));
        server.route("/*", ok("soup"));
        QList<QUrl> urls;
        for (int i = 0; i < 20; ++i)
            urls << server.url("/" + QByteArray::number(i));
        plan::Plan plan = planFor(urls);
        plan.atOnce = 4;
        plan.retries = {2, 200ms}; // the others come meanwhile
        const record::Run run = runPlan(plan);
        QCOMPARE(run.tasks.front()->state, TaskState::Failed);
        QCOMPARE(run.tasks.front()->attempts.size(), std::size_t(3));
        for (std::size_t index = 1; index < run.tasks.size(); ++index)
            QCOMPARE(run.tasks.at(index)->state, TaskState::Done);
        QVERIFY(run.facts.steppedDown.empty());
    }

    void aFullDiskPausesEverythingUntilSomebodyMadeRoom()
    {
        RawServer server;
        const QTemporaryDir home;
        const qint64 length = tooMuchForNow(home.path());
        server.route("/huge", {withLength(length, filler(100'000)).hold(), ok("small now")});
        server.route("/b", {withLength(100, "abc").hold(), ok("b")});
        plan::Plan plan = planFor({server.url("/b"), server.url("/huge")}, home.path());
        plan.destination.whenFull = plan::WhenFull::Wait;
        Watched run(plan);
        QTRY_VERIFY(run.facts.diskFull.has_value());
        QCOMPARE(run.facts.diskFull->code, QStringLiteral("disk-full"));
        QTRY_COMPARE(run.task(1).state, TaskState::Paused);
        QTRY_COMPARE(run.task(2).state, TaskState::Paused);
        QVERIFY(!run.hasEnded());
        run().resumeAfterDiskFull();
        QTRY_VERIFY(run.hasEnded());
        QVERIFY(!run.facts.diskFull);
        QCOMPARE(run.task(1).state, TaskState::Done);
        QCOMPARE(run.task(2).state, TaskState::Done);
    }

    /// For a retry, for room where a redirect leads, for another try by the user.
    void aFullDiskPausesWhatWaitsToo()
    {
        RawServer server;
        RawServer away;
        const QTemporaryDir home;
        const qint64 length = tooMuchForNow(home.path());
        away.route("/busy", {Script().hold(), ok("busy")});
        server.route("/missing", status(404));
        server.route("/retried", {status(500), ok("retried")});
        server.route("/moved", redirect(away.url("/there").toEncoded()));
        away.route("/there", ok("moved"));
        server.route("/huge", {withLength(length, filler(100'000)).hold(), ok("small now")});
        plan::Plan plan =
            planFor({away.url("/busy"), server.url("/missing"), server.url("/retried"),
                     server.url("/moved"), server.url("/huge")},
                    home.path());
        plan.perHost = 1;
        plan.retries = {1, 1h};
        plan.destination.whenFull = plan::WhenFull::Wait;
        Watched run(plan);
        QTRY_VERIFY(run.facts.diskFull.has_value());
        run().retry({2});
        for (int id = 1; id <= 5; ++id)
            QTRY_COMPARE(run.task(id).state, TaskState::Paused);
        QElapsedTimer full;
        full.start();
        QTRY_VERIFY(full.elapsed() > 300);
        run().resumeAfterDiskFull();
        QTRY_COMPARE(run.task(3).state, TaskState::Retrying);
        run().resume({3});
        QTRY_VERIFY(run.hasEnded());
        std::vector<record::SharedRecord> tasks;
        for (int id = 1; id <= 5; ++id) {
            tasks.push_back(run.task(id));
            QCOMPARE(tasks.back()->state, id == 2 ? TaskState::Failed : TaskState::Done);
            const record::Pause &pause = tasks.back()->pauses.back();
            QVERIFY(pause.to && *pause.to - pause.from >= 300ms);
        }
        QVERIFY(std::chrono::abs(measure::elapsed(tasks, {}) - run.facts.elapsed) < 20ms);
    }

    void aLengthBeyondTheDiskFailsItsFileAlone()
    {
        RawServer server;
        server.route("/huge", {withLength(record::saturated, filler(100'000)).hold()});
        server.route("/b", {withLength(100, "abc").hold()});
        const QTemporaryDir home;
        plan::Plan plan = planFor({server.url("/b"), server.url("/huge")}, home.path());
        plan.destination.whenFull = plan::WhenFull::Wait;
        Watched run(plan);
        QTRY_COMPARE(run.task(2).state, TaskState::Failed);
        QCOMPARE(run.task(2).failure->code, QStringLiteral("larger-than-disk"));
        QVERIFY(run.task(2).failure->space
                && run.task(2).failure->space->needed > record::saturated / 2);
        QVERIFY(!run.facts.diskFull);
        QTRY_COMPARE(run.task(1).state, TaskState::Downloading);
        QVERIFY(!QDir(home.path()).entryList(QDir::Files).contains(QStringLiteral("huge.part")));
        run().cancel({1});
        QTRY_VERIFY(run.hasEnded());
    }

    void pausedAndResumedAThousandTimes()
    {
        RawServer server;
        server.route("/*", okFilled(50'000).after(1ms));
        QList<QUrl> urls;
        for (int i = 0; i < 20; ++i)
            urls << server.url("/" + QByteArray::number(i));
        Watched run(planFor(urls));
        QList<int> ids;
        for (int id = 1; id <= 20; ++id)
            ids << id;
        QTimer timer;
        int times = 0;
        QObject::connect(&timer, &QTimer::timeout, this, [&] {
            ++times % 2 == 0 ? run().resume(ids) : run().pause(ids);
            if (times == 1000)
                timer.stop();
        });
        timer.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(run.hasEnded(), 60'000);
        for (const int id : ids)
            QCOMPARE(run.task(id).state, TaskState::Done);
    }
};

LAPWING_TEST(TestCommands)
#include "tst_commands.moc"
