// SPDX-License-Identifier: MIT
#include "measure/compare/completeness.h"
#include "measure/networksim.h"
#include "measure/recordbuilder.h"
#include "report/fullsample.h"
#include "report/json/json.h"
#include "report/sample.h"
#include "store/file.h"
#include "store/filing.h"
#include "store/history.h"
#include "store/historytable.h"
#include "store/writer.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace lapwing;
using namespace lapwing::test;
using namespace store;
using plan::Mode;
using namespace Qt::Literals::StringLiterals;

namespace {

KeepDocument kept(report::Document document)
{
    return {[document = std::move(document)] { return document; }};
}

/// So many runs, of which the first has one link, the second two …
std::vector<Change> manyRuns(int count)
{
    std::vector<Change> changes;
    for (int links = 1; links <= count; ++links) {
        report::Document document = sampleDocument({wholeRun(Mode::Together, 1000)});
        document.plan.entries = links;
        changes.push_back(kept(std::move(document)));
    }
    return changes;
}

std::vector<int> linksOf(const QString &folder)
{
    std::vector<int> links;
    const auto all = summaries(folder);
    for (const RunSummary &summary : all.value_or(std::vector<RunSummary>()))
        links.push_back(summary.links);
    return links;
}

const report::PlanFacts ofThree{3, 6, 6, u"folder"_s};

/// What a window tells when a row of a run went and came back.
std::vector<Change> putBack(const record::Run &run)
{
    return {ForgetRun(), PutBackRun{idsOf(run), ofThree, {}}, PutFacts{run.facts}};
}

/// A run of three links, kept when it has ended.
std::vector<Change> keptRun(const record::Run &run)
{
    std::vector<Change> changes{PutEntries{entriesOf(run)}};
    std::ranges::move(changesOf(run, ofThree), std::back_inserter(changes));
    changes.push_back(KeepRun{});
    return changes;
}

/// That run is measured.
std::vector<Change> measured()
{
    std::vector<Change> changes = changesOf(richRun(Mode::OneAtATime, 1, 3));
    changes.push_back(KeepRun{});
    return changes;
}

std::vector<int> downFrom(int count)
{
    std::vector<int> all;
    for (int number = count; number > 0; --number)
        all.push_back(number);
    return all;
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereAtFirst();
    void aRunIsListedWithItsFigures();
    void whichRunItContinuesIsKept();
    void aHistoryOfAnEarlierVersionIsListed();
    void theTimesAreThoseOfTheFilesThatCame();
    void aComparisonIsListedWithItsFigures();
    void aSweepIsListedWithItsFigures();
    void aSweepThatRecommendsNoneHasNoNumber();
    void aSweepIsLimitedByTheFileThatItsPageNames_data();
    void aSweepIsLimitedByTheFileThatItsPageNames();
    void theDocumentComesBackRedacted();
    void theOpenRunIsKeptOnce();
    void theNextRunIsKeptBesideIt();
    void aRunThatWasPutBackIsKeptOnce();
    void soIsOneWhoseDocumentIsNotMadeYet();
    void soIsOneThatWasRemovedFromTheHistory();
    void soIsOneThatIsADocumentByThen();
    void comparisonsOfOneListAreAllKept();
    void aRunThatWasPutBackFindsItsPlaceAmongOthers();
    void aRunWhoseDocumentHasGoneIsKeptAnew();
    void aRunIsKeptAsItWasThen();
    void aPlaceThatStaysEmptyGoes();
    void withoutAnOpenRunNothingIsKept();
    void removedRunsCanBePutBack();
    void removedRunsGoWithTheProgram();
    void theOldestGo();
    void manyAreListed();
    void aDamagedDocumentSpoilsNothing();
    void changesAreTold();
};

void HistoryTest::nothingIsThereAtFirst()
{
    const QTemporaryDir folder;
    QVERIFY(summaries(folder.path() + u"/not/there"_s)->empty());
    write(folder.path(), {PutEntries{entries(1)}});
    QVERIFY(summaries(folder.path())->empty());
    QVERIFY(!document(folder.path(), 1));
}

void HistoryTest::aRunIsListedWithItsFigures()
{
    const QTemporaryDir folder;
    const report::Document before = sampleDocument({sampleRun()});
    write(folder.path(), {kept(before)});
    const RunSummary summary = summaries(folder.path())->at(0);
    const record::RunFacts &facts = before.runs[0].facts;
    QCOMPARE(summary.kind, record::Trial::Kind::Get);
    QCOMPARE(summary.started, facts.started);
    QCOMPARE(summary.started.offsetFromUtc(), 2 * 3600);
    QCOMPARE(summary.host, u"one.example"_s);
    QCOMPARE(summary.hosts, 1);
    QCOMPARE(summary.links, 4);
    QCOMPARE(summary.unfinished, measure::unfinishedOf(before.runs[0]));
    QCOMPARE(summary.unfinished, 1);
    QCOMPARE(summary.files, 2);
    QCOMPARE(summary.bytes, 3000);
    QCOMPARE(summary.atOnce, 6);
    QCOMPARE(*summary.together, measure::elapsedOfFiles(before.runs[0]));
    QVERIFY(!summary.oneAtATime && !summary.isMeasured);
    QCOMPARE(summary.limitedBy, measure::wordFor(before.verdicts[0].limitedBy));
    const measure::Speedup &speedup = before.comparison->speedup;
    QVERIFY(summary.speedup == speedup.value);
    QVERIFY(summary.low == speedup.low && summary.high == speedup.high);
}

void HistoryTest::whichRunItContinuesIsKept()
{
    const QTemporaryDir folder;
    const record::Run run = wholeRun(Mode::Together, 1000);
    report::PlanFacts rest = ofThree;
    rest.continues = run.facts.started.addSecs(-60);
    write(folder.path(), {PutEntries{entriesOf(run)}});
    write(folder.path(), changesOf(run, rest));
    QCOMPARE(load(folder.path()).state.run->plan.continues, rest.continues); // as it was left
    write(folder.path(), {KeepRun{}});
    const RunSummary summary = summaries(folder.path())->at(0);
    QCOMPARE(summary.continues, rest.continues);
    QCOMPARE(summary.unfinished, 0);
    QCOMPARE(document(folder.path(), summary.id)->plan.continues, rest.continues);
}

void HistoryTest::aHistoryOfAnEarlierVersionIsListed()
{
    const QTemporaryDir folder;
    write(folder.path(), manyRuns(2));
    for (const char *later : {"continues", "host", "hosts", "unfinished"})
        meddle(folder.path(), u"ALTER TABLE history DROP COLUMN "_s + QLatin1String(later));
    meddle(folder.path(), u"ALTER TABLE runs DROP COLUMN continues"_s);
    meddle(folder.path(), u"DROP TABLE rejects"_s);
    meddle(folder.path(), u"PRAGMA user_version = 3"_s);
    QCOMPARE(linksOf(folder.path()), downFrom(2));
    QVERIFY(summaries(folder.path())->at(1).host.isEmpty());
    QVERIFY(!summaries(folder.path())->at(1).continues.isValid());
    write(folder.path(), manyRuns(1)); // the first of them once more
    QCOMPARE(linksOf(folder.path()), downFrom(2));
    QVERIFY(!summaries(folder.path())->at(1).host.isEmpty());
}

void HistoryTest::theTimesAreThoseOfTheFilesThatCame()
{
    record::Run run = wholeRun(Mode::Together, 1000);
    record::TaskRecord late = run.tasks.back();
    late.id += 1;
    late.state = record::TaskState::Failed;
    late.failure = record::make(record::Cause::Stalled);
    late.end = ms(5000);
    run.tasks.push_back(late);
    run.facts.elapsed = ms(5000);
    const RunSummary summary = summaryOf(sampleDocument({run}));
    QVERIFY(summary.together && *summary.together < run.facts.elapsed);
    QCOMPARE(*summary.together, measure::elapsedOfFiles(run));
    QCOMPARE(summary.bytes, 3000); // the failed one had received 2000 too
}

void HistoryTest::aComparisonIsListedWithItsFigures()
{
    const QTemporaryDir folder;
    const report::Document before = comparedDocument();
    write(folder.path(), {kept(before)});
    const RunSummary summary = summaries(folder.path())->at(0);
    QCOMPARE(summary.kind, record::Trial::Kind::Compare);
    QVERIFY(summary.isMeasured);
    QVERIFY(summary.speedup && summary.speedup == before.comparison->speedup.value);
    QVERIFY(summary.low && summary.low == before.comparison->speedup.low);
    QVERIFY(summary.together && summary.oneAtATime);
    QVERIFY(*summary.oneAtATime > *summary.together);
}

void HistoryTest::aSweepIsListedWithItsFigures()
{
    const QTemporaryDir folder;
    const report::Document before = sweptDocument();
    write(folder.path(), {kept(before)});
    const RunSummary summary = summaries(folder.path())->at(0);
    QCOMPARE(summary.kind, record::Trial::Kind::Sweep);
    QVERIFY(before.sweep->recommended);
    QCOMPARE(summary.atOnce, *before.sweep->recommended);
    QVERIFY(summary.isMeasured && summary.together && summary.oneAtATime);
    for (const measure::SweepPoint &point : before.sweep->points) {
        if (point.atOnce == summary.atOnce)
            QVERIFY(summary.speedup == point.speedup);
    }
}

/// The run that is shown ran with one of the numbers.
void HistoryTest::aSweepThatRecommendsNoneHasNoNumber()
{
    report::Document document = sweptDocument();
    document.sweep->recommended.reset();
    document.sweep->fastest.reset();
    const RunSummary summary = summaryOf(document);
    QCOMPARE(summary.atOnce, 0);
    QVERIFY(!summary.together && !summary.speedup);
    QVERIFY2(summary.oneAtATime, "that was measured");
}

void HistoryTest::aSweepIsLimitedByTheFileThatItsPageNames_data()
{
    QTest::addColumn<int>("atOnce");
    QTest::newRow("some waited") << 4;
    QTest::newRow("all ran at once") << 12;
}

void HistoryTest::aSweepIsLimitedByTheFileThatItsPageNames()
{
    QFETCH(int, atOnce);
    World world;
    world.each = 1e6;
    std::vector<qint64> sizes(12, 100'000);
    sizes.front() = 2'000'000;
    std::vector<record::Run> runs;
    for (int round = 1; round <= 2; ++round) {
        for (const int level : {1, atOnce})
            runs.push_back(simulate(world, sizes, {level, Mode::Together, round}));
    }
    record::Trial trial;
    trial.kind = record::Trial::Kind::Sweep;
    const report::Document document =
        report::makeDocument({12, 12, 12, u"folder"_s}, runs, plan::Redaction::Redacted, trial);
    QCOMPARE(document.sweep->recommended, atOnce);
    QVERIFY(document.sweep->critical->isMet);
    QCOMPARE(summaryOf(document).limitedBy, measure::oneFileWord);
    QVERIFY2(!document.verdicts.front().oneFile, "with one at a time more helps");
}

void HistoryTest::theDocumentComesBackRedacted()
{
    const QTemporaryDir folder;
    const std::vector<record::Run> runs{sampleRun(), richRun(Mode::OneAtATime, 1, 3)};
    write(folder.path(), {kept(sampleDocument(runs, plan::Redaction::Full))});
    const auto after = document(folder.path(), summaries(folder.path())->at(0).id);
    QVERIFY(after);
    QCOMPARE(report::toJson(*after), report::toJson(sampleDocument(runs)));
    QVERIFY(!report::toJson(*after).contains(token.toUtf8()));
}

/// First when it has ended, then again with its baseline.
void HistoryTest::theOpenRunIsKeptOnce()
{
    const QTemporaryDir folder;
    const record::Run run = richRun();
    write(folder.path(), {PutEntries{entriesOf(run)}});
    write(folder.path(), changesOf(run, {3, 6, 6, u"folder"_s}));
    write(folder.path(), {KeepRun{}});
    QVERIFY(!summaries(folder.path())->at(0).isMeasured);
    write(folder.path(), changesOf(richRun(Mode::OneAtATime, 1, 3)));
    write(folder.path(), {KeepRun{}});
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{1});
    QVERIFY(all->at(0).isMeasured && all->at(0).oneAtATime);
    const report::Document expected = report::makeDocument(
        {3, 6, 6, u"folder"_s}, {run, richRun(Mode::OneAtATime, 1, 3)}, plan::Redaction::Redacted);
    QCOMPARE(report::toJson(*document(folder.path(), all->at(0).id)), report::toJson(expected));
}

void HistoryTest::theNextRunIsKeptBesideIt()
{
    const QTemporaryDir folder;
    const record::Run run = wholeRun(Mode::Together, 1000);
    write(folder.path(), {PutEntries{entriesOf(run)}});
    for (int links : {1, 2}) {
        write(folder.path(), changesOf(run, {links, 6, 6, u"folder"_s}));
        write(folder.path(), {KeepRun{}});
    }
    QCOMPARE(linksOf(folder.path()), (std::vector{2, 1}));
}

/// A row of it was removed and came back before it was measured.
void HistoryTest::aRunThatWasPutBackIsKeptOnce()
{
    const QTemporaryDir folder;
    write(folder.path(), keptRun(richRun()));
    const qint64 id = summaries(folder.path())->at(0).id;
    write(folder.path(), putBack(richRun()));
    write(folder.path(), measured());
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{1});
    QCOMPARE(all->at(0).id, id);
    QVERIFY(all->at(0).isMeasured);
}

