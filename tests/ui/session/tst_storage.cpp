// SPDX-License-Identifier: MIT
#include "mainwindow.h"
#include "report/sample.h"
#include "session/storage.h"
#include "store/file.h"
#include "store/history.h"
#include "support/smalldisk.h"
#include "support/testmain.h"
#include "text/amounts.h"
#include "ui/controllertest.h"

#include <QAction>
#include <QLabel>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace lapwing;
using record::TaskState;
using ui::DownloadController;
using ui::Storage;
using ui::TaskAction;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double demoScale = 0.1;

/// In the settings of the next window, until what this returns goes.
[[nodiscard]] auto resumeAtStart()
{
    QSettings().setValue(QStringLiteral("settings/resumeAtStart"), true);
    return qScopeGuard([] { QSettings().remove(QStringLiteral("settings")); });
}

} // namespace

/// What one session leaves, the next one has.
class StorageTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeServerAndFolder();
        m_data = std::make_unique<QTemporaryDir>();
        m_raw->route("/a", test::ok(test::filler(500'000)).after(std::chrono::milliseconds(700)));
        m_raw->route("/b", test::ok("b"));
        m_raw->route("/missing", test::status(404));
        begin();
    }

    void cleanup()
    {
        end();
        takeDown();
    }

    void theListItsStatesAndItsFiguresComeBack()
    {
        add({"/a", "/missing"});
        runToTheEnd();
        add({"/large.bin"});
        const ui::Summary before = m_controller->summary();
        end();

        begin();
        QCOMPARE(m_controller->count(), 3);
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(task(1).path, file("a"));
        QCOMPARE(task(2).state, TaskState::Failed);
        QCOMPARE(task(2).failure->code, u"http-404");
        QCOMPARE(task(3).state, TaskState::Queued);
        QCOMPARE(m_controller->folder(), m_folder->path());
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().together, before.together);
        QVERIFY(m_controller->canStart());
        add({"/a"});
        QCOMPARE(m_controller->count(), 3);
    }

    /// The result of a measurement may still know the links that had them.
    void theIdsOfWhatLeftAreGivenToNoOther()
    {
        add({"/a", "/b"});
        m_controller->remove({2});
        end();

        begin();
        add({"/b"});
        QCOMPARE(m_controller->ids(), (std::vector{1, 3}));
        m_controller->clear();
        end();

        begin();
        add({"/a"});
        QCOMPARE(m_controller->ids(), std::vector{4});
    }

    void whatStopKeptFromBeginningWaitsInTheNextSessionToo()
    {
        m_controller->setAtOnce(1);
        add({"/held", "/a"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->log().size(), 1, longestWait);
        m_controller->stop();
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
        end();

        begin();
        addAndStart("/b");
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
        m_controller->remove({1, 2, 3});
        end();

        begin();
        addAndStart("/b"); // is none of those
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->tasks().ledger().totals().in(TaskState::Done), 1,
                                  longestWait);
        untilIdle();
    }

    void aRunOfAnEarlierSessionCanStillBeMeasured()
    {
        add({"/a"});
        runToTheEnd();
        end();
        begin();
        QVERIFY(m_controller->canMeasure());
        m_controller->measure();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Measuring, longestWait);
        untilIdle();
        QVERIFY(m_controller->summary().measured);
        end();
        begin();
        QVERIFY(m_controller->summary().measured);
    }

    void aSecondMeasurementThatIsStoppedLeavesTheFirstInTheNextSessionToo()
    {
        add({"/a"});
        runToTheEnd();
        m_controller->measure();
        untilIdle();
        const ui::Summary before = m_controller->summary();
        QVERIFY(before.measured);
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        m_controller->stop();
        untilIdle();
        end();
        begin();
        QVERIFY(m_controller->summary().measured);
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().oneAtATime, before.oneAtATime);
    }

    void aCrashDuringASecondMeasurementLeavesTheFirst()
    {
        add({"/a"});
        m_controller->start();
        untilIdle();
        m_controller->measure();
        untilIdle();
        const ui::Summary before = m_controller->summary();
        QVERIFY(before.measured);
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        end(); // the measurement has not
        begin();
        QVERIFY(m_controller->summary().measured);
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().oneAtATime, before.oneAtATime);
    }

    /// As one that was stopped: half of a measurement is no better than none.
    void aCrashDuringAMeasurementLeavesTheEstimate()
    {
        add({"/a"});
        m_controller->start();
        untilIdle();
        const ui::Summary before = m_controller->summary();
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        end();
        begin();
        QVERIFY(!m_controller->hasBaseline());
        QCOMPARE(m_controller->summary().oneAtATime, before.oneAtATime);
    }

    void theFigureOfTheListComesBackAfterOneFileWasTriedAgain()
    {
        addListWithOneMissing();
        runToTheEnd();
        const ui::Summary before = m_controller->summary();
        QVERIFY2(before.ground.contains(u"2 of 3 files"), qPrintable(before.ground));
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        untilIdle();
        end();
        begin();
        QCOMPARE(task(3).state, TaskState::Done);
        QVERIFY(m_controller->canExport());
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(3));
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().ground, before.ground);
        QCOMPARE(m_controller->summary().together, before.together);
        QCOMPARE(m_controller->summary().oneAtATime, before.oneAtATime);
    }

    void soItDoesWhereAFileIsFoundChangedThen()
    {
        addListWithOneMissing();
        runToTheEnd();
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        untilIdle();
        QVERIFY(QFile::remove(file("a")));
        m_controller->check({1});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Failed, longestWait);
        const ui::Summary before = m_controller->summary();
        end();
        begin();
        QCOMPARE(task(1).state, TaskState::Failed);
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().ground, before.ground);
    }

    void soDoesOneThatIsMeasuredThen()
    {
        addListWithOneMissing();
        runToTheEnd();
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        untilIdle();
        m_controller->measure();
        untilIdle();
        const ui::Summary before = m_controller->summary();
        QVERIFY(before.measured);
        end();
        begin();
        QVERIFY(m_controller->summary().measured);
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().ground, before.ground);
        const auto kept = store::summaries(m_data->path());
        QCOMPARE(kept->size(), std::size_t(2)); // the list, and the one file
        QVERIFY(kept->back().isMeasured);
    }

    void whatWasUnderWayComesBackPausedAndGoesOnWhereItWas()
    {
        add({"/large.bin"});
        const QSignalSpy committed(m_storage->writer(), &store::Writer::committed);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        const auto before = committed.size();
        QTRY_VERIFY_WITH_TIMEOUT(committed.size() > before, longestWait);
        end(); // the run has not

        begin();
        QCOMPARE(task(1).state, TaskState::Paused);
        QCOMPARE(m_controller->pausedCount(), 1);
        QCOMPARE(m_controller->activity(), Activity::Idle);
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(contents("large.bin"), test::filler(largeSize));
    }

    void whatHadNotBegunIsResumedWithWhatHad()
    {
        m_controller->setAtOnce(1);
        add({"/large.bin", "/a", "/missing"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        QCOMPARE(task(2).state, TaskState::Queued);
        add({"/a?later"}); // in the run as well
        end();

        begin();
        QCOMPARE(m_controller->pausedCount(), 4);
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Failed, longestWait);
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(task(2).state, TaskState::Done);
    }

    void aListThatWasNotStartedIsNotPaused()
    {
        add({"/a"});
        runToTheEnd();
        add({"/missing"});
        end();
        begin();
        QCOMPARE(m_controller->pausedCount(), 0);
        QCOMPARE(task(2).state, TaskState::Queued);
    }

    /// Nor does it go on by itself with what was under way.
    void whatItsListPausesIsPausedInTheNextSessionToo()
    {
        plan::Links links{{m_raw->url("/a")}, {}};
        auto extras = std::make_shared<plan::Extras>();
        extras->options = {{QStringLiteral("pause"), QStringLiteral("true")}};
        links.details[0].extras = extras;
        m_controller->add(links);
        end();
        begin();
        QCOMPARE(task(1).state, TaskState::Paused);
        QCOMPARE(m_controller->pausedCount(), 0);
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
    }

    void whatWasRemovedStaysAwayAndWhatWasPutBackIsThere()
    {
        add({"/a", "/missing", "/large.bin"});
        m_controller->remove({1, 2});
        m_controller->undo();
        m_controller->remove({2});
        end();
        begin();
        QCOMPARE(m_controller->count(), 2);
        QCOMPARE(m_controller->entry(1)->name, u"a");
        QCOMPARE(m_controller->entry(3)->name, u"large.bin");
    }

    /// Quitting stops the run; what was under way is as unfinished as after a crash.
    void whatWasUnderWayAtTheEndComesBackPausedToo()
    {
        add({"/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->leave();
        untilIdle();
        end();
        begin();
        QCOMPARE(task(1).state, TaskState::Paused);
        QCOMPARE(m_controller->pausedCount(), 1);
    }

    /// The user stopped nothing.
    void whatWasNotPartOfARunThatWasQuitStartsWithALinkThatIsAdded()
    {
        const QTemporaryDir other;
        add({"/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->log().size(), 1, longestWait);
        m_controller->setFolder(other.path());
        add({"/a"}); // for the next run
        m_controller->leave();
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
        end();

        begin();
        addAndStart("/b");
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Paused);
    }

    void aQuitKeepsWhatACrashKeeps()
    {
        m_controller->setAtOnce(1);
        add({"/a", "/large.bin", "/a?later"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        m_controller->leave();
        untilIdle();
        const ui::Summary before = m_controller->summary();
        end();
        begin();
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(task(2).state, TaskState::Paused);
        QCOMPARE(task(3).state, TaskState::Paused);
        QVERIFY(m_controller->canExport());
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(3));
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().together, before.together);
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        untilIdle();
    }

    void whatAQuitCutOffIsNotReportedAsCancelled()
    {
        m_controller->setAtOnce(1);
        add({"/large.bin", "/a"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->leave();
        untilIdle();
        QVERIFY(m_controller->hasLeft());
        QVERIFY(m_storage->writer()->flush());
        QTRY_COMPARE_WITH_TIMEOUT(store::summaries(m_data->path())->size(), std::size_t(1),
                                  longestWait);
        const auto kept =
            store::document(m_data->path(), store::summaries(m_data->path())->front().id);
        QVERIFY(kept);
        for (const record::TaskRecord &each : kept->runs.front().tasks)
            QCOMPARE(each.state, TaskState::Queued);
    }

    /// But not what the user cancelled, although the run had not yet ended it.
    void whatWasCancelledBeforeAQuitStaysCancelled()
    {
        add({"/large.bin", "/a"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Cancel, {1});
        m_controller->leave();
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Cancelled);
        QVERIFY(task(2).state == TaskState::Paused || task(2).state == TaskState::Done);
    }

    void aRunWhoseRowsCameBackIsKept()
    {
        add({"/a", "/missing"});
        runToTheEnd();
        m_controller->measure();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Measuring, longestWait);
        untilIdle();
        const ui::Summary before = m_controller->summary();
        QVERIFY(before.measured);
        m_controller->remove({1});
        m_controller->undo();
        QCOMPARE(m_controller->summary().together, before.together);
        end();
        begin();
        QVERIFY(m_controller->canExport());
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().together, before.together);
        QVERIFY(m_controller->summary().measured);
    }

    void whatIsThereOfAFileIsShownUntilItsTurnComes()
    {
        add({"/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        m_controller->leave();
        untilIdle();
        end();
        begin();
        m_controller->setAtOnce(1);
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Waiting, longestWait);
        QCOMPARE(task(2).state, TaskState::Queued);
        QCOMPARE(task(2).kept, largeSize / 2);
        QCOMPARE(task(2).size, std::optional(largeSize));
        m_controller->perform(TaskAction::Pause, {2}); // the engine tells of it, and knows nothing
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Paused, longestWait);
        QCOMPARE(task(2).kept, largeSize / 2);
        QVERIFY(m_storage->writer()->flush());
        end();
        begin();
        QCOMPARE(task(2).kept, largeSize / 2);
        m_raw->release("gate");
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        untilIdle();
    }

    /// Rather none than others than those that were shown.
    void figuresOfARunThatLostARowDoNotComeBackChanged()
    {
        add({"/a", "/missing"});
        runToTheEnd();
        m_controller->remove({1});
        end();
        begin();
        QCOMPARE(m_controller->count(), 1);
        QVERIFY(!m_controller->canExport());
    }

    /// But those that were shown of what was left.
    void figuresOfARunWithoutWhatFailedComeBack()
    {
        add({"/a", "/missing", "/a?other"});
        runToTheEnd();
        m_controller->remove({2});
        const ui::Summary before = m_controller->summary();
        end();
        begin();
        QCOMPARE(m_controller->count(), 2);
        QVERIFY(m_controller->canExport());
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(2));
        QCOMPARE(m_controller->summary().verdict, before.verdict);
        QCOMPARE(m_controller->summary().together, before.together);
    }

    void figuresOfARunWithWhatFailedComeBackToo()
    {
        add({"/a", "/missing"});
        runToTheEnd();
        const ui::Summary before = m_controller->summary();
        m_controller->remove({2});
        m_controller->undo();
        end();
        begin();
        QVERIFY(m_controller->canExport());
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(2));
        QCOMPARE(m_controller->summary().together, before.together);
    }

    void aRunWhoseRowsAreAsTheyWereAgainIsKept()
    {
        add({"/a", "/missing", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(3).bytes, largeSize / 2, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Failed, longestWait);
        m_controller->leave();
        untilIdle();
        const ui::Summary before = m_controller->summary();
        m_controller->perform(TaskAction::Cancel, {3});
        QCOMPARE(task(3).state, TaskState::Cancelled);
        m_controller->undo();
        QCOMPARE(task(3).state, TaskState::Paused);
        plan::Entry other = *m_controller->entry(2);
        other.name = QStringLiteral("other.bin");
        other.isNamed = true;
        m_controller->edit(other);
        QCOMPARE(task(2).name, u"other.bin");
        m_controller->undo();
        end();
        begin();
        QVERIFY(m_controller->canExport());
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(3));
        QCOMPARE(m_controller->summary().together, before.together);
    }

    /// It says of the link before what came of that.
    void aRunWithALinkThatTheListHasNoLongerIsKept()
    {
        add({"/a", "/missing"});
        runToTheEnd();
        plan::Entry other = *m_controller->entry(2);
        other.url = m_raw->url("/found");
        m_controller->edit(other);
        QCOMPARE(m_controller->lastRun()->tasks.at(1)->url, m_raw->url("/missing"));
        const ui::Summary before = m_controller->summary();
        end();
        begin();
        QCOMPARE(m_controller->entry(2)->url, m_raw->url("/found"));
        QCOMPARE(task(2).url, m_raw->url("/found"));
        QCOMPARE(task(2).state, TaskState::Failed);
        QVERIFY(m_controller->lastRun());
        QCOMPARE(m_controller->lastRun()->tasks.at(1)->url, m_raw->url("/missing"));
        QCOMPARE(m_controller->summary().together, before.together);
        QCOMPARE(m_controller->summary().reason, before.reason);
    }

    void theHistoryTellsWhichRunWasInterruptedAndWhatContinuesIt_data()
    {
        QTest::addColumn<bool>("quits");
        QTest::newRow("stopped") << false;
        QTest::newRow("quit") << true;
    }

    void theHistoryTellsWhichRunWasInterruptedAndWhatContinuesIt()
    {
        QFETCH(bool, quits);
        add({"/a", "/missing", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Failed, longestWait);
        quits ? m_controller->leave() : m_controller->stop();
        untilIdle();
        if (quits) {
            end();
            begin();
        }
        m_raw->release("gate");
        start(); // what failed is tried again with it
        untilIdle();
        m_controller->perform(TaskAction::Retry, {2}); // continues nothing
        untilIdle();
        QVERIFY(m_storage->writer()->flush());
        const auto kept = store::summaries(m_data->path());
        QCOMPARE(kept->size(), std::size_t(3));
        const store::RunSummary &interrupted = kept->at(2);
        const store::RunSummary &rest = kept->at(1);
        QCOMPARE(interrupted.unfinished, 1);
        QVERIFY(!interrupted.continues.isValid() && !interrupted.speedup && !interrupted.low);
        QCOMPARE(rest.unfinished, 0);
        QCOMPARE(rest.continues, interrupted.started);
        QVERIFY(!kept->at(0).continues.isValid());
    }

    /// As a crash leaves it: nobody said that it had ended.
    void aRunThatWasCutOffStandsInTheHistory()
    {
        add({"/a", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        const QDateTime started = m_controller->lastRun()->facts.started;
        end();
        QVERIFY(store::summaries(m_data->path())->empty());
        begin();
        QVERIFY(m_storage->writer()->flush());
        const auto kept = store::summaries(m_data->path());
        QCOMPARE(kept->size(), std::size_t(1));
        const store::RunSummary &run = kept->front();
        QCOMPARE(run.started, started);
        QCOMPARE(run.links, 2);
        QCOMPARE(run.files, 1);
        QCOMPARE(run.unfinished, 1);
        QVERIFY(run.together && !run.speedup && !run.low);
        QVERIFY(store::document(m_data->path(), run.id));

        m_storage->writer()->write(store::RemoveKept{{run.id}});
        end();
        begin();
        QVERIFY(m_storage->writer()->flush());
        QVERIFY2(store::summaries(m_data->path())->empty(), "the user removed it");
        m_raw->release("gate");
        start();
        untilIdle();
        QVERIFY(m_storage->writer()->flush());
        QCOMPARE(store::summaries(m_data->path())->front().continues, started);
    }

    void aRunWithRowsThatJoinedAndCameBackIsKeptWhole()
    {
        add({"/held", "/a"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        add({"/missing"});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        m_controller->remove({2});
        m_controller->undo();
        m_raw->release("gate");
        untilIdle();
        QVERIFY(m_storage->writer()->flush());
        QTRY_COMPARE_WITH_TIMEOUT(store::summaries(m_data->path())->size(), std::size_t(1),
                                  longestWait);
        const store::RunSummary kept = store::summaries(m_data->path())->front();
        QCOMPARE(kept.links, 3);
        QCOMPARE(kept.files, 2);
    }

    void aRunWhoseRowsLeftIsOnceInTheHistoryWhenItIsMeasured()
    {
        add({"/a", "/a?other"});
        m_controller->start();
        untilIdle();
        m_controller->remove({1});
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        untilIdle();
        QVERIFY(m_storage->writer()->flush());
        const auto kept = store::summaries(m_data->path());
        QCOMPARE(kept->size(), std::size_t(1));
        QVERIFY(kept->front().isMeasured);
        QCOMPARE(kept->front().links, 2);
    }

    void theDemoIsNotKept()
    {
        m_controller->startDemo();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        untilIdle();
        end();
        begin();
        QVERIFY(m_controller->isEmpty());
    }

    void secretsOfALinkAreNotKept()
    {
        plan::Links links;
        QUrl url = m_raw->url("/a");
        url.setUserInfo(QStringLiteral("somebody:a-secret-word"));
        links.urls.push_back(url);
        m_controller->add(links);
        end();
        for (const QString &name : QDir(m_data->path()).entryList(QDir::Files)) {
            QFile file(m_data->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("a-secret-word"), qPrintable(name));
        }
        begin();
        QCOMPARE(m_controller->count(), 1);
    }

    void aDamagedFileIsSetAsideAndSaid()
    {
        end();
        QFile file(store::filePath(m_data->path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no database, and never was one");
        file.close();
        begin();
        QVERIFY(m_controller->isEmpty());
        QVERIFY2(m_storage->trouble().contains(u"damaged"), qPrintable(m_storage->trouble()));
        add({"/a"});
        end();
        begin();
        QVERIFY(m_storage->trouble().isEmpty());
        QCOMPARE(m_controller->count(), 1);
    }

    void whatCouldNotBeSavedIsKnownUntilItIs()
    {
        end();
        const QString data = m_data->filePath(QStringLiteral("within"));
        beginIn(data);
        QVERIFY(QFile(data).open(QIODevice::WriteOnly)); // a file in the place of the folder
        const QSignalSpy saved(m_storage.get(), &Storage::saved);
        add({"/a"});
        QTRY_VERIFY_WITH_TIMEOUT(m_storage->unsaved().startsWith(u"The list"), longestWait);
        QVERIFY(QFile::remove(data));
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, longestWait);
        QCOMPARE(m_storage->unsaved(), QString());
    }

    void soIsWhatOfTheHistoryCouldNot()
    {
        add({"/a"});
        QVERIFY(m_storage->writer()->flush());
        meddle(u"CREATE TRIGGER refuses BEFORE INSERT ON history"
               " BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
        m_storage->writer()->write(store::KeepDocument{
            [] { return test::sampleDocument({test::wholeRun(plan::Mode::Together, 1000)}); }});
        QTRY_VERIFY_WITH_TIMEOUT(m_storage->unsaved().startsWith(u"The history"), longestWait);
        const QSignalSpy saved(m_storage.get(), &Storage::saved);
        meddle(u"DROP TRIGGER refuses"_s);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, longestWait);
        QCOMPARE(m_storage->unsaved(), QString());
    }

    /// What is shown was read.
    void aDataFolderThatCannotBeWrittenIsSaidToBeThat()
    {
        end();
        const test::SmallDisk disk;
        if (!disk.isThere())
            QSKIP("Needs the right to mount.");
        beginIn(disk.folder());
        add({"/a"});
        end();
        QVERIFY(disk.makeReadOnly());
        beginIn(disk.folder());
        QCOMPARE(m_controller->count(), 1);
        QVERIFY2(m_storage->trouble().startsWith(u"The data folder cannot be written to: "),
                 qPrintable(m_storage->trouble()));
        end(); // before the disk goes
    }

    void linksThatComeWhileTheListIsReadFollowIt()
    {
        add({"/a"});
        end();
        m_controller = std::make_unique<DownloadController>(demoScale);
        m_storage = std::make_unique<Storage>(m_data->path(), *m_controller);
        QVERIFY(!m_storage->isRead());
        QVERIFY(!m_storage->writer()); // it would mix them with half of a list
        add({"/missing"});
        QCOMPARE(m_controller->count(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_storage->isRead(), longestWait);
        QCOMPARE(m_controller->count(), 2);
        QCOMPARE(m_controller->entry(1)->name, u"a");
        QCOMPARE(m_controller->entry(2)->name, u"missing");
        end();
        begin();
        QCOMPARE(m_controller->count(), 2);
    }

    void aWindowThatIsClosedAtOnceKeepsWhatItWasGiven()
    {
        end();
        {
            ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
            window.show();
            plan::Links links;
            links.urls.push_back(m_raw->url("/a"));
            window.controller().add(links);
            QVERIFY(!window.close());
            QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), longestWait);
        }
        begin();
        QCOMPARE(m_controller->count(), 1);
    }

    void theNextWindowShowsTheListAndOffersToResume()
    {
        add({"/a", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QVERIFY(m_storage->writer()->flush());
        end();
        ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
        QTRY_COMPARE_WITH_TIMEOUT(
            window.findChild<QTableView *>(QStringLiteral("table"))->model()->rowCount(), 2,
            longestWait);
        auto *resume = window.findChild<QAction *>(QStringLiteral("actionResumeAll"));
        QVERIFY(resume->isEnabled());
        resume->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().tasks().ledger().totals().in(TaskState::Done),
                                  2, longestWait);
        const qint64 all = largeSize + QFileInfo(m_folder->filePath(QStringLiteral("a"))).size();
        const auto *amounts = window.findChild<QLabel *>(QStringLiteral("amounts"));
        QTRY_COMPARE_WITH_TIMEOUT(
            amounts->text(), QStringLiteral("All files: %1").arg(text::asBytes(all)), longestWait);
    }

    void whatIsUnfinishedGoesOnByItselfAlsoWhereALinkComesWithTheStart()
    {
        add({"/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->leave();
        untilIdle();
        end();
        const auto clear = resumeAtStart();
        QSettings().setValue(QStringLiteral("settings/startAfterAdding"), true);
        ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
        window.controller().add({{m_raw->url("/held")}, {}}); // before the list is there
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().tasks().ledger().totals().in(TaskState::Done),
                                  1, longestWait);
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().tasks().ledger().totals().in(TaskState::Done),
                                  2, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
    }

    void whatWasBegunGoesOnWhereItIsAfterARestartToo()
    {
        const QTemporaryDir other;
        add({"/large.bin"});
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->setFolder(other.path());
        end(); // the run has not
        ui::MainWindow window({1.0, other.path(), {}, m_data->path()});
        const auto *message = window.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"unfinished"), longestWait);
        QVERIFY2(message->text().contains(m_folder->path()), qPrintable(message->text()));
        window.findChild<QToolButton *>(QStringLiteral("link"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().tasks().ledger().totals().in(TaskState::Done),
                                  1, longestWait);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("large.bin"))));
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
    }

    /// The user stopped it: nothing of it begins by itself, and with Start all of it does.
    void whatWasStoppedWaitsForStartInTheNextSession()
    {
        m_controller->setAtOnce(1);
        add({"/held", "/a"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->log().size(), 1, longestWait);
        m_controller->stop();
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Paused);
        end();
        const auto clear = resumeAtStart();
        ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
        const auto *message = window.findChild<QLabel *>(QStringLiteral("message"));
        auto *link = window.findChild<QToolButton *>(QStringLiteral("link"));
        QTRY_COMPARE_WITH_TIMEOUT(message->text(), u"2 downloads are unfinished.", longestWait);
        QCOMPARE(window.controller().activity(), Activity::Idle);
        QCOMPARE(link->text(), u"Start");
        m_raw->release("gate");
        link->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().tasks().ledger().totals().in(TaskState::Done),
                                  2, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
    }

    void whatWasStoppedBeforeAnotherRunWaitsForStartInTheNextSessionToo()
    {
        m_controller->setAtOnce(1);
        add({"/held", "/a"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->log().size(), 1, longestWait);
        m_controller->stop();
        untilIdle();
        addAndStart("/b");
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        untilIdle();
        QVERIFY(m_controller->isStopped());
        end();
        const auto clear = resumeAtStart();
        ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
        const auto *message = window.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_COMPARE_WITH_TIMEOUT(message->text(), u"2 downloads are unfinished.", longestWait);
        QCOMPARE(window.findChild<QToolButton *>(QStringLiteral("link"))->text(), u"Start");
        QCOMPARE(window.controller().activity(), Activity::Idle);
    }

    /// The last run but one was stopped, and what was resumed of it was cut off.
    void whatWasResumedAfterAStopGoesOnByItselfAlone()
    {
        add({"/a", "/a?other", "/large.bin", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(3).bytes, largeSize / 2, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(4).state, TaskState::Waiting, longestWait);
        m_controller->stop();
        untilIdle();
        m_controller->perform(TaskAction::Resume, {4});
        QTRY_COMPARE_WITH_TIMEOUT(task(4).state, TaskState::Waiting, longestWait);
        m_controller->leave();
        untilIdle();
        end();
        const auto clear = resumeAtStart();
        m_raw->release("gate");
        ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().tasks().ledger().totals().in(TaskState::Done),
                                  3, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
        QCOMPARE(window.controller().tasks().ledger().totals().in(TaskState::Paused), 1);
    }

    void theOfferToResumeGoesOnceItWasTaken()
    {
        add({"/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Waiting, longestWait);
        addPaused("/a"); // by its list: not what is unfinished
        m_controller->leave();
        untilIdle();
        end();
        ui::MainWindow window({1.0, m_folder->path(), {}, m_data->path()});
        const auto *message = window.findChild<QLabel *>(QStringLiteral("message"));
        auto *link = window.findChild<QToolButton *>(QStringLiteral("link"));
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"unfinished"), longestWait);
        link->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Running, longestWait);
        QVERIFY2(!message->text().contains(u"unfinished"), qPrintable(message->text()));
        QVERIFY(link->isHidden());
        QCOMPARE(window.controller().tasks().ledger().at(1)->state, TaskState::Paused);
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
    }

    void whatIsUnfinishedGoesOnWhereTheDataFolderIsReadOnlyToo_data()
    {
        QTest::addColumn<bool>("byItself");
        QTest::newRow("when it is asked for") << false;
        QTest::newRow("at the start") << true;
    }
    void whatIsUnfinishedGoesOnWhereTheDataFolderIsReadOnlyToo()
    {
        QFETCH(bool, byItself);
        end();
        const test::SmallDisk disk;
        if (!disk.isThere())
            QSKIP("Needs the right to mount.");
        beginIn(disk.folder());
        add({"/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Waiting, longestWait);
        m_controller->leave();
        untilIdle();
        end();
        QVERIFY(disk.makeReadOnly());
        ui::MainWindow window({1.0, m_folder->path(), {}, disk.folder()});
        ui::Settings settings;
        settings.resumeAtStart = byItself;
        window.controller().setSettings(settings);
        if (!byItself) {
            const auto *message = window.findChild<QLabel *>(QStringLiteral("message"));
            QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"unfinished"), longestWait);
            QVERIFY2(message->text().startsWith(u"The data folder cannot be written to: "),
                     qPrintable(message->text()));
            window.findChild<QToolButton *>(QStringLiteral("link"))->click();
        }
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Running, longestWait);
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
        QCOMPARE(window.controller().tasks().ledger().totals().in(TaskState::Done), 1);
    }

private:
    void addAndStart(const char *path)
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        add({path});
    }

    /// Two that take a while, and one that comes the second time only.
    void addListWithOneMissing()
    {
        m_raw->route("/late", {test::status(404), test::ok("late")});
        add({"/a", "/a?other", "/late"});
    }

    /// Any statement, in the file.
    void meddle(const QString &sql) const
    {
        const auto connection =
            store::DatabaseConnection::open(store::filePath(m_data->path()), {});
        QVERIFY(connection);
        QVERIFY((*connection)->run(sql));
    }

    void begin() { beginIn(m_data->path()); }

    void beginIn(const QString &data)
    {
        makeController(demoScale);
        m_storage = std::make_unique<Storage>(data, *m_controller);
        QTRY_VERIFY_WITH_TIMEOUT(m_storage->isRead(), longestWait);
        m_controller->setFolder(m_folder->path());
    }

    void end()
    {
        m_storage.reset();
        m_controller.reset();
    }

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<Storage> m_storage;
};

LAPWING_TEST(StorageTest)
#include "tst_storage.moc"
