// SPDX-License-Identifier: MIT
#include "engine/logbook.h"
#include "measure/elapsed.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class TestLogbook : public QObject {
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
        engine::Logbook book(planOf(3), QDateTime::currentDateTime());
        const auto start = [&book](int index, record::Stamp at) {
            record::TaskRecord record = book.ledger().at(index);
            record.start = at;
            book.set(index, record, at);
        };
        const auto end = [&book](int index, record::Stamp at) {
            record::TaskRecord record = book.ledger().at(index);
            record.end = at;
            book.set(index, record, at);
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

    void aBatchHoldsWhatChangedOnce()
    {
        engine::Logbook book(planOf(5), QDateTime::currentDateTime());
        QVERIFY(book.takeBatch(0s).changed.empty());
        record::TaskRecord record = book.ledger().at(3);
        record.bytes = 10;
        book.set(3, record, 1s);
        record.bytes = 20;
        book.set(3, record, 1s);
        const record::Batch batch = book.takeBatch(1s);
        QCOMPARE(batch.changed.size(), std::size_t(1));
        QCOMPARE(batch.changed.front().bytes, qint64(20));
        QVERIFY(book.takeBatch(2s).changed.empty());
    }
};

LAPWING_TEST(TestLogbook)
#include "tst_logbook.moc"
