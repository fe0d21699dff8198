// SPDX-License-Identifier: MIT
#include "cli/exitstatus.h"
#include "console.h"
#include "records.h"
#include "support/testmain.h"

#include <QFile>

#include <csignal>

using namespace lapwing;
using cli::ExitFacts;
using record::TaskState;

class ExitStatusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstThatHolds_data();
    void firstThatHolds();
    void aMissedDemandComesLast();
    void countsTasks();
    void whatWasThereCounts();
    void thisMachineCouldNotWrite();
    void everyStatusIsInTheHelp();
};

void ExitStatusTest::firstThatHolds_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("wrongUsage");
    QTest::addColumn<bool>("couldNotWrite");
    QTest::addColumn<int>("succeeded");
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("status");
    QTest::newRow("all done") << 0 << false << false << 3 << 0 << 0;
    QTest::newRow("some failed") << 0 << false << false << 2 << 1 << 1;
    QTest::newRow("nothing succeeded") << 0 << false << false << 0 << 3 << 3;
    QTest::newRow("nothing at all") << 0 << false << false << 0 << 0 << 3;
    QTest::newRow("could not write, all done") << 0 << false << true << 3 << 0 << 4;
    QTest::newRow("could not write, some failed") << 0 << false << true << 2 << 1 << 4;
    QTest::newRow("could not write, nothing succeeded") << 0 << false << true << 0 << 3 << 4;
    QTest::newRow("wrong usage") << 0 << true << false << 0 << 0 << 2;
    QTest::newRow("wrong usage, could not write") << 0 << true << true << 0 << 1 << 2;
    QTest::newRow("SIGINT, all done") << SIGINT << false << false << 3 << 0 << 130;
    QTest::newRow("SIGTERM, could not write") << SIGTERM << false << true << 0 << 3 << 143;
    QTest::newRow("SIGINT, everything") << SIGINT << true << true << 0 << 3 << 130;
}

void ExitStatusTest::firstThatHolds()
{
    QFETCH(int, signal);
    QFETCH(bool, wrongUsage);
    QFETCH(bool, couldNotWrite);
    QFETCH(int, succeeded);
    QFETCH(int, failed);
    const ExitFacts ending{signal, wrongUsage, couldNotWrite, succeeded, failed};
    QTEST(cli::exitStatus(ending), "status");
}

void ExitStatusTest::aMissedDemandComesLast()
{
    ExitFacts ending;
    ending.succeeded = 2;
    ending.missedDemand = true;
    QCOMPARE(cli::exitStatus(ending), 5);
    ending.failed = 1;
    QCOMPARE(cli::exitStatus(ending), 1);
}

void ExitStatusTest::countsTasks()
{
    const ExitFacts ending =
        cli::exitFactsOf(test::runOf({test::task(1, QStringLiteral("a"), TaskState::Done),
                                      test::task(2, QStringLiteral("b"), TaskState::Unverified),
                                      test::task(3, QStringLiteral("c"), TaskState::Failed),
                                      test::task(4, QStringLiteral("d"), TaskState::Cancelled),
                                      test::task(5, QStringLiteral("e"), TaskState::Queued)},
                                     {}));
    QCOMPARE(ending.succeeded, 2); // unverified counts
    QCOMPARE(ending.failed, 3);
    QVERIFY(!ending.couldNotWrite);
}

void ExitStatusTest::whatWasThereCounts()
{
    record::TaskRecord there = test::task(1, QStringLiteral("a"), TaskState::Done);
    there.alreadyThere = true;
    there.attempts.clear();
    there.bytes = 0;
    QCOMPARE(cli::exitStatus(cli::exitFactsOf(test::runOf({there}, {}))), 0);
}

void ExitStatusTest::thisMachineCouldNotWrite()
{
    record::TaskRecord full = test::task(1, QStringLiteral("a"), TaskState::Failed);
    full.failure = record::make(record::Cause::DiskFull);
    QVERIFY(cli::exitFactsOf(test::runOf({full}, {})).couldNotWrite);
}

void ExitStatusTest::everyStatusIsInTheHelp()
{
    QFile file(qEnvironmentVariable("LAPWING_SOURCE_DIR")
               + QStringLiteral("/resources/help/errors.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    test::Console console;
    QCOMPARE(console.run({QStringLiteral("get"), QStringLiteral("--help")}), 0);
    const QByteArray help = console.out().simplified();
    const QByteArray statuses = help.mid(help.indexOf("Exit status: "));
    for (const QByteArray status : {"0", "1", "2", "3", "4", "5", "130"}) {
        QVERIFY2(page.contains("\n| " + status + ' ') || page.contains("\n| " + status + ','),
                 status.constData());
        QVERIFY2(statuses.contains(' ' + status + ' '), status.constData());
    }
}

LAPWING_TEST(ExitStatusTest)
#include "tst_exitstatus.moc"