void HistoryTest::soIsOneWhoseDocumentIsNotMadeYet()
{
    const QTemporaryDir folder;
    std::vector<Change> changes = keptRun(richRun());
    std::ranges::move(putBack(richRun()), std::back_inserter(changes));
    std::ranges::move(measured(), std::back_inserter(changes));
    write(folder.path(), std::move(changes));
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{1});
    QVERIFY(all->at(0).isMeasured);
}

/// As a run that stayed open would be: it is seen again.
void HistoryTest::soIsOneThatWasRemovedFromTheHistory()
{
    const QTemporaryDir folder;
    Writer writer(folder.path());
    writer.write(keptRun(richRun()));
    QVERIFY(writer.flush());
    const qint64 id = summaries(folder.path())->at(0).id;
    writer.write(RemoveKept{{id}});
    writer.write(putBack(richRun()));
    writer.write(measured());
    writer.write(PutBackKept{{id}}); // undone
    QVERIFY(writer.flush());
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{1});
    QCOMPARE(all->at(0).id, id);
    QVERIFY(all->at(0).isMeasured);
}

/// Rows of it are off the list for good before it is measured.
void HistoryTest::soIsOneThatIsADocumentByThen()
{
    const QTemporaryDir folder;
    write(folder.path(), keptRun(richRun()));
    write(folder.path(), keptRun(richRun(Mode::Together, 2)));
    const qint64 id = summaries(folder.path())->at(1).id;
    const std::vector<record::Run> runs{richRun(), richRun(Mode::OneAtATime, 1, 3)};
    for (int time = 0; time < 2; ++time) // and measured once more
        write(folder.path(),
              {ForgetRun(), kept(report::makeDocument(ofThree, runs, plan::Redaction::Redacted))});
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{2});
    QVERIFY(!all->at(0).isMeasured);
    QCOMPARE(all->at(1).id, id);
    QVERIFY(all->at(1).isMeasured);
}

