// SPDX-License-Identifier: MIT
#include "record/ledger.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::record;
using lapwing::plan::Entry;

namespace {

Entry entry(int id)
{
    const QString name = u"file-%1"_s.arg(id);
    return {id, QUrl(u"http://h/"_s + name), {}, name};
}

std::vector<Entry> entries(std::initializer_list<int> ids)
{
    std::vector<Entry> entries;
    for (const int id : ids)
        entries.push_back(entry(id));
    return entries;
}

TaskRecord changed(const Ledger &ledger, int index, TaskState state, qint64 bytes = 0)
{
    TaskRecord record = ledger.at(index);
    record.state = state;
    record.bytes = bytes;
    return record;
}

} // namespace

class Ledgers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginQueued();
    void findRecordsById();
    void growAndClear();
    void putBack();
    void letRunsGoAndComeBack();
    void sumUp();
    void sumsStayTrue();
    void filesAreThoseThatAreHere();
    void tellWhatChanged_data();
    void tellWhatChanged();
    void tellItOnce();
};

void Ledgers::beginQueued()
{
    Ledger ledger(entries({1, 2}));
    QCOMPARE(ledger.size(), 2);
    QCOMPARE(ledger.at(1)->id, 2);
    QCOMPARE(ledger.at(1)->url, QUrl(u"http://h/file-2"_s));
    QCOMPARE(ledger.at(1)->name, u"file-2"_s);
    QCOMPARE(wordFor(ledger.at(1)->state), u"queued"_s);
    QCOMPARE(ledger.totals().in(TaskState::Queued), 2);
    QVERIFY(ledger.takeDirtyRuns().empty());
}

