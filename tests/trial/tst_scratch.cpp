// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "measure/compare/comparison.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "trial/runschedule.h"

#include <QDir>
#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;

struct Both {
    record::Run together;
    record::Run oneAtATime;
};

Both runBoth(const plan::Plan &plan)
{
    Both both;
    both.together = runPlan(plan);
    const trial::RunSchedule schedule = trial::RunSchedule::baseline(plan);
    both.oneAtATime = runPlan(*schedule.next());
    return both;
}

QList<QUrl> files(const RawServer &server, int count)
{
    QList<QUrl> urls;
    for (int i = 0; i < count; ++i)
        urls << server.url("/" + QByteArray::number(i));
    return urls;
}

} // namespace

class TestScratch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latencyIsWonByRunningTogether()
    {
        RawServer server;
        server.route("/*", ok("x").after(550ms));
        const QTemporaryDir folder;
        const Both both = runBoth(planFor(files(server, 6), folder.path()));
        const measure::Comparison comparison = measure::compare(both.together, both.oneAtATime);
        QVERIFY(comparison.speedup.isComparable());
        QVERIFY2(*comparison.speedup.value > 3,
                 qPrintable(QString::number(*comparison.speedup.value)));
        QVERIFY(both.oneAtATime.facts.elapsed >= 3300ms);
    }

    void aSharedLineIsNot() // the sum of the tasks' own times would claim three times faster
    {
        RawServer server(RawServerOptions{.bytesPerSecond = 4'000'000});
        server.route("/*", okFilled(4'000'000)); // three of them: 3 s, both ways
        const Both both = runBoth(planFor(files(server, 3)));
        const measure::Comparison comparison = measure::compare(both.together, both.oneAtATime);
        QVERIFY(comparison.speedup.isComparable());
        QVERIFY(both.together.facts.elapsed >= 2900ms);
        QVERIFY2(*comparison.speedup.value > 0.9 && *comparison.speedup.value < 1.1,
                 qPrintable(QString::number(*comparison.speedup.value)));
    }

    void leavesNothingBehind()
    {
        RawServer server;
        server.route("/*", okFilled(400'000));
        const QTemporaryDir folder;
        plan::Plan plan = planFor(files(server, 3), folder.path());
        {
            const trial::RunSchedule schedule = trial::RunSchedule::baseline(plan);
            const QDir hidden(schedule.next()->destination.folder);
            QVERIFY(hidden.dirName().startsWith(QLatin1Char('.')) && hidden.exists());
            const record::Run run = runPlan(*schedule.next());
            QCOMPARE(run.tasks.front()->state, record::TaskState::Done);
            QVERIFY2(hidden.isEmpty(everything), "each file went as it was committed");
        }
        QVERIFY(QDir(folder.path()).isEmpty(everything));
    }

    void whatACrashLeftGoesAtTheNextStart()
    {
        const QTemporaryDir folder;
        const QDir home(folder.path());
        QVERIFY(home.mkdir(QStringLiteral(".lapwing-baseline-dead")));
        QFile part(home.filePath(QStringLiteral(".lapwing-baseline-dead/a.part")));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.close();
        QFile lock(home.filePath(QStringLiteral(".lapwing-baseline-dead.lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly)
                && lock.write("999999999\nlapwing\n\n") > 0); // nobody's process
        lock.close();
        plan::Plan plan = planFor({}, folder.path());
        plan.destination.kind = plan::Destination::Kind::Folder;
        const trial::Scratch alive(plan.destination);
        trial::Scratch::removeLeftovers(folder.path());
        QVERIFY(!home.exists(QStringLiteral(".lapwing-baseline-dead")));
        QVERIFY(!home.exists(QStringLiteral(".lapwing-baseline-dead.lock")));
        QVERIFY2(QDir(alive.destination().folder).exists(), "a living one is let alone");
    }
};

LAPWING_TEST(TestScratch)
#include "tst_scratch.moc"
