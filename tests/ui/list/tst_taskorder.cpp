// SPDX-License-Identifier: MIT
#include "list/columns/columns.h"
#include "list/taskmodel.h"
#include "list/taskorder.h"
#include "list/tasktable.h"
#include "support/testmain.h"
#include "ui/longestwait.h"
#include "ui/rows.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTableView>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using test::longestWait;
using ui::ColumnId;
using ui::Filter;
using ui::TaskGroup;
using ui::TaskModel;
using ui::TaskOrder;

namespace {

record::TaskRecord sized(int id, qint64 size)
{
    record::TaskRecord task = test::downloadingTask(id);
    task.size = size;
    task.bytes = 0;
    return task;
}

} // namespace

class TaskOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tasks = std::make_unique<TaskModel>();
        m_order = std::make_unique<TaskOrder>(m_tasks.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_order.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_tasks->append(test::someEntries(6));
    }

    void cleanup()
    {
        m_tester.reset();
        m_order.reset();
        m_tasks.reset();
    }

    /// Of 100,000 rows and a dozen columns that took most of the time in which all were selected, and ordered then.
    void theHeaderAsksForNoFlagOfWhatIsSelected()
    {
        class Counting : public TaskOrder {
        public:
            using TaskOrder::TaskOrder;
            [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
            {
                ++asked;
                return TaskOrder::flags(index);
            }
            mutable int asked = 0;
        };
        constexpr int rows = 5000;
        TaskModel tasks;
        tasks.append(test::someEntries(rows));
        Counting order(&tasks);
        QTableView table;
        table.setSelectionBehavior(QAbstractItemView::SelectRows);
        ui::setUpTaskTable(&table, &order);
        table.resize(900, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        order.asked = 0;
        table.selectAll();
        table.horizontalHeader()->viewport()->repaint();
        QVERIFY2(order.asked < rows, qPrintable(QString::number(order.asked)));
        QCOMPARE(table.selectionModel()->selectedRows().size(), rows);
        table.setModel(nullptr);
    }

    void withoutOrderItIsTheList()
    {
        QCOMPARE(ids(), u"1 2 3 4 5 6");
        QCOMPARE(m_order->columnCount(), m_tasks->columnCount());
        QCOMPARE(m_order->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Name");
        QCOMPARE(m_order->index(2, 1).data().toString(), u"3.bin");
    }

    void itIsSortedByValuesAndBack()
    {
        m_tasks->apply({{}, {sized(1, 900'000), sized(2, 1'000'000), sized(4, 5)}});
        sort(ColumnId::Size);
        QCOMPARE(ids(), u"4 1 2 3 5 6");
        sort(ColumnId::Size, Qt::DescendingOrder);
        QCOMPARE(ids(), u"2 1 4 3 5 6");
        m_order->sort(-1, Qt::AscendingOrder);
        QCOMPARE(ids(), u"1 2 3 4 5 6");
    }

    void aListThatWasMovedIsShownInItsOrder()
    {
        QItemSelectionModel selection(m_order.get());
        selection.select(m_order->index(4, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        std::vector<plan::Entry> entries = test::someEntries(6);
        entries[4].turn.place = 0;
        m_tasks->setOrder(ui::ListOrder(entries));
        QCOMPARE(ids(), u"5 1 2 3 4 6");
        QCOMPARE(selectedIds(selection), u"5");
        QVERIFY(m_order->isInListOrder());
        QVERIFY(!m_order->isSortedLive());
        m_tasks->append(moreEntries(2));
        QCOMPARE(ids(), u"5 1 2 3 4 6 7 8"); // behind all
        sort(ColumnId::Number, Qt::DescendingOrder);
        QCOMPARE(ids(), u"8 7 6 4 3 2 1 5");
        QVERIFY(!m_order->isInListOrder());
        m_tasks->setOrder({});
        QCOMPARE(ids(), u"8 7 6 5 4 3 2 1");
        m_order->sort(-1, Qt::DescendingOrder); // without a column there is no direction
        QCOMPARE(ids(), u"1 2 3 4 5 6 7 8");
        QVERIFY(m_order->isInListOrder());
        m_tasks->setOrder(ui::ListOrder(entries));
        sort(ColumnId::Name);
        QCOMPARE(ids(), u"1 2 3 4 5 6 7 8");
        QVERIFY(!m_order->isInListOrder());
    }

    void whatIsFilteredIsMovedAmongWhatIsShown()
    {
        m_tasks->apply({{}, {test::doneTask(2), test::doneTask(4), test::doneTask(6)}});
        m_order->setFilter(Filter().in(TaskGroup::Done));
        QCOMPARE(ids(), u"2 4 6");
        std::vector<plan::Entry> entries = test::someEntries(6);
        entries[5].turn.place = 0;
        m_tasks->setOrder(ui::ListOrder(entries));
        QCOMPARE(ids(), u"6 2 4");
        (void)m_tasks->take({2});
        QCOMPARE(ids(), u"6 4");
        m_order->setFilter({});
        QCOMPARE(ids(), u"6 1 3 4 5");
        m_tasks->setOrder({});
        QCOMPARE(ids(), u"1 3 4 5 6");
    }

    void changesDoNotMoveRowsUntilTheyAreSettled()
    {
        m_tasks->apply({{}, {sized(1, 30), sized(2, 20), sized(3, 10)}});
        sort(ColumnId::Size);
        QCOMPARE(ids(), u"3 2 1 4 5 6");
        const QSignalSpy unsettled(m_order.get(), &TaskOrder::unsettled);
        m_tasks->apply({{}, {sized(3, 40), sized(6, 1)}});
        QVERIFY(!unsettled.isEmpty());
        QCOMPARE(ids(), u"3 2 1 4 5 6");
        m_order->settle();
        QCOMPARE(ids(), u"6 2 1 3 4 5");
    }

    void allThatIsSelectedGoesWithItsRow()
    {
        m_tasks->apply({{}, {sized(1, 30), sized(2, 20), sized(3, 10)}});
        QItemSelectionModel selection(m_order.get());
        const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selection.setCurrentIndex(m_order->index(0, 1), flags);
        selection.select(m_order->index(2, 0), flags);
        const QPersistentModelIndex second(m_order->index(1, 2));
        sort(ColumnId::Size);
        QCOMPARE(selectedIds(selection), u"3 1");
        QCOMPARE(m_order->taskAt(selection.currentIndex().row()).id, 1);
        QCOMPARE(m_order->taskAt(second.row()).id, 2);
        QCOMPARE(second.column(), 2);
        m_tasks->apply({{}, {sized(3, 90)}});
        m_order->settle();
        QCOMPARE(selectedIds(selection), u"1 3");
    }

    void whatIsHiddenIsNotSelected()
    {
        m_tasks->apply({{}, {test::failedTask(2), test::failedTask(5)}});
        QItemSelectionModel selection(m_order.get());
        for (const int row : {0, 1})
            selection.select(m_order->index(row, 0),
                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_order->setFilter(Filter().in(TaskGroup::Failed));
        QCOMPARE(ids(), u"2 5");
        QCOMPARE(selectedIds(selection), u"2");
        m_order->setFilter(Filter());
        QCOMPARE(ids(), u"1 2 3 4 5 6");
        QCOMPARE(selectedIds(selection), u"2");
    }

    void aRowThatChangesIsShownAndHiddenAlone()
    {
        m_tasks->apply({{}, {test::failedTask(2), test::failedTask(5)}});
        m_order->setFilter(Filter().in(TaskGroup::Failed));
        const QSignalSpy inserted(m_order.get(), &TaskOrder::rowsInserted);
        const QSignalSpy removed(m_order.get(), &TaskOrder::rowsRemoved);
        const QSignalSpy layout(m_order.get(), &TaskOrder::layoutChanged);
        m_tasks->apply({{}, {test::doneTask(2), test::failedTask(4), test::doneTask(1)}});
        m_order->settle();
        QCOMPARE(ids(), u"4 5");
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(layout.size(), 0);
    }

    void manyThatChangeAreShownTogether()
    {
        m_tasks->append(moreEntries(100));
        m_order->setFilter(Filter().in(TaskGroup::Done));
        QCOMPARE(m_order->rowCount(), 0);
        record::Batch batch;
        for (int id = 1; id <= 106; id += 2)
            batch.changed.push_back(test::doneTask(id));
        m_tasks->apply(batch);
        m_order->settle();
        QCOMPARE(m_order->rowCount(), 53);
        QCOMPARE(m_order->taskAt(52).id, 105);
        m_tasks->queue(m_entries);
        m_order->settle();
        QCOMPARE(ids(), u"1 3 5");
    }

    void whatIsAddedComesInItsPlace()
    {
        m_tasks->apply({{}, {sized(1, 30), sized(2, 20)}});
        sort(ColumnId::Number, Qt::DescendingOrder);
        m_tasks->append(moreEntries(2));
        QCOMPARE(ids(), u"8 7 6 5 4 3 2 1");
        m_order->setFilter(*Filter::parse(u"8.bin"_s));
        QCOMPARE(ids(), u"8");
    }

    void rowsThatAreLeftOutGo()
    {
        m_tasks->apply({{}, {sized(1, 30), sized(2, 20), sized(6, 10)}});
        sort(ColumnId::Size);
        (void)m_tasks->take({2});
        QCOMPARE(ids(), u"6 1 3 4 5");
        m_tasks->clear();
        QCOMPARE(m_order->rowCount(), 0);
        m_tasks->append(test::someEntries(2));
        QCOMPARE(ids(), u"1 2");
    }

    void changesAreToldWhereTheRowsAre()
    {
        sort(ColumnId::Number, Qt::DescendingOrder);
        const QSignalSpy changes(m_order.get(), &TaskOrder::dataChanged);
        m_tasks->apply({{}, {test::doneTask(2)}});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 4);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 4);
        QCOMPARE(changes.at(0).at(0).toModelIndex().column(), 0);
        QCOMPARE(changes.at(0).at(1).toModelIndex().column(), m_order->columnCount() - 1);
        m_order->setFilter(Filter().in(TaskGroup::Failed));
        m_tasks->apply({{}, {test::downloadingTask(3)}});
        QCOMPARE(changes.size(), 1);
    }

    void aLongListIsArrangedInSlices()
    {
        m_tester.reset(); // it would look at every row
        m_tasks->append(moreEntries(30'000));
        sort(ColumnId::Link, Qt::DescendingOrder);
        QVERIFY(m_order->isArranging());
        QCOMPARE(m_order->taskAt(0).id, 1);
        m_tasks->apply({{}, {test::failedTask(5)}}); // while it is looked through
        m_tasks->append(moreEntries(1));
        QTRY_VERIFY_WITH_TIMEOUT(!m_order->isArranging(), longestWait);
        QCOMPARE(m_order->taskAt(0).id, 30'007);
        QCOMPARE(m_order->taskAt(30'006).id, 1);
        m_order->setFilter(Filter().in(TaskGroup::Failed));
        m_order->setFilter(*Filter::parse(u"no such thing"_s));
        m_order->setFilter(Filter().in(TaskGroup::Failed));
        QTRY_VERIFY_WITH_TIMEOUT(!m_order->isArranging(), longestWait);
        QCOMPARE(ids(), u"5");
        m_order->sort(-1, Qt::AscendingOrder);
        m_order->setFilter(Filter());
        m_tasks->clear(); // in the middle of it
        QCOMPARE(m_order->rowCount(), 0);
        QVERIFY(!m_order->isArranging());
    }

private:
    void sort(ColumnId id, Qt::SortOrder order = Qt::AscendingOrder)
    {
        m_order->sort(static_cast<int>(id), order);
    }

    /// Behind those that are there.
    std::vector<plan::Entry> moreEntries(int count)
    {
        const int before = m_tasks->rowCount();
        m_entries = test::someEntries(before + count);
        m_entries.erase(m_entries.begin(), m_entries.begin() + before);
        return m_entries;
    }

    QString ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_order->rowCount(); ++row)
            ids << QString::number(m_order->taskAt(row).id);
        return ids.join(u' ');
    }

    QString selectedIds(const QItemSelectionModel &selection) const
    {
        QStringList ids;
        for (int row = 0; row < m_order->rowCount(); ++row) {
            if (selection.isRowSelected(row))
                ids << QString::number(m_order->taskAt(row).id);
        }
        return ids.join(u' ');
    }

    std::unique_ptr<TaskModel> m_tasks;
    std::unique_ptr<TaskOrder> m_order;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::vector<plan::Entry> m_entries;
};

LAPWING_TEST(TaskOrderTest)
#include "tst_taskorder.moc"
