// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "measure/times.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using record::TaskState;

namespace {

std::vector<plan::Entry> entries(int firstId, const QList<QUrl> &urls)
{
    std::vector<plan::Entry> made;
    for (const QUrl &url : urls)
        made.push_back({firstId++, url, {}, url.fileName()});
    return made;
}

} // namespace

/// Entries that are added while a run goes on.
class TestJoin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyRunInThisRunAndTheirTimeCountsFromThen()
    {
        RawServer server;
        server.route("/first", ok("x").afterRelease("first"));
        server.route("/*", ok("y"));
        const QTemporaryDir folder;
        engine::Session session(planFor({server.url("/first")}, folder.path()));
        once(
            session, [&] { return server.requests() > 0; },
            [&] {
                session.add(entries(2, {server.url("/b/late"), server.url("/c/late")}));
                server.release("first");
            });
        const record::Run run = async::run(session.run());
        QCOMPARE(run.tasks.size(), std::size_t(3));
        for (const record::TaskRecord &task : run.tasks)
            QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(run.tasks.at(0)->joined, record::Stamp{});
        QVERIFY(run.tasks.at(1)->joined > record::Stamp{});
        QVERIFY(*run.tasks.at(1)->start >= run.tasks.at(1)->joined);
        QCOMPARE(*measure::timesOf(run.tasks.at(1)).queued,
                 *run.tasks.at(1)->start - run.tasks.at(1)->joined);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 QStringList({QStringLiteral("first"), QStringLiteral("late"),
                              QStringLiteral("late (1)")}));
    }

    /// The lane that is free takes it at once: the one that is busy need not end first.
    void aFreeLaneTakesItAtOnce()
    {
        RawServer server;
        server.route("/*", ok("x").afterGather(2)); // answers when two are there, else never
        plan::Plan plan = planFor({server.url("/a")});
        plan.atOnce = 2;
        engine::Session session(plan);
        once(
            session, [&] { return server.requests() > 0; },
            [&] { session.add(entries(2, {server.url("/b")})); });
        const record::Run run = async::run(session.run());
        QCOMPARE(run.tasks.size(), std::size_t(2));
        QCOMPARE(run.tasks.at(1)->state, TaskState::Done);
    }

    /// Time with nothing to do counts for nobody.
    void aRunThatAwaitsMoreGoesOn()
    {
        RawServer server;
        server.route("/*", ok("x"));
        engine::Session session(planFor({server.url("/a")}));
        session.setAwaitsMore(true);
        once(
            session, [&] { return server.requests() == 1; },
            [&] {
                QTimer::singleShot(300ms, Qt::PreciseTimer, &session, [&] { // others may be early
                    session.add(entries(2, {server.url("/b")}));
                    session.setAwaitsMore(false);
                });
            });
        const record::Run run = async::run(session.run());
        QCOMPARE(run.tasks.size(), std::size_t(2));
        QCOMPARE(run.tasks.at(1)->state, TaskState::Done);
        QVERIFY(run.tasks.at(1)->joined >= 300ms);
        QVERIFY(run.facts.elapsed < run.tasks.at(1)->joined);
    }

    void aRunThatAwaitsMoreCanBeStopped()
    {
        engine::Session session(planFor({}));
        session.setAwaitsMore(true);
        QTimer::singleShot(10ms, &session, &engine::Session::requestStop);
        const record::Run run = async::run(session.run());
        QVERIFY(run.facts.stopped);
        QVERIFY(run.tasks.empty());
    }

    void theOrderMayChangeWhileItRuns()
    {
        RawServer server;
        server.route("/first", ok("x").afterRelease("first"));
        server.route("/*", ok("y"));
        plan::Plan plan = planFor({server.url("/first"), server.url("/b"), server.url("/c"),
                                   server.url("/d"), server.url("/e")});
        plan.atOnce = 1;
        plan.entries[4].turn.priority = plan::Priority::High; // of the plan: it is the first
        plan.entries[0].turn.place = -1;
        plan.entries[0].turn.priority = plan::Priority::High;
        engine::Session session(plan);
        once(
            session, [&] { return server.requests() > 0; },
            [&] {
                session.setTurns({{3, {plan::Priority::Normal, 0}},
                                  {2, {plan::Priority::Low, 0}},
                                  {99, {plan::Priority::High, 0}}});
                server.release("first");
            });
        const record::Run run = async::run(session.run());
        QByteArrayList asked;
        for (const Request &request : server.log())
            asked << request.target;
        QCOMPARE(asked, (QByteArrayList{"/first", "/e", "/c", "/d", "/b"}));
        QCOMPARE(run.tasks.at(1)->id, 2); // the run keeps its own order
    }

    void whatComesWhileTheFolderIsLookedAtJoinsToo()
    {
        RawServer server;
        server.route("/*", ok("x"));
        const QTemporaryDir folder;
        engine::Session session(planFor({server.url("/a")}, folder.path()));
        QSignalSpy finished(&session, &engine::Session::finished);
        int done = 0;
        connect(&session, &engine::Session::changed, this, [&](const record::Batch &batch) {
            for (const record::TaskRecord &task : batch.changed)
                done += task.state == TaskState::Done;
        });
        session.start();
        session.add(entries(2, {server.url("/b")}));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(done, 2);
    }

    void afterAStopAndAfterTheEndNothingJoins()
    {
        RawServer server;
        server.route("/held", ok("x").afterRelease("never"));
        server.route("/*", ok("x"));
        auto *session = new engine::Session(planFor({server.url("/held")}));
        QSignalSpy finished(session, &engine::Session::finished);
        QSignalSpy changed(session, &engine::Session::changed);
        session->start();
        QTRY_VERIFY(server.requests() > 0);
        session->requestStop();
        session->add(entries(2, {server.url("/late")}));
        QTRY_COMPARE(finished.size(), 1);
        session->add(entries(3, {server.url("/later")}));
        for (const QList<QVariant> &batch : changed) {
            for (const record::TaskRecord &task : batch.at(0).value<record::Batch>().changed)
                QCOMPARE(task.id, 1);
        }
        QCOMPARE(server.requests(), 1);
        session->deleteLater();
    }

private:
    /// Calls `act` as soon as `isTime`.
    void once(engine::Session &session, std::function<bool()> isTime, std::function<void()> act)
    {
        auto *timer = new QTimer(&session);
        connect(timer, &QTimer::timeout, &session, [timer, isTime, act] {
            if (!isTime())
                return;
            timer->stop();
            act();
        });
        timer->start(1ms);
    }
};

LAPWING_TEST(TestJoin)
#include "tst_join.moc"
