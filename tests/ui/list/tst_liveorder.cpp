// SPDX-License-Identifier: MIT
#include "list/columns/columns.h"
#include "list/liveorder.h"
#include "list/taskmodel.h"
#include "list/taskorder.h"
#include "list/tasktable.h"
#include "support/testmain.h"
#include "ui/longestwait.h"
#include "ui/rows.h"

#include <QApplication>
#include <QTableView>

using namespace lapwing;
using test::longestWait;
using ui::ColumnId;

namespace {

record::TaskRecord sized(int id, qint64 size)
{
    record::TaskRecord task = test::downloadingTask(id);
    task.size = size;
    return task;
}

} // namespace

class LiveOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tasks = std::make_unique<ui::TaskModel>();
        m_order = std::make_unique<ui::TaskOrder>(m_tasks.get());
        m_table = std::make_unique<QTableView>();
        ui::setUpTaskTable(m_table.get(), m_order.get());
        new ui::LiveOrder(m_table.get(), m_order.get());
        m_tasks->append(test::someEntries(3));
        m_tasks->apply({{}, {sized(1, 10), sized(2, 20), sized(3, 30)}});
        m_table->resize(600, 400);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
        m_order->sort(static_cast<int>(ColumnId::Size), Qt::AscendingOrder);
        leave();
    }

    void cleanup()
    {
        m_table.reset();
        m_order.reset();
        m_tasks.reset();
    }

    void aTableThatIsLeftAloneIsPutInOrder()
    {
        m_tasks->apply({{}, {sized(1, 40)}});
        QTRY_COMPARE_WITH_TIMEOUT(first(), 2, longestWait);
    }

    void aClickIsObeyedAtOnce()
    {
        pointAt(QPoint(5, 5));
        m_order->sort(static_cast<int>(ColumnId::Number), Qt::DescendingOrder);
        QCOMPARE(first(), 3);
    }

    void nothingMovesUnderThePointer()
    {
        pointAt(QPoint(5, 5));
        m_tasks->apply({{}, {sized(1, 40)}});
        waitASettling();
        QCOMPARE(first(), 1);
        leave();
        QCOMPARE(first(), 2);
    }

    void thePointerBelowTheRowsHoldsNothing()
    {
        pointAt(QPoint(5, 5));
        m_tasks->apply({{}, {sized(1, 40)}});
        waitASettling();
        QCOMPARE(first(), 1);
        pointAt(QPoint(5, m_table->viewport()->height() - 2));
        QCOMPARE(first(), 2);
    }

    void aKeyHoldsTheRowsForAWhile()
    {
        QElapsedTimer clock;
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        clock.start();
        m_tasks->apply({{}, {sized(1, 40)}});
        QTRY_COMPARE_WITH_TIMEOUT(first(), 2, longestWait);
        QVERIFY2(clock.elapsed() >= 1900, "two seconds from the key");
    }

    void aLiveColumnIsFollowedOnceASecond()
    {
        m_tasks->apply({{}, {sized(1, 40)}});
        QTRY_COMPARE_WITH_TIMEOUT(first(), 2, longestWait);
        QElapsedTimer clock;
        clock.start();
        m_tasks->apply({{}, {sized(2, 50)}});
        QTRY_COMPARE_WITH_TIMEOUT(first(), 3, longestWait);
        QVERIFY(clock.elapsed() >= 900);
    }

private:
    /// As long as it takes while nothing holds: the timers that were due before it have fired then.
    static void waitASettling()
    {
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
    }

    void pointAt(const QPoint &place)
    {
        const QPointF global = m_table->viewport()->mapToGlobal(place);
        QEnterEvent enter(place, place, global);
        QApplication::sendEvent(m_table->viewport(), &enter);
        QMouseEvent move(QEvent::MouseMove, place, global, Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(m_table->viewport(), &move);
    }

    void leave()
    {
        QEvent event(QEvent::Leave);
        QApplication::sendEvent(m_table->viewport(), &event);
    }

    int first() const { return m_order->taskAt(0).id; }

    std::unique_ptr<ui::TaskModel> m_tasks;
    std::unique_ptr<ui::TaskOrder> m_order;
    std::unique_ptr<QTableView> m_table;
};

LAPWING_TEST(LiveOrderTest)
#include "tst_liveorder.moc"
