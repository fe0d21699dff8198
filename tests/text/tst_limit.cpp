// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/edited.h"
#include "support/testmain.h"
#include "text/limit.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using measure::LimitedBy;
using measure::Verdict;

namespace {

Verdict limitedBy(LimitedBy limit)
{
    Verdict verdict;
    verdict.limitedBy = limit;
    verdict.causes = {{limit, 6}};
    return verdict;
}

record::Run runOf(int files, int atOnce)
{
    record::Run run;
    run.facts.atOnce = atOnce;
    run.tasks.resize(static_cast<std::size_t>(files));
    for (record::TaskRecord &task : test::edited(run.tasks))
        task.state = record::TaskState::Done;
    return run;
}

QString sentence(const Verdict &verdict, const record::Run &run = runOf(10, 4))
{
    return text::limitSentence(verdict, run);
}

} // namespace

class LimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofConnectionsMoreHelps()
    {
        Verdict verdict = limitedBy(LimitedBy::Connection);
        QCOMPARE(sentence(verdict), u"Each connection was the limit: more at once helps."_s);
        verdict.sooner = measure::Sooner{8, 1.25};
        QCOMPARE(sentence(verdict),
                 u"Each connection was the limit: more at once helps (8 at a time: at least 1.25 s "
                 u"sooner)."_s);
    }

    void moreThanAllIsNotSpokenOf()
    {
        const record::Run all = runOf(3, 3);
        QCOMPARE(sentence(limitedBy(LimitedBy::Connection), all),
                 u"Each connection was the limit; all files ran at once already."_s);
        for (const LimitedBy limit :
             {LimitedBy::Latency, LimitedBy::Connection, LimitedBy::Unknown})
            QVERIFY(!sentence(limitedBy(limit), all).contains(u"more at once"));
        record::Run raised = runOf(3, 1);
        raised.facts.atOnceChanges = {{test::ms(10), 3}};
        QVERIFY(!sentence(limitedBy(LimitedBy::Connection), raised).contains(u"helps"));
    }

    void aWaitHelpsWhereItStaysTheSame()
    {
        Verdict verdict = limitedBy(LimitedBy::Latency);
        QCOMPARE(sentence(verdict), u"Waiting for the server was the limit."_s);
        verdict.evidence.waitOfEach = {0.0, 0.1, 0.1, 0.1};
        QCOMPARE(sentence(verdict), u"Waiting for the server was the limit: more at once helps."_s);
        verdict.evidence.waitOfEach = {0.9, 0.1, 0.04, 0.2};
        QCOMPARE(sentence(verdict),
                 u"Waiting for the server was the limit; with more at once, each waits longer."_s);
    }

    void whatIsNotKnownIsNotSaid()
    {
        Verdict verdict = limitedBy(LimitedBy::Unknown);
        QCOMPARE(sentence(verdict), u"No single cause was the limit."_s);
        verdict.evidence.receiveShare = 0.9;
        QCOMPARE(sentence(verdict), u"One run cannot tell whether more at once would help."_s);
        QCOMPARE(text::limitSentence(verdict, runOf(10, 4), {{8}}),
                 u"The measurement of this list recommends 8 at a time."_s);
        QVERIFY2(sentence(Verdict()).isEmpty(), "nothing was downloaded");
        record::Run stopped = runOf(10, 4);
        for (record::TaskRecord &task : test::edited(stopped.tasks))
            task.state = record::TaskState::Paused;
        QVERIFY2(sentence(verdict, stopped).isEmpty(), "what to do is said instead");
        QCOMPARE(sentence(limitedBy(LimitedBy::Disk), stopped), u"The disk was the limit."_s);
        QCOMPARE(sentence(verdict, runOf(4, 4)),
                 u"One run cannot tell whether the bandwidth or each connection was the limit."_s);
    }

    void whereOneFileTookTheTimeMoreDoesNotHelp()
    {
        Verdict verdict = limitedBy(LimitedBy::Connection);
        verdict.oneFile = u"huge.iso"_s;
        QCOMPARE(sentence(verdict),
                 u"One file was the limit, huge.iso: more at once does not help."_s);
    }

    /// Beside "0.5–4.7× as fast" it would contradict that.
    void moreDoesNotHelpWhereItMayHaveLost()
    {
        Verdict verdict = limitedBy(LimitedBy::Connection);
        verdict.isMoreInDoubt = true;
        verdict.sooner = measure::Sooner{8, 1.25};
        QCOMPARE(sentence(verdict), u"Each connection was the limit."_s);
        verdict.limitedBy = LimitedBy::Latency;
        verdict.evidence.waitOfEach = {0.0, 0.1, 0.1, 0.1};
        QCOMPARE(sentence(verdict), u"Waiting for the server was the limit."_s);
    }

    /// The sweep tried more, and it was no better: a run of fewer does not know that.
    void moreThanIsRecommendedDoesNotHelp()
    {
        Verdict verdict = limitedBy(LimitedBy::Connection);
        verdict.sooner = measure::Sooner{8, 1.25};
        for (const int recommended : {4, 2})
            QCOMPARE(text::limitSentence(verdict, runOf(10, 4), {{recommended}}),
                     u"Each connection was the limit. The measurement of this list recommends %1 "
                     "at a time."_s.arg(recommended));
        QVERIFY(text::limitSentence(verdict, runOf(10, 4), {{6}}).contains(u"more at once helps"));
        verdict.limitedBy = LimitedBy::Latency;
        verdict.evidence.waitOfEach = {0.0, 0.1, 0.1, 0.1};
        QCOMPARE(text::limitSentence(verdict, runOf(10, 4), {{4}}),
                 u"Waiting for the server was the limit. The measurement of this list recommends "
                 "4 at a time."_s);
    }

    /// As the page of the sweep says: higher numbers were not tried and may be faster still.
    void moreThanWasTriedMayHelp()
    {
        const Verdict verdict = limitedBy(LimitedBy::Connection);
        for (const int atOnce : {4, 6})
            QCOMPARE(text::limitSentence(verdict, runOf(10, atOnce), {{4, 4}}),
                     u"Each connection was the limit: more at once helps."_s);
        QVERIFY2(!text::limitSentence(verdict, runOf(10, 4), {{4, 5}}).contains(u"helps"),
                 "5 were tried, in vain");
    }

    void everyLimitHasASentence()
    {
        for (std::size_t limit = 0; limit < measure::limitCount; ++limit)
            QVERIFY(sentence(limitedBy(static_cast<LimitedBy>(limit))).endsWith(u'.'));
    }
};

LAPWING_TEST(LimitTest)
#include "tst_limit.moc"
