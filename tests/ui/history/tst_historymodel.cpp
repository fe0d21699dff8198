// SPDX-License-Identifier: MIT
#include "history/historycolumns.h"
#include "history/historymodel.h"
#include "support/testmain.h"
#include "text/amounts.h"

#include <QAbstractItemModelTester>
#include <QTimeZone>

using namespace lapwing;
using namespace std::chrono_literals;
using store::RunSummary;
using ui::HistoryColumnId;
using ui::HistoryModel;
using ui::HistoryOrder;

namespace {

/// Ten links, all of which yielded a file.
RunSummary runOf(qint64 id)
{
    RunSummary run;
    run.id = id;
    run.started = QDateTime({2024, 5, 6}, {5, 8}, QTimeZone::utc()).addDays(id);
    run.links = 10;
    run.files = 10;
    run.bytes = 48'000'000;
    run.atOnce = 6;
    run.together = 2s;
    return run;
}

RunSummary estimatedRun(double low, double high)
{
    RunSummary run = runOf(1);
    run.low = low;
    run.high = high;
    return run;
}

RunSummary measuredRun(double speedup)
{
    RunSummary run = runOf(1);
    run.isMeasured = true;
    run.oneAtATime = std::chrono::duration_cast<record::Stamp>(2s * speedup);
    run.speedup = speedup;
    return run;
}

QString textOf(HistoryColumnId id, const RunSummary &run)
{
    return ui::historyColumn(id).text(run);
}

QString tipOf(HistoryColumnId id, const RunSummary &run)
{
    return ui::historyColumn(id).toolTip(run);
}

QList<qint64> idsOf(const QAbstractItemModel &model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, 0).data(HistoryModel::IdRole).toLongLong();
    return ids;
}

} // namespace

class HistoryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFiguresOfARun()
    {
        RunSummary run = runOf(1);
        run.files = 8;
        run.limitedBy = measure::wordFor(measure::LimitedBy::Connection);
        QCOMPARE(textOf(HistoryColumnId::Kind, run), QStringLiteral("Run"));
        QCOMPARE(textOf(HistoryColumnId::Links, run), QStringLiteral("10"));
        QCOMPARE(textOf(HistoryColumnId::Files, run), QStringLiteral("8"));
        QCOMPARE(tipOf(HistoryColumnId::Files, run),
                 QStringLiteral("8 of 10 links yielded a file"));
        QCOMPARE(textOf(HistoryColumnId::Size, run), QStringLiteral("48.0 MB"));
        QCOMPARE(textOf(HistoryColumnId::AtOnce, run), QStringLiteral("6"));
        QCOMPARE(textOf(HistoryColumnId::Together, run), QStringLiteral("2.0 s"));
        QCOMPARE(textOf(HistoryColumnId::Limit, run),
                 QStringLiteral("Limited by the speed of each connection"));
        QVERIFY2(tipOf(HistoryColumnId::Limit, run) == textOf(HistoryColumnId::Limit, run),
                 "its cell may be too narrow");
        run.limitedBy = measure::oneFileWord.toString();
        QCOMPARE(textOf(HistoryColumnId::Limit, run), QStringLiteral("Limited by one file"));
    }

    void theHostTellsRunsApart()
    {
        RunSummary run = runOf(1);
        run.host = QStringLiteral("one.example");
        run.hosts = 1;
        QCOMPARE(textOf(HistoryColumnId::Host, run), QStringLiteral("one.example"));
        run.hosts = 3;
        QCOMPARE(textOf(HistoryColumnId::Host, run), QStringLiteral("one.example and 2 more"));
        QCOMPARE(tipOf(HistoryColumnId::Host, run), QStringLiteral("one.example and 2 more"));
    }

    void anInterruptedRunAndWhatContinuesItSaySo()
    {
        RunSummary run = runOf(1);
        QVERIFY(tipOf(HistoryColumnId::Kind, run).isEmpty());
        run.files = 4;
        run.unfinished = 6;
        QCOMPARE(textOf(HistoryColumnId::Kind, run), QStringLiteral("Run (interrupted)"));
        for (const HistoryColumnId id :
             {HistoryColumnId::Kind, HistoryColumnId::Together, HistoryColumnId::Limit})
            QCOMPARE(tipOf(id, run),
                     QStringLiteral("Interrupted: 6 of 10 downloads did not finish."));
        RunSummary rest = estimatedRun(0.8, 4);
        rest.continues = rest.started.addSecs(-60);
        const QString then =
            QLocale().toString(rest.continues.toLocalTime().time(), QLocale::ShortFormat);
        QCOMPARE(textOf(HistoryColumnId::Kind, rest),
                 QStringLiteral("Run (continued from %1)").arg(then));
        QVERIFY(
            tipOf(HistoryColumnId::Speedup, rest)
                .endsWith(QStringLiteral("what the interrupted run of %1 had left.").arg(then)));
        rest.unfinished = 1;
        rest.continues = rest.started.addDays(-1);
        const QString day = QLocale().toString(rest.continues.toLocalTime(), QLocale::ShortFormat);
        QCOMPARE(textOf(HistoryColumnId::Kind, rest),
                 QStringLiteral("Run (continued from %1, interrupted)").arg(day));
    }

    void theDateIsShortInTheCellAndLongInTheTip()
    {
        const RunSummary run = runOf(1);
        const QDateTime here = run.started.toLocalTime();
        QCOMPARE(textOf(HistoryColumnId::Started, run),
                 QLocale().toString(here, QLocale::ShortFormat));
        QCOMPARE(tipOf(HistoryColumnId::Started, run),
                 QLocale().toString(here, QLocale::LongFormat));
    }

    void theNumberOfASweepIsTheOneItRecommends()
    {
        RunSummary run = runOf(1);
        QCOMPARE(tipOf(HistoryColumnId::AtOnce, run), QString());
        run.kind = record::Trial::Kind::Sweep;
        QCOMPARE(tipOf(HistoryColumnId::AtOnce, run),
                 QStringLiteral("The number that the sweep recommends"));
        run.atOnce = 0;
        QCOMPARE(textOf(HistoryColumnId::AtOnce, run), text::unknown());
        QCOMPARE(tipOf(HistoryColumnId::AtOnce, run), QString());
    }

    void whatWasMeasured()
    {
        RunSummary run = measuredRun(3.9);
        QCOMPARE(textOf(HistoryColumnId::OneAtATime, run), QStringLiteral("7.8 s"));
        QCOMPARE(textOf(HistoryColumnId::Speedup, run), QStringLiteral("3.9× as fast"));
        QCOMPARE(tipOf(HistoryColumnId::Speedup, run), QStringLiteral("Measured"));
        run.low = 3.5;
        run.high = 4.25;
        QCOMPARE(tipOf(HistoryColumnId::Speedup, run),
                 QStringLiteral("Measured; the interval is 3.50 to 4.25"));
    }

    void aSlowDownIsSaid()
    {
        QCOMPARE(textOf(HistoryColumnId::Speedup, measuredRun(0.8)),
                 QStringLiteral("0.8× as fast (slower)"));
        QCOMPARE(textOf(HistoryColumnId::Speedup, measuredRun(1)),
                 QStringLiteral("1.0× as fast (no difference)"));
    }

    void whatWasEstimated()
    {
        const RunSummary run = estimatedRun(0.8, 4);
        QCOMPARE(textOf(HistoryColumnId::OneAtATime, run),
                 QStringLiteral("1.6 s to 8.0 s, estimated"));
        QCOMPARE(textOf(HistoryColumnId::Speedup, run),
                 QStringLiteral("0.8–4.0× as fast, estimated"));
        QVERIFY(tipOf(HistoryColumnId::OneAtATime, run).startsWith(QStringLiteral("Estimated")));
    }

    /// Its range is about the files that came, and so is its time.
    void aRunThatLostFilesHasTheEstimateOfItsCard()
    {
        RunSummary run = estimatedRun(0.8, 4);
        QVERIFY(tipOf(HistoryColumnId::Together, run).isEmpty());
        run.files = 8;
        QCOMPARE(textOf(HistoryColumnId::OneAtATime, run),
                 QStringLiteral("1.6 s to 8.0 s, estimated"));
        QCOMPARE(tipOf(HistoryColumnId::Together, run),
                 QStringLiteral("Of the 8 links that yielded a file"));
    }

    void whatIsNotKnownIsADashAndIsSpokenAsSuch()
    {
        const RunSummary nothing;
        for (const HistoryColumnId id :
             {HistoryColumnId::Started, HistoryColumnId::AtOnce, HistoryColumnId::Together,
              HistoryColumnId::OneAtATime, HistoryColumnId::Speedup, HistoryColumnId::Limit,
              HistoryColumnId::Host}) {
            QCOMPARE(textOf(id, nothing), text::unknown());
            QVERIFY(!ui::historyColumn(id).sortKey(nothing).isValid());
            QVERIFY(ui::spokenText(ui::historyColumn(id), nothing)
                        .endsWith(QStringLiteral(": not known")));
        }
        QCOMPARE(ui::spokenText(ui::historyColumn(HistoryColumnId::Links), runOf(1)),
                 QStringLiteral("Links: 10"));
    }

    void numbersStandRight()
    {
        HistoryModel model;
        model.set({runOf(1)});
        const auto alignment = [&model](HistoryColumnId id) {
            return model.index(0, static_cast<int>(id)).data(Qt::TextAlignmentRole).toInt();
        };
        QVERIFY(alignment(HistoryColumnId::Size) & Qt::AlignRight);
        QVERIFY(alignment(HistoryColumnId::Speedup) & Qt::AlignRight);
        QVERIFY(alignment(HistoryColumnId::Limit) & Qt::AlignLeft);
    }

    void whatIsTakenOutComesBackToItsPlace()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        model.set({runOf(1), runOf(3), runOf(2)});
        QCOMPARE(idsOf(model), (QList<qint64>{3, 2, 1}));
        const std::vector<RunSummary> taken = model.take({2, 9});
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(idsOf(model), (QList<qint64>{3, 1}));
        QVERIFY(!model.find(2));
        model.put(taken);
        model.put(taken);
        QCOMPARE(idsOf(model), (QList<qint64>{3, 2, 1}));
    }

    void theUnknownStandsLastEitherWay()
    {
        HistoryModel model;
        HistoryOrder order;
        order.setSourceModel(&model);
        RunSummary slow = measuredRun(0.5);
        slow.id = 2;
        RunSummary fast = measuredRun(4);
        fast.id = 3;
        model.set({runOf(1), slow, fast, runOf(4)});
        const int column = static_cast<int>(HistoryColumnId::Speedup);
        order.sort(column, Qt::AscendingOrder);
        QCOMPARE(idsOf(order), (QList<qint64>{2, 3, 4, 1}));
        order.sort(column, Qt::DescendingOrder);
        QCOMPARE(idsOf(order), (QList<qint64>{3, 2, 4, 1}));
    }

    void numbersAreSortedAsNumbers()
    {
        HistoryModel model;
        HistoryOrder order;
        order.setSourceModel(&model);
        RunSummary few = runOf(1);
        few.links = 9;
        model.set({few, runOf(2)});
        order.sort(static_cast<int>(HistoryColumnId::Links), Qt::AscendingOrder);
        QCOMPARE(idsOf(order), (QList<qint64>{1, 2}));
    }
};

LAPWING_TEST(HistoryModelTest)
#include "tst_historymodel.moc"
