// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "record/ledger.h"
#include "report/fullsample.h"
#include "report/json/json.h"
#include "report/sample.h"
#include "store/filing.h"
#include "store/writer.h"
#include "support/edited.h"
#include "support/testmain.h"

#include <QDir>
#include <QFileInfo>

using namespace lapwing;
using namespace lapwing::test;
using namespace store;
using plan::ListFault;
using plan::Mode;
using record::TaskState;
using namespace Qt::Literals::StringLiterals;

namespace {

const report::PlanFacts somePlan{4, 6, 3, u"folder"_s, u"http://proxy.example:8080"_s};

QByteArray documentOf(const OpenRun &run)
{
    std::vector<record::Run> runs{run.together};
    if (run.oneAtATime)
        runs.push_back(*run.oneAtATime);
    return report::toJson(report::makeDocument(run.plan, runs, plan::Redaction::Full));
}

/// One in each state, which has more than a queued one has.
std::vector<record::SharedRecord> inEachState()
{
    std::vector<record::SharedRecord> all;
    for (int state = 0; state < 10; ++state) {
        record::TaskRecord task = simpleTask(state + 1, 1, 20, 300, 1000 + state);
        task.state = static_cast<TaskState>(state);
        task.url = entries(10).at(static_cast<std::size_t>(state)).url;
        task.name = u"offered %1"_s.arg(state);
        task.startsAgain = state % 2 == 0;
        task.kept = state;
        task.begunIn = u"/before"_s;
        task.heldByStop = task.state == TaskState::Paused;
        all.push_back(task);
    }
    return all;
}

} // namespace

class ListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereAtFirst();
    void entriesComeBack();
    void linksComeBackAsTheyWere_data();
    void linksComeBackAsTheyWere();
    void secretsReachNoFile();
    void everyStateComesBack();
    void failuresComeBack();
    void whatIsQueuedTakesNoRoom();
    void longUsedIdsComeBack();
    void theOrderComesBack();
    void aListOfTheFirstVersionStandsByItsIds();
    void aPriorityThatIsNoneIsDamage();
    void whatWasRemovedFindsItsPlace();
    void aClearedListIsEmpty();
    void refusedLinesComeBack();
    void everyReasonToRefuseComesBack();
    void refusedLinesThatAreNotKeptAreCounted();
    void theOpenRunComesBack();
    void theOpenRunMayBeEarlierThanItsRows();
    void anotherRunBeginsAnew();
    void anotherBaselineTakesThePlaceOfTheFirst();
    void linksJoinARun();
    void theFileIsPrivate();
};