void HistoryTest::comparisonsOfOneListAreAllKept()
{
    const QTemporaryDir folder;
    write(folder.path(), {kept(comparedDocument()), kept(comparedDocument())});
    QCOMPARE(summaries(folder.path())->size(), std::size_t{2});
}

void HistoryTest::aRunThatWasPutBackFindsItsPlaceAmongOthers()
{
    const QTemporaryDir folder;
    write(folder.path(), keptRun(richRun()));
    write(folder.path(), keptRun(richRun(Mode::Together, 2)));
    write(folder.path(), putBack(richRun()));
    write(folder.path(), measured());
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{2});
    QVERIFY(!all->at(0).isMeasured);
    QVERIFY(all->at(1).isMeasured);
    QCOMPARE(all->at(1).started, richRun().facts.started);
}

/// The bound on kept runs has removed it.
void HistoryTest::aRunWhoseDocumentHasGoneIsKeptAnew()
{
    const QTemporaryDir folder;
    write(folder.path(), keptRun(richRun()));
    write(folder.path(), keptRun(richRun(Mode::Together, 2)));
    write(folder.path(), {LimitKept{1}});
    write(folder.path(), putBack(richRun()));
    write(folder.path(), measured());
    write(folder.path(), {LimitKept{1}});
    const auto all = summaries(folder.path());
    QCOMPARE(all->size(), std::size_t{1});
    QVERIFY2(all->at(0).isMeasured, "the newest stays");
}

