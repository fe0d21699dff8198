// SPDX-License-Identifier: MIT
#include "engine/schedule/silence.h"
#include "engine/sessionrun.h"
#include "engine/watched.h"
#include "support/rawserver.h"
#include "support/silentport.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using engine::Silence;
using plan::Origin;
using record::Cause;
using record::TaskState;
using Verdict = Silence::Verdict;

namespace {

const Origin server(QUrl(QStringLiteral("http://silent.example/")));

/// A plan for `count` links to `port`, eight at once.
plan::Plan planFor(const SilentPort &port, int count)
{
    QList<QUrl> urls;
    for (int i = 0; i < count; ++i)
        urls << port.url("/" + QByteArray::number(i));
    plan::Plan plan = test::planFor(urls);
    plan.atOnce = 8;
    plan.timeouts.connect = 300ms;
    return plan;
}

bool wasTried(const record::TaskRecord &task)
{
    return !task.attempts.empty();
}

} // namespace

class TestSilence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoInARowAreDoubtAndTenMoreTheEnd()
    {
        Silence silence;
        QCOMPARE(silence.timedOut(server, 0s, 30s), Verdict::Trusted);
        QVERIFY(!silence.isDoubted(server));
        QCOMPARE(silence.timedOut(server, 0s, 30s), Verdict::Doubted);
        for (int i = 0; i < 62; ++i) // under way when the doubt began
            QCOMPARE(silence.timedOut(server, 0s, 31s), Verdict::Doubted);
        for (int i = 1; i < Silence::maxProbes; ++i)
            QCOMPARE(silence.timedOut(server, 31s, 36s), Verdict::Doubted);
        QCOMPARE(silence.timedOut(server, 31s, 36s), Verdict::Dead);
        QCOMPARE(silence.timeOuts(server), Silence::firstTimeOuts + Silence::maxProbes);
    }

    void anAnswerBeginsAnew()
    {
        Silence silence;
        QCOMPARE(silence.timedOut(server, 0s, 1s), Verdict::Trusted);
        QVERIFY(!silence.answered(server)); // not doubted yet
        QCOMPARE(silence.timedOut(server, 0s, 1s), Verdict::Trusted);
        QCOMPARE(silence.timedOut(server, 0s, 1s), Verdict::Doubted);
        QVERIFY(silence.answered(server));
        QCOMPARE(silence.timedOut(server, 2s, 3s), Verdict::Trusted);
    }

    void tenThousandLinksToASilentServerEndSoon()
    {
        const SilentPort port;
        QElapsedTimer timer;
        timer.start();
        const record::Run run = runPlan(planFor(port, 10'000));
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
        for (const record::TaskRecord &task : run.tasks) {
            QCOMPARE(task.state, TaskState::Failed);
            QCOMPARE(task.failure->cause, Cause::ConnectTimeout);
        }
        QVERIFY(std::ranges::count_if(run.tasks, wasTried) <= 8 + Silence::maxProbes);
        QVERIFY(run.tasks.back()->failure->detail.startsWith(QStringLiteral("not tried: ")));
    }

    void theOthersGoOnMeanwhile()
    {
        const SilentPort port;
        RawServer other;
        other.route("/*", ok("soup"));
        plan::Plan plan = planFor(port, 40);
        for (int i = 0; i < 40; ++i) {
            plan::Entry entry = plan.entries.front();
            entry.id = 41 + i;
            entry.url = other.url("/" + QByteArray::number(i));
            plan.entries.push_back(entry);
        }
        const record::Run run = runPlan(plan);
        for (const record::TaskRecord &task : run.tasks)
            QCOMPARE(task.state, task.id > 40 ? TaskState::Done : TaskState::Failed);
    }

    void oneThatAnswersOpensItForAll()
    {
        SilentPort port;
        plan::Plan plan = planFor(port, 60);
        Watched run(plan);
        QTRY_COMPARE(run.task(1).state,
                     TaskState::Failed); // eight timed out, and it once more alone
        port.refuse();                   // an answer too
        QTRY_VERIFY(run.hasEnded());
        int refused = 0;
        for (int id = 1; id <= 60; ++id) {
            QVERIFY(wasTried(run.task(id)));
            refused += int(run.task(id).failure->cause == Cause::ConnectionRefused);
        }
        QVERIFY2(refused > 40, qPrintable(QString::number(refused)));
    }

    void whoeverTriesAgainAsksItAnew()
    {
        SilentPort port;
        RawServer other;
        other.route("/hold", ok("held").afterRelease());
        plan::Plan plan = planFor(port, 30);
        plan.entries.front().url = other.url("/hold"); // the run goes on
        Watched run(plan);
        QTRY_COMPARE_WITH_TIMEOUT(run.task(30).state, TaskState::Failed, 15'000);
        QVERIFY(!wasTried(run.task(30)));
        port.refuse();
        run().retry({30});
        QTRY_VERIFY(wasTried(run.task(30)) && run.task(30).state == TaskState::Failed);
        other.release();
        QTRY_VERIFY(run.hasEnded());
        // Not a time-out once more: a connection that Qt had begun before is not what it waits for.
        QCOMPARE(run.task(30).failure->cause, Cause::ConnectionRefused);
    }

    void whereARedirectLedIsAskedAnewToo_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<bool>("tried");
        QTest::newRow("one that was tried there") << 2 << true;
        QTest::newRow("one that was not") << 30 << false;
    }
    void whereARedirectLedIsAskedAnewToo()
    {
        QFETCH(int, id);
        SilentPort port;
        RawServer from;
        from.route("/*", redirect(port.url("/file").toEncoded()));
        from.route("/hold", ok("held").afterRelease());
        plan::Plan plan = planFor(port, 30);
        for (plan::Entry &entry : plan.entries)
            entry.url = from.url("/" + QByteArray::number(entry.id));
        plan.entries.front().url = from.url("/hold"); // the run goes on
        Watched run(plan);
        QTRY_COMPARE_WITH_TIMEOUT(run.task(30).state, TaskState::Failed, 15'000);
        QCOMPARE(run.task(id).state, TaskState::Failed);
        QTEST(run.task(id).attempts.front().hops.size() > 1, "tried");
        port.refuse();
        run().retry({id});
        QTRY_COMPARE(run.task(id).failure.value_or(record::Failure()).cause,
                     Cause::ConnectionRefused);
        from.release();
        QTRY_VERIFY(run.hasEnded());
    }
};

LAPWING_TEST(TestSilence)
#include "tst_silence.moc"
