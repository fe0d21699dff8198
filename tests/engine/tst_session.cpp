// SPDX-License-Identifier: MIT
#include "engine/disk/folder.h"
#include "engine/sessionrun.h"
#include "engine/watched.h"
#include "measure/concurrency.h"
#include "measure/elapsed.h"
#include "measure/times.h"
#include "record/ledger.h"
#include "support/content.h"
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using record::TaskState;

namespace {

QList<QUrl> numbered(const RawServer &server, const QByteArray &prefix, int count)
{
    QList<QUrl> urls;
    for (int i = 0; i < count; ++i)
        urls << server.url(prefix + QByteArray::number(i));
    return urls;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesUnderTheirNames()
    {
        RawServer server;
        server.route("/small", ok("soup"));
        server.route("/dir/large.bin", okFilled(3'000'000));
        server.route("/missing", status(404));
        const QTemporaryDir folder;
        const record::Run run = runPlan(
            planFor({server.url("/small"), server.url("/dir/large.bin"), server.url("/missing")},
                    folder.path()));
        QCOMPARE(run.tasks.at(0)->state, TaskState::Done);
        QCOMPARE(contentOf(run.tasks.at(0)->path), QByteArray("soup"));
        QCOMPARE(run.tasks.at(1)->path, folder.filePath(QStringLiteral("large.bin")));
        QCOMPARE(contentOf(run.tasks.at(1)->path), filler(3'000'000));
        QCOMPARE(run.tasks.at(2)->state, TaskState::Failed);
        QCOMPARE(run.tasks.at(2)->failure->code, QStringLiteral("http-404"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void theServerSeesAsManyAtOnceAsAsked()
    {
        RawServer server;
        server.route("/*", okFilled(1000).afterGather(24)); // answers when 24 are there, else never
        plan::Plan plan = planFor(numbered(server, "/", 24));
        plan.atOnce = 24;
        const record::Run run = runPlan(plan);
        for (const record::TaskRecord &task : run.tasks)
            QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(server.peakConcurrency(), 24);
        QCOMPARE(server.requests(), 24);
    }

    void oneAtATimeIsOneConnection()
    {
        RawServer server;
        server.route("/*", ok("x"));
        plan::Plan plan = planFor(numbered(server, "/", 10));
        plan.atOnce = 1;
        plan.mode = plan::Mode::OneAtATime;
        runPlan(plan);
        QCOMPARE(server.peakConcurrency(), 1);
        QCOMPARE(server.connections(), 1);
    }

    void perHostBindsWhenGiven()
    {
        RawServer server;
        server.route("/*", ok("x").after(5ms));
        plan::Plan plan = planFor(numbered(server, "/", 12));
        plan.atOnce = 12;
        plan.perHost = 3;
        runPlan(plan);
        QCOMPARE(server.peakConcurrency(), 3);
    }

    void atOnceChangesWhileItRuns()
    {
        RawServer server;
        server.route("/*", ok("x").afterRelease("all"));
        plan::Plan plan = planFor(numbered(server, "/", 9));
        plan.atOnce = 1;
        engine::Session session(plan);
        QTimer once;
        QObject::connect(&once, &QTimer::timeout, &session, [&] {
            if (server.requests() == 1)
                session.setAtOnce(9);
            if (server.requests() < 9)
                return;
            once.stop();
            server.release("all");
        });
        once.start(1ms);
        const record::Run run = async::run(session.run());
        QCOMPARE(run.facts.atOnceChanges.size(), std::size_t(1));
        QCOMPARE(run.facts.atOnceChanges.front().atOnce, 9);
        QCOMPARE(server.peakConcurrency(), 9);
        for (const record::TaskRecord &task : run.tasks)
            QCOMPARE(task.state, TaskState::Done);
    }

    void aRedirectToAnotherHostCountsThere()
    {
        RawServer from;
        RawServer to;
        for (int i = 0; i < 6; ++i)
            from.route("/" + QByteArray::number(i),
                       redirect(to.url("/" + QByteArray::number(i)).toEncoded()));
        to.route("/*", ok("x").after(5ms));
        plan::Plan plan = planFor(numbered(from, "/", 6));
        plan.atOnce = 6;
        plan.perHost = 2;
        const record::Run run = runPlan(plan);
        for (const record::TaskRecord &task : run.tasks) {
            QCOMPARE(task.state, TaskState::Done);
            QCOMPARE(task.attempts.front().hops.size(), std::size_t(2));
        }
        QVERIFY(to.peakConcurrency() <= 2);
    }

    void whatWaitsForRoomWhereARedirectLeadsIsInTheQueue()
    {
        RawServer from;
        RawServer to;
        from.route("/a", redirect(to.url("/a").toEncoded()));
        from.route("/b", redirect(to.url("/b").toEncoded()));
        to.route("/a", ok("a").afterRelease());
        to.route("/b", ok("b"));
        plan::Plan plan = planFor({from.url("/a"), from.url("/b")});
        plan.perHost = 1;
        Watched run(plan);
        const auto waits = [&run] {
            const record::TaskRecord &task = run.task(2);
            return task.state == TaskState::Queued && !task.attempts.empty()
                && task.attempts.back().hops.back().requeued;
        };
        QTRY_VERIFY(waits());
        QTRY_COMPARE(to.inFlight(), 1);
        to.release();
        QTRY_VERIFY(run.hasEnded());
        const record::TaskRecord &task = run.task(2);
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(task.attempts.size(), std::size_t(1));
        const record::Attempt &attempt = task.attempts.front();
        QCOMPARE(attempt.hops.size(), std::size_t(2));
        const record::Hop &redirected = attempt.hops.front();
        QVERIFY(redirected.taken && *redirected.requeued >= *redirected.end
                && *redirected.taken <= attempt.hops.back().asked);
        const record::Stamp waited = *redirected.taken - *redirected.requeued;
        QCOMPARE(measure::timesOf(task).queued, std::optional(*task.start + waited));
        QCOMPARE(measure::timeInFlight(attempt), *attempt.received - attempt.start - waited);
        QVERIFY(!run.task(1).attempts.front().hops.front().requeued); // there was room
    }

    void oneBrokenConnectionFailsNobodyElse()
    {
        RawServer server;
        server.route("/0", withLength(1000, "abc").reset());
        server.route("/*", ok("x"));
        const record::Run run = runPlan(planFor(numbered(server, "/", 15)));
        int done = 0;
        for (const record::TaskRecord &task : run.tasks)
            done += task.state == TaskState::Done;
        QCOMPARE(done, 14);
        QCOMPARE(run.tasks.front()->failure->code, QStringLiteral("connection-cut"));
    }

    void unverifiedIsAStateOfItsOwn()
    {
        RawServer server;
        server.route("/a", noLength("abc").close());
        const QTemporaryDir folder;
        const record::Run run = runPlan(planFor({server.url("/a")}, folder.path()));
        QCOMPARE(run.tasks.front()->state, TaskState::Unverified);
        QCOMPARE(contentOf(run.tasks.front()->path), QByteArray("abc"));
    }

    void aCutFileLeavesNothing()
    {
        RawServer server;
        server.route("/a", withLength(10'000'000, filler(2'000'000)).reset());
        const QTemporaryDir folder;
        const record::Run run = runPlan(planFor({server.url("/a")}, folder.path()));
        QCOMPARE(run.tasks.front()->state, TaskState::Failed);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFolderThatCannotBeMadeFailsEveryTaskBeforeAnyRequest()
    {
        RawServer server;
        QFile file(m_scratch.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const record::Run run =
            runPlan(planFor(numbered(server, "/", 3), file.fileName() + QStringLiteral("/below")));
        for (const record::TaskRecord &task : run.tasks)
            QVERIFY(task.state == TaskState::Failed && task.failure->isLocal());
        QCOMPARE(server.requests(), 0);
    }

    void whatTheSignalsTellIsTheWholeRun() // on another thread, as under the window
    {
        RawServer server;
        server.route("/*", okFilled(50'000));
        const plan::Plan plan = planFor(numbered(server, "/", 40));
        record::Ledger ledger(plan.entries);
        std::optional<record::RunFacts> facts;
        QThread thread;
        thread.start();
        auto *session = new engine::Session(plan);
        session->moveToThread(&thread);
        connect(session, &engine::Session::changed, this, [&ledger](const record::Batch &batch) {
            for (const record::TaskRecord &task : batch.changed)
                ledger.set(ledger.indexOf(task.id), task);
        });
        connect(session, &engine::Session::finished, this,
                [&facts](const record::RunFacts &found) { facts = found; });
        QMetaObject::invokeMethod(session, &engine::Session::start);
        QTRY_VERIFY_WITH_TIMEOUT(facts, 20'000);
        session->deleteLater();
        thread.quit();
        thread.wait();
        QCOMPARE(ledger.totals().in(TaskState::Done), 40);
        QCOMPARE(ledger.totals().bytes, qint64(40 * 50'000));
        QCOMPARE(facts->elapsed, measure::elapsed(ledger.records(), {}));
    }

    void batchesComeAtMostTenASecond()
    {
        RawServer server;
        server.route("/*", okFilled(200'000).after(10ms));
        plan::Plan plan = planFor(numbered(server, "/", 60));
        plan.atOnce = 2;
        engine::Session session(plan);
        QElapsedTimer timer;
        timer.start();
        QSignalSpy changed(&session, &engine::Session::changed);
        async::run(session.run());
        QVERIFY2(changed.count() <= timer.elapsed() / 100 + 2,
                 qPrintable(QString::number(changed.count())));
    }

    /// Its commit waits for company, which a link that fails does not bring. The best of a few counts: the disk has
    /// its own time.
    void aFileDoesNotWaitForALastLinkThatFails()
    {
        RawServer server;
        server.route("/good", ok("soup"));
        record::Stamp shortest = record::Stamp::max();
        for (int i = 0; i < 10 && shortest >= engine::Folder::groupWait / 2; ++i) {
            const QTemporaryDir folder;
            plan::Plan plan = planFor({server.url("/good"), server.url("/missing")}, folder.path());
            plan.atOnce = 1;
            const record::Run run = runPlan(plan);
            QCOMPARE(run.tasks.back()->failure->code, QStringLiteral("http-404"));
            const record::Attempt &good = run.tasks.front()->attempts.front();
            shortest = std::min(shortest, *good.end - *good.received);
        }
        QVERIFY2(shortest < engine::Folder::groupWait / 2,
                 qPrintable(QString::number(shortest.count())));
    }

    void nginxServesTheSameBytes()
    {
        if (!Nginx::available())
            QSKIP("no nginx");
        const QTemporaryDir served;
        for (int i = 0; i < 50; ++i) {
            QFile file(served.filePath(QString::number(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(filler(10'000 * i, i));
        }
        const Nginx nginx(served.path());
        QVERIFY2(nginx.isRunning(), qPrintable(nginx.errorString()));
        QList<QUrl> urls;
        for (int i = 0; i < 50; ++i)
            urls << nginx.url("/" + QByteArray::number(i));
        const QTemporaryDir folder;
        plan::Plan plan = planFor(urls, folder.path());
        plan.atOnce = 16;
        const record::Run run = runPlan(plan);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(contentOf(run.tasks.at(static_cast<std::size_t>(i))->path),
                     filler(10'000 * i, i));
    }

private:
    QTemporaryDir m_scratch;
};

LAPWING_TEST(TestSession)
#include "tst_session.moc"