/// The next run begins before the document is made.
void HistoryTest::aRunIsKeptAsItWasThen()
{
    const QTemporaryDir folder;
    const record::Run run = richRun();
    std::vector<Change> changes{PutEntries{entriesOf(run)}};
    std::ranges::move(changesOf(run, {3, 6, 6, u"folder"_s}), std::back_inserter(changes));
    changes.push_back(KeepRun{});
    std::ranges::move(changesOf(wholeRun(Mode::Together, 1000), {2, 6, 6, u"folder"_s}),
                      std::back_inserter(changes));
    changes.push_back(KeepRun{});
    changes.push_back(ClearList{});
    write(folder.path(), std::move(changes));
    const auto all = summaries(folder.path());
    QCOMPARE(linksOf(folder.path()), (std::vector{2, 3}));
    const report::Document expected =
        report::makeDocument({3, 6, 6, u"folder"_s}, {run}, plan::Redaction::Redacted);
    QCOMPARE(report::toJson(*document(folder.path(), all->at(1).id)), report::toJson(expected));
    QVERIFY(load(folder.path()).state.entries.empty());
}

/// The program was killed while the document was made.
void HistoryTest::aPlaceThatStaysEmptyGoes()
{
    const QTemporaryDir folder;
    const record::Run run = wholeRun(Mode::Together, 1000);
    write(folder.path(), {PutEntries{entriesOf(run)}});
    write(folder.path(), changesOf(run, {2, 6, 6, u"folder"_s}));
    {
        const auto connection = openFile(folder.path());
        QVERIFY(connection && reservePlace(**connection));
    }
    QVERIFY(summaries(folder.path())->empty());
    write(folder.path(), {PutEntries{entriesOf(run)}});
    QCOMPARE(valueIn(folder.path(), u"SELECT count(*) FROM history"_s).toInt(), 0);
    write(folder.path(), {KeepRun{}});
    QCOMPARE(linksOf(folder.path()), (std::vector{2}));
}

