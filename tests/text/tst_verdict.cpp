// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/edited.h"
#include "support/testmain.h"
#include "text/limit.h"
#include "text/verdict.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace lapwing::test;
using measure::Evidence;
using measure::LimitedBy;
using measure::LoopKind;
using measure::Verdict;

namespace {

using Causes = std::vector<measure::LimitShare>;

/// Of a run of 8 s.
Verdict verdictOf(Causes causes, const Evidence &evidence = {})
{
    Verdict verdict;
    verdict.limitedBy = causes.front().limit;
    verdict.causes = std::move(causes);
    verdict.evidence = evidence;
    return verdict;
}

/// Six at once, of more files than that.
record::Run runOf(int files = 24)
{
    record::Run run;
    run.facts.elapsed = ms(8000);
    run.facts.atOnce = 6;
    run.tasks.resize(static_cast<std::size_t>(files));
    for (record::TaskRecord &task : test::edited(run.tasks))
        task.state = record::TaskState::Done;
    return run;
}

QString sentences(const Verdict &verdict, const std::optional<record::Loop> &loop = {})
{
    record::Run run = runOf();
    run.facts.loop = loop;
    return text::sentences(verdict, run);
}

Evidence sharesOf(double setUp, double wait, double receive)
{
    Evidence evidence;
    evidence.setUpShare = setUp;
    evidence.waitShare = wait;
    evidence.receiveShare = receive;
    return evidence;
}

/// Watched for 10 s: so many seconds of each.
record::Loop loopOf(double busy, double cpu, double longestStall = 0)
{
    record::Loop loop;
    loop.watched = ms(10'000);
    loop.busy = ms(busy * 1000);
    loop.cpu = ms(cpu * 1000);
    loop.longestStall = ms(longestStall * 1000);
    return loop;
}

const QString shares = u" Of the downloads' time, 93 % was spent waiting for responses, 2 % "
                       u"connecting and 5 % receiving."_s;

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToTell();
    void latency_data();
    void latency();
    void bodies_data();
    void bodies();
    void throttling();
    void retries();
    void theDisk();
    void theProgram_data();
    void theProgram();
    void theSecondIsNamedFromAQuarterOn();
    void moreAtOnceIsPromisedOnlyWhereItHelps();
    void itSaysOfMoreAtOnceWhatTheCardSays();
    void everyLimitAndKindHasATitle();
};

void VerdictTest::nothingToTell()
{
    QCOMPARE(sentences(Verdict()), u"There is nothing to report: no file was downloaded."_s);
}

void VerdictTest::latency_data()
{
    QTest::addColumn<measure::Trend>("wait");
    QTest::addColumn<QString>("ground");
    QTest::newRow("the same for any number")
        << measure::Trend{0.01, 0.1, 0.1, 0.1}
        << u"Each waited about 0.10 s, however many were active. Downloading more at a time helps."_s;
    QTest::newRow("grows")
        << measure::Trend{0.9, 0.1, 0.04, 0.2}
        << u"The server responds one by one, or only so many at a time: each download waited 0.040 "
           u"s with few others active and 0.20 s with many. More at once will not help in "
           u"proportion."_s;
    QTest::newRow("not varied") << measure::Trend{{}, 0.1, 0.1, 0.1}
                                << u"Each waited about 0.10 s."_s;
}

void VerdictTest::latency()
{
    QFETCH(measure::Trend, wait);
    QFETCH(QString, ground);
    Evidence evidence = sharesOf(0.02, 0.93, 0.05);
    evidence.waitOfEach = wait;
    QCOMPARE(sentences(verdictOf({{LimitedBy::Latency, 6}, {LimitedBy::Unknown, 2}}, evidence)),
             u"Limited by latency for 6.00 s of 8.00 s (75 %)."_s + shares + u' ' + ground);
}

void VerdictTest::bodies_data()
{
    QTest::addColumn<LimitedBy>("limit");
    QTest::addColumn<measure::Trend>("rate");
    QTest::addColumn<QString>("expected");
    const QString received = u"Of the downloads' time, 5 % was spent waiting for responses, 2 % "
                             u"connecting and 93 % receiving. "_s;
    QTest::newRow("line")
        << LimitedBy::Line << measure::Trend{-1, 1e6, 4e6, 7e5}
        << u"Limited by bandwidth for 6.00 s of 8.00 s (75 %). All downloads shared 4.2 MB/s in total: each file arrived at 4.0 MB/s with few others active and at 700.0 kB/s with many, so downloading more at a time does not help."_s;
    QTest::newRow("connection")
        << LimitedBy::Connection << measure::Trend{0, 1e6, 1e6, 1e6}
        << u"Limited by the speed of each connection for 6.00 s of 8.00 s (75 %). Files arrived at about 1.0 MB/s each (median), however many were active; 4.2 MB/s in total. Downloading more at a time helps."_s;
    QTest::newRow("not varied") << LimitedBy::Unknown << measure::Trend{{}, 1e6, 0, 0}
                                << u"One run cannot tell whether more at once would help. "_s
            + received
            + u"Run the list with a different number of simultaneous downloads to find out."_s;
    QTest::newRow("neither") << LimitedBy::Unknown << measure::Trend{-0.5, 1e6, 2e6, 1e6}
                             << u"No single cause was the limit. "_s + received
            + u"Each file arrived more slowly with more of them active, but not by as much as if all shared the bandwidth: 2.0 MB/s with few and 1.0 MB/s with many."_s;
}

void VerdictTest::bodies()
{
    QFETCH(LimitedBy, limit);
    QFETCH(measure::Trend, rate);
    QFETCH(QString, expected);
    Evidence evidence = sharesOf(0.02, 0.05, 0.93);
    evidence.rate = 4.2e6;
    evidence.rateOfEach = rate;
    QCOMPARE(sentences(verdictOf({{limit, 6}, {LimitedBy::Disk, 2}}, evidence)), expected);
}

void VerdictTest::throttling()
{
    Evidence evidence;
    evidence.refusals = 3;
    evidence.refusedWait = 6;
    evidence.steppedDown = 1;
    const Causes causes{{LimitedBy::Throttling, 6}};
    const QString head = u"Limited by server throttling for 6.00 s of 8.00 s (75 %). "_s;
    const QString refused =
        u"Responses that reported too many requests: 3; the waits they caused add up to 6.00 s."_s;
    const QString lowered = u"Times its limit was lowered: 1."_s;
    QCOMPARE(sentences(verdictOf(causes, evidence)), head + refused + u' ' + lowered);
    evidence.refusals = 0;
    QCOMPARE(sentences(verdictOf(causes, evidence)), head + lowered);
    evidence.refusals = 3;
    evidence.steppedDown = 0;
    QCOMPARE(sentences(verdictOf(causes, evidence)), head + refused);
}

void VerdictTest::retries()
{
    Evidence evidence;
    evidence.failures = 1;
    QCOMPARE(sentences(verdictOf({{LimitedBy::Retries, 4}}, evidence)),
             u"Limited by failed attempts for 4.00 s of 8.00 s (50 %). Failed attempts: 1; their "
             u"time includes the wait before each retry."_s);
}

void VerdictTest::theDisk()
{
    Evidence evidence;
    evidence.diskShare = 0.73;
    evidence.commitShare = 0.75;
    QCOMPARE(
        sentences(verdictOf({{LimitedBy::Disk, 6}}, evidence)),
        u"Limited by the disk for 6.00 s of 8.00 s (75 %). 73 % of the downloads' time was "
        u"spent waiting for the disk, and for 75 % of the whole run there was nothing left to do but save files safely."_s);
}

void VerdictTest::theProgram_data()
{
    QTest::addColumn<record::Loop>("loop");
    QTest::addColumn<QString>("ground");
    QTest::newRow("worked")
        << loopOf(9, 8.8)
        << u"Its event loop had more work than it could do. Its event loop was busy for 90 % of "
           u"the time, and on the CPU for 88 %."_s;
    QTest::newRow("blocked")
        << loopOf(8, 0.2, 6.5)
        << u"A blocking call held its event loop for up to 6.50 s. Its event loop was busy for 80 "
           u"% of the time, and on the CPU for 2 %."_s;
    QTest::newRow("late") << loopOf(2, 0.2)
                          << u"Responses had arrived, but its event loop was late to read them. "
                             u"Its event loop was busy for 20 % of the time, and on the CPU for 2 "
                             u"%."_s;
}

void VerdictTest::theProgram()
{
    QFETCH(record::Loop, loop);
    QFETCH(QString, ground);
    QCOMPARE(sentences(verdictOf({{LimitedBy::Program, 6}}), loop),
             u"Limited by this program for 6.00 s of 8.00 s (75 %). "_s + ground);
}

void VerdictTest::theSecondIsNamedFromAQuarterOn()
{
    const auto told = [](double seconds) {
        return sentences(verdictOf(
            {{LimitedBy::Latency, 4}, {LimitedBy::Unknown, 3}, {LimitedBy::Throttling, seconds}}));
    };
    QVERIFY2(told(2.4).endsWith(u" The next limit was server throttling, for 2.40 s (30 %)."),
             qPrintable(told(2.4)));
    QVERIFY2(!told(1.6).contains(u"Next by"), qPrintable(told(1.6)));
}

void VerdictTest::moreAtOnceIsPromisedOnlyWhereItHelps()
{
    const QString promise = u" With 12 at a time, it would have finished at least 3.00 s (38 %) "
                            u"sooner, provided that no download became slower."_s;
    for (const LimitedBy limit : {LimitedBy::Latency, LimitedBy::Connection, LimitedBy::Disk}) {
        Verdict verdict = verdictOf({{limit, 6}});
        verdict.sooner = measure::Sooner{12, 3};
        QCOMPARE(sentences(verdict).endsWith(promise), limit != LimitedBy::Disk);
        verdict.evidence.waitOfEach = {0.0, 0.1, 0.1, 0.1};
        verdict.isMoreInDoubt = true;
        QVERIFY(!sentences(verdict).contains(u"helps") && !sentences(verdict).contains(promise));
    }
}

void VerdictTest::itSaysOfMoreAtOnceWhatTheCardSays()
{
    Verdict connection = verdictOf({{LimitedBy::Connection, 6}});
    const QString all = text::sentences(connection, runOf(6));
    QVERIFY2(all.endsWith(u" All files ran at once already."), qPrintable(all));
    Verdict untold = verdictOf({{LimitedBy::Unknown, 6}}, sharesOf(0.02, 0.05, 0.93));
    for (const record::Run &run : {runOf(6), runOf(24)}) {
        const QString card = text::limitSentence(untold, run);
        QVERIFY2(text::sentences(untold, run).startsWith(card), qPrintable(card));
    }
    connection.oneFile = u"huge.iso"_s;
    const QString one = text::sentences(connection, runOf());
    QVERIFY2(one.startsWith(u"Limited by one file for 6.00 s of 8.00 s (75 %). "), qPrintable(one));
    QVERIFY2(one.endsWith(u" huge.iso took most of the time, so downloading more at a time does "
                          u"not help."),
             qPrintable(one));
}

void VerdictTest::everyLimitAndKindHasATitle()
{
    QSet<QString> titles;
    for (std::size_t limit = 0; limit < measure::limitCount; ++limit)
        titles << text::titleOf(static_cast<LimitedBy>(limit));
    QCOMPARE(titles.size(), static_cast<qsizetype>(measure::limitCount));
    titles << text::limitTitle(measure::oneFileWord.toString());
    QCOMPARE(titles.size(), static_cast<qsizetype>(measure::limitCount) + 1);
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(text::limitTitle(u"line"_s), text::titleOf(LimitedBy::Line));
    QCOMPARE(text::limitTitle(QString()), QString());
    QCOMPARE(text::titleOf(LoopKind::IoBound), u"Event loop: I/O-bound"_s);
    QCOMPARE(text::titleOf(LoopKind::Unknown), QString());
}

LAPWING_TEST(VerdictTest)
#include "tst_verdict.moc"
