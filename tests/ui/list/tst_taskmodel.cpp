// SPDX-License-Identifier: MIT
#include "list/columns/columns.h"
#include "list/taskmodel.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

using namespace lapwing;
using ui::ColumnId;
using ui::TaskModel;

namespace {

/// "1-3 5-5": rows of the changes announced.
QString runsIn(const QSignalSpy &spy)
{
    QStringList runs;
    for (const QList<QVariant> &change : spy) {
        const auto first = change.at(0).toModelIndex();
        const auto last = change.at(1).toModelIndex();
        runs << QStringLiteral("%1-%2").arg(first.row()).arg(last.row());
    }
    return runs.join(u' ');
}

/// "1-3 5-5": rows that came or went.
QString rangesIn(const QSignalSpy &spy)
{
    QStringList ranges;
    for (const QList<QVariant> &rows : spy)
        ranges << QStringLiteral("%1-%2").arg(rows.at(1).toInt()).arg(rows.at(2).toInt());
    return ranges.join(u' ');
}

} // namespace

class TaskModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<TaskModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->append(test::someEntries(6));
    }

    void entriesBecomeRowsInTheOrderGiven()
    {
        QCOMPARE(m_model->rowCount(), 6);
        QCOMPARE(textAt(0, ColumnId::Name), u"1.bin");
        QCOMPARE(textAt(5, ColumnId::Name), u"6.bin");
        QCOMPARE(m_model->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Name");
    }

    void adjacentChangesAreOneRun()
    {
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->apply({{}, {test::doneTask(5), test::downloadingTask(2), test::doneTask(3)}});
        QCOMPARE(runsIn(changes), u"1-2 4-4");
        QCOMPARE(textAt(2, ColumnId::Status), u"✓ Done");
    }

    void onlyLiveColumnsAreAnnouncedAndTheRolesNamed()
    {
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->apply({{}, {test::doneTask(1)}});
        QCOMPARE(changes.size(), 1);
        const QModelIndex first = changes.at(0).at(0).toModelIndex();
        const QModelIndex last = changes.at(0).at(1).toModelIndex();
        QCOMPARE(first.column(), static_cast<int>(ColumnId::Status));
        QCOMPARE(last.column(), static_cast<int>(ColumnId::Priority));
        QVERIFY(changes.at(0).at(2).value<QList<int>>().contains(Qt::DisplayRole));
    }

    void rowsHaveTheNumbersAndPrioritiesOfTheList()
    {
        std::vector<plan::Entry> entries = test::someEntries(m_model->rowCount());
        entries[0].turn = {plan::Priority::Low, 100};
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        const QSignalSpy order(m_model.get(), &TaskModel::orderChanged);
        m_model->setOrder(ui::ListOrder(entries));
        QCOMPARE(textAt(0, ColumnId::Number), QString::number(m_model->rowCount()));
        QCOMPARE(textAt(1, ColumnId::Number), u"1");
        QCOMPARE(textAt(0, ColumnId::Priority), u"Low");
        QCOMPARE(textAt(1, ColumnId::Priority), u"Normal");
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex().column(), 0);
        QCOMPARE(order.size(), 1);
        m_model->setOrder(ui::ListOrder(entries));
        QCOMPARE(order.size(), 1); // nothing is another
    }

    void onlyARunMakesThemQueued()
    {
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->setOutside(std::vector<int>());
        QCOMPARE(runsIn(changes), u"0-5");
        QCOMPARE(textAt(1, ColumnId::Status), u"○ Queued");
        m_model->setOutside(std::vector<int>());
        QCOMPARE(changes.size(), 1);
        m_model->setOutside(std::nullopt);
        QCOMPARE(textAt(1, ColumnId::Status), u"○ Not started");
    }

    void theSpeedIsThatOfTheLastSeconds()
    {
        record::TaskRecord task = test::downloadingTask(2);
        task.size = 100'000'000;
        for (int tenth = 0; tenth <= 100; ++tenth) { // 1 MB/s for 5 s, then 10 kB/s
            m_model->setNow(test::ms(tenth * 100));
            task.bytes = tenth <= 50 ? tenth * 100'000 : 5'000'000 + (tenth - 50) * 1'000;
            m_model->apply({{}, {task}});
        }
        QCOMPARE(textAt(1, ColumnId::Speed), u"10.0 kB/s");
        for (int tenth = 101; tenth <= 140; ++tenth)
            m_model->setNow(test::ms(tenth * 100));
        QCOMPARE(textAt(1, ColumnId::Speed), u"0 bytes/s");
        m_model->apply({{}, {test::doneTask(2)}});
        QCOMPARE(textAt(1, ColumnId::Speed), u"–");
    }

    void timeMovesOnlyWhatRuns()
    {
        m_model->apply(
            {{}, {test::doneTask(1), test::downloadingTask(2), test::downloadingTask(4)}});
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->setNow(test::ms(3000));
        QCOMPARE(runsIn(changes), u"1-1 3-3");
        QCOMPARE(textAt(1, ColumnId::OwnTime), u"3.0 s");
    }

    void aPausedRowStandsStillAndARetryingOneDoesNot()
    {
        record::TaskRecord paused = test::downloadingTask(2);
        paused.state = record::TaskState::Paused;
        record::TaskRecord retrying = test::failedTask(3);
        retrying.state = record::TaskState::Retrying;
        m_model->apply({{}, {paused, retrying}});
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->setNow(test::ms(3000));
        QCOMPARE(runsIn(changes), u"2-2");
    }

    void aServerThatAskedForLessIsSaidInAllItsRows()
    {
        record::Batch batch;
        batch.facts.steppedDown = {{test::ms(1), QStringLiteral("http://one.example:80"), 3},
                                   {test::ms(2), QStringLiteral("http://one.example:80"), 2},
                                   {test::ms(2), QStringLiteral("http://two.example:80"), 1}};
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->apply(batch);
        QCOMPARE(runsIn(changes), u"0-5");
        QVERIFY2(textAt(4, ColumnId::Status).contains(u"limited to 2 at a time"),
                 qPrintable(textAt(4, ColumnId::Status)));
        m_model->apply(batch);
        QCOMPARE(changes.size(), 1);
        m_model->queue(test::someEntries(6));
        QCOMPARE(textAt(4, ColumnId::Status), u"○ Not started");
    }

    void whatIsQueuedAgainForgetsItsFailure()
    {
        m_model->apply({{}, {test::failedTask(2)}});
        m_model->queue({test::someEntries(2).back()});
        QCOMPARE(textAt(1, ColumnId::Status), u"○ Not started");
        QCOMPARE(m_model->ledger().totals().in(record::TaskState::Failed), 0);
    }

    void whatIsQueuedAgainShowsWhatIsThereOfIt()
    {
        record::TaskRecord task = test::downloadingTask(2); // half of it is here
        task.state = record::TaskState::Paused;
        m_model->apply({{}, {task}});
        m_model->queue({test::someEntries(2).back()});
        QCOMPARE(textAt(1, ColumnId::Progress), u"50 %");
        QCOMPARE(m_model->ledger().totals().bytes, 0); // they came earlier
        task.startsAgain = true;                       // nothing of it is
        m_model->apply({{}, {task}});
        m_model->queue({test::someEntries(2).back()});
        QCOMPARE(textAt(1, ColumnId::Progress), u"–");
    }

    void rowsThatAreKeptKeepTheirRecords()
    {
        m_tester.reset(); // the first column counts the rows, so what is behind reads otherwise
        m_model->apply({{}, {test::doneTask(3)}});
        std::vector<record::SharedRecord> taken = m_model->take({1});
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(m_model->rowCount(), 5);
        QCOMPARE(textAt(1, ColumnId::Number), u"2"); // in the list, not for ever
        QCOMPARE(textAt(1, ColumnId::Status), u"✓ Done");
        m_model->apply({{}, {test::doneTask(6)}});
        QCOMPARE(textAt(4, ColumnId::Status), u"✓ Done");
        m_model->putBack(std::move(taken));
        QCOMPARE(m_model->ledger().at(0)->id, 1);
        QCOMPARE(textAt(5, ColumnId::Status), u"✓ Done");
    }

    /// A reset would lose what is selected and in sight, and cost what all rows cost.
    void rowsGoAndComeBackAsRanges()
    {
        m_tester.reset(); // the first column counts the rows, so what is behind reads otherwise
        m_model->apply({{}, {test::downloadingTask(5)}});
        const QSignalSpy resets(m_model.get(), &TaskModel::modelReset);
        const QSignalSpy removed(m_model.get(), &TaskModel::rowsRemoved);
        const QSignalSpy inserted(m_model.get(), &TaskModel::rowsInserted);
        const QPersistentModelIndex fifth = m_model->index(4, 0);
        std::vector<record::SharedRecord> taken = m_model->take({2, 3, 6});
        QCOMPARE(taken.size(), std::size_t(3));
        QCOMPARE(taken[0]->id, 2);
        QCOMPARE(taken[2]->id, 6);
        QCOMPARE(rangesIn(removed), u"5-5 1-2");
        QCOMPARE(fifth.row(), 2);
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->setNow(test::ms(3000)); // what runs is the same row still
        QCOMPARE(runsIn(changes), u"2-2");
        m_model->putBack(std::move(taken));
        QCOMPARE(rangesIn(inserted), u"1-2 5-5");
        QCOMPARE(fifth.row(), 4);
        for (int row = 0; row < 6; ++row)
            QCOMPARE(m_model->ledger().at(row)->id, row + 1);
        m_model->setNow(test::ms(4000));
        QCOMPARE(runsIn(changes), u"2-2 4-4");
        QCOMPARE(resets.size(), 0);
    }

    void aWholeListGoesAndComesBack()
    {
        std::vector<record::SharedRecord> taken = m_model->take({1, 2, 3, 4, 5, 6});
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->ledger().totals().in(record::TaskState::Queued), 0);
        m_model->putBack(std::move(taken));
        QCOMPARE(m_model->rowCount(), 6);
        QCOMPARE(m_model->ledger().indexOf(4), 3);
        QCOMPARE(m_model->ledger().totals().in(record::TaskState::Queued), 6);
    }

    void finishedFilesCanBeDraggedOut()
    {
        record::TaskRecord done = test::doneTask(2);
        done.path = QStringLiteral("/somewhere/2.bin");
        m_model->apply({{}, {done, test::failedTask(3)}});
        QVERIFY(m_model->index(1, 0).flags().testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!m_model->index(2, 0).flags().testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(
            m_model->mimeData({m_model->index(0, 0), m_model->index(1, 0), m_model->index(1, 1),
                               m_model->index(2, 0)}));
        QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(done.path)});
    }

    void aRecordOfNobodyIsIgnored()
    {
        const QSignalSpy changes(m_model.get(), &TaskModel::dataChanged);
        m_model->apply({{}, {test::doneTask(99)}});
        QCOMPARE(changes.size(), 0);
    }

    void unknownSortsAsUnknown()
    {
        const QModelIndex size = m_model->index(0, static_cast<int>(ColumnId::Size));
        QVERIFY(!size.data(TaskModel::SortRole).isValid());
        m_model->apply({{}, {test::doneTask(1)}});
        QCOMPARE(size.data(TaskModel::SortRole).toLongLong(), 1024 * 1024);
    }

private:
    QString textAt(int row, ColumnId id) const
    {
        return m_model->index(row, static_cast<int>(id)).data().toString();
    }

    std::unique_ptr<TaskModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LAPWING_TEST(TaskModelTest)
#include "tst_taskmodel.moc"