void HistoryTest::withoutAnOpenRunNothingIsKept()
{
    const QTemporaryDir folder;
    write(folder.path(), {PutEntries{entries(2)}, KeepRun{}});
    QVERIFY(summaries(folder.path())->empty());
}

void HistoryTest::removedRunsCanBePutBack()
{
    const QTemporaryDir folder;
    Writer writer(folder.path());
    writer.write(manyRuns(3));
    QVERIFY(writer.flush());
    const auto all = summaries(folder.path());
    writer.write(RemoveKept{{all->at(0).id, all->at(2).id}});
    QVERIFY(writer.flush());
    QCOMPARE(linksOf(folder.path()), (std::vector{2}));
    QVERIFY(!document(folder.path(), all->at(0).id));
    writer.write(PutBackKept{{all->at(0).id, all->at(2).id}});
    QVERIFY(writer.flush());
    QCOMPARE(linksOf(folder.path()), downFrom(3));
    QVERIFY(document(folder.path(), all->at(0).id));
}

void HistoryTest::removedRunsGoWithTheProgram()
{
    const QTemporaryDir folder;
    write(folder.path(), manyRuns(3));
    const qint64 id = summaries(folder.path())->at(1).id;
    write(folder.path(), {RemoveKept{{id}}});
    QCOMPARE(valueIn(folder.path(), u"SELECT count(*) FROM history"_s).toInt(), 3);
    write(folder.path(), {PutBackKept{{id}}});
    QCOMPARE(linksOf(folder.path()), (std::vector{3, 1}));
    QCOMPARE(valueIn(folder.path(), u"PRAGMA freelist_count"_s).toInt(), 0);
    write(folder.path(), manyRuns(1));
    QVERIFY(summaries(folder.path())->at(0).id > id);
}