void Ledgers::findRecordsById()
{
    const Ledger ledger(entries({7, 3, 12})); // a run of some of the list, in another order
    QCOMPARE(ledger.indexOf(7), 0);
    QCOMPARE(ledger.indexOf(3), 1);
    QCOMPARE(ledger.indexOf(12), 2);
    for (const int none :
         {-1, 0, 1, 4, 11, 13, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        QCOMPARE(ledger.indexOf(none), -1);
    QCOMPARE(Ledger().indexOf(1), -1);
}

/// Whichever run they came in; not what came of a download that failed, nor somebody else's.
void Ledgers::filesAreThoseThatAreHere()
{
    Ledger ledger(entries({1, 2, 3, 4}));
    TaskRecord resumed = changed(ledger, 0, TaskState::Done, 5);
    resumed.kept = 10;
    ledger.set(0, resumed);
    ledger.set(1, changed(ledger, 1, TaskState::Failed, 100));
    TaskRecord found = changed(ledger, 2, TaskState::Done);
    found.alreadyThere = true;
    found.size = 1000;
    ledger.set(2, found);
    TaskRecord skipped = found;
    skipped.id = 4;
    skipped.state = TaskState::Unverified;
    skipped.nameTaken = true;
    ledger.set(3, skipped);
    QCOMPARE(ledger.totals().files, 1015);
    ledger.set(0, changed(ledger, 0, TaskState::Queued));
    QCOMPARE(ledger.totals().files, 1000);
}

void Ledgers::growAndClear()
{
    Ledger ledger(entries({1}));
    ledger.set(0, changed(ledger, 0, TaskState::Done, 5));
    ledger.append(entries({2, 9}));
    QCOMPARE(ledger.size(), 3);
    QCOMPARE(ledger.indexOf(9), 2);
    QCOMPARE(ledger.totals().in(TaskState::Queued), 2);
    QCOMPARE(ledger.takeDirtyRuns(), (std::vector<IndexRun>{{0, 0}}));

    ledger.set(2, changed(ledger, 2, TaskState::Failed));
    const std::vector<lapwing::record::SharedRecord> taken = ledger.take({2, 1, 9, 77});
    QCOMPARE(taken.size(), std::size_t(3));
    QCOMPARE(taken.front()->id, 1);
    QCOMPARE(ledger.size(), 0);
    QCOMPARE(ledger.indexOf(1), -1);
    QCOMPARE(ledger.totals().finished(), 0);
    QCOMPARE(ledger.totals().bytes, 0);
    QVERIFY(ledger.takeDirtyRuns().empty());
}

void Ledgers::putBack()
{
    Ledger ledger(entries({1, 2, 5, 7}));
    ledger.set(2, changed(ledger, 2, TaskState::Done, 5));
    std::vector<lapwing::record::SharedRecord> taken = ledger.take({2, 5});
    QCOMPARE(ledger.size(), 2);
    QCOMPARE(ledger.indexOf(5), -1);
    QCOMPARE(ledger.indexOf(7), 1);
    QCOMPARE(ledger.totals().in(TaskState::Done), 0);
    ledger.append(entries({9}));
    ledger.putBack(std::move(taken));
    QCOMPARE(ledger.size(), 5);
    QCOMPARE(ledger.indexOf(5), 2);
    QCOMPARE(ledger.at(2)->state, TaskState::Done);
    QCOMPARE(ledger.at(4)->id, 9);
    QCOMPARE(ledger.totals().bytes, 5);
    QVERIFY(ledger.takeDirtyRuns().empty());
    ledger.set(4, changed(ledger, 4, TaskState::Failed));
    QCOMPARE(ledger.takeDirtyRuns(), (std::vector<IndexRun>{{4, 4}}));
}

void Ledgers::letRunsGoAndComeBack()
{
    Ledger ledger(entries({1, 2, 5, 7, 8}));
    ledger.set(2, changed(ledger, 2, TaskState::Done, 5));
    ledger.set(4, changed(ledger, 4, TaskState::Failed));
    QCOMPARE(ledger.runsOf({7, 2, 1, 9, 2}), (std::vector<IndexRun>{{0, 1}, {3, 3}}));
    std::vector<SharedRecord> taken = ledger.takeRun({1, 2});
    QCOMPARE(taken.size(), std::size_t(2));
    QCOMPARE(ledger.indexOf(5), -1);
    QCOMPARE(ledger.indexOf(8), 2);
    QCOMPARE(ledger.totals().bytes, 0);
    QCOMPARE(ledger.takeDirtyRuns(), (std::vector<IndexRun>{{2, 2}}));
    QCOMPARE(ledger.placesFor(taken), (std::vector<IndexRun>{{1, 2}}));
    ledger.insertRun(1, std::move(taken));
    QCOMPARE(ledger.indexOf(5), 2);
    QCOMPARE(ledger.at(2)->state, TaskState::Done);
    QCOMPARE(ledger.totals().bytes, 5);
    ledger.set(2, changed(ledger, 2, TaskState::Failed));
    QCOMPARE(ledger.takeDirtyRuns(), (std::vector<IndexRun>{{2, 2}}));
    taken = ledger.takeRun({0, 4});
    QCOMPARE(ledger.size(), 0);
    QCOMPARE(ledger.totals().in(TaskState::Failed), 0);
    ledger.insertRun(0, std::move(taken));
    QCOMPARE(ledger.totals().in(TaskState::Failed), 2);
    QCOMPARE(ledger.indexOf(8), 4);
}

void Ledgers::sumUp()
{
    Ledger ledger(entries({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    for (int index = 0; index < 10; ++index)
        ledger.set(index, changed(ledger, index, static_cast<TaskState>(index), 10));
    for (int index = 0; index < 10; ++index)
        QCOMPARE(ledger.totals().in(static_cast<TaskState>(index)), 1);
    QCOMPARE(ledger.totals().running(), 2); // what is saved is held by no lane
    QCOMPARE(ledger.totals().finished(), 4);
    QCOMPARE(ledger.totals().bytes, 100);
}

/// Whatever happens, asking gives what counting would.
void Ledgers::sumsStayTrue()
{
    QRandomGenerator random(7);
    Ledger ledger(entries({1, 2, 3, 4, 5}));
    for (int change = 0; change < 1'000; ++change) {
        const int index = random.bounded(ledger.size());
        TaskRecord now = changed(ledger, index, static_cast<TaskState>(random.bounded(10)),
                                 random.bounded(1 << 30));
        now.nameTaken = now.state == TaskState::Unverified && random.bounded(2) == 1;
        now.kept = random.bounded(1 << 30);
        ledger.set(index, now);
        if (change % 100 == 0)
            ledger.append({entry(ledger.size() + 10 + change)});
        Totals counted;
        for (const TaskRecord &record : ledger.records()) {
            ++counted.count.at(static_cast<std::size_t>(record.state));
            counted.bytes += record.bytes;
            counted.kept += record.kept;
            counted.skipped += int(record.nameTaken);
        }
        QCOMPARE(ledger.totals().count, counted.count);
        QCOMPARE(ledger.totals().bytes, counted.bytes);
        QCOMPARE(ledger.totals().kept, counted.kept);
        QCOMPARE(ledger.totals().skipped, counted.skipped);
    }
}

void Ledgers::tellWhatChanged_data()
{
    QTest::addColumn<QList<int>>("set");
    QTest::addColumn<QString>("runs");

    QTest::newRow("nothing") << QList<int>{} << QString();
    QTest::newRow("one") << QList<int>{3} << u"3-3"_s;
    QTest::newRow("adjacent") << QList<int>{4, 3, 5} << u"3-5"_s;
    QTest::newRow("apart") << QList<int>{7, 0, 3, 1} << u"0-1 3-3 7-7"_s;
    QTest::newRow("twice") << QList<int>{2, 2, 1, 2} << u"1-2"_s;
    QTest::newRow("all") << QList<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0} << u"0-9"_s;
}

void Ledgers::tellWhatChanged()
{
    QFETCH(QList<int>, set);
    Ledger ledger(entries({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    for (const int index : set)
        ledger.set(index, changed(ledger, index, TaskState::Waiting));
    QStringList runs;
    for (const IndexRun &run : ledger.takeDirtyRuns())
        runs << u"%1-%2"_s.arg(run.first).arg(run.last);
    QTEST(runs.join(u' '), "runs");
}

void Ledgers::tellItOnce()
{
    Ledger ledger(entries({1, 2}));
    ledger.set(1, changed(ledger, 1, TaskState::Waiting));
    QCOMPARE(ledger.takeDirtyRuns().size(), 1U);
    QVERIFY(ledger.takeDirtyRuns().empty());
    ledger.set(1, changed(ledger, 1, TaskState::Done));
    QCOMPARE(ledger.takeDirtyRuns(), (std::vector<IndexRun>{{1, 1}}));
}

LAPWING_TEST(Ledgers)
#include "tst_ledger.moc"
