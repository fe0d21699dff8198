// SPDX-License-Identifier: MIT
#include "engine/runrecorder.h"
#include "measure/elapsed.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class TestRunRecorder : public QObject {
    Q_OBJECT

    static plan::Plan planOf(int count)
    {
        plan::Plan plan;
        for (int id = 1; id <= count; ++id)
            plan.entries.push_back(
                {id, QUrl(QStringLiteral("http://a/%1").arg(id)), {}, QString::number(id)});
        return plan;
    }

private Q_SLOTS:
    void elapsedIsTheUnionWhileItPassesAndAfterwards()
    {
        engine::RunRecorder book(planOf(3), QDateTime::currentDateTime());
        const auto start = [&book](int index, record::Stamp at) {
            record::TaskRecord record = book.ledger().at(index);
            record.start = at;
            book.set(index, record);
        };
        const auto end = [&book](int index, record::Stamp at) {
            record::TaskRecord record = book.ledger().at(index);
            record.end = at;
            book.set(index, record);
        };
        start(0, 1s);
        QCOMPARE(book.facts(3s).elapsed, record::Stamp(2s));
        start(1, 2s);
        end(0, 4s);
        end(1, 5s);
        QCOMPARE(book.facts(9s).elapsed, record::Stamp(4s)); // idle since 5 s
        start(2, 10s);
        end(2, 11s);
        QCOMPARE(book.facts(20s).elapsed, record::Stamp(5s));
        QCOMPARE(book.facts(20s).elapsed, measure::elapsed(book.ledger().records(), 20s));
    }

    /// A loop that is busy tells late of what it stamped in time.
    void whatIsToldLateCountsFromItsOwnStamps()
    {
        engine::RunRecorder book(planOf(2), QDateTime::currentDateTime());
        record::TaskRecord first = book.ledger().at(0);
        record::TaskRecord second = book.ledger().at(1);
        first.start = 1s;
        book.set(0, first);
        first.end = 2s;
        second.start = 5s;
        QCOMPARE(book.facts(3s).elapsed, record::Stamp(2s)); // as far as anybody told it
        book.set(0, first);
        book.set(1, second);
        second.pauses.push_back({7s, {}});
        book.set(1, second);
        QCOMPARE(book.facts(9s).elapsed, record::Stamp(3s));
        second.pauses.back().to = 10s;
        book.set(1, second);
        second.end = 14s;
        book.set(1, second);
        QCOMPARE(book.facts(20s).elapsed, record::Stamp(7s));
        QCOMPARE(book.facts(20s).elapsed, measure::elapsed(book.ledger().records(), 20s));
    }

    void whatWasPausedBeforeItBeganCountsFromItsBeginning()
    {
        engine::RunRecorder book(planOf(1), QDateTime::currentDateTime());
        record::TaskRecord record = book.ledger().at(0);
        record.pauses = {{1s, {}}};
        book.set(0, record);
        record.pauses.back().to = 3s;
        book.set(0, record);
        QCOMPARE(book.facts(4s).elapsed, record::Stamp(0s));
        record.start = 5s;
        book.set(0, record);
        record.end = 7s;
        book.set(0, record);
        QCOMPARE(book.facts(9s).elapsed, record::Stamp(2s));
        QCOMPARE(book.facts(9s).elapsed, measure::elapsed(book.ledger().records(), 9s));
    }

    void aHoldCountsWhileNothingIsActive()
    {
        engine::RunRecorder book(planOf(2), QDateTime::currentDateTime());
        const QString host = QStringLiteral("http://a:80");
        const std::vector<record::Hold> held{{host, {}, 6s, {}}};
        record::TaskRecord record = book.ledger().at(0);
        record.start = 1s;
        book.set(0, record);
        book.noteHolds(held, 2s);
        record.end = 3s;
        book.set(0, record);
        QCOMPARE(book.facts(5s).elapsed, record::Stamp(4s));
        QCOMPARE(book.facts(9s).elapsed, record::Stamp(5s)); // no longer than the server asked
        QCOMPARE(book.heldBy(host, 0s, 5s), record::Stamp(3s));
        QCOMPARE(book.heldBy(host, 4s, 5s), record::Stamp(1s)); // of one that came later
        book.noteHolds({}, 9s);
        book.noteHolds({{host, {}, 12s, {}}}, 10s);
        book.noteHolds({{host, {}, 14s, {}}}, 11s); // it asks again, for longer
        book.noteHolds({}, 13s);
        const record::RunFacts facts = book.facts(20s);
        const std::vector<record::Hold> expected{{host, 2s, 6s, 6s}, {host, 10s, 14s, 13s}};
        QCOMPARE(facts.holds, expected);
        QCOMPARE(book.heldBy(host, 8s, 20s), record::Stamp(3s));
        QCOMPARE(facts.elapsed, record::Stamp(8s));
        QCOMPARE(facts.elapsed, measure::elapsed(book.ledger().records(), 20s, facts.holds));
    }

    /// One that nobody told of for a while was over when it was to be, and another began since.
    void aHoldThatWasOverIsNotGoneOnWith()
    {
        engine::RunRecorder book(planOf(1), QDateTime::currentDateTime());
        const QString host = QStringLiteral("http://a:80");
        book.noteHolds({{host, {}, 2s, {}}}, 1s);
        book.noteHolds({{host, {}, 9s, {}}}, 8s);
        const std::vector<record::Hold> expected{{host, 1s, 2s, 2s}, {host, 8s, 9s, {}}};
        QCOMPARE(book.facts(8s).holds, expected);
        QCOMPARE(book.facts(20s).elapsed, record::Stamp(2s));
    }

    void aBatchHoldsWhatChangedOnce()
    {
        engine::RunRecorder book(planOf(5), QDateTime::currentDateTime());
        QVERIFY(book.takeBatch(0s).changed.empty());
        record::TaskRecord record = book.ledger().at(3);
        record.bytes = 10;
        book.set(3, record);
        record.bytes = 20;
        book.set(3, record);
        const record::Batch batch = book.takeBatch(1s);
        QCOMPARE(batch.changed.size(), std::size_t(1));
        QCOMPARE(batch.changed.front()->bytes, qint64(20));
        QVERIFY(book.takeBatch(2s).changed.empty());
    }
};

LAPWING_TEST(TestRunRecorder)
#include "tst_runrecorder.moc"