void HistoryTest::theOldestGo()
{
    const QTemporaryDir folder;
    std::vector<Change> changes = manyRuns(5);
    changes.push_back(LimitKept{3});
    write(folder.path(), std::move(changes));
    QCOMPARE(linksOf(folder.path()), (std::vector{5, 4, 3}));
    QCOMPARE(valueIn(folder.path(), u"SELECT count(*) FROM history"_s).toInt(), 3);
}

void HistoryTest::manyAreListed()
{
    const QTemporaryDir folder;
    write(folder.path(), manyRuns(1));
    meddle(
        folder.path(),
        u"WITH RECURSIVE more(links) AS (SELECT 2 UNION ALL SELECT links + 1 FROM more WHERE links "
        u"< 1000)"
        " INSERT INTO history(kind, started, links, files, bytes, at_once, measured, limited_by, "
        "document)"
        " SELECT kind, started, more.links, files, bytes, at_once, measured, limited_by, document"
        " FROM history, more"_s);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(linksOf(folder.path()), downFrom(1000));
    qInfo("1,000 summaries in %lld ms", static_cast<long long>(clock.elapsed()));
}

void HistoryTest::aDamagedDocumentSpoilsNothing()
{
    const QTemporaryDir folder;
    write(folder.path(), manyRuns(2));
    const qint64 id = summaries(folder.path())->at(0).id;
    meddle(folder.path(), u"UPDATE history SET document = x'00' WHERE id = %1"_s.arg(id));
    QVERIFY(!load(folder.path()).trouble);
    QCOMPARE(linksOf(folder.path()), downFrom(2));
    QTest::ignoreMessage(QtWarningMsg, "qUncompress: Input data is corrupted");
    const auto damaged = document(folder.path(), id);
    QVERIFY(!damaged && damaged.error() == Trouble::Damaged);
}

void HistoryTest::changesAreTold()
{
    const QTemporaryDir folder;
    Writer writer(folder.path());
    QSignalSpy changed(&writer, &Writer::historyChanged);
    writer.write(PutEntries{entries(1)});
    QSignalSpy committed(&writer, &Writer::committed);
    QVERIFY(committed.wait());
    QCOMPARE(changed.size(), 0);
    writer.write(manyRuns(1));
    QVERIFY(changed.wait());
    QCOMPARE(linksOf(folder.path()), (std::vector{1}));
}

LAPWING_TEST(HistoryTest)
#include "tst_history.moc"
