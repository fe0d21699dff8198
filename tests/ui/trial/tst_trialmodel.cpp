// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "trial/trialmodel.h"
#include "ui/trial/samples.h"

#include <QHeaderView>
#include <QTableView>

using namespace lapwing;
using namespace lapwing::test;
using ui::TrialModel;
using ui::TrialOrder;

/// The table of a trial.
class TrialModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<TrialModel>();
        m_order = std::make_unique<TrialOrder>();
        m_order->setSourceModel(m_model.get());
    }

    void aRoundIsALine()
    {
        m_model->set(ui::rowsOf(roundsOfBoth(2, 6)));
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(
            line(0),
            QStringList({QStringLiteral("1"), QStringLiteral("2.01 s"), QStringLiteral("6.03 s"),
                         QStringLiteral("3.00×"), QStringLiteral("Together"), QString()}));
    }

    void theSecondRunOfARoundIsAwaited()
    {
        ui::TrialPicture picture = roundsOfBoth(1, 6);
        picture.runs.pop_back();
        m_model->set(ui::rowsOf(picture));
        QCOMPARE(line(0).at(2), u"–");
        QCOMPARE(line(0).at(3), u"–");
        QCOMPARE(m_model->index(0, 3).data(Qt::AccessibleTextRole).toString(),
                 u"Speed-up: not known");
    }

    void aNumberAtOnceIsALine()
    {
        m_model->set(ui::rowsOf(sweepOfFour()));
        QCOMPARE(m_model->rowCount(), 4);
        const QStringList recommended = line(2);
        QCOMPARE(recommended.first(), u"4");
        QCOMPARE(recommended.at(5), u"4.0 MB/s");
        QCOMPARE(recommended.at(6), u"4.00×");
        QCOMPARE(recommended.last(), u"Recommended");
        QVERIFY(m_model->index(2, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!m_model->index(1, 0).data(Qt::FontRole).isValid());
    }

    void anOutlierIsMarked()
    {
        ui::TrialPicture picture = roundsOfBoth(3, 3);
        picture.speedup->outliers = {2};
        m_model->set(ui::rowsOf(picture));
        QCOMPARE(line(1).last(), u"outlier (counted)");
        QVERIFY(line(0).last().isEmpty());
    }

    void rowsThatComeLeaveTheSelectionAlone()
    {
        m_model->set(ui::rowsOf(roundsOfBoth(2, 6)));
        QTableView table;
        table.setModel(m_order.get());
        table.setSelectionBehavior(QAbstractItemView::SelectRows);
        table.selectRow(1);
        m_model->set(ui::rowsOf(roundsOfBoth(4, 6)));
        QCOMPARE(m_model->rowCount(), 4);
        QVERIFY(table.selectionModel()->isRowSelected(1));
        table.setModel(nullptr);
    }

    void figuresAreSortedAsFigures()
    {
        m_model->set(ui::rowsOf(roundsOfBoth(11, 11)));
        m_order->sort(0, Qt::DescendingOrder);
        QCOMPARE(m_order->index(0, 0).data().toString(), u"11");
        m_order->sort(0, Qt::AscendingOrder);
        QCOMPARE(m_order->index(1, 0).data().toString(), u"2");
    }

    void whatIsNotKnownStandsLastEitherWay()
    {
        ui::TrialPicture picture = roundsOfBoth(2, 2);
        picture.runs.erase(picture.runs.begin() + 1); // of the first round, one at a time
        m_model->set(ui::rowsOf(picture));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_order->sort(2, order);
            QCOMPARE(m_order->index(1, 2).data().toString(), u"–");
        }
    }

    void rowsAreCopiedWithTheirTitles()
    {
        m_model->set(ui::rowsOf(sweepOfFour()));
        QTableView table;
        table.setModel(m_order.get());
        table.setSelectionBehavior(QAbstractItemView::SelectRows);
        QStringList lines = ui::copiedText(&table).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines.first().startsWith(QStringLiteral("At once\tRounds\tTime\t")));
        table.selectRow(2);
        lines = ui::copiedText(&table).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.last().startsWith(QStringLiteral("4\t1\t")));
        table.setModel(nullptr);
    }

private:
    QStringList line(int row) const
    {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << m_model->index(row, column).data().toString();
        return cells;
    }

    std::unique_ptr<TrialModel> m_model;
    std::unique_ptr<TrialOrder> m_order;
};

LAPWING_TEST(TrialModelTest)
#include "tst_trialmodel.moc"
