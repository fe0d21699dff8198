// SPDX-License-Identifier: MIT
#include "measure/compare/completeness.h"
#include "measure/networksim.h"
#include "measure/recordbuilder.h"
#include "measure/times.h"
#include "report/fullsample.h"
#include "report/page/html.h"
#include "report/sample.h"
#include "report/selectedruns.h"
#include "report/text/markdown.h"
#include "report/text/markdowntext.h"
#include "report/text/trialtext.h"
#include "support/testmain.h"
#include "text/verdict.h"

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;
using record::TaskState;

namespace {

record::Run ofRound(Mode mode, int round, double elapsed)
{
    record::Run run = wholeRun(mode, elapsed);
    run.facts.round = round;
    return run;
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutARunTogetherNothingIsCompared();
    void togetherAloneGivesARange();
    void withARunOneAtATimeItIsMeasured();
    void theRoundsAreCompared();
    void everyReportTellsTheLimitOfTheRunThatIsShown();
    void theBytesAreThoseOfTheFilesInEveryReport();
    void ofASweepARunAtTheRecommendedNumberIsShown();
    void whatASweepTriedInVainHelpsNoRunOfIt();
    void ofOneAtATimeAloneThatRunIsShown();
    void tasksOnTheirWayAreTold_data();
    void tasksOnTheirWayAreTold();
};

void DocumentTest::withoutARunTogetherNothingIsCompared()
{
    QVERIFY(!sampleDocument({}).comparison);
    QVERIFY(!sampleDocument({wholeRun(Mode::OneAtATime, 3000)}).comparison);
}

void DocumentTest::togetherAloneGivesARange()
{
    const report::Document document = sampleDocument({wholeRun(Mode::Together, 1000)});
    QVERIFY(document.comparison);
    QCOMPARE(document.comparison->baseline.kind, measure::Baseline::Kind::Range);
}

void DocumentTest::withARunOneAtATimeItIsMeasured()
{
    const report::Document document =
        sampleDocument({wholeRun(Mode::Together, 1000), wholeRun(Mode::OneAtATime, 3000)});
    QVERIFY(document.comparison);
    QCOMPARE(document.comparison->speedup.value.value_or(0), 3.0);
}

void DocumentTest::theRoundsAreCompared()
{
    const report::Document document =
        sampleDocument({ofRound(Mode::Together, 2, 1000), ofRound(Mode::Together, 1, 500),
                        ofRound(Mode::OneAtATime, 1, 9000), ofRound(Mode::OneAtATime, 2, 1500)});
    QVERIFY(document.comparison);
    QCOMPARE(document.comparison->speedup.ratios, (std::vector<double>{18, 1.5}));
    QCOMPARE(document.comparison->speedup.value.value_or(0), 9.75); // their median
    QCOMPARE(document.runs.size(), std::size_t{4});
}

/// The history and the page named the limit of one run, Markdown and the command line that of another.
void DocumentTest::everyReportTellsTheLimitOfTheRunThatIsShown()
{
    std::vector<record::Run> rounds;
    int round = 0;
    for (const auto &[together, alone] :
         {std::pair(1000, 9000), std::pair(2000, 4000), std::pair(3000, 15000)}) {
        rounds.push_back(ofRound(Mode::Together, ++round, together));
        rounds.push_back(ofRound(Mode::OneAtATime, round, alone));
    }
    for (report::Document document : {sampleDocument(rounds), sweptDocument()}) {
        for (std::size_t place = 0; place < document.verdicts.size(); ++place) {
            document.verdicts[place].causes = {
                {measure::LimitedBy::Line, 0.1 + 0.1 * static_cast<double>(place)}};
        }
        const record::Run *run = report::shownRun(document);
        const QString told = text::sentences(*report::verdictOn(document, run), *run);
        const QString markdown = QString::fromUtf8(report::toMarkdown(document));
        QVERIFY2(markdown.contains(report::asProse(told)), qPrintable(told + u'\n' + markdown));
        if (!document.sweep)
            QVERIFY(report::textSummary(document).contains(told));
    }
    const report::Document document = sampleDocument(rounds);
    QCOMPARE(report::shownRun(document)->facts.round, 3); // 5 times: the median of 9, 2 and 5
}

/// The card said 13.9 MB, and the history and the reports 14.4: with what had come of files that failed.
void DocumentTest::theBytesAreThoseOfTheFilesInEveryReport()
{
    record::Run run = wholeRun(Mode::Together, 1120);
    record::TaskRecord failed = run.tasks.back();
    failed.id += 1;
    failed.state = TaskState::Failed;
    failed.failure = record::make(record::Cause::Stalled);
    failed.end = ms(5000);
    run.tasks.push_back(failed);
    run.facts.elapsed = ms(5000);
    QCOMPARE(measure::bytesReceived(run), 5000);
    QCOMPARE(measure::bytesOfFiles(run), 3000);
    const report::Document document = sampleDocument({run});
    QVERIFY(report::factsOf(document).contains(QStringLiteral("3.0 kB")));
    const QString markdown = QString::fromUtf8(report::toMarkdown(document));
    QVERIFY2(markdown.contains(
                 QStringLiteral("| 1.1 s (whole run: 5.0 s) | 3.0 kB | 2.7 kB/s | 1 | 1 | 1 |")),
             qPrintable(markdown));
    const QString page = QString::fromUtf8(report::toHtml(document));
    QVERIFY(page.contains(QStringLiteral("<dd>3.0 kB<small>2.7 kB/s</small>")));
}

/// As in the history and in the picture, whatever number was planned.
void DocumentTest::ofASweepARunAtTheRecommendedNumberIsShown()
{
    const report::Document document = sweptDocument(); // recommends 2
    const record::Run *run = report::shownRun(document);
    QCOMPARE(run->facts.atOnce, 2);
    QCOMPARE(run->facts.round, 2); // the one whose time is in the middle
    QVERIFY(report::isRecommended(document, *run));
    QVERIFY(!report::isRecommended(document, document.runs.front()));
}

/// Six workers: each waits as long with six at once as alone, and twelve gain nothing.
void DocumentTest::whatASweepTriedInVainHelpsNoRunOfIt()
{
    World world;
    world.latency = 0.1;
    world.workers = 6;
    std::vector<record::Run> runs;
    for (const int atOnce : {1, 6, 12})
        runs.push_back(simulate(world, std::vector<qint64>(48, 1000), {atOnce}));
    record::Trial trial;
    trial.kind = record::Trial::Kind::Sweep;
    const report::Document document = report::makeDocument({48, 48, 48, QStringLiteral("folder")},
                                                           runs, plan::Redaction::Redacted, trial);
    QCOMPARE(document.sweep->recommended, 6);
    QVERIFY(!document.verdicts.at(0).isMoreInDoubt);
    QVERIFY(document.verdicts.at(1).isMoreInDoubt);
    const QString sentences = text::sentences(document.verdicts.at(1), document.runs.at(1));
    QVERIFY2(!sentences.contains(u"helps") && !sentences.contains(u"sooner"),
             qPrintable(sentences));
}

void DocumentTest::ofOneAtATimeAloneThatRunIsShown()
{
    const report::Document document = sampleDocument({wholeRun(Mode::OneAtATime, 3000)});
    QCOMPARE(report::shownRun(document), &document.runs.front());
    QVERIFY(!report::isRecommended(document, document.runs.front()));
    QVERIFY(report::shownRun(sampleDocument({})) == nullptr);
}

void DocumentTest::tasksOnTheirWayAreTold_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<TaskState>("running");
    QTest::addColumn<TaskState>("stopped");
    for (const TaskState end : {TaskState::Done, TaskState::Unverified, TaskState::Failed,
                                TaskState::Cancelled, TaskState::Queued})
        QTest::addRow("%d stays", static_cast<int>(end)) << end << end << end;
    QTest::newRow("paused, also by a stop")
        << TaskState::Paused << TaskState::Queued << TaskState::Queued;
    for (const TaskState way :
         {TaskState::Retrying, TaskState::Waiting, TaskState::Downloading, TaskState::Committing})
        QTest::addRow("%d on its way", static_cast<int>(way))
            << way << TaskState::Queued << TaskState::Cancelled;
}

void DocumentTest::tasksOnTheirWayAreTold()
{
    QFETCH(TaskState, state);
    QFETCH(TaskState, running);
    QFETCH(TaskState, stopped);
    record::RunFacts facts;
    QVERIFY(report::reportedState(state, facts) == running);
    facts.stopped = true;
    QVERIFY(report::reportedState(state, facts) == stopped);
}

LAPWING_TEST(DocumentTest)
#include "tst_document.moc"
