// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/controllertest.h"
#include "ui/rows.h"

#include <QCryptographicHash>
#include <QSignalSpy>

using namespace lapwing;
using namespace std::chrono_literals;
using record::TaskState;
using ui::DownloadController;
using ui::TaskAction;

namespace {

constexpr qint64 heldSize = 100'000;

} // namespace

/// What the workbench does to single downloads, and what settings do to a run.
class DownloadControllerActionsTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeServerAndFolder();
        makeController();
    }

    void cleanup() { takeDown(); }

    void aDownloadCanBePausedAndGoesOn()
    {
        addHeld();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Downloading, longestWait);
        m_controller->perform(TaskAction::Pause, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Paused, longestWait);
        QVERIFY(m_controller->allowsAny(TaskAction::Resume, {1}));
        QVERIFY(!m_controller->allowsAny(TaskAction::Pause, {1}));
        m_raw->release("gate");
        m_controller->perform(TaskAction::Resume, {1});
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(contents("held.bin"), test::filler(heldSize));
    }

    void aCancelledDownloadLeavesNothingAndCanBeTriedAgain()
    {
        addHeld();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Downloading, longestWait);
        m_controller->perform(TaskAction::Cancel, {1});
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Cancelled);
        QVERIFY(QDir(m_folder->path()).isEmpty());
        m_controller->perform(TaskAction::Retry, {1});
        untilIdle();
        QCOMPARE(contents("held.bin"), test::filler(heldSize));
    }

    void whatFailedIsTriedAgainWhileTheRestRuns()
    {
        m_raw->route("/late.bin", {test::status(404), test::ok("late")});
        addHeld();
        add({"/late.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Failed, longestWait);
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        QCOMPARE(m_controller->activity(), Activity::Running);
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(m_controller->document().runs.front().tasks.size(), 2U);
    }

    void onlyWhatIsAskedForIsTriedAgainAtRest()
    {
        m_raw->route("/a", {test::status(404), test::ok("a")});
        m_raw->route("/b", test::status(404));
        add({"/a", "/b"});
        runToTheEnd();
        QCOMPARE(m_controller->failedIds(), (std::vector{1, 2}));
        m_controller->perform(TaskAction::Retry, {1});
        QCOMPARE(m_controller->activity(), Activity::Running);
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(task(2).state, TaskState::Failed);
        QCOMPARE(m_raw->requests(), 3);
    }

    /// Nothing is left to pause: the rows that are not in the run do not count.
    void allOfARunThatIsPausedCanBeResumedAlone()
    {
        m_raw->route("/a", {test::status(404), test::ok("a").afterRelease("gate")});
        add({"/a"});
        runToTheEnd();
        add({"/not-started"});
        m_controller->perform(TaskAction::Retry, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Waiting, longestWait);
        QVERIFY(m_controller->isAnyAllowed(TaskAction::Pause));
        m_controller->perform(TaskAction::Pause, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Paused, longestWait);
        QCOMPARE(task(2).state, TaskState::Queued);
        QVERIFY(!m_controller->isAnyAllowed(TaskAction::Pause));
        QVERIFY(m_controller->isAnyAllowed(TaskAction::Resume));
        m_raw->release("gate");
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        untilIdle();
    }

    void aWaitForARetryCanBeCutShort()
    {
        ui::Settings patient;
        patient.retries.firstWait = 10min;
        m_controller->setSettings(patient);
        m_raw->route("/busy", {test::status(500), test::ok("here")});
        add({"/busy"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Retrying, longestWait);
        QVERIFY(task(1).retryAt.has_value());
        m_controller->perform(TaskAction::Retry, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
    }

    void settingsCountForARun()
    {
        ui::Settings strict;
        strict.maxFileSize = 10;
        strict.headers = {{"X-Mine", "yes"}};
        m_controller->setSettings(strict);
        m_raw->route("/big", test::ok(test::filler(heldSize)));
        add({"/big"});
        runToTheEnd();
        QCOMPARE(task(1).failure->code, u"too-large");
        QCOMPARE(m_raw->log().front().header("X-Mine"), QByteArray("yes"));
    }

    void aSettingsFileThatIsMissingStopsTheStartWithASentence()
    {
        ui::Settings settings;
        settings.cookieFile = QStringLiteral("/no/such/cookies.txt");
        m_controller->setSettings(settings);
        m_controller->add(test::someLinks(1));
        const QSignalSpy told(m_controller.get(), &DownloadController::messageRaised);
        m_controller->start();
        QVERIFY2(!m_controller->canStart(), "while the file is read");
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.front().front().toString().contains(settings.cookieFile));
        QCOMPARE(m_controller->activity(), Activity::Idle);
        QVERIFY(m_controller->canStart());
    }

    /// It waits as at rest, and can join the run.
    void aCancelOfAnEarlierRunIsTakenBackDuringAnother()
    {
        m_raw->route("/b", {test::status(404), test::ok("b").afterRelease("gate")});
        add({"/large.bin", "/b"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Cancel, {1});
        untilIdle();
        m_controller->perform(TaskAction::Retry, {2});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Waiting, longestWait);
        m_controller->undo();
        QCOMPARE(task(1).state, TaskState::Paused);
        QVERIFY(m_controller->isAnyAllowed(TaskAction::Resume));
        m_controller->perform(TaskAction::Resume, {1});
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(contents("large.bin"), test::filler(largeSize));
    }

    void aChecksumRefusesAnotherFile()
    {
        m_raw->route("/a", test::ok("a"));
        add({"/a"});
        m_controller->setChecksum(1,
                                  *plan::checksumFrom(QStringLiteral(
                                      "md5=d41d8cd98f00b204e9800998ecf8427e"))); // of nothing
        runToTheEnd();
        QCOMPARE(task(1).failure->code, u"checksum-mismatch");
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void whatIsSaidOfADownloadCanBeChangedAndComesBack()
    {
        m_raw->route("/a", test::ok("a"));
        std::vector<plan::Entry> kept;
        m_controller->setKeeper([&kept](const std::vector<store::Change> &changes) {
            for (const store::Change &change : changes) {
                if (const auto *put = std::get_if<store::PutEntries>(&change))
                    kept = put->entries;
            }
        });
        add({"/a"});
        plan::Entry after = *m_controller->entry(1);
        after.name = QStringLiteral("b.bin");
        after.isNamed = true;
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = QStringLiteral("sub");
        extras->headers = {{"X-Mine", "yes"}};
        after.extras = extras;
        m_controller->edit(after);
        QCOMPARE(task(1).name, u"b.bin");
        QCOMPARE(kept.front().name, u"b.bin");
        QVERIFY(*kept.front().extras == *extras);

        m_controller->undo();
        QCOMPARE(task(1).name, u"a");
        QVERIFY(!m_controller->entry(1)->extras);
        QVERIFY(!kept.front().extras);
        m_controller->redo();
        runToTheEnd();
        QCOMPARE(m_raw->log().back().header("X-Mine"), QByteArray("yes"));
        QCOMPARE(contents("sub/b.bin"), QByteArray("a"));
        QVERIFY2(!m_controller->canEdit(1), "it has its file");
    }

    void whatTheRunDoesNotHaveCanBeChangedAndThatTheRestIsNotIsSaid()
    {
        const QTemporaryDir other;
        m_raw->route("/a", test::ok("a"));
        add({"/held"});
        start();
        m_controller->setFolder(other.path());
        add({"/a"}); // of the next run
        plan::Entry after = *m_controller->entry(2);
        after.name = QStringLiteral("b.bin");
        after.isNamed = true;
        m_controller->edit(after);
        QCOMPARE(task(2).name, u"b.bin");
        m_controller->undo();
        QCOMPARE(task(2).name, u"a");
        m_controller->edit(after);

        plan::Entry held = *m_controller->entry(1);
        held.name = QStringLiteral("c.bin");
        m_controller->edit(held);
        QVERIFY2(m_said.contains(u"a run has started"), qPrintable(m_said));
        QCOMPARE(m_controller->entry(1)->name, u"held");
        m_said.clear();
        m_controller->setChecksum(1, plan::Checksum{QCryptographicHash::Md5, QByteArray(16, '0')});
        QVERIFY2(m_said.contains(u"a run has started"), qPrintable(m_said));
        QVERIFY(!m_controller->entry(1)->checksum);
        m_raw->release("gate");
        untilIdle();
        m_controller->edit(held);
        QVERIFY2(m_said.contains(u"is complete"), qPrintable(m_said));
        m_controller->remove({1});
        m_controller->edit(held);
        QVERIFY2(m_said.contains(u"no longer in the list"), qPrintable(m_said));
        runToTheEnd();
        QVERIFY(QFile::exists(other.filePath(QStringLiteral("b.bin"))));
    }

    void aChecksumCanBeTakenBack()
    {
        m_raw->route("/a", test::ok("a"));
        add({"/a"});
        m_controller->setChecksum(
            1, *plan::checksumFrom(QStringLiteral("md5=d41d8cd98f00b204e9800998ecf8427e")));
        QVERIFY(m_controller->entry(1)->checksum);
        m_controller->undo();
        QVERIFY(!m_controller->entry(1)->checksum);
    }

    /// Else the details would say of another one that it matches.
    void theChecksumOfAFileStaysAndWhatWasDoneBeforeIsUndone()
    {
        const plan::Checksum wrong{QCryptographicHash::Sha256, QByteArray(32, '0')};
        const plan::Checksum right{QCryptographicHash::Sha256,
                                   QCryptographicHash::hash("held", QCryptographicHash::Sha256)};
        add({"/held", "/a"});
        m_controller->remove({2});
        m_controller->setChecksum(1, wrong);
        m_controller->setChecksum(1, right);
        start();
        QVERIFY2(!m_controller->canUndo(), "the run has it");
        m_controller->undo();
        QVERIFY(m_controller->entry(1)->checksum == right);
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QVERIFY2(m_controller->undoText().contains(u"Remove"),
                 qPrintable(m_controller->undoText()));
        m_controller->undo();
        QCOMPARE(m_controller->count(), 2);
        QVERIFY(m_controller->entry(1)->checksum == right);
        QVERIFY(!m_controller->canUndo());
        QVERIFY(m_controller->redoText().contains(u"Remove"));
    }

    void whatWasUndoneBeforeTheFileWasThereIsNotDoneAgain()
    {
        m_raw->route("/a", test::ok("a"));
        add({"/a"});
        m_controller->setChecksum(1, plan::Checksum{QCryptographicHash::Md5, QByteArray(16, '0')});
        m_controller->undo();
        QVERIFY(m_controller->canRedo());
        runToTheEnd();
        QVERIFY(!m_controller->canRedo());
        m_controller->redo();
        QVERIFY(!m_controller->entry(1)->checksum);
    }

    void whatIsSavedHereInsteadIsCounted()
    {
        QSignalSpy added(m_controller.get(), &DownloadController::added);
        plan::Links links{{QUrl(QStringLiteral("http://one.example/a"))}, {}};
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = QStringLiteral("/elsewhere");
        links.details[0].extras = extras;
        plan::Links allowed{{QUrl(QStringLiteral("http://one.example/b"))}, {}};
        allowed.details = links.details;
        allowed.allowFolders();
        m_controller->add(links);
        m_controller->add(allowed);
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 2, longestWait);
        QCOMPARE(added[0][0].value<plan::Added>().keptInside, 1);
        QCOMPARE(added[1][0].value<plan::Added>().keptInside, 0);
    }

    void oneFileTriedAgainLeavesTheAnswerOfTheList()
    {
        addListWithOneMissing();
        runToTheEnd();
        const QString figure = m_controller->summary().verdict;
        QVERIFY(!figure.isEmpty());
        QVERIFY2(m_controller->summary().ground.contains(u"3 of 4 files"),
                 qPrintable(m_controller->summary().ground));
        QVERIFY(!m_controller->summary().isBeforeLast);
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        untilIdle();
        QCOMPARE(task(4).state, TaskState::Done);
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(1));
        QVERIFY(m_controller->summary().isBeforeLast);
        QCOMPARE(m_controller->summary().verdict, figure);
        QVERIFY2(m_controller->summary().ground.contains(u"3 of 4 files"),
                 qPrintable(m_controller->summary().ground));
        QCOMPARE(m_controller->sharedRun()->tasks.size(), std::size_t(4));
        QCOMPARE(m_controller->document().runs.front().tasks.size(), std::size_t(4));
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::None);
    }

    void whatMayStillComeIsOfferedAgainOnceAnotherHasCome()
    {
        ui::Settings settings;
        settings.retries.max = 0;
        m_controller->setSettings(settings);
        m_raw->route("/busy", test::status(503));
        addListWithOneMissing();
        add({"/busy"});
        runToTheEnd();
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::RetryFailed);
        m_controller->perform(TaskAction::Retry, {4});
        untilIdle();
        QCOMPARE(task(4).state, TaskState::Done);
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::RetryFailed);
        m_controller->remove({1}); // the list's run is the last one again
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::RetryFailed);
        m_raw->route("/busy", test::status(404));
        m_controller->perform(TaskAction::Retry, {5});
        untilIdle();
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::None);
    }

    void whatIsMeasuredThenIsTheList()
    {
        addListWithOneMissing();
        runToTheEnd();
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        untilIdle();
        QVERIFY(m_controller->canMeasure());
        m_controller->measure();
        untilIdle();
        QVERIFY(m_controller->summary().measured);
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(4));
        QCOMPARE(m_controller->sharedBaseline()->tasks.size(), std::size_t(3));
    }

    void aListThatFollowsHasAnAnswerOfItsOwn()
    {
        addListWithOneMissing();
        runToTheEnd();
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        untilIdle();
        m_raw->route("/more*", test::ok("x").after(600ms));
        add({"/more1", "/more2"});
        runToTheEnd();
        QCOMPARE(m_controller->sharedRun()->tasks.size(), std::size_t(2));
    }

private:
    /// Three that take a while, and one that comes the second time only.
    void addListWithOneMissing()
    {
        m_raw->route("/slow*", test::ok("x").after(600ms));
        m_raw->route("/late", {test::status(404), test::ok("late").after(600ms)});
        add({"/slow1", "/slow2", "/slow3", "/late"});
    }

    /// Half of it comes, the rest when "gate" is released; asked again, all of it.
    void addHeld()
    {
        const QByteArray whole = test::filler(heldSize);
        m_raw->route("/held.bin",
                     {test::withLength(heldSize, whole.left(heldSize / 2))
                          .hold("gate")
                          .send(whole.mid(heldSize / 2)),
                      test::ok(whole)});
        add({"/held.bin"});
    }
};

LAPWING_TEST(DownloadControllerActionsTest)
#include "tst_downloadcontrolleractions.moc"
