// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "store/file.h"
#include "store/filing.h"
#include "store/storeworker.h"
#include "store/writer.h"
#include "support/smalldisk.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

using namespace lapwing;
using namespace lapwing::test;
using namespace store;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

void fill(const QString &path, qint64 bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (bytes > 0 && file.write(QByteArray(4096, 'x')) > 0)
        bytes -= 4096;
}

PutRecords recordsOf(std::vector<int> ids, qint64 bytes)
{
    PutRecords put;
    for (const int id : ids) {
        put.records.push_back(simpleTask(id, 1, 20, 300, bytes));
        put.records.back().edit().name = u"a"_s;
    }
    return put;
}

} // namespace

class WriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itCommitsOnceASecond();
    void theLastChangeOfARecordCounts();
    void overwrittenChangesAreDropped();
    void changesAreKeptInTheirOrder();
    void theCallerIsNotHeld();
    void closingCommits();
    void flushWaitsNoLongerThanItMay();
    void aFullDiskIsToldOnce();
    void aReadOnlyDiskIsReadAndTold();
    void aFileInItsPlaceIsTold();
    void anotherProgramsLockIsWaitedOut();
};

void WriterTest::itCommitsOnceASecond()
{
    const QTemporaryDir folder;
    Writer writer(folder.path());
    writer.write(PutEntries{entries(1)});
    QSignalSpy committed(&writer, &Writer::committed);
    QTimer timer;
    qint64 bytes = 0;
    connect(&timer, &QTimer::timeout, &writer, [&] { writer.write(recordsOf({1}, ++bytes)); });
    QElapsedTimer clock;
    clock.start();
    timer.start(20ms);
    QTRY_VERIFY_WITH_TIMEOUT(committed.size() >= 3, 30'000);
    QVERIFY2(clock.elapsed() >= 2000, qPrintable(QString::number(clock.elapsed())));
}

void WriterTest::theLastChangeOfARecordCounts()
{
    const QTemporaryDir folder;
    write(folder.path(),
          {PutEntries{entries(2)}, recordsOf({1, 2}, 10), recordsOf({2}, 20), RemoveEntries{{1}},
           PutEntries{entries(1)}});
    const State state = load(folder.path()).state;
    QCOMPARE(state.records.at(0)->state, record::TaskState::Queued);
    QCOMPARE(state.records.at(1)->bytes, 20);
}

void WriterTest::overwrittenChangesAreDropped()
{
    record::RunFacts facts;
    std::vector<Change> changes;
    for (int i = 0; i < 1000; ++i) {
        changes.push_back(recordsOf({1, 2}, i));
        changes.push_back(PutFacts{facts});
        changes.push_back(SetFolder{u"/%1"_s.arg(i)});
    }
    changes.insert(changes.begin() + 1500, recordsOf({3}, 5));
    changes.insert(changes.begin() + 1500, KeepRun{});
    dropOverwritten(changes);
    // Three of each half, that of the third record, and the run that is kept.
    QCOMPARE(changes.size(), std::size_t{8});
    QCOMPARE(std::get<PutRecords>(changes.front()).records.front()->bytes, 499);
    QCOMPARE(std::get<SetFolder>(changes.back()).folder, u"/999"_s);
}

void WriterTest::changesAreKeptInTheirOrder()
{
    std::vector<Change> changes{PutEntries{entries(1)}, ClearList{}, PutEntries{entries(2)},
                                recordsOf({1}, 1), RemoveEntries{{1}}};
    const std::vector<Change> before = changes;
    dropOverwritten(changes);
    QCOMPARE(changes.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(changes[i].index(), before[i].index());
}

/// A bound that no copy of so many rows would hold, on this machine or another.
void WriterTest::theCallerIsNotHeld()
{
    const QTemporaryDir folder;
    std::vector<plan::Entry> many = entries(100'000);
    const std::vector<int> ids = idsOf(many);
    Writer writer(folder.path());
    QElapsedTimer clock;
    clock.start();
    writer.write(PutEntries{std::move(many)});
    writer.write(BeginRun{ids, {}});
    writer.write(recordsOf({1, 99'999}, 1));
    const qint64 handedOver = clock.elapsed();
    QVERIFY(writer.flush(60s));
    qInfo("100,000 entries: handed over in %lld ms, committed in %lld ms",
          static_cast<long long>(handedOver), static_cast<long long>(clock.restart()));
    const State state = load(folder.path()).state;
    qInfo("read in %lld ms", static_cast<long long>(clock.elapsed()));
    QCOMPARE(state.entries.size(), std::size_t{100'000});
    QCOMPARE(state.records.at(99'998)->bytes, 1);
    QVERIFY2(handedOver < 50, qPrintable(QString::number(handedOver)));
}

void WriterTest::closingCommits()
{
    const QTemporaryDir folder;
    {
        Writer writer(folder.path());
        writer.write(PutEntries{entries(3)});
    }
    QCOMPARE(load(folder.path()).state.entries.size(), std::size_t{3});
    QVERIFY(!QFile::exists(filePath(folder.path()) + u"-wal"_s));
}

void WriterTest::flushWaitsNoLongerThanItMay()
{
    const QTemporaryDir folder;
    write(folder.path(), {PutEntries{entries(1)}});
    const auto other = openFile(folder.path());
    QVERIFY(other);
    std::optional<Transaction> locked(std::in_place, **other);
    Writer writer(folder.path());
    writer.write(PutEntries{entries(3)});
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!writer.flush(100ms));
    QVERIFY(clock.elapsed() < 1900); // for so long the lock is waited for
    locked.reset();
    QVERIFY(writer.flush());
    QCOMPARE(load(folder.path()).state.entries.size(), std::size_t{3});
}

void WriterTest::aFullDiskIsToldOnce()
{
    const SmallDisk disk;
    if (!disk.isThere())
        QSKIP("Needs the right to mount.");
    Writer writer(disk.folder());
    QSignalSpy failed(&writer, &Writer::failed);
    writer.write(PutEntries{entries(10)});
    QVERIFY(writer.flush());
    const QString ballast = disk.folder() + u"/ballast"_s;
    fill(ballast, 2'000'000);
    writer.write(PutEntries{entries(2000)});
    QVERIFY(!writer.flush());
    writer.write(recordsOf({1}, 7));
    QVERIFY(!writer.flush());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).value<Trouble>() == Trouble::NoSpace);
    QVERIFY(QFile::remove(ballast));
    QVERIFY(writer.flush());
    const State state = load(disk.folder()).state;
    QCOMPARE(state.entries.size(), std::size_t{2000});
    QCOMPARE(state.records.at(0)->bytes, 7);
    fill(ballast, 2'000'000);
    writer.write(PutEntries{entries(5000)});
    QVERIFY(!writer.flush());
    QTRY_COMPARE(failed.size(), 2); // another time
    QVERIFY(QFile::remove(ballast));
}

void WriterTest::aReadOnlyDiskIsReadAndTold()
{
    const SmallDisk disk;
    if (!disk.isThere())
        QSKIP("Needs the right to mount.");
    write(disk.folder(), {PutEntries{entries(10)}});
    QVERIFY(disk.makeReadOnly());
    const Loaded loaded = load(disk.folder());
    QVERIFY(loaded.trouble == Trouble::NotWritable);
    QCOMPARE(loaded.state.entries.size(), std::size_t{10});
    QVERIFY(loaded.mayWrite && loaded.asideAs.isEmpty());
    Writer writer(disk.folder());
    QSignalSpy failed(&writer, &Writer::failed);
    writer.write(PutEntries{entries(20)});
    QVERIFY(!writer.flush());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).value<Trouble>() == Trouble::NotWritable);
}

void WriterTest::aFileInItsPlaceIsTold()
{
    const QTemporaryDir folder;
    fill(folder.path() + u"/data"_s, 1);
    Writer writer(folder.path() + u"/data"_s);
    QSignalSpy failed(&writer, &Writer::failed);
    writer.write(PutEntries{entries(1)});
    QVERIFY(failed.wait());
    QVERIFY(failed.at(0).at(0).value<Trouble>() == Trouble::NotWritable);
}

/// It is not set aside, and nobody writes into what was not read.
void WriterTest::anotherProgramsLockIsWaitedOut()
{
    const QTemporaryDir folder;
    write(folder.path(), {PutEntries{entries(1)}});
    {
        const auto other = openFile(folder.path());
        QVERIFY(other && (*other)->run(u"PRAGMA locking_mode = EXCLUSIVE"_s));
        const Transaction locked(**other);
        QVERIFY((*other)->run(u"DELETE FROM entries"_s));
        const Loaded loaded = load(folder.path());
        QVERIFY(!loaded.trouble || loaded.trouble == Trouble::InUse);
        QCOMPARE(loaded.mayWrite, !loaded.trouble);
        QVERIFY(QFile::exists(filePath(folder.path())));
    }
    QCOMPARE(load(folder.path()).state.entries.size(), std::size_t{1});
}

LAPWING_TEST(WriterTest)
#include "tst_writer.moc"