void ListTest::nothingIsThereAtFirst()
{
    const QTemporaryDir folder;
    const Loaded loaded = load(folder.path() + u"/not/there"_s);
    QVERIFY(!loaded.trouble && loaded.mayWrite);
    QVERIFY(loaded.state.entries.empty() && !loaded.state.run);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void ListTest::entriesComeBack()
{
    const QTemporaryDir folder;
    std::vector<plan::Entry> list = entries(3);
    list[1].name = u"Überblick 文件.bin"_s;
    list[1].isNamed = true;
    list[2].checksum = *plan::checksumFrom(u"md5=d41d8cd98f00b204e9800998ecf8427e"_s);
    write(folder.path(), {PutEntries{list}, SetFolder{u"/home/me/Downloads"_s}, SetLastStopped{2}});
    list[0].checksum = list[2].checksum; // given later
    list[2].checksum.reset();
    write(folder.path(), {PutEntries{{list[0], list[2]}}});
    const State state = load(folder.path()).state;
    QCOMPARE(state.folder, u"/home/me/Downloads"_s);
    QCOMPARE(state.lastStopped, 2);
    QCOMPARE(idsOf(state.entries), (std::vector{1, 2, 3}));
    QCOMPARE(state.entries[1].name, list[1].name);
    QVERIFY(state.entries[1].isNamed && !state.entries[0].isNamed);
    QVERIFY(state.entries[0].checksum == list[0].checksum);
    QVERIFY(!state.entries[1].checksum && !state.entries[2].checksum);
}

void ListTest::linksComeBackAsTheyWere_data()
{
    QTest::addColumn<QUrl>("url");
    for (const char *url :
         {"http://one.example/", "https://one.example:8443/a%2Fb/c%20d?q=%26&r=a+b%25",
          "http://bücher.example/größe?x=ä", "http://[2001:db8::1]/x",
          "http://one.example/%7Ea/%zz", "http://one.example/a|b{c}?d=^`|",
          "http://one.example//double//", "http://192.0.2.1/?"})
        QTest::newRow(url) << QUrl(QString::fromUtf8(url));
}

void ListTest::linksComeBackAsTheyWere()
{
    QFETCH(QUrl, url);
    const QTemporaryDir folder;
    write(folder.path(), {PutEntries{{{1, url, {}, u"a"_s}}}});
    const State state = load(folder.path()).state;
    QCOMPARE(state.entries.size(), std::size_t{1});
    QCOMPARE(state.entries[0].url, url);
    QCOMPARE(state.entries[0].url.toEncoded(), url.toEncoded());
    QCOMPARE(state.records[0]->url, url);
}

void ListTest::secretsReachNoFile()
{
    const QTemporaryDir folder;
    plan::Entry entry{1, QUrl(u"http://me:%1@one.example/a"_s.arg(password)), u"me:"_s + password,
                      u"a"_s};
    Writer writer(folder.path());
    const record::Run run = sampleRun(); // its links have the password too
    writer.write(PutEntries{{entry}});
    writer.write(PutEntries{entriesOf(run)});
    writer.write(changesOf(run));
    const QString refused = u"ftp://me:%1@one.example/a"_s.arg(password);
    writer.write(PutRejects{plan::linksFromText(refused.toUtf8()).rejects});
    QVERIFY(writer.flush());
    QCOMPARE(load(folder.path()).state.rejects.size(), std::size_t{1});
    QVERIFY(everything(folder.path()).contains("one.example"));
    QVERIFY(!everything(folder.path()).contains(password.toUtf8()));
    QVERIFY(!everything(folder.path())
                 .contains(QByteArray(reinterpret_cast<const char *>(password.utf16()),
                                      2 * password.size())));
}

/// What was under way is paused; everything else, and every other member, is as it was.
void ListTest::everyStateComesBack()
{
    const QTemporaryDir folder;
    std::vector<record::SharedRecord> before = inEachState();
    write(folder.path(), {PutEntries{entries(10)}, PutRecords{before}});
    for (record::TaskRecord &task : test::edited(before)) {
        if (!record::isEnd(task.state) && task.state != TaskState::Queued)
            task.state = TaskState::Paused;
    }
    QCOMPARE(told(load(folder.path()).state.records), told(before));
    QVERIFY(load(folder.path()).state.records[2]->startsAgain);
    QCOMPARE(load(folder.path()).state.records[3]->begunIn, u"/before"_s);
    for (const record::TaskRecord &task : load(folder.path()).state.records)
        QCOMPARE(task.heldByStop, before[static_cast<std::size_t>(task.id - 1)]->heldByStop);

    const QTemporaryDir other;
    const record::Run rich = richRun();
    write(other.path(), {PutEntries{entriesOf(rich)}, PutRecords{rich.tasks}});
    QCOMPARE(told(load(other.path()).state.records), told(rich.tasks));
}

void ListTest::failuresComeBack()
{
    const QTemporaryDir folder;
    record::TaskRecord late = inEachState()[8];
    record::Failure busy = record::make(record::Cause::HttpStatus, u"Retry-After: 3600"_s, 503);
    busy.notBefore = QDateTime::fromString(u"2026-11-28T22:00:00+01:00"_s, Qt::ISODateWithMs);
    late.failure = busy;
    late.retryAt = ms(3'600'000);
    record::TaskRecord large = late;
    large.id = 10;
    large.failure = record::makeLargerThanDisk(5'000'000'000, 1'000'000'000);
    write(folder.path(), {PutEntries{entries(10)}, PutRecords{{late, large}}});
    const State state = load(folder.path()).state;
    QVERIFY(state.records[8]->failure == late.failure);
    QVERIFY(state.records[8]->retryAt == late.retryAt);
    QVERIFY(state.records[9]->failure == large.failure);
}

void ListTest::whatIsQueuedTakesNoRoom()
{
    const QTemporaryDir folder;
    record::TaskRecord queued;
    queued.id = 2;
    queued.url = entries(2)[1].url;
    queued.name = entries(2)[1].name;
    record::TaskRecord done = inEachState()[6];
    done.id = 2;
    write(folder.path(), {PutEntries{entries(2)}, PutRecords{{done}}, PutRecords{{queued}}});
    QCOMPARE(valueIn(folder.path(), u"SELECT count(record) FROM entries"_s).toInt(), 0);
    queued.start = ms(1);
    write(folder.path(), {PutRecords{{queued}}});
    QCOMPARE(valueIn(folder.path(), u"SELECT count(record) FROM entries"_s).toInt(), 1);
    QVERIFY(load(folder.path()).state.records[1]->start == ms(1));
}

/// A run document takes no id above ten million; a list that was never cleared may come there.
void ListTest::longUsedIdsComeBack()
{
    const QTemporaryDir folder;
    const int id = 123'456'789;
    record::TaskRecord done = inEachState()[6];
    done.id = id;
    plan::Entry entry = entries(1)[0];
    entry.id = id;
    write(folder.path(), {PutEntries{{entry}}, PutRecords{{done}}});
    const State state = load(folder.path()).state;
    QCOMPARE(state.records.at(0)->id, id);
    QCOMPARE(state.records.at(0)->state, TaskState::Done);
}

void ListTest::theOrderComesBack()
{
    const QTemporaryDir folder;
    std::vector<plan::Entry> all = entries(3);
    for (plan::Entry &entry : all)
        entry.turn = {plan::Priority::Normal, entry.id};
    write(folder.path(), {PutEntries{all}});
    const plan::Turn first{plan::Priority::High, -5};
    write(folder.path(), {SetTurns{{{3, first}, {9, first}}}}); // 9 is not in the list
    State state = load(folder.path()).state;
    QCOMPARE(idsOf(state.entries), (std::vector{1, 2, 3})); // by id, as the records are
    QCOMPARE(state.entries[0].turn, (plan::Turn{plan::Priority::Normal, 1}));
    QCOMPARE(state.entries[2].turn, first);
    write(folder.path(), {RemoveEntries{{3}}, PutEntries{{state.entries[2]}}}); // undone
    QCOMPARE(load(folder.path()).state.entries[2].turn, first);
    state.entries[2].turn = {plan::Priority::Low, 7};
    write(folder.path(), {PutEntries{{state.entries[2]}}});
    QCOMPARE(load(folder.path()).state.entries[2].turn, (plan::Turn{plan::Priority::Low, 7}));
}

void ListTest::aListOfTheFirstVersionStandsByItsIds()
{
    const QTemporaryDir folder;
    write(folder.path(), {PutEntries{entries(3)}});
    for (const char *later : {"place", "priority", "extras", "run_record"})
        meddle(folder.path(), u"ALTER TABLE entries DROP COLUMN "_s + QLatin1String(later));
    for (const char *later : {"continues", "host", "hosts", "unfinished"})
        meddle(folder.path(), u"ALTER TABLE history DROP COLUMN "_s + QLatin1String(later));
    meddle(folder.path(), u"ALTER TABLE runs DROP COLUMN continues"_s);
    meddle(folder.path(), u"DROP TABLE rejects"_s);
    meddle(folder.path(), u"PRAGMA user_version = 1"_s);
    const State state = load(folder.path()).state;
    QCOMPARE(idsOf(state.entries), (std::vector{1, 2, 3}));
    QCOMPARE(state.entries[2].turn, (plan::Turn{plan::Priority::Normal, 3}));
    write(folder.path(), {PutRejects{{{1, u"x"_s, {ListFault::NotHttp}}}}});
    QCOMPARE(load(folder.path()).state.rejects.size(), std::size_t{1});
}

void ListTest::aPriorityThatIsNoneIsDamage()
{
    const QTemporaryDir folder;
    write(folder.path(), {PutEntries{entries(3)}});
    meddle(folder.path(), u"UPDATE entries SET priority = 3 WHERE id = 2"_s);
    QCOMPARE(load(folder.path()).trouble, std::optional(Trouble::Damaged));
}

void ListTest::whatWasRemovedFindsItsPlace()
{
    const QTemporaryDir folder;
    const std::vector<record::SharedRecord> records = inEachState();
    write(folder.path(), {PutEntries{entries(10)}, PutRecords{records}});
    write(folder.path(), {RemoveEntries{{7, 8}}});
    QCOMPARE(load(folder.path()).state.entries.size(), std::size_t{8});
    QCOMPARE(load(folder.path()).state.lastRemoved, 10);
    write(folder.path(), {PutEntries{{entries(10)[6]}}, PutRecords{{records[6]}}});
    const State state = load(folder.path()).state;
    QCOMPARE(idsOf(state.entries), (std::vector{1, 2, 3, 4, 5, 6, 7, 9, 10}));
    QCOMPARE(told({state.records[6]}), told({records[6]}));
}

void ListTest::aClearedListIsEmpty()
{
    const QTemporaryDir folder;
    const record::Run run = wholeRun(Mode::Together, 1000);
    std::vector<Change> changes{PutEntries{entriesOf(run)}, SetFolder{u"/x"_s}};
    std::ranges::move(changesOf(run, somePlan), std::back_inserter(changes));
    changes.push_back(ClearList{});
    changes.push_back(PutEntries{entries(3)});
    write(folder.path(), std::move(changes));
    const State state = load(folder.path()).state;
    QCOMPARE(idsOf(state.entries), (std::vector{1, 2, 3}));
    QCOMPARE(state.lastRemoved, run.tasks.back()->id);
    QCOMPARE(state.folder, u"/x"_s);
    QVERIFY(!state.run);
    QCOMPARE(state.records[0]->state, TaskState::Queued);
}

/// With all that it means: comparison, verdicts, figures.
void ListTest::refusedLinesComeBack()
{
    const QTemporaryDir folder;
    const plan::Reject first{3, u"not a link"_s, {ListFault::NotHttp}, u"list.txt"_s};
    const plan::Reject second{0, {}, {ListFault::OtherScheme, u"ftp"_s}};
    write(folder.path(), {PutRejects{{first}}});
    write(folder.path(), {PutRejects{{second}}, PutEntries{entries(1)}, ClearList{}});
    const std::vector<plan::Reject> rejects = load(folder.path()).state.rejects;
    QCOMPARE(rejects.size(), std::size_t{2});
    QCOMPARE(rejects[0].line, 3);
    QCOMPARE(rejects[0].text, first.text);
    QVERIFY(rejects[0].error == first.error);
    QCOMPARE(rejects[0].list, first.list);
    QVERIFY(rejects[1].text.isEmpty() && rejects[1].list.isEmpty());
    QVERIFY(rejects[1].error == second.error);
    write(folder.path(), {ClearRejects{}, PutRejects{{second}}});
    QCOMPARE(load(folder.path()).state.rejects.size(), std::size_t{1});
    write(folder.path(), {ClearRejects{}});
    QVERIFY(load(folder.path()).state.rejects.empty());
}

void ListTest::everyReasonToRefuseComesBack()
{
    const QTemporaryDir folder;
    std::vector<plan::Reject> all;
    for (int fault = 0; fault <= static_cast<int>(ListFault::StartsProgram); ++fault)
        all.push_back({fault, u"x"_s, {static_cast<ListFault>(fault)}});
    write(folder.path(), {PutRejects{all}});
    const std::vector<plan::Reject> rejects = load(folder.path()).state.rejects;
    QCOMPARE(rejects.size(), all.size());
    for (const plan::Reject &reject : rejects)
        QCOMPARE(static_cast<int>(reject.error.fault), reject.line);
}

void ListTest::refusedLinesThatAreNotKeptAreCounted()
{
    const QTemporaryDir folder;
    const plan::Reject reject{1, u"x"_s, {ListFault::NotHttp}};
    const std::vector<plan::Reject> nearlyAll(maxKeptRejects - 1, reject);
    write(folder.path(), {PutRejects{nearlyAll}});
    QCOMPARE(load(folder.path()).state.rejects.size(), nearlyAll.size());
    write(folder.path(), {PutRejects{{reject, reject, reject}}});
    write(folder.path(), {PutRejects{{reject}}});
    meddle(folder.path(), u"UPDATE rejects SET fault = 'of-a-later-version' WHERE id = 1"_s);
    const std::vector<plan::Reject> rejects = load(folder.path()).state.rejects;
    QCOMPARE(rejects.size(), nearlyAll.size() + 1);
    const plan::ListError notKept{ListFault::NotKept, u"4"_s};
    QVERIFY(rejects.back().error == notKept);
    write(folder.path(), {ClearRejects{}});
    QVERIFY(load(folder.path()).state.rejects.empty());
}

void ListTest::theOpenRunComesBack()
{
    const QTemporaryDir folder;
    const OpenRun before{somePlan, richRun(), richRun(Mode::OneAtATime, 1, 3)};
    write(folder.path(), {PutEntries{entriesOf(before.together)}});
    write(folder.path(), changesOf(before.together, somePlan));
    QVERIFY(!load(folder.path()).state.run->oneAtATime);
    write(folder.path(), changesOf(*before.oneAtATime));
    const State state = load(folder.path()).state;
    QVERIFY(state.run && state.run->oneAtATime);
    QCOMPARE(documentOf(*state.run), documentOf(before));
    QCOMPARE(told(state.records), told(before.together.tasks));
    write(folder.path(), {RemoveEntries{{2}}});
    QCOMPARE(load(folder.path()).state.run->oneAtATime->tasks.size(), std::size_t{2});
}

void ListTest::theOpenRunMayBeEarlierThanItsRows()
{
    const QTemporaryDir folder;
    record::Run run = wholeRun(Mode::Together, 1000);
    run.tasks[1] = record::queued(entriesOf(run)[1]);
    write(folder.path(), {PutEntries{entriesOf(run)}});
    write(folder.path(), changesOf(run, somePlan));
    std::vector<record::SharedRecord> later;
    for (const int id : {run.tasks[0]->id, run.tasks[1]->id}) {
        later.push_back(simpleTask(id, 1, 20, 300, 9000));
        later.back().edit().url = entriesOf(run)[later.size() - 1].url;
        later.back().edit().name = entriesOf(run)[later.size() - 1].name;
    }
    write(folder.path(),
          {ForgetRun(), PutBackRun{idsOf(run), somePlan, {run.tasks[0], run.tasks[1]}},
           PutFacts{run.facts}, PutRecords{later}});
    State state = load(folder.path()).state;
    QCOMPARE(documentOf(*state.run), documentOf({somePlan, run, {}}));
    QCOMPARE(told({state.records[0], state.records[1]}), told(later));
    write(folder.path(), {ForgetRun(), PutBackRun{idsOf(run), somePlan, {}}});
    state = load(folder.path()).state;
    QCOMPARE(told({state.run->together.tasks[0], state.run->together.tasks[1]}), told(later));
}

void ListTest::anotherRunBeginsAnew()
{
    const QTemporaryDir folder;
    const record::Run run = wholeRun(Mode::Together, 1000);
    write(folder.path(), {PutEntries{entriesOf(run)}});
    write(folder.path(), changesOf(run, somePlan));
    write(folder.path(), changesOf(wholeRun(Mode::OneAtATime, 3000)));
    write(folder.path(), {BeginRun{{2}, somePlan}});
    const State state = load(folder.path()).state;
    QVERIFY(state.run && !state.run->oneAtATime);
    QCOMPARE(idsOf(state.run->together), (std::vector{2}));
    QCOMPARE(state.run->together.facts.elapsed, record::Stamp{});
    QCOMPARE(state.records[0]->state, TaskState::Done); // of the run before
    QCOMPARE(state.records[1]->state, TaskState::Queued);
    write(folder.path(), {ForgetRun()});
    QVERIFY(!load(folder.path()).state.run);
    QCOMPARE(load(folder.path()).state.records[0]->state, TaskState::Done);
}

void ListTest::anotherBaselineTakesThePlaceOfTheFirst()
{
    const QTemporaryDir folder;
    const record::Run run = wholeRun(Mode::Together, 1000);
    write(folder.path(), {PutEntries{entriesOf(run)}});
    write(folder.path(), changesOf(run, somePlan));
    write(folder.path(), changesOf(wholeRun(Mode::OneAtATime, 3000)));
    const record::Run second = wholeRun(Mode::OneAtATime, 2000);
    write(folder.path(), changesOf(second));
    QCOMPARE(documentOf(*load(folder.path()).state.run), documentOf({somePlan, run, second}));
}

void ListTest::linksJoinARun()
{
    const QTemporaryDir folder;
    write(folder.path(),
          {PutEntries{entries(1)}, BeginRun{{1}, somePlan}, PutEntries{entries(3)}, JoinRun{{3}}});
    QCOMPARE(idsOf(load(folder.path()).state.run->together), (std::vector{1, 3}));
}

void ListTest::theFileIsPrivate()
{
    const QTemporaryDir folder;
    const QString data = folder.path() + u"/share/lapwing"_s;
    Writer writer(data);
    writer.write(PutEntries{entries(1)});
    QVERIFY(writer.flush());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(data).permissions() & others));
    const QFileInfoList files = QDir(data).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

LAPWING_TEST(ListTest)
#include "tst_list.moc"
