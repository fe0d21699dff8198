// SPDX-License-Identifier: MIT
#include "list/columns/columns.h"
#include "measure/recordbuilder.h"
#include "report/page/html.h"
#include "support/testmain.h"
#include "text/failure.h"
#include "ui/rows.h"

using namespace lapwing;
using ui::ColumnId;

namespace {

QString textOf(ColumnId id, const record::TaskRecord &task, record::Stamp now = {})
{
    return ui::column(id).text({task, now});
}

} // namespace

class ColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQueuedTaskKnowsNothingYet()
    {
        const record::TaskRecord task = test::queuedTask(7);
        QCOMPARE(ui::column(ColumnId::Number).text({task, {}, 3}), u"3"); // in the list
        QCOMPARE(textOf(ColumnId::Name, task), u"7.bin");
        QCOMPARE(textOf(ColumnId::Status, task), u"○ Queued");
        for (const ColumnId id :
             {ColumnId::Progress, ColumnId::Size, ColumnId::Speed, ColumnId::TimeLeft,
              ColumnId::OwnTime, ColumnId::AverageSpeed, ColumnId::Wait, ColumnId::Attempts,
              ColumnId::HttpStatus, ColumnId::SavedAs}) {
            QCOMPARE(textOf(id, task), u"–");
            QVERIFY(!ui::column(id).sortKey({task, {}}).isValid());
        }
    }

    void aTaskUnderWayShowsItsTimeUpToNow()
    {
        const record::TaskRecord task = test::downloadingTask(1);
        QCOMPARE(textOf(ColumnId::Progress, task), u"50 %");
        QCOMPARE(textOf(ColumnId::Size, task), u"2.1 MB");
        QCOMPARE(textOf(ColumnId::OwnTime, task, test::ms(2500)), u"2.5 s");
        QCOMPARE(textOf(ColumnId::AverageSpeed, task, test::ms(2000)), u"524.3 kB/s");
        QCOMPARE(textOf(ColumnId::Speed, task, test::ms(2000)), u"–");
    }

    void timeLeftIsThatOfTheSpeedOfTheMoment()
    {
        const record::TaskRecord task = test::downloadingTask(1);
        ui::Row row{task, test::ms(2000)};
        row.speed = 131'072;
        QCOMPARE(ui::column(ColumnId::Speed).text(row), u"131.1 kB/s");
        QCOMPARE(ui::column(ColumnId::TimeLeft).text(row), u"8.0 s");
        QCOMPARE(ui::column(ColumnId::TimeLeft).sortKey(row).toDouble(), 8.0);
        row.speed = 0;
        QCOMPARE(ui::column(ColumnId::TimeLeft).text(row), u"–");
        record::TaskRecord endless = task;
        endless.size.reset();
        ui::Row other{endless, test::ms(2000)};
        other.speed = 1000;
        QCOMPARE(ui::column(ColumnId::TimeLeft).text(other), u"–");
    }

    void belowASecondThereAreMilliseconds()
    {
        const record::TaskRecord task = test::downloadingTask(1);
        QCOMPARE(textOf(ColumnId::OwnTime, task, test::ms(4)), u"4 ms");
        QCOMPARE(textOf(ColumnId::OwnTime, task, test::ms(999)), u"999 ms");
        QCOMPARE(textOf(ColumnId::OwnTime, task, std::chrono::microseconds(400)), u"under 1 ms");
    }

    void whatIsHiddenAtFirstIsThereToo()
    {
        record::TaskRecord task = test::doneTask(1);
        task.status = 200;
        task.path = QStringLiteral("/tmp/1.bin");
        QCOMPARE(textOf(ColumnId::Link, task), u"http://one.example/file");
        QCOMPARE(textOf(ColumnId::Host, task), u"one.example");
        QCOMPARE(textOf(ColumnId::Wait, task), u"10 ms");
        QCOMPARE(textOf(ColumnId::Attempts, task), u"1");
        QCOMPARE(textOf(ColumnId::HttpStatus, task), u"200");
        QCOMPARE(textOf(ColumnId::SavedAs, task), u"/tmp/1.bin");
        for (const ColumnId id : {ColumnId::Link, ColumnId::Host, ColumnId::Wait,
                                  ColumnId::Attempts, ColumnId::HttpStatus, ColumnId::SavedAs})
            QVERIFY(!ui::column(id).isShown);
    }

    void theNameIsThatOfTheFileOnTheDisk()
    {
        record::TaskRecord task = test::doneTask(1);
        task.name = QStringLiteral("m03.bin");
        QCOMPARE(textOf(ColumnId::Name, task), u"m03.bin");
        task.path = QStringLiteral("/tmp/sub/m03 (1).bin"); // the name was taken
        QCOMPARE(textOf(ColumnId::Name, task), u"m03 (1).bin");
        QCOMPARE(ui::column(ColumnId::Name).sortKey({task, {}}).toString(), u"m03 (1).bin");
    }

    void thePriorityIsSortedByWhatComesFirst()
    {
        const record::TaskRecord task = test::queuedTask(1);
        ui::Row row{task, {}};
        const ui::Column &column = ui::column(ColumnId::Priority);
        QCOMPARE(column.text(row), u"Normal");
        QVERIFY(!column.isShown);
        const QVariant normal = column.sortKey(row);
        row.priority = plan::Priority::High;
        QCOMPARE(column.text(row), u"High");
        QVERIFY(column.sortKey(row).toInt() < normal.toInt());
        row.priority = plan::Priority::Low;
        QCOMPARE(column.text(row), u"Low");
        QVERIFY(column.sortKey(row).toInt() > normal.toInt());
    }

    void whatNothingWillStartIsNotCalledQueued()
    {
        const record::TaskRecord task = test::queuedTask(1);
        ui::Row row{task, {}};
        row.startsByItself = false;
        QCOMPARE(ui::column(ColumnId::Status).text(row), u"○ Not started");
    }

    void ownTimeOfAnEndedTaskStandsStill()
    {
        const record::TaskRecord task = test::doneTask(1, 4);
        QCOMPARE(textOf(ColumnId::OwnTime, task, test::ms(99'000)), u"4.0 s");
        QCOMPARE(textOf(ColumnId::Status, task), u"✓ Done");
        QCOMPARE(textOf(ColumnId::Progress, task), u"100 %");
    }

    void aFailureIsSaidInTheRow()
    {
        const record::TaskRecord task = test::failedTask(1);
        QCOMPARE(textOf(ColumnId::Status, task), u"✕ 404 Not found");
        QVERIFY(ui::column(ColumnId::Status)
                    .toolTip({task, {}})
                    .startsWith(u"The server says this file does not exist (HTTP 404)."));
        const QString spoken = ui::column(ColumnId::Status).spoken({task, {}});
        QVERIFY2(spoken.startsWith(u"Failed. The server says"), qPrintable(spoken));
    }

    void hundredPercentIsNotSaidTooEarly()
    {
        record::TaskRecord task = test::downloadingTask(1);
        task.bytes = *task.size - 1;
        QCOMPARE(textOf(ColumnId::Progress, task), u"99 %");
    }

    void aBarIsReadAsASentence()
    {
        const auto spoken = [](const record::TaskRecord &task) {
            return ui::column(ColumnId::Progress).spoken({task, {}});
        };
        QCOMPARE(spoken(test::downloadingTask(1)), u"50 percent, 1.0 MB of 2.1 MB");
        record::TaskRecord endless = test::downloadingTask(1);
        endless.size.reset();
        QCOMPARE(spoken(endless), u"1.0 MB of unknown size");
    }

    void aRetryCountsDownOnTheClockOfTheRow()
    {
        record::TaskRecord task = test::failedTask(1);
        task.failure = record::make(record::Cause::ConnectionRefused);
        task.state = record::TaskState::Retrying;
        task.retryAt = test::ms(5'000);
        const QString why = QStringLiteral("Connection refused");
        QCOMPARE(textOf(ColumnId::Status, task, test::ms(2'000)),
                 QStringLiteral("↻ Retrying in 3 s: ") + why);
        QCOMPARE(textOf(ColumnId::Status, task, test::ms(4'001)),
                 QStringLiteral("↻ Retrying in 1 s: ") + why);
        QCOMPARE(textOf(ColumnId::Status, task, test::ms(5'000)),
                 QStringLiteral("↻ Retrying soon: ") + why);
        QVERIFY(ui::column(ColumnId::Status)
                    .toolTip({task, {}})
                    .contains(text::advice(*task.failure, text::Reader::Window)));
    }

    void whatAPauseCannotKeepIsSaidBeforeAndAfter()
    {
        record::TaskRecord task = test::downloadingTask(1);
        QVERIFY(!ui::column(ColumnId::Status).toolTip({task, {}}).contains(u"start over"));
        task.startsAgain = true;
        QVERIFY(ui::column(ColumnId::Status).toolTip({task, {}}).contains(u"start over"));
        task.state = record::TaskState::Paused;
        QCOMPARE(textOf(ColumnId::Status, task), u"‖ Paused, will start over");
    }

    void aRareAnswerIsSaidInTheToolTip()
    {
        record::TaskRecord task = test::doneTask(1);
        task.status = 203;
        QVERIFY(ui::column(ColumnId::Status).toolTip({task, {}}).contains(u"(HTTP 203)"));
        QCOMPARE(textOf(ColumnId::Status, task), u"✓ Done");
    }

    void aPausedTaskStandsStill()
    {
        record::TaskRecord task = test::downloadingTask(1);
        task.state = record::TaskState::Paused;
        task.pauses = {{test::ms(2'000), {}}};
        QCOMPARE(textOf(ColumnId::Status, task), u"‖ Paused");
        QCOMPARE(textOf(ColumnId::OwnTime, task, test::ms(9'000)), u"2.0 s");
    }

    void whatWasAlreadyThereIsSaid()
    {
        record::TaskRecord task = test::doneTask(1);
        task.alreadyThere = true;
        task.bytes = 0;
        QCOMPARE(textOf(ColumnId::Status, task), u"✓ Already on disk");
        QCOMPARE(textOf(ColumnId::Progress, task), u"100 %");
        QCOMPARE(textOf(ColumnId::Size, task), u"1.0 MB");
        QCOMPARE(textOf(ColumnId::Speed, task), u"–");
        QCOMPARE(ui::column(ColumnId::Progress).spoken({task, {}}),
                 u"100 percent, 1.0 MB of 1.0 MB");
        task.state = record::TaskState::Unverified;
        task.size.reset();
        QCOMPARE(textOf(ColumnId::Size, task), u"–");
        QCOMPARE(textOf(ColumnId::Status, task), u"? Already on disk, unverified");
        QVERIFY(ui::column(ColumnId::Status)
                    .toolTip({task, {}})
                    .contains(u"completeness could not be confirmed"));
    }

    /// All of it came: the row does not say that nothing had to.
    void whatCameAgainIsNotSaidToHaveBeenThere()
    {
        record::TaskRecord task = test::doneTask(1);
        task.alreadyThere = true;
        const auto tip = [&task] { return ui::column(ColumnId::Status).toolTip({task, {}}); };
        QCOMPARE(textOf(ColumnId::Status, task), u"✓ Unchanged");
        QVERIFY(tip().startsWith(u"Unchanged: downloaded again, and the same as the file on disk"));
        QCOMPARE(ui::column(ColumnId::Size).toolTip({task, {}}), u"1.0 MB received");
        task.state = record::TaskState::Unverified;
        QCOMPARE(textOf(ColumnId::Status, task), u"? Unchanged, unverified");
    }

    void whatWasSkippedIsSomebodyElsesFile()
    {
        record::TaskRecord task = test::doneTask(1);
        task.state = record::TaskState::Unverified;
        task.alreadyThere = task.nameTaken = true;
        task.bytes = 0;
        task.size.reset();
        QCOMPARE(textOf(ColumnId::Status, task), u"? Skipped: name taken");
        const auto tip = [&task] { return ui::column(ColumnId::Status).toolTip({task, {}}); };
        QVERIFY(tip().startsWith(u"Skipped: a file of that name exists (not downloaded)"));
        QCOMPARE(textOf(ColumnId::Size, task), u"–");
        QCOMPARE(textOf(ColumnId::Progress, task), u"–");
        QCOMPARE(ui::column(ColumnId::Progress).spoken({task, {}}), u"Skipped");
        task.bytes = 1000;
        QVERIFY(tip().startsWith(u"Skipped: a file of that name exists (download discarded)"));
    }

    /// A row says the same in the window and in a report.
    void aReportShowsTheSameSizeAndTime()
    {
        record::TaskRecord task = test::doneTask(1);
        task.kept = task.bytes;
        task.size.reset();
        record::Run run;
        run.tasks = {task};
        const QString page = QString::fromUtf8(
            report::toHtml(report::makeDocument({}, {run}, plan::Redaction::Redacted)));
        for (const ColumnId id : {ColumnId::Size, ColumnId::OwnTime}) {
            QVERIFY(textOf(id, task) != u"–");
            QVERIFY2(page.contains(QStringLiteral("<bdi>%1</bdi></td>").arg(textOf(id, task))),
                     qPrintable(textOf(id, task)));
        }
    }

    void whatWasKeptCounts()
    {
        record::TaskRecord task = test::downloadingTask(1);
        task.kept = *task.size / 4;
        QCOMPARE(textOf(ColumnId::Progress, task), u"75 %");
        QCOMPARE(ui::column(ColumnId::Size).toolTip({task, {}}),
                 u"1.0 MB received (524.3 kB resumed)");
        task.kept = *task.size;
        QCOMPARE(textOf(ColumnId::Progress, task), u"100 %");
    }

    void aRowSaysThatItsServerAskedForLess()
    {
        const record::TaskRecord task = test::queuedTask(1);
        QCOMPARE(ui::column(ColumnId::Status).text({task, {}, 1, 2}),
                 u"○ Queued (limited to 2 at a time)");
        QVERIFY(ui::column(ColumnId::Status)
                    .toolTip({task, {}, 1, 2})
                    .contains(u"limited to 2 at a time at the server's request"));
        const record::TaskRecord done = test::doneTask(1);
        QCOMPARE(ui::column(ColumnId::Status).text({done, {}, 2}), u"✓ Done");
    }

    void aLinkIsShownWithoutItsSecrets()
    {
        record::TaskRecord task = test::queuedTask(1);
        task.url = QUrl(QStringLiteral("http://one.example/a?token=hunter2"));
        const QString tip = ui::column(ColumnId::Name).toolTip({task, {}});
        QVERIFY2(tip.contains(u"one.example") && !tip.contains(u"hunter2"), qPrintable(tip));
    }
};

LAPWING_TEST(ColumnsTest)
#include "tst_columns.moc"
